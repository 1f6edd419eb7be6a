"""One matcher over one corpus, in a process of its own; `corpora.py` calls it.

    python scripts/bench/matchers.py MATCHER CORPUS TERMS COUNT

CORPUS is a Parquet file, or a folder of documents that termkit's readers read.
Prints a JSON object: findings, megabytes, and CPU seconds of building and of everything after
it (reading included). Peers look for the terms in lower case and in composed text, which is
less than the job: no marks folded, no whole tokens (but rg), no places in decomposed text.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice
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
        if done.returncode not in (0, 1):
            raise SystemExit(f"rg: {done.stderr.decode()}")
        return done.stdout.count(b"\n")

    return find


def prototype(terms: list[str]) -> Find:
    """Hashes of tokens joined in polars. It has no Chinese, and no term of seven tokens."""
    sys.path.insert(0, os.environ["TERMKIT_PROTOTYPES"])
    import polars
    from check_tok3 import M, ff

    latin = (term for term in terms if not _HAN.search(term))
    matcher = M([term for term in latin if len(ff(term).split()) < 7])

    def find(texts: list[str]) -> int:
        found = matcher.check(polars.Series([ff(text).decode("ascii") for text in texts]))
        return 0 if found is None else int(found.height)

    return find


def prototype_numpy(terms: list[str]) -> Find:
    """The same in numpy; it has Chinese, too."""
    sys.path.insert(0, os.environ["TERMKIT_PROTOTYPES"])
    import ngram_np

    matcher = ngram_np.Matcher(terms)
    return lambda texts: len(matcher.batch(texts)[0])


def codespell(terms: list[str]) -> Find:
    """Single words only."""
    folder = Path(tempfile.mkdtemp(prefix="termkit-bench-"))
    (folder / "terms").write_text("".join(f"{t}->{t}zz\n" for t in terms), encoding="utf-8")

    def find(texts: list[str]) -> int:
        (folder / "texts").write_text("\n".join(texts), encoding="utf-8")
        return _count([_beside("codespell"), "-D", folder / "terms", folder / "texts"], b" ==> ")

    return find


def typos(terms: list[str]) -> Find:
    """Single words only; its own dictionary is looked up as well."""
    folder = Path(tempfile.mkdtemp(prefix="termkit-bench-"))
    lines = "".join(f'"{term}" = "{term}zz"\n' for term in terms)
    (folder / "typos.toml").write_text(f"[default.extend-words]\n{lines}", encoding="utf-8")

    def find(texts: list[str]) -> int:
        (folder / "texts").write_text("\n".join(texts), encoding="utf-8")
        command = [_beside("typos"), "--threads", "1", "--format", "brief"]
        return _count([*command, "--config", folder / "typos.toml", folder / "texts"], b"zz`")

    return find


def _beside(name: str) -> Path:
    """A command that is installed where this Python is."""
    path = Path(sys.executable).parent / name
    if not path.exists():
        raise SystemExit(f"{name} is not installed")
    return path


def _count(command: list[str | Path], sign: bytes) -> int:
    return subprocess.run(command, capture_output=True, check=False).stdout.count(sign)


def plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower()


MATCHERS = {
    "termkit": termkit,
    "pyahocorasick": pyahocorasick,
    "ahocorasick-rs": ahocorasick_rs,
    "polars": polars_find_many,
    "rg": ripgrep,
    "prototype": prototype,
    "prototype-np": prototype_numpy,
    "codespell": codespell,
    "typos": typos,
}
_AT_ONCE = ("rg", "polars", "codespell", "typos")
"""Each call builds the automaton anew, or starts a process: one call, one build."""
_HAN = re.compile(r"[\u3400-\u9fff]")


def batches(corpus: str, size: int) -> Iterator[list[str]]:
    if Path(corpus).is_dir():
        yield from _documents(corpus, size)
        return
    from pyarrow import parquet

    with parquet.ParquetFile(corpus, pre_buffer=False) as file:
        for batch in file.iter_batches(size, columns=["text"], use_threads=False):
            yield batch.column(0).to_pylist()


def _documents(folder: str, size: int) -> Iterator[list[str]]:
    from termkit.formats.read import find_documents, read_document

    documents = map(read_document, find_documents([folder]))
    while some := list(islice(documents, size)):
        yield [segment.text for document in some for segment in document.segments]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    names = ", ".join(MATCHERS)
    parser.add_argument("matcher", metavar="MATCHER", choices=tuple(MATCHERS), help=names)
    parser.add_argument("corpus", metavar="CORPUS", help="a Parquet file or a folder of documents")
    parser.add_argument("terms", metavar="TERMS", type=Path, help="a file of terms, one a line")
    parser.add_argument("count", metavar="COUNT", type=int, help="so many of them, from the first")
    args = parser.parse_args()
    name, corpus = args.matcher, args.corpus
    terms = args.terms.read_text(encoding="utf-8").split("\n")[: args.count]
    began = cpu()
    find = MATCHERS[name](terms)
    built = cpu()
    findings = size = 0
    counting = 0.0
    for texts in batches(corpus, 1 << 30 if name in _AT_ONCE else 2000):
        if name == "prototype":
            texts = [text for text in texts if not _HAN.search(text)]
        findings += find(texts)
        before = cpu()
        size += sum(len(text.encode()) for text in texts)
        counting += cpu() - before
    match = cpu() - built - counting
    values = {"findings": findings, "build": built - began, "match": match, "size": size}
    print(json.dumps(values))


def cpu() -> float:
    """CPU seconds of this process and the processes it has waited for."""
    import resource

    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


if __name__ == "__main__":
    main()
