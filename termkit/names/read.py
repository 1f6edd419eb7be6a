"""A written name taken apart once, for every comparison it will meet.

Words without their separators, their letters without marks, initials, and the Han characters
if it has any. Reading a name is most of the work of comparing it, so it is remembered.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from sys import intern
from typing import TYPE_CHECKING, Any

from termkit.lang.tables import load_rows, load_words
from termkit.names.words import Word, is_onset, read_word
from termkit.text.normalise import normalise
from termkit.text.scripts import HAN

if TYPE_CHECKING:
    from termkit.names.titles import Bare

MOST_CHARACTERS = 240
"""A longer text is no name."""
MOST_INITIALS = 5
"""A longer run of capitals is a word."""
MOST_WORDS = 24
"""A name of more words is compared in the order written only."""

_APOSTROPHES = dict.fromkeys(
    map(ord, "\u2018\u2019\u02bc\u02bb\u0060\u00b4\u2032\u201b\uff07"), "'"
)
# What needs no normalising: Latin letters, composed, and the usual separators.
_PLAIN = re.compile("[A-Za-z\u00c0-\u024f\u1ea0-\u1ef9 '.,\\-]*")
# Words of two letters and more that are no run of capitals, a space or a hyphen apart.
_WORDS = "(?:[A-Za-zÀ-ÖØ-öø-ɏẠ-ỹ][a-zß-öø-ÿăđĩũơưạ-ỹ][A-Za-zÀ-ÖØ-öø-ɏẠ-ỹ]*)"
_SIMPLE = re.compile(f"{_WORDS}(?:[ -]{_WORDS})*")
_MARK = "\u0300-\u036f"
# An opening bracket ends the search of the one before, so that a row of them takes linear time.
_ASIDE = re.compile(r"[(\[（【][^(\[（【)\]）】]*[)\]）】]")
# The same words where there are only Latin letters, composed: a third of the time.
_PLAIN_WORD = re.compile("[A-Za-zÀ-ÖØ-öø-ɏẠ-ỹ]+(?:'[A-Za-zÀ-ÖØ-öø-ɏẠ-ỹ]+)*")
_SHOUTED = re.compile("[A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ]{2,}(?: [A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ]{2,})*")
_TAKEN_APART = frozenset(("bases", "letters", "marked"))
_NONE: frozenset[int] = frozenset()
_PLACES = {_NONE: _NONE}
_VOWELS = frozenset("aeiouy")
# The H of a woman's name among the Ede, the K of the K'ho: H' Yim is H'Yim.
_LOOSE_PREFIX = re.compile("(?<![^\\W_])(?<!')([HhKk])' +(?=[^\\W\\d_])")
# Đ in telegrams and in French spelling: Gjinh and Djinh are Đinh.
_SPELLED_D = re.compile("[dg]j(?=[^\\W\\d])")


class _Bases(dict[str, str]):
    """The letters of a word without marks; a syllable costs one look-up when it is met again."""

    def __missing__(self, word: str) -> str:
        base = read_word(word).base
        if len(self) < _MOST_BASES:
            self[word] = base
        return base


_MOST_BASES = 1 << 15
_BASES = _Bases()


class NameText:
    """A name as text: its words and what they have in common with other names.

    Attributes:
        words: In lower case, composed, with apostrophes; Han runs are not among them.
        letters: All their letters without marks, closed up.
        key: The same with one spelling for one sound.
        bases: The words without marks.
        initials: Which words are initials.
        marked: Whether any word has a mark.
        han: Its Han characters.
        joints: Which words are joined by a hyphen to the word before.
        text: The whole as written, normalised.
        bares: The name without its titles, once `names.titles` was asked for it.
    """

    __slots__ = (
        "bares", "bases", "han", "initials", "joints", "key", "letters", "marked", "text", "words",
    )  # fmt: skip

    bares: tuple[Bare, ...] | None
    bases: tuple[str, ...]
    key: str
    letters: str
    marked: bool

    def __init__(
        self,
        words: tuple[str, ...],
        *,
        initials: frozenset[int] = _NONE,
        joints: frozenset[int] = _NONE,
        han: str = "",
        text: str = "",
    ) -> None:
        self.words = words
        self.initials = initials
        self.joints = joints
        self.han = han
        self.text = text
        self.bares = None

    def __getattr__(self, name: str) -> Any:
        """Most names that are one need no letters: they are taken apart when first asked for."""
        if name == "key":
            self.key = "".join([word.key for word in self.read])
        elif name in _TAKEN_APART:
            self.bases = bases = tuple(map(_BASES.__getitem__, self.words))
            self.letters = "".join(bases)
            self.marked = bases != self.words and not all(map(str.isascii, self.words))
        else:
            raise AttributeError(name)
        return getattr(self, name)

    @property
    def read(self) -> list[Word]:
        """The words taken apart."""
        return list(map(read_word, self.words))

    def part(self, start: int, end: int) -> NameText:
        """Some of its words as a name of their own."""
        return NameText(
            self.words[start:end],
            initials=_counted_from(start, self.initials, range(start, end)),
            joints=_counted_from(start, self.joints, range(start + 1, end)),
            han=self.han,
            text=" ".join(self.words[start:end]).title(),
        )


@lru_cache(maxsize=1 << 15)
def read_name(text: str) -> NameText:
    """Read a name in any script; whatever is no word is passed over.

    >>> read_name("LE, Hoài Trung").words, sorted(read_name("L. H. Trung").initials)
    (('le', 'hoài', 'trung'), [0, 1])
    >>> read_name("Viet-Nam").letters, read_name("H’Yim Kđoh").letters
    ('vietnam', 'hyimkdoh')
    >>> read_name("习近平 (Xi Jinping)").han, read_name("").words
    ('习近平', ())

    Capitals run together before a name are initials.

    >>> read_name("NV Trỗi").words, read_name("TP. HCM").words, read_name("AN").words
    (('n', 'v', 'trỗi'), ('tp', 'h', 'c', 'm'), ('an',))
    """
    simple = _read_simple(text)
    if simple is not None:
        return simple
    if not text.isascii():
        text = text.translate(_APOSTROPHES)
        if not _PLAIN.fullmatch(text):
            text = unicodedata.normalize("NFC", text)
            simple = _read_simple(text)
            if simple is not None:
                return simple
    whole, word_pattern = text, _PLAIN_WORD
    if not _PLAIN.fullmatch(text):
        word_pattern = _any_word()
        whole = text = normalise(text).text.translate(_APOSTROPHES)
        outside = _ASIDE.sub(" ", text)
        text = outside if outside.strip() else text
    if "' " in text:
        text = _LOOSE_PREFIX.sub(r"\1'", text)
    return _read_words(text, word_pattern, whole)


def _read_words(text: str, word_pattern: re.Pattern[str], whole: str) -> NameText:
    words: list[str] = []
    initials: set[int] = set()
    joints: set[int] = set()
    han: list[str] = []
    for found in word_pattern.finditer(text):
        word, end = found[0], found.end()
        if found.lastgroup == "han":
            han.append(word)
            continue
        lower = word.lower()
        if lower[0] in "dg" and _SPELLED_D.match(lower):
            lower = "đ" + lower[2:]
        if len(word) <= MOST_INITIALS:
            shouted = word.isupper()
            if shouted and len(word) > 1 and _is_run_of_initials(word):
                initials.update(range(len(words), len(words) + len(word)))
                words.extend(lower)
                continue
            dotted = text[end : end + 1] == "."
            if (dotted and is_onset(lower)) or (shouted and len(lower) == 1):
                initials.add(len(words))
        if words and text[found.start() - 1] in "-\u2010\u2011":
            joints.add(len(words))
        words.append(intern(lower))
    return NameText(
        tuple(words),
        initials=_places(initials),
        joints=_places(joints),
        han="".join(han),
        text=whole,
    )


@cache
def _any_word() -> re.Pattern[str]:
    """A word in any script; most texts do without, and it takes long to compile."""
    letter = f"[^\\W_{HAN}][{_MARK}]*"
    return re.compile(rf"(?P<han>[{HAN}]+)|(?:{letter})+(?:'(?:{letter})+)*")


def _counted_from(start: int, places: frozenset[int], within: range) -> frozenset[int]:
    return _places(place - start for place in places if place in within) if places else places


def _places(places: Iterable[int]) -> frozenset[int]:
    """A set; equal ones are one object, for there are few and many names have one."""
    found = frozenset(places)
    return _PLACES.setdefault(found, found) if len(_PLACES) < _MOST_BASES else found


def _read_simple(text: str) -> NameText | None:
    """A name that is nothing but words, spaces and hyphens; ``None`` for any other."""
    if _SIMPLE.fullmatch(text):
        lower = text.lower()
        if "gj" in lower or "dj" in lower:
            return None
        if "-" in lower:
            words = tuple(map(intern, lower.replace("-", " ").split()))
            return NameText(words, joints=_joints(lower), text=text)
        return NameText(tuple(map(intern, lower.split())), text=text)
    if _SHOUTED.fullmatch(text):
        words = tuple(map(intern, text.lower().split()))
        if all(map(_has_vowel, words)) and not any(map(_SPELLED_D.match, words)):
            return NameText(words, text=text)
    return None


def _joints(text: str) -> frozenset[int]:
    """Which words of a simple name are joined by a hyphen to the word before."""
    found: list[int] = []
    place = 0
    for run in text.split(" "):
        size = run.count("-") + 1
        found += range(place + 1, place + size)
        place += size
    return _places(found)


def _is_run_of_initials(word: str) -> bool:
    """*NV*, *HCM*: capitals without vowels, which no syllable lacks; *AN* stays a word."""
    return word.isalpha() and word.lower() not in _abbreviations() and not _has_vowel(word.lower())


@lru_cache(maxsize=1 << 14)
def _has_vowel(word: str) -> bool:
    return not _VOWELS.isdisjoint(read_word(word).base)


@cache
def _abbreviations() -> frozenset[str]:
    """Titles and kinds that are written without vowels: *TS*, *TSKH*, *TP*, *TNHH*, *JSC*."""
    tables = (("vi", "name_titles"), ("en", "name_titles"), ("vi", "place_kinds"))
    texts = [row[0] for table in tables for row in load_rows(*table) if " " not in row[0]]
    for room in ("vi", "en"):
        texts += " ".join(load_words(room, "company_forms")).split()
    return frozenset(text for text in texts if len(text) <= MOST_INITIALS)
