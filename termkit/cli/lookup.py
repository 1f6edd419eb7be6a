"""``termkit lookup``: any form of a name or term, in any language, to its concept."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from contextlib import closing
from typing import Any

from termkit.cli.base import Command
from termkit.cli.options import (
    add_common,
    add_glossary,
    add_output,
    glossary_name,
    write_output,
)
from termkit.errors import UsageError
from termkit.glossary.index import Closeness, Hit, all_forms, lookup, open_index
from termkit.text.columns import columns

_CLOSENESS = {
    Closeness.SAME: "",
    Closeness.MARKS: "differs in marks, hyphens or spaces",
    Closeness.PREFIX: "starts so",
    Closeness.INSIDE: "has a word that starts so",
    Closeness.NEAR: "is near",
}


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="*", help="any form, with or without marks; `-` reads it")
    parser.add_argument("--lang", metavar="TAG", help="only forms of this language: vi, en, zh")
    parser.add_argument("--limit", type=int, default=5, metavar="N", help="at most N concepts")
    parser.add_argument("--all", action="store_true", help="list every form, one a line (TSV)")
    add_glossary(parser)
    add_output(parser, ("text", "json"))
    add_common(parser)


def _run(args: argparse.Namespace) -> int:
    from termkit.glossary.find import find_glossary

    if args.lang is not None:
        from termkit.lang import get_language

        get_language(args.lang)
    if args.limit < 1:
        raise UsageError(f"--limit is {args.limit}", hint="a whole number from 1")
    with closing(open_index(find_glossary(glossary_name(args)))) as index:
        if args.all:
            rows = ("\t".join(form) for form in all_forms(index, args.lang))
            write_output(args, "".join(f"{row}\n" for row in rows))
            return 0
        query = " ".join(args.query)
        if query == "-":
            query = sys.stdin.read()
        query = " ".join(query.split())
        if not query:
            raise UsageError("nothing to look up", hint="termkit lookup 'Le Hoai Trung'")
        hits = lookup(index, query, lang=args.lang, limit=args.limit)
    if args.format == "json":
        result = json.dumps(_json(query, hits), ensure_ascii=False, indent=1)
    elif hits:
        result = "\n\n".join(_text(hit) for hit in hits)
    else:
        result = f"nothing is called {query!r} or nearly so"
    write_output(args, f"{result}\n")
    return 0 if hits else 1


def _json(query: str, hits: Iterable[Hit]) -> dict[str, Any]:
    return {
        "schema": "termkit.lookup/1",
        "query": query,
        "hits": [
            {
                "closeness": hit.closeness.name.lower(),
                "lang": hit.lang,
                "text": hit.text,
                "concept": hit.concept,
            }
            for hit in hits
        ],
    }


def _text(hit: Hit) -> str:
    concept = hit.concept
    lines = [f"{concept['id']}   {concept['type']}, {concept.get('subject_field', '')}"]
    if why := _CLOSENESS[hit.closeness]:
        lines.append(f"  {hit.text!r} {why}")
    lines += _designations(concept)
    lines += _houses(concept)
    lines += [_relation(relation) for relation in concept.get("relations", ())]
    if "valid_from" in concept or "valid_until" in concept:
        lines.append(f"  valid   {_period(concept)}")
    if concept.get("review") == "proposed":
        lines.append("  review  proposed: nobody has confirmed this entry")
    if concept.get("claim"):
        lines.append("  claim   the choice of form states a claim of sovereignty")
    if concept.get("untranslated"):
        lines.append("  as is   written the same in every language")
    lines += _paragraph("meaning", concept.get("definition", ""))
    lines += _paragraph("note", concept.get("note", ""))
    lines += _paragraph("source", "; ".join(concept.get("sources", ())))
    return "\n".join(lines)


def _designations(concept: dict[str, Any]) -> list[str]:
    rows = []
    previous = ""
    for entry in concept["designations"]:
        lang = "" if entry["lang"] == previous else entry["lang"]
        previous = entry["lang"]
        remarks = [entry["status"]]
        remarks += [entry["form"]] if entry.get("form", "full") != "full" else []
        remarks += [_period(entry)] if "valid_from" in entry or "valid_until" in entry else []
        rows.append((lang, entry["text"], ", ".join(remarks), entry.get("deprecated_by", "")))
    width = min(44, max(columns(text) for _, text, _, _ in rows))
    lines = []
    for lang, text, notes, wrong in rows:
        gap = " " * max(1, width + 2 - columns(text))
        lines.append(f"  {lang:<8}{text}{gap}{notes}")
        lines += _paragraph("", f"wrong: {wrong}" if wrong else "", indent="  ")
    return lines


def _houses(concept: dict[str, Any]) -> list[str]:
    forms: dict[str, list[str]] = {}
    for entry in concept.get("house_forms", ()):
        forms.setdefault(entry["text"], []).append(entry["profile"])
    return _paragraph(
        "house", "; ".join(f"{text} ({', '.join(names)})" for text, names in forms.items())
    )


def _relation(relation: dict[str, Any]) -> str:
    kind = relation["kind"].replace("holds-office", "office")
    until = f", seen {relation['confirmed']}" if "confirmed" in relation else ""
    return f"  {kind:<8}{relation['target_name']}  {_period(relation)}{until}"


def _period(entry: dict[str, Any]) -> str:
    return f"{entry.get('valid_from', '')}..{entry.get('valid_until', '')}"


def _paragraph(label: str, text: str, indent: str = "") -> list[str]:
    """A labelled text, wrapped to 80 columns."""
    if not text:
        return []
    lines, line = [], ""
    for word in text.split():
        if line and columns(line) + 1 + columns(word) > 70 - len(indent):
            lines.append(line)
            line = ""
        line = f"{line} {word}".lstrip()
    lines.append(line)
    return [f"  {label if n == 0 else '':<8}{indent}{line}" for n, line in enumerate(lines)]


COMMAND = Command(
    name="lookup",
    summary="any form of a name or term, in any of the languages, to its concept",
    configure=_configure,
    run=_run,
    examples=(
        ("termkit lookup Le Hoai Trung", "a name without its marks"),
        ("termkit lookup 黎怀忠", "the same person, in Chinese"),
        ("termkit lookup 'common perc'", "the beginning of a term"),
        ("termkit lookup --all | fzf", "pick from every form there is"),
    ),
)
