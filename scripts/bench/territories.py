"""Measure `find_territory` on lists of names that termkit does not ship.

    pip install countrystatecity-translations countryinfo hdx-python-country
    npm install i18n-iso-countries world-countries
    python scripts/bench/territories.py NODE_MODULES [--wrong N]

Prints, for each list, the share of names that give the code of the list, those that give none,
and those that give another code, by name, each with what CLDR and all lists have for that name.
Where another list or CLDR has our code and no other has the list's, the list is judged to have
slipped, and it is said so; every other code that differs counts as wrong. Then the capitals of
the world, in English, whose code must be none or begin with that of their country; and names of
CLDR with one mark or one letter changed, which must give none, or the code they had.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

Row = tuple[str, str, str]
"""Language, name, code."""


def iso_countries(modules: Path) -> Iterator[Row]:
    """i18n-iso-countries; a name may be a list of names."""
    for lang in ("vi", "en", "zh"):
        text = (modules / f"i18n-iso-countries/langs/{lang}.json").read_text("utf-8")
        for code, names in json.loads(text)["countries"].items():
            for name in names if isinstance(names, list) else [names]:
                yield lang, name, code


def world_countries(modules: Path) -> Iterator[Row]:
    """world-countries: common and official names in English and Chinese."""
    for country in json.loads((modules / "world-countries/countries.json").read_text("utf-8")):
        for kind in ("common", "official"):
            yield "en", country["name"][kind], country["cca2"]
            if "zho" in country["translations"]:
                yield "zh", country["translations"]["zho"][kind], country["cca2"]


def translations(_: Path) -> Iterator[Row]:
    """countrystatecity-translations, where it has the languages."""
    from importlib.resources import files

    path = files("countrystatecity_translations").joinpath("data", "translations.json")
    for row in json.loads(path.read_text("utf-8")):
        lang = row["lang"][:2]
        if lang in ("vi", "zh", "en"):
            yield lang, row["translation"], row["countryCode"]


def un_taxonomy(_: Path) -> Iterator[Row]:
    """The United Nations' names in hdx-python-country: short, formal, and those of M49."""
    from importlib.resources import files

    (path,) = (p for p in files("hdx.location").iterdir() if p.name.endswith(".csv"))
    for row in csv.DictReader(path.read_text("utf-8").splitlines()):
        for column in ("Preferred Term", "English Short", "English Formal", "M49 English"):
            yield "en", row[column], row["ISO 3166-1 Alpha 2-Codes"]
        for column in ("Chinese Short", "M49 Chinese"):
            yield "zh", row[column], row["ISO 3166-1 Alpha 2-Codes"]


def countryinfo(_: Path) -> Iterator[Row]:
    """countryinfo: names in English."""
    from importlib.resources import files

    for path in files("countryinfo").joinpath("data").iterdir():
        if path.name.endswith(".json"):
            country = json.loads(path.read_text("utf-8"))
            yield "en", country["name"], country["ISO"]["alpha2"]


def cldr(_: Path) -> Iterator[Row]:
    """CLDR's own names: no list to measure on, but a witness."""
    from termkit.lang.locale import territory_names

    for lang, tag in (("vi", "vi"), ("en", "en"), ("zh", "zh"), ("zh", "zh-Hant")):
        for code, name in territory_names(tag).items():
            yield lang, name, code


LISTS = (iso_countries, world_countries, translations, un_taxonomy, countryinfo)
Witnesses = Mapping[tuple[str, str], Mapping[str, set[str]]]
"""By language and name: codes, and the lists that have them."""


def witnesses(lists: Mapping[str, list[Row]]) -> Witnesses:
    """Which lists give which code to a name."""
    found: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for title, rows in lists.items():
        for lang, name, code in rows:
            found[lang, name][code].add(title)
    return found


def judged(title: str, row: tuple[str | None, str, str], lang: str, seen: Witnesses) -> str:
    """What the lists say of a name whose code differs, and whether this list is alone."""
    code, name, expected = row
    said = seen.get((lang, name), {})
    alone = code in said and said[expected] == {title}
    shown = "; ".join(f"{key} in {', '.join(sorted(said[key]))}" for key in sorted(said))
    return f"{'SLIP OF THE LIST' if alone else 'wrong'} ({shown})"


def changed(chance: random.Random) -> Iterator[Row]:
    """Names of CLDR with another mark, or with a letter less or doubled."""
    from termkit.lang.locale import territory_names

    for lang in ("vi", "en"):
        for code, name in territory_names(lang).items():
            if len(code) != 2:
                continue
            letters = unicodedata.normalize("NFD", name)
            marks = [n for n, letter in enumerate(letters) if unicodedata.combining(letter)]
            for at in marks:
                other = chance.choice("\u0300\u0301\u0303\u0309\u0323")
                if other != letters[at]:
                    yield lang, letters[:at] + other + letters[at + 1 :], code
            for _ in range(3):
                at = chance.randrange(len(name))
                yield lang, name[:at] + name[at + 1 :], code
                yield lang, name[:at] + name[at] + name[at:], code


def report(title: str, rows: list[Row], wrong: int, seen: Witnesses) -> None:
    """Print one list's figures."""
    from termkit.names import find_territory

    for lang in dict.fromkeys(row[0] for row in rows):
        part = list(dict.fromkeys(row for row in rows if row[0] == lang and row[1] and row[2]))
        found = [(find_territory(name, lang=lang), name, code) for _, name, code in part]
        right = sum(code == expected for code, _, expected in found)
        other = [row for row in found if row[0] is not None and row[0] != row[2]]
        none = [row for row in found if row[0] is None]
        verdicts = [judged(title, row, lang, seen) for row in other]
        slips = sum(verdict.startswith("SLIP") for verdict in verdicts)
        print(
            f"{title} {lang}: {len(part)} names, {100 * right / len(part):.1f} % right,"
            f" {len(none)} none, {len(other) - slips} wrong, {slips} slips of the list"
        )
        for (code, name, expected), verdict in zip(other, verdicts, strict=True):
            print(f"    {name}: {code}, the list has {expected}; {verdict}")
        for _, name, expected in none[:wrong]:
            print(f"    {name}: none, the list has {expected}")


def capitals(modules: Path) -> None:
    """Print how many capitals have a code, and those whose code is another country's."""
    from termkit.names import find_territory

    found, other, every = 0, [], 0
    for country in json.loads((modules / "world-countries/countries.json").read_text("utf-8")):
        for name in country["capital"]:
            every += 1
            code = find_territory(name, lang="en")
            found += code is not None
            # Singapore and Monaco are their own capitals.
            if code is not None and code.partition("-")[0] != country["cca2"]:
                other.append(f"{name}: {code}, capital of {country['cca2']}")
    print(f"capitals: {every}, {found} with a code, {len(other)} of another country", *other)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", type=Path)
    parser.add_argument("--wrong", type=int, default=0, help="show N names without a code")
    args = parser.parse_args()
    lists: dict[str, list[Row]] = {}
    for read in (*LISTS, cldr):
        try:
            lists[read.__name__] = list(read(args.modules))
        except (ImportError, OSError) as problem:
            print(f"{read.__name__}: not installed, passed over ({problem})", file=sys.stderr)
    seen = witnesses(lists)
    for title, rows in lists.items():
        if title != "cldr":
            report(title, rows, args.wrong, seen)
    capitals(args.modules)
    report("one slip", list(changed(random.Random(5))), 0, {})


if __name__ == "__main__":
    main()
