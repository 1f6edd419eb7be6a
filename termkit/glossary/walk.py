"""The walk through the trie: every way in which tokens of a text spell a pattern."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from termkit.glossary.token_text import TokenText
from termkit.glossary.trie import Entry, Node


class Step(NamedTuple):
    """One edge of a way: a token, or the tokens of a name.

    Attributes:
        start, end: Half-open range of tokens.
        gap: Gap key before it, when a parenthesis was stepped over; else ``None``.
        name: Concept id, when a place or an organisation is named.
    """

    start: int
    end: int
    gap: str | None = None
    name: str = ""


class Way(NamedTuple):
    """A pattern spelled out by tokens, not yet compared in marks and capitals.

    Attributes:
        possessive: The last token has an ``'s`` that does not belong to the pattern.
    """

    entry: Entry
    steps: tuple[Step, ...]
    possessive: bool


Named = dict[int, list[tuple[str, int, bool]]]
"""By first token: concept id, index past the last token, possessive."""


def walk(root: Node, tokens: TokenText, start: int, named: Named) -> Iterator[Way]:
    """Every pattern that begins at a token.

    Args:
        root: Of the trie, or of the names alone.
        tokens: Of the text.
        start: Index of the first token.
        named: Where the text has a place or an organisation: any form may stand for another.
    """
    stack: list[tuple[Node, int, tuple[Step, ...]]] = [(root, start, ())]
    while stack:
        node, index, steps = stack.pop()
        if steps:
            for entry in node.entries:
                yield Way(entry, steps, False)
        if index >= len(tokens):
            continue
        yield from _possessives(node, tokens, index, None, steps, named)
        _advance(stack, node, tokens, index, None, steps, named)
        if steps and (node.children or node.named):
            aside = tokens.aside(index)
            if aside is not None:
                _advance(stack, node, tokens, aside.after, aside.gap, steps, named)
                yield from _possessives(node, tokens, aside.after, aside.gap, steps, named)


def _advance(
    stack: list[tuple[Node, int, tuple[Step, ...]]],
    node: Node,
    tokens: TokenText,
    index: int,
    gap: str | None,
    steps: tuple[Step, ...],
    named: Named,
) -> None:
    child = node.children.get(tokens.keys[index])
    if child is not None:
        stack.append((child, index + 1, (*steps, Step(index, index + 1, gap))))
    if node.named:
        for name, end, possessive in named.get(index, ()):
            child = node.named.get(name)
            if child is not None and not possessive:
                stack.append((child, end, (*steps, Step(index, end, gap, name))))


def _possessives(
    node: Node,
    tokens: TokenText,
    index: int,
    gap: str | None,
    steps: tuple[Step, ...],
    named: Named,
) -> Iterator[Way]:
    """Patterns whose last token carries an ``'s`` of its own: *the Party's*."""
    bare = tokens.without_possessive(index)
    child = node.children.get(bare) if bare is not None else None
    if child is not None:
        for entry in child.entries:
            yield Way(entry, (*steps, Step(index, index + 1, gap)), True)
    if node.named:
        for name, end, possessive in named.get(index, ()):
            child = node.named.get(name)
            if child is not None and possessive:
                for entry in child.entries:
                    yield Way(entry, (*steps, Step(index, end, gap, name)), True)
