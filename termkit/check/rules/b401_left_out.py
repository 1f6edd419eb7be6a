"""B401: a translation much shorter or longer than its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from termkit.check.amounts import find_amounts
from termkit.check.lengths import measure
from termkit.check.names_lost import find_lost_names
from termkit.check.placeholders import PLACEHOLDER
from termkit.check.renderings import find_renderings
from termkit.check.rule import Mark, rule
from termkit.check.view import TextView, UnitView
from termkit.glossary.matcher import Match
from termkit.model.span import Span

_LEAST = 90.0  # letters of English; a headline or a caption may be cut to anything
# By how many signs speak for it besides the length: none, one, two.
_MUCH_SHORTER, _SHORTER, _A_BIT_SHORTER = 0.4, 0.56, 0.75
_MUCH_LONGER, _LONGER, _A_BIT_LONGER = 2.5, 1.8, 1.35
_LONG = 20  # code points of a sentence that does not come twice by chance
_LETTER = re.compile(r"[^\W\d_]")
_CLAUSE = re.compile(r"[^，；。！？]{4,}")
_END = re.compile(r"[.!?。！？…]+[\"”’»」』）)]*(?:\s|$|(?=[^\s\d]))")


@rule("B401", "left-out", scope="translation", severity="warning", since="0.1")
def RULE(view: UnitView) -> Iterator[Mark]:
    """A part of the source is not translated, or the translation says what the source does not.

    A translation is reported that is much shorter or longer than its source. Where a sentence or
    a number is missing as well, less is enough; where a sentence and a number, name or
    placeholder are, or a sentence is there twice, less again. One Han character counts as 3.8
    letters.

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
    if _A_BIT_SHORTER <= there / here <= _A_BIT_LONGER:
        return
    here, there = (
        length - known for length, known in zip((here, there), _known(view), strict=True)
    )
    if max(here, there) < _LEAST:
        return
    share = there / max(here, 1.0)
    if not _has_letter(source) or not _has_letter(target):
        return
    fewer = _fewer(source, target)
    amounts = view.once(find_amounts)
    if share < 1:
        signs = (fewer > 0) + (amounts is not None and len(amounts.lost) > 0)
        if share >= _SHORTER and signs == 1 and fewer > 0:
            signs += _names_less(view)
        if share < (_MUCH_SHORTER, _SHORTER, _A_BIT_SHORTER)[signs]:
            yield source.mark(
                Span(0, len(source.text)),
                f"the translation has {share:.0%} of the length that is usual:"
                " something may be left out",
            )
    else:
        signs = (fewer < 0) + (amounts is not None and len(amounts.added) > 0)
        if signs == 1 and fewer < 0 and _repeats(target) and not _repeats(source):
            signs += 1
        if share > (_MUCH_LONGER, _LONGER, _A_BIT_LONGER)[signs]:
            yield target.mark(
                Span(0, len(target.text)),
                f"the translation has {share:.0%} of the length that is usual:"
                " something may be added",
            )


def _known(view: UnitView) -> tuple[float, float]:
    """The length of what the glossary knows on both sides: 全国政协 is twelve words of English."""
    assert view.source is not None
    sides: list[list[Match]] = [[], []]
    for found in view.once(find_renderings):
        if found.valid:
            sides[0] += found.source
            sides[1] += found.valid
    here, there = (
        sum(
            measure(span, text.lang)
            for span in {match.span: match.text for match in matches}.values()
        )
        for text, matches in zip((view.source, view.target), sides, strict=True)
    )
    return here, there


def _names_less(view: UnitView) -> bool:
    """Whether a name or a placeholder of the source is not in the target."""
    assert view.source is not None
    if any(lost.wrong is None for lost in view.once(find_lost_names)):
        return True
    here, there = (PLACEHOLDER.findall(text.text) for text in (view.source, view.target))
    return bool(Counter(here) - Counter(there))


def _repeats(text: TextView) -> bool:
    """Whether a sentence stands twice."""
    written = [span.slice(text.text).strip() for span in text.sentences]
    return any(times > 1 and len(one) >= _LONG for one, times in Counter(written).items())


def _fewer(source: TextView, target: TextView) -> int:
    """How many sentences the target has less; below 0 how many more.

    What is a clause in Chinese may be a sentence elsewhere.
    """
    here, there = _sentences(source), _sentences(target)
    if there > here:
        here = min(there, max(here, _clauses(source)))
    elif here > there:
        there = min(here, max(there, _clauses(target)))
    return here - there


def _clauses(text: TextView) -> int:
    return len(_CLAUSE.findall(text.text)) if text.lang.startswith("zh") else 0


def _sentences(text: TextView) -> int:
    """Number of ends of sentences; a text without any is one."""
    return max(1, len(text.sentences)) if _END.search(text.text) else 1


def _has_letter(text: TextView) -> bool:
    return _LETTER.search(text.text) is not None
