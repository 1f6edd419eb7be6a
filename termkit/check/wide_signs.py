"""Signs of another width in Chinese text: ２０２５年 among others, ＩＭＦ, 49％, 伊琳娜・科娃.

Digits and letters are judged by the document's majority, for old archives are full-width
throughout. The mark between the parts of a foreign name is one sign in Simplified Chinese.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from termkit.check.rule import Mark
from termkit.check.view import DocumentView, TextView
from termkit.model.finding import Safety, Severity
from termkit.model.span import Span
from termkit.text.scripts import HAN

# Full-width and ASCII runs of one kind. A letter inside an ASCII word poses: rule O102.
_KINDS = (
    ("digits", re.compile("[０-９]+"), re.compile("[0-9]+")),
    (
        "letters",
        re.compile("(?<![A-Za-z])[Ａ-Ｚａ-ｚ]+(?![A-Za-z])"),
        re.compile("[A-Za-z]+|[0-9]+"),
    ),
    ("a per cent sign", re.compile("％"), re.compile("%")),
)
_DOT = re.compile(rf"(?<=[{HAN}])[・･•‧∙⋅．](?=[{HAN}])")
_USUAL_DOT = re.compile(rf"(?<=[{HAN}])·(?=[{HAN}])")
_CROSSED = re.compile(r"（[^（）()]{1,60}\)|\([^（）()]{1,60}）")
_HABIT = 3  # dots of one other kind


def find_wide_signs(view: DocumentView) -> Iterator[Mark]:
    """Marks at signs whose width is not that of the rest of a Chinese document."""
    texts = view.texts
    for kind, wide, narrow in _KINDS:
        odd = [(text, match) for text in texts for match in wide.finditer(text.text)]
        usual = sum(len(narrow.findall(text.text)) for text in texts) if odd else 0
        for text, match in odd if usual > len(odd) else ():
            yield _mark(text, match, f"{match[0]!r}: {kind} of full width", _narrow(match[0]))
    for text in texts:
        for match in _CROSSED.finditer(text.text):
            right = f"（{match[0][1:-1]}）"
            yield _mark(text, match, f"{match[0]!r} has brackets of two widths", right)
    yield from _dots([text for text in texts if text.lang == "zh-Hans"])


def _dots(texts: Sequence[TextView]) -> Iterator[Mark]:
    odd = [(text, match) for text in texts for match in _DOT.finditer(text.text)]
    sure = any(_USUAL_DOT.search(text.text) for text in texts) if odd else False
    for text, match in odd if sure or len(odd) < _HABIT else ():
        mark = _mark(text, match, f"{match[0]!r} stands for '·' between the parts of a name", "·")
        yield mark if sure else mark.but(severity=Severity.INFO)


def _narrow(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _mark(text: TextView, match: re.Match[str], message: str, right: str) -> Mark:
    return text.mark(Span(*match.span()), message, replacement=right, safety=Safety.SAFE)
