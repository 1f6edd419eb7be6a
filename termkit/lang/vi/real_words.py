"""Vietnamese words that are right and stand in the wrong place: *đường sắc* for *đường sắt*.

Both syllables are words, so no list of words tells the slip. But nobody writes the pair, while
a common word of two syllables differs from it in marks alone, or sounds alike. Tables say which
words are common, which pairs like them have been seen all the same (*bảng gốc*, beside *bản
gốc*), and which syllables may have any neighbour.

Source: Mays, Damerau and Mercer (1991), Context based spelling correction; Kukich (1992),
Techniques for automatically correcting words in text, on real-word errors.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise, starmap

from termkit.lang.tables import load_rows, load_words
from termkit.lang.vi.compounds import neighbours
from termkit.lang.vi.marks import without_marks
from termkit.lang.vi.sounds import find_sound, sound_alike
from termkit.lang.vi.syllables import is_syllable, parse_syllable
from termkit.lang.vi.tones import tone_key
from termkit.model.span import Span
from termkit.text.memory import Memory

_SYLLABLE = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r" \d")
_LONG_A = re.compile(
    "a\N{COMBINING CIRCUMFLEX ACCENT}(?=[\N{COMBINING GRAVE ACCENT}-\N{COMBINING DOT BELOW}]?[uy])"
)
# Times a slip is likelier than a meeting by chance, in the first syllable and in the second.
_LIKELIER = (200, 450)
_FEW = 10  # neighbours; what has fewer is no likelier
# Words of stories, which the news does not count: ngươi làm, hắn lại.
_OF_STORIES = frozenset({"ngươi", "hắn", "nàng", "chàng", "nó", "hẳn", "giạt"})
Run = list[re.Match[str]]
Counted = dict[object, dict[str, int]]
_LONG = 40  # letters of a pair that does not come back


def find_real_word_errors(text: str) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Syllables that are the wrong word, each with those that may be meant, in order.

    >>> text = "Hai bên giải quyết vấn đè suất khẩu, mở rộng đường sắc."
    >>> [(span.slice(text), meant) for span, meant in find_real_word_errors(text)]
    [('đè', ('đề',)), ('suất', ('xuất',)), ('sắc', ('sắt',))]

    What is half of a word with its other neighbour, or a name, is left alone.

    >>> list(find_real_word_errors("Dọc đường sắc lệnh được đọc to, có bà Đường Sắc."))
    []
    """
    syllables = map(_KEYS.__getitem__, _SYLLABLE.findall(text))
    if not any(starmap(_readings, set(pairwise(syllables)) - _REFUSED)):
        return  # the usual case
    for run in _runs(text):
        keys = ["", "", *(_KEYS[found[0]] for found in run), "", ""]
        for at, (one, other) in enumerate(pairwise(run)):
            meant = _readings(*keys[at + 2 : at + 4])
            if not meant or _is_bound(keys[at : at + 6]):
                continue
            if other[0][0].isupper() or one[0] in load_words("vi", "country_short"):
                continue
            if _NUMBER.match(text, other.end()):
                continue  # hầm số 2
            if one[0][0].isupper() and at:
                if run[at - 1][0][0].isupper():
                    continue  # the end of a name: Hà Nội quý này
                meant = tuple(reading for reading in meant if reading[0] == 1)
            for place in sorted({place for place, _ in meant}):
                words = tuple(sorted(word for where, word in meant if where == place))
                yield Span(*run[at + place].span()), words
                break


def _runs(text: str) -> Iterator[Run]:
    """Syllables with one space and nothing else between them."""
    run: Run = []
    for found in _SYLLABLE.finditer(text):
        if run and text[run[-1].end() : found.start()] != " ":
            yield run
            run = []
        run.append(found)
    yield run


_KEYS = Memory(lambda syllable: tone_key(syllable.lower()))
_REFUSED: set[tuple[str, str]] = set()
_MOST = 1 << 18  # pairs that are remembered


def _readings(first: str, second: str) -> tuple[tuple[int, str], ...]:
    """What a pair that nobody writes may stand for: which of the two, and the right syllable."""
    pair = first, second
    if pair in _REFUSED:
        return ()
    found = () if pair in neighbours() or pair in _seen() else slips_of_common_words(first, second)
    if not found and len(first) + len(second) < _LONG:
        if len(_REFUSED) >= _MOST:
            _REFUSED.clear()
        _REFUSED.add(pair)
    return found


def slips_of_common_words(first: str, second: str) -> tuple[tuple[int, str], ...]:
    """What a pair of syllables is a slip for: the place of the wrong one, and the right one.

    The more often the common word was counted, the likelier is a slip in it; the more neighbours
    the two syllables have, the likelier have they met by chance.

    >>> slips_of_common_words("đường", "sắc"), slips_of_common_words("nâng", "sắc")
    (((1, 'sắt'),), ())
    """
    found = (
        *((0, word, count) for word, count in _alike(_before(second), first)),
        *((1, word, count) for word, count in _alike(_behind(first), second)),
    )
    if not found:
        return ()
    chance = _neighbours(first)[0] * _neighbours(second)[1]
    return tuple(
        (place, word)
        for place, word, count in found
        if count * _LIKELIER[place] >= chance and _is_confusable((first, second)[place], word)
    )


def _alike(common: Counted, syllable: str) -> Iterator[tuple[str, int]]:
    """The syllables of some words with the letters or the sound of another, and their numbers."""
    if common:
        sound = find_sound(syllable)
        yield from (
            common.get(_bare(syllable), {}) | (common.get(sound, {}) if sound else {})
        ).items()


@lru_cache(maxsize=1 << 13)
def _before(syllable: str) -> Counted:
    return _by_letters_and_sound(_common()[1].get(syllable, {}))


@lru_cache(maxsize=1 << 13)
def _behind(syllable: str) -> Counted:
    return _by_letters_and_sound(_common()[0].get(syllable, {}))


def _by_letters_and_sound(counts: dict[str, int]) -> Counted:
    found: Counted = {}
    for word, count in counts.items():
        for key in {_bare(word), find_sound(word)}:
            found.setdefault(key, {})[word] = count
    return found


@lru_cache(maxsize=1 << 16)
def _is_confusable(word: str, meant: str) -> bool:
    """Whether a syllable differs from another in marks, or is the same in some speaker's mouth."""
    if not is_syllable(word) or word in _grammar():
        return False
    if _bare(word) == _bare(meant):
        older = _LONG_A.sub("a", unicodedata.normalize("NFD", word))  # bầy tỏ, mầu sắc
        if older == unicodedata.normalize("NFD", meant):
            return False
        return parse_syllable(word) != parse_syllable(meant)
    return sound_alike(word, meant)


_bare = lru_cache(maxsize=1 << 14)(without_marks)


def _is_bound(keys: list[str]) -> bool:
    """Whether the middle two of six make words with their other neighbours.

    A neighbour that makes one with its own does not count: *hợp tác* chiến lược.
    """
    far, before, first, second, after, beyond = keys
    words = neighbours()
    if (before, first) in words and (far, before) not in words:
        return True
    return (second, after) in words and (after, beyond) not in words


@cache
def _common() -> tuple[dict[str, dict[str, int]], dict[str, dict[str, int]]]:
    """How often the common words were counted, by their first syllable and by their second."""
    forwards: dict[str, dict[str, int]] = defaultdict(dict)
    backwards: dict[str, dict[str, int]] = defaultdict(dict)
    for first, second, count in load_rows("vi", "common_words"):
        forwards[first][second] = backwards[second][first] = int(count)
    return forwards, backwards


def _neighbours(syllable: str) -> tuple[int, int]:
    """How many different syllables follow it, and how many it follows."""
    return _all_neighbours().get(syllable, (_FEW, _FEW))


@cache
def _all_neighbours() -> dict[str, tuple[int, int]]:
    rows = load_rows("vi", "neighbours")
    return {word: (max(_FEW, int(after)), max(_FEW, int(before))) for word, after, before in rows}


@cache
def _seen() -> frozenset[tuple[str, ...]]:
    return frozenset(load_rows("vi", "seen_pairs"))


@cache
def _grammar() -> frozenset[str]:
    """Words of grammar and number: they may have any neighbour."""
    numbers = {row[0] for row in load_rows("vi", "numerals") if row[2] != "hint"}
    return load_words("vi", "function_words") | numbers | _OF_STORIES
