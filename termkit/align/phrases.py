"""Which stretch of words renders which: phrase pairs that agree with a word alignment.

A pair is consistent when no word of one stretch is linked to a word outside the other. Of
all such pairs only those are kept of which one side at least is wanted: a word, a sequence
that comes again, a name by its form.

Source: Och and Ney (2004), The Alignment Template Approach to Statistical Machine
Translation, section 3.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from termkit.align.symmetrise import grow_diagonal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from termkit.align.words import Links

_STRETCH = 4  # words that the other side may have more than twice as many

Words = tuple[int, int]  # first word, just past the last


@dataclass(frozen=True, slots=True)
class Phrase:
    """One place where a stretch of words renders another.

    Attributes:
        source, target: First word and just past the last, of the unit's sides.
        weight: How sure the alignment is of it, in [0, 1].
    """

    source: Words
    target: Words
    weight: float


def find_phrases(
    links: Links, wanted_source: Iterable[Words], wanted_target: Iterable[Words]
) -> Iterator[Phrase]:
    """The phrase pairs of a unit that have a wanted stretch on one side, each once.

    Args:
        links: Of both directions.
        wanted_source, wanted_target: Stretches of words.
    """
    import numpy as np

    linked = grow_diagonal(links)
    surest = np.sqrt(links.forward * links.backward)
    surest = np.where(linked, np.maximum(surest, 0.1), 0)
    per_source, per_target = surest.max(1), surest.max(0)
    reach = (_reach(linked), _reach(linked.T))
    found: set[tuple[Words, Words]] = set()
    for span in wanted_source:
        other = _closure(span, *reach)
        if other is not None:
            found.add((span, other))
    for span in wanted_target:
        other = _closure(span, *reversed(reach))
        if other is not None:
            found.add((other, span))
    for source, target in sorted(found):
        sure = (per_source[source[0] : source[1]], per_target[target[0] : target[1]])
        yield Phrase(source, target, min(_mean(side) for side in sure))


def _reach(linked: NDArray[np.bool_]) -> list[Words | None]:
    """From each row, the first linked column and just past the last."""
    width = linked.shape[1]
    first = linked.argmax(1).tolist()
    last = (width - linked[:, ::-1].argmax(1)).tolist()
    return [(first[row], last[row]) if linked[row].any() else None for row in range(len(linked))]


def _closure(span: Words, reach: list[Words | None], back: list[Words | None]) -> Words | None:
    """What a stretch is linked to, when nothing in that is linked to anything else."""
    ends = [words for words in reach[span[0] : span[1]] if words is not None]
    if not ends:
        return None
    other = min(a for a, _ in ends), max(b for _, b in ends)
    size = span[1] - span[0]
    if other[1] - other[0] > 2 * size + _STRETCH:
        return None
    for words in back[other[0] : other[1]]:
        if words is not None and (words[0] < span[0] or words[1] > span[1]):
            return None
    return other


def _mean(sure: NDArray[np.float32]) -> float:
    """How sure the linked words are; a word without a link says little against a phrase."""
    linked = sure[sure > 0]
    return float(linked.mean()) * (len(linked) / len(sure)) ** 0.5 if len(linked) else 0.0
