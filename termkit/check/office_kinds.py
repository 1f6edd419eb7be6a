"""Which office a title before a name means, and which two nobody holds at once.

One person is not head of state and head of government of one country, nor head and deputy of
one body: that is what the words mean. A deputy head of government may head a ministry, a party
leader may be president, and whoever governs may keep a ministry; of those nothing follows but
in a state of one party (`exclude_in_one_party_state`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from termkit.check.offices import QUALIFIED
from termkit.lang.en.ordinary import is_ordinary_word
from termkit.model.span import Span

STATE, GOVERNMENT, PARLIAMENT = "head of state", "head of government", "speaker of parliament"
DEPUTY_STATE, DEPUTY_GOVERNMENT = "deputy head of state", "deputy head of government"
DEPUTY_PARLIAMENT, MONARCH = "deputy speaker of parliament", "monarch"
PARTY, CONFERENCE = "party leader", "chair of the political consultative conference"
DEPUTY_CONFERENCE = "deputy chair of the political consultative conference"
MINISTER, DEPUTY_MINISTER, SPOKESPERSON = "minister", "deputy minister", "spokesperson"
DEPUTIES = {
    DEPUTY_STATE: STATE,
    DEPUTY_GOVERNMENT: GOVERNMENT,
    DEPUTY_PARLIAMENT: PARLIAMENT,
    DEPUTY_CONFERENCE: CONFERENCE,
    DEPUTY_MINISTER: MINISTER,
}
_HEADS = frozenset((STATE, GOVERNMENT, PARLIAMENT, CONFERENCE))
_DIGNITIES = frozenset((*_HEADS, *(of for of in DEPUTIES if DEPUTIES[of] in _HEADS)))
_MINISTRY = frozenset((MINISTER, DEPUTY_MINISTER, SPOKESPERSON))
# What one person may be at once where one party governs.
_TOGETHER = ({PARTY, STATE}, {DEPUTY_GOVERNMENT, MINISTER}, {DEPUTY_MINISTER, SPOKESPERSON})

_WORD = r"[A-Z][a-z]+"
_PATTERNS = {
    "en": {
        DEPUTY_STATE: "[Vv]ice[ -](?:[Ss]tate )?[Pp]resident",
        STATE: "(?:[Ss]tate )?[Pp]resident",
        DEPUTY_GOVERNMENT: "(?:[Dd]eputy|[Vv]ice) (?:[Pp]rime [Mm]inister|PM|[Pp]remier)",
        GOVERNMENT: "[Pp]rime [Mm]inister|PM|[Pp]remier|[Cc]hancellor",
        DEPUTY_PARLIAMENT: "(?:National Assembly|NA) (?:[Vv]ice|[Dd]eputy) [Cc]hair(?:man|woman)?",
        PARLIAMENT: "(?:National Assembly|NA) [Cc]hair(?:man|woman)?",
        DEPUTY_MINISTER: f"(?:[Dd]eputy|[Vv]ice) (?:{_WORD} )?[Mm]inister"
        rf"(?: (?:of|for) {_WORD}(?:(?: and|,) {_WORD}| {_WORD}){{0,3}})?",
        MINISTER: f"(?:Foreign|Defen[cs]e|Finance|Trade) [Mm]inister"
        rf"|[Mm]inister (?:of|for) {_WORD}(?:(?: and|,) {_WORD}| {_WORD}){{0,3}}",
        PARTY: "[Gg]eneral [Ss]ecretary",
        SPOKESPERSON: r"(?:[Ff]oreign [Mm]inistry )?[Ss]pokes(?:person|man|woman)",
        MONARCH: "[Kk]ing|[Qq]ueen|[Ee]mperor|[Ss]ultan",
    },
    "vi": {
        DEPUTY_STATE: "[Pp]hó (?:[Cc]hủ tịch nước|[Tt]ổng thống)",
        STATE: "[Cc]hủ tịch nước|[Tt]ổng thống",
        DEPUTY_GOVERNMENT: "[Pp]hó [Tt]hủ tướng(?: Chính phủ)?",
        GOVERNMENT: "[Tt]hủ tướng(?: Chính phủ)?",
        DEPUTY_PARLIAMENT: "[Pp]hó [Cc]hủ tịch Quốc hội",
        PARLIAMENT: "[Cc]hủ tịch Quốc hội",
        DEPUTY_MINISTER: r"[Tt]hứ trưởng(?: (?:Bộ )?[A-ZĐ]\w+(?: \w+){0,6}?)?",
        MINISTER: r"[Nn]goại trưởng|[Bb]ộ trưởng(?: (?:Bộ )?[A-ZĐ]\w+(?: \w+){0,6}?)?",
        DEPUTY_CONFERENCE: "[Pp]hó [Cc]hủ tịch Chính [Hh]iệp",
        CONFERENCE: "[Cc]hủ tịch Chính [Hh]iệp",
        PARTY: "[Tt]ổng [Bb]í thư",
        SPOKESPERSON: "[Nn]gười phát ngôn(?: Bộ Ngoại giao)?",
        MONARCH: "[Qq]uốc vương|[Nn]hà vua|[Nn]ữ hoàng",
    },
    "zh": {
        DEPUTY_STATE: "国家副主席|副总统",
        STATE: "国家主席|总统",
        DEPUTY_GOVERNMENT: "副总理|副首相",
        GOVERNMENT: "总理|首相",
        DEPUTY_PARLIAMENT: "国会副主席|副委员长",
        PARLIAMENT: "国会主席|委员长",
        DEPUTY_CONFERENCE: "全国政协副主席",
        CONFERENCE: "全国政协主席",
        PARTY: "总书记",
        DEPUTY_MINISTER: "副部长|副外长",
        MINISTER: "部长|外长|防长",
        SPOKESPERSON: "发言人",
    },
}
_BETWEEN = {
    "en": r"(?: of (?:the )?[A-Z]\w+(?: [A-Z]\w+){0,2})?,?(?: (?:Mr|Mrs|Ms|Sir|Dr)\.?)? $",
    "vi": r"(?: (?:nước )?[A-ZĐ]\w*(?: [A-ZĐ]\w*){0,3})?(?: (?:đồng chí|ông|bà|ngài))? $",
    "zh": "$",
}
_BEFORE_TITLE = {
    lang: re.compile(
        ("" if lang == "zh" else r"\b")
        + f"(?:{'|'.join(f'({form})' for form in forms.values())}){_BETWEEN[lang]}"
    )
    for lang, forms in _PATTERNS.items()
}
_REACH = 90  # code points before a name
_ORGAN = re.compile(r"\b([A-Z]\w+) $")  # European Council President


@dataclass(frozen=True, slots=True)
class TitleBefore:
    """A title right before a name.

    Attributes:
        kind: Of office.
        span: Where the title stands.
        preceding: What stands before it, near by.
    """

    kind: str
    span: Span
    preceding: str


def title_before(text: str, name: Span, lang: str) -> TitleBefore | None:
    """The title before a name, unless a word before it makes it another office."""
    start = max(0, name.start - _REACH)
    found = find_office(text[start : name.start], lang)
    if found is None:
        return None
    kind, at, end = found
    span = Span(start + at, start + end)
    preceding = text[max(0, span.start - _REACH) : span.start]
    organ = _ORGAN.search(preceding)
    if QUALIFIED.search(preceding) or (organ and is_ordinary_word(organ[1].lower())):
        return None
    return TitleBefore(kind, span, preceding)


def find_office(text: str, lang: str) -> tuple[str, int, int] | None:
    """Kind, start and end of the title that ends a text; a country may stand behind it.

    >>> find_office("talks with Lao Deputy Prime Minister ", "en")
    ('deputy head of government', 15, 36)
    >>> find_office("会见越南国会主席", "zh")
    ('speaker of parliament', 4, 8)
    """
    match = _BEFORE_TITLE[lang].search(text)
    if match is None or match.lastindex is None:
        return None
    kind = tuple(_PATTERNS[lang])[match.lastindex - 1]
    return kind, match.start(), match.end(match.lastindex)


def kind_of_title(title: str, lang: str) -> str | None:
    """The kind of office that a title means, if it is one of those that exclude others.

    >>> kind_of_title("Deputy Minister of Health", "en"), kind_of_title("mayor", "en")
    ('deputy minister', None)
    """
    found = find_office(title if lang == "zh" else f"{title} ", lang)
    return None if found is None else found[0]


def exclude_each_other(one: str, other: str) -> bool:
    """Whether nobody holds two kinds of office at once.

    >>> exclude_each_other("head of state", "head of government")
    True
    >>> exclude_each_other("deputy head of government", "minister")
    False
    """
    if one == other:
        return False
    if {one, other} <= _MINISTRY:
        return True
    pair = {one, other}
    return pair <= _DIGNITIES and bool(pair & _HEADS)


def exclude_in_one_party_state(one: str, other: str) -> bool:
    """Whether nobody in Vietnam or China holds two kinds of office at once.

    Ministers there are no heads, and heads no ministers; a party leader may be president.

    >>> exclude_in_one_party_state("head of state", "minister")
    True
    >>> exclude_in_one_party_state("head of state", "party leader")
    False
    """
    return one != other and {one, other} not in _TOGETHER
