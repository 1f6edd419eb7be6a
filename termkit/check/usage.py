"""Which of several ways to write one thing is the odd one out in a document.

The mixing rules (hyphens, apostrophes, quotation marks, dates, spelling) all ask the same
question: here are the places and the form each has; which places differ from the rest?
The house style answers it where it may; else the majority does; and a tie is settled by
the language's usual form, or else against the later places.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from termkit.check.rule import MarkRelated
from termkit.check.view import TextView
from termkit.model.span import Span


@dataclass(frozen=True, slots=True)
class Use:
    """One place and the form it has.

    Attributes:
        view: The text it stands in.
        span: Code points of the normalised text.
        form: The form, in words a message can use.
        replacement: The same thing in another form, when only one other exists.
    """

    view: TextView
    span: Span
    form: str
    replacement: str | None = None

    @property
    def text(self) -> str:
        return self.span.slice(self.view.text)

    @property
    def place(self) -> tuple[int, int]:
        """Unit and index: uses in this order are in reading order."""
        return self.view.index, self.span.start

    def related(self, message: str) -> MarkRelated:
        return self.view.related(self.span, message)


@dataclass(frozen=True, slots=True)
class Mix:
    """Places that differ from the form a document goes by.

    Attributes:
        odd: To be marked, in reading order.
        usual: The others.
        form: What the usual ones have.
        by_house: Whether the house style decided.
    """

    odd: tuple[Use, ...]
    usual: tuple[Use, ...]
    form: str
    by_house: bool

    def nearest(self, use: Use) -> Use:
        """The usual place closest to an odd one, in the same unit if there is one."""
        after = bisect_left(self.usual, use.place, key=lambda other: other.place)
        return min(
            self.usual[max(0, after - 1) : after + 1],
            key=lambda other: (
                abs(other.view.index - use.view.index),
                abs(other.span.start - use.span.start),
            ),
        )


def find_mix(
    uses: Iterable[Use], *, house: str | None = None, ties: Sequence[str] = ()
) -> Mix | None:
    """The mix in some places, or ``None`` when all have one form.

    Headings count less than running text: they decide only where they are all there is.

    Args:
        uses: Places in reading order.
        house: The form the house style asks for; it decides when the document has it.
        ties: Forms in order of preference, for a tie; then the form met first wins.
    """
    places = list(uses)
    forms = {use.form for use in places}
    if len(forms) < 2:
        return None
    form = house if house in forms else _usual(places, ties)
    return Mix(
        odd=tuple(use for use in places if use.form != form),
        usual=tuple(use for use in places if use.form == form),
        form=form,
        by_house=house == form,
    )


def odd_ones(
    uses: Iterable[Use], *, house: str | None = None, ties: Sequence[str] = ()
) -> Iterator[tuple[Use, Use]]:
    """Each place of a mix that is to be marked, beside the nearest place of the usual form."""
    mix = find_mix(uses, house=house, ties=ties)
    if mix is not None:
        for use in mix.odd:
            yield use, mix.nearest(use)


def _usual(places: Sequence[Use], ties: Sequence[str]) -> str:
    counts = Counter(use.form for use in places if not use.view.is_heading)
    counts = counts or Counter(use.form for use in places)
    most = max(counts.values())
    best = [form for form, number in counts.items() if number == most]
    return next((form for form in ties if form in best), best[0])
