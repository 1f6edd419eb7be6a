"""Bodies and offices that a translation does not name: left out on purpose, or called otherwise.

Of the offices that somebody holds a report in another language names one; what a bracket explains
it leaves out; and a body has more names than a glossary lists. None of this excuses another body
or office in its place.
"""

from __future__ import annotations

import re
from functools import lru_cache

from termkit.check.paraphrase import may_paraphrase
from termkit.check.renderings import Rendering, find_renderings
from termkit.check.view import UnitView
from termkit.glossary.matcher import Match
from termkit.lang.tables import load_rows
from termkit.model.concept import ConceptType, Designation
from termkit.model.span import Span

_OFFICIAL = (ConceptType.ORGANISATION, ConceptType.TITLE)
_SHARE = 1 / 3  # of the words of a name that make it likely
_BRACKETED = re.compile(r"[(（][^()（）]*$")
# Between two offices of one person: 委员、, *, Chairman of*.
_PART_BEHIND = re.compile("[参參众眾上下][议議]?院|(?:常务|常设)?委员会|办公厅|秘书处")
_PART_BEFORE = re.compile(
    r"(?:\b(?:Thượng viện|Hạ viện|Thượng nghị viện|Hạ nghị viện)(?: của| thuộc)? "
    r"|\b(?:Senate|House|Chamber)(?: of [A-Z]\w+)? of (?:the )?)$"
)
_IN_A_ROW = re.compile(
    r"[\u4e00-\u9fff]{0,6}[、，兼][\u4e00-\u9fff]{0,6}"
    r"|[\w ]{0,24}(?:,| và| and| kiêm) [\w ]{0,24}"
)


def may_be_left_out(
    view: UnitView, found: Rendering, wanted: tuple[Designation, ...], named: frozenset[str]
) -> bool:
    """Whether a body or an office may be left out on purpose or be called otherwise.

    Args:
        view: The unit.
        found: What the source names and the target does not.
        wanted: Its designations in the language of the target.
        named: Ids of all that the source names.
    """
    kind = found.concept.type
    if kind not in _OFFICIAL or view.source is None:
        return False
    if all(_is_in_its_part(view, match.span) for match in found.source):
        return True
    matches = tuple(view.target.matches())
    if any(match.concept.type is kind and not named & _ids(match) for match in matches):
        return False  # another one stands in its place
    office = found.source[0].span
    if _BRACKETED.search(view.source.text, 0, office.start) or _is_one_of_several(view, office):
        return True
    lang = view.target.lang.split("-")[0]
    texts = [one.text for one in wanted]
    if may_paraphrase(texts, view.target.text, view.target.lang, share=_SHARE, least=2):
        return True
    own = heads_of(found, wanted, lang)
    others = _head_pattern(lang, _heads(lang, kind) - own) if own else _NOTHING
    return any(
        not any(match.span.start <= place.start() < match.span.end for match in matches)
        for place in others.finditer(view.target.text)
    )


def heads_of(found: Rendering, wanted: tuple[Designation, ...], lang: str) -> frozenset[str]:
    """The words that say what a body or an office is; none in *ASEAN*, which has no other name.

    Args:
        found: The concept.
        wanted: Its designations.
        lang: Of these.
    """
    if found.concept.type not in _OFFICIAL:
        return frozenset()
    heads = _heads(lang.split("-")[0], found.concept.type)
    return frozenset(head for one in wanted for head in heads if head in one.text.lower())


def _is_one_of_several(view: UnitView, office: Span) -> bool:
    """Whether an office stands in a row with another one that is rendered."""
    assert view.source is not None
    for found in view.once(find_renderings):
        if found.concept.type in _OFFICIAL and _is_there(view, found):
            for other in found.source:
                first, last = sorted((office, other.span), key=lambda span: span.start)
                if _IN_A_ROW.fullmatch(view.source.text, first.end, last.start):
                    return True
    return False


def _is_in_its_part(view: UnitView, body: Span) -> bool:
    """Whether a body only says whose a chamber or a committee is, which has a name of its own."""
    assert view.source is not None
    text = view.source.text
    if view.source.lang.startswith("zh"):
        return _PART_BEHIND.match(text, body.end) is not None
    return _PART_BEFORE.search(text, 0, body.start) is not None


def _is_there(view: UnitView, found: Rendering) -> bool:
    if found.is_rendered:
        return True
    wanted = (one.text for one in found.concept.in_language(view.target.lang))
    return may_paraphrase(wanted, view.target.text, view.target.lang)


def _heads(lang: str, kind: ConceptType) -> frozenset[str]:
    return frozenset(
        head for head, of in load_rows(lang, "term_heads") if of == kind.value and len(head) > 1
    )


_NOTHING = re.compile(r"(?!)")


@lru_cache(maxsize=256)
def _head_pattern(lang: str, heads: frozenset[str]) -> re.Pattern[str]:
    """Heads as names have them: in Vietnamese with a capital, for *bộ* and *ban* are words."""
    if not heads:
        return _NOTHING
    if lang == "zh":
        return re.compile("|".join(sorted(heads)))
    words = [head.capitalize() if lang == "vi" else head for head in sorted(heads)]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.NOFLAG if lang == "vi" else re.IGNORECASE)


def _ids(match: Match) -> frozenset[str]:
    return frozenset((match.concept.id, *match.homographs))
