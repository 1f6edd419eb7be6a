"""What a target has of a name of the source: the name, a distorted one, or nothing.

A name is looked for in every written form there is of it: with marks and without, as a short
form, in Han characters, in Sino-Vietnamese reading, in pinyin. Near it is only what differs in
one word of several.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from termkit.lang.zh.pinyin import romanise_name, sound_alike
from termkit.model.name import Verdict
from termkit.model.span import Span
from termkit.names.written import compare_syllables, has_marks, lacks_marks, read_syllable
from termkit.text.near import edits
from termkit.text.scripts import HAN, has_han

_WORD = re.compile(r"[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]+)*")
_HAN_RUN = re.compile(f"[{HAN}]+")
_NEAR_LETTERS = 2
_SEVERAL = 3  # words of a name of which two settle who is meant


@dataclass(frozen=True, slots=True)
class Trace:
    """Something in the target that is nearly the name.

    Attributes:
        span: Code points of the normalised text.
        name: The form of the name it is near.
    """

    span: Span
    name: str


def has_any_form(forms: Iterable[str], text: str) -> bool:
    """Whether one of the forms stands in the text, marks and capitals aside.

    >>> has_any_form(["Lê Hoài Trung"], "MINISTER LE HOAI TRUNG said")
    True
    """
    keys = f" {' '.join(_keys(text))} "
    return any(
        form in text if has_han(form) else f" {' '.join(_keys(form))} " in keys for form in forms
    )


def forms_of(name: str, lang: str, target: str) -> tuple[str, ...]:
    """The forms a name of one language may have in another, as far as rules make them.

    Vietnamese names keep or lose their marks in English, and Chinese names become pinyin there.
    Which characters a Vietnamese name has in Chinese cannot be known.

    >>> forms_of("习近平", "zh", "en"), forms_of("Lê Hoài Trung", "vi", "en")
    (('Xi Jinping',), ('Lê Hoài Trung',))
    """
    if has_han(name):
        if target == "en":
            romanised = romanise_name(name)
            return (romanised,) if romanised else ()
        return (name,) if target == "zh" else ()
    return () if target == "zh" else (name,)


def find_distorted(forms: Iterable[str], text: str, origin: str) -> Trace | None:
    """A stretch of a text that differs from a form in one word, or one character, of several.

    Args:
        forms: Of a name that is not in the text.
        text: The translation.
        origin: The source: who is named there as well is somebody else.
    """
    for form in forms:
        found = _near_han(form, text) if has_han(form) else _near_latin(form, text, origin)
        if found is not None:
            return Trace(found, form)
    return None


def _near_latin(form: str, text: str, origin: str) -> Span | None:
    words = _WORD.findall(form)
    if len(words) < 2:
        return None
    tokens = list(_WORD.finditer(text))
    for first in range(len(tokens) - len(words) + 1):
        window = tokens[first : first + len(words)]
        if not all(token[0][:1].isupper() for token in window) or not _is_run(window, text):
            continue
        other = [token[0] for token in window]
        if _differs_slightly(words, other) or (
            _differs_in_one(words, other) and not has_any_form([" ".join(other)], origin)
        ):
            return Span(window[0].start(), window[-1].end())
    return None


def _differs_in_one(words: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a name of three words or more differs in one of them, whatever stands for it."""
    unlike = [
        compare_syllables(one, two) is Verdict.CONFLICT
        for one, two in zip(words, other, strict=True)
    ]
    return len(words) >= _SEVERAL and sum(unlike) == 1


def _differs_slightly(words: Sequence[str], other: Sequence[str]) -> bool:
    """One word differs, and by little: another mark, or a letter or two.

    A name that is known with its marks has no others: *Trúng* is not Trung in Lê Hoài Trung. A
    house writes names without marks, but none writes one with half of them.
    """
    is_marked = has_marks(" ".join(words))
    is_half = is_marked and has_marks(" ".join(other))
    unlike = [
        (one, two)
        for one, two in zip(words, other, strict=True)
        if compare_syllables(one, two) is Verdict.CONFLICT
        or (is_marked and lacks_marks(one, two))
        or (is_half and lacks_marks(two, one))
    ]
    if len(unlike) != 1:
        return False
    one, two = unlike[0]
    base, written = read_syllable(one).base, read_syllable(two).base
    if base == written:
        return True
    if len(words) == 2 and base[:1] != written[:1]:
        return False
    least = min(len(base), len(written))
    return edits(base, written, most=_NEAR_LETTERS) <= min(_NEAR_LETTERS, least - 1)


def _near_han(form: str, text: str) -> Span | None:
    size = len(form)
    if size < 2:
        return None
    for start in _starts(text, size):
        han = text[start : start + size]
        unlike = [index for index in range(size) if han[index] != form[index]]
        if len(unlike) != 1:
            continue
        index = unlike[0]
        if (size >= 3 and index > 0) or sound_alike(han[index], form[index]):
            return Span(start, start + size)
    return None


def _starts(text: str, size: int) -> Iterator[int]:
    for run in _HAN_RUN.finditer(text):
        yield from range(run.start(), run.end() - size + 1)


def _is_run(window: list[re.Match[str]], text: str) -> bool:
    return all(text[a.end() : b.start()] in (" ", "-", "") for a, b in pairwise(window))


@lru_cache(maxsize=2048)
def _keys(text: str) -> tuple[str, ...]:
    return tuple(read_syllable(word).base for word in _WORD.findall(text))
