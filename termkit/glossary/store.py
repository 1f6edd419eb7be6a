"""Load a glossary folder: concepts, sources, house styles and accepted findings.

```
<glossary>/glossary.toml  sources.toml  allowed.toml
           concepts/<subject>/<id>.toml  profiles/<style>.toml
```
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from termkit.errors import GlossarySyntaxError, nearest
from termkit.glossary.allowance import Allowance
from termkit.glossary.find import find_glossary
from termkit.glossary.parse import parse_allowance, parse_concept, parse_source
from termkit.glossary.profile import Profile, parse_profile, resolve_profiles
from termkit.glossary.table import Table, parse_toml
from termkit.model.concept import Concept, SourceRef

__all__ = [
    "Glossary",
    "find_glossary",
    "glossary_digest",
    "load_glossary",
    "parse_concept",
    "read_glossary_files",
    "with_allowances",
]

if TYPE_CHECKING:
    from termkit.glossary.matcher import Matcher

_TOP = ("glossary.toml", "sources.toml", "allowed.toml")
T = TypeVar("T")


@dataclass(frozen=True)
class Glossary:
    """Concepts by id, with sources, house styles and accepted findings. Pickles.

    Attributes:
        name: Of its folder.
        concepts: By id, in alphabetical order when loaded.
        sources: By id.
        profiles: By name, each with the lines of the styles it extends.
        allowed: Accepted findings.
        digest: SHA-256 of its files in hexadecimal; empty when it was made in memory.
    """

    name: str
    concepts: dict[str, Concept]
    sources: dict[str, SourceRef] = field(default_factory=dict)
    profiles: dict[str, Profile] = field(default_factory=dict)
    allowed: tuple[Allowance, ...] = ()
    digest: str = ""

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts.values())

    def __len__(self) -> int:
        return len(self.concepts)

    def matcher(self, lang: str) -> Matcher:
        """The matcher for one language, built on first use and kept."""
        from termkit.glossary.matcher import build_matcher

        return self.once(("matcher", lang), lambda: build_matcher(self, lang))

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` returns, made on the first call with this key.

        A glossary is a value: it never changes, so what follows from it never does either.
        What is kept lives and dies with the glossary and is no part of its equality.

        Args:
            key: Names the value; starts with the caller's module so that none collide.
            make: Works it out from this glossary.
        """
        kept: dict[Hashable, T] = self.__dict__.setdefault("_kept", {})
        if key not in kept:
            kept[key] = make()
        return kept[key]

    def __getstate__(self) -> dict[str, Any]:
        """Without what is kept: a worker works it out again in less time than it travels."""
        return {key: value for key, value in self.__dict__.items() if key != "_kept"}


def load_glossary(name_or_path: str | Path | None = None) -> Glossary:
    """Load a glossary by name (a shipped one), by folder, or the default (``diplomacy``).

    Raises:
        ConfigError: There is no such glossary.
        GlossarySyntaxError: A file of it is not what a glossary can say.
    """
    root = find_glossary(name_or_path)
    total = hashlib.sha256()
    title = Table({}, path=root / "glossary.toml")
    concepts: dict[str, Concept] = {}
    places: dict[str, str] = {}
    profiles: dict[str, Profile] = {}
    sources: dict[str, SourceRef] = {}
    allowed: tuple[Allowance, ...] = ()
    # One file at a time: a hundred thousand of them need no room but for what they say.
    for relative in _glossary_file_names(root):
        path = root / relative
        data = path.read_bytes()
        _add_to_digest(total, relative, data)
        values, text = parse_toml(data, path=path)
        folder = relative.split("/", 1)[0]
        if folder == "concepts":
            concept = parse_concept(values, path=path, text=text)
            _check_name(concept.id, path, text)
            if concept.id in concepts:
                raise GlossarySyntaxError(
                    f"id {concept.id!r} is already that of {root / places[concept.id]}",
                    path=path,
                    line=1,
                    hint="one concept, one file",
                )
            concepts[concept.id] = concept
            places[concept.id] = relative
        elif folder == "profiles":
            profile = parse_profile(values, path=path, text=text)
            _check_name(profile.name, path, text)
            profiles[profile.name] = profile
        elif relative == "sources.toml":
            entries = _array(values, "source", parse_source, path, text)
            sources = _by_id(entries, path, text)
        elif relative == "allowed.toml":
            allowed = tuple(_array(values, "allowed", parse_allowance, path, text))
        else:
            title = Table(values, path=path, text=text, known=("name", "title", "note"))
    glossary = Glossary(
        title.string("name", root.name),
        dict(sorted(concepts.items())),
        sources,
        resolve_profiles(profiles),
        allowed,
        total.hexdigest(),
    )
    _check_links(glossary, root, places, profiles)
    return glossary


def with_allowances(glossary: Glossary, path: Path) -> Glossary:
    """The glossary with the accepted findings of one more ``allowed.toml``.

    For a project that goes by a shipped glossary, whose folder is not its own.

    Raises:
        GlossarySyntaxError: The file is not what an ``allowed.toml`` can say.
    """
    data = path.read_bytes()
    values, text = parse_toml(data, path=path)
    more = _array(values, "allowed", parse_allowance, path, text)
    digest = _digest([("glossary", glossary.digest.encode()), (path.name, data)])
    return replace(glossary, allowed=(*glossary.allowed, *more), digest=digest)


def glossary_digest(root: Path) -> str:
    """The digest that `load_glossary` would give, without parsing."""
    return _digest(read_glossary_files(root))


def read_glossary_files(root: Path) -> list[tuple[str, bytes]]:
    """Relative name (with ``/``) and bytes of every TOML file, by name.

    Raises:
        GlossarySyntaxError: A file that belongs to no glossary, or a link that leads out of it.
    """
    return [(name, (root / name).read_bytes()) for name in _glossary_file_names(root)]


def _glossary_file_names(root: Path) -> list[str]:
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        place = os.path.relpath(folder, root)
        top = place.split(os.sep)[0]
        if top not in (".", "concepts", "profiles"):
            folders.clear()
            continue
        for name in names:
            if not name.endswith(".toml") or name.startswith("."):
                continue
            path = Path(folder, name)
            if place == "." and name not in _TOP:
                raise GlossarySyntaxError(
                    "this file is not part of a glossary", path=path, hint=nearest(name, _TOP)
                )
            if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
                raise GlossarySyntaxError("a link that leads out of the glossary", path=path)
            relative = name if place == "." else f"{place.replace(os.sep, '/')}/{name}"
            found.append(relative)
    return sorted(found)


def _digest(files: list[tuple[str, bytes]]) -> str:
    total = hashlib.sha256()
    for relative, data in files:
        _add_to_digest(total, relative, data)
    return total.hexdigest()


def _add_to_digest(total: hashlib._Hash, relative: str, data: bytes) -> None:
    total.update(f"{relative}\0{len(data)}\0".encode())
    total.update(data)


def _array(
    values: dict[str, Any], key: str, parse: Callable[..., T], path: Path, text: str
) -> list[T]:
    table = Table(values, path=path, text=text, known=(key,))
    return [parse(entry, path=path, text=text) for entry in table.tables(key)]


def _by_id(entries: list[SourceRef], path: Path, text: str) -> dict[str, SourceRef]:
    sources: dict[str, SourceRef] = {}
    for entry in entries:
        if entry.id in sources:
            Table({}, path=path, text=text).fail(
                f"source id {entry.id!r} stands twice", at=f'"{entry.id}"'
            )
        sources[entry.id] = entry
    return sources


def _check_name(name: str, path: Path, text: str) -> None:
    if name != path.stem:
        Table({}, path=path, text=text).fail(
            f"{name!r} is in a file called {path.name!r}", at=name, hint="they must be alike"
        )


def _check_links(
    glossary: Glossary, root: Path, places: dict[str, str], profiles: dict[str, Profile]
) -> None:
    """Every relation, source and preferred form must lead somewhere."""
    sources = glossary.sources.keys()
    for concept in glossary:
        cited = set(concept.sources).union(
            *(d.sources for d in concept.designations), *(r.sources for r in concept.relations)
        )
        for source in cited - sources:
            _fail_link(root / places[concept.id], "source", source, sources)
        for relation in concept.relations:
            if relation.target not in glossary.concepts:
                _fail_link(root / places[concept.id], "concept", relation.target, glossary.concepts)
    for profile in profiles.values():
        path = root / "profiles" / f"{profile.name}.toml"
        for source in {s for line in profile.lines() for s in line.sources} - sources:
            _fail_link(path, "source", source, sources)
        for concept_id in profile.preferred.keys() - glossary.concepts.keys():
            _fail_link(path, "concept", concept_id, glossary.concepts)


def _fail_link(path: Path, what: str, name: str, known: Any) -> None:
    text = path.read_text(encoding="utf-8")
    Table({}, path=path, text=text).fail(
        f"{what} {name!r} is not known", at=name, hint=nearest(name, known)
    )
