"""One matcher over one corpus, in a process of its own; `corpora.py` calls it.

    python scripts/bench/matchers.py MATCHER CORPUS TERMS COUNT

Prints a JSON object: findings, megabytes, and CPU seconds of building and of everything after
it (reading included). Peers look for the terms in lower case and in composed text, which is
less than the job: no marks folded, no whole tokens (but rg), no places in decomposed text.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

Find = Callable[[list[str]], int]


def termkit(terms: list[str]) -> Find:
    from termkit.text.match import PatternSet

    patterns = PatternSet(terms)
    list(patterns.find_all(["a b"]))
    return lambda texts: sum(map(len, patterns.find_all(texts)))


def pyahocorasick(terms: list[str]) -> Find:
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for number, term in enumerate(terms):
        automaton.add_word(plain(term), number)
    automaton.make_automaton()
    return lambda texts: sum(1 for text in texts for _ in automaton.iter_long(plain(text)))


def ahocorasick_rs(terms: list[str]) -> Find:
    import ahocorasick_rs

    automaton = ahocorasick_rs.AhoCorasick(
        list(map(plain, terms)), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    )
    return lambda texts: sum(len(automaton.find_matches_as_indexes(plain(text))) for text in texts)


def polars_find_many(terms: list[str]) -> Find:
    import polars

    patterns = polars.Series(list(map(plain, terms)))

    def find(texts: list[str]) -> int:
        series = polars.Series([plain(text) for text in texts])
        frame = series.to_frame("text").select(
            polars.col("text").str.find_many(patterns.implode(), leftmost=True).list.len().sum()
        )
        return int(frame.item())

    return find


def ripgrep(terms: list[str]) -> Find:
    folder = Path(tempfile.mkdtemp(prefix="termkit-bench-"))
    (folder / "terms").write_text("".join(f"{term}\n" for term in terms), encoding="utf-8")

    def find(texts: list[str]) -> int:
        (folder / "texts").write_text("\n".join(texts), encoding="utf-8")
        command = ["rg", "-j1", "-o", "-w", "-i", "-F", "-f", str(folder / "terms")]
        done = subprocess.run([*command, str(folder / "texts")], capture_output=True, check=False)
        return done.stdout.count(b"\n")

    return find


def plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower()


MATCHERS = {
    "termkit": termkit,
    "pyahocorasick": pyahocorasick,
    "ahocorasick-rs": ahocorasick_rs,
    "polars": polars_find_many,
    "rg": ripgrep,
}


def batches(corpus: str, size: int) -> Iterator[list[str]]:
    from pyarrow import parquet

    with parquet.ParquetFile(corpus, pre_buffer=False) as file:
        for batch in file.iter_batches(size, columns=["text"], use_threads=False):
            yield batch.column(0).to_pylist()


def main() -> None:
    name, corpus, path, count = sys.argv[1:]
    terms = Path(path).read_text(encoding="utf-8").split("\n")[: int(count)]
    began = cpu()
    find = MATCHERS[name](terms)
    built = cpu()
    findings = size = 0
    # rg and polars build their automaton anew at each call: one call, one build.
    for texts in batches(corpus, 1 << 30 if name in ("rg", "polars") else 2000):
        findings += find(texts)
        size += sum(len(text.encode()) for text in texts) if name == "termkit" else 0
    values = {"findings": findings, "build": built - began, "match": cpu() - built, "size": size}
    print(json.dumps(values))


def cpu() -> float:
    """CPU seconds of this process and the processes it has waited for."""
    import resource

    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main()
