"""An office of a head of state or government that is another than the world's almanac has.

*French Prime Minister Emmanuel Macron*, *Tổng thống Malaysia Anwar Ibrahim*.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from termkit.check.first_called import Named, find_named
from termkit.check.offices import GRACE, QUALIFIED, speaks_of_another_time
from termkit.check.view import DocumentView, TextView
from termkit.lang.en.ordinary import is_ordinary_word
from termkit.model.span import Span
from termkit.names.world_offices import Tenure, tenures

_KINDS = {
    "en": {
        "vice president": "[Vv]ice[ -][Pp]resident",
        "president": "[Pp]resident",
        "deputy prime minister": "[Dd]eputy (?:[Pp]rime [Mm]inister|PM)",
        "prime minister": "[Pp]rime [Mm]inister|PM|[Pp]remier|[Cc]hancellor",
        "monarch": "[Kk]ing|[Qq]ueen|[Ee]mperor|[Ss]ultan",
    },
    "vi": {
        "vice president": "[Pp]hó (?:[Tt]ổng thống|[Cc]hủ tịch nước)",
        "president": "[Tt]ổng thống|[Cc]hủ tịch nước",
        "deputy prime minister": "[Pp]hó [Tt]hủ tướng",
        "prime minister": "[Tt]hủ tướng(?: Chính phủ)?",
        "monarch": "[Qq]uốc vương|[Nn]hà vua|[Nn]ữ hoàng",
    },
}
# What stands between a title and the name: a country, and a form of address.
_BETWEEN = {
    "en": r"(?: of (?:the )?[A-Z]\w+(?: [A-Z]\w+){0,2})?,?(?: (?:Mr|Mrs|Ms|Sir|Dr)\.?)? $",
    "vi": r"(?: (?:nước )?[A-ZĐ]\w*(?: [A-ZĐ]\w*){0,3})?(?: (?:ông|bà|ngài))? $",
}
_TITLES = {
    lang: re.compile(rf"\b(?:{'|'.join(f'({form})' for form in forms.values())}){_BETWEEN[lang]}")
    for lang, forms in _KINDS.items()
}
_REACH = 80  # code points before a name
_ORGAN = re.compile(r"\b([A-Z]\w+) $")  # European Council President


@dataclass(frozen=True, slots=True)
class WorldClaim:
    """A text gives an office to a head of state or government who had another on that day.

    Attributes:
        text: Where.
        title_span: Where the title stands.
        name: Span of the name.
        tenure: What the almanac has.
    """

    text: TextView
    title_span: Span
    name: Span
    tenure: Tenure


def find_world_claims(view: DocumentView, day: datetime.date) -> Iterator[WorldClaim]:
    """Titles right before a name that contradict what its bearer was on a day."""
    if view.language not in _TITLES:
        return
    for named in view.once(find_named):
        tenure = tenures().get(named.parts)
        if tenure is None or not tenure.since + GRACE <= day <= tenure.until:
            continue
        claim = _claim(named, tenure, view.language)
        if claim is not None and not speaks_of_another_time(claim, day):
            yield claim


def _claim(named: Named, tenure: Tenure, lang: str) -> WorldClaim | None:
    text, start = named.text.text, max(0, named.span.start - _REACH)
    match = _TITLES[lang].search(text[start : named.span.start])
    if match is None:
        return None
    kind = tuple(_KINDS[lang])[(match.lastindex or 1) - 1]
    span = Span(start + match.start(), start + match.end(match.lastindex or 0))
    before = text[max(0, span.start - _REACH) : span.start]
    organ = _ORGAN.search(before)
    if (
        kind in tenure.offices
        or QUALIFIED.search(before)
        or (organ is not None and is_ordinary_word(organ[1].lower()))
    ):
        return None
    return WorldClaim(named.text, span, named.span, tenure)
