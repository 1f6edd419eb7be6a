"""For GitHub: workflow commands that annotate the lines of a pull request.

Source: GitHub documentation, "Workflow commands for GitHub Actions"; the escapes are those of
the `@actions/core` toolkit.
"""

from __future__ import annotations

from termkit.check.result import RunResult
from termkit.check.rule import all_rules
from termkit.model.finding import Finding, Severity
from termkit.report.places import Places
from termkit.report.summary import (
    both_sides,
    count_line,
    error_code,
    error_message,
    instead,
    other_place,
)

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
    Severity.HINT: "notice",
}


def render_github(result: RunResult) -> str:
    """One command a line, then the count, which GitHub shows in the log."""
    places = Places(result)
    lines = []
    for file in result.files:
        if file.error is not None:
            code = error_code(file)
            where = {"file": file.path, "title": f"{code} {all_rules()[code].name}"}
            if file.error.line is not None:
                where["line"] = str(file.error.line)
            lines.append(command("error", where, error_message(file)))
        lines += [_finding(finding, places) for finding in file.findings]
    return "\n".join((*lines, count_line(result))) + "\n"


def command(name: str, properties: dict[str, str], message: str) -> str:
    """One workflow command.

    >>> command("warning", {"file": "a,b.txt", "title": "x: y"}, "100 %\\nmore")
    '::warning file=a%2Cb.txt,title=x%3A y::100 %25%0Amore'
    """
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(message)}"


def _finding(finding: Finding, places: Places) -> str:
    region = places.region(finding.unit_id, finding.span, finding.side)
    properties = {
        "file": region.path,
        "line": str(region.start.line),
        "endLine": str(region.end.line),
        "col": str(region.start.column),
        "endColumn": str(region.end.column),
        "title": f"{finding.code} {all_rules()[finding.code].name}",
    }
    if region.end.line != region.start.line:
        # GitHub refuses columns on an annotation of several lines.
        del properties["col"], properties["endColumn"]
    others = (other_place(place, places) for place in finding.related)
    sides = both_sides(finding, places)
    message = "\n".join((finding.message + instead(finding), *sides, *others))
    return command(_COMMANDS[finding.severity], properties, message)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
