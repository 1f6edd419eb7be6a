"""Build the tables of words that the aligner takes for translations before it has learnt any.

    python scripts/build_translations.py glosses Unihan_Readings.txt[.bz2] 2026-11-28
    python scripts/build_translations.py everyday ANNOTATIONS 2026-11-28

Sources are local files, unpacked from `apt-get download unicode-data` and from `npm pack
cldr-annotations-full@48.2.0` (ANNOTATIONS is its folder `annotations`); nothing is fetched.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path

from build_readings import unihan

from termkit.align.lexemes import find_lexemes
from termkit.lang import get_language
from termkit.lang.zh.frequencies import word_counts
from termkit.lang.zh.hanzi import han_variants

DATA = Path(__file__).resolve().parent.parent / "termkit" / "align" / "data"
LANGS = ("en", "vi", "zh")
_LEAST_COUNT = 80  # of a word, in the corpus of jieba
_MOST_GLOSSES = 6
_SHORTEST = 3  # letters of an English word that tells anything
_LEAST_SYMBOLS = 2  # that two words describe
_LEAST_ALIKE = 0.5  # share of the symbols of either word that both describe
# What definitions say of characters and not of things, and words that stand everywhere.
_NO_GLOSS = frozenset(
    re.findall(
        "[a-z]+",
        """also and are character classifier etc form for from have into kind made make name not
        one other out person place radical same simplified something sound such surname that the
        this up used variant very which with word""",
    )
)


def glosses(path: Path) -> Iterator[tuple[str, ...]]:
    """What Unihan says in English that a character means, content words only."""
    defined = dict(unihan(path, "kDefinition"))
    usual = {c for word, count in word_counts().items() if count >= _LEAST_COUNT for c in word}
    for character in sorted(usual):
        texts = [defined[c] for c in (character, *han_variants(character)) if c in defined]
        words = re.findall("[a-z]+", re.sub(r"\([^)]*\)", "", texts[0].lower())) if texts else []
        kept = [w for w in dict.fromkeys(words) if len(w) >= _SHORTEST and w not in _NO_GLOSS]
        if kept:
            yield character, " ".join(kept[:_MOST_GLOSSES])


def everyday(folder: Path) -> Iterator[tuple[str, ...]]:
    """Words of two languages that name one symbol, or describe the same ones.

    *hospital*, bệnh viện, 医院.
    """
    symbols = {lang: _symbols(folder, lang) for lang in LANGS}
    for langs in combinations(LANGS, 2):
        one, other = (symbols[lang] for lang in langs)
        both = one.keys() & other.keys()
        apart = [Counter(w for words, _ in side.values() for w in words) for side in (one, other)]
        together = Counter(p for s in both for p in product(one[s][0], other[s][0]))
        named = {p for s in both for p in product(one[s][1], other[s][1])}
        for (a, b), count in together.items():
            alike = 2 * count / (apart[0][a] + apart[1][b])
            if (a, b) in named or (count >= _LEAST_SYMBOLS and alike >= _LEAST_ALIKE):
                yield "-".join(langs), a, b


def _symbols(folder: Path, lang: str) -> dict[str, tuple[set[str], set[str]]]:
    """Of each symbol the words it is searched by and its name, those that are one lexeme."""
    text = (folder / lang / "annotations.json").read_text("utf-8")
    language = get_language(lang)

    def single(words: list[str]) -> set[str]:
        return {w.lower() for w in words if len(find_lexemes(w, language)) == 1}

    entries = json.loads(text)["annotations"]["annotations"].items()
    return {
        symbol: (single([*e.get("default", ()), *e.get("tts", ())]), single(e.get("tts", [])))
        for symbol, e in entries
    }


TABLES = {
    "glosses": (
        "han_glosses.tsv",
        "Unicode 15.0 Unihan kDefinition, characters of zh/data/words.tsv licence: Unicode-3.0",
        "character, English words",
        glosses,
    ),
    "everyday": (
        "everyday_words.tsv",
        "Unicode CLDR 48.2, annotations (names and search words of symbols), words of two"
        " languages that name one symbol or mostly describe the same ones licence: Unicode-3.0",
        "languages, word, word",
        everyday,
    ),
}


def main(name: str, source: str, retrieved: str) -> None:
    target, origin, columns, rows = TABLES[name]
    lines = sorted({"\t".join(row) for row in rows(Path(source))})
    header = [f"# source: {origin} retrieved: {retrieved}", f"# columns: {columns}"]
    (DATA / target).write_text("\n".join([*header, *lines, ""]), "utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in TABLES:
        sys.exit(__doc__)
    main(*sys.argv[1:])
