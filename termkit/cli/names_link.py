"""``termkit names link``: who and what a document mentions, by a roster or the glossary."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from termkit.cli.documents import named_paths, read_documents, tell_unreadable
from termkit.cli.options import (
    add_common,
    add_glossary,
    add_output,
    add_paths,
    config_from,
    load_from,
    write_output,
)
from termkit.errors import TermkitError
from termkit.model.document import Document

if TYPE_CHECKING:
    from termkit.names.index import NameIndex
    from termkit.names.link import Link

SUMMARY = "who and what a document mentions, short names included"
EXAMPLES = (
    ("termkit names link --roster roster.tsv report.txt", "every mention of these people"),
    ("termkit names link --lang vi - --format tsv", "mentions of the glossary's names, as a table"),
)


class Mention(NamedTuple):
    """A mention and where it stands: line and column count from 1, in code points."""

    path: str
    line: int
    column: int
    start: int
    end: int
    link: Link


def configure(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    add_paths(parser)
    parser.add_argument(
        "--roster",
        metavar="FILE",
        help="TSV with id, name, and perhaps lang and kind (person, place, organisation, short); "
        "several lines of one id are forms of one entry (default: the glossary)",
    )
    add_glossary(parser)
    add_output(parser, ("text", "json", "tsv"))
    add_common(parser)


def run(args: argparse.Namespace) -> int:
    """Link; exit code 2 when a document cannot be read."""
    config = config_from(args)
    paths = named_paths(args)
    index = _index(args)
    mentions: list[Mention] = []
    errors: list[tuple[str, TermkitError]] = []
    read = 0
    for entry in read_documents(args, config, paths):
        if isinstance(entry, Document):
            read += 1
            mentions += _mentions(index, entry)
        else:
            errors.append(entry)
    if len(errors) == 1 and not read:
        raise errors[0][1]
    tell_unreadable(args, errors, always=not read)
    if read:
        render = {"text": _text, "json": _json, "tsv": _tsv}[args.format]
        write_output(args, render(mentions, read))
    return 2 if errors else 0


def _index(args: argparse.Namespace) -> NameIndex:
    from termkit.names.index import NameIndex

    if args.roster is None:
        return NameIndex(load_from(args))
    from termkit.names.roster import parse_roster

    try:
        with open(args.roster, encoding="utf-8-sig", newline="") as file:
            text = file.read()
    except OSError as error:
        raise TermkitError(f"cannot be read: {error.strerror}", path=args.roster) from None
    except UnicodeDecodeError:
        raise TermkitError("is not UTF-8", path=args.roster) from None
    return NameIndex.from_names(parse_roster(text, path=args.roster))


def _mentions(index: NameIndex, document: Document) -> Iterator[Mention]:
    from termkit.names.running import link_texts

    texts = [segment.text for segment in document.segments]
    links = link_texts(index, texts, document.lang)
    for segment, found in zip(document.segments, links, strict=True):
        for span, link in found:
            start = document.position(segment, span.start)
            end = document.position(segment, span.end, end=True)
            yield Mention(document.path, start.line, start.column, start.offset, end.offset, link)


def _text(mentions: list[Mention], documents: int) -> str:
    lines = []
    for mention in mentions:
        means = " or ".join(mention.link.ids)
        place = f"{mention.path}:{mention.line}:{mention.column}"
        lines.append(f"{place} {mention.link.mention}: {means}")
    several = sum(mention.link.is_ambiguous for mention in mentions)
    entries = len({ident for mention in mentions for ident in mention.link.ids})
    total = f"{len(mentions)} mention{'s' * (len(mentions) != 1)} of {entries} in {documents}"
    total += f" document{'s' * (documents != 1)}"
    lines += ["", f"{total}; {several} ambiguous"] if several else ["", total]
    return "\n".join(lines).lstrip("\n") + "\n"


def _json(mentions: list[Mention], documents: int) -> str:
    entries = [
        {
            "path": mention.path,
            "line": mention.line,
            "column": mention.column,
            "start": mention.start,
            "end": mention.end,
            "text": mention.link.mention,
            "ids": list(mention.link.ids),
            "way": str(mention.link.way),
        }
        for mention in mentions
    ]
    report = {"schema": "termkit.names-link/1", "documents": documents, "mentions": entries}
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _tsv(mentions: list[Mention], documents: int) -> str:
    lines = ["path\tline\tcolumn\tstart\tend\ttext\tids\tway"]
    lines += [
        "\t".join(
            (
                *map(str, mention[:5]),
                " ".join(mention.link.mention.split()),
                " ".join(mention.link.ids),
                str(mention.link.way),
            )
        )
        for mention in mentions
    ]
    return "\n".join(lines) + "\n"
