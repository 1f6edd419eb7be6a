"""Segments that come again: what the rules on consistency count."""

from __future__ import annotations

import hashlib
import re
from typing import NamedTuple

from termkit.check.view import UnitView
from termkit.lang.pieces import letters_of
from termkit.lang.vi.tones import tone_key
from termkit.model.finding import Fact, Place
from termkit.model.span import Span
from termkit.text.normalise import normalise

_LETTER = re.compile(r"[^\W\d_]")
_LONG = (
    24  # code points of letters, a Han character counting three, that are not the same by chance
)
_MOST = 400  # code points of a segment that is remembered


class Wordings(NamedTuple):
    """Both sides of a unit without what is nobody's choice of words.

    Attributes:
        keys: A digest of the letters and digits of each side, source first.
        is_long: Neither is a word or two.
        place: Of the translation.
    """

    keys: tuple[str, str]
    is_long: bool
    place: Place


def wordings(view: UnitView) -> Wordings | None:
    """The wordings of a unit; ``None`` where a side has no letter, or is very long."""
    assert view.source is not None
    source, target = view.source.text, view.target.text
    if not (0 < len(source) <= _MOST and 0 < len(target) <= _MOST):
        return None
    one, other = letters_of(source), letters_of(target)
    if one == other or not _LETTER.search(one) or not _LETTER.search(other):
        return None
    is_long = min(len(one), len(other)) >= _LONG or min(_length(one), _length(other)) >= _LONG
    return Wordings((_digest(one), _digest(other)), is_long, _place(view))


def _place(view: UnitView) -> Place:
    target, document = view.target, view.document.document.id
    ident, text = target.segment.id, target.original
    number = int(ident.rpartition("#")[2])
    return Place(ident, (document, number, 0), Span(0, len(text)), text, target.side)


def rendering_fact(view: UnitView, key: str, value: str, place: Place) -> Fact:
    """That the text of one wording is rendered by another, in this pair of languages.

    Args:
        view: The unit.
        key, value: Digests of the wordings (`Wordings.keys`).
        place: Where the translation stands.
    """
    assert view.source is not None
    pair = f"{view.source.lang}>{view.target.lang}"
    return Fact(f"{pair}:{key}", value, view.document.document.id, place)


def is_one_wording(one: str, other: str) -> bool:
    """Whether two texts differ in the place of tone marks alone, capitals and signs aside.

    >>> is_one_wording("Hiệp ước hòa bình", "Hiệp ước hoà bình!")
    True
    """
    keys = (letters_of(tone_key(normalise(text).text.lower())) for text in (one, other))
    return len(set(keys)) == 1


def _length(text: str) -> int:
    han = 0 if text.isascii() else sum(map("\u2e80".__lt__, text))
    return len(text) + 2 * han


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=9).hexdigest()
