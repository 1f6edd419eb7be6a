"""B401: a translation much shorter or longer than its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.amounts import find_amounts
from termkit.check.lengths import measure
from termkit.check.rule import Mark, rule
from termkit.check.view import TextView, UnitView
from termkit.model.span import Span

_LEAST = 90.0  # letters of English; a headline or a caption may be cut to anything
_MUCH_SHORTER, _SHORTER = 0.4, 0.56
_MUCH_LONGER, _LONGER = 2.5, 1.8
_LETTER = re.compile(r"[^\W\d_]")
_END = re.compile(r"[.!?。！？…]+[\"”’»」』）)]*(?:\s|$|(?=[^\s\d]))")


@rule("B401", "left-out", scope="translation", severity="warning", since="0.1")
def RULE(view: UnitView) -> Iterator[Mark]:
    """A part of the source is not translated, or the translation says what the source does not.

    A translation is reported that is much shorter or longer than its source; where a sentence
    or a number is missing as well, less is enough. One Han character counts as 3.8 letters.

    ## Why it matters
    A sentence that was skipped is the one error that no reader of the translation can find.

    ## Use instead
    The whole of the source, and nothing else.

    ## Source
    Gale and Church (1993), A Program for Aligning Sentences in Bilingual Corpora: lengths of
    mutual translations are proportional.
    """
    source, target = view.source, view.target
    if source is None or not target.text or not source.text:
        return
    here = measure(source.text, source.lang)
    there = measure(target.text, target.lang)
    longer = max(here, there)
    if longer < _LEAST:
        return
    share = there / here
    if _SHORTER <= share <= _LONGER or not _has_letter(source) or not _has_letter(target):
        return
    fewer = _sentences(source) - _sentences(target)
    amounts = view.once(find_amounts)
    if share < _SHORTER:
        lost = fewer > 0 or (amounts is not None and len(amounts.lost) > 0)
        if share < _MUCH_SHORTER or lost:
            yield source.mark(
                Span(0, len(source.text)),
                f"the translation has {share:.0%} of the length that is usual:"
                " something may be left out",
            )
    else:
        added = fewer < 0 or (amounts is not None and len(amounts.added) > 0)
        if share > _MUCH_LONGER or added:
            yield target.mark(
                Span(0, len(target.text)),
                f"the translation has {share:.0%} of the length that is usual:"
                " something may be added",
            )


def _sentences(text: TextView) -> int:
    """Number of ends of sentences; a text without any is one."""
    return max(1, len(text.sentences)) if _END.search(text.text) else 1


def _has_letter(text: TextView) -> bool:
    return _LETTER.search(text.text) is not None
