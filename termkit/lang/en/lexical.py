"""English words as a dictionary has them: without the possessive."""

from __future__ import annotations

from termkit.lang.words import find_words
from termkit.model.span import Span

_POSSESSIVES = ("'s", "\u2019s", "'S", "\u2019S")


def find_lexical_words(text: str) -> tuple[Span, ...]:
    """Spans of the words of a normalised text.

    >>> text = "China's people-to-people ties don't end."
    >>> [span.slice(text) for span in find_lexical_words(text)]
    ['China', 'people', 'to', 'people', 'ties', "don't", 'end']
    """
    return tuple(
        Span(span.start, span.end - 2) if span.slice(text).endswith(_POSSESSIVES) else span
        for span in find_words(text)
    )
