"""``termkit import``: what a file of concepts would change in a glossary, and the change."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from termkit.cli.base import Command
from termkit.cli.options import (
    add_common,
    add_glossary,
    glossary_name,
    language_tag,
    load_from,
    note,
)
from termkit.cli.progress import track
from termkit.errors import EmptyDocumentError, UsageError
from termkit.formats.base import ConceptOptions
from termkit.formats.concepts import concept_format, door_of, read_concepts
from termkit.glossary.merge import Take
from termkit.lang import ROOMS
from termkit.model.concept import Concept, Designation, Review
from termkit.model.plain import to_plain

if TYPE_CHECKING:
    from termkit.formats.base import Format
    from termkit.glossary.absorb import Absorption, Change

_TAKES = {"glossary": Take.OURS, "file": Take.THEIRS}


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a glossary in a format of termkit formats")
    parser.add_argument(
        "--from", dest="format_name", metavar="FORMAT", help="default: by its suffix and content"
    )
    parser.add_argument(
        "--lang",
        action="append",
        default=[],
        metavar="TAG",
        type=language_tag,
        help="languages of its sides or columns, in order, where it does not name them",
    )
    parser.add_argument(
        "--base",
        metavar="FILE",
        help="the same file as it was exported (XLSX remembers it by itself)",
    )
    parser.add_argument("--dry-run", action="store_true", help="show the changes, write nothing")
    parser.add_argument(
        "--take",
        choices=tuple(_TAKES),
        help="whose word counts at conflicts; without it a conflict stops the import",
    )
    parser.add_argument(
        "--proposed", action="store_true", help="concepts that are new are proposed, not reviewed"
    )
    add_glossary(parser)
    add_common(parser)


def _run(args: argparse.Namespace) -> int:
    from termkit.glossary.absorb import plan_absorption

    if not args.dry_run and glossary_name(args) is None:
        raise UsageError(
            "into which glossary?", hint="--glossary DIR, or --dry-run to see what would change"
        )
    glossary = load_from(args)
    left_out: Counter[str] = Counter()
    entry, found = _read(args, args.file, left_out)
    plan = plan_absorption(
        glossary,
        _with_review(found, glossary.concepts, args.proposed),
        _exported(args, entry),
        take=_TAKES[args.take or "glossary"],
        by_names="id" in door_of(entry).loses,
    )
    for change in plan.changes:
        print("\n".join(_described(change)))
    _tell(args, plan, left_out)
    conflicts = sum(1 for _ in plan.conflicts)
    if conflicts and args.take is None:
        note(args, "nothing is written: decide with --take glossary or --take file", always=True)
        return 1
    if not args.dry_run:
        _write(args, plan)
    return 0


def _read(
    args: argparse.Namespace, path: str, left_out: Counter[str]
) -> tuple[Format, list[Concept]]:
    """The format of a file and all its concepts, before anything else is done with them."""
    options = ConceptOptions(
        languages=tuple(args.lang), left_out=lambda what: left_out.update([what])
    )
    with open(path, "rb") as file:
        entry = concept_format(path, file.read(4096), args.format_name)
        file.seek(0)
        shown = not (args.quiet or args.no_progress)
        concepts = track(
            read_concepts(entry, file, path, options), None, what="reading", shown=shown
        )
        found = list(_with_rooms(concepts, left_out))
    if not found:
        raise EmptyDocumentError("the file holds no concept", path=path)
    return entry, found


def _with_rooms(concepts: Iterable[Concept], left_out: Counter[str]) -> Iterator[Concept]:
    """The concepts without names in languages that termkit has no room for."""
    for concept in concepts:
        known = tuple(d for d in concept.designations if d.lang.split("-")[0] in ROOMS)
        strangers = (d.lang for d in concept.designations if d.lang.split("-")[0] not in ROOMS)
        left_out.update(f"a designation in {lang!r}, which has no room" for lang in strangers)
        if known:
            yield replace(concept, designations=known)


def _with_review(
    found: Iterable[Concept], known: dict[str, Concept], proposed: bool
) -> Iterator[Concept]:
    for concept in found:
        if proposed and concept.id not in known:
            concept = replace(concept, review=Review.PROPOSED)
        yield concept


def _exported(args: argparse.Namespace, entry: Format) -> dict[str, Concept]:
    """The state at export, from ``--base`` or from the file itself; empty when unknown."""
    ignored: Counter[str] = Counter()
    if args.base is not None:
        return {concept.id: concept for concept in _read(args, args.base, ignored)[1]}
    reads = door_of(entry).reads_exported
    if reads is None:
        return {}
    with open(args.file, "rb") as file:
        return {c.id: c for c in reads(file, args.file, ConceptOptions(languages=tuple(args.lang)))}


def _described(change: Change) -> Iterator[str]:
    """A change as lines: what is new (+), other (~), gone (-) and in conflict (!)."""
    before, after = change.before, change.after
    if before is None and after is not None:
        names = ", ".join(f"{d.lang} {_short(d.text)}" for d in after.designations)
        yield f"+ {change.concept_id}: {names}"
    elif after is None and before is not None:
        yield f"- {change.concept_id}"
    else:
        yield f"~ {change.concept_id}"
    if before is not None and after is not None:
        yield from _field_lines("", before, after)
        yield from _part_lines(before, after)
    for conflict in change.conflicts:
        ours, theirs = _said(conflict.ours), _said(conflict.theirs)
        yield f"    ! {conflict.place}: glossary {ours}, file {theirs}"


def _part_lines(before: Concept, after: Concept) -> Iterator[str]:
    old = {(d.lang, d.text): d for d in before.designations}
    new = {(d.lang, d.text): d for d in after.designations}
    for key in dict.fromkeys((*old, *new)):
        name = f"{key[0]} {_short(key[1])}"
        if key not in new:
            yield f"    - {name}"
        elif key not in old:
            yield f"    + {name} ({new[key].status.value})"
        else:
            yield from _field_lines(f"{name} ", old[key], new[key])
    for mark, here, there in (
        ("-", before.relations, after.relations),
        ("+", after.relations, before.relations),
    ):
        for relation in here:
            if relation not in there:
                yield f"    {mark} {relation.kind.value} {relation.target}"


def _field_lines(
    where: str, before: Concept | Designation, after: Concept | Designation
) -> Iterator[str]:
    for field in fields(before):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old != new and field.name not in ("designations", "relations"):
            yield f"    ~ {where}{field.name}: {_said(old)} -> {_said(new)}"


def _said(value: Any) -> str:
    plain = to_plain(value)
    if isinstance(plain, list):
        plain = ", ".join(plain)
    return "nothing" if plain in (None, "") else _short(str(plain))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return repr(line if len(line) <= 60 else f"{line[:59]}…")


def _tell(args: argparse.Namespace, plan: Absorption, left_out: Counter[str]) -> None:
    kinds = Counter(
        "new" if c.before is None else "removed" if c.after is None else "changed"
        for c in plan.changes
        if c.before != c.after
    )
    conflicts = sum(1 for _ in plan.conflicts)
    counts = [f"{kinds[kind]} {kind}" for kind in ("new", "changed", "removed")]
    print(f"\n{', '.join(counts)}, {plan.unchanged} unchanged, {conflicts} conflicts")
    for what, number in left_out.most_common():
        note(args, f"left out: {what} ({number})")


def _write(args: argparse.Namespace, plan: Absorption) -> None:
    from termkit.glossary.find import find_glossary
    from termkit.glossary.save import save_changes

    root: Path = find_glossary(glossary_name(args))
    save_changes(root, [(c.before, c.after) for c in plan.changes], plan.sources)


COMMAND = Command(
    name="import",
    summary="take a file of concepts into a glossary, showing what changes",
    configure=_configure,
    run=_run,
    examples=(
        ("termkit import terms.xlsx --glossary words --dry-run", "what came back from a colleague"),
        ("termkit import client.tbx --glossary words --proposed", "new concepts, to be reviewed"),
        (
            "termkit import pairs.po --lang en --lang vi --glossary words --take glossary",
            "only what the glossary does not say otherwise",
        ),
    ),
)
