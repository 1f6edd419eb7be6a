"""Which office a text gives to which person, and whether that person held it on a day."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress
from typing import Protocol

from termkit.check.mentions import Mention, names_of, own_language
from termkit.check.nearby import before, matches_near
from termkit.check.view import DocumentView, TextView
from termkit.glossary.matcher import Match
from termkit.glossary.store import Glossary
from termkit.model.concept import Concept, ConceptType, Relation, RelationKind
from termkit.model.span import Span

# News of a handover is written some days early or late, and sources differ by a day or two.
GRACE = datetime.timedelta(days=7)
# A man who left long ago keeps his title in history: President Ho Chi Minh.
_RECENT = datetime.timedelta(days=5 * 365)

# What may stand between a title and the name: bodies and countries are taken out before.
_BEFORE_NAME = re.compile(
    r"(?:\s*\([^)]*\))?\s*(?:of the|of|the|tại|của|nước|,)?\s*(?:\([^)]*\))?\s*"
    r"(?:(?:Comrade|Mr|Mrs|Ms|Dr|General|Senior Lieutenant General|đồng chí|ông|bà|ngài|"
    r"Đại tướng|Thượng tướng|同志|大将|上将)\.?\s*)?"
)
_AFTER_NAME = re.compile(
    r"(?:\s*\([^)]*\))?\s*[,，]\s*(?:who is|who was|also|currently|now|the|a|an|là|hiện là|"
    r"Vietnam[’']s|China[’']s|the country[’']s|Vietnamese|Chinese|\s)*"
)
_NAME_FOLLOWS = re.compile(r"\s*(?:\([^)]*\))?\s*[^\W\d_a-zà-ỹđ]")
_AND = re.compile(
    r"\s*(?:of the|of|the|\([^)]*\)|\s)*(?:,|，|、|\band\b|as well as|\bvà\b|\bkiêm\b|兼|和)"
    r"\s*(?:and|also|concurrently|the|a|an|\s)*"
)
# A word before the title that makes it another office, or an office of another time.
QUALIFIED = re.compile(
    r"(?:\b(?:former|ex|then|late|outgoing|incoming|deputy|vice|assistant|interim|caretaker|"
    r"acting|designate|future|next|new|newly appointed|one-time|wife of|spouse of|adviser to|"
    r"aide to|nguyên|cựu|cố|phó|trợ lý|tân|phu nhân|thay mặt|quyền|tiền)|"
    r"前|原|时任|時任|副|代|代理|候任|已故|准|新任|历任|前任|夫人)[\s-]*$",
    re.IGNORECASE,
)
_ELECT = re.compile(r"^[\s-]*(?:elect|designate|nominee|emeritus)\b", re.IGNORECASE)
_SENTENCE = 1000  # code points of a sentence that are looked at on each side of a claim
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
# The sentence is about taking or leaving an office, or about another time.
_OTHER_TIME = re.compile(
    r"\b(?:appoint|elect(?:ed|ion|s)\b|re-elect|nominat|sworn|succeed|successor|replac|predecessor|"
    r"assum(?:ed|ption|ing)|bec(?:ame|om)|resign|dismiss|stepp?(?:ed|ing)? down|took over|until|"
    r"used to|served|at the time|last year|years? ago|decades?|earlier this year|previously|"
    r"history|historic|passing of|passed away|death|died|funeral|reached (?:by|between)\b|"
    r"bổ nhiệm|được bầu|bầu làm|miễn nhiệm|kế nhiệm|tiền nhiệm|khi đó|lúc đó|"
    r"bấy giờ|từng|giao quyền|năm ngoái|trước đây|nhậm chức|thay thế|qua đời|từ trần|lễ tang|"
    r"đạt được)|"
    r"任命|当选|當選|选举|接替|卸任|辞去|就任|曾|当时|當時|前任|继任|去年|此前|当年|履新|逝世|去世|"
    r"达成的",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r";|；|\b(?:said|told|stressed|noted|affirmed|added|stated)\b[^.;]{0,60}? that\b|\brằng\b"
    r"|, (?:(?:of|in|for|with|to|by|on) )?(?:which|whose|where)\b"
)
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTH = re.compile(
    rf"\b(?P<en>{'|'.join(name.capitalize() for name in _MONTHS)})\b"
    r"|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
    r"|\b[tT]háng\s+(?P<vi>1[0-2]|0?[1-9])\b|(?<!\d)(?P<zh>1[0-2]|[1-9])月"
)
_FAR = 120  # code points between a title and a name that may still belong together
_MOST = 8  # titles after one name
_DEPUTY = re.compile(r"\b(?:Deputy|Vice|deputy|vice|Phó) |副")
# Offices that several people hold at once.
_SHARED = re.compile(
    r"\b(?:deputy|vice|member|envoy|councill?or|counsell?or|spokes\w+|representative|alternate)\b"
    r"|^(?:minister|ambassador|secretary of .*|chargé.*)$",
    re.IGNORECASE,
)


class Placed(Protocol):
    """A title and a name that belong together."""

    @property
    def text(self) -> TextView:
        """Where."""

    @property
    def title_span(self) -> Span:
        """Where the title stands."""

    @property
    def name(self) -> Span:
        """Where the name stands."""


class Claim(Placed, Protocol):
    """A person has an office, as a text says: by the whole title or by its head."""

    @property
    def person(self) -> Concept:
        """Whose."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the offices that are meant."""


@dataclass(frozen=True, slots=True)
class Office:
    """A text gives an office to a person.

    Attributes:
        text: Where.
        person: Whose.
        title: The title as found.
        name: Span of the person's name.
        longer: Own offices of the person whose names begin with the title, or end with it in
            Chinese: 总理 of a Vietnamese is 越南总理, also where the person does not have it.
    """

    text: TextView
    person: Concept
    title: Match
    name: Span
    longer: tuple[str, ...] = ()

    @property
    def title_span(self) -> Span:
        """Where the title stands."""
        return self.title.span

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the offices the title can mean: homographs (国家主席) all count.

        A title of one holder that begins the name of the person's own office is that office:
        *Thủ tướng* of a Chinese is *Thủ tướng Quốc vụ viện*.
        """
        ids = (self.title.concept.id, *self.title.homographs)
        return ids + tuple(target for target in self.longer if target not in ids)


def find_offices(view: DocumentView) -> Iterator[Office]:
    """Titles right before a name, or after it in apposition, of people the glossary knows."""
    for text in view.texts:
        titles = [
            match
            for match in text.matches(types=(ConceptType.TITLE,))
            if not QUALIFIED.search(before(text.text, match.span))
            and not _ELECT.match(text.text[match.span.end : match.span.end + 20])
        ]
        if not titles:
            continue
        titles = list({match.span: match for match in reversed(titles)}.values())[::-1]
        people = list(people_in(view, text))
        ends = [match.span.end for match in titles]
        taken: set[Span] = set()
        for person, name in people:
            first, last = bisect_left(ends, name.start - _FAR), bisect_right(ends, name.start)
            for match in titles[first:last]:
                if match.span.end <= name.start and _leads_to(text, match, name):
                    taken.add(match.span)
                    yield Office(text, person, match, name, _longer(view, person, match))
        free = [match for match in titles if match.span not in taken]
        starts = [match.span.start for match in free]
        for person, name in people:
            after = free[bisect_left(starts, name.end) :][:_MOST]
            for match in _appositions(text, after, name):
                yield Office(text, person, match, name, _longer(view, person, match))


def _longer(view: DocumentView, person: Concept, title: Match) -> tuple[str, ...]:
    if _SHARED.search(title.text):
        return ()
    own = tuple(
        relation.target
        for relation in offices(person)
        if (concept := view.glossary.concepts.get(relation.target)) is not None
        and any(_is_short_for(title, form.text) for form in concept.named(title.designation.lang))
    )
    return own or _of_country(view.glossary, person, title)


def _of_country(glossary: Glossary, person: Concept, title: Match) -> tuple[str, ...]:
    """The one office of a person's country that a bare Chinese title can mean.

    The glossary has 总理 as China's; before a Vietnamese name it is 越南总理.
    """
    if not title.designation.lang.startswith("zh"):
        return ()
    held = glossary.once("offices by country", lambda: _held_by_country(glossary))
    ours = held.get(own_language(person), frozenset())
    if title.concept.id in ours or not ours.isdisjoint(title.homographs):
        return ()
    found = {
        target
        for target in ours
        for form in glossary.concepts[target].named(title.designation.lang)
        if _is_short_for(title, form.text) and not _DEPUTY.search(form.text)
    }
    return tuple(found) if len(found) == 1 else ()


def _held_by_country(glossary: Glossary) -> dict[str | None, frozenset[str]]:
    found: dict[str | None, set[str]] = defaultdict(set)
    for person in glossary:
        if person.type is ConceptType.PERSON:
            targets = (relation.target for relation in offices(person))
            found[own_language(person)].update(filter(glossary.concepts.__contains__, targets))
    return {country: frozenset(targets) for country, targets in found.items()}


def _is_short_for(title: Match, form: str) -> bool:
    if title.designation.lang.startswith("zh"):
        return form.endswith(title.text)
    return form.startswith(f"{title.text} ")


def speaks_of_another_time(claim: Placed, day: datetime.date) -> bool:
    """Whether the claim's sentence is about a change of office, or names another year."""
    if _OTHER_TIME.search(_sentence(claim)):
        return True
    return any(int(year) != day.year for year in _YEAR.findall(_own_clause(claim)))


def _own_clause(claim: Placed) -> str:
    """The claim's sentence up to the next clause: what is said there has a time of its own.

    *Chairman Huệ told the guests that …, of which Bhutan has been a member since 2013.*
    """
    sentence = _sentence_span(claim)
    end = max(claim.name.end, claim.title_span.end)
    clause = _CLAUSE.search(claim.text.text, end, sentence.end)
    return claim.text.text[sentence.start : clause.end() if clause else sentence.end]


def days_spoken_of(claim: Claim, day: datetime.date) -> tuple[datetime.date, ...]:
    """The document's day, and a day in each month that the sentence names, not after it."""
    days = [day]
    for match in _MONTH.finditer(_sentence(claim)):
        if match["en"]:
            month = _MONTHS.index(match["en"].lower()) + 1
        else:
            month = int(match["vi"] or match["zh"] or 0)
        if month:
            days.append(datetime.date(day.year - (month > day.month), month, 15))
    return tuple(days)


def offices(person: Concept) -> tuple[Relation, ...]:
    """The offices a person held or holds."""
    return tuple(rel for rel in person.relations if rel.kind is RelationKind.HOLDS_OFFICE)


def held(person: Concept, title: str, day: datetime.date) -> bool:
    """Whether the person may have held an office on a day; open and imprecise ends count."""
    return any(
        relation.target == title
        and (relation.period.covers(day + GRACE) or relation.period.covers(day - GRACE))
        for relation in offices(person)
    )


def known_holder(
    glossary: Glossary, title: str, day: datetime.date, like: Concept
) -> Concept | None:
    """Who surely held an office of one holder on a day, in the country of another person."""
    concept = glossary.concepts.get(title)
    preferred = concept.preferred("en") if concept is not None else None
    if preferred is None or _SHARED.search(preferred.text):
        return None
    country = own_language(like)
    for person in glossary:
        if person.type is not ConceptType.PERSON or own_language(person) != country:
            continue
        for relation in offices(person):
            if relation.target == title and person.id != like.id and surely_held(relation, day):
                return person
    return None


def own_superior(
    glossary: Glossary, title: str, day: datetime.date, person: Concept
) -> Concept | None:
    """The office that a person surely held on a day, where a title makes him its deputy."""
    deputy = glossary.concepts.get(title)
    if deputy is None:
        return None
    ranks = {_DEPUTY.sub("", form.text) for form in deputy.designations} - {
        form.text for form in deputy.designations
    }
    for relation in offices(person):
        above = glossary.concepts.get(relation.target)
        if above is None or not surely_held(relation, day):
            continue
        if any(form.text in ranks for form in above.designations):
            return above
    return None


def ended_recently(relation: Relation, day: datetime.date) -> bool:
    """Whether an office ended before a day, but not so long ago that it is history."""
    end = relation.valid_until
    return end is not None and end.last + GRACE < day < end.last + _RECENT


def surely_held(relation: Relation, day: datetime.date) -> bool:
    """Whether an office was held on a day by what is known of both its ends."""
    start, end = relation.valid_from, relation.valid_until or relation.confirmed
    if start is None or end is None:
        return False
    last = end.first if relation.valid_until is not None else end.last
    return start.last + GRACE <= day <= last - (GRACE if relation.valid_until else GRACE * 0)


def people_in(view: DocumentView, text: TextView) -> Iterator[tuple[Concept, Span]]:
    """Known people of a text by their full names, and by short ones that can be nobody else's."""
    names = names_of(view)
    for mention in names.known_in(text.index):
        if mention.person is not None:
            yield mention.person, mention.span
    for word in names.lone_in(text.index):
        bearers = {
            mention.key: mention
            for mention in names.bearers(word.text)
            if mention.order < word.order and mention.short == word.text
        }
        if len(bearers) == 1:
            bearer: Mention = bearers.popitem()[1]
            if bearer.person is not None:
                yield bearer.person, word.span


def _masked(text: TextView, start: int, end: int) -> str:
    """The text between, bodies and places taken out."""
    kept = [True] * (end - start)
    for match in matches_near(text, Span(start, end)):
        if match.concept.type in (ConceptType.ORGANISATION, ConceptType.PLACE):
            for index in range(max(start, match.span.start), min(end, match.span.end)):
                kept[index - start] = False
    return "".join(compress(text.text[start:end], kept))


def _leads_to(text: TextView, match: Match, name: Span) -> bool:
    if name.start - match.span.end > _FAR:
        return False
    return _BEFORE_NAME.fullmatch(_masked(text, match.span.end, name.start)) is not None


def _appositions(text: TextView, titles: list[Match], name: Span) -> Iterator[Match]:
    """Titles after a name: *Trung, a member of the Politburo and minister of foreign affairs*."""
    position = name.end
    joint = _AFTER_NAME
    for match in titles:
        if match.span.start < position or match.span.start - position > _FAR:
            continue
        if text.lang.startswith("zh"):
            if match.span.start == name.end:
                yield match  # 王毅外长
            return
        if _NAME_FOLLOWS.match(
            _masked(text, match.span.end, min(len(text.text), match.span.end + _FAR))
        ):
            return  # "Tô Lâm, Chủ tịch nước Lương Cường": the next in a list
        if not joint.fullmatch(_masked(text, position, match.span.start)):
            return
        yield match
        position, joint = match.span.end, _AND


def _sentence(claim: Placed) -> str:
    return _sentence_span(claim).slice(claim.text.text)


def _sentence_span(claim: Placed) -> Span:
    """The sentence of a claim, and of one that never ends the words around the claim."""
    text, title, name = claim.text, claim.title_span, claim.name
    index = text.sentence_at(title.start)
    sentence = text.sentences[index] if index < len(text.sentences) else Span(0, len(text.text))
    start, end = min(title.start, name.start), max(title.end, name.end)
    return Span(max(sentence.start, start - _SENTENCE), min(sentence.end, end + _SENTENCE))
