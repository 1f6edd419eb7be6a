"""Write changed concepts into a glossary folder: all of them, or none."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from termkit.atomic import write_text
from termkit.errors import GlossarySyntaxError
from termkit.glossary.absorb import cited_sources
from termkit.glossary.parse import parse_concept
from termkit.glossary.store import load_glossary
from termkit.glossary.write import concept_path, render_concept, render_sources, write_concept
from termkit.model.concept import Concept, SourceRef


def save_changes(
    root: Path,
    changes: Sequence[tuple[Concept | None, Concept | None]],
    sources: Iterable[SourceRef] = (),
) -> None:
    """Write, add and remove the files of some concepts.

    Everything is checked first: a concept that a glossary cannot hold, or a relation that
    would lead nowhere, leaves the folder as it was.

    Args:
        root: Of the glossary.
        changes: Before and after; ``None`` is a concept that is not there.
        sources: New ones.

    Raises:
        GlossarySyntaxError: What would be written is no glossary.
        OSError: A file may not be written.
    """
    glossary = load_glossary(root)
    known = glossary.sources | {source.id: source for source in sources}
    gone = {before.id for before, after in changes if before is not None and after is None}
    written = [after for _, after in changes if after is not None]
    ids = (glossary.concepts.keys() - gone) | {concept.id for concept in written}
    for concept in written:
        _check(concept, root)
    after = {**glossary.concepts, **{concept.id: concept for concept in written}}
    for concept_id in ids:
        _check_links(after[concept_id], ids, known.keys(), root)
    if len(known) > len(glossary.sources):
        write_text(root / "sources.toml", render_sources(known.values()))
    places = {path.stem: path for path in (root / "concepts").rglob("*.toml")}
    for concept in written:
        write_concept(places.get(concept.id) or concept_path(root, concept), concept)
    for concept_id in gone:
        places[concept_id].unlink()


def _check(concept: Concept, root: Path) -> None:
    """Whether the file that would be written is one that loads."""
    text = render_concept(concept)
    path = concept_path(root, concept)
    parse_concept(tomllib.loads(text), path=path, text=text)


def _check_links(concept: Concept, ids: set[str], sources: Iterable[str], root: Path) -> None:
    path = concept_path(root, concept)
    for relation in concept.relations:
        if relation.target not in ids:
            raise GlossarySyntaxError(
                f"{relation.kind.value} leads to {relation.target!r}, which is not there",
                path=path,
                hint="keep that concept, or drop the relation",
            )
    unknown = cited_sources(concept).difference(sources)
    if unknown:
        raise GlossarySyntaxError(f"source {min(unknown)!r} is not known", path=path)
