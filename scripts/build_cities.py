"""Write the names of cities that are subdivisions of ISO 3166-2, from Unicode CLDR.

    python scripts/build_cities.py DATE CLDR/common

CLDR is the unpacked Debian package unicode-cldr-core. Only cities whose code is the city alone
are listed here: Geneva's is the canton's, New York's the state's, and a wrong code is worse
than none. Names come from `subdivisions/` and, where the city has a time zone, from the exemplar
cities of `main/`.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

LANG = Path(__file__).resolve().parent.parent / "termkit" / "lang"

# Code of ISO 3166-2: time zone of the city, or nothing.
CITIES = {
    "AM-ER": "Asia/Yerevan", "AT-9": "Europe/Vienna", "AZ-BA": "Asia/Baku",
    "BY-HM": "Europe/Minsk", "CN-BJ": "", "CN-CQ": "", "CN-SH": "Asia/Shanghai", "CN-TJ": "",
    "CO-DC": "America/Bogota", "CZ-10": "Europe/Prague", "DE-BE": "Europe/Berlin", "DE-HH": "",
    "FR-75C": "Europe/Paris", "GE-TB": "Asia/Tbilisi", "HR-21": "Europe/Zagreb",
    "HU-BU": "Europe/Budapest", "ID-JK": "Asia/Jakarta", "IN-CH": "", "IN-DL": "",
    "JP-13": "Asia/Tokyo", "KG-GB": "Asia/Bishkek", "KH-12": "Asia/Phnom_Penh",
    "KP-01": "Asia/Pyongyang", "KR-11": "Asia/Seoul", "KR-26": "", "KR-27": "", "KR-28": "",
    "KR-29": "", "KR-30": "", "KR-31": "", "LV-RIX": "Europe/Riga",
    "MN-1": "Asia/Ulaanbaatar", "MX-CMX": "America/Mexico_City", "MY-14": "Asia/Kuala_Lumpur",
    "MY-16": "", "NO-03": "Europe/Oslo", "PK-IS": "", "RO-B": "Europe/Bucharest",
    "RS-00": "Europe/Belgrade", "RU-MOW": "Europe/Moscow", "RU-SPE": "", "TH-10": "Asia/Bangkok",
    "TJ-DU": "Asia/Dushanbe", "TM-S": "Asia/Ashgabat", "UA-30": "Europe/Kiev", "US-DC": "",
    "UZ-TK": "Asia/Tashkent", "VN-CT": "", "VN-DN": "", "VN-HN": "", "VN-HP": "",
    "VN-SG": "Asia/Saigon",
}  # fmt: skip
# The same words name something else, or say what the code is and not what the city is called.
_WRONG = {
    ("US-DC", "Washington"), ("CO-DC", "Capital District"), ("CZ-10", "Prague, Hlavní mešto"),
    ("PK-IS", "伊斯兰堡首都区"), ("PK-IS", "Lãnh thổ Thủ đô Islamabad"),
}  # fmt: skip
_LOCALES = {"vi": ("vi",), "en": ("en",), "zh": ("zh", "zh_Hant")}
_NAMES = re.compile(r'<subdivision type="(\w+)"[^>]*>([^<]+)<')
_ZONES = re.compile(
    r'<zone type="([^"]+)">(?:(?!</zone>).)*?<exemplarCity[^>]*>([^<]+)<', re.DOTALL
)


def names(common: Path, lang: str) -> Iterator[tuple[str, str]]:
    """Code and name of each city in one language."""
    subdivisions = dict(_NAMES.findall((common / f"subdivisions/{lang}.xml").read_text("utf-8")))
    for code in CITIES:
        # CLDR 41 knows Paris by the code it had until 2021.
        key = {"FR-75C": "fr75"}.get(code, code.replace("-", "").lower())
        if key in subdivisions:
            yield code, subdivisions[key].rstrip("²")
    for locale in _LOCALES[lang]:
        zones = dict(_ZONES.findall((common / f"main/{locale}.xml").read_text("utf-8")))
        for code, zone in CITIES.items():
            if zone in zones:
                yield code, zones[zone]
            elif lang == "en" and zone:  # English names that are those of the zone go without
                yield code, zone.rpartition("/")[2].replace("_", " ")


def main(retrieved: str, common: Path) -> None:
    """Write one table for each language."""
    for lang in _LOCALES:
        rows = {
            f"{code}\t{unicodedata.normalize('NFC', name)}"
            for code, name in names(common, lang)
            if (code, name) not in _WRONG
        }
        head = [
            "# source: Unicode CLDR 41 (Debian package unicode-cldr-core), names of subdivisions"
            f" and exemplar cities licence: Unicode-DFS-2016 retrieved: {retrieved}",
            "# columns: ISO 3166-2 code, name",
        ]
        path = LANG / lang / "data" / "city_names.tsv"
        path.write_text("\n".join([*head, *sorted(rows)]) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
