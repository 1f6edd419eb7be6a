"""TBX 2 for OmegaT: what its glossary may suggest, in the two languages of a project.

OmegaT reads no status and no script: of *zh-Hans*, *zh-Hant* and *zh* it sees *zh*, and a
deprecated term is one more suggestion. So only what may be suggested is in the file.
"""

from __future__ import annotations

from termkit.formats.base import ConceptDoor, Format
from termkit.formats.tbx2 import write
from termkit.formats.tbx_entry import dialect_loses

FORMAT = Format(
    name="omegat-tbx",
    suffixes=(".tbx",),
    spec="ISO 30042:2008 (TBX 2), TBX-Basic, as OmegaT 3.6 reads it",
    concepts=ConceptDoor(writes=write, loses=dialect_loses("basic"), suggests=True, sides=2),
)
