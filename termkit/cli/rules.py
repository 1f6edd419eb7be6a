"""``termkit rules``: the list of rules, and the page of one."""

from __future__ import annotations

import argparse
import json
import textwrap

from termkit.check.rule import Rule, all_rules, resolve_rules
from termkit.cli.base import Command
from termkit.cli.options import add_common, add_output, wants_colour, write_output
from termkit.cli.parser import screen_width


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rule", nargs="?", metavar="CODE", help="code, name or family of rules")
    add_output(parser, ("text", "json"))
    add_common(parser)


def run(args: argparse.Namespace) -> int:
    rules = all_rules()
    codes = rules if args.rule is None else resolve_rules([args.rule])
    chosen = tuple(rules[code] for code in codes)
    single = args.rule is not None and len(chosen) == 1
    if args.format == "json":
        values = [_values(rule) for rule in chosen]
        result = json.dumps(values[0] if single else values, ensure_ascii=False, indent=2)
    elif single:
        result = _page(chosen[0], bold=wants_colour(args))
    else:
        result = _listing(chosen)
    write_output(args, f"{result}\n")
    return 0


def _listing(rules: tuple[Rule, ...]) -> str:
    """One rule a line; the summary goes below its name, so that 80 columns are enough."""
    lines = []
    for rule in rules:
        how = f"{rule.severity}{', strict' if rule.strict else ''}"
        lines += [f"{rule.code}  {rule.name}  ({rule.scope}, {how})", *_headline(rule)]
    return "\n".join((*lines, "", f"{len(rules)} rules; termkit rules CODE prints the page"))


def _page(rule: Rule, *, bold: bool) -> str:
    on, off = ("\033[1m", "\033[0m") if bold else ("", "")
    width = min(80, screen_width())
    languages = ", ".join(rule.languages) or "all"
    lines = [
        f"{on}{rule.code} {rule.name}{off}",
        *(f"{_paragraph(part, width)}\n" for part in rule.summary.split("\n\n")),
        f"severity: {rule.severity}   scope: {rule.scope}   languages: {languages}"
        f"   since: {rule.since}",
    ]
    if rule.strict:
        lines.append("runs only under --strict, or when selected by code")
    for title, body in rule.sections:
        parts = (_paragraph(part, width) for part in body.split("\n\n"))
        lines += ["", f"{on}{title}{off}", "\n\n".join(parts)]
    return "\n".join(lines)


def _headline(rule: Rule) -> list[str]:
    """The first sentence of the page, below the name."""
    first = rule.summary.partition("\n\n")[0]
    return textwrap.wrap(first, 80, initial_indent=" " * 6, subsequent_indent=" " * 6)


def _paragraph(text: str, width: int) -> str:
    """Wrapped, unless its lines are a list or an example."""
    if any(line.startswith((" ", "- ", "|", "`")) for line in text.splitlines()):
        return text
    return textwrap.fill(" ".join(text.split()), width, break_on_hyphens=False)


def _values(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "scope": rule.scope.value,
        "strict": rule.strict,
        "languages": list(rule.languages),
        "status": rule.status.value,
        "since": rule.since,
        "summary": " ".join(rule.summary.partition("\n\n")[0].split()),
        "description": rule.summary,
        "sections": dict(rule.sections),
    }


COMMAND = Command(
    name="rules",
    summary="list the rules, or print the page of one",
    configure=configure,
    run=run,
    examples=(
        ("termkit rules", "every rule with its code and severity"),
        ("termkit rules N", "those of one family"),
        ("termkit rules O203", "why it matters, what to write instead, and who says so"),
    ),
)
