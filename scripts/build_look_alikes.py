"""Write `lang/zh/data/look_alikes.tsv`: Chinese characters that are drawn alike.

    python scripts/build_look_alikes.py PYCORRECTOR_DATA YYYY-MM-DD

PYCORRECTOR_DATA is the folder `pycorrector/data` of the package pycorrector (1.1.4), which has
groups of characters of one shape (`same_stroke.txt`) and the strokes of each (`stroke.txt`:
h, s, p, n and z for the five kinds). Two common characters (GB 2312, level 1) are drawn alike
when they stand in one group, or when one stroke more, less or of another kind makes one of the
other, two of the strokes where both have at least ten.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from termkit.text.near import edits

TARGET = Path(__file__).parent.parent / "termkit/lang/zh/data/look_alikes.tsv"
MANY = 10  # strokes


def main(folder: Path, retrieved: str) -> None:
    rows = _rows(folder / "stroke.txt")
    strokes = {row[0]: row[1] for row in rows if len(row) == 2}
    common = sorted(filter(_is_common, strokes))
    alike: dict[str, set[str]] = defaultdict(set)
    for one, other in combinations(common, 2):
        first, second = strokes[one], strokes[other]
        most = 2 if min(len(first), len(second)) >= MANY else 1
        if abs(len(first) - len(second)) <= most and edits(first, second, most=most) <= most:
            alike[one].add(other)
    for group in _rows(folder / "same_stroke.txt"):
        known = sorted(set(group) & strokes.keys())
        for one, other in combinations(known, 2):
            alike[one].add(other)
    lines = [
        "# source: strokes and groups of the package pycorrector 1.1.4 (data/stroke.txt,"
        f" data/same_stroke.txt) licence: Apache-2.0 retrieved: {retrieved}",
        "# columns: character, those drawn like it that come later in Unicode",
        *(f"{one}\t{''.join(sorted(others))}" for one, others in sorted(alike.items())),
    ]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text("utf-8").splitlines():
        cells = line.split()
        if cells and not line.startswith("#"):
            yield cells


def _is_common(character: str) -> bool:
    """Whether GB 2312 has the character on its first level."""
    code = character.encode("gb2312", "ignore")
    return len(character) == 1 and len(code) == 2 and 0xB0 <= code[0] <= 0xD7


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit((__doc__ or "").strip())
    main(Path(sys.argv[1]), sys.argv[2])
