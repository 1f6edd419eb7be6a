"""Whether words that could be a name describe one of many: *every ministry of justice*."""

from __future__ import annotations

import re

from termkit.check.view import TextView
from termkit.model.span import Span

# The indefinite and the counting determiners (Quirk et al., A Comprehensive Grammar of the
# English Language, chapter 5) and their Vietnamese counterparts.
_EN_BEFORE = re.compile(
    r"(?:(?<![\d/])\d{1,2}|\b(?:an?|every|each|any|some|no|many|one|two|three|four|five)) $",
    re.IGNORECASE,
)
_EN_BEHIND = re.compile(r" of an? ", re.IGNORECASE)
_VI_BEFORE = re.compile(
    r"(?:(?<![\d/])\d{1,2}|\b(?:các|những|mỗi|mọi|một|hai|ba|nhiều|từng|vài)) $", re.IGNORECASE
)
_VI_BEHIND = re.compile(r" (?:của )?(?:nhiều nước|các nước|hai nước|hai bên)\b")
_REACH = 12  # characters before the span in which the longest determiner stands


def is_described(text: TextView, span: Span) -> bool:
    """Whether a determiner before a span, or whose it is, says that it is one of many.

    *A global security initiative for ports*, *bộ ngoại giao nhiều nước*: no proper name.
    """
    vietnamese = text.lang.startswith("vi")
    before, behind = (_VI_BEFORE, _VI_BEHIND) if vietnamese else (_EN_BEFORE, _EN_BEHIND)
    start = max(0, span.start - _REACH)
    return bool(before.search(text.text[start : span.start]) or behind.match(text.text, span.end))
