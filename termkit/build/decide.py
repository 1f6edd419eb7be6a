"""From decisions to concepts: what people agreed on enters the glossary, with its provenance.

An entry is *proposed* until two people agree on it. What has been reviewed is never written
over: a new designation stands beside it, admitted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from termkit.build.held import form_key
from termkit.build.provenance import source_refs
from termkit.build.standing import Opinion, Standing
from termkit.glossary.parse import PROPER
from termkit.glossary.store import Glossary
from termkit.model.concept import (
    AdminStatus,
    Concept,
    ConceptType,
    Designation,
    DesignationKind,
    Review,
    SourceRef,
    same_language,
)
from termkit.model.review import Candidate, Decision, Form, Verdict
from termkit.model.slug import slugify
from termkit.text.fold import fold

ENOUGH = 2
"""Reviewers who must agree before an entry counts as reviewed."""

FormKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Changes:
    """What decisions make of a glossary.

    Attributes:
        concepts: New and changed concepts, whole.
        sources: New sources that they cite.
        new: Ids of those concepts that are new.
        unclear: Sentences about accepted pairs that were left out, and why.
    """

    concepts: tuple[Concept, ...]
    sources: tuple[SourceRef, ...]
    new: frozenset[str]
    unclear: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Accepted:
    """A pair that everybody who spoke accepts."""

    decisions: tuple[Decision, ...]
    candidate: Candidate | None
    review: Review

    @property
    def forms(self) -> tuple[Form, Form]:
        return self.decisions[0].source, self.decisions[0].target

    @property
    def type(self) -> ConceptType:
        said = next((d.type for d in reversed(self.decisions) if d.type), None)
        return said or (self.candidate.type if self.candidate else ConceptType.TERM)

    @property
    def score(self) -> float:
        return self.candidate.score if self.candidate else 0.0


def decide(
    glossary: Glossary,
    said: Mapping[str, Opinion],
    candidates: Iterable[Candidate] = (),
    *,
    status: Review | None = None,
    subject: str = "general",
) -> Changes:
    """What the accepted candidates make of a glossary; conflicts are none of them.

    Args:
        glossary: As it is.
        said: Opinions by candidate.
        candidates: Bring sources and types; a decision without its candidate counts too.
        status: Review of every new entry; without it, by the number of reviewers.
        subject: Subject field of new concepts.
    """
    known = {candidate.id: candidate for candidate in candidates}
    accepted = [
        _Accepted(opinion.decisions, known.get(ident), status or _review(opinion))
        for ident, opinion in said.items()
        if opinion.standing is Standing.ACCEPTED
    ]
    accepted.sort(key=lambda entry: -entry.score)
    draft = _Draft(glossary, subject)
    merges = [entry for entry in accepted if entry.decisions[0].verdict is Verdict.MERGE]
    for entry in merges:
        draft.add(entry.decisions[0].concept or "", [entry])
    rest = [entry for entry in accepted if entry.decisions[0].verdict is Verdict.ACCEPT]
    for group in _together(rest):
        draft.place(group)
    return draft.changes()


def _review(opinion: Opinion) -> Review:
    reviewers = {decision.reviewer for decision in opinion.decisions}
    return Review.REVIEWED if len(reviewers) >= ENOUGH else Review.PROPOSED


def _together(accepted: Sequence[_Accepted]) -> Iterator[list[_Accepted]]:
    """Pairs that share a form belong to one concept."""
    leaders: dict[FormKey, int] = {}
    groups: dict[int, list[_Accepted]] = {}
    for number, entry in enumerate(accepted):
        keys = [_key(form) for form in entry.forms]
        old = sorted({leaders[key] for key in keys if key in leaders})
        members = [member for leader in old for member in groups.pop(leader)]
        groups[old[0] if old else number] = [*members, entry]
        for member in groups[old[0] if old else number]:
            leaders.update((_key(form), old[0] if old else number) for form in member.forms)
    yield from groups.values()


def _key(form: Form) -> FormKey:
    return form.lang, form_key(form.text)


class _Draft:
    """A glossary while decisions are entered."""

    def __init__(self, glossary: Glossary, subject: str) -> None:
        self._glossary = glossary
        self._subject = subject
        self._concepts: dict[str, Concept] = {}
        self._sources: dict[str, SourceRef] = {}
        self._new: set[str] = set()
        self._unclear: list[str] = []
        self._holders: dict[FormKey, set[str]] = defaultdict(set)
        for concept in glossary:
            for designation in concept.designations:
                self._holders[designation.lang, form_key(designation.text)].add(concept.id)

    def place(self, group: list[_Accepted]) -> None:
        """Enter the pairs of one concept: into the one that has a form of theirs, or a new one."""
        holders: set[str] = set()
        for entry in group:
            sides = [self._find(form) for form in entry.forms]
            holders |= (sides[0] & sides[1]) or (sides[0] | sides[1])
        if len(holders) > 1:
            first = group[0].forms
            self._unclear.append(
                f"{first[0].text} = {first[1].text} fits {', '.join(sorted(holders))}: "
                "merge it into one of them"
            )
        elif holders:
            self.add(holders.pop(), group)
        else:
            self._begin(group)

    def add(self, ident: str, entries: Sequence[_Accepted]) -> None:
        """Enter the forms of some pairs into a concept that is there."""
        concept = self._concepts.get(ident) or self._glossary.concepts.get(ident)
        if concept is None:
            self._unclear.append(f"concept {ident!r} is not in the glossary")
            return
        changed = concept
        for entry in entries:
            for form in entry.forms:
                changed = self._with(changed, form, entry)
        if changed != concept:
            self._concepts[ident] = changed

    def changes(self) -> Changes:
        return Changes(
            tuple(self._concepts[ident] for ident in sorted(self._concepts)),
            tuple(self._sources[ident] for ident in sorted(self._sources)),
            frozenset(self._new),
            tuple(self._unclear),
        )

    def _find(self, form: Form) -> set[str]:
        found: set[str] = set()
        for (lang, key), holders in self._holders.items():
            if key == form_key(form.text) and same_language(lang, form.lang):
                found |= holders
        return found

    def _begin(self, group: list[_Accepted]) -> None:
        reviews = {entry.review for entry in group}
        concept = Concept(
            id=self._free_id(group),
            type=group[0].type,
            subject_field=self._subject,
            designations=(),
            review=Review.REVIEWED if reviews == {Review.REVIEWED} else Review.PROPOSED,
            sources=tuple(self._cite(group)),
        )
        for entry in group:
            for form in entry.forms:
                concept = self._with(concept, form, entry)
        self._concepts[concept.id] = concept
        self._new.add(concept.id)

    def _with(self, concept: Concept, form: Form, entry: _Accepted) -> Concept:
        """The concept with one more designation, or with a proposed one confirmed."""
        for number, old in enumerate(concept.designations):
            if not same_language(old.lang, form.lang) or form_key(old.text) != form_key(form.text):
                continue
            if not old.is_approved:
                self._unclear.append(
                    f"{old.text} is {old.status} in {concept.id}, and stays so: "
                    "who wants it edits the concept"
                )
                return concept
            if old.review is Review.PROPOSED and entry.review is Review.REVIEWED:
                kept = list(concept.designations)
                kept[number] = replace(old, review=Review.REVIEWED)
                return _confirmed(replace(concept, designations=tuple(kept)))
            return concept
        proper = concept.type in PROPER
        designation = Designation(
            lang=form.lang,
            text=form.text,
            kind=DesignationKind.PROPER_NAME if proper else DesignationKind.TERM,
            status=AdminStatus.ADMITTED
            if concept.preferred(form.lang) is not None
            else AdminStatus.PREFERRED,
            review=entry.review,
            sources=tuple(self._cite([entry])),
            note=_who(entry.decisions),
        )
        self._holders[form.lang, form_key(form.text)].add(concept.id)
        return replace(concept, designations=(*concept.designations, designation))

    def _cite(self, entries: Iterable[_Accepted]) -> list[str]:
        """Ids of the sources that speak for some pairs; new ones are kept."""
        found: dict[str, None] = {}
        for entry in entries:
            for ref in source_refs(entry.candidate):
                found[self._source_id(ref)] = None
        return list(found)

    def _source_id(self, ref: SourceRef) -> str:
        """Of the source with that title; two titles may give one slug (*人民日报.tsv*, *.tsv*)."""
        number = 1
        while True:
            ident = ref.id if number == 1 else f"{ref.id}-{number}"
            there = self._glossary.sources.get(ident) or self._sources.get(ident)
            if there is None:
                self._sources[ident] = replace(ref, id=ident)
            if there is None or there.title == ref.title:
                return ident
            number += 1

    def _free_id(self, group: Sequence[_Accepted]) -> str:
        """A slug of the English form, else of the first one in Latin letters."""
        forms = [form for entry in group for form in entry.forms]
        forms.sort(key=lambda form: (not form.lang.startswith("en"), form.lang.startswith("zh")))
        base = slugify(fold(forms[0].text))[:60].strip("-") or "concept"
        ident, number = base, 2
        while ident in self._glossary.concepts or ident in self._concepts:
            ident, number = f"{base}-{number}", number + 1
        return ident


def _confirmed(concept: Concept) -> Concept:
    """A proposed concept whose every designation has been reviewed is reviewed too."""
    done = all(d.review is Review.REVIEWED for d in concept.designations)
    return replace(concept, review=Review.REVIEWED) if done else concept


def _who(decisions: Sequence[Decision]) -> str:
    """Who accepted it, when, and why."""
    words = []
    for decision in decisions:
        reason = f": {decision.reason}" if decision.reason else ""
        words.append(f"{decision.reviewer}, {decision.date.date()}{reason}")
    return "Accepted by " + "; ".join(words) + "."
