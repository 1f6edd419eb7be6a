"""O219: a compound with a hyphen here and closed up there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from termkit.check.quotation import find_quotations
from termkit.check.rule import Mark, rule
from termkit.check.usage import Use, odd_ones
from termkit.check.view import DocumentView
from termkit.lang.en.spelling import find_spelling
from termkit.model.finding import Severity
from termkit.model.span import Span

# No part of an address, a path or a name in code: lists.linux-foundation.org, /nonexistent, $addon.
_BEFORE, _BEHIND = r"(?<![\w'’/.@#$=<\\-])", r"(?![\w'’/@=\\-]|[.:]\w)"
_COMPOUND = re.compile(rf"{_BEFORE}[a-z]{{2,}}(?:-[a-z]{{2,}})+{_BEHIND}")
_WORD = re.compile(rf"{_BEFORE}[a-z]+{_BEHIND}")
_HYPHEN = "a hyphen"


@rule("O219", "compound-mix", scope="document", severity="info", since="0.1", languages=("en",))
def RULE(view: DocumentView) -> Iterator[Mark]:
    """An English compound has a hyphen here and none there: *cease-fire*, *ceasefire*.

    Only the closed form tells: *long term* and *long-term* are noun and adjective. Words that
    each side of the Atlantic writes in its own way (*co-operation*) are rule O209's, names and
    quotations are left alone.

    ## Why it matters
    A search for one spelling misses the other.

    ## Use instead
    The form that the document uses more often.

    ## Source
    New Hart's Rules, 3.3.1: which form is chosen matters less than that a text keeps to it.
    """
    groups: dict[str, list[Use]] = defaultdict(list)
    for text in view.texts:
        for match in _COMPOUND.finditer(text.text) if "-" in text.text else ():
            closed = match[0].replace("-", "")
            if closed in view.vocabulary and find_spelling(match[0]) is None:
                groups[closed].append(Use(text, Span(*match.span()), _HYPHEN, closed))
    hyphened = {closed: uses[0].text for closed, uses in groups.items()}
    for text in view.texts:
        if groups.keys().isdisjoint(text.vocabulary):
            continue  # the usual case
        for match in _WORD.finditer(text.text):
            closed = match[0]
            if closed in groups:
                use = Use(text, Span(*match.span()), "no hyphen", hyphened[closed])
                groups[closed].append(use)
    for uses in groups.values():
        free = [use for use in uses if not find_quotations(use.view.text).holds(use.span)]
        for use, other in odd_ones(sorted(free, key=lambda use: use.place)):
            yield use.view.mark(
                use.span,
                f"{use.text!r} has {use.form}, {other.text!r} {other.form}",
                replacement=use.replacement,
                related=(other.related(f"{other.form} here"),),
                severity=Severity.INFO,
            )
