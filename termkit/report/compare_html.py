"""The comparison as one page that needs no network: a table and a box to filter it."""

from __future__ import annotations

from html import escape

from termkit.check.comparison import Row, concept_title
from termkit.report.compare import Comparison, people_rows

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8882; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
label { display: block; margin: 1rem 0; }
input { font: inherit; padding: .3rem .6rem; width: min(28rem, 100%); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; }
thead th { border-bottom: 2px solid var(--line); position: sticky; top: 0; background: Canvas; }
tbody { border-bottom: 1px solid var(--line); }
tbody th { font-weight: 600; padding-top: .6rem; background: var(--soft); padding-left: .4rem; }
tbody td:first-child { padding-left: .4rem; }
code, .n { font: 13px/1.6 ui-monospace, monospace; }
.n { text-align: right; }
td:last-child { white-space: nowrap; }
.dim { opacity: .7; font-weight: 400; }
.error { color: #b3261e; }
"""
_SCRIPT = """
const box = document.getElementById("filter"), shown = document.getElementById("shown");
const plain = text => text.normalize("NFD").replace(/\\p{M}/gu, "")
  .replace(/\\u0111/gi, "d").toLowerCase();
const groups = [...document.querySelectorAll("tbody")].map(b => [b, plain(b.textContent)]);
box.addEventListener("input", () => {
  const words = plain(box.value).split(/\\s+/).filter(Boolean);
  let n = 0;
  for (const [body, text] of groups) {
    body.hidden = !words.every(w => text.includes(w));
    n += !body.hidden;
  }
  shown.textContent = words.length ? `${n} of ${groups.length}` : "";
});
"""


def render_html(comparison: Comparison) -> str:
    """A whole page; everything that came from a document is escaped."""
    errors = "".join(
        f'<li class="error">{escape(file[0])}: {escape(file[1].problem)}</li>'
        for file in comparison.files
        if isinstance(file, tuple)
    )
    documents = "".join(
        f"<li><code>{escape(document.path)}</code> {escape(document.source or '')}"
        f"{f', {document.date}' if document.date else ''}</li>"
        for document in comparison.documents
    )
    bodies = "".join(_body(row) for row in comparison.rows)
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The same concepts across sources</title>
<style>{_STYLE}</style>
</head>
<body>
<h1>The same concepts across sources</h1>
<ul>{documents}{errors}</ul>
<label>Filter <input id="filter" type="search" autocomplete="off"> <span id="shown"></span></label>
<table>
<thead><tr><th>Source</th><th>Form</th><th>Count</th><th>First place</th><th>Date</th></tr></thead>
{bodies}</table>
<p class="dim">{escape(comparison.summary)}</p>
<script>{_SCRIPT}</script>
</body>
</html>
"""


def _body(row: Row) -> str:
    head = (
        f'<tr><th colspan="5">{escape(concept_title(row.concept))} '
        f'<span class="dim">{escape(row.concept.id)}, {row.concept.type.value}</span></th></tr>'
    )
    lines = "".join(
        f'<tr><td>{escape(source)}</td><td>{escape(form)}</td><td class="n">{number}</td>'
        f"<td><code>{escape(place)}</code></td><td>{date}</td></tr>\n"
        for source, form, number, place, date in people_rows(row)
    )
    return f"<tbody>\n{head}\n{lines}</tbody>\n"
