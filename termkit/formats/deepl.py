"""DeepL glossary as TSV: source and target, no header, each source once.

Source: DeepL API reference, *Manage glossaries*, sections on limits and on entry formats
(developers.deepl.com, read 2026-11): a text takes at most 1,024 bytes in UTF-8 and a glossary
10 MiB (10,485,760 bytes); duplicate sources, empty texts, C0 and C1 control characters, Unicode
line ends and white space at the edges of a text are refused. A byte order mark became part of
the first term (DeepL's Python client, issue 44), so none is written. DeepL knows *zh* without a
script: make one glossary for Simplified and one for Traditional.
"""

from __future__ import annotations

from termkit.formats.base import Format
from termkit.formats.limits import Limits
from termkit.formats.pair_door import pair_door, pair_reader
from termkit.formats.pairs import tsv_line, tsv_rows

LIMITS = Limits(
    "DeepL", text_bytes=1024, file_bytes=10_485_760, controls=True, edges=True, once=True
)


FORMAT = Format(
    name="deepl",
    suffixes=(".tsv",),
    spec="DeepL glossary entries, TSV",
    concepts=pair_door(LIMITS, tsv_line, pair_reader(tsv_rows)),
)
