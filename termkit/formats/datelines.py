"""Datelines: where, when and for whom a report was written, before its first sentence.

What each pattern takes and what it leaves alone is in `tests/formats/test_read_datelines.py`.
Shapes from the agencies' own reports: the two seed documents, zh.vietnamplus.vn,
english.news.cn, apnews.com, reuters.com, nhandan.vn, dantri.com.vn, crntt.com.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from termkit.formats.agencies import agencies, agency_pattern, labels, publisher
from termkit.formats.dates import MONTH, WEEKDAY
from termkit.model.span import Span
from termkit.text.normalise import VEILS, normalise, normalise_text

LONGEST = 300
"""Code points at the start of a paragraph within which a dateline ends."""

_LATIN = [chr(code) for code in (*range(0x250), *range(0x1E00, 0x1F00))]
_CAPITALS = "".join(c for c in _LATIN if c.isupper())
_SMALL = "".join(c for c in _LATIN if c.islower())
_CAPITAL = f"[{_CAPITALS}]"
_CAPS_WORD = rf"(?:{_CAPITAL}|[.'’\-/]){{2,}}"
_TITLE_WORD = rf"{_CAPITAL}[\w.'’/]*"
_CAPS = rf"{_CAPS_WORD}(?:\s+{_CAPS_WORD}){{0,4}}"
_PLACE = rf"{_TITLE_WORD}(?:[\s\-]+{_TITLE_WORD}){{0,4}}"
_REGION = rf"(?:,\s+{_PLACE})?"
_HAN = r"[\u4e00-\u9fff]"
_DAY = (
    rf"(?:,?\s+(?i:{MONTH})\s+\d{{1,2}}(?:,?\s+\d{{4}})?"  # , Feb. 3
    rf"|,?\s+\d{{1,2}}\s+(?i:{MONTH})(?:\s+\d{{4}})?"  # , 3 Feb
    r"|,?\s+(?:[Nn]gày\s+)?\d{1,2}\s*[-/.]\s*\d{1,2}(?:\s*[-/.]\s*\d{4})?"  # , ngày 3/2
    r"|,?\s+(?:[Nn]gày\s+)?\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)"
)
_LONG_DASH = r"\s*(?:--+|[\u2012-\u2015])\s*"
_DASH = rf"(?:{_LONG_DASH}|\s*-\s+|\s+-\s*)"
_END = rf"(?:{_DASH}|\s*:\s+)"
# A sentence follows: a capital, a digit or a quotation, and not a headline in capitals.
_SENTENCE = (
    rf"(?=[\"'“‘«(\[]?(?:{_CAPITAL}(?:[{_SMALL}]|\W)|[{_CAPITALS}]{{2,}}\W+\w*[{_SMALL}]"
    r"|\d))"
)
# 新华社北京2月3日电（记者马卓言）; 中评社北京2月3日电／
_ZH_DAY = r"(?:\d{1,2}月)?\d{1,2}日"
_ZH_END = r"(?:\s*[(（][^()（）]{0,60}[)）]\s*|\s+|\s*[:：／/]\s*|\s*[—–-]+\s*)"
# A telegram of congratulation is no dateline: 越通社致贺电 （
_WIRE = r"(?:综合|專|专)?(?<![贺賀唁致来來复復通急回发發])[电電讯訊]"

# What every pattern has behind place, day and agency: a dash, a colon, a bracket, the wire.
# The first pattern is a quick look at text as it is, the second is sure of normalised text.
DATELINE_SIGNS = rf"\-\u2012-\u2015:：|电電讯訊】\]息道導{VEILS}"
"""The inside of a character class: a paragraph without these begins with no dateline."""
_ANY = re.compile(f"[{DATELINE_SIGNS}]")
_SIGNAL = re.compile(
    r"[\u2012-\u2015：|电電讯訊】\]]|:\s|消息|报道|報導|--|\s-|-\s|[\u4e00-\u9fff)）]-"
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
            place or the name of an agency.

    >>> find_dateline("BEIJING, Feb. 3 (Xinhua) -- Chinese Foreign Minister Wang Yi met")
    Dateline(end=28, place='BEIJING', agency='Xinhua')
    >>> find_dateline("HÀ NỘI — The two ministers met.").place
    'HÀ NỘI'
    >>> find_dateline("Beijing - Hanoi relations are close.") is None
    True
    """
    found = text[:LONGEST]
    if not may_hold_dateline(found):
        return None
    head = normalise_text(found)
    for pattern, anywhere in _patterns():
        match = pattern.match(head) if anywhere or opening else None
        if match is None or match.end() == len(head):
            continue
        groups = match.groupdict()
        bare = groups.get("bare")
        place = " ".join((groups.get("place") or bare or "").split()) or None
        agency = " ".join((groups.get("agency") or "").split()) or None
        if place in agencies() or (bare is not None and not _is_place(bare)):
            continue  # Vietnam News Agency (VNA) - ...
        end = normalise(found).to_original(Span(0, match.end())).end
        return Dateline(end, place, agency)
    return None


def may_hold_dateline(head: str) -> bool:
    """A quick look at the start of a paragraph: whether any pattern could fit.

    >>> may_hold_dateline("HÀ NỘI — The two"), may_hold_dateline("The two-day visit at 10:30")
    (True, False)
    """
    return _ANY.search(head) is not None and _SIGNAL.search(normalise_text(head)) is not None


def _is_place(capitals: str) -> bool:
    """Whether words in capitals may be a city: not ``ASEAN``, ``NOTE``, ``WTO`` or ``EU``."""
    letters = sum(c.isalpha() for c in capitals)
    return " ".join(capitals.split()).strip(" .") not in labels() and (
        letters > 3 or not capitals.isascii()
    )


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Patterns, and whether each holds anywhere in a document or only at its opening."""
    agency = agency_pattern()
    signed = rf"[(（]\s*{agency}(?:,?\s+\d{{1,2}}/\d{{1,2}})?\s*[)）]"
    unknown = rf"[(（]{_CAPITAL}[\w./&+ \-]{{1,25}}[)）]"
    place, caps = rf"(?P<place>{_PLACE})", rf"(?P<place>{_CAPS})"
    zh_place = rf"(?P<place>{_HAN}{{2,12}}?)"
    return tuple(
        (re.compile(pattern), anywhere)
        for pattern, anywhere in (
            # Hanoi (VNA) – ; BEIJING, Feb. 3 (Xinhua) -- ; TP.HCM, ngày 3/2 (TTXVN) -
            (rf"{place}{_REGION}(?:{_DAY})?,?\s*{signed}{_END}{_SENTENCE}", True),
            # (TTXVN) - ; (Dân trí) -
            (rf"{signed}{_END}{_SENTENCE}", True),
            # 新华社北京2月3日电（记者马卓言） ; 中新网2月4日电
            (rf"{agency}[\s/]*{zh_place}?\s*{_ZH_DAY}{_WIRE}{_ZH_END}", True),
            # (北京19日综合电)
            (rf"[(（]{zh_place}\d{{1,2}}日{_WIRE}[)）]\s*", True),
            # 新华社讯 ; 新华社北京电（记者
            (rf"{agency}\s*(?P<place>{_HAN}{{2,4}}?)?{_WIRE}{_ZH_END}", True),
            # 本报北京2月3日电 ; 本报讯
            (rf"本[报報]{zh_place}?(?:{_ZH_DAY})?[电電讯訊]{_ZH_END}", True),
            # 越通社河内—— ; 越通社河内（VNA）——
            (rf"{agency}\s*/?\s*{zh_place}\s*(?:[(（][A-Z]{{2,6}}[)）])?\s*[—–-]{{1,3}}\s*", True),
            # （越通社河内）— ; （越通社）-
            (
                rf"[(（【\[]\s*{agency}\s*/?\s*(?P<place>{_HAN}{{0,12}})\s*[)）】\]]"
                r"\s*[—–-]{1,3}\s*",
                True,
            ),
            # 【环球网报道 记者 某某】
            (rf"[【\[]\s*{agency}[^】\]]{{0,30}}[】\]]\s*", True),
            # 越通社—— ; 央视网消息：
            (rf"{agency}\s*(?:[—–]{{1,3}}|--)\s*(?={_HAN}|[“《\"])", False),
            (rf"{agency}(?:消息|报道|報導)\s*(?:[(（][^()（）]{{0,60}}[)）])?\s*[:：]\s*", False),
            # NDO - ; VOV.VN - ; TTXVN -
            (rf"{agency}(?:{_DASH}|\s+\|\s+){_SENTENCE}", False),
            # HANOI (Some Agency) —
            (rf"{caps}{_REGION}(?:{_DAY})?,?\s*{unknown}{_END}{_SENTENCE}", False),
            # HANOI, Feb. 3 — ; Hà Nội, ngày 3/2 -
            (rf"(?!(?i:{WEEKDAY}))(?P<place>{_PLACE}){_REGION}{_DAY}{_END}{_SENTENCE}", False),
            # HÀ NỘI — ; BEIJING: ; HÀ NỘI -
            (rf"(?P<bare>{_CAPS}){_REGION}{_END}{_SENTENCE}", False),
        )
    )
