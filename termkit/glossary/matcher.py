"""Occurrences of designations in a text: whole tokens, longest first, every candidate kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from termkit.model.concept import Concept, Designation
from termkit.model.span import Span


class Likeness(StrEnum):
    """How the text found differs from the designation, the weightiest difference first."""

    EXACT = "exact"
    CASE = "case"  # other capitals
    INFLECTED = "inflected"  # cities for city
    TONE_STYLE = "tone-style"  # hoà for hòa
    UNMARKED = "unmarked"  # fewer marks, none contradicting


@dataclass(frozen=True, slots=True)
class Match:
    """One designation found in a normalised text.

    Attributes:
        span: Code points of the normalised text.
        text: What stands there.
        concept: What is named.
        designation: The designation that fits best.
        likeness: How the text differs from it.
        nested_in: Span of the longest match of another concept that contains this one
            (*Vietnam* in *Communist Party of Vietnam*); ``None`` for an outermost match.
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
