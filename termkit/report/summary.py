"""What every report says in the same words: the count, and why a file was not read."""

from __future__ import annotations

from termkit.check.result import RunResult
from termkit.check.rule import all_rules
from termkit.errors import TermkitError
from termkit.model.finding import Finding, Related
from termkit.report.places import Places

CODE = "E101"


def count_line(result: RunResult) -> str:
    """The count of a run; zero is a count too, so that silence means that nothing ran."""
    files = len(result.files)
    number = sum(len(file.findings) for file in result.files)
    touched = sum(bool(file.findings) for file in result.files)
    count = (
        f"{number} {_plural(number, 'finding')} in {touched} of "
        f"{files} {_plural(files, 'document')}"
    )
    if result.errors:
        count += f", {result.errors} unreadable"
    accepted = sum(file.allowed for file in result.files)
    return f"{count}, {accepted} accepted" if accepted else count


def error_message(error: TermkitError) -> str:
    """One line, as the rule words it; the path stands beside it in every report."""
    check = all_rules()[CODE].check
    assert check is not None
    (mark,) = check(error)
    return mark.message


def instead(finding: Finding) -> str:
    """What to write, unless the message already names it; what cannot be seen is spelled out."""
    if finding.fix is None:
        return ""
    replacement = finding.fix.replacement
    if not replacement:
        return "; delete it"
    return "" if replacement in finding.message else f"; use {replacement!r}"


def other_place(related: Related, places: Places) -> str:
    """One line for another place of a finding."""
    region = places.region(related.unit_id, related.span)
    position = f"{region.path}:{region.start.line}:{region.start.column}"
    named = "" if related.text in related.message else f"{related.text!r} "
    return f"{position} {named}{related.message}".rstrip()


def _plural(number: int, noun: str) -> str:
    return noun if number == 1 else f"{noun}s"
