"""Vietnamese words as a dictionary has them: syllables put together by a list of compounds."""

from __future__ import annotations

from termkit.lang.vi.compounds import cut_words
from termkit.lang.vi.tones import tone_key
from termkit.lang.words import find_words
from termkit.model.span import Span

_LONGEST = 200  # syllables put together at once


def find_lexical_words(text: str) -> tuple[Span, ...]:
    """Spans of the words of a normalised text, of one or more syllables.

    >>> text = "Hai bên đã trao đổi về hòa bình và ổn định ở Biển Đông."
    >>> [span.slice(text) for span in find_lexical_words(text)][3:8]
    ['trao đổi', 'về', 'hòa bình', 'và', 'ổn định']
    """
    found: list[Span] = []
    run: list[Span] = []
    for span in find_words(text):
        if run and (text[run[-1].end : span.start] != " " or len(run) == _LONGEST):
            found.extend(_words(text, run))
            run = []
        run.append(span)
    found.extend(_words(text, run))
    return tuple(found)


def _words(text: str, run: list[Span]) -> list[Span]:
    cut = cut_words([tone_key(span.slice(text).lower()) for span in run])
    return [Span(run[start].start, run[end - 1].end) for start, end in cut]
