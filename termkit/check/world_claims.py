"""An office of a head of state or government that is another than the world's almanac has.

*French Prime Minister Emmanuel Macron*, *Tổng thống Malaysia Anwar Ibrahim*.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from termkit.check.first_called import Named, find_named
from termkit.check.office_kinds import (
    DEPUTY_GOVERNMENT,
    DEPUTY_STATE,
    GOVERNMENT,
    MONARCH,
    STATE,
    title_before,
)
from termkit.check.offices import GRACE, speaks_of_another_time
from termkit.check.view import DocumentView, TextView
from termkit.model.span import Span
from termkit.names.world_offices import Tenure, tenures

# What the almanac calls the kinds.
_ALMANAC = {
    STATE: "president",
    GOVERNMENT: "prime minister",
    DEPUTY_STATE: "vice president",
    DEPUTY_GOVERNMENT: "deputy prime minister",
    MONARCH: "monarch",
}
_LANGUAGES = ("en", "vi")


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
    if view.language not in _LANGUAGES:
        return
    for named in view.once(find_named):
        tenure = tenures().get(named.parts)
        if tenure is None or not tenure.since + GRACE <= day <= tenure.until:
            continue
        claim = _claim(named, tenure, view.language)
        if claim is not None and not speaks_of_another_time(claim, day):
            yield claim


def _claim(named: Named, tenure: Tenure, lang: str) -> WorldClaim | None:
    title = title_before(named.text.text, named.span, lang)
    office = _ALMANAC.get(title.kind) if title is not None else None
    if title is None or office is None or office in tenure.offices:
        return None
    return WorldClaim(named.text, title.span, named.span, tenure)
