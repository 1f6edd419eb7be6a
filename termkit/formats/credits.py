"""Credits: who wrote, photographed and edited a report, after its last sentence or alone.

What each pattern takes and what it leaves alone is in `tests/formats/test_read_credits.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from termkit.formats.agencies import agencies, agency_pattern, publisher
from termkit.model.span import Span
from termkit.text.normalise import VEILS, normalise, normalise_text

LONGEST = 200
"""Code points at the end of a paragraph within which a credit begins."""

_STOP = r"(?<=[.!?…。！？\"'”’»)\]）】」』])"
_OPEN, _CLOSE = r"[(（\[【]", r"[)）\]】]"
_HAN = r"[\u4e00-\u9fff]"
_LEFT = r"\s*\|?\s*$"
_PHOTO = r"(?:Photos?|PHOTOS?|Ảnh|ẢNH|Hình|Illustration|Minh họa)"
_BY = r"(?:Reporting|Writing|Additional reporting|Editing|Compiled|Translated|Written|Edited) by"
_ROLES = (
    r"(?:Sources?|(?:Web )?[Ee]ditors?|Author|Nguồn|Biên tập|Tác giả|Nguồn tin|Photos?|Ảnh"
    r"|来源|來源|责任编辑|責任編輯|责编|編輯|编辑|编审|校对|作者|文字|摄影|图片来源|监制|终审)"
)

# A line without these characters and longer than this is no credit: what is short enough is
# asked about, and so is what begins with two capitals (HANOI, Jan. 16, Kyodo).
_SHORT = 100
_LINE_SIGNAL = re.compile(f"[:：/／记記{VEILS}]|by")

# What every pattern but the last of `_patterns` has in it; most paragraphs have nothing of it.
# The first pattern is a quick look at text as it is, the second is sure of normalised text.
_SIGNS = rf"\-/—―–:：|完图圖照摄攝(（\[【{VEILS}"
_FIRST = re.compile(f"[{_SIGNS}]")
CREDIT_SIGNS = f"{_SIGNS}E"
"""The inside of a character class: a paragraph without these ends in no credit (*Enditem*), but
the last one may."""
_SIGNAL = re.compile(
    r"/\.|--|[—―–:：|完图圖照摄攝(（\[【]|Enditem|ENDITEM|-\s*[Ảả]"
    r"|[.!?…。！？\"'”’»)\]）】」』]\s*-"
)


@dataclass(frozen=True, slots=True)
class Credit:
    """Where a credit starts in its paragraph, and whom it names."""

    start: int
    source: str | None = None


def find_credit(text: str, *, last: bool = False) -> Credit | None:
    """The credit at the end of a paragraph, or ``None``; its start is 0 if it is all.

    Args:
        text: The paragraph, without white space after it.
        last: It is the document's last: there a credit needs less to be told.

    >>> find_credit("carries strategic significance. — VNA/VNS")
    Credit(start=31, source='vns')
    >>> find_credit("according to the agency (Xinhua).") is None
    True
    """
    skipped = max(0, len(text) - LONGEST)
    signalled = may_hold_credit(text[skipped:])
    if not signalled and not (last and _ends_with_agency(text[skipped:])):
        return None
    tail = normalise(text[skipped:])
    for pattern, only_last in _patterns() if signalled else _patterns()[-1:]:
        match = pattern.search(tail.text) if last or not only_last else None
        if match is not None:
            start = tail.to_original(Span(match.start(), match.end())).start
            return Credit(start + skipped, _source(match))
    return None


def may_hold_credit(tail: str) -> bool:
    """A quick look at the end of a paragraph: whether any pattern could be found there.

    >>> may_hold_credit("his words. — VNA/VNS"), may_hold_credit("the two sides agreed.")
    (True, False)
    """
    if _FIRST.search(tail) is None and "nditem" not in tail and "NDITEM" not in tail:
        return False
    return _SIGNAL.search(normalise_text(tail)) is not None


def credit_line(line: str) -> Credit | None:
    """The credit that a line is as a whole, such as ``Source: Xinhua``; else ``None``.

    >>> credit_line("Source: Xinhua   Editor: A. Name")
    Credit(start=0, source='xinhua')
    >>> credit_line("Xinhua said so") is None
    True
    """
    if len(line) > 2 * LONGEST or not _may_be_credit(line):
        return None
    stripped = normalise_text(line)
    for pattern in _lines():
        match = pattern.fullmatch(stripped)
        if match is not None:
            return Credit(0, _source(match))
    return None


def _ends_with_agency(tail: str) -> bool:
    return normalise_text(tail).rstrip(" |").endswith(tuple(agencies()))


def _may_be_credit(line: str) -> bool:
    """A quick look at a line: whether any pattern of `_lines` could fit."""
    if len(line) <= _SHORT or _LINE_SIGNAL.search(line) is not None:
        return True
    return line.lstrip()[:2].rstrip().isupper()


def _source(match: re.Match[str]) -> str | None:
    name = match.groupdict().get("agency")
    return publisher(name) if name else None


@cache
def _lines() -> tuple[re.Pattern[str], ...]:
    agency = agency_pattern()
    return tuple(
        re.compile(pattern)
        for pattern in (
            # Source: Xinhua ; (Theo TTXVN) ; VNA/VNS ; 越通社
            rf"{_OPEN}?\s*(?:(?:Theo|By|Nguồn|Sources?|来源|來源)\s*[:：]?\s*)?{agency}\s*(?:Photos?)?\s*{_CLOSE}?\.?",
            rf"(?:Source|Nguồn|来源|來源)\s*[:：]\s*{agency}\s.{{0,60}}",
            # Reporting by A; Editing by B
            rf"{_OPEN}?{_BY}\b.{{1,190}}",
            # Editor: A ; （责编：某某）
            rf"{_OPEN}?\s*{_ROLES}\s*[:：][^.。!?]{{1,80}}",
            # 记者某某/综合报导 ; 聯合報／ 記者某某／即時報導
            rf"(?:{agency}\s*[/／]\s*)?[记記]者\s*\S{{2,12}}\s*[/／]\s*\S{{2,10}}[报報][导導道]",
            # 新华社记者 某某、某某
            rf"(?:{agency}\s*)?[记記]者\s*[:：\s]\s*{_HAN}{{2,4}}(?:[、\s]+{_HAN}{{2,4}}){{0,5}}",
            # HANOI, Jan. 16, Kyodo
            rf"[A-Z][A-Z ]+,\s+[A-Z][a-z]+\.?\s+\d{{1,2}},?\s+{agency}",
            r"[(（]\s*完\s*[)）]|完|Enditem|ENDITEM|The End|Ends?|END|-30-|#{2,3}|\*\s*\*\s*\*",
            r"\.?/\.{0,3}",
        )
    )


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Patterns, and whether each holds only in the last paragraph."""
    agency = agency_pattern()
    return tuple(
        (re.compile(pattern), only_last)
        for pattern, only_last in (
            # … he said./. ; … ./. VNA ; … he said/.
            (rf"(?:(?<=[.!?…”\"'’)])|\s*)/\.(?:\s*[(（]?{agency}[)）]?)?{_LEFT}", False),
            # . — VNA/VNS ; in Beijing — VNA/VNS Photo A. Name |
            (rf"{_STOP}\s*[—―–-]+\s*{agency}(?:\s+{_PHOTO}\b[^.!?]{{0,60}})?{_LEFT}", False),
            (rf"\s*(?:--|[—―–])\s*{agency}\s+(?:File )?{_PHOTO}\b[^.!?]{{0,60}}{_LEFT}", False),
            (rf"\s*(?:--|[—―])\s*{agency}{_LEFT}", True),
            # . (Xinhua/A. Name) ; 。（新华社发） ; (越通社——VNA)
            (
                rf"{_STOP}\s*{_OPEN}\s*(?:Theo\s+)?{agency}"
                rf"(?:\s*[/／—–-]+\s*[^()（）]{{0,40}}|记者[^()（）]{{0,20}}|发)?\s*{_CLOSE}{_LEFT}",
                False,
            ),
            (rf"\s*{_OPEN}\s*(?:Theo\s+)?{agency}\s*{_CLOSE}{_LEFT}", True),
            # . (Photo: VNA) ; (责编:某某)
            (rf"\s*{_OPEN}\s*{_ROLES}\s*[:：][^()（）]{{1,60}}{_CLOSE}\.?{_LEFT}", False),
            # . Photo: VNA ; – Ảnh: Nguyễn Khánh | ; Ảnh: VGP.
            (rf"(?:{_STOP}|(?<=\s))\s*[–—|-]?\s*{_PHOTO}\s*:\s*[^.!?:]{{1,60}}\.?{_LEFT}", False),
            (rf"{_STOP}\s*(?:Source|Nguồn)\s*:\s*[^.!?:]{{1,60}}\.?{_LEFT}", False),
            # (图/路透) ; a caption's cell ends with a bar
            (
                rf"\s*{_OPEN}[图圖照][片源]?\s*[/／:：][^()（）]{{1,20}}{_CLOSE}{_LEFT}|\s+\|\s*$",
                False,
            ),
            # - Ảnh 1.
            (rf"\s*[–-]\s*(?i:Ảnh)\s*\d{{1,3}}\.?{_LEFT}", False),
            # 。图自越通社 ; 。越通社记者 某某 摄
            (rf"\s*(?:图自|图源|图片来源)[:：]?\s*[^\s。，]{{1,20}}{_LEFT}", False),
            (
                rf"\s*{_OPEN}?\s*{agency}\s*(?:记者|記者)?\s*[^。，]{{2,15}}[摄攝]\s*{_CLOSE}?{_LEFT}",
                False,
            ),
            # 。（完）; . Enditem
            (rf"\s*[(（]\s*完\s*[)）]{_LEFT}|(?<=[。！？”])\s*完{_LEFT}", False),
            (rf"(?<=[.!?”\"'])\s+(?:Enditem|ENDITEM){_LEFT}", False),
            # . Theo TTXVN
            (rf"(?<=[.!?…。”\"])\s+(?:Theo\s+)?{agency}{_LEFT}", True),
        )
    )
