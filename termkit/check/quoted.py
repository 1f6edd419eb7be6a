"""Whether a term is quoted: somebody else's words, named as such."""

from __future__ import annotations

import re

from termkit.check.quotation import find_quotations
from termkit.model.span import Span

# What stands behind a wording that is spoken about: “上海协作组织”这一说法
_MENTION = re.compile("(?:这[一种个]|這[一種個]|的)(?:说法|提法|写法|說法|寫法)|一[词詞]")


def is_quoted(text: str, span: Span) -> bool:
    """Whether a span stands in a short quotation.

    A long quotation is a speech in translation, and its wording is the writer's.

    >>> is_quoted("the “One Belt One Road” of 2013", Span(5, 22)), is_quoted("a plan", Span(2, 6))
    (True, False)
    """
    return find_quotations(text).holds_in_short(span)


def is_mentioned(text: str, span: Span) -> bool:
    """Whether a span is all of a quotation that is spoken about as a wording.

    >>> is_mentioned("“东盟区论坛”这一说法有误", Span(1, 6)), is_mentioned("“东盟”说", Span(1, 3))
    (True, False)
    """
    return (
        span.start > 0
        and _MENTION.match(text, span.end + 1) is not None
        and any(
            pair.span == Span(span.start - 1, span.end + 1) for pair in find_quotations(text).pairs
        )
    )
