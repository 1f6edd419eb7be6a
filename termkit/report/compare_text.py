"""The comparison for a terminal: an aligned table that fits eighty columns."""

from __future__ import annotations

import io

from termkit.check.comparison import concept_title
from termkit.report.compare import Comparison, dates_of, held_note

_WIDTH = 80
_LONGEST = 36  # code points of a name that only says where a form stands


def render_text(comparison: Comparison, *, colour: bool = False, width: int | None = None) -> str:
    """The table, the documents it numbers, and the count.

    Args:
        comparison: What to show.
        colour: Whether to use ANSI escapes.
        width: Columns; ``None`` is eighty.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    numbers = {document.path: n for n, document in enumerate(comparison.documents, start=1)}
    table = Table(box=None, pad_edge=False, header_style="bold", expand=False)
    table.add_column("source", overflow="fold", max_width=14)
    table.add_column("form", overflow="fold", ratio=1)
    table.add_column("n", justify="right")
    table.add_column("first place", justify="right", no_wrap=True)
    table.add_column("date", no_wrap=True)
    for row in comparison.rows:
        table.add_row("", Text(""), "", "", "")
        name = Text(concept_title(row.concept), style="bold")
        if concept_title(row.concept) != row.concept.id:
            name.append(f" {row.concept.id}", style="dim")
        table.add_row(Text(row.concept.type.value, style="dim"), name, "", "", "")
        uses = [
            *(
                (use, use.text, f" in {_cut(use.within)}" if use.within else "")
                for use in row.forms
            ),
            *((o.use, o.use.text, f" office{held_note(o)}") for o in row.offices),
        ]
        before = None
        for use, text, remark in uses:
            place = f"{numbers[use.first.path]}:{use.first.start.line}:{use.first.start.column}"
            form = Text(text).append(remark, style="dim")
            source = Text(use.source if use.source != before else "")
            table.add_row(source, form, str(use.number), place, dates_of(use)[:10])
            before = use.source
    out = io.StringIO()
    console = Console(
        file=out,
        width=width or _WIDTH,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        soft_wrap=False,
    )
    if comparison.rows:
        console.print(table)
        console.print()
    for document in comparison.documents:
        date = "" if document.date is None else f", {document.date}"
        line = f"{numbers[document.path]:>2}  {document.path}  {document.source or ''}{date}"
        console.print(Text(line.rstrip(" ,")), soft_wrap=True)
    for file in comparison.files:
        if isinstance(file, tuple):
            console.print(Text(f"error  {file[0]}: {file[1].problem}"), soft_wrap=True)
    console.print()
    console.print(Text(comparison.summary), soft_wrap=True)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))


def _cut(text: str) -> str:
    """A long name by its beginning; the other forms of the report give it whole.

    >>> _cut("United Nations"), _cut("General Secretary of the Communist Party of Vietnam")
    ('United Nations', 'General Secretary of the Communist…')
    """
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
