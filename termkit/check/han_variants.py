"""Where a document has a word of Han characters with one character replaced."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from termkit.check.view import DocumentView, TextView, UnitView
from termkit.model.span import Span
from termkit.text.grams import Grams
from termkit.text.scripts import is_han

_SHORT = 2  # characters of the shortest name


@dataclass(frozen=True)
class JoinedTexts:
    """All texts of a document in one, a line break between two: one search finds all.

    Attributes:
        text: The whole.
        starts: Where each text begins in it.
    """

    text: str
    starts: tuple[int, ...]

    def place(self, at: int) -> tuple[int, int]:
        """The text that a place of the whole is in, and where in it."""
        index = bisect_right(self.starts, at) - 1
        return index, at - self.starts[index]

    @cached_property
    def grams(self) -> Grams:
        """Its stretches."""
        return Grams(self.text)


def joined(view: DocumentView) -> JoinedTexts:
    """The document's texts in one."""
    return view.once(_join)


def _join(view: DocumentView) -> JoinedTexts:
    starts, end = [], 0
    for text in view.texts:
        starts.append(end)
        end += len(text.text) + 1
    return JoinedTexts("\n".join(text.text for text in view.texts), tuple(starts))


def grams_of(view: UnitView) -> Grams:
    """The stretches of a unit's text; of a document's text those of the document."""
    text, units = view.target, view.document.texts
    whole = joined(view.document)
    if not units or whole.grams.is_long:
        return Grams(text.text)
    start = whole.starts[text.index]
    return whole.grams.part(start, start + len(text.text))


class HanNames:
    """Names of two Han characters and more, found by what one replaced character leaves of them.

    >>> names = HanNames(("陈清敏", "河内"))
    >>> names.possible(Grams("陈情敏说")), names.possible(Grams("内"))
    (['陈清敏'], ['河内'])
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._order: dict[str, int] = {}
        self._single: dict[str, list[str]] = defaultdict(list)
        self._pairs: dict[str, list[str]] = defaultdict(list)
        self._outer: dict[str, list[str]] = defaultdict(list)
        for name in names:
            self._order.setdefault(name, len(self._order))
            for character in name if len(name) == _SHORT else ():
                self._single[character].append(name)
            for pair in {name[:2], name[-2:]} if len(name) > _SHORT else ():
                self._pairs[pair].append(name)
            if len(name) == _SHORT + 1:
                self._outer[name[::2]].append(name)

    def possible(self, grams: Grams) -> list[str]:
        """The names that may stand in a text with one character replaced, in their order."""
        found: set[str] = set()
        for known, here in (
            (self._single, grams.counts),
            (self._pairs, grams.pair_counts),
            (self._outer, grams.outer_counts),
        ):
            for key in known.keys() & here.keys():
                found.update(known[key])
        return sorted(found, key=self._order.__getitem__)


def find_variants(
    view: DocumentView, name: str, places: Iterable[int] | None = None
) -> Iterator[tuple[TextView, Span]]:
    """Where a document has a name with exactly one character replaced, place by place.

    Args:
        view: The document.
        name: Two characters or more.
        places: Indices that may differ; all of them when it is ``None``.
    """
    whole = joined(view)
    if not _may_stand(whole.grams, name):
        return  # the usual case
    missing = [at for at, character in enumerate(name) if character not in view.characters]
    if len(missing) > 1:
        return
    for at in range(len(name)) if places is None else places:
        if missing and missing[0] != at:
            continue
        for start in _starts(whole.text, name, at):
            index, begin = whole.place(start)
            yield view.texts[index], Span(begin, begin + len(name))


def _may_stand(grams: Grams, name: str) -> bool:
    """Whether a document has what one character replaced leaves of a name of three or more: its
    first two or last two, or those around the middle of three."""
    if len(name) < 3 or name[:2] in grams.pair_counts or name[-2:] in grams.pair_counts:
        return True
    return len(name) == 3 and name[::2] in grams.outer_counts


def _starts(text: str, name: str, at: int) -> Iterator[int]:
    """Where the name stands with another character at one place.

    >>> list(_starts("陈情敏会见陈清敏，程清敏说", "陈清敏", 1))
    [0]
    """
    # The longer side is searched for: finding is quicker than matching.
    before, after = name[:at], name[at + 1 :]
    piece, shift = (before, 0) if len(before) > len(after) else (after, at + 1)
    found = text.find(piece, shift)
    while found >= 0:
        start = found - shift
        end = start + at
        around = text[start:end] == before and text.startswith(after, end + 1)
        if around and text[end] != name[at] and is_han(text[end]):
            yield start
        found = text.find(piece, found + 1)
