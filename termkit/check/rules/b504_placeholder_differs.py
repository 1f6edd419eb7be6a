"""B504: a placeholder or tag that is lost or changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from termkit.check.placeholders import MAY_BE_PLACEHOLDER, PLACEHOLDER
from termkit.check.rule import Mark, rule
from termkit.check.view import TextView, UnitView
from termkit.model.span import Span

_NAMED = re.compile(r"%\(|[{$]+[A-Za-z]|\{\d")
_PERCENT = re.compile(r"\d ?$")


@rule(
    "B504",
    "placeholder-differs",
    scope="translation",
    severity="error",
    since="0.1",
    signs=MAY_BE_PLACEHOLDER,
)
def RULE(view: UnitView) -> Iterator[Mark]:
    """A placeholder or tag of the source is lost, added or changed.

    Order is free, and a named one may come twice. The `%` of a percentage is none.

    ## Why it matters
    A program stops, or shows the wrong value.

    ## Use instead
    The placeholders of the source, each as often.

    ## Source
    GNU gettext manual, 15.3 (format strings); Python documentation, string formatting.
    """
    source, target = view.source, view.target
    if source is None or not target.text:
        return
    here, there = _find(source), _find(target)
    lost = Counter(name for name, _ in here) - Counter(name for name, _ in there)
    added = Counter(name for name, _ in there) - Counter(name for name, _ in here)
    known = {name for name, _ in here}
    for name, span in here:
        if lost[name] > 0:
            lost[name] -= 1
            yield source.mark(span, f"{span.slice(source.text)!r} is missing in the translation")
    for name, span in there:
        if added[name] > 0 and not (_NAMED.match(name) and name in known):
            added[name] -= 1
            yield target.mark(span, f"{span.slice(target.text)!r} is not in the source")


def _find(text: TextView) -> list[tuple[str, Span]]:
    return [
        (_name(match[0]), Span(*match.span()))
        for match in PLACEHOLDER.finditer(text.text)
        if not (match[0][0] == "%" and _PERCENT.search(text.text, 0, match.start()))
    ]


def _name(written: str) -> str:
    """What must be the same: of a tag its name, for attributes may be translated."""
    if written.startswith("<"):
        return re.sub(r"(?s)(</?[\w-]+).*", r"\1", written).lower()
    return re.sub(r"\s+", "", written)
