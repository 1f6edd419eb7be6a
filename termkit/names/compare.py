"""Whether two written names can be the name of one person, place or body.

    names.compare_names("Le Hoai Trung", "Lê Hoài Trung").verdict      compatible
    names.compare_names("Lê Hoài Trúng", "Lê Hoài Trung").verdict      conflict
    names.compare_names("习近平", "Tập Cận Bình").verdict               same

The names are laid side by side as they stand; then without titles and kinds of place; then by
the readings of Han characters. The first way that contradicts nothing gives the verdict.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from termkit.model.name import NameComparison, Verdict
from termkit.names.latin import Marks, Outcome, compare_latin
from termkit.names.read import MOST_CHARACTERS, NameText, read_name
from termkit.names.titles import Bare, strip_latin
from termkit.names.written import (
    Syllable as Syllable,
)
from termkit.names.written import (
    compare_syllables as compare_syllables,
)
from termkit.names.written import (
    compare_written as compare_written,
)
from termkit.names.written import (
    count_marks_between as count_marks_between,
)
from termkit.names.written import (
    has_marks as has_marks,
)
from termkit.names.written import (
    lacks_marks as lacks_marks,
)
from termkit.names.written import (
    read_syllable as read_syllable,
)
from termkit.names.written import (
    syllables as syllables,
)
from termkit.text.normalise import normalise

if TYPE_CHECKING:
    from termkit.names.across import Languages

_CONFLICT = Verdict.CONFLICT


def compare_names(
    a: str,
    b: str,
    *,
    lang_a: str | None = None,
    lang_b: str | None = None,
    marks_a: bool | None = None,
    marks_b: bool | None = None,
) -> NameComparison:
    """Whether two written names can be the name of one, and why, syllable by syllable.

    Args:
        a: A name as written: any normal form, case, order, with or without title.
        b: Another.
        lang_a: Language of ``a`` where it is known: ``vi``, ``en``, ``zh-Hans``, ...
        lang_b: The same of ``b``.
        marks_a: Whether the source of ``a`` is known to write Vietnamese marks (then a bare
            syllable means a bare syllable) or known not to; ``None`` when nothing is known.
        marks_b: The same of ``b``.

    Returns:
        Symmetric: with the names exchanged, verdict and score are the same. A text without
        any word is the same as one that reads alike, and in conflict with everything else.

    Raises:
        UnsupportedLanguageError: A language is given that termkit has no room for.

    >>> [str(compare_names("Lê Hoài Trung", other).verdict) for other in
    ...  ("LÊ HOÀI TRUNG", "Trung Lê Hoài", "Bộ trưởng Lê Hoài Trung", "Le Hoai Trung",
    ...   "Lê H. Trung", "Lê Trung", "Lê Hoài Trúng", "Lê Hoài Trang")]
    ['same', 'same', 'same', 'compatible', 'compatible', 'compatible', 'conflict', 'conflict']
    >>> compare_names("Vương Đình Hue", "Vương Đình Huệ").reasons
    ('Vương is the same', 'Đình is the same', 'Hue lacks 2 marks of Huệ')

    Where a source is known to write marks, a missing one is a difference.

    >>> str(compare_names("Vuong Dinh Hue", "Vương Đình Huệ", marks_a=True).verdict)
    'conflict'
    """
    if lang_a or lang_b:
        _known_language(lang_a)
        _known_language(lang_b)
    if len(a) > MOST_CHARACTERS or len(b) > MOST_CHARACTERS:  # no name: compared as a whole
        return _compare_whole(a, b)
    one, two, marks = read_name(a), read_name(b), (marks_a, marks_b)
    if one.words and two.words:
        found = _compare_words(one, two, marks)
        # Other marks on the same letters are no other spelling or reading.
        if found.verdict is _CONFLICT and one.letters != two.letters:
            found = _compare_across()(one, two, (lang_a, lang_b), marks) or found
    else:
        across = _compare_across()(one, two, (lang_a, lang_b), marks)
        found = across or _unlike(one, two)
    return NameComparison(found.verdict, _rounded(found.score), found.reasons)


@lru_cache(maxsize=4096)
def _rounded(score: float) -> float:
    """Few scores are met, and rounding one takes as long as all look-ups of a name."""
    return round(score, 3)


def _compare_words(one: NameText, two: NameText, marks: Marks) -> Outcome:
    """Names in letters: as they stand, then without what stands around them."""
    found = compare_latin(one, two, marks)
    if found.verdict is not _CONFLICT or one.bases == two.bases:
        return found  # Cô Tô and Cố Tô: titles that differ in a mark are no less a difference
    ones, twos = strip_latin(one), strip_latin(two)
    if not ones and not twos:
        return found
    best = found
    for first in (*ones, Bare(one, frozenset())):
        for second in (*twos, Bare(two, frozenset())):
            if first.kinds and second.kinds and not first.kinds & second.kinds:
                continue
            if first.weak and second.weak and first.weak != second.weak:
                continue
            tried = compare_latin(first.name, second.name, marks)
            if tried.verdict is not _CONFLICT:
                return tried
            if tried.score > best.score:
                best = tried
    return best


@cache
def _compare_across() -> Callable[[NameText, NameText, Languages, Marks], Outcome | None]:
    """The readings are large tables, and most names differ or agree without them."""
    from termkit.names.across import compare_across

    return compare_across


def _unlike(one: NameText, two: NameText) -> Outcome:
    shown, other = " ".join(one.text.lower().split()), " ".join(two.text.lower().split())
    if shown == other and not (one.words or two.words or one.han or two.han):
        return Outcome(Verdict.SAME, 1.0, (f"{shown} is the same" if shown else "both are empty",))
    return Outcome(Verdict.CONFLICT, 0.0, ("nothing in the two names can be compared",))


def _compare_whole(a: str, b: str) -> NameComparison:
    one, two = normalise(a).text.casefold(), normalise(b).text.casefold()
    if one == two:
        return NameComparison(Verdict.SAME, 1.0, ("the texts are the same",))
    return NameComparison(Verdict.CONFLICT, 0.0, ("the texts differ, and are too long for names",))


@lru_cache(maxsize=64)
def _known_language(lang: str | None) -> None:
    if lang is not None:
        from termkit.lang import get_language

        get_language(lang)
