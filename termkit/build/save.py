"""Write what decisions changed into the folder of a glossary."""

from __future__ import annotations

import json
from pathlib import Path

from termkit.atomic import write_text
from termkit.build.decide import Changes
from termkit.glossary.store import Glossary, read_glossary_files
from termkit.glossary.write import concept_path, render_sources, write_concept


def begin_glossary(root: Path) -> None:
    """Make an empty glossary where there is no folder, or an empty one.

    Raises:
        OSError: The folder cannot be made.
    """
    root.mkdir(parents=True, exist_ok=True)
    # A string of JSON is one of TOML, whatever the folder is called.
    name = json.dumps(root.resolve().name, ensure_ascii=False)
    write_text(root / "glossary.toml", f"name = {name}\n")


def save_changes(root: Path, glossary: Glossary, changes: Changes) -> None:
    """Write new sources first, so that a concept never cites what is not there.

    Raises:
        OSError: A file cannot be written.
    """
    if changes.sources:
        sources = {**glossary.sources, **{ref.id: ref for ref in changes.sources}}
        write_text(root / "sources.toml", render_sources(sources.values()))
    places = {
        Path(relative).stem: root / relative
        for relative, _ in read_glossary_files(root)
        if relative.startswith("concepts/")
    }
    for concept in changes.concepts:
        write_concept(places.get(concept.id) or concept_path(root, concept), concept)
