"""Build hook: the wheel carries the look-up index of the shipped glossary, ready-made."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class IndexHook(BuildHookInterface):
    """Writes `index.sqlite` beside each shipped glossary of the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return  # a checkout changes: its index is kept in the user's cache
        sys.path.insert(0, self.root)
        from termkit.glossary.index import FILE_NAME, build_index
        from termkit.glossary.store import load_glossary

        self._folder = tempfile.TemporaryDirectory()
        for glossary in sorted(Path(self.root, "glossaries").iterdir()):
            if not (glossary / "glossary.toml").is_file():
                continue
            path = Path(self._folder.name, glossary.name, FILE_NAME)
            build_index(load_glossary(glossary), path)
            target = f"termkit/_glossaries/{glossary.name}/{FILE_NAME}"
            build_data["force_include"][str(path)] = target

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self._folder.cleanup()
