"""Google Cloud Translation, unidirectional glossary as CSV: source and target, no header.

Source: Google Cloud, *Creating and using glossaries (Advanced)*, section on the glossary file
(read 2026-11): no header row; a term must be less than 1,024 bytes in UTF-8, longer ones are
ignored; all terms together at most 10.4 million (10,485,760) bytes. It says nothing on duplicate
sources, control characters and white space; so nothing is refused for them. TSV, which the
service takes too, is read as well.
"""

from __future__ import annotations

from termkit.formats.base import Format
from termkit.formats.limits import Limits
from termkit.formats.pair_door import pair_door, pair_reader
from termkit.formats.pairs import csv_line, csv_rows

LIMITS = Limits("Google Cloud Translation", text_bytes=1023, file_bytes=10_485_760)


FORMAT = Format(
    name="google",
    suffixes=(".csv",),
    spec="Google Cloud Translation v3, unidirectional glossary",
    concepts=pair_door(LIMITS, csv_line, pair_reader(csv_rows)),
)
