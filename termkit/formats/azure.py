"""Azure Document Translation glossary as TSV: source and target, no header.

Source: Microsoft Learn, *Use glossaries with Document Translation* (2024-07-09): tab-separated
values are preferred, one source and one target a row, matched with their capitals; and *Service
limits* (2024-01-31): "Size of Translation memory file" at most 10 MB in a batch, taken here as
the limit of a glossary. Nothing is published on duplicate sources, on the length of a term,
on control characters and white space.
"""

from __future__ import annotations

from termkit.formats.base import Format
from termkit.formats.limits import Limits
from termkit.formats.pair_door import pair_door, pair_reader
from termkit.formats.pairs import tsv_line, tsv_rows

LIMITS = Limits("Azure Document Translation", file_bytes=10_000_000)


FORMAT = Format(
    name="azure",
    suffixes=(".tsv",),
    spec="Azure Document Translation glossary, TSV",
    concepts=pair_door(LIMITS, tsv_line, pair_reader(tsv_rows)),
)
