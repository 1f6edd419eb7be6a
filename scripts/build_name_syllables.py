"""Write the tables of syllables, and of pairs of them, that Vietnamese names are made of.

    python scripts/build_name_syllables.py PERSON.json Person.php

PERSON.json is `vi.person` of npm's `@faker-js/faker`, Person.php `Provider/vi_VN/Person.php` of
PHP's Faker; the other lists are tables of the room.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from termkit.lang.tables import load_words  # noqa: E402
from termkit.lang.vi.syllables import is_syllable  # noqa: E402
from termkit.lang.vi.tones import tone_key  # noqa: E402

DATA = ROOT / "termkit/lang/vi/data"
PAIRS_HEADER = """\
# Given names of two syllables, men's and women's, in lower case, tones in the old style: which \
syllable stands beside which.
# source: @faker-js/faker 10.6.0, locale vi, person.first_name generic, female and male \
licence: MIT retrieved: 2026-11-28
# columns: name
"""
HEADER = """\
# How often a syllable stands in Vietnamese names: once for each place, three times for each given
# name of men, ten times for each list of Faker that has it, twenty times for a name of the room's
# own lists. Old tone style.
# source: places.tsv, family_names.tsv and given_names.tsv of this room; @faker-js/faker, locale \
vi, person.first_name generic and male; fakerphp/faker 1.20, provider vi_VN/Person, given and \
middle names of men and women licence: MIT retrieved: 2026-11-27
# columns: syllable, in names
"""


def count(names: Iterable[str], weight: int = 1) -> Counter[str]:
    """Syllables of some names."""
    found: Counter[str] = Counter()
    for name in names:
        for part in unicodedata.normalize("NFC", name).replace("-", " ").split():
            syllable = tone_key(part.lower())
            if is_syllable(syllable):
                found[syllable] += weight
    return found


def faker_lists(path: Path) -> list[set[str]]:
    """The given and middle names of men and women in PHP's Faker."""
    lists = re.findall(
        r"static \$(?:first|middle)Name(?:Fem|M)ale = (?:\[|array\()(.*?)(?:\]|\));",
        path.read_text("utf-8"),
        re.DOTALL,
    )
    return [set(re.findall("'([^']+)'", body)) for body in lists]


def render(person: Path, php: Path) -> str:
    """The whole table."""
    given = json.loads(person.read_text("utf-8"))["first_name"]
    names = count(load_words("vi", "places"))
    names += count([*given["generic"], *given["male"]], 3)
    for table in ("family_names", "given_names"):
        names += count(load_words("vi", table), 20)
    for given_names in faker_lists(php):
        names += count(given_names, 10)
    rows = sorted(names, key=lambda s: (-names[s], s))
    return HEADER + "".join(f"{s}\t{names[s]}\n" for s in rows)


def render_pairs(person: Path) -> str:
    """The table of given names of two syllables."""
    given = json.loads(person.read_text("utf-8"))["first_name"].values()
    names = {unicodedata.normalize("NFC", name).lower() for names in given for name in names}
    pairs = {tone_key(name) for name in names if len(name.split()) == 2}
    return PAIRS_HEADER + "".join(
        f"{pair}\n" for pair in sorted(pairs) if all(map(is_syllable, pair.split()))
    )


if __name__ == "__main__":
    person = Path(sys.argv[1])
    (DATA / "name_syllables.tsv").write_text(render(person, Path(sys.argv[2])), "utf-8")
    (DATA / "given_name_pairs.tsv").write_text(render_pairs(person), "utf-8")
