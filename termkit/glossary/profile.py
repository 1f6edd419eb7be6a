"""House styles: what one publisher prefers, each line with its evidence.

TEMPORARY CONTRACT: the owner of termkit/glossary completes loading; the fields are the contract.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Evidence(StrEnum):
    """How a line of a style is known."""

    RULE = "rule"  # a published rule was seen
    USAGE = "usage"  # seen in the publisher's own text
    TENDENCY = "tendency"  # usual, with counter-examples: never fires


@dataclass(frozen=True, slots=True)
class StyleLine:
    """One choice of a house style, with its evidence.

    Attributes:
        value: What the house writes.
        evidence: How it is known. A tendency is documented and never fires.
        sources: Ids of the glossary's sources.
    """

    value: str
    evidence: Evidence
    sources: tuple[str, ...] = ()
    since: str | None = None
    note: str = ""

    @property
    def fires(self) -> bool:
        return self.evidence is not Evidence.TENDENCY


@dataclass(frozen=True, slots=True)
class Profile:
    """A house style.

    Attributes:
        name: Such as ``"vns"``.
        lang: The language it speaks of.
        title: In words.
        extends: Names of the styles it builds on, nearest first.
        complete: False for an example that nobody has verified: it never fires.
        preferred: Concept id to the designation(s) this house writes. For people, places and
            countries this is the house form (``vietnam`` -> *Việt Nam*).
        settings: Keyed choices: ``diacritics`` (``keep`` | ``drop``), ``spelling``
            (``british`` | ``american`` | ``oxford``), ``dateline-dash``, ``quotes``
            (``curly`` | ``straight``), ``country-hyphen`` (``spaced`` | ``closed``),
            ``country-order``, ``party-case``, ``second-mention`` ...
    """

    name: str
    lang: str
    title: str = ""
    extends: tuple[str, ...] = ()
    complete: bool = True
    preferred: dict[str, tuple[StyleLine, ...]] = field(default_factory=dict)
    settings: dict[str, StyleLine] = field(default_factory=dict)

    def setting(self, key: str) -> str | None:
        """The value of a setting that may fire, or ``None``."""
        line = self.settings.get(key)
        return line.value if line is not None and line.fires and self.complete else None
