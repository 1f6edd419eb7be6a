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
_SIGN = -5.0  # signs that stand alone: °, §, ×
_ODD = 6.0  # what a sign or a capital inside a word, or a vowel no such language has, costs

_COMMON = frozenset("àâäáãåæçèéêëíìîïñóòôöõøùúûüßœšžÀÂÄÁÇÈÉÊËÍÎÏÑÓÔÖÕØÙÚÛÜŒŠŽÅÆ'’")
_RARE_LETTERS = frozenset("ÿýþðÃÌÒÝÞÐŸ")
_HIATUS = frozenset(
    re.findall(
        "..",
        "aïaëaéaíaúaîaòeéeïeíeóeúeûeàeüeëeáeöiéièiêiëiáióiöiúiâ"
        "oïoëoéoèoíoûoöoüoùoêoàuëuéuèuêuáuóuíuïuâyéyèaê",
    )
)
_CODE = re.compile(r"//|^-+[a-z]|^/|[\w/][/_@=][\w/]|\w-\w+-\w")
_GAP = re.compile("[ \\t\\n\\r]+")  # other spaces of Unicode are bytes of letters
_GRAMMAR = 200
_HEADS = ("xã", "phường", "quận", "huyện", "tỉnh", "thành", "phố", "thị", "trấn", "ông", "bà")
_SYLLABLE = re.compile(r"[^\W\d_]+")
_UNIT = re.compile("[A-Za-z]{1,3}[²³º°µ]")  # m², nº
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
    return score if _is_cased(word) else score - _ODD


@lru_cache(maxsize=1 << 14)
def foreign(word: str) -> float:
    """Logarithm of the probability of a word with marks in another European language.

    >>> foreign("Noël") > foreign("NguyÔn"), foreign("théâtre") > foreign("Hoaøng")
    (True, True)
    """
    if not any(map(str.isalpha, word)):
        return _SIGN
    if _UNIT.fullmatch(word):
        return _FOREIGN
    small = word.lower()
    score = _FOREIGN if _is_cased(word) else _FOREIGN - _ODD
    for at, letter in enumerate(word):
        if letter.isascii() and letter >= " ":
            continue
        if letter not in _COMMON:
            score -= _ODD / 2 if letter in _RARE_LETTERS else _ODD
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


def prose(text: str) -> str:
    """A text without its addresses, paths and options: they are no words of any language.

    >>> prose("lệnh dpkg --force-all ghi vào /etc/hosts")
    'lệnh dpkg ghi vào'
    """
    chunks = _GAP.split(text)
    return " ".join(one for one in chunks if not (one.isascii() and _CODE.search(one)))


@cache
def family_names() -> frozenset[str]:
    """Vietnamese family names in lower case, tones in the old style."""
    return frozenset(tone_key(name.lower()) for name in load_words("vi", "family_names"))


def _is_cased(word: str) -> bool:
    """Whether a word is small, titled or capital."""
    return word.islower() or word.isupper() or word[1:].islower()


@cache
def _counts() -> tuple[Counter[str], int]:
    """Syllables in the packaged tables, and how many that makes."""
    tables = ("compounds", "places", "family_names", "given_names")
    text = "\n".join("\n".join(load_words("vi", table)) for table in tables)
    found = Counter(_SYLLABLE.findall(tone_key(text.lower())))
    # Grammar stands in every sentence and heads before every name, but in few compounds.
    for word in (*load_words("vi", "function_words"), *_HEADS):
        found[tone_key(word.lower())] += _GRAMMAR
    return found, sum(found.values())
