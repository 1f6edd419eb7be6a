"""Segments that come again: what the rules on consistency count."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from termkit.check.view import UnitView
from termkit.lang.vi.tones import tone_key
from termkit.model.finding import Fact, Place
from termkit.model.span import Span
from termkit.text.normalise import normalise

_NO_WORD = re.compile(r"[\W_]+")
_LETTER = re.compile(r"[^\W\d_]")
_LONG = (
    24  # code points of letters, a Han character counting three, that are not the same by chance
)
_MOST = 400  # code points of a segment that is remembered


@dataclass(frozen=True, slots=True)
class Wordings:
    """Both sides of a unit without what is nobody's choice of words.

    Attributes:
        source, target: Lower case, letters and digits only.
        is_long: Neither is a word or two.
        keys: A digest of each.
    """

    source: str
    target: str
    is_long: bool
    keys: tuple[str, str]


def wordings(view: UnitView) -> Wordings | None:
    """The wordings of a unit; ``None`` where a side has no letter, or is very long."""
    assert view.source is not None
    source, target = view.source.text, view.target.text
    if not (0 < len(source) <= _MOST and 0 < len(target) <= _MOST):
        return None
    one, other = _wording(source), _wording(target)
    if one == other or not _LETTER.search(one) or not _LETTER.search(other):
        return None
    is_long = min(len(one), len(other)) >= _LONG or min(_length(one), _length(other)) >= _LONG
    return Wordings(one, other, is_long, (_digest(one), _digest(other)))


def rendering_fact(view: UnitView, key: str, value: str) -> Fact:
    """That the text of one wording is rendered by another, in this pair of languages.

    Args:
        view: The unit.
        key, value: Digests of the wordings (`Wordings.keys`).
    """
    assert view.source is not None
    pair = f"{view.source.lang}>{view.target.lang}"
    text = view.target.original
    span = Span(0, len(text))
    number = int(view.target.segment.id.rpartition("#")[2])
    place = Place(
        view.target.segment.id,
        (view.document.document.id, number, 0),
        span,
        text,
        view.target.side,
    )
    return Fact(f"{pair}:{key}", value, view.document.document.id, place)


def is_one_wording(one: str, other: str) -> bool:
    """Whether two texts differ in the place of tone marks alone, capitals and signs aside.

    >>> is_one_wording("Hiệp ước hòa bình", "Hiệp ước hoà bình!")
    True
    """
    keys = (_wording(tone_key(normalise(text).text.lower())) for text in (one, other))
    return len(set(keys)) == 1


def _wording(text: str) -> str:
    return _NO_WORD.sub("", text.lower())


def _length(text: str) -> int:
    han = 0 if text.isascii() else sum(map("\u2e80".__lt__, text))
    return len(text) + 2 * han


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=9).hexdigest()
