"""Ordinary English words that are spelled like an acronym or a syllable: *who*, *to*, *an*."""

from __future__ import annotations

from termkit.lang.tables import load_words


def is_ordinary_word(word: str) -> bool:
    """Whether a lower-case word is one of the thirty thousand commonest.

    >>> is_ordinary_word("who"), is_ordinary_word("cpv")
    (True, False)
    """
    return word in load_words("en", "common_words")


def is_function_word(word: str) -> bool:
    """Whether a lower-case word is one that only grammar needs: *in*, *the*, *said*."""
    return word in load_words("en", "function_words")
