"""Where a glossary is: a module of its own, for a look-up has no time to load the rest."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from termkit.errors import ConfigError, nearest

DEFAULT = "diplomacy"


def find_glossary(name_or_path: str | Path | None = None) -> Path:
    """The folder of a glossary.

    A text with a path separator, or that is a folder with a ``glossary.toml``, is a path;
    anything else is the name of a shipped glossary.

    Raises:
        ConfigError: There is no such glossary; the hint names the nearest shipped one.
    """
    wanted = DEFAULT if name_or_path is None else name_or_path
    path = Path(wanted)
    if (path / "glossary.toml").is_file():
        return path
    shipped = _shipped()
    if isinstance(wanted, str) and wanted in shipped:
        return shipped[wanted]
    if path.is_dir():
        raise ConfigError(
            f"{wanted} is not a glossary", hint="a glossary folder has a glossary.toml"
        )
    raise ConfigError(f"glossary {str(wanted)!r} is not known", hint=nearest(str(wanted), shipped))


@cache
def _shipped() -> dict[str, Path]:
    """Glossaries of the wheel, or of the checkout that this file is in."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "_glossaries", package.parent / "glossaries"):
        if folder.is_dir():
            return {
                entry.name: entry
                for entry in sorted(folder.iterdir())
                if (entry / "glossary.toml").is_file()
            }
    return {}
