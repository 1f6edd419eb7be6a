"""What the G rules see of a glossary, and what they say of it.

A rule about documents sees a text; a rule of hygiene sees the folder: the concepts, the files
they came from, and the house styles as their files have them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from termkit.glossary.profile import Profile, parse_profile
from termkit.glossary.store import Glossary, find_glossary, load_glossary, read_glossary_files
from termkit.glossary.table import parse_toml
from termkit.model.finding import Severity


@dataclass(frozen=True, slots=True)
class GlossaryMark:
    """Where a rule of hygiene fired.

    Attributes:
        file: Name within the glossary, with ``/``.
        message: One line.
        at: Text that stands on the line meant; the first line when empty or not found.
        severity: When it differs from the rule's.
    """

    file: str
    message: str
    at: str = ""
    severity: Severity | None = None


@dataclass(frozen=True)
class GlossaryView:
    """A glossary and the files it was read from.

    Attributes:
        files: Name within the glossary to bytes.
    """

    glossary: Glossary
    files: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def _concept_files(self) -> dict[str, str]:
        return {Path(name).stem: name for name in self.files if name.startswith("concepts/")}

    def file_of(self, concept_id: str) -> str:
        """The file of a concept; its id when the glossary was made in memory."""
        return self._concept_files.get(concept_id, concept_id)

    def mark(
        self, concept_id: str, message: str, *, at: str = "", severity: Severity | None = None
    ) -> GlossaryMark:
        """A mark in a concept's file."""
        return GlossaryMark(self.file_of(concept_id), message, f'"{at}"' if at else "", severity)

    def styles(self) -> Iterator[tuple[str, Profile]]:
        """House styles as their files have them, without what they inherit, by file."""
        for name, data in self.files.items():
            if name.startswith("profiles/"):
                values, text = parse_toml(data, path=name)
                yield name, parse_profile(values, path=name, text=text)

    def line_of(self, mark: GlossaryMark) -> int:
        """The line a mark means, from 1."""
        text = self.files.get(mark.file, b"").decode("utf-8", "replace")
        return text.count("\n", 0, max(0, text.find(mark.at))) + 1


def view_glossary(name_or_path: str | Path | None = None) -> tuple[Path, GlossaryView]:
    """The folder of a glossary, and its view.

    Raises:
        ConfigError: There is no such glossary.
        GlossarySyntaxError: It does not load, so there is nothing to judge.
    """
    root = find_glossary(name_or_path)
    return root, GlossaryView(load_glossary(root), dict(read_glossary_files(root)))
