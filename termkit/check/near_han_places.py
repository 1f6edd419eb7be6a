"""Places in Han characters with one character written by its sound: 得勒省, 平祥站, 友宜关."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from termkit.check.han_variants import HanNames, find_variants, joined
from termkit.check.mistaken_han import is_mistaken
from termkit.check.nearby import before, matches_near
from termkit.check.rule import Mark
from termkit.check.slips_zh import is_little_word, is_zh_word, makes_a_word
from termkit.check.view import DocumentView, TextView
from termkit.glossary.store import Glossary
from termkit.lang.tables import load_words
from termkit.lang.zh.names import family_names
from termkit.model.concept import ConceptType
from termkit.model.span import Span
from termkit.text.scripts import is_han

_KIND = re.compile("[省市州县]")
# What stands behind a place and not within a person's name.
_PLACED = re.compile("[省市县州区镇站口港关等至到的，。、；）]|$")
# What joins the names of two sides, and the kind behind them: 友谊-友谊关口岸.
# Before a place: 前往砚港, and between two of a list: 砚港和胡志明市.
_BEFORE_PLACE = re.compile("(?:前往|抵达|到达|来自|位于|访问|飞往|运往|[赴在至到从])$")
_BETWEEN_PLACES = ("、", "和", "与", "及", "以及", "至", "—", "-", "到")
_JOINT = re.compile(r"[-－—（）()]|口岸|国际机场|瀑布")
_CLAUSE = re.compile("[，。；、）]|举行|召开|出席|会见|参加|访问|考察|开幕|成立|签署|$")
_SHORT = 2  # characters of a name
_NEAR = 3  # characters to the next name of a list
_PLACE = ConceptType.PLACE
_BEHIND = 2  # characters behind a name, mostly one word


def find_near_han_places(view: DocumentView) -> Iterator[Mark]:
    """Marks at what sounds or looks like a known place and is none.

    The right name must stand elsewhere in the document, or the kind of place follow (得勒省), or
    words that only a place stands behind or another place beside it (前往砚港和顺化). A
    kind that the name is not known with must stand behind the right name elsewhere.
    """
    everything = joined(view).text
    names, by_length = view.glossary.once("near_han_places", lambda: _index(view.glossary))
    marked: dict[int, list[Span]] = defaultdict(list)
    kinds = _before_kinds(everything)
    for name in by_length.possible(joined(view).grams):
        named = name in everything
        placed = len(name) == _SHORT and not named
        if not (named or placed) and kinds.isdisjoint(_wildcards(name)):
            continue  # most of them
        for text, span in find_variants(view, name):
            kind = _KIND.match(text.text, span.end)
            if kind is not None and not _has_kind(name + kind[0], names, everything):
                continue  # 凉山州 is no province of 谅山
            if not (named or kind or (placed and _is_listed(text, span))):
                continue
            if not _is_slip(text, span, name, names):
                continue
            if _is_place_and_more(text, span, everything, name):
                continue
            if any(span.overlaps(other) for other in marked[text.index]):
                continue
            marked[text.index].append(span)
            yield text.mark(
                span,
                f"{span.slice(text.text)!r} is like {name!r} and no known place",
                replacement=name,
            )


def _is_listed(text: TextView, span: Span) -> bool:
    """Whether a place is gone to or lain in, and a known one stands beside it in a list."""
    places = [match for match in matches_near(text, span, _NEAR) if match.concept.type is _PLACE]
    after = next((j for j in _BETWEEN_PLACES if text.text.startswith(j, span.end)), None)
    if after is not None and any(match.span.start == span.end + len(after) for match in places):
        return True
    words = before(text.text, span)
    joint = next((j for j in _BETWEEN_PLACES if words.endswith(j)), None)
    if joint is not None and any(match.span.end == span.start - len(joint) for match in places):
        return _PLACED.match(text.text, span.end) is not None
    goes = _BEFORE_PLACE.search(words) is not None
    return goes and _CLAUSE.match(text.text, span.end) is not None


def _has_kind(place: str, names: dict[str, bool], everything: str) -> bool:
    return place in names or place in everything


def _before_kinds(everything: str) -> set[str]:
    """What stands before a kind of place, each of its characters left open in turn."""
    return {
        wild
        for kind in _KIND.finditer(everything)
        for size in (2, 3, 4)
        for wild in _wild(everything[max(0, kind.start() - size) : kind.start()])
    }


def _wild(name: str) -> list[str]:
    return [f"{name[:at]}?{name[at + 1 :]}" for at in range(len(name))]


_wildcards = cache(_wild)  # of the names of a glossary


def _index(glossary: Glossary) -> tuple[dict[str, bool], HanNames]:
    names = _names(glossary)
    return names, HanNames(sorted(names, key=len, reverse=True))


def _names(glossary: Glossary) -> dict[str, bool]:
    """Names of two to four characters, each side of a pair of border gates by itself.

    Each with whether it may be a Vietnamese name, which is read in its own way.
    """
    return {
        name: "China" not in concept.subject_field
        for concept in glossary
        if concept.type is ConceptType.PLACE and not concept.claim
        for designation in concept.named("zh-Hans")
        if designation.is_approved
        for name in _JOINT.split(designation.text)
        if 2 <= len(name) <= 4 and name not in load_words("zh", "ordinary_words")
    }


def _is_slip(text: TextView, span: Span, name: str, names: dict[str, bool]) -> bool:
    found = span.slice(text.text)
    at = next(i for i, (a, b) in enumerate(zip(found, name, strict=True)) if a != b)
    if not is_mistaken(found[at], name[at], vietnamese=names[name]):
        return False
    if found in names or is_zh_word(found):
        return False
    if is_little_word(found[at]):
        return False  # 音乐会上还, 西部和北部
    if at == 0 and found[0] in family_names() and not _PLACED.match(text.text, span.end):
        return False  # 傅建山
    if found in load_words("zh", "places"):
        return False
    if any(match.span.overlaps(span) for match in matches_near(text, span) if len(match.span) > 1):
        return False
    return not makes_a_word(text.text, span.start + at)


def _is_place_and_more(text: TextView, span: Span, everything: str, name: str) -> bool:
    """Whether a shorter place stands there and a word begins behind it: 友谊 in 在友谊观看演出.

    Not where the right name elsewhere goes on in the same way, as with its kind (口岸).
    """
    if span.slice(text.text)[:-1] not in load_words("zh", "places"):
        return False
    behind = text.text[span.end : span.end + _BEHIND]
    return len(behind) < _BEHIND or not is_han(behind[0]) or name + behind not in everything
