"""Datelines: where, when and for whom a report was written, before its first sentence.

What each pattern takes and what it leaves alone is in `tests/formats/test_datelines.py`.
Shapes from the agencies' own reports: the two seed documents, zh.vietnamplus.vn,
english.news.cn, apnews.com, reuters.com.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from termkit.formats.agencies import agency_pattern, publisher
from termkit.formats.dates import MONTH

# Letters with Vietnamese marks, composed or not.
_UPPER = r"[A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ]"
_MARKS = r"[\u0300-\u036f]"
_CAPS_WORD = rf"(?:{_UPPER}{_MARKS}*|[.'’\-/]){{2,}}"
_TITLE_WORD = rf"{_UPPER}[\w{_MARKS[1:-1]}.'’]*"
_CAPS = rf"{_CAPS_WORD}(?:\s+{_CAPS_WORD}){{0,4}}"
_PLACE = rf"{_TITLE_WORD}(?:[\s\-]+{_TITLE_WORD}){{0,4}}"
_REGION = rf"(?:,\s+{_PLACE})?"
_DAY = (
    rf"(?:,?\s+(?i:{MONTH})\s+\d{{1,2}}(?:,?\s+\d{{4}})?"  # , Feb. 3
    rf"|,?\s+\d{{1,2}}\s+(?i:{MONTH})(?:\s+\d{{4}})?"  # , 3 Feb
    r"|,?\s+(?:[Nn]gày\s+)?\d{1,2}\s*[-/.]\s*\d{1,2}(?:\s*[-/.]\s*\d{4})?"  # , ngày 3/2
    r"|,?\s+(?:[Nn]gày\s+)?\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)"
)
_DASH = r"\s*(?:--+|[\u2012-\u2015])\s*|\s*-\s+|\s+-\s*"
_LONG_DASH = r"\s*(?:--+|[\u2013-\u2015])\s*"
# What follows is a sentence: a capital, a digit or a quotation, and not a heading in capitals.
_SENTENCE = (
    rf"(?=[\"'“‘«(\[]?(?:{_UPPER}{_MARKS}*(?:[a-zà-ỹ\s’']|\W)|{_UPPER}{{2,}}\W+\w*[a-zà-ỹ]|\d))"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says.

    Attributes:
        end: Where the text begins, in code points of the paragraph.
        place: As printed, or ``None``.
        agency: As printed, or ``None``.
    """

    end: int
    place: str | None = None
    agency: str | None = None

    @property
    def source(self) -> str | None:
        """The publisher, when the table of agencies knows it."""
        return None if self.agency is None else publisher(self.agency)


def find_dateline(text: str, *, opening: bool = True) -> Dateline | None:
    """The dateline at the start of a paragraph, or ``None``.

    Args:
        text: The paragraph, without white space before it.
        opening: It is among the first of the document: only there may a dateline lack the
            name of an agency.

    >>> find_dateline("BEIJING, Feb. 3 (Xinhua) -- Chinese Foreign Minister Wang Yi met")
    Dateline(end=28, place='BEIJING', agency='Xinhua')
    >>> find_dateline("HÀ NỘI — The Chinese Ministry").place
    'HÀ NỘI'
    >>> find_dateline("Beijing - Hanoi relations are close.") is None
    True
    """
    for pattern, anywhere in _patterns():
        if not (anywhere or opening):
            continue
        match = pattern.match(text)
        if match is not None and match.end() < len(text):
            groups = match.groupdict()
            place = " ".join((groups.get("place") or "").split()) or None
            agency = groups.get("agency")
            return Dateline(match.end(), place, " ".join(agency.split()) if agency else None)
    return None


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Patterns, and whether each holds anywhere in a document or only at its opening."""
    agency = agency_pattern()
    signed = rf"[(（]\s*{agency}\s*[)）]"
    return tuple(
        (re.compile(pattern), anywhere)
        for pattern, anywhere in (
            # Hanoi (VNA) – ; BEIJING, Feb. 3 (Xinhua) -- ; TP.HCM, ngày 3/2 (TTXVN) -
            (
                rf"(?P<place>{_PLACE}){_REGION}(?:{_DAY})?,?\s*{signed}(?:{_DASH}|:\s*){_SENTENCE}",
                True,
            ),
            # (TTXVN) -
            (rf"{signed}(?:{_DASH}|:\s*){_SENTENCE}", True),
            # （越通社河内）—
            (
                rf"[(（【\[]\s*{agency}(?P<place>[\u4e00-\u9fff]{{0,8}})\s*[)）】\]]\s*[-—–]+\s*",
                True,
            ),
            # 新华社北京2月3日电（记者马卓言） ; 越通社河内—— ; 央视网消息：
            (
                rf"{agency}[\s/]*(?P<place>[\u4e00-\u9fff]{{2,12}}?)?\s*(?:\d{{1,2}}月\d{{1,2}}日)?"
                r"(?:综合|專|专)?[电電讯訊](?:\s*[(（][^()（）]{0,60}[)）]\s*|\s+|[:：]\s*|——?\s*)",
                True,
            ),
            (
                rf"{agency}\s*/?\s*(?P<place>[\u4e00-\u9fff]{{2,12}})?\s*(?:[(（][A-Z]{{2,6}}[)）])?\s*[—–-]{{1,3}}\s*(?=[\u4e00-\u9fff“\"《])",
                True,
            ),
            (rf"(?:据)?{agency}(?:消息|报道)\s*[:：]\s*", True),
            (
                r"本报(?P<place>[\u4e00-\u9fff]{2,8}?)?(?:\d{1,2}月\d{1,2}日)?[电讯](?:\s*[(（][^()（）]{0,60}[)）]\s*|\s+|[:：]\s*)",
                True,
            ),
            (rf"[【\[]\s*{agency}[^】\]]{{0,30}}[】\]]\s*", True),
            # NDO - ; VOV.VN -
            (rf"{agency}(?:{_DASH}|\s+\|\s+){_SENTENCE}", False),
            # HANOI, Feb. 3 — ; HÀ NỘI, ngày 3/2 -
            (rf"(?P<place>{_CAPS}){_REGION}{_DAY}(?:{_DASH}|:\s*){_SENTENCE}", False),
            # HÀ NỘI —
            (rf"(?P<place>{_CAPS}){_REGION}{_LONG_DASH}{_SENTENCE}", False),
        )
    )
