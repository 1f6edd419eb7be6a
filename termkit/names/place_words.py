"""The kind of place that stands at a name, and the name without it: *Phường Cầu Ông Lãnh*."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from termkit.lang.tables import load_rows
from termkit.names.codes import relate_words
from termkit.names.read import NameText, read_name
from termkit.names.words import Kind

Kinds = frozenset[str]


def split_kind(name: NameText) -> Iterator[tuple[NameText, Kinds]]:
    """A name without the last, and without the first, words that say what it is.

    >>> [(found.words, sorted(kinds)) for text in
    ...  ("Phường Cầu Ông Lãnh", "TP. Huế", "Nghe An Province", "Hà Nội")
    ...  for found, kinds in split_kind(read_name(text))]
    [(('cầu', 'ông', 'lãnh'), ['ward']), (('huế',), ['city']), (('nghe', 'an'), ['province'])]
    """
    size = len(name.words)
    if size < 2:
        return
    ways = (_without_end, _without_start)
    for way in reversed(ways) if name.marked else ways:  # Xã Ngọk Bay is in no bay
        found = way(name, size)
        if found is not None:
            yield found


def _without_end(name: NameText, size: int) -> tuple[NameText, Kinds] | None:
    for phrase, kinds in _ending().get(name.bases[-1], ()):
        if len(phrase) < size and _agrees(name, name.words[-len(phrase) :], phrase):
            return name.part(0, size - len(phrase)), kinds
    return None


def _without_start(name: NameText, size: int) -> tuple[NameText, Kinds] | None:
    for phrase, kinds in _leading().get(name.bases[0], ()):
        if len(phrase) < size and _agrees(name, name.words[: len(phrase)], phrase):
            return name.part(len(phrase), size), kinds
    return None


def _agrees(name: NameText, words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Bare words say a kind only where the whole name is bare: Phương is no ward."""
    found = {relate_words(word, part) for word, part in zip(words, phrase, strict=True)}
    return found == {Kind.SAME} or (not name.marked and found <= {Kind.SAME, Kind.FEWER})


@cache
def _leading() -> dict[str, list[tuple[tuple[str, ...], Kinds]]]:
    rows = [row[:2] for row in load_rows("vi", "place_kinds")]
    rows += [row[:2] for row in load_rows("en", "place_kinds") if row[2] == "before"]
    return _filed(rows, 0)


@cache
def _ending() -> dict[str, list[tuple[tuple[str, ...], Kinds]]]:
    return _filed([row[:2] for row in load_rows("en", "place_kinds") if row[2] == "after"], -1)


def _filed(
    rows: list[tuple[str, ...]], place: int
) -> dict[str, list[tuple[tuple[str, ...], Kinds]]]:
    """Phrases by their first or last word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Kinds]]] = {}
    for text, kinds in rows:
        phrase = read_name(text)
        found.setdefault(phrase.bases[place], []).append((phrase.words, frozenset(kinds.split())))
    for phrases in found.values():
        phrases.sort(key=lambda entry: -len(entry[0]))
    return found
