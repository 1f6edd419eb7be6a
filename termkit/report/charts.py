"""Charts as inline SVG: no script, no file from elsewhere, colours from the page's style.

A series is drawn in the class ``s0``, ``s1``, ...; a page gives each class its fill, one for
light screens and one for dark.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

SERIES = 7
"""Classes that a page has colours for; the last is for all that is left."""

STYLE = """
:root { --s0: #2a6fb0; --s1: #d9822b; --s2: #2e8b6f; --s3: #a8507f; --s4: #7a6bb5; --s5: #8f7a2f;
  --s6: #9aa0a6; }
@media (prefers-color-scheme: dark) { :root { --s0: #6cb0f0; --s1: #f0a860; --s2: #5cc4a0;
  --s3: #e08cb8; --s4: #ab9df0; --s5: #cdb860; --s6: #7d838a; } }
.s0 { fill: var(--s0); } .s1 { fill: var(--s1); } .s2 { fill: var(--s2); } .s3 { fill: var(--s3); }
.s4 { fill: var(--s4); } .s5 { fill: var(--s5); } .s6 { fill: var(--s6); }
svg { display: block; width: 100%; height: auto; margin: .4rem 0; }
svg text { font: 11px system-ui, sans-serif; fill: CanvasText; opacity: .75; }
svg .axis { stroke: currentColor; stroke-opacity: .25; }
svg .over { fill: transparent; } svg .over:hover { fill: #8883; }
"""
"""What every page with charts needs."""

_WIDTH = 720
_LEFT, _BOTTOM, _TOP = 44, 18, 6
_BAR = 18


def columns_chart(
    labels: Sequence[str],
    series: Sequence[tuple[str, Sequence[int]]],
    title: str,
    height: int = 130,
) -> str:
    """Stacked columns, one for each label, each with its numbers as a tooltip.

    Args:
        labels: Of the columns, in order.
        series: Name and values of each, from the bottom; at most `SERIES`.
        title: Says what is shown, to those who hear the page.
        height: Of the columns, in pixels.
    """
    top = max((sum(values) for values in zip(*(v for _, v in series), strict=True)), default=0)
    if not labels or not top:
        return ""
    ceiling = nice(top)
    step = (_WIDTH - _LEFT) / len(labels)
    gap = min(3.0, step / 5)
    floors = [0] * len(labels)
    shapes = [_axis(ceiling, height)]
    for number, (_, values) in enumerate(series):
        path = ""
        for index, value in enumerate(values):
            if value:
                x, y = _LEFT + index * step, _TOP + height * (1 - (floors[index] + value) / ceiling)
                size = height * value / ceiling
                path += f"M{x:.1f} {y:.1f}h{step - gap:.1f}v{size:.1f}h{gap - step:.1f}z"
                floors[index] += value
        if path:
            shapes.append(f'<path class="s{number}" d="{path}"/>')
    every = max(1, round(len(labels) / 9))
    for index, label in enumerate(labels):
        x = _LEFT + index * step
        told = [f"{name}: {values[index]:,}" for name, values in series if values[index]]
        shapes.append(
            f'<rect class="over" x="{x:.1f}" y="{_TOP}" width="{step:.1f}" height="{height}">'
            f"<title>{escape(chr(10).join((label, *told)))}</title></rect>"
        )
        if index % every == 0 and index * step < _WIDTH - _LEFT - 40:
            shapes.append(f'<text x="{x:.1f}" y="{_TOP + height + 14}">{escape(label[:7])}</text>')
    return _svg(shapes, _TOP + height + _BOTTOM, title)


def bars_chart(rows: Sequence[tuple[str, Sequence[int]]], names: Sequence[str], title: str) -> str:
    """Stacked bars, one for each row, in shares of the row, its total behind it.

    Args:
        rows: Name of each, and its values.
        names: Of the series that the values belong to; at most `SERIES`.
        title: Says what is shown, to those who hear the page.
    """
    left, right = 150, 60
    shapes = []
    for index, (row, values) in enumerate(rows):
        y, total = index * (_BAR + 6), sum(values)
        x = float(left)
        shapes.append(
            f'<text x="{left - 8}" y="{y + 13}" text-anchor="end">{escape(_short(row))}</text>'
        )
        for number, (name, value) in enumerate(zip(names, values, strict=True)):
            if value:
                size = (_WIDTH - left - right) * value / total
                told = escape(f"{row}: {name}, {value:,} of {total:,}")
                shapes.append(
                    f'<rect class="s{number}" x="{x:.1f}" y="{y}" width="{size:.1f}" '
                    f'height="{_BAR}"><title>{told}</title></rect>'
                )
                x += size
        shapes.append(f'<text x="{_WIDTH - right + 8}" y="{y + 13}">{total:,}</text>')
    return _svg(shapes, len(rows) * (_BAR + 6), title)


def nice(value: int) -> int:
    """The next round number for the top of an axis.

    >>> [nice(n) for n in (1, 7, 23, 61, 480)]
    [1, 10, 25, 100, 500]
    """
    size = 10 ** (len(str(value)) - 1)
    steps = (1, 2, 2.5, 5, 10) if size > 1 else (1, 2, 5, 10)
    return next(int(step * size) for step in steps if step * size >= value)


def _axis(ceiling: int, height: int) -> str:
    lines = []
    for part in (0.0, 0.5, 1.0):
        y = _TOP + height * (1 - part)
        lines.append(f'<line class="axis" x1="{_LEFT}" x2="{_WIDTH}" y1="{y:.1f}" y2="{y:.1f}"/>')
        value = ceiling * part
        if value == int(value):
            at = f'x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end"'
            lines.append(f"<text {at}>{int(value):,}</text>")
    return "".join(lines)


def _short(text: str, most: int = 22) -> str:
    return text if len(text) <= most else "…" + text[1 - most :]


def _svg(shapes: Sequence[str], height: float, title: str) -> str:
    return (
        f'<svg viewBox="0 0 {_WIDTH} {height:.0f}" width="{_WIDTH}" role="img" '
        f'aria-label="{escape(title)}">{"".join(shapes)}</svg>'
    )
