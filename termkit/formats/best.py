"""The one designation that a format with one text per language carries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from termkit.formats.base import ConceptOptions
from termkit.model.concept import AdminStatus, Concept, Designation, Form


def best_of(designations: Iterable[Designation]) -> Designation:
    """The preferred one, the full form among several, the first among equals."""
    return min(
        designations,
        key=lambda d: (d.status is not AdminStatus.PREFERRED, d.form is not Form.FULL),
    )


def keep_best(concept: Concept, options: ConceptOptions) -> Concept:
    """A concept with one designation per language (a `ConceptDoor.keeps`)."""
    return _keep_best_in(concept, tuple(dict.fromkeys(d.lang for d in concept.designations)))


def keep_best_target(concept: Concept, options: ConceptOptions) -> Concept:
    """A concept with every source designation, and one of the target."""
    return _keep_best_in(concept, options.languages[1:])


def _keep_best_in(concept: Concept, languages: tuple[str, ...]) -> Concept:
    best = [best_of(concept.named(lang)) for lang in languages if concept.named(lang)]
    rest = (d for d in concept.designations if d.lang not in languages or d in best)
    return replace(concept, designations=tuple(rest))
