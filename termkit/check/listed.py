"""Names that stand in one list with others: a list names nobody twice."""

from __future__ import annotations

import re

from termkit.check.supports import follows_role
from termkit.check.view import TextView
from termkit.model.span import Span
from termkit.names.parse import CAPITALISED

_REACH = 200  # code points of a list before and behind a name
_NAME = rf"{CAPITALISED}(?: {CAPITALISED})*+"
_BRACKET = r" \([^()]{1,60}\)"
# What is said of each: (Hà Nội); or, between commas, trưởng đoàn.
_SAID = rf"(?:{_BRACKET}|, [a-zà-ỹđ][^,.;:()]{{1,60}}+(?=[,.;]))"
_AND = r"[,;]? (?:và|cùng|and) "
_NEXT = rf"(?:{_AND}|[,;] )"
_TITLE = r"(?:[a-zà-ỹđ]+ ){0,2}+"
# From one name to another; the rest of a longer one may stand behind the first.
_BETWEEN = re.compile(
    rf"(?: {CAPITALISED})*+{_SAID}(?:{_NEXT}{_TITLE}{_NAME}{_SAID}?)*?{_NEXT}{_TITLE}"
    rf"(?:{CAPITALISED} )*"
)
_AFTER = re.compile(rf"(?: {CAPITALISED})*+{_SAID}")
_EARLIER = re.compile(rf"(?P<first>{_NAME})(?:{_BRACKET})?(?:{_NEXT}{_NAME}(?:{_BRACKET})?)*+$")
_JOINED = re.compile(rf"(?:{_AND}|(?P<comma>, ))$")
_LATER = re.compile(rf"(?:{_BRACKET})?{_NEXT}(?={_NAME})")


def is_listed_beside(text: TextView, span: Span, other: str) -> bool:
    """Whether a name stands in one list with another, each with something said of it.

    *Lê Văn Hưng (Huế) và Lê Văn Hừng (Vinh)* are two; who writes *Lê Văn Hừng* for the former
    does not write both side by side.
    """
    low, high = max(0, span.start - _REACH), span.end + _REACH
    start = text.text.find(other, low, high)
    while start >= 0:
        first, second = sorted((span, Span(start, start + len(other))))
        if (
            first.end < second.start
            and _BETWEEN.fullmatch(text.text, first.end, second.start)
            and _AFTER.match(text.text, second.end)
        ):
            return True
        start = text.text.find(other, start + 1, high)
    return False


def is_introduced_in_list(text: TextView, span: Span) -> bool:
    """Whether a role before the first of several names introduces this one, too.

    *Sinh viên Vũ Trang và Vũ Minh Trạng*; a comma joins names where one more follows.
    """
    low = max(0, span.start - _REACH)
    joined = _JOINED.search(text.text, max(low, span.start - 10), span.start)
    if joined is None or (joined["comma"] and not _LATER.match(text.text, span.end)):
        return False
    earlier = _EARLIER.search(text.text, low, joined.start())
    if earlier is None:
        return False
    start, end = earlier.span("first")
    own = text.text.find(" ", start, end) + 1  # behind a role with a capital: Students
    return any(follows_role(text, at, plural=True) for at in {start, own or start})
