"""An alignment as one page that needs no network: to check, to correct, and to send back.

The page saves its corrections as JSON (``termkit.alignment/1``), which `termkit align
--beads` reads.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from importlib.resources import files

from termkit.align.bead_file import SCHEMA, digest
from termkit.model.bitext import Alignment
from termkit.model.document import Segment


def render_html(
    alignment: Alignment,
    source: Sequence[Segment],
    target: Sequence[Segment],
    *,
    names: tuple[str, str],
    langs: tuple[str, str],
) -> str:
    """A whole page; nothing that came from a document is markup.

    Args:
        alignment: Of the segments.
        source, target: What was aligned.
        names: Of both documents, for the heading.
        langs: BCP 47 tags.
    """
    data = {
        "schema": SCHEMA,
        "source": digest(source),
        "target": digest(target),
        "langs": dict(zip(("source", "target"), langs, strict=True)),
        "texts": {
            "source": [" ".join(segment.text.split()) for segment in source],
            "target": [" ".join(segment.text.split()) for segment in target],
        },
        "beads": [
            [list(bead.source), list(bead.target), bead.confidence] for bead in alignment.beads
        ],
    }
    # No text can end the script element.
    embedded = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    title = escape(" = ".join(names))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{_text("align_page.css")}</style>
</head>
<body>
<header>
<h1>{title}</h1>
<div>
<label>Show <select id="filter">
<option value="all">all rows</option>
<option value="unsure">unsure and unpaired rows</option>
<option value="open">rows not yet checked</option>
</select></label>
<button id="undo">Undo</button>
<button id="save">Save corrections</button>
<button id="reset">Start again</button>
<span id="state" role="status"></span>
</div>
</header>
<noscript>This page needs JavaScript, but no network.</noscript>
<main id="rows"></main>
<footer>
<p>Keys: <kbd>↑</kbd> <kbd>↓</kbd> next row, <kbd>space</kbd> checked, <kbd>j</kbd> join with the
row below, <kbd>u</kbd> undo. Hover over a sentence to move it.
Then: <code>termkit align SOURCE TARGET --beads corrections.json</code></p>
<p>{escape(str(alignment.signature))}</p>
</footer>
<script type="application/json" id="data">{embedded}</script>
<script>
{_text("align_page.js")}</script>
</body>
</html>
"""


def _text(name: str) -> str:
    return files("termkit.report").joinpath(name).read_text(encoding="utf-8")
