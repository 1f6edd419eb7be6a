"""Two units that only together show a slip: one source in two ways, two sources in one."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from planted.samples import DIRECTIONS, PER_KIND, Sample, paragraphs, unit
from termkit.check.bitext import Bitext
from termkit.check.engine import check_documents
from termkit.check.plan import Plan
from termkit.model.bitext import TranslationUnit


@dataclass(frozen=True)
class Files:
    """Two units in one file or in two, which only together show a slip, or none."""

    kind: str
    code: str
    is_planted: bool
    units: tuple[Sample, Sample]
    is_across: bool

    def findings(self, plan: Plan) -> set[str]:
        paths = ("one.tmx", "other.tmx") if self.is_across else ("one.tmx", "one.tmx")
        made: dict[str, list[TranslationUnit]] = {}
        for number, (path, sample) in enumerate(zip(paths, self.units, strict=True), start=1):
            made.setdefault(path, []).append(unit(number, sample, path))
        result = check_documents([Bitext(path, units) for path, units in made.items()], plan)
        return {finding.code for file in result.files for finding in file.findings}


def inconsistencies(folder: Path, chance: random.Random) -> Iterator[Files]:
    """One source in two ways and two sources in one, planted; and repeats that are none."""
    for one, other in DIRECTIONS:
        pairs = [
            pair
            for pair in paragraphs(folder, one, other)
            if len(pair[0]) > 30 and len(pair[1]) < 390
        ]
        for is_across in (False, True):
            where = "across files" if is_across else "within a file"
            for _ in range(PER_KIND // 2):
                source, target = chance.choice(pairs)
                reworded = f"{target.rstrip('.。')} {OTHER_END[other]}"
                odd, plain = chance.choice(pairs)
                first = Sample(source, target, (one, other), "", ())
                for kind, code, is_planted, second in (
                    ("one source in two ways", "B104", True, (source, reworded)),
                    ("two sources in one way", "B105", True, (odd, target)),
                    ("the same again", "B104", False, (source, target)),
                    ("the same in other capitals", "B104", False, (source.upper(), target.upper())),
                    ("another pair", "B105", False, (odd, plain)),
                ):
                    if (odd, plain) == (source, target) and second[0] == odd != source:
                        continue
                    if code == "B105" and odd == source:
                        continue
                    sample = Sample(*second, (one, other), "", ())
                    yield Files(f"{kind}, {where}", code, is_planted, (first, sample), is_across)


OTHER_END = {"en": "as was said.", "vi": "như đã nói.", "zh": "正如所述。"}
