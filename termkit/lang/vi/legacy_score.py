"""How probable a word is as Vietnamese, and as a word of another language in Latin letters.

A wrong reading of bytes makes words that no Vietnamese writes; the right one makes common
syllables. Both are logarithms of probabilities per word, so the sums over a line compare.

Source: syllables counted in the packaged tables of compounds, places and names; the pairs of
vowels with a mark on the second are those of French, Spanish, Portuguese, German and Italian.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache, lru_cache

from termkit.lang.tables import load_words
from termkit.lang.vi.legacy_typography import is_syllable
from termkit.lang.vi.tones import tone_key

RARE = -12.5  # a syllable that can be and that no table has
IMPOSSIBLE = -24.0  # letters that make no syllable
_FOREIGN = -10.0  # a word of a European language with a mark on it
_ODD = 6.0  # what a sign or a capital inside a word, or a vowel no such language has, costs

_COMMON = frozenset("àâäáãåæçèéêëíìîïñóòôöõøùúûüßœšžÀÂÄÁÇÈÉÊËÍÎÏÑÓÔÖÕØÙÚÛÜŒŠŽÅÆ'’")
_RARE_LETTERS = frozenset("ÿýþðÃÌÒÝÞÐŸ")
_HIATUS = frozenset(
    [
        "aï",
        "aë",
        "aé",
        "aí",
        "aú",
        "aî",
        "aò",
        "ao",
        "eé",
        "eï",
        "eí",
        "eó",
        "eú",
        "eû",
        "eà",
        "eü",
        "eë",
        "ié",
        "iè",
        "iê",
        "ië",
        "iá",
        "ió",
        "iö",
        "iú",
        "iâ",
        "oï",
        "oë",
        "oé",
        "oè",
        "oí",
        "oû",
        "oö",
        "oü",
        "où",
        "uë",
        "ué",
        "uè",
        "uê",
        "uá",
        "uó",
        "uí",
        "uï",
        "uâ",
        "yé",
        "yè",
        "aê",
        "oê",
        "oà",
        "eá",
        "eö",
        "ua",
    ]
)
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=1 << 14)
def vietnamese(word: str) -> float:
    """Logarithm of the probability of a word as a Vietnamese syllable.

    Capitals inside a word cost something, tone placement nothing.

    >>> vietnamese("Nguyễn") > vietnamese("nguỷnh") > vietnamese("Vöông")
    True
    """
    small = word.lower()
    count = _counts()[0].get(tone_key(small), 0)
    possible = RARE if is_syllable(small) else IMPOSSIBLE
    score = math.log(count / _counts()[1]) if count else possible
    cased = word in (small, word.upper()) or word[1:] == small[1:]
    return score if cased else score - _ODD


@lru_cache(maxsize=1 << 14)
def foreign(word: str) -> float:
    """Logarithm of the probability of a word with marks in another European language.

    >>> foreign("Noël") > foreign("NguyÔn"), foreign("théâtre") > foreign("Hoaøng")
    (True, True)
    """
    score = _FOREIGN
    small = word.lower()
    for at, letter in enumerate(word):
        if letter.isascii():
            continue
        if letter not in _COMMON:
            score -= _ODD / 2 if letter in _RARE_LETTERS else _ODD
        if letter.isupper() and at and word[at - 1].islower():
            score -= _ODD
        if at and small[at - 1] in _VOWELS and small[at - 1 : at + 1] not in _HIATUS:
            score -= _ODD
        if at and not word[at - 1].isascii() and small[at - 1 : at + 1] not in ("éé", "éâ", "éè"):
            score -= _ODD / 2
    return score


@lru_cache(maxsize=1 << 14)
def bare(word: str) -> float:
    """What an ASCII word speaks for Vietnamese, in the unit of the two above.

    >>> bare("Trung") > 0 > bare("government"), bare("UNESCO")
    (True, 0.0)
    """
    if word.isupper() and len(word) > 1 and not is_syllable(word):
        return 0.0
    if _counts()[0].get(word.lower(), 0) > 2:
        return 0.7
    return -1.0 if is_syllable(word) else -3.0


@cache
def _counts() -> tuple[Counter[str], int]:
    """Syllables in the packaged tables, and how many that makes."""
    found: Counter[str] = Counter()
    for table in ("compounds", "places", "family_names", "given_names", "function_words"):
        for entry in load_words("vi", table):
            found.update(re.findall(r"[^\W\d_]+", tone_key(entry.lower())))
    return found, sum(found.values())
