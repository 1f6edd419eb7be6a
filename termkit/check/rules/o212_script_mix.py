"""O212: a traditional character in a simplified text, or the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.rule import Mark, rule
from termkit.check.signal import both, some_character
from termkit.check.view import DocumentView
from termkit.lang.zh.hanzi import simplify, traditional_variants
from termkit.lang.zh.script import han_side
from termkit.model.span import Span

_NAMES = {1: "traditional", -1: "simplified"}
_TITLE = re.compile("《[^》]*》|〈[^〉]*〉")
# Variants that the table of 2013 gives back to names, as in 毕昇.
_IN_NAMES = frozenset("昇喆堃犇淼甯邨迺頫勣龢徵濛脩")
# The other script's characters must be this many times as common in the text, in the paragraph.
_CLEAR, _IN_PARAGRAPH = 10, 3


@rule(
    "O212",
    "script-mix",
    scope="document",
    severity="warning",
    since="0.1",
    languages=("zh",),
    signal=both(
        some_character(lambda character: han_side(character) > 0),
        some_character(lambda character: han_side(character) < 0),
    ),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """A character of the other Chinese script: 國 in a simplified text, 国 in a traditional one.

    Characters that both scripts share, variants that names keep, titles of works, and
    paragraphs that are in the other script as a whole are left alone.

    ## Why it matters
    It shows where text was pasted in, and no search finds the word.

    ## Use instead
    The form of the script that the rest of the text is in.

    ## Source
    GB 2312-1980 and Big5: the characters of the two scripts; OpenCC and Unihan on which
    stands for which; 通用规范汉字表 (2013) on variants in names.
    """
    balance = sum(han_side(character) for text in view.texts for character in text.text)
    usual = 1 if balance > 0 else -1
    odd = [_odd_runs(text.text, usual) for text in view.texts]
    number = sum(len(run) for runs in odd for run in runs)
    if not number or abs(balance) < _CLEAR * number:
        return
    everything = "".join(text.text for text in view.texts)
    for text, runs in zip(view.texts, odd, strict=True):
        own = sum(han_side(character) == usual for character in text.text)
        if own < _IN_PARAGRAPH * sum(map(len, runs)):
            continue
        for span in runs:
            written = span.slice(text.text)
            right = _turned(written, usual)
            if everything.count(written) > 1 and right not in everything:
                continue  # always so: the name of somebody, 三塚
            yield text.mark(
                span,
                f"{written!r} is {_NAMES[-usual]} in a {_NAMES[usual]} text",
                replacement=right,
            )


def _odd_runs(text: str, usual: int) -> list[Span]:
    """Stretches of characters that only the other script has."""
    titles = [Span(*match.span()) for match in _TITLE.finditer(text)]
    runs: list[Span] = []
    for index, character in enumerate(text):
        if han_side(character) != -usual or character in _IN_NAMES:
            continue
        here = Span(index, index + 1)
        if _turned(character, usual) == character or any(t.contains(here) for t in titles):
            continue
        if runs and runs[-1].end == index:
            here = Span(runs.pop().start, index + 1)
        runs.append(here)
    return runs


def _turned(text: str, usual: int) -> str:
    if usual < 0:
        return simplify(text)
    return "".join((traditional_variants(character) or (character,))[0] for character in text)
