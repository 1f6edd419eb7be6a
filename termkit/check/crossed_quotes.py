"""Quotations in Chinese that open in one style and close in another: ‘试航”, 「窗口”.

Chinese has no spaces to tell an opening mark from a closing one, but its marks look one way:
all that pair up in their own style are laid aside, and what is left beside each other, one that
opens and one that closes, was meant as a pair.
"""

from __future__ import annotations

import re

from termkit.model.span import Span
from termkit.text.memory import of_few_texts
from termkit.text.scripts import LATIN, is_han

_PARTNERS = {"“": "”", "‘": "’", "「": "」", "『": "』", '"': '"', "＂": "＂"}
_APOSTROPHE = re.compile(rf"(?<=[{LATIN}])’|’(?=\d)")  # Players’协会, ’98博览会
_CLOSING = frozenset(_PARTNERS.values())
# An apostrophe among Latin letters and the sign of inches are no quotation marks.
_MARK = re.compile(rf"[“”「」『』＂]|(?<!\d)\"|‘|(?<![{LATIN}])’|’(?![{LATIN}])")
_LONGEST = 400  # characters of a quotation; beyond, a mark was lost and not mistaken


@of_few_texts
def find_crossed_quotes(text: str) -> tuple[Span, ...]:
    """Each quotation of a Chinese paragraph whose two marks are of different styles.

    >>> text = "一次‘试航”，一个「窗口”，“好。＂他说，“先‘听’再说”。"
    >>> [span.slice(text) for span in find_crossed_quotes(text)]
    ['‘试航”', '「窗口”', '“好。＂']

    A mark that has no partner, and a curly one turned the wrong way, are other slips.

    >>> [find_crossed_quotes(text) for text in ("“我们来了。", "“十六字“方针", "“’98展览”")]
    [(), (), ()]
    """
    crossed = []
    left: list[re.Match[str]] = []
    for mark in _unpaired(text):
        if mark[0] not in _CLOSING or not left or left[-1][0] not in _PARTNERS:
            left.append(mark)
            continue
        opening = left.pop()
        same = _PARTNERS[opening[0]] == mark[0]  # around a crossed pair
        span = Span(opening.start(), mark.end())
        if not same and len(span) <= _LONGEST and any(map(is_han, span.slice(text))):
            crossed.append(span)  # without Han characters it may be code: 「=TEXT(1;"0.0")」
    return tuple(sorted(crossed, key=lambda span: span.start))


def _unpaired(text: str) -> list[re.Match[str]]:
    """The marks that are left when every pair of one style is laid aside."""
    left: list[re.Match[str]] = []
    for mark in _MARK.finditer(text):
        if left and _PARTNERS.get(left[-1][0]) == mark[0]:
            left.pop()
        elif not (_APOSTROPHE.match(text, mark.start())):
            left.append(mark)
    return left
