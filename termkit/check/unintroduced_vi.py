"""Vietnamese people whom a text calls by the given name and never by the whole one: *bà Hoa*.

A report gives the full name first. Whoever is called by one syllable, while the text has no
longer name with it, or has it only below, was never introduced: rule N106. Gods and figures of
tales are called so as well; what they never do is speak in a report beside people named in full.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from termkit.check.asides import find_turns
from termkit.check.mentions import LoneWord, names_of, own_language
from termkit.check.nearby import before, matches_near
from termkit.check.supports import has_own_title
from termkit.check.surroundings import in_quotation
from termkit.check.view import DocumentView, TextView
from termkit.lang import get_language
from termkit.lang.tables import load_words
from termkit.lang.vi.syllables import is_syllable
from termkit.model.concept import Concept, ConceptType
from termkit.model.span import Span
from termkit.names.parse import capital_runs, is_family_name
from termkit.text.scripts import CAPITALS, LATIN

# Of one person, in running text: *Bà Đen* is a mountain, *Bác Hồ* everybody's.
_PERSON = re.compile(
    r"(?:(?<=[^\s.:;!?“”\"] )(?<!\b[cC]ác )(?<!\b[nN]hững )|^|(?<=[.:;!?”\"] ))"
    r"(?P<word>(?:ông|bà|anh|chị|cô|chú|cụ|thầy|em|bác sĩ|kỹ sư|luật sư|nghệ nhân|đồng chí|"
    r"cô giáo|thầy giáo|y sĩ|điều dưỡng|cơ trưởng) )$",
    re.IGNORECASE,
)
# One word with a capital behind one without: *ông Hoa*, and hardly any other.
_LONE = re.compile(rf"(?<=[a-zà-ỹđ] )[{CAPITALS}][{LATIN}]+(?![{LATIN}]| [{CAPITALS}])")
# As reports have people speak, and tales hardly anybody.
_SPEAKS = re.compile(
    r"(?:,[^.;:?!]{1,100},)? (?:còn |cũng |đã |vui vẻ |xúc động )?(?:cho biết|cho rằng|cho hay|"
    r"khẳng định|nhấn mạnh|chia sẻ|phát biểu|bày tỏ|thông tin|tâm sự|bộc bạch)\b"
)
_BIRTH_ORDER = frozenset(("cả", "út"))  # and numerals: anh Ba, chị Tư
_HABIT = 2  # people so called are the habit of a story


@dataclass(frozen=True, slots=True)
class Unintroduced:
    """Somebody called by the given name alone.

    Attributes:
        text, span: The first place.
        full: The whole name: the one below in the text, or that of the person meant.
        place: Where the whole name stands below, if it does.
        person: Of the glossary, if the office before the name says who is meant.
    """

    text: TextView
    span: Span
    full: str = ""
    place: tuple[TextView, Span] | None = None
    person: Concept | None = None


def find_unintroduced(view: DocumentView) -> Iterator[Unintroduced]:
    """The first place of each such name; none where several are called so."""
    if view.language != "vi" or any(find_turns(view.document)):
        return
    names = names_of(view)
    behind = {word for text in view.texts for word in _LONE.findall(text.text)}
    called = set(filter(_is_given_name, behind))
    full = _full_names(view) if called else {}
    found: dict[str, Unintroduced] = {}
    speakers: set[str] = set()
    for word in names.lone(called.__contains__):
        text = view.texts[word.unit]
        if word.addressed and _speaks(text, word.span):
            speakers.add(word.text)
        if not word.addressed or word.text in found or _is_known(text, word.span):
            continue
        if names.bearers(word.text):
            continue  # a name of known shape comes later, or has come before
        whole = full.get(word.text, [])
        if any((other.index, span.start) < word.order for other, span in whole):
            continue
        person = None if whole else _office_holder(view, text, word)
        if person is not None:
            form = person.preferred("vi")
            yield Unintroduced(text, word.span, form.text if form else "", None, person)
        elif _is_called(text, word.span) and not in_quotation(text.text, word.span):
            place = whole[0] if whole else None
            right = place[1].slice(place[0].text) if place else ""
            if right.startswith(f"{word.text} "):
                continue  # who is called by the family name follows another custom
            found[word.text] = Unintroduced(text, word.span, right, place)
    introduced = sum(mention.lang == "vi" for mention in names.everyone)
    if len(found) < _HABIT and introduced >= len(found) and _is_report(view):
        yield from (found[word] for word in found if word in speakers)


def _is_given_name(word: str) -> bool:
    return (
        word.istitle()
        and is_syllable(word)
        and word.lower() not in _BIRTH_ORDER | load_words("vi", "numerals")
    )


def _is_report(view: DocumentView) -> bool:
    """Whether somebody named in full speaks, then or when called by the short name."""
    names = names_of(view)
    places = [(one.unit, one.span) for one in names.everyone if one.lang == "vi"]
    places += [(word.unit, word.span) for word in names.called]
    return any(_speaks(view.texts[unit], span) for unit, span in places)


def _speaks(text: TextView, span: Span) -> bool:
    told = _SPEAKS.match(text.text, span.end)
    return told is not None and not in_quotation(text.text, span)


def _is_called(text: TextView, span: Span) -> bool:
    """Whether a form of address stands before a name, in small letters within a sentence."""
    found = _PERSON.search(before(text.text, span))
    if found is None:
        return False
    start = span.start - len(found["word"])
    return found["word"].islower() or text.starts_sentence(Span(start, start + 1))


def _is_known(text: TextView, span: Span) -> bool:
    return any(
        match.span.overlaps(span) and match.concept.type is not ConceptType.TITLE
        for match in matches_near(text, span)
    )


def _full_names(view: DocumentView) -> dict[str, list[tuple[TextView, Span]]]:
    """Longer names by the word that may stand for them: the last, or the family name.

    *ông Kim* is Kim Sang-sik, and *Thượng Hải* is nobody's name.
    """
    found: dict[str, list[tuple[TextView, Span]]] = defaultdict(list)
    for text in view.texts:
        for run in capital_runs(text.text):
            if run[0].slice(text.text).lower() in load_words("vi", "forms_of_address"):
                del run[0]  # Bà Hoa, at the beginning of a sentence
            for span in {run[0], run[-1]} if len(run) > 1 else ():
                whole = Span(run[0].start, run[-1].end)
                word = span.slice(text.text)
                stands = span == run[-1] or is_family_name(word, "vi")
                if stands and _is_given_name(word) and not _is_known(text, span):
                    found[word].append((text, whole))
    for mention in names_of(view).known:
        if mention.short is not None:
            found[mention.short].append((view.texts[mention.unit], mention.span))
    return found


def _office_holder(view: DocumentView, text: TextView, word: LoneWord) -> Concept | None:
    """Whose office stands before a given name: *Thủ tướng Chính*."""
    by_short = view.glossary.once("vietnamese short forms", lambda: _by_short(view))
    people = [
        person
        for person in by_short.get(word.text, ())
        if has_own_title(view, text, word.span, person)
    ]
    return people[0] if len(people) == 1 else None


def _by_short(view: DocumentView) -> dict[str, list[Concept]]:
    found: dict[str, list[Concept]] = defaultdict(list)
    for person in view.glossary:
        if person.type is ConceptType.PERSON and own_language(person) == "vi":
            right = person.preferred("vi")
            short = get_language("vi").short_form(right.text) if right is not None else None
            if short is not None:
                found[short].append(person)
    return found
