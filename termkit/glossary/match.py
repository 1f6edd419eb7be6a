"""What a matcher says: one designation found at one place, and how well it fits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from termkit.model.concept import Concept, Designation
from termkit.model.span import Span


class Likeness(StrEnum):
    """How the text found differs from the designation, the weightiest difference last."""

    EXACT = "exact"
    CASE = "case"  # other capitals
    INFLECTED = "inflected"  # cities for city
    TONE_STYLE = "tone-style"  # hoà for hòa
    UNMARKED = "unmarked"  # fewer marks, none contradicting

    @property
    def rank(self) -> int:
        """0 for the same text, higher for a weightier difference."""
        return _RANKS[self]


_RANKS = {likeness: rank for rank, likeness in enumerate(Likeness)}


@dataclass(frozen=True, slots=True)
class Match:
    """One designation found in a normalised text.

    Attributes:
        span: Code points of the normalised text.
        text: What stands there.
        concept: What is named.
        designation: The designation that fits best.
        likeness: How the text differs from it. Another form of a place or an organisation
            inside a longer designation is no difference: *Communist Party of Việt Nam* is an
            exact *Communist Party of Vietnam* (and the country is a match of its own).
        nested_in: Span of the longest match of another concept that contains this one
            (*Vietnam* in *Communist Party of Vietnam*); ``None`` for an outermost match,
            and for a deprecated form of a name that the longer designation does not have.
        is_foreign: The designation belongs to another language than the text, and no
            designation of the text's own language has this form: *Vương Nghị* in English.
        homographs: Ids of other concepts that have the same text at the same span.
    """

    span: Span
    text: str
    concept: Concept
    designation: Designation
    likeness: Likeness
    nested_in: Span | None = None
    is_foreign: bool = False
    homographs: tuple[str, ...] = ()
