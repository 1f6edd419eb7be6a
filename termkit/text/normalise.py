"""Canonical text for comparing, with the way back to every original character.

Vietnamese arrives decomposed from one source and composed from the next, lines are wrapped,
and invisible characters slip in. Rules look at the normalised text and report through
`NormalisedText.to_original`.
"""

from __future__ import annotations

from dataclasses import dataclass

from termkit.model.span import Span


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """Text after `normalise`, and where each of its characters came from.

    Attributes:
        text: NFC; invisible characters gone; every run of white space one space.
        original: The text as found.
        origin: ``origin[i]`` is the original index of ``text[i]``; one longer than the text.
            ``None`` when nothing changed, the usual and cheap case.
    """

    text: str
    original: str
    origin: tuple[int, ...] | None = None

    def to_original(self, span: Span) -> Span:
        """The span of the original text that a span of the normalised text stands for."""
        if self.origin is None:
            return span
        return Span(self.origin[span.start], self.origin[span.end])


def normalise(text: str) -> NormalisedText:
    """TEMPORARY CONTRACT BODY: to be replaced by the owner of termkit/text/."""
    return NormalisedText(text, text)
