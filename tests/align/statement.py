"""The trilingual sample as translation units, by its gold alignment."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from termkit.align.units import translation_units
from termkit.lang import get_language
from termkit.model.bitext import Bead, TranslationUnit
from termkit.model.document import Segment

GOLD = Path(__file__).parents[2] / "seeds" / "statement" / "gold"


def gold_units(source: str, target: str) -> list[TranslationUnit]:
    """The units of one pair of languages, in order."""
    langs = source, target
    sides = []
    for lang in langs:
        lines = (GOLD / f"{lang}.sentences").read_text(encoding="utf-8").splitlines()
        sides.append([Segment(f"{lang}#{n}", lang, line) for n, line in enumerate(lines, 1)])
    beads = []
    at = [0, 0]
    for line in (GOLD / f"{source}-{target}.beads").read_text(encoding="utf-8").splitlines():
        sizes = [len(json.loads(side)) for side in line.split(":")]
        beads.append(Bead(*(range(a, a + size) for a, size in zip(at, sizes, strict=True))))
        at = [a + size for a, size in zip(at, sizes, strict=True)]
    joiners = get_language(source).joiner, get_language(target).joiner
    return list(translation_units(beads, *sides, bitext="statement", langs=langs, joiners=joiners))


def gold_terms(source: str, target: str) -> dict[str, str]:
    """Term pairs of two languages, quotation marks and case aside."""
    with (GOLD / "terms.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {plain(row[source]): plain(row[target]) for row in rows}


def plain(text: str) -> str:
    """A form without quotation marks and capitals."""
    return text.casefold().translate(str.maketrans("", "", "“”《》"))
