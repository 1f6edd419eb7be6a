"""Merge three states of one glossary file, as git asks a merge driver to."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from termkit.errors import GlossarySyntaxError
from termkit.glossary.merge import Conflict, Take, merge_concepts
from termkit.glossary.parse import parse_concept, parse_source
from termkit.glossary.table import Table, parse_toml
from termkit.glossary.write import render_concept, render_sources
from termkit.model.concept import Concept, SourceRef


def merge_files(base: Path, ours: Path, theirs: Path) -> tuple[str, tuple[Conflict, ...]]:
    """The merged text of a concept's file, or of a ``sources.toml``.

    Lines that both sides changed stand between git's conflict markers.

    Args:
        base: The common state; an empty file when both sides added theirs.
        ours, theirs: The two states.

    Raises:
        GlossarySyntaxError: One of them is not what such a file can say.
        OSError: One of them cannot be read.
    """
    paths = (base, ours, theirs)
    tables = [parse_toml(path.read_bytes(), path=path) for path in paths]
    if any("source" in values for values, _ in tables):
        return _merge_sources([_sources(*table, p) for table, p in zip(tables, paths, strict=True)])
    states = [_concept(*table, path) for table, path in zip(tables, paths, strict=True)]
    for state, path in zip(states[1:], paths[1:], strict=True):
        if state is None:
            raise GlossarySyntaxError("the file is empty", path=path)
    merged = [merge_concepts(states[0], states[1], states[2], take) for take in Take]
    texts = [render_concept(entry.concept) for entry in merged if entry.concept is not None]
    return _marked(*texts), merged[0].conflicts


def _concept(values: dict[str, Any], text: str, path: Path) -> Concept | None:
    return parse_concept(values, path=path, text=text) if values else None


def _sources(values: dict[str, Any], text: str, path: Path) -> dict[str, SourceRef]:
    tables = Table(values, path=path, text=text, known=("source",)).tables("source")
    entries = (parse_source(entry, path=path, text=text) for entry in tables)
    return {entry.id: entry for entry in entries}


def _merge_sources(
    states: Sequence[dict[str, SourceRef]],
) -> tuple[str, tuple[Conflict, ...]]:
    """Sources by id: each is a line or two, so a source is the smallest thing that merges."""
    base, ours, theirs = states
    kept: dict[Take, list[SourceRef]] = {take: [] for take in Take}
    conflicts = []
    for key in sorted({*ours, *theirs}):
        before, mine, other = base.get(key), ours.get(key), theirs.get(key)
        if mine != other and before not in (mine, other):
            titles = ("" if side is None else side.title for side in (mine, other))
            conflicts.append(Conflict(key, "the source", *titles))
            chosen = {Take.OURS: mine, Take.THEIRS: other}
        else:
            chosen = dict.fromkeys(Take, other if mine == before else mine)
        for take, source in chosen.items():
            if source is not None:
                kept[take].append(source)
    return _marked(*(render_sources(kept[take]) for take in Take)), tuple(conflicts)


def _marked(ours: str, theirs: str) -> str:
    """Two texts in one, with git's markers where they differ.

    >>> _marked("id\\nnote = 1\\n", "id\\nnote = 2\\n").splitlines()
    ['id', '<<<<<<< ours', 'note = 1', '=======', 'note = 2', '>>>>>>> theirs']
    """
    mine, other = ours.splitlines(keepends=True), theirs.splitlines(keepends=True)
    lines: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, mine, other, autojunk=False).get_opcodes():
        if kind == "equal":
            lines += mine[a:b]
        else:
            lines += ["<<<<<<< ours\n", *mine[a:b], "=======\n", *other[c:d], ">>>>>>> theirs\n"]
    return "".join(lines)
