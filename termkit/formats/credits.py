"""Credits: who wrote, photographed and edited a report, after its last sentence or alone.

What each pattern takes and what it leaves alone is in `tests/formats/test_credits.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from termkit.formats.agencies import agency_pattern, publisher

_STOP = r"(?<=[.!?…。！？\"'”’»)\]）】」』])"


@dataclass(frozen=True, slots=True)
class Credit:
    """Where a credit starts in its paragraph, and whom it names."""

    start: int
    source: str | None = None


def find_credit(text: str, *, last: bool = False) -> Credit | None:
    """The credit at the end of a paragraph, or ``None``; its start is 0 if it is all.

    Args:
        text: The paragraph, without white space after it.
        last: It is the document's last: there a credit needs no full stop before it.

    >>> find_credit("carries strategic significance. — VNA/VNS")
    Credit(start=31, source='vns')
    >>> find_credit("according to the agency (Xinhua).") is None
    True
    """
    for pattern, only_last in _patterns():
        if only_last and not last:
            continue
        match = pattern.search(text)
        if match is not None:
            name = match.groupdict().get("agency")
            return Credit(match.start(), publisher(name) if name else None)
    return None


def is_credit_line(line: str) -> bool:
    """Whether a line is a credit as a whole, such as ``Source: Xinhua``.

    >>> is_credit_line("Reporting by A. Writer; Editing by B. Editor"), is_credit_line("Xinhua said")
    (True, False)
    """
    return any(pattern.fullmatch(line.strip()) for pattern in _lines())


@cache
def _lines() -> tuple[re.Pattern[str], ...]:
    agency = agency_pattern()
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"[(（\[【]?\s*(?:(?:Theo|Nguồn|Source|By|Photos?|Ảnh|来源|來源)\s*[:：]?\s*)?{agency}\s*(?:Photos?)?\s*[)）\]】]?",
            r"[(（\[【]?(?:Reporting|Writing|Additional reporting|Editing|Compiled|Translated) by\b.{1,200}",
            r"[(（\[【]?(?:Source|Editor|Editors|Author|Nguồn|Biên tập|Tác giả|Nguồn tin)\s*:\s*[^.]{1,80}",
            r"[(（\[【]?\s*(?:来源|來源|责任编辑|責任編輯|责编|编辑|编审|校对|作者|记者|文|图|摄影|图片来源|图自)\s*[:：].{1,60}",
            r"[(（]\s*完\s*[)）]|完|Enditem|Ends?|END|-30-|#{2,3}|\*\s*\*\s*\*",
            r"\.?/\./?\.?|/\.",
        )
    )


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Patterns, and whether each holds only in the last paragraph."""
    agency = agency_pattern()
    return tuple(
        (re.compile(pattern), only_last)
        for pattern, only_last in (
            # … he said./. ; … ./. VNA
            (rf"(?<=[.!?…”\"'’)])\s*/\.(?:\s*[(（]?{agency}[)）]?)?\s*$", False),
            (rf"\s*\.?/\.(?:\s*[(（]?{agency}[)）]?)?\s*$", False),
            # . — VNA/VNS ; — VNA/VNS Photo
            (
                rf"\s*(?:--|[—―])\s*{agency}(?:\s+(?:Photos?|Ảnh|File Photo|Graphic)\b[^.!?]{{0,60}})?\s*$",
                False,
            ),
            (rf"{_STOP}\s*[–-]\s*{agency}\s*$", False),
            # . (Xinhua/A. Photographer) ; （新华社记者…摄）
            (rf"{_STOP}\s*[(（\[【]\s*{agency}(?:\s*[/／]?[^()（）]{{0,40}})?[)）\]】]\s*$", False),
            (rf"\s*[(（\[【]\s*(?:Theo\s+)?{agency}\s*[)）\]】]\s*$", True),
            # . (Photo: VNA) ; Ảnh: TTXVN
            (
                r"\s*[(（\[【]\s*(?:Photos?|Ảnh|Source|Nguồn|图|图片来源|责编|责任编辑|编辑)\s*[:：][^()（）]{1,60}[)）\]】]\s*$",
                False,
            ),
            (
                rf"(?:{_STOP}|(?<=[\s–—|-]))\s*(?:Photos?|PHOTOS?|Ảnh|ẢNH)\s*:\s*[^.!?:]{{1,60}}$",
                False,
            ),
            # 。（完）
            (
                r"\s*[(（]\s*完\s*[)）]\s*$|(?<=[。！？”])\s*完\s*$|(?<=[.!?”\"'])\s+(?:Enditem|ENDITEM)\s*$",
                False,
            ),
            (rf"(?<=[.!?…。”\"])\s+(?:Theo\s+)?{agency}\s*$", True),
        )
    )
