"""What every report says in the same words: the count, and why a file was not read."""

from __future__ import annotations

from termkit.check.engine import RunResult
from termkit.check.rule import all_rules
from termkit.errors import TermkitError

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


def _plural(number: int, noun: str) -> str:
    return noun if number == 1 else f"{noun}s"
