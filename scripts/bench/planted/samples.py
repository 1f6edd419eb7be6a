"""Units of the declaration with a sentence of agency style, clean and with an error planted."""

from __future__ import annotations

import html
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from planted.carriers import CARRIERS, PRODUCT, Values, slots
from planted.errors import ERRORS
from planted.kept import KEPT
from termkit.model.bitext import TranslationUnit
from termkit.model.document import Segment
from termkit.model.span import Span

PER_KIND = 60  # in each direction
DIRECTIONS = (("en", "vi"), ("vi", "en"), ("en", "zh"), ("zh", "vi"))
FILES = {"en": "eng", "vi": "vie", "zh": "cmn_hans"}
TAGS = {"en": "en", "vi": "vi", "zh": "zh-Hans"}

# Slips of the finger in the Vietnamese declaration of the package (tryền, nhgệ): O214 finds both.
SLIPS = (("try", "truy"), ("nhg", "ngh"))


@dataclass(frozen=True)
class Sample:
    """A unit and what was done to it.

    Attributes:
        kind: Of the planted error, or of the change that keeps the meaning; empty: as it was.
        codes: Any of these finds it; empty in a clean unit.
    """

    source: str
    target: str
    direction: tuple[str, str]
    kind: str
    codes: tuple[str, ...]


def articles(folder: Path, lang: str) -> dict[int, list[str]]:
    """Paragraphs of the declaration by article."""
    text = (folder / "declaration" / f"{FILES[lang]}.html").read_text(encoding="utf-8")
    for slip, letters in SLIPS if lang == "vi" else ():
        text = text.replace(slip, letters)
    return {
        int(number): [
            html.unescape(re.sub(r"<[^>]+>", "", paragraph)).strip()
            for paragraph in re.findall(r"<(?:p|li)>(.*?)</(?:p|li)>", body, re.DOTALL)
        ]
        for number, body in re.findall(
            r'<article data-number="(\d+)">(.*?)</article>', text, re.DOTALL
        )
    }


def paragraphs(folder: Path, one: str, other: str) -> list[tuple[str, str]]:
    """Pairs of paragraphs of the articles that have as many in both languages."""
    here, there = articles(folder, one), articles(folder, other)
    return [
        pair
        for number in here
        if len(here[number]) == len(there.get(number, ()))
        for pair in zip(here[number], there[number], strict=True)
    ]


def samples(folder: Path, chance: random.Random) -> Iterator[Sample]:
    """Planted and clean units of every direction."""
    for one, other in DIRECTIONS:
        pairs = paragraphs(folder, one, other)
        for kind, (plant, codes) in ERRORS.items():
            made = tries = 0
            while made < PER_KIND and tries < 40 * PER_KIND:
                tries += 1
                source, target, filled = unit_of(pairs, one, other, chance)
                planted = plant(source, target, filled, other, chance)
                if planted is not None and planted != target:
                    made += 1
                    yield Sample(source, planted, (one, other), kind, codes)
        for kind, keep in KEPT.items():
            for _ in range(4 * PER_KIND):
                source, target, _ = unit_of(pairs, one, other, chance)
                yield Sample(source, keep(target, other), (one, other), kind, ())
        for source, target in pairs:
            yield Sample(source, target, (one, other), "declaration", ())


def unit_of(
    pairs: list[tuple[str, str]], one: str, other: str, chance: random.Random
) -> tuple[str, str, dict[str, str]]:
    source, target = chance.choice(pairs)
    number = chance.randrange(len(CARRIERS))
    values = Values.draw(chance)
    filled = slots(values, other)
    here = CARRIERS[number][one].format(**slots(values, one))
    there = CARRIERS[number][other].format(**filled)
    return f"{source}\n{here}", f"{target}\n{there}", {**filled, "carrier": str(number)}


def unit(number: int, sample: Sample, path: str = "bench") -> TranslationUnit:
    ident = f"{path}#{number}"
    one, other = (TAGS[lang] for lang in sample.direction)
    at = sample.source.find(PRODUCT)
    protected = (Span(at, at + len(PRODUCT)),) if at >= 0 else ()
    return TranslationUnit(
        ident,
        Segment(ident, one, sample.source, protected=protected),
        Segment(ident, other, sample.target),
    )
