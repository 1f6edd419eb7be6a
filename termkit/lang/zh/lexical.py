"""Chinese words as a dictionary has them: runs of characters cut in the most probable way."""

from __future__ import annotations

from itertools import groupby

from termkit.lang.words import find_words
from termkit.lang.zh.compounds import cut_words
from termkit.model.span import Span
from termkit.text.scripts import is_han

_LONGEST = 200  # characters cut at once; no sentence is longer without punctuation


def find_lexical_words(text: str) -> tuple[Span, ...]:
    """Spans of the words of a normalised text; an unknown name falls into characters.

    >>> text = "构建命运共同体，ASEAN 3.5%"
    >>> [span.slice(text) for span in find_lexical_words(text)]
    ['构建', '命运', '共同体', 'ASEAN', '3.5']
    """
    found: list[Span] = []
    spans = find_words(text)
    for (together, _, _), group in groupby(enumerate(spans), key=lambda item: _run_of(text, *item)):
        members = [span for _, span in group]
        if together:
            start = members[0].start
            words = cut_words(text[start : members[-1].end])
            found.extend(Span(start + a, start + b) for a, b in reversed(words))
        else:
            found.extend(members)
    return tuple(found)


def _run_of(text: str, number: int, span: Span) -> tuple[bool, int, int]:
    """What the characters of one run have in common, and nothing else has."""
    if not is_han(text[span.start]):
        return (False, number, 0)
    return (True, span.start - number, number // _LONGEST)
