"""The Vietnamese syllable: onset, rime and tone, and which of them can be.

Vietnamese is written syllable by syllable, and the syllables are a closed set: some 28 ways
to write the beginning, some 160 the rest, six tones, of which a rime that ends in a stop
takes two. So a word that is no possible syllable is foreign, or a slip.

Source: Đoàn Thiện Thuật (1977), Ngữ âm tiếng Việt; Thompson (1965), A Vietnamese Reference
Grammar, chapters 2 and 3; Quyết định 1989/QĐ-BGDĐT (2018), Article 8, for the tone marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from termkit.lang.tables import load_rows
from termkit.lang.vi.marks import Tone, split_tone, without_marks

# Longest first, so that "ngh" is not read as "ng" + "h". p- is in loans (pin, Sa Pa).
ONSETS = (
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
    "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
)  # fmt: skip

_STOPPED = re.compile("(?:p|t|c|ch)$")
_FRONT = frozenset("ieêy")
_STOP_TONES = (Tone.SAC, Tone.NANG)


@dataclass(frozen=True, slots=True)
class Syllable:
    """One written syllable, lower case.

    Attributes:
        onset: As written: ``"ngh"``, ``"qu"``, ``"gi"``; empty when there is none.
        rime: As written, without tone: ``"oan"``. After *gi-* with a shared *i* (*gì*,
            *giếng*) the rime has the *i* as well.
        tone: Of the six.
    """

    onset: str
    rime: str
    tone: Tone


@lru_cache(maxsize=1 << 16)
def parse_syllable(word: str) -> Syllable | None:
    """The parts of a possible Vietnamese syllable; ``None`` for anything else.

    Where the tone mark stands does not matter: *hòa*, *hoà* and the slip *hòan* all parse.

    >>> parse_syllable("Nghiệp")
    Syllable(onset='ngh', rime='iêp', tone=<Tone.NANG: 'nặng'>)
    >>> parse_syllable("gìn"), parse_syllable("giữa").rime, parse_syllable("quốc").rime
    (Syllable(onset='gi', rime='in', tone=<Tone.HUYEN: 'huyền'>), 'ưa', 'ôc')

    A stopped rime has no huyền, hỏi, ngã or level tone; *c* stands before no front vowel.

    >>> [parse_syllable(word) for word in ("thuyet", "cìt", "ce", "Peter", "được2", "")]
    [None, None, None, None, None, None]
    """
    try:
        toneless, tone = split_tone(word.lower())
    except ValueError:
        return None
    for onset in ONSETS:
        if not toneless.startswith(onset):
            continue
        rime = _rime(onset, toneless[len(onset) :])
        if rime is not None:
            if _STOPPED.search(rime) and tone not in _STOP_TONES:
                return None
            return Syllable(onset, rime, tone)
    return None


def is_syllable(word: str) -> bool:
    """Whether the word can be a Vietnamese syllable, marks and all.

    >>> is_syllable("khuỷu"), is_syllable("Brazil"), is_syllable("viêt")
    (True, False, False)
    """
    return parse_syllable(word) is not None


@lru_cache(maxsize=1 << 16)
def is_unmarked_syllable(word: str) -> bool:
    """Whether the word is a possible syllable with all its marks left out.

    >>> is_unmarked_syllable("Nguyen"), is_unmarked_syllable("Thuyet"), is_unmarked_syllable("Xi")
    (True, True, True)
    >>> is_unmarked_syllable("Liu"), is_unmarked_syllable("Trump")
    (True, False)
    """
    plain = word.lower()
    return any(
        plain.startswith(onset) and plain[len(onset) :] in rimes
        for onset, rimes in _unmarked_rimes()
    )


@cache
def _rimes() -> tuple[frozenset[str], frozenset[str]]:
    """Toneless rimes after most onsets, and after *qu-*, whose *u* is the onset's."""
    rows = load_rows("vi", "rimes")
    return (
        frozenset(rime for onset, rime, _ in rows if onset == "*"),
        frozenset(rime for onset, rime, _ in rows if onset == "qu"),
    )


def _rime(onset: str, rest: str) -> str | None:
    """The rime after an onset, if the two may be written together."""
    rimes, after_qu = _rimes()
    if onset == "qu":
        return rest if rest in after_qu else None
    if onset == "gi":
        if rest in rimes and (rest == "ê" or rest[0] not in "iêy"):
            return rest
        return "i" + rest if "i" + rest in rimes else None
    return rest if rest in rimes and _spelled(onset, rest) else None


def _spelled(onset: str, rime: str) -> bool:
    """The three sounds with two spellings: k, gh, ngh before front vowels, c, g, ng else.

    *k* before *a* is in names (Bắc Kạn); *yê-* follows no onset (*yêu*, but *kiêu*).
    """
    front = rime[0] in _FRONT
    if onset in ("gh", "ngh"):
        return front and rime[0] != "y"
    if onset in ("c", "g", "ng"):
        return not front
    if onset == "k":
        return front or rime[0] == "a"
    return not (onset and rime.startswith("yê"))


@cache
def _unmarked_rimes() -> tuple[tuple[str, frozenset[str]], ...]:
    rimes, after_qu = _rimes()
    plain = frozenset(map(without_marks, rimes))
    special = {
        "qu": frozenset(map(without_marks, after_qu)),
        "gi": plain | {rime[1:] for rime in plain if rime.startswith("i")},
    }
    return tuple((without_marks(onset), special.get(onset, plain)) for onset in ONSETS)
