"""Write the table of syllables that Vietnamese names are made of, from tables of the room.

python scripts/build_name_syllables.py [--check]
"""

from __future__ import annotations

import json
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

TABLE = ROOT / "termkit/lang/vi/data/name_syllables.tsv"
HEADER = """\
# How often a syllable stands in Vietnamese names (once for each place, three times for each given
# name of men, twenty times for a name of the lists), and in how many compounds. Old tone style.
# source: places.tsv, family_names.tsv, given_names.tsv and compounds.tsv of this room; \
@faker-js/faker, locale vi, person.first_name generic and male licence: MIT retrieved: 2026-11-21
# columns: syllable, in names, in compounds
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


def render(person: Path) -> str:
    """The whole table."""
    given = json.loads(person.read_text("utf-8"))["first_name"]
    names = count(load_words("vi", "places"))
    names += count([*given["generic"], *given["male"]], 3)
    for table in ("family_names", "given_names"):
        names += count(load_words("vi", table), 20)
    words = count(load_words("vi", "compounds"))
    rows = sorted({*names, *words}, key=lambda s: (-names[s], -words[s], s))
    return HEADER + "".join(f"{s}\t{names[s]}\t{words[s]}\n" for s in rows)


if __name__ == "__main__":
    TABLE.write_text(render(Path(sys.argv[1])), "utf-8")
