"""The way of concepts into a file and out of it, the same for every format.

write_concepts   carries each concept as far as the format can, names what is lost
read_concepts    yields concepts that are in order, or one error and no half glossary
concept_format   the format of a file, by its name, its suffix or its first bytes
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from pathlib import PurePath
from typing import Any, BinaryIO, TypeVar

from termkit.errors import UnknownFormatError, UnreadableDocumentError, UsageError, nearest
from termkit.formats.base import ConceptDoor, ConceptOptions, Format, all_formats
from termkit.formats.carry import Loss, carried, check_options, check_script, losses
from termkit.model.concept import Concept, Designation
from termkit.model.slug import SLUG, made_up_id, slugify

MAX_TEXT = 100_000
"""Longest text of a field in code points: longer is no term and no definition."""

_HEAD = 4096  # bytes by which a format is recognised
T = TypeVar("T")


def door_of(entry: Format) -> ConceptDoor:
    """The concept door of a format that has one."""
    if entry.concepts is None:
        raise UnknownFormatError(f"{entry.name} carries no concepts", hint="termkit formats")
    return entry.concepts


def write_concepts(
    entry: Format,
    concepts: Iterable[Concept],
    out: BinaryIO,
    options: ConceptOptions = ConceptOptions(),  # noqa: B008 - frozen
    lost: Callable[[Loss], None] | None = None,
) -> None:
    """Write what a format can carry of some concepts; one at a time.

    Args:
        entry: A format that writes concepts.
        concepts: Taken one by one, so that a generator can serve a bar.
        out: An open file.
        options: Languages, dialect, style.
        lost: Called with everything that is not in the file.

    Raises:
        UsageError: The languages do not suit the format.
        FormatLimitError: The format or the service that reads it refuses a text.
        MissingExtraError: The format needs a package that is not installed.
    """
    door = door_of(entry)
    if door.writes is None:
        raise UnknownFormatError(f"{entry.name} is only read", hint="termkit formats")
    check_options(door, options, name=entry.name)
    door.writes(_carry_all(concepts, door, options, lost), out, options)


def _carry_all(
    concepts: Iterable[Concept],
    door: ConceptDoor,
    options: ConceptOptions,
    lost: Callable[[Loss], None] | None,
) -> Iterator[Concept]:
    for concept in concepts:
        kept = carried(concept, door, options)
        if lost is not None:
            for loss in losses(concept, kept):
                lost(loss)
        if kept.designations:  # under the glossary's id, for the sentence of a refusal
            yield replace(kept, id=concept.id)


def read_concepts(
    entry: Format,
    file: BinaryIO,
    path: str,
    options: ConceptOptions = ConceptOptions(),  # noqa: B008
) -> Iterator[Concept]:
    """The concepts of a file in NFC, each with a slug for an id, in file order.

    Raises:
        UnreadableDocumentError: The file is damaged, hostile or not of this format; a
            designation is empty, stands twice, or is longer than `MAX_TEXT`.
        UsageError: The file does not name its languages and the options do not either, or
            name *zh*, which is two scripts.
    """
    door = door_of(entry)
    if door.reads is None:
        raise UnknownFormatError(f"{entry.name} is only written", hint="termkit formats")
    if not door.names_languages and len(options.languages) < max(door.sides, 1):
        raise UsageError(
            f"{entry.name} does not say which languages it holds", hint="--lang, in its order"
        )
    check_script(door, options)
    found: set[str] = set()
    taken: set[str] = set()
    for concept in door.reads(file, path, options):
        if concept.id and concept.id in found:
            raise UnreadableDocumentError(f"concept id {concept.id!r} stands twice", path=path)
        found.add(concept.id)
        concept = _composed_all(concept)
        _check(concept, path)
        yield replace(concept, id=_free_id(concept, taken))


def concept_format(path: str, head: bytes, name: str | None = None) -> Format:
    """The format to read a file of concepts with.

    Args:
        path: Of the file; its suffix counts.
        head: The first bytes of the file, 4 KiB or more.
        name: As the user gave it, if so.

    Raises:
        UnknownFormatError: No format by this name or suffix, or several.
    """
    readers = {
        entry.name: entry
        for entry in all_formats().values()
        if entry.concepts is not None and entry.concepts.reads is not None
    }
    if name is not None:
        if name not in readers:
            raise UnknownFormatError(f"format {name!r} is not known", hint=nearest(name, readers))
        return readers[name]
    suffix = PurePath(path).suffix.lower()
    fitting = [entry for entry in readers.values() if suffix in entry.suffixes]
    sure = [entry for entry in fitting if _recognises(entry, head[:_HEAD])]
    unsure = [entry for entry in fitting if door_of(entry).recognises is None]
    found = sure or unsure
    if len(found) == 1:
        return found[0]
    names = ", ".join(f"--from {entry.name}" for entry in found or fitting or readers.values())
    problem = "several formats fit this file" if found else "its format is not known"
    raise UnknownFormatError(problem, path=path, hint=names)


def _recognises(entry: Format, head: bytes) -> bool:
    recognises = door_of(entry).recognises
    return recognises is not None and recognises(head)


def _composed_all(concept: Concept) -> Concept:
    """A concept and what is in it, in NFC."""
    return replace(
        _composed(concept),
        designations=tuple(_composed(d) for d in concept.designations),
        relations=tuple(_composed(r) for r in concept.relations),
    )


def _free_id(concept: Concept, taken: set[str]) -> str:
    """The id of a concept as a slug that no other concept of the file has."""
    slug = concept.id if SLUG.fullmatch(concept.id) else slugify(concept.id)
    wanted = free = slug or made_up_id(concept.designations)
    number = 1
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    taken.add(free)
    return free


def _check(concept: Concept, path: str) -> None:
    if not concept.designations:
        raise UnreadableDocumentError(f"concept {concept.id!r} has no designation", path=path)
    keys: set[tuple[str, str]] = set()
    for designation in concept.designations:
        if not designation.text.strip():
            raise UnreadableDocumentError(
                f"concept {concept.id!r} has an empty designation in {designation.lang}", path=path
            )
        key = (designation.lang, designation.text)
        if key in keys:
            raise UnreadableDocumentError(
                f"{_short(designation.text)!r} stands twice in {designation.lang} "
                f"of concept {concept.id!r}",
                path=path,
                hint="one concept names a text once per language",
            )
        keys.add(key)
    for value in (concept, *concept.designations, *concept.relations):
        _check_lengths(value, concept.id, path)


def _check_lengths(value: Concept | Designation | Any, concept_id: str, path: str) -> None:
    for field in fields(value):
        text = getattr(value, field.name)
        if isinstance(text, str) and len(text) > MAX_TEXT:
            raise UnreadableDocumentError(
                f"concept {concept_id!r}: {field.name} has {len(text)} characters",
                path=path,
                hint=f"at most {MAX_TEXT}",
            )


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


def _composed(value: T) -> T:
    """A concept, designation or relation with its own texts in NFC."""
    changed: dict[str, Any] = {}
    for field in fields(value):  # type: ignore[arg-type]
        text = getattr(value, field.name)
        if isinstance(text, str) and not text.isascii():
            composed = unicodedata.normalize("NFC", text)
            if composed != text:
                changed[field.name] = composed
    return replace(value, **changed) if changed else value  # type: ignore[type-var]
