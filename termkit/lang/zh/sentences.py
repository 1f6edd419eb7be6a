"""Sentences of Chinese text.

Source: GB/T 15834-2011, General rules for punctuation: 。！？ end a sentence, a closing quote
belongs to the sentence it closes, and …… ends one only when nothing of it follows.
"""

from __future__ import annotations

import re

from termkit.model.span import Span

_CLOSING = "”’」』）》〉】\"'"
_END = re.compile(
    rf"(?:[。！？!?]+|……(?=[{_CLOSING}]|\s*$))[{_CLOSING}]*"
    rf"|(?<![\d.])\.(?=\s|$)[{_CLOSING}]*"
)
# What goes on after a quotation that ended inside the sentence: “好吗？”他问 is one sentence
# to no splitter, but “好！”、“妙！” and “……。”的说法 are.
_GOES_ON = re.compile(r"[，、；：,;:）)》的之]")


def find_sentences(text: str) -> tuple[Span, ...]:
    """Spans of the sentences of a normalised text, in order.

    >>> text = "王毅说：“同志加兄弟。”双方将合作！增长3.5%。"
    >>> [span.slice(text) for span in find_sentences(text)]
    ['王毅说：“同志加兄弟。”', '双方将合作！', '增长3.5%。']
    """
    spans = []
    start = len(text) - len(text.lstrip())
    for match in _END.finditer(text):
        if match[0][-1] in _CLOSING and _GOES_ON.match(text, match.end()):
            continue
        spans.append(Span(start, match.end()))
        start = match.end()
        while start < len(text) and text[start].isspace():
            start += 1
    end = len(text.rstrip())
    if start < end:
        spans.append(Span(start, end))
    return tuple(spans)
