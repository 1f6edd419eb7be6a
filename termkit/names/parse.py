"""Personal names in running text of Latin script: where they stand and whose custom they follow.

Found by shape, without a list of people: a known family name, then capitalised syllables to
the end of the run. *Nguyễn Văn Thắng* is one; *Le Monde*, *Nguyen Hue Street* and *Vietnam
Airlines* are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from termkit.lang.vi.marks import without_marks
from termkit.lang.vi.names import family_names as vietnamese_family_names
from termkit.lang.vi.syllables import is_syllable, is_unmarked_syllable
from termkit.lang.zh.names import pinyin_family_names
from termkit.lang.zh.pinyin import count_syllables
from termkit.model.span import Span
from termkit.names.written import has_marks
from termkit.text.cover import Cover
from termkit.text.scripts import CAPITALS, LATIN

# A possessive ending is no part of the word: Trung's, Trung’s; Yan'an keeps its apostrophe.
WORD = re.compile(rf"[{LATIN}]+(?:['\u2019](?![sS]\b)[{LATIN}]+)*")

CAPITALISED = (
    rf"[{CAPITALS}](?<![{LATIN}].)(?:(?<![{LATIN}]['\u2019].)|(?<=S)(?!\w))"
    rf"[{LATIN}]*(?:['\u2019](?![sS]\b)[{LATIN}]+)*"
)
"""The same where it begins with a capital: found without a look at the others."""

_CAPITALISED = re.compile(CAPITALISED)


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A personal name as it stands in a text.

    Attributes:
        span: Code points of the text.
        text: What stands there.
        lang: Whose custom it follows: ``vi`` or ``zh``; in both the family name is first.
    """

    span: Span
    text: str
    lang: str


def find_personal_names(text: str, *, without: Iterable[Span] = ()) -> Iterator[WrittenName]:
    """Vietnamese and Chinese full names in Latin script, in order.

    Args:
        text: Normalised.
        without: Spans that are known to be something else (a place): no name crosses them.

    >>> [name.text for name in find_personal_names(
    ...     "Minister Nguyễn Văn Thắng met Tran Thi Bich in Nguyen Hue Street; Liu Haixing left.")]
    ['Nguyễn Văn Thắng', 'Tran Thi Bich', 'Liu Haixing']

    Two bare syllables could be anything; with marks they are a name.

    >>> [name.text for name in find_personal_names("Tô Lâm spoke; To Do lists; Le Pen")]
    ['Tô Lâm']
    """
    for run in capital_runs(text, without=without):
        words = [span.slice(text) for span in run]
        found = _vietnamese(words) or _chinese(words)
        if found is not None:
            start, end, lang = found
            span = Span(run[start].start, run[end - 1].end)
            yield WrittenName(span, span.slice(text), lang)


def may_hold_person(text: str) -> bool:
    """Whether `find_personal_names` finds any name in a text, whatever it is to leave out.

    >>> may_hold_person("President Xi Jinping"), may_hold_person("Vietnam Airlines")
    (True, False)
    """
    for run in capital_runs(text):
        words = [span.slice(text) for span in run]
        for start in range(len(words) - 1):
            if any(_vietnamese(words[start:end]) for end in range(start + 2, start + 5)):
                return True
            if _chinese(words[start : start + 2]):
                return True
    return False


def capital_runs(text: str, *, without: Iterable[Span] = ()) -> Iterator[list[Span]]:
    """Runs of capitalised words with single spaces between them.

    >>> [[span.slice("In Hà Nội, Lê Nam met") for span in run] for run in
    ...  capital_runs("In Hà Nội, Lê Nam met")]
    [['In', 'Hà', 'Nội'], ['Lê', 'Nam']]
    """
    barred = tuple(without)
    for run in _runs(text, barred) if barred else _all_runs(text):
        yield list(run)


@lru_cache(maxsize=256)
def _all_runs(text: str) -> tuple[tuple[Span, ...], ...]:
    """Half a dozen rules ask this of one text."""
    return tuple(map(tuple, _runs(text, ())))


def _runs(text: str, without: Iterable[Span]) -> Iterator[list[Span]]:
    barred = Cover(without)
    run: list[Span] = []
    for match in _CAPITALISED.finditer(text):
        span = Span(*match.span())
        capital = not barred.overlaps(span)
        if run and (not capital or text[run[-1].end : span.start] != " "):
            yield run
            run = []
        if capital:
            run.append(span)
    if run:
        yield run


@cache
def _bare_family_names() -> frozenset[str]:
    return frozenset(map(without_marks, vietnamese_family_names()))


@lru_cache(maxsize=1 << 14)
def is_family_name(word: str, lang: str) -> bool:
    """Whether a word is a family name of ``vi`` or ``zh`` in Latin script, capitals aside.

    >>> is_family_name("Nguyen", "vi"), is_family_name("NGUYỄN", "vi"), is_family_name("Xi", "zh")
    (True, True, True)
    >>> is_family_name("Trung", "vi")
    False
    """
    word = word[:1].upper() + word[1:].lower()
    if lang == "zh":
        return word in pinyin_family_names()
    return word in vietnamese_family_names() if has_marks(word) else word in _bare_family_names()


def _vietnamese(words: list[str]) -> tuple[int, int, str] | None:
    for start in range(max(0, len(words) - 4), len(words) - 1):
        name = words[start:]
        if not is_family_name(name[0], "vi") or not all(map(_could_be_syllable, name)):
            continue
        if len(name) > 2 or (has_marks(name[0]) and len(words) - start == 2):
            return start, len(words), "vi"
    return None


def _chinese(words: list[str]) -> tuple[int, int, str] | None:
    if len(words) < 2 or not is_family_name(words[-2], "zh"):
        return None
    given = words[-1]
    if not 1 <= count_syllables(given) <= 2 or given.isupper():
        return None
    return len(words) - 2, len(words), "zh"


def _could_be_syllable(word: str) -> bool:
    return is_syllable(word) if has_marks(word) else is_unmarked_syllable(word)
