"""``termkit names variants``: every written form of a name, and who writes so."""

from __future__ import annotations

import argparse
import json
from textwrap import wrap
from typing import TYPE_CHECKING

from termkit.cli.options import add_output, language_tag, wrap_width, write_output
from termkit.errors import UsageError

if TYPE_CHECKING:
    from termkit.names.variant import Variant

SUMMARY = "every form of a name worth searching for, with its convention"
EXAMPLES = (
    ("termkit names variants 'Lê Hoài Trung'", "what to search for"),
    ("termkit names variants 习近平 --format tsv", "readings and romanisations as a table"),
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("name", nargs="+", metavar="NAME", help="in Vietnamese or Han characters")
    parser.add_argument("--lang", metavar="TAG", type=language_tag, help="language of the name")
    add_output(parser, ("text", "json", "tsv"))


def run(args: argparse.Namespace) -> int:
    """List them; exit code 1 when there are none."""
    from termkit.names.variant import variants

    name = " ".join(" ".join(args.name).split())
    if not name:
        raise UsageError("no name is given", hint="termkit names variants 'Lê Hoài Trung'")
    found = variants(name, lang=args.lang)
    render = {"text": _text, "json": _json, "tsv": _tsv}[args.format]
    write_output(args, render(name, found, wrap_width(args)))
    return int(not found)


def _text(name: str, found: tuple[Variant, ...], width: int | None) -> str:
    if not found:
        return f"no convention is about {name!r}\n"
    lines = []
    convention = ""
    for variant in found:
        if variant.convention != convention:
            convention = variant.convention
            heading = f"{convention}: {variant.authority}"
            lines += wrap(heading, width, subsequent_indent="    ") if width else [heading]
        lines.append(f"  {variant.text}")
    return "\n".join(lines) + "\n"


def _json(name: str, found: tuple[Variant, ...], _: int | None) -> str:
    entries = [
        {
            "text": variant.text,
            "lang": variant.lang,
            "convention": variant.convention,
            "authority": variant.authority,
        }
        for variant in found
    ]
    report = {"schema": "termkit.names-variants/1", "name": name, "variants": entries}
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _tsv(name: str, found: tuple[Variant, ...], _: int | None) -> str:
    lines = ["text\tlang\tconvention\tauthority"]
    lines += [f"{v.text}\t{v.lang}\t{v.convention}\t{v.authority}" for v in found]
    return "\n".join(lines) + "\n"
