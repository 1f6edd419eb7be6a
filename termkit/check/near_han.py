"""Names of people in Han characters with one character mistaken: *陈清敏* typed as *陈情敏*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from termkit.check.han_variants import HanNames, find_variants, joined
from termkit.check.mentions import own_language
from termkit.check.mistaken_han import is_mistaken
from termkit.check.nearby import matches_near
from termkit.check.offices import held, offices
from termkit.check.rule import Mark
from termkit.check.supports import is_named_elsewhere
from termkit.check.view import DocumentView, TextView
from termkit.glossary.store import Glossary
from termkit.lang.zh.names import family_names
from termkit.lang.zh.pinyin import sound_alike
from termkit.model.concept import Concept, ConceptType
from termkit.model.span import Span
from termkit.text.scripts import is_han

_ACTS = re.compile(
    "说|表示|强调|指出|会见|会谈|同|与|介绍|赞赏|重申|出席|访问|认为|转达|祝贺|检阅|登上|就任|"
    "前往|抵达|主持|发表|举行|致辞|致信|致电|听取|接受|接见|感谢|欢迎|宣布|签署|[，。、：]|$"
)
_MORE = re.compile("(?:还|进一步|同时)(?:说|表示|强调|指出|宣布|介绍|认为|重申|透露|补充|回应)")
# Family names that are little words as well: 和 (He), 于 (Yu), 向 (Xiang).
_PARTICLES = frozenset("和与于向从由为以因及在对就是则且而")
_VIETNAMESE = re.compile("(?:越共|越南|越方)[^。；，]{2,}(?:主席|书记|部长|总理|大使|委员|主任)$")
# Offices that one person holds, for somebody whose own the glossary does not tell.
_HEADS = re.compile("(?:省|市|州|区|自治区|委|部|国)(?:主席|书记|省长|市长|州长|部长|主任)$")
_MINISTER = re.compile("(?<!副)(?:外交|国防|公安)部部?长$")
# What people are who lead no state: the goalkeeper, the shopkeeper.
_ROLE = re.compile(
    "(?:门将|前锋|后卫|中场|球员|选手|队长|教练|歌手|演员|导演|作家|画家|教师|老师|学生|教授|医生|护士|司机|"
    "店主|老板|村民|居民|农民|市民|商户|渔民|工人|工程师|律师|总经理|董事长|经理)$"
)
_OFFICE = 30  # characters


def find_near_han(view: DocumentView) -> Iterator[Mark]:
    """Marks at names one character away from a person's that sounds or looks like it.

    A name of two characters needs the person's office beside it; one of three needs it
    where the character does not even sound alike, or where another family stands first.
    """
    known, names = view.glossary.once("near_han", lambda: _people(view.glossary))
    marked: dict[int, list[Span]] = defaultdict(list)
    for name in names.possible(joined(view).grams):
        person = known[name]
        for text, span in find_variants(view, name):
            found = span.slice(text.text)
            if found in known or _is_barred(text, span):
                continue
            if any(mark.overlaps(span) for mark in marked[text.index]):
                continue
            if _is_slip(view, text, span, name, person):
                marked[text.index].append(span)
                yield text.mark(
                    span,
                    f"{found!r} is one character away from {name!r}",
                    replacement=name,
                    concept_id=person.id,
                )


def _people(glossary: Glossary) -> tuple[dict[str, Concept], HanNames]:
    known = {
        designation.text: person
        for person in glossary
        if person.type is ConceptType.PERSON
        for designation in person.named("zh-Hans")
        if designation.is_approved and 2 <= len(designation.text) <= 4
    }
    return known, HanNames(known)


def _is_barred(text: TextView, span: Span) -> bool:
    """Whether a name of the glossary, or another proper one, lies over the place."""
    return any(
        match.concept.type is not ConceptType.TERM and len(match.span) > 1
        for match in matches_near(text, span)
        if match.span.overlaps(span)
    )


def _is_slip(view: DocumentView, text: TextView, span: Span, name: str, person: Concept) -> bool:
    found = span.slice(text.text)
    index = next(i for i, (a, b) in enumerate(zip(found, name, strict=True)) if a != b)
    if not _is_simplified(found[index]) and _is_simplified(name[index]):
        return False  # 習近平: the same character in the other script
    vietnamese = own_language(person) == "vi"
    titled = _has_own_title(text, span, person)
    if len(name) == 2 and not titled:  # 毛宇 may be somebody
        alike = sound_alike(found[index], name[index])
    else:
        alike = is_mistaken(found[index], name[index], vietnamese=vietnamese)
    if not titled and _ROLE.search(text.text[max(0, span.start - _OFFICE) : span.start]):
        return False
    if index == 0:
        # 系近平 may be the end of another word and the beginning of the name, and 和炜 is
        # "and Wei"; another family needs the office before it, or the right name elsewhere.
        if not alike or titled or (len(name) > 2 and _is_called_minister(text, span)):
            return alike
        if len(name) == 2 and _has_title_after(text, span, person):
            return True
        if found[0] in family_names():
            return found[0] not in _PARTICLES and is_named_elsewhere(view, person)
        return len(name) > 2 and _starts(text, span)
    if len(name) == 2:
        if alike and _has_title_after(text, span, person):
            return True
        if alike and not offices(person) and _HEADS.search(text.text, *_before_name(span)):
            return True
        if alike and _is_called_minister(text, span) and _is_acting(text, span):
            return True
        if alike and _is_acting(text, span) and is_named_elsewhere(view, person):
            return True
        if alike and vietnamese and _is_vietnamese_officer(text, span):
            return True
        if not alike and _goes_on_speaking(text, span) and is_named_elsewhere(view, person):
            return True
        if titled and not alike and not _holds_now(view, text, span, person):
            return False  # 总理李鹏, in a text of another time
        return titled and (alike or span.end == len(text.text) or _ends(text, span))
    return alike or titled


def _before_name(span: Span) -> tuple[int, int]:
    return max(0, span.start - _OFFICE), span.start


def _is_vietnamese_officer(text: TextView, span: Span) -> bool:
    """Whether an office of Vietnam stands right before: 越共中央政治局委员、公安部部长苏琳."""
    around = text.text[max(0, span.start - _OFFICE) : span.start]
    return _VIETNAMESE.search(around) is not None and _ends(text, span)


def _has_own_title(text: TextView, span: Span, person: Concept) -> bool:
    own = {relation.target for relation in offices(person)}
    return any(
        span.start == match.span.end and own & {match.concept.id, *match.homographs}
        for match in matches_near(text, Span(span.start, span.start))
        if match.concept.type is ConceptType.TITLE
        and match.nested_in is None
        and not match.is_foreign
    )


def _holds_now(view: DocumentView, text: TextView, span: Span, person: Concept) -> bool:
    """Whether the person held the office before the name on the document's day."""
    return view.date is not None and any(
        held(person, title, view.date)
        for match in text.matches(types=(ConceptType.TITLE,))
        if match.span.end == span.start
        for title in (match.concept.id, *match.homographs)
    )


def _has_title_after(text: TextView, span: Span, person: Concept) -> bool:
    """The person's office right behind the name: 苏林总书记."""
    own = {relation.target for relation in offices(person)}
    return any(
        span.end == match.span.start and own & {match.concept.id, *match.homographs}
        for match in text.matches(types=(ConceptType.TITLE,), nested=True)
    )


def _is_acting(text: TextView, span: Span) -> bool:
    """Whether what follows is said of a person, and is no third character of a name."""
    return _ACTS.match(text.text, span.end) is not None


def _is_called_minister(text: TextView, span: Span) -> bool:
    """Whether an office that everybody knows the holder of stands before: 国防部部长董君."""
    return _MINISTER.search(text.text, max(0, span.start - _OFFICE), span.start) is not None


def _goes_on_speaking(text: TextView, span: Span) -> bool:
    """Whether a clause begins with the name and says something more: 毛宇还宣布.

    Who goes on has been introduced.
    """
    return _starts(text, span) and _MORE.match(text.text, span.end) is not None


def _starts(text: TextView, span: Span) -> bool:
    return span.start == 0 or not is_han(text.text[span.start - 1])


def _ends(text: TextView, span: Span) -> bool:
    return not is_han(text.text[span.end : span.end + 1] or ".")


def _is_simplified(character: str) -> bool:
    """Whether the character is in GB 2312, which has no traditional forms."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
