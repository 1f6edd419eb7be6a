"""The forms in a corpus for a terminal, a concept at a time, in eighty columns or more."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from termkit.model.usage import ConceptUse, FormCount, Shift
from termkit.report.over_time import series_of, spans_of, without_strays
from termkit.report.usage import Corpus
from termkit.text.columns import columns

_WIDTH = 80
_BARS = "▁▂▃▄▅▆▇█"
_MOST = 24  # spans of time in a row of bars
_FORMS = 6  # of one concept and language
_LONGEST = 36  # code points of a name that only says where a form stands
_HELD = {"": "", "true": " (held then)", "false": " (not held then)"}


def text_pieces(
    uses: Iterable[ConceptUse], corpus: Corpus, *, colour: bool = False, width: int | None = None
) -> Iterator[str]:
    """What each source writes, or what was written when; the count at the end.

    Args:
        uses: Concepts.
        corpus: What was counted; by month, forms get a bar for each.
        colour: Whether to use ANSI escapes.
        width: Columns; ``None`` is eighty.
    """
    screen = _Screen(colour, width or _WIDTH)
    spans = spans_of(without_strays(corpus.months), _MOST)
    if corpus.by_month and spans:
        yield screen.render(_scale(spans)) + "\n"
    number = 0
    shifted = []
    for number, use in enumerate(uses, start=1):  # noqa: B007 (the count at the end)
        yield screen.render(_heading(use))
        if corpus.by_month:
            yield from (screen.render(part) for part in _over_time(use, spans))
            shifted += [(use, shift) for shift in use.shifts]
        else:
            yield screen.render(_by_source(use))
        yield "\n"
    if shifted:
        yield f"What overtook what: documents before and from that month on ({len(shifted)})\n"
        yield screen.render(_shifts(shifted)) + "\n"
    yield screen.render(corpus.summary(number))


class _Screen:
    """Renders what rich knows to text of one width."""

    def __init__(self, colour: bool, width: int) -> None:
        from rich.console import Console

        self._out = io.StringIO()
        self._console = Console(
            file=self._out,
            width=width,
            force_terminal=colour,
            color_system="standard" if colour else None,
            highlight=False,
            markup=False,
            emoji=False,
        )

    def render(self, thing: Any) -> str:
        self._console.print(thing, soft_wrap=isinstance(thing, str))
        text = self._out.getvalue()
        self._out.seek(0)
        self._out.truncate()
        return "\n".join(line.rstrip() for line in text.split("\n"))


def _heading(use: ConceptUse) -> Any:
    from rich.text import Text

    name = Text(use.name, style="bold")
    return name.append(f"  {use.type} {use.concept}", style="dim")


def _table(*names: tuple[str, str]) -> Any:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0), expand=True)
    for name, kind in names:
        if kind == "form":
            table.add_column(name, overflow="fold", ratio=1)
        elif kind == "number":
            table.add_column(name, justify="right", no_wrap=True)
        elif kind == "plain":
            table.add_column(name, no_wrap=True)
        else:
            table.add_column(name, overflow="fold", max_width=14, min_width=12)
    return table


def _by_source(use: ConceptUse) -> Any:
    from rich.text import Text

    table = _table(("source", "name"), ("form", "form"), ("n", "number"), ("dates", "plain"))
    before = None
    for count in use.counts:
        form = Text(count.form).append(_remark(count), style="dim")
        source = Text("" if count.source == before else _short(count.source, 14))
        table.add_row(source, form, f"{count.number:,}", _dates(count))
        before = count.source
    return table


def _over_time(use: ConceptUse, spans: Sequence[Sequence[str]]) -> Iterator[Any]:
    from rich.text import Text

    for lang, forms in series_of(use, spans).items():
        top = max((max(form.values, default=0) for form in forms), default=0)
        table = _table(("form", "form"), ("bars", "plain"), ("n", "number"), ("first", "plain"))
        for form in forms[:_FORMS]:
            bars = Text(_bars(form.values, top), style="cyan")
            first = f"{form.first.first_date or 'undated':10} {_short(form.first.source, 12):12}"
            table.add_row(Text(form.form), bars, f"{form.documents:,}", first)
        yield table
        if len(forms) > _FORMS:
            rest = sum(form.documents for form in forms[_FORMS:])
            yield Text(f"and {len(forms) - _FORMS} other forms in {lang}, {rest:,}", style="dim")
    for shift in use.shifts:
        sentence = f"{shift.month} {shift.source or 'all sources'}: {_change(shift)}"
        yield Text(f"> {sentence}", style="yellow")


def _scale(spans: Sequence[Sequence[str]]) -> Any:
    from rich.text import Text

    each = {1: "a month", 3: "three months", 12: "a year"}.get(
        len(spans[0]), f"{len(spans[0])} months"
    )
    return Text(
        "Documents with each form, all sources together: a bar for "
        f"{each} from {spans[0][0]} to {spans[-1][-1]}, how many, and the first."
    )


def _shifts(found: Sequence[tuple[ConceptUse, Shift]]) -> Any:
    table = _table(("month", "plain"), ("source", "name"), ("what", "form"))
    for use, shift in sorted(found, key=lambda pair: (pair[1].month, pair[0].concept)):
        what = f"{use.name}: {_change(shift)}"
        table.add_row(shift.month, _short(shift.source or "all sources", 14), what)
    return table


def _change(shift: Shift) -> str:
    """The documents with each form before the month and from then on."""
    (old, new), (later_old, later_new) = shift.before, shift.after
    return f"{shift.old} {old:,} → {later_old:,}, {shift.new} {new:,} → {later_new:,}"


def _bars(values: Sequence[int], top: int) -> str:
    """A row of bars: a dot where there is nothing.

    >>> _bars((0, 1, 8), 8)
    '·▁█'
    """
    return "".join(
        _BARS[max(0, round(value / top * len(_BARS)) - 1)] if value else "·" for value in values
    )


def _remark(count: FormCount) -> str:
    if count.role == "office":
        return f" office{_HELD[count.held]}"
    return f" in {_short(count.within, _LONGEST)}" if count.within else ""


def _dates(count: FormCount) -> str:
    """The first date and, if it is another day, the last."""
    if count.first_date == count.last_date:
        return f"{count.first_date:{len('2025-01-01 to 2025-01-01')}}"
    return f"{count.first_date} to {count.last_date}"


def _short(text: str, most: int) -> str:
    """A long name by its end, which tells paths apart.

    >>> _short("archive/2024/news.parquet", 14)
    '…/news.parquet'
    """
    if columns(text) <= most:
        return text
    while columns(text) > most - 1:
        text = text[1:]
    return "…" + text
