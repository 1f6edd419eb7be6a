"""What a file of concepts would change in a glossary: the plan of an import.

Where the state is known in which the file was exported, each concept is merged three ways:
what was changed in the file is told from what was changed in the glossary. Otherwise the file
only adds, and what it says otherwise is a conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from termkit.glossary.merge import Conflict, Take, merge_concepts
from termkit.glossary.store import Glossary
from termkit.model.concept import Concept, SourceRef
from termkit.model.slug import SLUG, slugify


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one concept; ``None`` is a concept that is not there.

    Attributes:
        before: In the glossary.
        after: When the plan is carried out.
        conflicts: Decided by `Take`, if at all.
    """

    concept_id: str
    before: Concept | None
    after: Concept | None
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class Absorption:
    """The plan: only concepts that change or are in conflict, and sources that are new."""

    changes: tuple[Change, ...]
    sources: tuple[SourceRef, ...]
    unchanged: int

    @property
    def conflicts(self) -> Iterator[Conflict]:
        return (conflict for change in self.changes for conflict in change.conflicts)


def plan_absorption(
    glossary: Glossary,
    found: Iterable[Concept],
    exported: Mapping[str, Concept],
    *,
    take: Take = Take.OURS,
    by_names: bool = False,
) -> Absorption:
    """Work out what an import would do; nothing is written.

    Args:
        glossary: Into which.
        found: The concepts of the file.
        exported: The file at its export, by id; empty when nobody knows.
        take: Whose word counts at conflicts: the glossary's (ours) or the file's.
        by_names: The file has no ids: a concept is known by a designation that only one
            concept of the glossary has.
    """
    concepts = {c.id: c for c in (_known_by(found, glossary) if by_names else found)}
    cite = _Sources(glossary)
    changes = []
    unchanged = 0
    for concept_id in dict.fromkeys((*concepts, *exported)):
        before = glossary.concepts.get(concept_id)
        theirs = cite.known(concepts.get(concept_id))
        base = cite.known(exported.get(concept_id))
        merged = merge_concepts(base, before, theirs, take)
        if merged.conflicts or merged.concept != before:
            changes.append(Change(concept_id, before, merged.concept, merged.conflicts))
        else:
            unchanged += 1
    states = (change.after for change in changes if change.after is not None)
    cited = set[str]().union(*map(cited_sources, states))
    sources = tuple(source for source in cite.new.values() if source.id in cited)
    return Absorption(tuple(changes), sources, unchanged)


def _known_by(found: Iterable[Concept], glossary: Glossary) -> Iterator[Concept]:
    """The concepts under the ids that the glossary knows them by.

    A file of pairs spreads a concept over several rows; those that lead to one are one.
    """
    owners: dict[tuple[str, str], set[str]] = {}
    for concept in glossary:
        for designation in concept.designations:
            owners.setdefault((designation.lang, designation.text), set()).add(concept.id)
    merged: dict[str, Concept] = {}
    for concept in found:
        names = [(d.lang, d.text) for d in concept.designations]
        fitting = [owners[name] for name in names if name in owners]
        known = set.intersection(*fitting) if fitting else set()
        # Homographs whose names are the same in each language say nothing new of either.
        if len(known) == 1 or (known and len(fitting) == len(names)):
            concept_id = min(known)
            merged[concept_id] = _together(merged.get(concept_id), concept, concept_id)
            continue
        concept_id = concept.id
        number = 1
        while concept_id in merged or concept_id in glossary.concepts:
            number += 1
            concept_id = f"{concept.id}-{number}"
        merged[concept_id] = replace(concept, id=concept_id)
    yield from merged.values()


def _together(one: Concept | None, other: Concept, concept_id: str) -> Concept:
    """Two rows of one concept: the names of both."""
    if one is None:
        return replace(other, id=concept_id)
    known = {(d.lang, d.text) for d in one.designations}
    more = (d for d in other.designations if (d.lang, d.text) not in known)
    return replace(one, designations=(*one.designations, *more))


class _Sources:
    """Sources by id; what a file cites in words becomes a source of the glossary."""

    def __init__(self, glossary: Glossary) -> None:
        self._known = glossary.sources
        self.new: dict[str, SourceRef] = {}

    def known(self, concept: Concept | None) -> Concept | None:
        """The concept, citing ids."""
        if concept is None:
            return None
        return replace(
            concept,
            sources=self._ids(concept.sources),
            designations=tuple(
                replace(d, sources=self._ids(d.sources)) for d in concept.designations
            ),
            relations=tuple(replace(r, sources=self._ids(r.sources)) for r in concept.relations),
        )

    def _ids(self, cited: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._id(source) for source in cited))

    def _id(self, cited: str) -> str:
        if cited in self._known:
            return cited
        slug = cited if SLUG.fullmatch(cited) else slugify(cited)[:80].strip("-") or "source"
        if slug not in self._known:
            self.new.setdefault(slug, SourceRef(slug, cited))
        return slug


def cited_sources(concept: Concept) -> set[str]:
    """Ids of all sources that a concept rests on."""
    return set(concept.sources).union(
        *(d.sources for d in concept.designations), *(r.sources for r in concept.relations)
    )
