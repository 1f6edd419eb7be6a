"""Sentences of English text."""

from __future__ import annotations

from functools import cache

from termkit.lang.full_stops import Habits
from termkit.lang.sentence_ends import split_sentences
from termkit.lang.tables import load_rows, load_words
from termkit.model.span import Span


def find_sentences(text: str) -> tuple[Span, ...]:
    """Spans of the sentences of a normalised text, in order.

    >>> text = 'It ends at 5 p.m. Wednesday. "Why?" he asked Mr. Lam. No. 5 is the U.S. President.'
    >>> [span.slice(text) for span in find_sentences(text)]
    ['It ends at 5 p.m. Wednesday.', '"Why?" he asked Mr. Lam.', 'No. 5 is the U.S. President.']
    """
    return split_sentences(text, sentence_habits())


@cache
def sentence_habits() -> Habits:
    """The list of sacremoses, with our own rows over it: they know *a.m.* and *Inc.*"""
    rows = load_rows("en", "nonbreaking_prefixes") + load_rows("en", "abbreviations")
    return Habits(
        {row[0]: row[1] for row in rows},
        load_words("en", "sentence_starters"),
        load_words("en", "lettered_words"),
        load_words("en", "speech_verbs"),
    )
