"""Measure `find_territory` on lists of names that termkit does not ship.

    pip install countrystatecity-translations
    npm install i18n-iso-countries world-countries
    python scripts/bench/territories.py NODE_MODULES [--wrong N]

Prints, for each list, the share of names that give the code of the list, those that give none,
and those that give another code, by name. Then the capitals of the world, in English, whose code
must be none or begin with that of their country; and names of CLDR with one mark or one letter
changed, which must give none, or the code they had.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import unicodedata
from collections.abc import Iterator
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


def report(title: str, rows: list[Row], wrong: int) -> None:
    """Print one list's figures."""
    from termkit.names import find_territory

    for lang in dict.fromkeys(row[0] for row in rows):
        part = list(dict.fromkeys(row for row in rows if row[0] == lang))
        found = [(find_territory(name, lang=lang), name, code) for _, name, code in part]
        right = sum(code == expected for code, _, expected in found)
        other = [row for row in found if row[0] is not None and row[0] != row[2]]
        none = [row for row in found if row[0] is None]
        print(
            f"{title} {lang}: {len(part)} names, {100 * right / len(part):.1f} % right,"
            f" {len(none)} none, {len(other)} another code"
        )
        for code, name, expected in other:
            print(f"    {name}: {code}, the list has {expected}")
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
    for read in (iso_countries, world_countries, translations):
        try:
            rows = list(read(args.modules))
        except (ImportError, OSError) as problem:
            print(f"{read.__name__}: not installed, passed over ({problem})", file=sys.stderr)
            continue
        report(read.__name__, rows, args.wrong)
    capitals(args.modules)
    report("one slip", list(changed(random.Random(5))), 0)


if __name__ == "__main__":
    main()
