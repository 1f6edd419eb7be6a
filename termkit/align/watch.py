"""How long work tells whoever waits for it how far it is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Watch(Protocol):
    """Wraps the items of a piece of work; receives how many there are, and a word for it."""

    def __call__(self, items: Iterable[T], total: int, what: str) -> Iterable[T]: ...


def unwatched(items: Iterable[T], total: int, what: str) -> Iterable[T]:
    """Nobody waits."""
    return items
