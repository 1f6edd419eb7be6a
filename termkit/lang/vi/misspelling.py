"""Vietnamese syllables that stand for no word, one mark or letter away from half a compound.

A syllable is a word of its own, or part of one. *Kiên thức* is neither: *kiên* is no word,
and no compound holds it together with a neighbour, while *kiến thức* is one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from termkit.lang.tables import load_words
from termkit.lang.vi.compounds import neighbours
from termkit.lang.vi.syllables import is_syllable, is_unmarked_syllable, parse_syllable
from termkit.lang.vi.tones import set_tone_style
from termkit.model.span import Span
from termkit.text.fold import fold
from termkit.text.memory import Memory
from termkit.text.near import one_edit_apart

_SYLLABLE = re.compile(r"[^\W\d_]+")
_REACH = 12  # code points: a syllable and a space
_LEAST = 2  # letters


def find_misspelt_syllables(text: str) -> Iterator[tuple[Span, str]]:
    """Syllables that must be slips, each with the one that was meant, in order.

    >>> [meant for _, meant in find_misspelt_syllables("đã phê duyêt, tăng kim nghạch")]
    ['duyệt', 'ngạch']
    >>> list(find_misspelt_syllables("tài liệu, người dùng, in an toàn, sông Kôn, kiên quyết"))
    []
    >>> list(find_misspelt_syllables("chỉ số của Hong Kong tăng"))
    []
    """
    syllables = list(_SYLLABLE.finditer(text))
    for place, found in enumerate(syllables):
        if not _is_half(found[0]):
            continue
        left = syllables[place - 1] if place else None
        right = syllables[place + 1] if place + 1 < len(syllables) else None
        if left is not None and not _stands_before(text, left, found):
            left = None
        if right is not None and text[found.end() : right.start()] != " ":
            right = None
        if left is not None and found[0][0].isupper() and left[0][0].isupper():
            continue  # the end of a name: Hong Kong
        key = _key(found[0])
        before, after = _key(left[0]) if left else "", _key(right[0]) if right else ""
        if (before, key) in neighbours() or (key, after) in neighbours():
            continue
        for beside, meant in _readings(before, key, after):
            slip = (left, found, right)[beside + 1]
            assert slip is not None  # a reading is of what is there
            span = Span(*slip.span())
            yield span, meant.capitalize() if text[span.start].isupper() else meant
            break


def _stands_before(text: str, left: re.Match[str], found: re.Match[str]) -> bool:
    near = left.start() >= found.start() - _REACH
    return near and text[left.end() : found.start()] == " "


def is_used_syllable(word: str) -> bool:
    """Whether a syllable is a word or part of one.

    >>> is_used_syllable("nguyện"), is_used_syllable("nguyển")
    (True, False)
    """
    return _key(word) in _used()


@cache
def _used() -> frozenset[str]:
    parts = (part for compound in load_words("vi", "compounds") for part in compound.split())
    return load_words("vi", "single_words").union(parts)


@lru_cache(maxsize=1 << 14)
def _key(word: str) -> str:
    return set_tone_style(word.lower(), "old")


@lru_cache(maxsize=1 << 14)
def _is_half(word: str) -> bool:
    """Whether a syllable is no word of its own, and no foreign one either."""
    key = _key(word)
    if len(key) < _LEAST or (not word.islower() and (not word.istitle() or is_syllable(key))):
        return False
    if key in load_words("vi", "single_words") or key in load_words("vi", "function_words"):
        return False
    if not key.isascii():
        return True
    return is_unmarked_syllable(key) and key not in load_words("en", "common_words")


def _readings(before: str, key: str, after: str) -> Iterator[tuple[int, str]]:
    """Which of the three may be the slip, as its place beside the half, and what was meant.

    Itself; or its neighbour, as in *lang giềng*, where *giềng* is right and *lang* a word.
    """
    own = {*_near(_seconds().get(before, ()), key), *_near(_firsts().get(after, ()), key)}
    for place, near in (
        (0, own),
        (-1, _near(_firsts().get(key, ()), before)),
        (1, _near(_seconds().get(key, ()), after)),
    ):
        written = (before, key, after)[place + 1]
        same_letters = {word for word in near if _LETTERS[word] == _LETTERS[written]}
        found = same_letters or near
        if len(found) == 1:
            yield place, found.pop()


def _near(words: Iterable[str], key: str) -> set[str]:
    """The syllables that are one slip from another: other marks, or one other letter.

    The place of the tone mark alone is another matter: *hoà*, *lựơc*.
    """
    letters, parsed = _LETTERS[key], parse_syllable(key)
    is_garbled = len(key) > 3 and not is_syllable(key)
    found = set()
    for word in words:
        if _LETTERS[word] == letters:
            if word != key and (parsed is None or parsed != parse_syllable(word)):
                found.add(word)
        elif is_garbled and one_edit_apart(_LETTERS[word], letters):
            found.add(word)
    return found


_LETTERS = Memory(fold)


@cache
def _seconds() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for first, second in neighbours():
        found[first].add(second)
    return found


@cache
def _firsts() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for first, second in neighbours():
        found[second].add(first)
    return found
