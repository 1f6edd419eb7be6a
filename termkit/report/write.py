"""The report of a run in one of the forms there are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from termkit.check.result import RunResult
from termkit.errors import UsageError, nearest
from termkit.report.github import render_github
from termkit.report.json_ import render_json
from termkit.report.sarif import render_sarif
from termkit.report.text import render_text

REPORTS: dict[str, Callable[[RunResult], str]] = {
    "text": render_text,
    "json": render_json,
    "github": render_github,
    "sarif": render_sarif,
}


def render_report(
    result: RunResult, form: str, *, colour: bool = False, width: int | None = None
) -> str:
    """Render a run.

    Args:
        result: What `check_documents` returned.
        form: A key of `REPORTS`.
        colour: ANSI escapes, in ``text`` only.
        width: Columns to wrap at, in ``text`` only; ``None`` does not wrap.

    Raises:
        UsageError: The form is not known.
    """
    if form not in REPORTS:
        raise UsageError(f"report {form!r} is not known", hint=nearest(form, REPORTS))
    render = REPORTS[form]
    if render is render_text:
        render = partial(render_text, colour=colour, width=width)
    return render(result)
