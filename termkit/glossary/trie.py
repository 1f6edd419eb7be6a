"""The designations of a glossary as a trie of tokens, for texts of one language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from termkit.glossary.pattern import Pattern
from termkit.glossary.selection import make_patterns
from termkit.model.concept import AdminStatus, Concept, ConceptType

_INTERCHANGED = frozenset({ConceptType.PLACE, ConceptType.ORGANISATION})
_DOUBTFUL = frozenset({AdminStatus.DEPRECATED, AdminStatus.SUPERSEDED})


class Entry(NamedTuple):
    """A pattern at the end of its way through the trie.

    Attributes:
        pattern: The pattern.
        steps: Its token ranges, one for each edge of the way; a place is one edge.
        literal: Indices of tokens that name a place or an organisation and must stand as
            written here, for another way through the trie takes the other forms.
    """

    pattern: Pattern
    steps: tuple[tuple[int, int], ...]
    literal: frozenset[int] = frozenset()


@dataclass(slots=True)
class Node:
    """A place in the trie: what may follow, and what ends here.

    Attributes:
        children: By token key.
        named: By concept id: any form of the place or organisation may stand here.
        entries: Patterns whose last token leads here.
    """

    children: dict[str, Node] = field(default_factory=dict)
    named: dict[str, Node] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Trie:
    """All patterns of one language, and those of places and organisations by themselves."""

    root: Node
    names: Node


Forms = dict[str, list[tuple[tuple[str, ...], str]]]
"""By first key: keys of a name, and its concept id; the longest first."""


def build_trie(concepts: Iterable[Concept], lang: str) -> Trie:
    """Lay out the designations that texts of a language are searched for."""
    trie = Trie(Node(), Node())
    patterns = list(make_patterns(list(concepts), lang.split("-")[0].lower()))
    places = _forms(patterns, ConceptType.PLACE)
    names = _forms(patterns, ConceptType.PLACE, ConceptType.ORGANISATION)
    for pattern in patterns:
        # A deprecated designation is wrong as it stands, not with the organisation spelled out.
        forms = places if pattern.designation.status in _DOUBTFUL else names
        pieces = _name_pieces(pattern, forms)
        literal = frozenset(
            index for start, (end, _) in pieces.items() for index in range(start, end)
        )
        is_name = pattern.concept.type in _INTERCHANGED and not pattern.quoted
        for root in (trie.root, trie.names) if is_name else (trie.root,):
            # Both ways: what looks like a name may be none (Lào in Lào Cai).
            _insert(root, pattern, {}, literal)
            if pieces:
                _insert(root, pattern, pieces)
    return trie


def _forms(patterns: Iterable[Pattern], *types: ConceptType) -> Forms:
    """Names of places or organisations; not those that two share: *Politburo*."""
    owners: dict[tuple[str, ...], set[str]] = {}
    for pattern in patterns:
        if pattern.concept.type in types and not pattern.quoted:
            owners.setdefault(pattern.keys, set()).add(pattern.concept.id)
    forms: Forms = {}
    for keys, ids in owners.items():
        if len(ids) == 1:
            forms.setdefault(keys[0], []).append((keys, next(iter(ids))))
    for entries in forms.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry))
    return forms


def _insert(
    node: Node,
    pattern: Pattern,
    pieces: dict[int, tuple[int, str]],
    literal: frozenset[int] = frozenset(),
) -> None:
    steps = []
    index = 0
    while index < len(pattern.keys):
        start = index
        if start in pieces:
            index, name = pieces[start]
            node = node.named.setdefault(name, Node())
        else:
            node = node.children.setdefault(pattern.keys[start], Node())
            index += 1
        steps.append((start, index))
    node.entries.append(Entry(pattern, tuple(steps), literal))


def _name_pieces(pattern: Pattern, forms: Forms) -> dict[int, tuple[int, str]]:
    """Start to end and concept id of the names that a longer designation has in it.

    Han text writes a country in one way, so it has none.
    """
    pieces: dict[int, tuple[int, str]] = {}
    index = 0
    while index < len(pattern.keys):
        for keys, name in forms.get(pattern.keys[index], ()):
            end = index + len(keys)
            if (
                pattern.keys[index:end] == keys
                and len(keys) < len(pattern.keys)
                and pattern.words[index][0].isupper()
                and name != pattern.concept.id
            ):
                pieces[index] = (end, name)
                index = end - 1
                break
        index += 1
    return pieces
