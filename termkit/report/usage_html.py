"""The forms in a corpus as one page that needs no network: charts, tables, a box to filter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import islice

from termkit.model.usage import ConceptUse, FormCount, Shift
from termkit.report.charts import SERIES, STYLE, bars_chart, columns_chart
from termkit.report.over_time import OTHERS, Series, label, series_of, spans_of, without_strays
from termkit.report.usage import Corpus

_MOST = 300  # concepts on a page
_COLUMNS = 36  # of a chart
_SOURCES = 12  # bars of a chart
_TALL, _LOW = 130, 60  # pixels of a chart with several forms, and of another

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem;
  padding: 0 1rem; }
h1 { font-size: 1.6rem; margin: 0 0 .3rem; } h2 { font-size: 1.15rem; margin: 0; }
h3 { font-size: .95rem; margin: .8rem 0 .3rem; }
.bar { position: sticky; top: 0; background: Canvas; border-bottom: 1px solid var(--line);
  padding: .6rem 0; display: flex; gap: 1.2rem; align-items: center; flex-wrap: wrap; }
.bar label { display: flex; gap: .6rem; align-items: center; }
input[type=search] { font: inherit; padding: .3rem .6rem; width: min(22rem, 100%); }
section { border: 1px solid var(--line); border-radius: 8px; padding: .9rem 1.1rem;
  margin: 1.1rem 0; overflow-x: auto; }
section.top { background: var(--soft); }
table { border-collapse: collapse; width: 100%; margin-top: .4rem; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .2rem .7rem .2rem 0; }
th { font-weight: 600; border-bottom: 1px solid var(--line); }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
td.n, td.d { white-space: nowrap; }
td.form { overflow-wrap: anywhere; }
code { font: 12.5px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
.key { display: inline-block; width: .75em; height: .75em; border-radius: 2px;
  margin-right: .4em; }
.dim { opacity: .7; font-weight: 400; font-size: .9rem; }
.shift { margin: .4rem 0 0; padding-left: .7rem; border-left: 3px solid var(--s1); }
a { color: inherit; }
"""
_KEYS = "".join(f".key.s{n} {{ background: var(--s{n}); }}\n" for n in range(SERIES))
_SCRIPT = """
const box = document.getElementById("filter"), shown = document.getElementById("shown");
const only = document.getElementById("only");
const plain = text => text.normalize("NFD").replace(/\\p{M}/gu, "")
  .replace(/\\u0111/gi, "d").toLowerCase();
const all = [...document.querySelectorAll("section.concept")].map(s => [s, plain(s.textContent)]);
const show = () => {
  const words = plain(box.value).split(/\\s+/).filter(Boolean);
  let n = 0;
  for (const [section, text] of all) {
    section.hidden = !words.every(w => text.includes(w)) ||
      (only && only.checked && !section.querySelector(".shift"));
    n += !section.hidden;
  }
  shown.textContent = n < all.length ? `${n} of ${all.length}` : "";
};
box.addEventListener("input", show);
if (only) only.addEventListener("change", show);
"""


def html_pieces(uses: Iterable[ConceptUse], corpus: Corpus) -> Iterator[str]:
    """A whole page; everything that came from a document is escaped.

    Concepts that more documents name come first; of a large glossary the first hundreds.
    """
    ranked = sorted(uses, key=lambda use: (-_documents(use), use.concept))
    shown = ranked[:_MOST]
    what = "Forms over time" if corpus.by_month else "The same concepts across sources"
    yield (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{what}</title>\n<style>{_STYLE}{STYLE}{_KEYS}</style>\n</head>\n<body>\n"
        f'<h1>{what}</h1>\n<p class="dim">{escape(corpus.summary(len(ranked)))}</p>\n'
    )
    yield from _overview(corpus, ranked)
    shifts = '<label><input type="checkbox" id="only"> only with a shift</label>'
    yield (
        '<div class="bar"><label>Filter <input id="filter" type="search" autocomplete="off">'
        f'</label>{shifts if corpus.by_month else ""}<span id="shown" class="dim"></span></div>\n'
    )
    if len(ranked) > len(shown):
        yield (
            f'<p class="dim">The {len(shown)} concepts in most documents are shown, of '
            f"{len(ranked):,}; the CSV and the Parquet file have all.</p>\n"
        )
    spans = spans_of(without_strays(corpus.months), _COLUMNS)
    for use in shown:
        yield _section(use, corpus, spans)
    yield f"<script>{_SCRIPT}</script>\n</body>\n</html>\n"


def _documents(use: ConceptUse) -> int:
    return sum(count.documents for count in use.counts)


def _overview(corpus: Corpus, ranked: Sequence[ConceptUse]) -> Iterator[str]:
    spans = spans_of(without_strays(corpus.months), _COLUMNS)
    values = [sum(corpus.months.get(month, 0) for month in span) for span in spans]
    chart = columns_chart(
        [label(span) for span in spans], [("documents", values)], "Documents", _LOW
    )
    if chart:
        undated = corpus.months.get("", 0)
        strays = corpus.documents - undated - sum(values)
        more = f", {undated:,} more without a date" if undated else ""
        more += f", {strays:,} more years away" if strays else ""
        yield f'<section class="top"><h2>Documents{more}</h2>{chart}</section>\n'
    found = [(shift, use) for use in ranked for shift in use.shifts]
    if found:
        rows = "".join(
            f'<tr><td class="d">{shift.month}</td>'
            f"<td>{escape(shift.source or 'all sources')}</td>"
            f'<td><a href="#{escape(use.concept)}">{escape(use.name)}</a></td>'
            f'<td class="form">{escape(shift.old)}</td><td class="n">{shift.before[0]:,} → '
            f'{shift.after[0]:,}</td><td class="form">{escape(shift.new)}</td>'
            f'<td class="n">{shift.before[1]:,} → {shift.after[1]:,}</td></tr>\n'
            for shift, use in sorted(found, key=lambda pair: (pair[0].month, pair[1].concept))
        )
        yield (
            '<section class="top"><h2>What overtook what</h2>\n<table><tr><th>From</th>'
            '<th>Source</th><th>Concept</th><th>Old form</th><th class="n">Documents</th>'
            f'<th>New form</th><th class="n">Documents</th></tr>\n{rows}</table></section>\n'
        )


def _section(use: ConceptUse, corpus: Corpus, spans: Sequence[Sequence[str]]) -> str:
    parts = [
        f'<section class="concept" id="{escape(use.concept)}"><h2>{escape(use.name)} '
        f'<span class="dim">{escape(use.type)} · {escape(use.concept)}</span></h2>\n'
    ]
    for role, what in (("form", ""), ("office", "offices, ")):
        for lang, forms in series_of(use, spans, role=role).items():
            parts.append(f"<h3>{what}{escape(lang)}</h3>\n")
            if corpus.by_month:
                parts.append(_months(forms, spans, f"{use.name} by month, {lang}"))
                parts.append(_forms_table(forms))
            else:
                counts = [c for c in use.counts if (c.role, c.lang) == (role, lang)]
                parts.append(_sources(forms, counts, f"{use.name} by source, {lang}"))
                parts.append(_counts_table(forms, counts))
    parts += map(_shift, use.shifts)
    return "".join([*parts, "</section>\n"])


def _months(forms: Sequence[Series], spans: Sequence[Sequence[str]], title: str) -> str:
    head = [(form.form, form.values) for form in forms[: SERIES - 1]]
    rest = [form.values for form in forms[SERIES - 1 :]]
    if rest:
        head.append((OTHERS, tuple(map(sum, zip(*rest, strict=True)))))
    height = _TALL if len(forms) > 1 else _LOW
    return columns_chart([label(span) for span in spans], head, title, height)


def _sources(forms: Sequence[Series], counts: Sequence[FormCount], title: str) -> str:
    """Bars, when there is more than one form to see in them."""
    if len(forms) < 2:
        return ""
    place = {form.form: min(n, SERIES - 1) for n, form in enumerate(forms)}
    names = [form.form for form in forms[: SERIES - 1]]
    names += [OTHERS] if len(forms) >= SERIES else []
    rows: dict[str, list[int]] = {}
    for count in counts:
        rows.setdefault(count.source, [0] * len(names))[place[count.form]] += count.number
    ranked = sorted(rows.items(), key=lambda row: (-sum(row[1]), row[0]))
    return bars_chart(list(islice(ranked, _SOURCES)), names, title)


def _key(index: int) -> str:
    return f'<span class="key s{min(index, SERIES - 1)}"></span>'


def _forms_table(forms: Sequence[Series]) -> str:
    rows = "".join(
        f'<tr><td class="form">{_key(index)}{escape(form.form)}</td>'
        f'<td class="n">{form.number:,}</td><td class="n">{form.documents:,}</td>'
        f'<td class="d">{form.first.first_date}</td>'
        f"<td>{escape(form.first.source)}</td>"
        f"<td><code>{escape(_place(form.first))}</code></td>"
        f"<td>{escape(_who(form))}</td></tr>\n"
        for index, form in enumerate(forms)
    )
    return (
        '<table><tr><th>Form</th><th class="n">Mentions</th><th class="n">Documents</th>'
        f"<th>First use</th><th>by</th><th>in</th><th>Sources</th></tr>\n{rows}</table>\n"
    )


def _counts_table(forms: Sequence[Series], counts: Sequence[FormCount]) -> str:
    place = {form.form: n for n, form in enumerate(forms)}
    rows = "".join(
        f'<tr><td>{escape(count.source)}</td><td class="form">{_key(place[count.form])}'
        f"{escape(count.form)}{_remark(count)}</td>"
        f'<td class="n">{count.number:,}</td><td class="n">{count.documents:,}</td>'
        f'<td class="d">{count.first_date}</td><td class="d">{count.last_date}</td>'
        f"<td><code>{escape(_place(count))}</code></td></tr>\n"
        for count in counts
    )
    return (
        '<table><tr><th>Source</th><th>Form</th><th class="n">Mentions</th>'
        '<th class="n">Documents</th><th>First date</th><th>Last date</th><th>First place</th>'
        f"</tr>\n{rows}</table>\n"
    )


def _remark(count: FormCount) -> str:
    held = {"true": "held then", "false": "not held then"}.get(count.held, "")
    within = f"in {escape(count.within)}" if count.within else ""
    return f' <span class="dim">{held or within}</span>' if held or within else ""


def _place(count: FormCount) -> str:
    return f"{count.document}:{count.line}:{count.column}"


def _who(form: Series) -> str:
    told = ", ".join(f"{source} {number:,}" for source, number in form.sources[:4])
    return told + (f", {len(form.sources) - 4} more" if len(form.sources) > 4 else "")


def _shift(shift: Shift) -> str:
    return (
        f'<p class="shift">{shift.month}, {escape(shift.source or "all sources")}: '
        f"<b>{escape(shift.new)}</b> {shift.before[1]:,} → {shift.after[1]:,} overtakes "
        f"<b>{escape(shift.old)}</b> {shift.before[0]:,} → {shift.after[0]:,} documents</p>\n"
    )
