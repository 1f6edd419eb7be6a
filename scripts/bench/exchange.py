"""Export a large glossary: concepts per second and peak memory, beside csv2tbx.

    pip install translate-toolkit
    python scripts/bench/exchange.py [--concepts 100000] [--formats tbx tbx2 xlsx] [--no-peer]

The glossary is made of common words, four designations a concept in three languages, with a
definition, statuses and sources; it lies in a folder as any other, one file a concept, and
`termkit export` runs as a user runs it: load, check, write. The peer is translate-toolkit's
csv2tbx on a table of one pair a concept. Each runs in a process of its own; its CPU time and
its largest resident set are the kernel's account of it. `write only` takes the concepts from
a generator, so that what a writer needs shows without the glossary itself.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from termkit.glossary.write import render_concept, render_sources
from termkit.model.concept import (
    AdminStatus,
    Concept,
    ConceptType,
    Designation,
    Form,
    SourceRef,
)

_WORDS = {
    "en": ("river", "bridge", "trade", "treaty", "border", "school", "energy", "council"),
    "vi": (
        "sông",
        "cầu",
        "thương mại",
        "hiệp ước",
        "biên giới",
        "trường",
        "năng lượng",
        "hội đồng",
    ),
    "zh-Hans": ("河", "桥", "贸易", "条约", "边界", "学校", "能源", "委员会"),
}
_WRITE_ONLY = """
import sys
sys.path.insert(0, {root!r})
from scripts.bench.exchange import concepts
from termkit.formats.base import all_formats
from termkit.formats.concepts import write_concepts
with open({out!r}, "wb") as file:
    write_concepts(all_formats()[{name!r}], concepts({number}), file)
"""


def concepts(number: int) -> Iterator[Concept]:
    """Concepts that differ from each other and look like a glossary's."""
    for index in range(number):
        names = {
            lang: " ".join((words[index % 8], words[index // 8 % 8], str(index)))
            for lang, words in _WORDS.items()
        }
        yield Concept(
            f"concept-{index:06d}",
            ConceptType.TERM,
            f"field {index % 40}",
            (
                Designation("en", names["en"], sources=("report",)),
                Designation("en", f"E{index}", status=AdminStatus.ADMITTED, form=Form.ACRONYM),
                Designation("vi", names["vi"], note="Common in running text."),
                Designation("zh-Hans", names["zh-Hans"]),
            ),
            f"What is called {names['en']} in the papers of field {index % 40}.",
            sources=("report",),
        )


def write_glossary(root: Path, number: int) -> None:
    """The concepts as a folder."""
    (root / "sources.toml").write_text(
        render_sources([SourceRef("report", "A report")]), encoding="utf-8"
    )
    (root / "glossary.toml").write_text('name = "bench"\n', encoding="utf-8")
    for index, concept in enumerate(concepts(number)):
        folder = root / "concepts" / f"{index % 40}"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{concept.id}.toml"
        path.write_text(render_concept(concept), encoding="utf-8")


def measure(command: Sequence[str]) -> tuple[float, float]:
    """CPU seconds and peak memory in MB of a command; its output is thrown away."""
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.execvp(command[0], command)
    _, status, usage = os.wait4(child, 0)
    if status != 0:
        raise SystemExit(f"failed: {' '.join(command)[:200]}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def show(what: str, number: int, cpu: float, peak: float) -> None:
    print(f"{what:<28}{number / cpu:>12,.0f}{cpu:>10.1f}{peak:>10.0f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--concepts", type=int, default=100_000)
    parser.add_argument("--formats", nargs="*", default=["tbx", "tbx2", "xlsx"])
    parser.add_argument("--no-peer", action="store_true")
    args = parser.parse_args()
    number: int = args.concepts
    root = str(Path(__file__).resolve().parent.parent.parent)
    print(f"{number} concepts{'':<16}concepts/s     CPU s   peak MB")
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        for name in args.formats:
            out = str(here / f"out.{name}")
            code = _WRITE_ONLY.format(root=root, out=out, name=name, number=number)
            show(f"{name}, write only", number, *measure([sys.executable, "-c", code]))
        if not args.no_peer:
            table = here / "terms.csv"
            with table.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(
                    (c.definition, c.designations[0].text, c.designations[2].text)
                    for c in concepts(number)
                )
            peer = [sys.executable, "-m", "translate.convert.csv2tbx", "--progress=none"]
            show(
                "csv2tbx, one pair each", number, *measure([*peer, str(table), str(here / "p.tbx")])
            )
        words = here / "words"
        words.mkdir()
        write_glossary(words, number)
        for name in args.formats:
            command = [sys.executable, "-m", "termkit", "export", "--glossary", str(words)]
            out = str(here / f"whole.{name}")
            done = measure([*command, "--to", name, "--output", out, "--quiet"])
            show(f"termkit export --to {name}", number, *done)


if __name__ == "__main__":
    main()
