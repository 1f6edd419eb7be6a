"""Places of one route joined with spaces here and without there: *Vinh - Vientiane-Udon Thani*.

A hyphen with spaces between two names may be a dash, and one without may belong to a name; in
the chain of a railway or a road both join places, and one of the two is a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.gazetteer import is_world_place
from termkit.check.nearby import matches_near
from termkit.check.rule import Mark
from termkit.check.view import DocumentView, TextView
from termkit.model.concept import ConceptType
from termkit.model.finding import Severity
from termkit.model.span import Span
from termkit.names.territory import find_territory
from termkit.text.scripts import CAPITALS

_NAME = rf"[{CAPITALS}][\w.’']*(?: [{CAPITALS}][\w.’']*){{0,3}}"
_JOIN = re.compile(" ?[-\N{EN DASH}] ?")
_CHAIN = re.compile(rf"(?<![\w-]){_NAME}(?: ?[-\N{{EN DASH}}] ?{_NAME}){{2,5}}(?![\w-])")
_BEHIND = re.compile(
    r" (?:[a-z-]+ ){0,2}(?:railways?|rail|expressways?|highways?|motorways?|roads?|lines?"
    r"|corridors?|routes?|flights?|canals?|pipelines?|trains?|services?)\b"
)
_BEFORE = re.compile(
    r"\b(?:đường sắt|cao tốc|quốc lộ|tuyến|hành lang|đường bay|đường bộ|đường ống|kênh|chặng)"
    r"(?: [a-zà-ỹđ]+){0,4} $",
    re.IGNORECASE,
)
_REACH = 60  # code points before a chain that say what it is


def find_uneven_chains(view: DocumentView, wanted: str) -> Iterator[Mark]:
    """A note about each chain of a route that is joined in two ways.

    Args:
        view: In English or Vietnamese.
        wanted: ``closed`` or ``spaced``.
    """
    for text in view.texts:
        for match in _CHAIN.finditer(text.text):
            chain = Span(*match.span())
            joins = [Span(*join.span()) for join in _JOIN.finditer(text.text, *match.span())]
            forms = {len(join) for join in joins}
            if forms != {1, 3} or not _is_route(text, chain, view.language):
                continue
            if any(len(join) == 1 and _is_inside_name(text, chain, join) for join in joins):
                continue
            sign = " - " if wanted == "spaced" else "-"
            yield text.mark(
                chain,
                f"{match[0]!r} has spaces around one of its hyphens and none around another",
                replacement=_JOIN.sub(sign, match[0]),
                severity=Severity.INFO,
            )


def _is_route(text: TextView, chain: Span, lang: str) -> bool:
    if lang == "vi":
        return _BEFORE.search(text.text[max(0, chain.start - _REACH) : chain.start]) is not None
    return _BEHIND.match(text.text, chain.end) is not None


def _is_inside_name(text: TextView, chain: Span, join: Span) -> bool:
    """Bà Rịa-Vũng Tàu is one place, and so is Guinea-Bissau."""
    if any(
        match.concept.type is ConceptType.PLACE and match.span.contains(join)
        for match in matches_near(text, join)
    ):
        return True
    left = _JOIN.split(text.text[chain.start : join.start])[-1]
    right = _JOIN.split(text.text[join.end : chain.end])[0]
    closed, spaced = f"{left}-{right}", f"{left} - {right}"
    lang = text.lang.split("-")[0]
    return is_world_place(spaced, lang) or find_territory(closed) is not None
