"""O211: a Western comma between Chinese characters, a Chinese one between Western words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.rule import Mark, rule
from termkit.check.signal import some_character
from termkit.check.view import DocumentView, TextView
from termkit.check.wide_signs import find_wide_signs
from termkit.model.finding import Safety, Severity
from termkit.model.span import Span
from termkit.text.scripts import HAN, LATIN, has_han

_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}
_NARROW = {wide: narrow for narrow, wide in _WIDE.items()} | {"、": ","}
_CLOSING = "”’》〉）」』】%％"
_OPENING = "“‘《〈（「『【"
_HAN_END = f"[{HAN}{_CLOSING}]"
# 苏林表示,越南… and 2300辆,同比…; after a number only before a character: 3,000 is a number.
_IN_HAN = re.compile(
    rf"(?<={_HAN_END})[,;:?!](?=\s?[{HAN}{_OPENING}\d]|\s*$)|(?<=\d)[,;](?=[{HAN}{_OPENING}])"
    rf"|(?<={_HAN_END})\.(?=[{HAN}{_OPENING}{_CLOSING}]|\s*$)"
)
_BRACKETS = re.compile(rf"(?<=[{HAN}])\((?=[{HAN}][^()]*\))|(?<=[{HAN}])\)(?=[{HAN}，。、；：]|$)")
_IN_LATIN = re.compile(
    rf"(?<=[{LATIN}\d])[，。；：？！、](?![{HAN}])|（(?=[{LATIN}\d][^（）{HAN}]*）)|(?<=[{LATIN}\d])）(?![{HAN}])"
)
_MANY = 8  # full-width commas and stops for each kind of half-width mark
_RUNNING = 20  # characters; what is shorter may be a label, a credit, a line of a list
# 一.总则: a number that counts paragraphs.
_COUNTS = re.compile(r"[一二三四五六七八九十\d]+$")


@rule(
    "O211",
    "punctuation-width",
    scope="document",
    severity="warning",
    since="0.1",
    signal=some_character("，。；：？！、（）".__contains__),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """A comma, stop or bracket has the width of another script.

    A Western (half-width) mark among Chinese characters is marked where the document has
    the Chinese (full-width) one for the same thing more often; a Chinese mark between
    Western words always. Numbers (3,000; 2:30), labels and Latin words inside Chinese keep
    theirs. In Chinese also full-width digits, letters and per cent signs among those of the
    keyboard, a bracket of each width in one pair, and another dot than · inside a name.

    ## Why it matters
    The line breaks at the wrong place, and a search for one mark misses the other.

    ## Use instead
    ，。；：？！（ ） in Chinese, the marks of the Western keyboard elsewhere.

    ## Source
    GB/T 15834-2011, 4 and 5.1: the marks of Chinese, each one character wide; 4.14 on the dot
    between the parts of a name. GB/T 15835-2011, 5.1: Arabic numerals of half width.
    """
    if view.language != "zh":
        for text in view.texts:
            for match in _IN_LATIN.finditer(text.text):
                yield _mark(text, match, _NARROW[match[0]], "Chinese")
        return
    yield from find_wide_signs(view)
    found: dict[str, list[tuple[TextView, re.Match[str]]]] = {}
    for text in view.texts:
        if text.is_heading or len(text.text) < _RUNNING:
            continue
        for match in (*_IN_HAN.finditer(text.text), *_BRACKETS.finditer(text.text)):
            if not (match[0] == "." and _is_western(text.text[: match.start()])):
                found.setdefault(match[0], []).append((text, match))
    for narrow, places in found.items():
        wide = sum(text.text.count(_WIDE[narrow]) for text in view.texts)
        once = len(places) == 1 and narrow in "?!;:" and _is_full_width(view, len(found))
        for text, match in places if wide > len(places) or once else ():
            yield _mark(text, match, _WIDE[narrow], "Western")


def _is_western(before: str) -> bool:
    """Whether a full stop behind these words counts a paragraph, or ends a Western sentence."""
    return _COUNTS.search(before) is not None or not has_han(before[-_RUNNING:])


def _is_full_width(view: DocumentView, narrow: int) -> bool:
    """Whether commas and stops show that the document goes by the Chinese marks.

    Then a single question mark of the other width needs no second one beside it.
    """
    return (
        sum(text.text.count("，") + text.text.count("。") for text in view.texts) > _MANY * narrow
    )


def _mark(text: TextView, match: re.Match[str], right: str, which: str) -> Mark:
    return text.mark(
        Span(*match.span()),
        f"{match[0]!r} is the {which} mark; here {right!r} stands",
        replacement=right,
        safety=Safety.SAFE,
        severity=Severity.INFO if text.is_heading else None,
    )
