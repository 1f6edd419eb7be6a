"""O217: a Chinese word that the document itself writes with another character elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.han_twins import HanTwin, find_han_twins
from termkit.check.nearby import matches_near
from termkit.check.rule import Mark, rule
from termkit.check.view import DocumentView
from termkit.model.finding import Severity


@rule(
    "O217",
    "miswritten-once",
    scope="document",
    severity="warning",
    since="0.1",
    languages=("zh",),
    yields_to=("O102", "O212", "O216", "N103", "T104"),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """A stretch of Chinese characters has another one in one place than elsewhere.

    *污水处里厂* in a report that has *污水处理厂* as well. Told where four characters or more are
    the same but for that one, which sounds like the right one and makes no word with what stands
    around it, while the right one makes a word within the stretch; or but for two that changed
    places and make no words in either order. A character that looks like the right one, or is
    like it in nothing, must break a longer word (*搏物馆*). What one place alone supports is a
    note. Little words, numbers and countries come and go.

    ## Why it matters
    No list has every name and term, but a report has its own, and mostly more than once.

    ## Use instead
    What the document has elsewhere.

    ## Source
    The document; words of jieba's dictionary, readings of the Unihan database, and characters
    that look alike as the package pycorrector lists them.
    """
    for twin in find_han_twins(view):
        near = matches_near(twin.text, twin.slip)
        if not any(len(match.span) > 1 and match.span.overlaps(twin.slip) for match in near):
            yield _mark(twin)


def _mark(twin: HanTwin) -> Mark:
    odd, begin = twin.slip.slice(twin.text.text), twin.slip.start - twin.span.start
    known = twin.right[begin : begin + len(odd)]
    return twin.text.mark(
        twin.span,
        f"{odd!r} for {known!r}: elsewhere {twin.right!r}",
        replacement=twin.right,
        related=(twin.other.related(twin.place, "written so"),),
        severity=None if twin.is_sure else Severity.INFO,
    )
