"""What a mention of a name is linked to: one entry, several it may mean, or none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Way(StrEnum):
    """How a mention names its entry; the surest first."""

    WHOLE = "whole"  # the whole name, perhaps with fewer marks
    ORDER = "order"  # its words in another order
    PART = "part"  # without middle names, or with initials
    READING = "reading"  # in another script, or another romanisation
    SHORT = "short"  # the part that stands alone on second mention
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Link:
    """The entries that a mention may stand for.

    Attributes:
        mention: As written.
        ids: One id when the mention is plain; the exact set of candidates, in the order of
            the index, when it is ambiguous; nothing when it names no entry (NIL).
        way: How it names them.
    """

    mention: str
    ids: tuple[str, ...] = ()
    way: Way = Way.NONE

    @property
    def id(self) -> str | None:
        """The entry, when there is exactly one."""
        return self.ids[0] if len(self.ids) == 1 else None

    def said(self, mention: str) -> Link:
        """The same link of a mention that is written so."""
        return self if mention == self.mention else replace(self, mention=mention)

    @property
    def is_ambiguous(self) -> bool:
        """Whether the mention may stand for several entries."""
        return len(self.ids) > 1

    def __bool__(self) -> bool:
        """Whether it stands for any."""
        return bool(self.ids)
