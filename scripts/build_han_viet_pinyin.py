"""Write the table that joins Hán Việt and pinyin syllables through the characters they read.

    python scripts/build_han_viet_pinyin.py [--check]

It is made of other tables of the language rooms; run it after `scripts/build_readings.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from termkit.lang.tables import load_rows  # noqa: E402
from termkit.lang.vi.han_viet import han_viet_readings, reading_key  # noqa: E402
from termkit.lang.zh.readings import pinyin_readings  # noqa: E402

TABLE = ROOT / "termkit/lang/vi/data/han_viet_pinyin.tsv"
USUAL = 2
"""How many readings of a character count: rare ones would join what nobody joins."""
HEADER = """\
# Pinyin of the characters that a Hán Việt syllable reads, with its marks and without them.
# source: han_viet.tsv and its neighbours of this room, toned_pinyin.tsv of the Chinese room \
licence: MIT; Unicode-3.0 retrieved: 2026-11-21
# columns: syllable, pinyin without tones
"""


def render() -> str:
    """The whole table."""
    found: dict[str, set[str]] = {}
    for _, characters in load_rows("zh", "toned_pinyin"):
        for character in characters:
            sounds = {reading.letters for reading in pinyin_readings(character)[:USUAL]}
            for reading in han_viet_readings(character)[:USUAL]:
                for key in (reading_key(reading), reading_key(reading, marked=False)):
                    found.setdefault(key, set()).update(sounds)
    rows = [f"{key}\t{' '.join(sorted(sounds))}\n" for key, sounds in sorted(found.items())]
    return HEADER + "".join(rows)


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        sys.exit(TABLE.read_text("utf-8") != render())
    TABLE.write_text(render(), "utf-8")
