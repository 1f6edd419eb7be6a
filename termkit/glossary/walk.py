"""The walk through the trie: every way in which tokens of a text spell a pattern."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from termkit.glossary.token_text import POSSESSIVE, TokenText
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

Asked = list[tuple[int, Mapping[str, Node]]]
"""Tokens at which names might have led on, and which."""


def walk(
    root: Node, tokens: TokenText, start: int, named: Named, asked: Asked | None = None
) -> list[Way]:
    """Every pattern that begins at a token.

    Args:
        root: Of the trie, or of the names alone.
        tokens: Of the text.
        start: Index of the first token.
        named: Where the text has a place or an organisation: any form may stand for another.
        asked: Grows by the places where others than these would make a difference.
    """
    ways: list[Way] = []
    stack: list[tuple[Node, int, tuple[Step, ...]]] = [(root, start, ())]
    while stack:
        node, index, steps = stack.pop()
        if steps and node.entries:
            ways += [Way(entry, steps, False) for entry in node.entries]
        if index == len(tokens.words) or not (node.children or node.named):
            continue
        if asked is not None and node.named:
            asked.append((index, node.named))
        _advance(stack, ways, node, tokens, index, None, steps, named)
        aside = tokens.aside(index) if steps and index in tokens.behind_brackets else None
        if aside is not None:
            if asked is not None and node.named:
                asked.append((aside.after, node.named))
            _advance(stack, ways, node, tokens, aside.after, aside.gap, steps, named)
    return ways


def _advance(
    stack: list[tuple[Node, int, tuple[Step, ...]]],
    ways: list[Way],
    node: Node,
    tokens: TokenText,
    index: int,
    gap: str | None,
    steps: tuple[Step, ...],
    named: Named,
) -> None:
    """Follow a token, or the names that begin with it; a token with an ``'s`` of its own ends
    what stands before the ``'s``: *the Party's*."""
    key = tokens.keys[index]
    if key.endswith(POSSESSIVE):
        bare = tokens.without_possessive(index)
        if bare is not None and (child := node.children.get(bare)) is not None:
            step = Step(index, index + 1, gap)
            ways += [Way(entry, (*steps, step), True) for entry in child.entries]
    if (child := node.children.get(key)) is not None:
        stack.append((child, index + 1, (*steps, Step(index, index + 1, gap))))
    for name, end, possessive in named.get(index, ()) if node.named and named else ():
        child = node.named.get(name)
        if child is None:
            continue
        step = Step(index, end, gap, name)
        if possessive:
            ways += [Way(entry, (*steps, step), True) for entry in child.entries]
        else:
            stack.append((child, end, (*steps, step)))
