"""Foreigners whom a Chinese text calls by one part before it gives the whole name.

代表奥斯隆 above, 埃里克·奥斯隆 below. A name in Han characters shows no border; it begins behind
an office or occupation and ends before a word that transcribes no sound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.asides import find_turns
from termkit.check.first_called import Named
from termkit.check.surroundings import in_quotation
from termkit.check.view import DocumentView, TextView
from termkit.model.span import Span
from termkit.names.world import han_firm_names
from termkit.text.scripts import HAN

# The last characters of offices and occupations: 部长, 秘书, 教授, 代表, 记者.
_ENDS_OFFICE = "长书记统理席相使表员官家者师授士手工监管裁"
# Characters that follow a name and transcribe nothing.
_BEHIND = "在说表同与率和会于将出主对应的是就以为也及等曾则并还向从已因称认指强介先女当"
_WHOLE = re.compile(
    rf"(?:(?<=[{_ENDS_OFFICE}])|(?<![{HAN}·]))(?P<first>[{HAN}]{{1,6}}?)"
    rf"(?P<rest>(?:·[{HAN}]{{1,6}}?)+)(?=[^{HAN}·]|[{_BEHIND}]|$)"
)
_HAN_OR_POINT = re.compile(rf"[{HAN}·]")
_SHORTEST = 2  # characters of a name that stands alone


def find_first_called_han(view: DocumentView) -> Iterator[tuple[Named, Named]]:
    """Each short name with the whole one that comes too late.

    Leaders whom everybody knows are always called by one part.
    """
    if any(find_turns(view.document)):
        return
    texts = [text for text in view.texts if not text.is_heading]
    wholes = [(text, match) for text in texts for match in _WHOLE.finditer(text.text)]
    seen: set[str] = set(han_firm_names())
    for text, match in wholes:
        for part in (match["rest"].rsplit("·", 1)[1], match["first"]):
            if part in seen or len(part) < _SHORTEST:
                continue
            seen.add(part)
            bearers = {each[0] for _, each in wholes if part in each[0].split("·")}
            short = _first_place(texts, part) if len(bearers) == 1 else None
            whole = Named(text, (Span(*match.span()),), addressed=False)
            if short is not None and short.order < whole.order:
                yield short, whole


def _first_place(texts: list[TextView], part: str) -> Named | None:
    """Where a part of a name stands first, if that is behind an office and not in a whole name."""
    for text in texts:
        start = text.text.find(part)
        if start < 0:
            continue
        span = Span(start, start + len(part))
        before, behind = text.text[max(0, start - 1) : start], text.text[span.end : span.end + 1]
        ends = behind in tuple(_BEHIND) or not _HAN_OR_POINT.match(behind)
        if not (before and before in _ENDS_OFFICE and ends) or in_quotation(text.text, span):
            return None
        return Named(text, (span,), addressed=True)
    return None
