"""Which tokens of a text a designation can begin at: one look-up for most of them.

A text of any language is mostly words that no designation begins with, or that begin one and go
on otherwise. The sieve asks of every word once in its life whether a designation begins with it,
and follows those that do as far as there is one way alone. What passes is walked (`walk`), with
names and parentheses; what does not could not have been found.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress

from termkit.glossary.likeness import compare_words
from termkit.glossary.pattern import Capitals
from termkit.glossary.token_text import POSSESSIVE, TokenText, key_of
from termkit.glossary.trie import Node

_MOST_WORDS = 50_000  # remembered: texts of any length go through in bounded memory


class Sieve:
    """The first steps of every way through a trie."""

    def __init__(self, root: Node) -> None:
        self._openings = _Openings(root)

    def passes(self, tokens: TokenText) -> list[int]:
        """Indices of the tokens that a designation may begin at, in order.

        A name that stands for its other forms (`Node.named`) begins a designation only where one
        of its own forms begins, so it needs no look-up of its own.
        """
        nodes = list(map(self._openings.__getitem__, tokens.words))
        return [
            index
            for index, node in compress(enumerate(nodes), nodes)
            if node and (node.entries or self._goes_on(node, tokens, index + 1))
        ]

    def _goes_on(self, node: Node, tokens: TokenText, index: int) -> bool:
        """Whether anything can end at a node, or go on from it with the tokens that follow."""
        while not node.entries:
            if index == len(tokens.words):
                return False
            word = tokens.words[index]
            key = key_of(word)
            is_doubtful = index in tokens.behind_brackets or key.endswith(POSSESSIVE)
            if is_doubtful or (node.named and self._openings[word] is not None):
                return True
            child = node.children.get(key)
            if child is None:
                return False
            node, index = child, index + 1
        return True


class _Openings(dict[str, Node | None]):
    """Where a word as found leads from the root; ``None`` when no designation begins with it."""

    def __init__(self, root: Node) -> None:
        super().__init__()
        self._children = root.children
        self._beginnings: dict[str, frozenset[Beginning]] = {}

    def __missing__(self, word: str) -> Node | None:
        if len(self) >= _MOST_WORDS:
            self.clear()
        key = key_of(word)
        node = self._led_to(key, word)
        if key.endswith(POSSESSIVE):
            size = len(POSSESSIVE)
            whole = self._led_to(key[:-size], word[:-size])
            node = whole if whole is not None and whole.entries else node
        self[word] = node
        return node

    def _led_to(self, key: str, word: str) -> Node | None:
        node = self._children.get(key)
        if node is None:
            return None
        if key not in self._beginnings:
            self._beginnings[key] = frozenset(_beginnings(node))
        fits = any(
            compare_words(word, written, capitals) is not None
            for written, capitals in self._beginnings[key]
        )
        return node if fits else None


Beginning = tuple[str, Capitals]
"""The first word of a designation as written, and what capitals it asks for."""


def _beginnings(node: Node) -> Iterator[Beginning]:
    """How the designations below a node begin: *nhận* leads to none that begins with *nhân*."""
    stack = [node]
    while stack:
        node = stack.pop()
        for entry in node.entries:
            yield entry.pattern.words[0], entry.pattern.capitals[0]
        stack += (*node.children.values(), *node.named.values())
