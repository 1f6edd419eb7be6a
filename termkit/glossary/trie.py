"""The designations of a glossary as a trie of tokens, for texts of one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from termkit.glossary.pattern import Pattern, one_and_the_same
from termkit.glossary.selection import make_patterns
from termkit.model.concept import Concept, ConceptType


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

    Most nodes have one child and nothing else, or one entry and nothing else: what is empty
    is one and the same for all.

    Attributes:
        children: By token key.
        named: By concept id: any form of the place or organisation may stand here.
        entries: Patterns whose last token leads here.
    """

    children: Mapping[str, Node] = field(default_factory=lambda: _NO_NODES)
    named: Mapping[str, Node] = field(default_factory=lambda: _NO_NODES)
    entries: tuple[Entry, ...] = ()

    def child(self, key: str) -> Node:
        """The node behind a token, made if there is none."""
        self.children, node = _grown(self.children, key)
        return node

    def name(self, concept: str) -> Node:
        """The node behind any form of a name, made if there is none."""
        self.named, node = _grown(self.named, concept)
        return node


_NO_NODES: dict[str, Node] = {}  # stays empty


def _grown(nodes: Mapping[str, Node], key: str) -> tuple[Mapping[str, Node], Node]:
    """The nodes with one for the key, and that one."""
    grown = {} if nodes is _NO_NODES else nodes
    assert isinstance(grown, dict)
    return grown, grown.setdefault(key, Node())


Pieces = Mapping[int, tuple[int, str]]
"""By first token of a name inside a pattern: index past its last, and its concept id."""

_NO_PIECES: Pieces = {}


class Beginnings(Mapping[str, Node]):
    """The nodes behind the first words, each laid out when a text has the word.

    A text has few of the words that the designations of a large glossary begin with, and the
    way of each through the trie takes a kilobyte.
    """

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}
        self._waiting: dict[str, list[tuple[Pattern, Pieces, frozenset[int]]]] = {}

    def add(self, pattern: Pattern, pieces: Pieces, literal: frozenset[int]) -> None:
        """A pattern that begins with a word, and no text has been searched yet."""
        self._waiting.setdefault(pattern.keys[0], []).append((pattern, pieces, literal))

    def __getitem__(self, key: str) -> Node:
        node = self._nodes.get(key)
        if node is None:
            node = Node()
            for pattern, pieces, literal in self._waiting[key]:
                _insert(node, pattern, pieces, literal, behind=1)
            self._nodes[key] = node
        return node

    def get(self, key: str, default: object = None) -> Any:
        """The node behind a first word; the default where no pattern begins with it."""
        return self[key] if key in self._waiting else default

    def __contains__(self, key: object) -> bool:
        return key in self._waiting

    def __iter__(self) -> Iterator[str]:
        return iter(self._waiting)

    def __len__(self) -> int:
        return len(self._waiting)


@dataclass(frozen=True, slots=True)
class Trie:
    """All patterns of one language, and by themselves those of the places and organisations
    that stand inside a longer designation."""

    root: Node
    names: Node


Forms = dict[str, list[tuple[tuple[str, ...], str]]]
"""By first key: keys of a name, and its concept id; the longest first."""


def build_trie(concepts: Iterable[Concept], lang: str) -> Trie:
    """Lay out the designations that texts of a language are searched for."""
    trie = Trie(Node(Beginnings()), Node(Beginnings()))
    patterns = list(make_patterns(list(concepts), lang.split("-")[0].lower()))
    places = _forms(patterns, ConceptType.PLACE)
    names = _forms(patterns, ConceptType.PLACE, ConceptType.ORGANISATION)
    all_pieces = [
        # A deprecated designation is wrong as it stands, not with the organisation spelled out.
        _name_pieces(pattern, names if pattern.designation.is_approved else places)
        for pattern in patterns
    ]
    inside = {name for pieces in all_pieces for _, name in pieces.values()}
    for pattern, pieces in zip(patterns, all_pieces, strict=True):
        literal = frozenset(
            index for start, (end, _) in pieces.items() for index in range(start, end)
        )
        is_inside = pattern.concept.id in inside and not pattern.quoted
        for root in (trie.root, trie.names) if is_inside else (trie.root,):
            # Both ways: what looks like a name may be none (Lào in Lào Cai).
            _add(root, pattern, _NO_PIECES, literal)
            if pieces:
                _add(root, pattern, pieces, frozenset())
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


def _add(root: Node, pattern: Pattern, pieces: Pieces, literal: frozenset[int]) -> None:
    if 0 in pieces:
        _insert(root, pattern, pieces, literal)
    else:
        assert isinstance(root.children, Beginnings)
        root.children.add(pattern, pieces, literal)


def _insert(
    node: Node, pattern: Pattern, pieces: Pieces, literal: frozenset[int], *, behind: int = 0
) -> None:
    """Lay out a pattern from a node, which is behind so many of its tokens."""
    steps = [(index, index + 1) for index in range(behind)]
    index = behind
    while index < len(pattern.keys):
        start = index
        if start in pieces:
            index, name = pieces[start]
            node = node.name(name)
        else:
            node = node.child(pattern.keys[start])
            index += 1
        steps.append((start, index))
    node.entries += (Entry(pattern, one_and_the_same(tuple(steps)), literal),)


def _name_pieces(pattern: Pattern, forms: Forms) -> Pieces:
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
    return pieces or _NO_PIECES
