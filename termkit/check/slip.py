"""One word of a phrase that is not as in the designation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from termkit.model.span import Span

PREPOSITIONS = frozenset(
    ("of", "on", "in", "for", "with", "to", "at", "by", "from", "between", "among")
)


class SlipKind(StrEnum):
    """What happened to the word."""

    WRONG = "wrong"
    MISSING = "missing"
    EXTRA = "extra"
    SWAPPED = "swapped"  # with the one behind it
    SPLIT = "split"  # into two words; English alone


class Judgement(StrEnum):
    """What a difference of one word is taken for."""

    MEANT = "meant"  # grammar, another house, another thing
    DOUBTFUL = "doubtful"  # worth a note: it could be meant, but the name is not written so
    SLIP = "slip"


@dataclass(frozen=True, slots=True)
class Slip:
    """One word that is not as in the designation.

    Attributes:
        kind: What happened to it.
        span: Of the written word; of the gap where a word is missing.
        written: Empty when it is missing.
        known: Empty when it is too many.
        index: Of the word in the phrase.
    """

    kind: SlipKind
    span: Span
    written: str
    known: str
    index: int

    @property
    def is_typo(self) -> bool:
        """Whether the word itself is mistyped, and not another or none in its place."""
        if self.kind in (SlipKind.SWAPPED, SlipKind.SPLIT):
            return True
        return self.kind is SlipKind.WRONG and self.written.lower() not in PREPOSITIONS
