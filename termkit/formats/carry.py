"""What of a concept a format can carry, and what is lost: the one place that decides it.

A format that cannot say that a designation is deprecated, superseded or only proposed would
hand it over as a good one, and the tool that reads the file would suggest it. So what a format
cannot say about a designation, it may not carry. The same place keeps 简体 apart from 繁體:
a side of a file is one language in one script.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import MISSING, dataclass, fields, replace
from typing import Any

from termkit.errors import UsageError, nearest
from termkit.formats.base import ConceptDoor, ConceptOptions
from termkit.model.concept import (
    Concept,
    ConceptType,
    Designation,
    Relation,
    Review,
    same_language,
)
from termkit.model.plain import to_plain
from termkit.model.slug import made_up_id
from termkit.text.scripts import is_han

_SIDES = {"zh-Hans": -1, "zh-Hant": 1}  # the sign of `han_side`


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that a file does not carry.

    Attributes:
        concept_id: Of the concept in the glossary.
        lang, text: Of the designation it belongs to; empty for the concept's own fields.
        field: ``note``, ``designation.note``, ``relation``, ``designation``, ``concept``...
        value: As JSON writes it, or the text itself.
    """

    concept_id: str
    lang: str
    text: str
    field: str
    value: str


def check_options(door: ConceptDoor, options: ConceptOptions, *, name: str) -> None:
    """Whether a file of a format can be written so.

    Raises:
        UsageError: Too few or too many languages, *zh*, which is two scripts, or a dialect or
            style that the format does not have.
    """
    _check_choice("dialect", options.dialect, door.dialects, name)
    _check_choice("style", options.style, door.styles, name)
    if door.sides and len(options.languages) != door.sides:
        plural = "s" if door.sides > 1 else ""
        raise UsageError(
            f"{name} holds {door.sides} language{plural}, {len(options.languages)} are given",
            hint=" ".join(["--lang vi", "--lang en", "--lang zh-Hans"][: door.sides]),
        )
    check_script(door, options)
    if door.sides == 2 and same_language(*options.languages):
        raise UsageError(f"both sides would be {options.languages[0]!r}", hint="name two languages")


def check_script(door: ConceptDoor, options: ConceptOptions) -> None:
    """Whether each side of a file is in one script.

    Raises:
        UsageError: *zh* is not.
    """
    if door.sides and "zh" in options.languages:
        raise UsageError(
            "language 'zh' is two scripts, which a file must not mix",
            hint="--lang zh-Hans or --lang zh-Hant",
        )


def _check_choice(what: str, value: str | None, known: Sequence[str], name: str) -> None:
    if value is None or value in known:
        return
    if not known:
        raise UsageError(f"{name} has no {what}", hint=f"leave out --{what}")
    raise UsageError(f"{what} {value!r} of {name} is not known", hint=nearest(value, known))


def carried(concept: Concept, door: ConceptDoor, options: ConceptOptions) -> Concept:
    """The part of a concept that comes back from a file; without designations: nothing.

    >>> from termkit.model.concept import AdminStatus
    >>> hue = Concept("hue", ConceptType.PLACE, "geography", (
    ...     Designation("vi", "Huế"),
    ...     Designation("vi", "Thuận Hóa", status=AdminStatus.SUPERSEDED)))
    >>> plain = ConceptDoor(loses=("designation.status", "subject_field"))
    >>> [d.text for d in carried(hue, plain, ConceptOptions()).designations]
    ['Huế']
    """
    lost = door.losses(options)
    if _is_withheld(concept, door, lost):
        return replace(concept, designations=())
    designations = [d for d in concept.designations if not _is_hidden(d, door, lost)]
    if options.languages:
        designations = list(_by_side(designations, options.languages, door))
    if door.picks is not None:
        designations = list(door.picks(designations, options))
    if door.sides == 2 and len({d.lang for d in designations}) < 2:
        designations = []
    concept = _without(replace(concept, designations=tuple(designations)), lost)
    if door.keeps is not None and concept.designations:
        concept = door.keeps(concept, options)
    if "id" in lost and concept.designations:
        concept = replace(concept, id=made_up_id(concept.designations))
    return concept


def losses(concept: Concept, kept: Concept) -> Iterator[Loss]:
    """What a concept has that its carried part has not, field by field."""
    if not kept.designations:
        yield Loss(concept.id, "", "", "concept", _value(concept))
        return
    yield from _field_losses(concept.id, "", "", "", concept, kept)
    found = {(d.lang, d.text): d for d in kept.designations}
    for designation in concept.designations:
        place = (concept.id, designation.lang, designation.text)
        other = found.get((designation.lang, designation.text))
        if other is None:
            yield Loss(*place, "designation", _value(designation))
        else:
            yield from _field_losses(*place, "designation.", designation, other)
    rest = list(kept.relations)
    for relation in concept.relations:
        match = next(
            (r for r in rest if (r.kind, r.target) == (relation.kind, relation.target)), None
        )
        if match is None:
            yield Loss(concept.id, "", "", "relation", _value(relation))
        else:
            rest.remove(match)
            yield from _field_losses(concept.id, "", "", "relation.", relation, match)


def _is_withheld(concept: Concept, door: ConceptDoor, lost: Sequence[str]) -> bool:
    """Whether nothing of a concept may reach the file.

    A name that states a claim is never suggested, and an entry nobody has accepted neither.
    """
    proposed = concept.review is Review.PROPOSED
    return (proposed and (door.suggests or "review" in lost)) or (
        concept.claim and (door.suggests or "designation.status" in lost)
    )


def _is_hidden(designation: Designation, door: ConceptDoor, lost: Sequence[str]) -> bool:
    """Whether a designation would be taken for a better one than it is."""
    if (door.suggests or "designation.status" in lost) and not designation.is_approved:
        return True
    return designation.review is Review.PROPOSED and (door.suggests or "designation.review" in lost)


def _by_side(
    designations: Iterable[Designation], languages: Sequence[str], door: ConceptDoor
) -> Iterator[Designation]:
    """Those in the wanted languages; in a file with sides under the tag of their side."""
    seen: set[tuple[str, str]] = set()
    for designation in designations:
        if not door.sides:
            if any(is_wanted(designation, tag) for tag in languages):
                yield designation
            continue
        side = next(
            (
                tag
                for tag in languages
                if same_language(designation.lang, tag) and is_wanted(designation, tag)
            ),
            None,
        )
        if side is not None and (side, designation.text) not in seen:
            seen.add((side, designation.text))
            yield replace(designation, lang=side)


def speaks(lang: str, tag: str) -> bool:
    """Whether a designation's language is one asked for.

    >>> speaks("zh-Hant", "zh"), speaks("vi-Hani", "vi"), speaks("zh", "zh-Hans")
    (True, True, True)
    >>> speaks("zh-Hant", "zh-Hans")
    False
    """
    lang, tag = lang.lower(), tag.lower()
    return lang == tag or lang.startswith(f"{tag}-") or same_language(lang, tag)


def is_wanted(designation: Designation, tag: str) -> bool:
    """Whether a designation is in a language asked for; *zh* without a script goes by its letters.

    >>> [is_wanted(Designation("zh", text), "zh-Hant") for text in ("國防部", "国防部", "王毅")]
    [True, False, True]
    """
    side = _SIDES.get(tag) if designation.lang == "zh" else None
    if side is None:
        return speaks(designation.lang, tag)
    from termkit.lang.zh.script import han_side

    return sum(han_side(c) for c in designation.text if is_han(c)) * side >= 0


def _without(concept: Concept, lost: Iterable[str]) -> Concept:
    """A concept whose lost fields are empty, or what they are when nobody says anything."""
    own: dict[str, Any] = {}
    parts: dict[str, dict[str, Any]] = {"designation": {}, "relation": {}}
    kinds = {"designation": Designation, "relation": Relation}
    for path in lost:
        part, _, name = path.rpartition(".")
        if part:
            parts[part][name] = _default(kinds[part], name)
        elif path != "id":
            own[path] = _default(Concept, path)
    if parts["designation"]:
        own["designations"] = tuple(
            replace(d, **parts["designation"]) for d in concept.designations
        )
    if parts["relation"] and "relations" not in own:
        own["relations"] = tuple(replace(r, **parts["relation"]) for r in concept.relations)
    return replace(concept, **own)


def _default(kind: type, name: str) -> Any:
    """What a field is when a file says nothing of it."""
    required = {"type": ConceptType.TERM, "subject_field": ""}
    field = next(field for field in fields(kind) if field.name == name)
    return required[name] if field.default is MISSING else field.default


def _field_losses(
    concept_id: str, lang: str, text: str, prefix: str, whole: Any, kept: Any
) -> Iterator[Loss]:
    for field in fields(whole):
        if field.name in ("designations", "relations"):
            continue
        value = getattr(whole, field.name)
        if value != getattr(kept, field.name):
            yield Loss(concept_id, lang, text, f"{prefix}{field.name}", _value(value))


def _value(value: Any) -> str:
    plain = to_plain(value)
    if isinstance(plain, str):
        return plain
    import json

    return json.dumps(plain, ensure_ascii=False)
