"""Where the tone mark stands: the old style (hòa) and the new (hoà).

The two differ in open syllables of *oa*, *oe* and *uy* alone: old on the first vowel, new
on the second, which is the main vowel. Everywhere else both agree: *hoàn*, *huỳnh*, *múa*,
and after *qu-*, whose *u* belongs to the beginning (*quý*). Both are correct; a text keeps
to one. Both are composed Unicode, so NFC cannot unite them.

Source: Quyết định 1989/QĐ-BGDĐT of 25 May 2018, Article 8: the mark stands on the letter of
the main vowel (hoà nhạc, thuỷ thủ, mạnh khoẻ, quý hoá); in ia, ua, ưa on the first letter,
in iê, yê, uô, ươ on the second. The old style is that of most newspapers and of laws.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from termkit.lang.vi.marks import Tone, letter, split_tone, with_tone
from termkit.lang.vi.syllables import ONSETS, parse_syllable

Style = Literal["old", "new"]

_PAIRS = (("o", "a"), ("o", "e"), ("u", "y"))
_TONES = tuple(Tone)[1:]
_VOWELS = frozenset("aăâeêioôơuưy")


_NEW_OF = {with_tone(a, tone) + b: a + with_tone(b, tone) for a, b in _PAIRS for tone in _TONES}
_OLD_OF = {new: old for old, new in _NEW_OF.items()}
_LONGEST_ONSET = 3  # ngh
OPEN = re.compile(
    r"(?<![\w\u0300-\u036f])(?P<onset>[^\W\d_]{0,3})"
    rf"(?P<pair>{'|'.join([*_NEW_OF, *_OLD_OF])})(?![\w\u0300-\u036f])",
    re.IGNORECASE,
)
"""A word that may be written in either style, onset to be checked (`tone_style` does)."""


def _pairs(pairs: Iterable[str]) -> re.Pattern[str]:
    """Any of the pairs in any case, found without trying every word."""
    firsts: dict[str, set[str]] = {}
    for pair in pairs:
        first, second = pair[0], pair[1]
        firsts.setdefault(second + second.upper(), set()).update(first + first.upper())
    classes = (f"[{''.join(sorted(found))}][{second}]" for second, found in firsts.items())
    return re.compile("|".join(classes))


_OLD_PAIR, _NEW_PAIR = _pairs(_NEW_OF), _pairs(_OLD_OF)


def tone_style(syllable: str) -> Style | None:
    """The style a syllable is written in; ``None`` where the styles agree.

    >>> [tone_style(s) for s in ("hòa", "hoà", "KHOẺ", "Thủy", "quý", "hoàn", "hoa", "mùa")]
    ['old', 'new', 'new', 'old', None, None, None, None]
    """
    found = OPEN.fullmatch(syllable)
    return None if found is None else style_of_match(found)


def style_of_match(found: re.Match[str]) -> Style | None:
    """The style of a match of `OPEN`; ``None`` when the word is no Vietnamese syllable."""
    onset, pair = found["onset"].lower(), found["pair"].lower()
    if onset not in ONSETS or onset == "qu" or not parse_syllable(found[0]):
        return None
    return "old" if pair in _NEW_OF else "new"


def set_tone_style(text: str, style: Literal["old", "new", "keep"]) -> str:
    """A text with every open oa, oe, uy in one style; capitals and length stay.

    >>> set_tone_style("Hoà bình, THUỶ lợi, quý hoá, hoàn toàn", "old")
    'Hòa bình, THỦY lợi, quý hóa, hoàn toàn'
    >>> set_tone_style("khỏe", "new"), set_tone_style("khỏe", "keep")
    ('khoẻ', 'khỏe')
    """
    if style == "keep" or text.isascii():
        return text
    turned, pairs = (_OLD_OF, _NEW_PAIR) if style == "old" else (_NEW_OF, _OLD_PAIR)
    pieces = []
    done = 0
    for pair in pairs.finditer(text):
        start = pair.start()
        while start > max(done, pair.start() - _LONGEST_ONSET) and text[start - 1].isalpha():
            start -= 1
        found = OPEN.match(text, start)
        if found is None or found.end() != pair.end() or style_of_match(found) is None:
            continue
        vowels = turned[pair[0].lower()]
        cased = (
            new.upper() if old.isupper() else new for old, new in zip(pair[0], vowels, strict=True)
        )
        pieces += [text[done : pair.start()], *cased]
        done = pair.end()
    return "".join((*pieces, text[done:]))


def tone_key(text: str) -> str:
    """A key under which both styles are one; case and marks stay. Length stays too.

    >>> tone_key("Hoà Bình") == tone_key("Hòa Bình"), tone_key("hoà") == tone_key("hóa")
    (True, False)
    """
    return set_tone_style(text, "old")


@lru_cache(maxsize=1 << 16)
def place_tone(syllable: str, style: Style) -> str | None:
    """The syllable with its tone mark where the style puts it; ``None`` for no syllable.

    It mends marks that no style puts there: the slip *hòan* for *hoàn*.

    >>> [place_tone(s, "old") for s in ("hòan", "hoà", "qúy", "gìa", "tuâǹ", "Bùơn", "cuả")]
    ['hoàn', 'hòa', 'quý', 'già', 'tuần', None, 'của']
    >>> place_tone("khuỷu", "new"), place_tone("nước", "new"), place_tone("giếng", "old")
    ('khuỷu', 'nước', 'giếng')
    """
    parsed = parse_syllable(syllable)
    if parsed is None:
        return None
    toneless, tone = split_tone(syllable)
    if tone is Tone.NGANG:
        return syllable
    at = _tone_index(toneless.lower(), parsed.onset, style)
    return toneless[:at] + with_tone(toneless[at], tone) + toneless[at + 1 :]


def _tone_index(toneless: str, onset: str, style: Style) -> int:
    """Index of the letter that carries the tone, in a lower-case toneless syllable."""
    start = len(onset)
    if onset == "gi" and (start == len(toneless) or toneless[start] not in _VOWELS):
        start = 1  # gì, gìn: the i is the vowel
    end = start
    while end < len(toneless) and toneless[end] in _VOWELS:
        end += 1
    vowels = toneless[start:end]
    shaped = [index for index, vowel in enumerate(vowels) if letter(vowel).shape]
    if shaped:  # ê in iê, ơ in ươ; of ưa and ưu the first
        return start + shaped[-1]
    if len(vowels) == 1:
        return start
    if end < len(toneless):  # hoàn, huỳnh, xoong
        return start + len(vowels) - 1
    if len(vowels) == 3:  # ngoài, khuỷu, ngoéo: the middle one
        return start + 1
    if tuple(vowels) in _PAIRS:
        return start + (style == "new")
    return start  # mía, múa, cáo, túi
