"""Canonical text for comparing, with the way back to every original character.

Vietnamese arrives decomposed from one source and composed from the next, lines are wrapped,
and invisible characters slip in. Rules look at the normalised text and report through
`NormalisedText.to_original`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import cast

from termkit.model.span import Span
from termkit.text.compose import SHAPES, STABLE, TONES, compose_letter, is_mark
from termkit.text.invisible import SLIPS
from termkit.text.memory import Memory
from termkit.text.scripts import CJK_PUNCTUATION, HAN

# Variation selectors have their work, but no comparison may trip over them either.
INVISIBLE = SLIPS + "\ufe00-\ufe0f\U000e0100-\U000e01ef"
VEILS = INVISIBLE + "\uf900-\ufaff\U0002f800-\U0002fa1f"
"""Characters behind which `normalise` may find a sign or an ideograph that a quick look at the
text as it is does not see: invisible ones, and ideographs that are another's double."""
_SUSPECT = re.compile(f"[^ {STABLE}]")
_DECOMPOSED = re.compile(rf"[{STABLE}{SHAPES}{TONES}]*")
_LOOSE_MARK = re.compile(f"[{SHAPES}{TONES}]")
_PIECES = re.compile(
    rf"(?P<plain>[{STABLE}]+(?: [{STABLE}]+)*(?![^\s{STABLE}]))"
    rf"|(?P<space>\s+)|(?P<other>[{STABLE}]*[^\s{STABLE}]+)"
)
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_WIDE = re.compile(f"[{HAN}{CJK_PUNCTUATION}]")
_QUOTES = "\u2018\u2019\u201c\u201d\u2014\u2026\u00b7"  # shared by Latin and Chinese typesetting


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """Text after `normalise`, and where each of its characters came from.

    Attributes:
        text: NFC; invisible characters gone; every run of white space one space.
        original: The text as found.
        origin: ``origin[i]`` is the original index of ``text[i]``; one longer than the text.
            ``None`` when nothing changed, the usual and cheap case.
        ends: ``ends[i]`` is the original index just past ``text[i]``, its marks included;
            ``None`` together with ``origin``.
    """

    text: str
    original: str
    origin: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def to_original(self, span: Span) -> Span:
        """The span of the original text that a span of the normalised text stands for.

        It covers the marks of its last letter, and no white space or invisible character
        after it.

        >>> found = normalise(" Lie\u0323\u0302u  Ha\u0309i ")
        >>> found.to_original(Span(0, 4)).slice(found.original) == "Lie\u0323\u0302u"
        True
        """
        if self.origin is None or self.ends is None:
            return span
        start = self.origin[span.start]
        return Span(start, start if span.is_empty else self.ends[span.end - 1])


def normalise(text: str) -> NormalisedText:
    """Compose letters, drop invisible characters, make every run of white space one space.

    Spaces at both ends are dropped; a line break between two Chinese characters vanishes.
    Full-width letters, tone placement and *đ* look-alikes stay: they are spelling.

    >>> normalise("Vie\u0302\u0323t\u00a0\\nNam\u200b").text
    'Việt Nam'
    >>> normalise("全国人民\\n代表大会").text
    '全国人民代表大会'
    """
    if not _needs_care(text):
        return NormalisedText(text, text)
    out = _Writer()
    for piece in _PIECES.finditer(text):
        start, end = piece.span()
        if piece.lastgroup == "plain":
            out.letters(piece[0], start)
        elif piece.lastgroup == "space":
            out.space(piece[0], start)
        else:
            for first, last in _letters(text, start, end):
                out.cluster(text[first:last], first)
    return out.result(text)


def normalise_text(text: str) -> str:
    """The text of `normalise` without the way back, which few texts are ever asked for.

    >>> normalise_text("Vie\u0302\u0323t\u00a0\\nNam\u200b")
    'Việt Nam'
    """
    if not _needs_care(text):
        return text
    words = list(map(_COMPOSED.__getitem__, text.split()))
    # Between Chinese characters a line break is no space.
    if None in words or (_BREAK.search(text) and _WIDE.search(text)):
        return normalise(text).text
    return " ".join(cast("list[str]", words))


def _composed(word: str) -> str | None:
    """A word without white space as `normalise` leaves it; ``None`` where that is not simple."""
    if not _DECOMPOSED.fullmatch(word):
        return None
    composed = unicodedata.normalize("NFC", word)
    is_ordered = _LOOSE_MARK.search(composed) is None  # else the marks stand in another order
    return composed if is_ordered else None


_COMPOSED = Memory(_composed)


def _needs_care(text: str) -> bool:
    """Whether anything but letters as they are and single spaces stands in a text."""
    return bool(_SUSPECT.search(text) or "  " in text or text[:1] == " " or text[-1:] == " ")


def _letters(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Ranges of the letters of a run with their marks, looking through invisible characters."""
    found: list[tuple[int, int]] = []
    for index in range(start, end):
        character = text[index]
        if _INVISIBLE.match(character):
            continue
        if found and is_mark(character):
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return found


class _Writer:
    """Collects normalised text piece by piece; a gap is written when a letter follows it."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._last = ""
        self._gap: tuple[int, int, int] | None = None  # start, end, number of line breaks

    def letters(self, piece: str, start: int) -> None:
        """Characters that stay as they are."""
        self._close_gap(piece[0])
        self._text.append(piece)
        self._starts.extend(range(start, start + len(piece)))
        self._ends.extend(range(start + 1, start + len(piece) + 1))
        self._last = piece[-1]

    def cluster(self, found: str, start: int) -> None:
        """One letter with its marks and whatever invisible stands between them."""
        composed = compose_letter(_INVISIBLE.sub("", found))
        if composed == found:
            self.letters(found, start)
            return
        self._close_gap(composed[0])
        self._text.append(composed)
        self._starts.extend([start] * len(composed))
        self._ends.extend([start + len(found)] * len(composed))
        self._last = composed[-1]

    def space(self, run: str, start: int) -> None:
        """White space, which joins a gap that invisible characters had cut."""
        breaks = len(_LINE_BREAK.findall(run))
        end = start + len(run)
        if self._gap is not None:
            start, breaks = self._gap[0], self._gap[2] + breaks
        self._gap = (start, end, breaks)

    def _close_gap(self, following: str) -> None:
        if self._gap is None:
            return
        start, end, breaks = self._gap
        self._gap = None
        if self._text and not (breaks == 1 and _joins(self._last, following)):
            self._text.append(" ")
            self._starts.append(start)
            self._ends.append(end)

    def result(self, original: str) -> NormalisedText:
        text = "".join(self._text)
        if text == original:
            return NormalisedText(text, original)
        end = self._ends[-1] if self._ends else 0
        return NormalisedText(text, original, (*self._starts, end), tuple(self._ends))


def _joins(before: str, after: str) -> bool:
    """Whether a line break between the two is only typesetting: Chinese has no word spaces."""
    wide = bool(_WIDE.match(before)), bool(_WIDE.match(after))
    return all(wide) or (any(wide) and (before in _QUOTES or after in _QUOTES))
