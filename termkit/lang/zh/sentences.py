"""Sentences of Chinese text.

Source: GB/T 15834-2011, General rules for punctuation: 。！？ end a sentence, a closing quote
belongs to the sentence it closes, and …… ends one only when nothing of it follows.
"""

from __future__ import annotations

import re

from termkit.lang.sentence_ends import cut_sentences
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

    def ends(match: re.Match[str], _: int) -> bool:
        return match[0][-1] not in _CLOSING or _GOES_ON.match(text, match.end()) is None

    return cut_sentences(text, _END, ends)
