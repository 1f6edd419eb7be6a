"""``termkit names compare``: whether two written names can be one, and why."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from termkit.cli.options import add_output, language_tag, write_output
from termkit.errors import TermkitError, UsageError

if TYPE_CHECKING:
    from termkit.model.name import NameComparison

SUMMARY = "whether two written names can be one, syllable by syllable"
EXAMPLES = (
    ("termkit names compare 'Le Hoai Trung' 'Lê Hoài Trung'", "a name without its marks"),
    ("termkit names compare 习近平 'Tập Cận Bình'", "Han characters and their reading"),
    ("termkit names compare --pairs pairs.tsv --format tsv", "many pairs, a verdict each"),
)
_COLUMNS = ("a", "b", "lang_a", "lang_b", "marks_a", "marks_b")
_MARKS = {"yes": True, "no": False, "1": True, "0": False, "": None}


class Pair(NamedTuple):
    """Two names and what is known of each."""

    a: str
    b: str
    lang_a: str | None = None
    lang_b: str | None = None
    marks_a: bool | None = None
    marks_b: bool | None = None


def configure(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("names", nargs="*", metavar="NAME", help="two names")
    parser.add_argument(
        "--pairs",
        metavar="FILE",
        help="TSV with two names a line; a header may name the columns "
        "a, b, lang_a, lang_b, marks_a, marks_b; - is standard input",
    )
    for side in "ab":
        parser.add_argument(
            f"--lang-{side}", metavar="TAG", type=language_tag, help=f"language of {side.upper()}"
        )
    for side in "ab":
        parser.add_argument(
            f"--marks-{side}",
            choices=("yes", "no"),
            help=f"whether the source of {side.upper()} is known to write Vietnamese marks",
        )
    add_output(parser, ("text", "json", "tsv"))


def run(args: argparse.Namespace) -> int:
    """Compare; exit code 1 when any two names conflict."""
    from termkit.names.compare import compare_names

    pairs = list(_pairs(args))
    results = [
        compare_names(
            pair.a,
            pair.b,
            lang_a=pair.lang_a,
            lang_b=pair.lang_b,
            marks_a=pair.marks_a,
            marks_b=pair.marks_b,
        )
        for pair in pairs
    ]
    render = {"text": _text, "json": _json, "tsv": _tsv}[args.format]
    write_output(args, render(pairs, results))
    return int(not all(results))


def _pairs(args: argparse.Namespace) -> Iterator[Pair]:
    known = Pair(
        "", "", args.lang_a, args.lang_b, _MARKS[args.marks_a or ""], _MARKS[args.marks_b or ""]
    )
    if args.pairs is None:
        if len(args.names) != 2:
            raise UsageError(
                f"{len(args.names)} names given", hint="two names, or --pairs FILE with many"
            )
        yield known._replace(a=args.names[0], b=args.names[1])
        return
    if args.names:
        raise UsageError("names and --pairs at once", hint="one or the other")
    yield from _read_pairs(args.pairs, known)


def _read_pairs(path: str, known: Pair) -> Iterator[Pair]:
    columns: tuple[str, ...] = _COLUMNS[:2]
    for number, line in enumerate(_lines(path), 1):
        cells = line.split("\t")
        if number == 1 and cells[:2] == ["a", "b"]:
            unknown = sorted(set(cells) - set(_COLUMNS))
            if unknown:
                raise TermkitError(
                    f"column {unknown[0]!r} is not known",
                    path=path,
                    line=number,
                    hint=f"one of: {', '.join(_COLUMNS)}",
                )
            columns = tuple(cells)
            continue
        if not line.strip():
            continue
        if len(cells) < 2:
            raise TermkitError("one name only", path=path, line=number, hint="A<tab>B")
        yield known._replace(**_values(dict(zip(columns, cells, strict=False)), path, number))


def _values(row: dict[str, str], path: str, number: int) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for column, text in row.items():
        if column in ("a", "b"):
            values[column] = text
        elif column.startswith("marks_") and text:
            if text not in _MARKS:
                raise TermkitError(
                    f"{column} is {text!r}", path=path, line=number, hint="yes, no or nothing"
                )
            values[column] = _MARKS[text]
        elif text:
            values[column] = text
    return values


def _lines(path: str) -> list[str]:
    try:
        if path == "-":
            data = sys.stdin.buffer.read()
        else:
            with open(path, "rb") as file:
                data = file.read()
        return data.decode("utf-8-sig").splitlines()
    except OSError as error:
        raise TermkitError(f"cannot be read: {error.strerror}", path=path) from None
    except UnicodeDecodeError:
        raise TermkitError("is not UTF-8", path=path) from None


def _text(pairs: list[Pair], results: list[NameComparison]) -> str:
    blocks = []
    for pair, result in zip(pairs, results, strict=True):
        lines = [f"{result.verdict}  {result.score:.2f}  {pair.a} | {pair.b}"]
        lines += [f"  {reason}" for reason in result.reasons]
        blocks.append("\n".join(lines))
    return "\n".join(blocks) + "\n"


def _json(pairs: list[Pair], results: list[NameComparison]) -> str:
    entries = [
        {
            "a": pair.a,
            "b": pair.b,
            "verdict": str(result.verdict),
            "score": result.score,
            "reasons": list(result.reasons),
        }
        for pair, result in zip(pairs, results, strict=True)
    ]
    report = {"schema": "termkit.names-compare/1", "comparisons": entries}
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _tsv(pairs: list[Pair], results: list[NameComparison]) -> str:
    lines = ["a\tb\tverdict\tscore\treasons"]
    lines += [
        "\t".join(
            (pair.a, pair.b, str(result.verdict), f"{result.score:.3f}", "; ".join(result.reasons))
        )
        for pair, result in zip(pairs, results, strict=True)
    ]
    return "\n".join(lines) + "\n"
