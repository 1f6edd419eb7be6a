"""Names in Simplified Chinese in the forms of Taiwan, Hong Kong or Singapore: rule N102.

*纽西兰* beside *新西兰*, *马克宏* beside *马克龙*, *奈洛比* in a house of the mainland.

Source: `lang/zh/data/taiwan_territories.tsv` and `regional_names.tsv`, from Unicode CLDR and
OpenCC, and `regional_people.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from termkit.check.han_variants import joined
from termkit.check.rule import Mark
from termkit.check.surroundings import in_gloss, in_quotation, in_title_of_work
from termkit.check.view import DocumentView
from termkit.lang.tables import load_rows
from termkit.lang.zh.names import family_names
from termkit.model.finding import Severity
from termkit.model.span import Span
from termkit.text.scripts import is_han

_LEAST = 3  # characters of a name that is surely one where the usual one is not near
# A shorter one may begin another name (东加 in 东加勒比): one of these stands behind it, and
# where nothing else tells what is meant, one of the others before it.
_ENDS = re.compile("[、，。；：！？）和与及的等国政人总首外代方在是将]|$")
_LEADS = re.compile("[至到在抵从赴于往访、和与及同（]$|^$|[，。；]$")
_TITLES = re.compile("(?:总统|总理|首相|主席|总裁|议长|国务卿|国王)$")
_EXPLAINED = re.compile("(?:又译|也译|亦译|译作|译为|又称|也称|又名|又叫|即)$")
_PLACED = re.compile("[街路区村镇楼巷桥]|大[厦楼道]|公司|酒店|中学|小学")
_ROLES = re.compile("总统|总理|首相|主席|总裁|议长|表示|说|指出|强调|认为|宣布|还|也|政府")


class _Forms(NamedTuple):
    pattern: re.Pattern[str]
    usual: dict[str, str]
    people: frozenset[str]


def find_regional_names(view: DocumentView) -> Iterator[Mark]:
    """A warning beside the usual name, and a note in a text without it."""
    if view.language != "zh" or (view.document.lang or "").startswith("zh-Hant"):
        return
    forms = _forms()
    everything = joined(view).text
    for text in view.texts:
        for match in forms.pattern.finditer(text.text):
            span, name = Span(*match.span()), match[0]
            right = forms.usual[name]
            beside = right in everything
            if in_gloss(text.text, span) or in_quotation(text.text, span):
                continue
            person = name in forms.people
            # Who is named as usual elsewhere is no half of two words here.
            met = beside and person
            if in_title_of_work(text.text, span):
                continue
            if not met and text.language.straddles(text.text, span):
                continue
            if _EXPLAINED.search(text.text, max(0, span.start - 2), span.start):
                continue
            if person and not _is_somebody(text.text, span):
                continue
            doubtful = person or len(span) < _LEAST
            if not beside and doubtful and (view.profile is None or not _is_sure(text.text, span)):
                continue
            yield text.mark(
                span,
                f"{name!r} here, {right!r} elsewhere in this document"
                if beside
                else f"{name!r} is the form of another region for {right!r}",
                replacement=right,
                severity=None if beside else Severity.INFO,
            )


def _is_somebody(text: str, span: Span) -> bool:
    """No given name of somebody else: 李安华, 安华街."""
    before = text[span.start - 1 : span.start]
    if _PLACED.match(text, span.end):
        return False
    if len(span) >= _LEAST or not is_han(before):
        return True
    title = _TITLES.search(text, max(0, span.start - 4), span.start)
    return title is not None or before not in family_names()


def _is_sure(text: str, span: Span) -> bool:
    """Whether a title, a role or a preposition shows that a short name is meant."""
    if len(span) >= _LEAST or _TITLES.search(text, max(0, span.start - 4), span.start):
        return True
    before = text[max(0, span.start - 1) : span.start]
    if _ROLES.match(text, span.end):
        return True
    return _ENDS.match(text, span.end) is not None and _LEADS.search(before) is not None


@cache
def _forms() -> _Forms:
    """A pattern of the names that are other regions' alone, and the usual one of each."""
    people = {row[0]: row[1] for row in load_rows("zh", "regional_people")}
    places = {
        row[0]: row[1]
        for table in ("taiwan_territories", "regional_names")
        for row in load_rows("zh", table)
    }
    usual = {**places, **people}
    longest = sorted(usual, key=len, reverse=True)
    return _Forms(re.compile("|".join(map(re.escape, longest))), usual, frozenset(people))
