"""Characters that pose as others: foreign letters in Latin words, radicals among Han.

Only letters that are drawn alike in ordinary type are here; *α*, *μ* and *Ω* are signs of
science and right beside Latin letters. Kangxi radicals and compatibility ideographs are
characters of their own that programs leave in the place of the common ones.

Source: Unicode Technical Standard 39, confusables.txt (the pairs below are its single-letter
pairs between Cyrillic or Greek and basic Latin that typefaces draw alike). Unicode Standard,
chapter 18: Kangxi radicals stand for the radical, not for the word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from termkit.model.span import Span
from termkit.text.scripts import HAN

_CYRILLIC = dict(
    zip("АВЕЅІЈКМНОРСТУХҮԌԚԜаеѕіјорсухһԁԛԝ", "ABESIJKMHOPCTYXYGQWaesijopcyxhdqw", strict=True)
)
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονϲϳ", "ABEZHIKMNOPTYXovcj", strict=True))

_FOREIGN = "\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7cb"
_GATE = re.compile(f"[{_FOREIGN}]")
_LETTERS = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_WORD = re.compile(f"[{_FOREIGN}{_LETTERS}][{_FOREIGN}{_LETTERS}\u0300-\u036f]*")
_LATIN = re.compile(f"[{_LETTERS}]")
_NO_FORMULA = re.compile("[οΟ\u00c0-\u024f\u1e00-\u1eff]")
_AROUND = 60  # characters on each side that show which alphabet the text is in


_RADICALS = "\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f"
_POSING_HAN = re.compile(f"[{_RADICALS}]+")
_HAN = re.compile(rf"[{HAN}\d]")  # 9月17⽇
# Radicals that NFKC leaves alone; the characters that they look like are those of Unicode's
# EquivalentUnifiedIdeograph.txt.
_SUPPLEMENT = str.maketrans(
    "\u2ec1\u2ec4\u2ec5\u2ec6\u2ec9\u2ecb\u2ed1\u2ed3\u2ed4\u2ed8\u2ed9\u2eda\u2edb\u2edc\u2ee2\u2ee5\u2ee6\u2ee9",
    "虎西见角贝车長长门青韦页风飞马鱼鸟黄",
)


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A word with at least one character that poses as another.

    Attributes:
        span: Of the word; of the characters alone among Han.
        letter: The first of them.
        script: Its alphabet or kind: Cyrillic, Greek, full-width, mathematical, radical,
            compatibility ideograph.
        meant: The character it looks like.
        replacement: What should stand at the span.
    """

    span: Span
    letter: str
    script: str
    meant: str
    replacement: str


def may_pose(character: str) -> bool:
    """Whether a character can be one of those that `find_lookalikes` or `find_posing_han` find.

    >>> may_pose("е"), may_pose("e")  # the first is Cyrillic
    (True, False)
    """
    return _GATE.match(character) is not None or _POSING_HAN.match(character) is not None


def find_lookalikes(text: str) -> Iterator[LookAlike]:
    """Latin words in which letters of other alphabets pose as Latin.

    >>> [(slip.script, slip.replacement) for slip in find_lookalikes("Viеt Nam, Нà Nội, ＡPEC")]
    [('Cyrillic', 'Viet'), ('Cyrillic', 'Hà'), ('full-width', 'APEC')]

    Words of another alphabet, signs of science, and letters that look like no Latin one:

    >>> list(find_lookalikes("Владимир, TNFα, kΩ, Δt, СССР, ＡＰＥＣ, Winфайл"))
    []
    """
    if not _GATE.search(text):
        return
    for found in _WORD.finditer(text):
        word = found[0]
        foreign = [letter for letter in word if _GATE.match(letter)]
        latin = sum(1 for letter in word if _LATIN.match(letter))
        if not foreign or latin < len(foreign):
            continue
        turned = {letter: _latin(letter) for letter in foreign}
        script = _script(foreign[0])
        if None in turned.values() or not _is_in_latin(text, found.span(), script, latin):
            continue
        meant = "".join(turned.get(letter) or letter for letter in word)
        yield LookAlike(
            Span(*found.span()),
            foreign[0],
            script,
            turned[foreign[0]] or "",  # never None here
            unicodedata.normalize("NFC", meant),
        )


def find_posing_han(text: str) -> Iterator[LookAlike]:
    """Radicals and compatibility ideographs among Han, each run once.

    A radical by itself is spoken of, not written with.

    >>> [(slip.script, slip.meant) for slip in find_posing_han("中华⼈民共和国，⼈：radical 9")]
    [('Kangxi radical', '人')]
    """
    for found in _POSING_HAN.finditer(text):
        start, end = found.span()
        beside = text[max(0, start - 1) : start] + text[end : end + 1]
        meant = unicodedata.normalize("NFKC", found[0]).translate(_SUPPLEMENT)
        if not _HAN.search(beside) or meant == found[0] or len(meant) != len(found[0]):
            continue
        script = _kind_of_han(found[0][0])
        yield LookAlike(Span(start, end), found[0][0], script, meant[0], meant)


def _kind_of_han(character: str) -> str:
    if "\u2f00" <= character <= "\u2fdf":
        return "Kangxi radical"
    return "radical" if character < "\uf900" else "compatibility ideograph"


def _latin(letter: str) -> str | None:
    """The Latin letter drawn alike, marks kept: Cyrillic *ё* is Latin *ë*."""
    if letter >= "\uff21":
        plain = unicodedata.normalize("NFKC", letter)
        return plain if _LATIN.fullmatch(plain) else None
    parts = unicodedata.normalize("NFD", letter)
    base = _CYRILLIC.get(parts[0]) or _GREEK.get(parts[0])
    return base and unicodedata.normalize("NFC", base + parts[1:])


def _script(letter: str) -> str:
    if letter >= "\U0001d400":
        return "mathematical"
    if letter >= "\uff21":
        return "full-width"
    return "Cyrillic" if "\u0400" <= letter <= "\u052f" else "Greek"


def _is_in_latin(text: str, span: tuple[int, int], script: str, latin: int) -> bool:
    """Whether Latin is what the word was meant to be in.

    One Latin letter beside a Greek one is a formula (*Χy*), unless it is omicron, which no
    formula has (*οf*); a Latin letter in a Cyrillic text is that text's affair.
    """
    if script == "Greek" and latin < 2 and not _NO_FORMULA.search(text, *span):
        return False
    around = text[max(0, span[0] - _AROUND) : span[1] + _AROUND]
    cyrillic = sum(1 for letter in around if "\u0400" <= letter <= "\u052f")
    return len(_LATIN.findall(around)) > cyrillic
