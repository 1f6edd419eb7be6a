"""A document beside its translation: beads of segments, and the units they make."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from termkit.model.document import Segment
from termkit.model.finding import Side
from termkit.model.signature import Signature


@dataclass(frozen=True, slots=True)
class Bead:
    """One step of an alignment: some source segments and the target segments that render them.

    Attributes:
        source, target: Indices of segments, from 0, half-open; one of them may be empty.
        cost: At least 0, lower is better; costs compare only within one alignment.
        confidence: Probability in [0, 1] that exactly these segments belong together;
            ``None`` when the aligner gives none.

    >>> bead = Bead(range(3, 5), range(2, 3), cost=0.4)
    >>> bead.kind
    '2-1'
    """

    source: range
    target: range
    cost: float = 0.0
    confidence: float | None = None

    @property
    def kind(self) -> str:
        """Number of segments on each side: ``"1-1"``, ``"2-1"``, ``"0-1"``."""
        return f"{len(self.source)}-{len(self.target)}"


@dataclass(frozen=True, slots=True)
class Alignment:
    """Beads in order that cover every segment of both sides exactly once.

    Raises:
        ValueError: A gap, an overlap, or a bead without segments.
    """

    beads: tuple[Bead, ...]
    signature: Signature

    def __post_init__(self) -> None:
        for side in ("source", "target"):
            ends = [0, *(getattr(bead, side).stop for bead in self.beads)]
            starts = [getattr(bead, side).start for bead in self.beads]
            if any(end != start for end, start in zip(ends, starts, strict=False)):
                raise ValueError(f"the beads leave a gap or overlap on the {side} side")
        if any(not bead.source and not bead.target for bead in self.beads):
            raise ValueError("a bead without segments")


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """The text of one bead, or one unit of a translation memory (TMX ``tu``, XLIFF ``unit``).

    A side is a `Segment` of its own, so that a view, a match or a finding treats it as any
    other text: its `Segment.origin` leads every character back to the file, through inline
    tags and over the joints of several segments.

    Attributes:
        id: ``"<document>#<n>"``, n from 1 in file order.
        source, target: An empty text is a side without a counterpart.
        publisher: Who published the translation; `Document.source` of a document.
        date: Of publication, or of the unit where the file dates it.
        profile: House style of the target.
        confidence: As `Bead.confidence`.
        translate: False where the file says that the unit is not to be translated.
    """

    id: str
    source: Segment
    target: Segment
    publisher: str | None = None
    date: datetime.date | None = None
    profile: str | None = None
    confidence: float | None = None
    translate: bool = True

    def side(self, side: Side) -> Segment:
        """The segment of one side."""
        return self.source if side is Side.SOURCE else self.target
