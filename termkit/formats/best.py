"""Which designation a format carries that has room for one: what a `ConceptDoor` picks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from termkit.formats.base import ConceptOptions
from termkit.model.concept import AdminStatus, Designation, Form


def best_of(designations: Iterable[Designation]) -> Designation:
    """The preferred one, the full form among several, the first among equals."""
    return min(designations, key=_rank)


def _rank(designation: Designation) -> tuple[bool, bool]:
    return designation.status is not AdminStatus.PREFERRED, designation.form is not Form.FULL


def best_first(designations: Sequence[Designation], options: ConceptOptions) -> list[Designation]:
    """All of them, the best of each language before its others."""
    return sorted(designations, key=_rank)


def one_each(designations: Sequence[Designation], options: ConceptOptions) -> Iterator[Designation]:
    """The best designation of each language."""
    for lang in dict.fromkeys(d.lang for d in designations):
        yield best_of(d for d in designations if d.lang == lang)


def one_target(
    designations: Sequence[Designation], options: ConceptOptions
) -> Iterator[Designation]:
    """Every designation of the source language, and the best one of the target language.

    >>> names = [Designation("vi", "Hà Nội"), Designation("en", "Hanoi", form=Form.VARIANT),
    ...          Designation("en", "Ha Noi")]
    >>> [d.text for d in one_target(names, ConceptOptions(("vi", "en")))]
    ['Hà Nội', 'Ha Noi']
    """
    source, target = options.languages
    yield from (d for d in designations if d.lang == source)
    yield from one_each([d for d in designations if d.lang == target], options)
