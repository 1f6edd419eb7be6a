"""Load and save a glossary folder.

TEMPORARY CONTRACT: the owner of termkit/glossary replaces the bodies; the names are the contract.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from termkit.glossary.profile import Profile
from termkit.model.concept import Concept, SourceRef


@dataclass(frozen=True)
class Glossary:
    """Concepts by id, with sources, house styles and accepted findings. Pickles."""

    name: str
    concepts: dict[str, Concept]
    sources: dict[str, SourceRef] = field(default_factory=dict)
    profiles: dict[str, Profile] = field(default_factory=dict)
    allowed: tuple[Any, ...] = ()  # tuple[Allowance, ...]
    digest: str = ""

    def __iter__(self) -> Iterator[Concept]:
        return iter(self.concepts.values())

    def matcher(self, lang: str) -> Any:
        """The `Matcher` for one language, built on first use and kept."""
        raise NotImplementedError


def load_glossary(name_or_path: str | Path | None = None) -> Glossary:
    """Load a glossary by name (a shipped one), by folder, or the default (``diplomacy``)."""
    raise NotImplementedError
