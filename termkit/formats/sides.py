"""One designation among several, for files that have room for one: the best of a language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from termkit.formats.base import ConceptOptions
from termkit.model.concept import AdminStatus, Designation, Form


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
    yield from best(designations, target)


def one_each(designations: Sequence[Designation], options: ConceptOptions) -> Iterator[Designation]:
    """The best designation of each language."""
    for lang in dict.fromkeys(d.lang for d in designations):
        yield from best(designations, lang)


def best(designations: Sequence[Designation], lang: str) -> Sequence[Designation]:
    """The designation to suggest in a language: none or one.

    A preferred one before an admitted one, a full one before a short one, then file order.
    """
    usable = [d for d in designations if d.lang == lang and d.status in _RANK]
    return sorted(usable, key=lambda d: (_RANK[d.status], d.form is not Form.FULL))[:1]


_RANK = {AdminStatus.PREFERRED: 0, AdminStatus.ADMITTED: 1}
