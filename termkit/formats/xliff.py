"""XLIFF: the exchange format of translation tools (OASIS, versions 1.2, 2.0 and 2.1)."""

from __future__ import annotations

from termkit.formats.base import BitextDoor, Format
from termkit.formats.xliff_concepts import DOOR
from termkit.formats.xliff_read import read_units

FORMAT = Format(
    name="xliff",
    suffixes=(".xlf", ".xliff"),
    spec="XLIFF 1.2, 2.0 and 2.1 (OASIS)",
    bitext=BitextDoor(reads=read_units),
    concepts=DOOR,
)
