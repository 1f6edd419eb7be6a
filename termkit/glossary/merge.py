"""Merge two states of a concept that came from one, field by field and name by name.

What only one side changed is taken; what both changed alike as well; the rest is a conflict
that a person decides. Without a common state a field that says nothing yields to one that
does, and a name that one side lacks is no deletion.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, fields, replace
from enum import Enum
from typing import Any, TypeVar

from termkit.model.concept import Concept, ConceptType, Designation, Relation
from termkit.model.plain import to_plain

Part = TypeVar("Part", Concept, Designation, Relation)


class Take(Enum):
    """Whose word counts where both sides changed one thing."""

    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing that both sides changed, each in its way.

    Attributes:
        concept_id: Of the concept.
        place: What of it: ``note``, ``status of en 'FM'``; ``the concept`` when one side
            removed it.
        ours, theirs: What each side says; empty where it removed it or says nothing.
    """

    concept_id: str
    place: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What comes of a merge.

    Attributes:
        concept: With one side's word at each conflict; ``None`` when it is removed.
        conflicts: None of them is decided by the merge itself.
    """

    concept: Concept | None
    conflicts: tuple[Conflict, ...] = ()


def merge_concepts(
    base: Concept | None, ours: Concept | None, theirs: Concept | None, take: Take = Take.OURS
) -> Merged:
    """Merge two states of one concept.

    Args:
        base: The state both came from; ``None`` when there is none, or it did not exist.
        ours, theirs: ``None`` when that side has not got it.
        take: Whose word stands in the result where they disagree.

    >>> from termkit.model.concept import AdminStatus
    >>> base = Concept("hue", ConceptType.PLACE, "", (Designation("vi", "Huế"),))
    >>> ours = replace(base, note="The old capital.")
    >>> theirs = replace(base, definition="A city.", note="On the Perfume River.")
    >>> merged = merge_concepts(base, ours, theirs)
    >>> merged.concept.definition, [(c.place, c.ours, c.theirs) for c in merged.conflicts]
    ('A city.', [('note', 'The old capital.', 'On the Perfume River.')])
    """
    if ours is None or theirs is None:
        return _merge_absent(base, ours, theirs, take)
    blank = Concept(ours.id, ConceptType.TERM, "", ())
    return _Merge(ours.id, take).concepts(base or blank, ours, theirs)


def _merge_absent(
    base: Concept | None, ours: Concept | None, theirs: Concept | None, take: Take
) -> Merged:
    there = ours or theirs
    if there is None or base is None or there == base:
        return Merged(None if base is not None else there)
    texts = ("" if side is None else "changed" for side in (ours, theirs))
    chosen = ours if take is Take.OURS else theirs
    return Merged(chosen, (Conflict(there.id, "the concept", *texts),))


class _Merge:
    """One merge under way, with the conflicts found so far."""

    def __init__(self, concept_id: str, take: Take) -> None:
        self._id = concept_id
        self._take = take
        self._conflicts: list[Conflict] = []

    def concepts(self, base: Concept, ours: Concept, theirs: Concept) -> Merged:
        concept = replace(
            self._fields(base, ours, theirs, where=""),
            designations=self._parts(
                base.designations, ours.designations, theirs.designations, _name, _blank_name
            ),
            relations=self._parts(
                base.relations, ours.relations, theirs.relations, _link, _blank_link
            ),
        )
        return Merged(concept, tuple(self._conflicts))

    def _fields(self, base: Part, ours: Part, theirs: Part, where: str) -> Part:
        changed: dict[str, Any] = {}
        for field in fields(ours):
            name = field.name
            if name in ("id", "designations", "relations"):
                continue
            states = (getattr(base, name), getattr(ours, name), getattr(theirs, name))
            place = f"{name} of {where}" if where else name
            changed[name] = self._value(place, *states)
        return replace(ours, **changed)

    def _value(self, place: str, base: Any, ours: Any, theirs: Any) -> Any:
        if ours == theirs or theirs == base:
            return ours
        if ours == base:
            return theirs
        if isinstance(ours, tuple):
            added = tuple(item for item in theirs if item not in ours and item not in base)
            return tuple(item for item in ours if item in theirs or item not in base) + added
        self._conflicts.append(Conflict(self._id, place, _text(ours), _text(theirs)))
        return ours if self._take is Take.OURS else theirs

    def _parts(
        self,
        base: Iterable[Part],
        ours: Iterable[Part],
        theirs: Iterable[Part],
        key: Callable[[Part], Hashable],
        blank: Callable[[Part], Part],
    ) -> tuple[Part, ...]:
        """Parts by key: those of ours in their order, then what theirs adds."""
        before: dict[Hashable, Part] = {key(part): part for part in base}
        mine: dict[Hashable, Part] = {key(part): part for part in ours}
        other: dict[Hashable, Part] = {key(part): part for part in theirs}
        merged = []
        for name in dict.fromkeys((*mine, *other)):
            part = self._part(before.get(name), mine.get(name), other.get(name), blank)
            if part is not None:
                merged.append(part)
        return tuple(merged)

    def _part(
        self,
        base: Part | None,
        ours: Part | None,
        theirs: Part | None,
        blank: Callable[[Part], Part],
    ) -> Part | None:
        if ours is not None and theirs is not None:
            return self._fields(base or blank(ours), ours, theirs, where=_place(ours))
        there = ours if ours is not None else theirs
        if there is None or base is None:
            return there
        if there == base:  # the other side removed what this one left alone
            return None
        texts = (_text(side) if side is not None else "" for side in (ours, theirs))
        self._conflicts.append(Conflict(self._id, _place(there), *texts))
        return ours if self._take is Take.OURS else theirs


def _name(designation: Designation) -> Hashable:
    return designation.lang, designation.text


def _blank_name(designation: Designation) -> Designation:
    return Designation(designation.lang, designation.text)


def _link(relation: Relation) -> Hashable:
    return relation.kind, relation.target, str(relation.valid_from or "")


def _blank_link(relation: Relation) -> Relation:
    return Relation(relation.kind, relation.target, relation.valid_from)


def _place(part: Concept | Designation | Relation) -> str:
    if isinstance(part, Designation):
        return f"{part.lang} {part.text!r}"
    assert isinstance(part, Relation)
    return f"{part.kind.value} {part.target}"


def _text(value: Any) -> str:
    plain = to_plain(value)
    if isinstance(plain, dict):
        return ", ".join(f"{key}={item}" for key, item in plain.items())
    return "" if plain is None else str(plain)
