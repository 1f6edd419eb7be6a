"""O210: one abbreviation with full stops here and without them there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.quotation import find_quotations
from termkit.check.rule import Mark, rule
from termkit.check.usage import Use, odd_ones
from termkit.check.view import DocumentView, TextView
from termkit.model.finding import Severity
from termkit.model.span import Span

_WITH, _WITHOUT = "full stops", "no full stops"
_INITIALS = re.compile(
    r"(?<![\w.])(?:[A-Z]\.){2,5}(?![\w])"
    # China-US, US-led: a hyphen beside a word, and not one of a code
    r"|(?<![\w.$@#/&])(?<!(?<![a-z])-)[A-Z]{2,5}(?![\w$@/&])(?!-(?![A-Za-z][a-z]))"
)
_HOUR = re.compile(r"(?<=\d)( ?)([ap])(\.?)m\b(\.?)")
_TITLE = re.compile(r"(?<![\w.])(Mr|Mrs|Ms|Dr)(\.?)(?= [^\W\d_])")


@rule("O210", "full-stop-mix", scope="document", severity="warning", since="0.1", languages=("en",))
def RULE(view: DocumentView) -> Iterator[Mark]:
    """An abbreviation has full stops in one place and none in another: *U.S.*, *US*.

    Only an abbreviation and itself are compared: a house may write *U.S.* and *UN*. So do
    the titles *Mr*, *Mrs*, *Ms* and *Dr*, which go together, and *a.m.* with *p.m.*
    Headlines drop stops for room, and quotations and names of companies keep their own.

    ## Why it matters
    Two styles in one text; a search for one finds half of the places.

    ## Use instead
    The form most of the document has.

    ## Source
    The Associated Press Stylebook (U.S. in text, US in headlines); New Hart's Rules, 10.2
    (US, Mr, without stops).
    """
    groups: dict[str, list[Use]] = {}
    for text in view.texts:
        if not text.is_heading:
            for key, use in _find(text):
                groups.setdefault(key, []).append(use)
    for key, uses in groups.items():
        for use, other in odd_ones(uses):
            yield use.view.mark(
                use.span,
                f"{use.text!r} has {use.form}, {other.text!r} {other.form}",
                replacement=use.replacement,
                related=(other.related(f"{other.form} here"),),
                severity=Severity.INFO if key in ("title", "hour") else None,
            )


def _find(text: TextView) -> Iterator[tuple[str, Use]]:
    quotations = find_quotations(text.text)
    for match in _INITIALS.finditer(text.text):
        span = Span(match.start(), match.end())
        if not quotations.holds(span):
            plain = match[0].replace(".", "")
            stopped = "." in match[0]
            other = plain if stopped else "".join(f"{letter}." for letter in plain)
            yield plain, Use(text, span, _WITH if stopped else _WITHOUT, other)
    for match in _HOUR.finditer(text.text):
        stopped = bool(match[3])
        other = f"{match[2]}m" if stopped else f"{match[2]}.m."
        span = Span(match.start(2), match.end() if stopped else match.end() - len(match[4]))
        yield "hour", Use(text, span, _WITH if stopped else _WITHOUT, other)
    for match in _TITLE.finditer(text.text):
        stopped = bool(match[2])
        other = match[1] if stopped else f"{match[1]}."
        span = Span(match.start(), match.end())
        if not quotations.holds(span):
            yield "title", Use(text, span, _WITH if stopped else _WITHOUT, other)
