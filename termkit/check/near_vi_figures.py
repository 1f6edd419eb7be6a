"""Leaders and historical figures of Vietnam with a slip: *Nguyễn Dủ*, *Nguyễn Bỉnh Khiên*.

A Vietnamese name one mark away is often another person's. It is told where the syllable is in
no names, or where an office right before says that a leader is meant; an office of today says
nothing about a poet or a king, whom an honour names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from termkit.check.gazetteer import is_another_place
from termkit.check.listed import is_listed_beside
from termkit.check.nearby import before, matches_near
from termkit.check.rule import Mark
from termkit.check.signal import some_stretch
from termkit.check.supports import is_introduced_as_another
from termkit.check.view import DocumentView, TextView
from termkit.lang.tables import load_rows
from termkit.lang.vi.syllables import is_syllable, is_unmarked_syllable
from termkit.lang.vi.tones import tone_key
from termkit.model.concept import ConceptType
from termkit.model.span import Span
from termkit.names.forms import with_capitals_of
from termkit.names.parse import capital_runs, is_family_name
from termkit.names.world import WorldName, historical_figures, vietnamese_figures
from termkit.names.written import has_marks
from termkit.text.fold import fold
from termkit.text.near import one_edit_apart

_SIZES = (2, 3, 4)
_OFTEN = 3  # times in names from which a syllable is one
_GAP = r"(?:(?! [Pp]hó | [Tt]hứ trưởng | Deputy | Vice )[^.;:,()]){0,50} $"  # no deputy between
_OFFICE = re.compile(
    r"(?:(?<!Thứ )(?<!thứ )[Bb]ộ trưởng|[Pp]hó [Tt]hủ tướng|[Tt]hủ tướng|"
    r"(?<![Pp]hó )(?:[Cc]hủ tịch nước|[Cc]hủ tịch Quốc hội)|[Tt]ổng Bí thư|[Đđ]ại tướng|"
    r"(?<!Deputy )(?<!Vice )Minister|Prime Minister|(?<!Vice )President|General Secretary)" + _GAP
)
_HONOUR = re.compile(r"(?:[Vv]ua|Phật hoàng|[Dd]anh nhân|[Đđ]ại thi hào|King|poet)" + _GAP)


def find_near_vi_figures(view: DocumentView) -> Iterator[Mark]:
    """Marks at names that are one syllable away from a well-known one."""
    if view.language not in ("vi", "en"):
        return
    for text in view.texts_with(_SIGNAL):
        for run in capital_runs(text.text):
            for span, name in _near(text, run):
                right = name.text if has_marks(span.slice(text.text)) else strip(name.text)
                yield text.mark(
                    span,
                    f"{span.slice(text.text)!r} is one slip away from {right!r}",
                    replacement=with_capitals_of(span.slice(text.text), right),
                )


def strip(name: str) -> str:
    """A name without its marks, capitals kept."""
    return fold(name).title()


def _near(text: TextView, run: list[Span]) -> Iterator[tuple[Span, WorldName]]:
    words = [span.slice(text.text) for span in run]
    end = 0
    for start in range(len(run) - 1):
        if not is_family_name(words[start], "vi") or run[start].start < end:
            continue
        for size in _SIZES:
            part = words[start : start + size]
            if len(part) < size:
                break
            if not _is_whole(words, start, size):
                continue
            span = Span(run[start].start, run[start + size - 1].end)
            name = _one_slip(part)
            if name is not None and _is_meant(text, span, part, name):
                end = span.end
                yield span, name


def _is_whole(words: list[str], start: int, size: int) -> bool:
    """Whether a part of a run is all of a name: *Nguyễn Trải Street*, not *Nguyễn Đức Hải*."""
    if size == 2 and start and is_family_name(words[start - 1], "vi"):
        return False
    rest = words[start + size : start + size + 1]
    return not any(is_syllable(word) or is_unmarked_syllable(word) for word in rest)


def _keys(words: list[str]) -> tuple[str, ...]:
    """The words as the index of figures has them, bare where none has marks."""
    marked = has_marks(" ".join(words))
    return tuple(tone_key(word.lower()) if marked else fold(word) for word in words)


def _one_slip(words: list[str]) -> WorldName | None:
    keys = _keys(words)
    index = vietnamese_figures(marked=has_marks(" ".join(words)))
    if keys in index.whole:
        return None
    for at, key in enumerate(keys):
        rest = (*keys[:at], *keys[at + 1 :])
        for name in index.by_rest.get((len(keys), at, rest), ()):
            right = name.words[at]
            if at and (fold(key) == fold(right) or one_edit_apart(fold(key), fold(right))):
                return name
    return None


def _has_slip(stretch: str) -> bool:
    """Whether any words are one slip away from a figure, whatever stands around them."""
    for run in capital_runs(stretch):
        words = [span.slice(stretch) for span in run]
        parts = (words[at : at + size] for at in range(len(words)) for size in _SIZES)
        if any(is_family_name(part[0], "vi") and _one_slip(part) for part in parts):
            return True
    return False


_SIGNAL = some_stretch(_has_slip)


def _is_meant(text: TextView, span: Span, words: list[str], name: WorldName) -> bool:
    written = span.slice(text.text)
    if is_another_place(written, "vi") or is_introduced_as_another(text, span):
        return False
    if any(
        match.concept.type in (ConceptType.PERSON, ConceptType.PLACE) and match.span.overlaps(span)
        for match in matches_near(text, span)
    ):
        return False
    if is_listed_beside(text, span, name.text):
        return False
    called = _HONOUR if name.text in historical_figures() else _OFFICE
    if called.search(before(text.text, span)):
        return True
    odd = [word for word, key in zip(words, _keys(words), strict=True) if key not in name.words]
    return not any(map(_is_name_syllable, odd))


def _is_name_syllable(word: str) -> bool:
    return (tone_key(word.lower()) if has_marks(word) else fold(word)) in _name_syllables()


@cache
def _name_syllables() -> frozenset[str]:
    """Syllables of names with and without their marks."""
    often = [row[0] for row in load_rows("vi", "name_syllables") if int(row[1]) >= _OFTEN]
    figures = (vietnamese_figures(marked=marked).words for marked in (True, False))
    return frozenset((*often, *map(fold, often))).union(*figures)
