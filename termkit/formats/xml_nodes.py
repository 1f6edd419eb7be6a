"""XML one entry at a time: the elements of some names as small trees, safely and in order."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from termkit.errors import UnreadableDocumentError
from termkit.formats.xml_stream import End, Start, read_events

_MAX_ENTRY = 4_000_000  # code points of text in one entry


@dataclass(slots=True)
class Node:
    """An element with what is in it.

    Attributes:
        name: Local name.
        space: Namespace, or ``""``.
        attributes: By local name (``xml:lang`` is lang).
        line: Where its start tag stands.
        content: Texts and elements in order.
    """

    name: str
    space: str
    attributes: dict[str, str]
    line: int
    content: list[str | Node] = field(default_factory=list)

    @property
    def children(self) -> Iterator[Node]:
        """The elements directly in it."""
        return (item for item in self.content if isinstance(item, Node))

    @property
    def text(self) -> str:
        """All text in it, inline elements included."""
        return "".join(item if isinstance(item, str) else item.text for item in self.content)

    def child(self, *names: str) -> Node | None:
        """The first element of these names directly in it."""
        return next((node for node in self.children if node.name in names), None)


def read_nodes(file: BinaryIO, path: str, root: str, names: Collection[str]) -> Iterator[Node]:
    """The elements of some names, each whole, as the file is read; they do not nest.

    Args:
        file: Open file.
        path: For messages.
        root: What the outermost element must be called.
        names: Local names; the root may be one of them, and then comes without its content.

    Raises:
        UnreadableDocumentError: Another root, an entry beyond all reason, and what
            `read_events` raises: no XML, damaged, or with entities of its own.
    """
    stack: list[Node] = []
    size = 0
    seen_root = False
    for event in read_events(file, path):
        if isinstance(event, Start):
            node = Node(event.name, event.space, event.attributes, event.line)
            if not seen_root:
                seen_root = True
                if event.name != root:
                    raise UnreadableDocumentError(
                        f"<{event.name}> where <{root}> is expected", path=path, line=event.line
                    )
                if root in names:
                    yield node
            elif stack:
                stack[-1].content.append(node)
                stack.append(node)
            elif event.name in names:
                size = 0
                stack.append(node)
        elif isinstance(event, End):
            if stack:
                node = stack.pop()
                if not stack:
                    yield node
        elif stack:
            size += len(event.text)
            if size > _MAX_ENTRY:
                raise UnreadableDocumentError(
                    f"an entry of more than {_MAX_ENTRY} characters", path=path, line=event.line
                )
            stack[-1].content.append(event.text)
