"""Where the time of a check goes: reading, each rule, all of it; warm, by language.

    python scripts/bench/rules.py seeds [MORE...] [--mb 0.5] [--twice] [--strict] [--table]

A path is a folder of documents or a Parquet corpus (`corpus.py` writes one). One document of
four is checked first, so that tables are built and common words have been met, as in the middle
of a corpus; the others are measured, each once (with ``--twice`` a second time). Rates are
megabytes of UTF-8 a second of CPU time. The hash stands for every finding: two versions of
termkit that print the same hash found the same.

What several rules share (words, matches of the glossary, names) has lines of its own.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from termkit.check.engine import check_file, marks_of  # noqa: E402
from termkit.check.mentions import names_of  # noqa: E402
from termkit.check.plan import Plan, make_plan, view_of  # noqa: E402
from termkit.check.rule import Rule, select_rules  # noqa: E402
from termkit.check.view import DocumentView  # noqa: E402
from termkit.errors import TermkitError  # noqa: E402
from termkit.formats.read import find_documents, read_document  # noqa: E402
from termkit.glossary.store import load_glossary  # noqa: E402
from termkit.model.document import Document  # noqa: E402
from termkit.runners.row import Row, document_of  # noqa: E402

_DEAR = 0.05  # of the time of all rules: what a new rule should not cost
_WARM = 4  # one document of so many is checked before the clock starts

# What several rules share, asked for before them.
_SHARED = {
    "texts": lambda view: [text.text for text in view.texts],
    "words": lambda view: (view.vocabulary, view.characters),
    "matches": lambda view: [text.all_matches for text in view.texts],
    "names": lambda view: (names_of(view).everyone, view.stretches),
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--mb", type=float, default=0.5, help="of each language, at most")
    parser.add_argument("--twice", action="store_true", help="every document is checked before")
    parser.add_argument("--strict", action="store_true", help="with the rules of --strict")
    parser.add_argument("--table", action="store_true", help="a table of the rules")
    args = parser.parse_args()
    plan = make_plan(load_glossary(), select_rules(strict=args.strict), strict=args.strict)
    rows: dict[str, list[Row]] = {"en": [], "vi": [], "zh": []}
    for path in args.paths:
        for row, lang in _rows(path):
            rows.setdefault(lang, []).append(row)
    print(f"{'':4} {'docs':>6} {'MB':>6} {'read':>7} {'check':>7} {'both':>7} {'docs/s':>7}  hash")
    tables = {}
    for lang, found in rows.items():
        found = _first(found, args.mb * 1e6)
        if not found:
            continue
        if args.twice:
            for row in found:
                check_file(document_of(row, plan.glossary), plan)
        digest = _measure(lang, found, plan)
        if args.table:
            tables[lang] = _by_rule(found, plan)
        print(digest, flush=True)
    if tables:
        _print_table(tables)


def _measure(lang: str, rows: Sequence[Row], plan: Plan) -> str:
    """One line: how much, how fast, and the hash of the findings."""
    digest = hashlib.sha256()
    for row in rows[::_WARM]:
        _note(check_file(document_of(row, plan.glossary), plan).findings, digest)
    timed = [row for number, row in enumerate(rows) if number % _WARM]
    size = sum(row.size for row in timed) / 1e6
    gc.collect()
    began = process_time()
    documents = [document_of(row, plan.glossary) for row in timed]
    read = process_time()
    files = [check_file(document, plan) for document in documents]
    ended = process_time()
    for file in files:
        _note(file.findings, digest)
    return (
        f"{lang:4} {len(timed):>6} {size:>6.2f} {size / (read - began):>7.2f} "
        f"{size / (ended - read):>7.2f} {size / (ended - began):>7.2f} "
        f"{len(timed) / (ended - began):>7.0f}  {digest.hexdigest()[:16]}"
    )


def _note(findings: Sequence[object], digest: hashlib._Hash) -> None:
    for finding in findings:
        digest.update(repr(finding).encode())


def _by_rule(rows: Sequence[Row], plan: Plan) -> dict[str, float]:
    """Seconds a megabyte of each rule, and of what it was the first to ask for."""
    spent: Counter[str] = Counter()
    timed = [row for number, row in enumerate(rows) if number % _WARM]
    for row in timed:
        view = view_of(document_of(row, plan.glossary), plan)
        for name, ask in _SHARED.items():
            began = process_time()
            ask(view)
            spent[name] += process_time() - began
        for rule in plan.rules:
            if rule.languages and view.language not in rule.languages:
                continue
            began = process_time()
            _run(rule, view)
            spent[rule.code] += process_time() - began
    size = sum(row.size for row in timed) / 1e6
    return {code: seconds / size for code, seconds in spent.items()}


def _run(rule: Rule, view: DocumentView) -> None:
    list(marks_of(rule, view))
    if rule.collect is not None and not rule.is_bilingual:
        list(rule.collect(view))


def _print_table(tables: dict[str, dict[str, float]]) -> None:
    codes = sorted(set().union(*tables.values()), key=lambda code: -_total(tables, code))
    whole = {lang: sum(table.values()) for lang, table in tables.items()}
    print(f"\nmilliseconds a megabyte; * at least {_DEAR:.0%} of its language")
    print(f"{'':8}" + "".join(f"{lang:>8} " for lang in tables))
    for code in codes:
        spent = [(table.get(code, 0), whole[lang]) for lang, table in tables.items()]
        cells = (f"{own * 1e3:>8.0f}{'*' if own >= _DEAR * total else ' '}" for own, total in spent)
        print(f"{code:8}{''.join(cells)}".rstrip())
    print(f"{'all':8}" + "".join(f"{total * 1e3:>8.0f} " for total in whole.values()))


def _total(tables: dict[str, dict[str, float]], code: str) -> float:
    return sum(table.get(code, 0) for table in tables.values())


def _first(rows: Sequence[Row], size: float) -> list[Row]:
    """The first rows up to a size in bytes."""
    kept: list[Row] = []
    for row in rows:
        if size <= 0:
            break
        kept.append(row)
        size -= row.size
    return kept


def _rows(path: Path) -> Iterator[tuple[Row, str]]:
    if path.suffix == ".parquet":
        import polars

        columns = ("id", "text", "source", "date", "lang")
        for number, values in enumerate(polars.read_parquet(path).iter_rows(), start=1):
            named = dict(zip(columns, values, strict=True))
            size = len(named["text"].encode())
            yield Row(str(path), number, named.pop("id"), named, size), str(named["lang"])
        return
    for name in find_documents([path]):
        try:
            document: Document = read_document(name)
        except TermkitError:
            continue
        size = Path(name).stat().st_size
        yield Row(name, 1, name, None, size), document.lang.split("-")[0]


if __name__ == "__main__":
    main()
