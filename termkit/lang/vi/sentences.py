"""Sentences of Vietnamese text."""

from __future__ import annotations

from functools import cache

from termkit.lang.full_stops import Habits
from termkit.lang.sentence_ends import split_sentences
from termkit.lang.tables import load_rows, load_words
from termkit.model.span import Span


def find_sentences(text: str) -> tuple[Span, ...]:
    """Spans of the sentences of a normalised text, in order.

    >>> text = "GS.TS. Nguyễn Văn A ở TP. Hồ Chí Minh. Giá là 1.200,5 đồng... Rồi sao?"
    >>> [span.slice(text) for span in find_sentences(text)]
    ['GS.TS. Nguyễn Văn A ở TP. Hồ Chí Minh.', 'Giá là 1.200,5 đồng...', 'Rồi sao?']
    """
    return split_sentences(text, _habits())


@cache
def _habits() -> Habits:
    return Habits(
        {row[0]: row[1] for row in load_rows("vi", "abbreviations")},
        load_words("vi", "sentence_starters"),
        load_words("vi", "lettered_words"),
        load_words("vi", "speech_verbs"),
    )
