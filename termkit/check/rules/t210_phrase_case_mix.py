"""T210: the same words with other capitals elsewhere in the document."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.recased import find_recased
from termkit.check.rule import Mark, rule
from termkit.check.unlike_kinds import find_unlike_kinds
from termkit.check.view import DocumentView


@rule(
    "T210",
    "phrase-case-mix",
    scope="document",
    severity="info",
    since="0.1",
    languages=("en", "vi"),
    yields_to=("N101", "N102", "N103", "T201", "T202", "T207", "T208", "T209"),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """A name lacks a capital here, or has one too many, that it has elsewhere in the text.

    *The river Council* beside *the River Council*, *Tây Nam bộ* beside *Tây Nam Bộ*, known to
    the glossary or not. Names without any capital left describe, unless they are long; those in a
    longer name have its capitals. In English the kind of a place may have them, too: *Tresk
    airport* beside *Perlund Airport* and *Olvado Airport*, where *Tresk* is known to be a place
    or has another kind elsewhere. Headlines, quotations and beginnings
    of sentences tell nothing.

    ## Why it matters
    A search for the name misses the place, and the reader looks for a second body.

    ## Use instead
    The capitals the name has elsewhere.

    ## Source
    The Chicago Manual of Style, 8.1 (a style applied evenly); for Vietnamese, Nghị định
    30/2020/NĐ-CP, Phụ lục II.
    """
    for each in find_recased(view):
        odd, usual = each.odd, each.usual
        yield odd.text.mark(
            odd.span,
            f"{odd.words!r} has other capitals than {usual.words!r}",
            replacement=usual.words,
            related=(usual.text.related(usual.span, "the other capitals"),),
        )
    for small, large in find_unlike_kinds(view) if view.language == "en" else ():
        yield small.text.mark(
            small.span,
            f"{small.written!r} beside {large.written!r}",
            related=(large.text.related(large.span, "the other capitals"),),
        )
