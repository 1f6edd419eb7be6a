"""T207: a proper name of the glossary with a capital missing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from operator import itemgetter

from termkit.check.broken_names import find_broken_names, find_small_names
from termkit.check.described import is_described
from termkit.check.nearby import matches_near
from termkit.check.phrases import is_initiative
from termkit.check.rule import Mark, rule
from termkit.check.view import DocumentView, TextView
from termkit.glossary.matcher import Match
from termkit.glossary.store import Glossary
from termkit.lang.vi.compounds import is_word_around
from termkit.model.concept import (
    AdminStatus,
    Concept,
    ConceptType,
    Designation,
    DesignationKind,
    Review,
)
from termkit.model.finding import Severity
from termkit.model.span import Span

_NAMED = (
    ConceptType.PERSON,
    ConceptType.PLACE,
    ConceptType.ORGANISATION,
    ConceptType.TREATY,
    ConceptType.EVENT,
)
_JOINED = frozenset("@#/_")  # an address or a tag, not a word
_SMALL = frozenset(("with", "from", "that", "into", "over", "upon", "between", "toward", "towards"))
_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"[^\W_]+")  # letters and digits, after and before which a name is whole
# bone china, a china cup
_PORCELAIN = re.compile(
    r"(?<=\bbone )china|(?<=\bfine )china|china(?= (?:cup|plate|clay|tea|shop))"
)
# The kind of a body, after which its head is called: Trưởng ban, Phó cục trưởng.
_HEAD = re.compile(r"\b(?:trưởng|phó) $", re.IGNORECASE)
_HEADED = re.compile(r"(?:ban|phòng|vụ|cục)\b")
_NO_DEEDS = frozenset(("affairs", "committee", "congress", "nations", "sea"))
_LONG = 3  # weighty words of a body's name that describe no other body
_LONG_VI = 5  # syllables
_WEIGHTY = 5  # letters: more than with, from and into have
_SHORTEST = 6  # letters of a single word that is surely the name and no other word


@rule(
    "T207",
    "name-capitals",
    scope="document",
    severity="warning",
    since="0.1",
    languages=("en", "vi"),
    yields_to=("N101", "N102", "N103", "N104", "T101"),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """A name lacks a capital: *Việt nam*, *the communist Party of China*, *wang Yi*.

    A name with some of its capitals is reported wherever it stands; one with none only
    where it is a person's or a place's and the document has it right elsewhere, for
    *hòa bình* is peace and *the party congress* may be any. A body or an initiative
    with no capital left where the document writes it or its kind with capitals, and a term
    with capitals but for one word, are worth a note, and so is in English a body by its shape
    alone (*the River fire Service*), known or not. Lines in capitals, and the
    first word of a sentence, tell nothing.

    ## Why it matters
    Half of a name is no name; a search for it misses the place.

    ## Use instead
    The name with its capitals.

    ## Source
    The Chicago Manual of Style, 8.1; for Vietnamese, Nghị định 30/2020/NĐ-CP, Phụ lục II:
    every syllable of a person's and a place's name has its capital.
    """
    glossary, lang = view.glossary, view.language
    names = glossary.once(("t207", lang), lambda: _by_first_word(_names(glossary, lang)))
    texts = [text for text in view.texts if not text.is_heading]
    lowered = [_lower(text.text) for text in texts]
    everything = "\n".join(text.text for text in view.texts)
    for text in texts:
        for match in text.matches(types=(ConceptType.TERM, ConceptType.SET_PHRASE)):
            yield from _uneven(text, match)
            yield from _first_only(text, match, everything)
    marks: list[Mark] = []
    whole = "\n".join(lowered)
    words = set(_RUN.findall(whole))
    for _, low, concept, designation in sorted(
        (entry for word in words & names.keys() for entry in names[word] if entry[1] in whole),
        key=itemgetter(0),
    ):
        for text, folded in zip(texts, lowered, strict=True):
            start = folded.find(low)
            while start >= 0:
                span = Span(start, start + len(low))
                start = folded.find(low, span.end)
                mark = _judge(text, span, concept, designation, everything)
                if mark is not None:
                    marks.append(mark)
    yield from _outermost(marks)
    if lang == "en":
        yield from _broken(texts, marks, frozenset(_RUN.findall(everything)))


def _broken(
    texts: Iterable[TextView], marks: Iterable[Mark], written: Container[str]
) -> Iterator[Mark]:
    """Bodies that no list has, where no mark is yet: *the River fire Service*."""
    marked: dict[int, set[int]] = defaultdict(set)
    for mark in marks:
        marked[mark.unit].update(range(mark.span.start, mark.span.end))
    for text in texts:
        for name in (*find_broken_names(text), *find_small_names(text, written)):
            place = text.normalised.to_original(name.span)
            if not marked[text.index].isdisjoint(range(place.start, place.end)):
                continue
            found = name.span.slice(text.text)
            yield text.mark(
                name.span,
                f"{found!r} lacks a capital"
                if found == name.small
                else f"{found!r} has capitals, but {name.small!r} has none",
                severity=Severity.INFO,
            )


def _outermost(marks: list[Mark]) -> Iterator[Mark]:
    """Each place once: *Đảng Cộng sản Việt nam* tells of the *Việt nam* in it."""
    for mark in marks:
        same = [other for other in marks if (other.unit, other.side) == (mark.unit, mark.side)]
        if any(other.span.contains(mark.span) and other.span != mark.span for other in same):
            continue
        inner = (other for other in same if mark.span.contains(other.span))
        sure = any(other.severity is None for other in inner)
        yield mark.but(severity=None) if sure else mark


def _uneven(text: TextView, match: Match) -> Iterator[Mark]:
    """A term with capitals but for one word: *Comprehensive Strategic cooperative Partnership*."""
    if match.text == match.designation.text:
        return
    pairs = [
        (got, wanted)
        for got, wanted in zip(
            _WORD.findall(match.text), _WORD.findall(match.designation.text), strict=False
        )
        if len(got) > 3 and got not in _SMALL
    ]
    small = [got for got, _ in pairs if got[0].islower()]
    # The capitals of a name inside a term are its own: Lao Cai-Hanoi-Hai Phong railway.
    raised = [got for got, wanted in pairs if got[0].isupper() and wanted[0].islower()]
    dropped = [got for got, wanted in pairs if got[0].islower() and wanted[0].isupper()]
    if len(small) == 1 and (len(raised) > 1 or dropped):
        yield text.mark(
            match.span,
            f"{match.text!r} has capitals, but {small[0]!r} has none",
            concept_id=match.concept.id,
            severity=Severity.INFO,
        )


def _first_only(text: TextView, match: Match, everything: str) -> Iterator[Mark]:
    """A term's first capital alone, where the text has them all: *Global security initiative*."""
    wanted = match.designation.text
    if not match.text[0].isupper():
        return
    first, *rest = match.text.split()
    if (
        len(rest) > 1
        and first.istitle()
        and all(word.islower() for word in rest)
        and wanted.istitle()
        and wanted in everything
        and not text.starts_sentence(match.span)
    ):
        yield text.mark(
            match.span,
            f"{match.text!r} beside {wanted!r}",
            replacement=wanted if match.text.lower() == wanted.lower() else None,
            concept_id=match.concept.id,
            severity=Severity.INFO,
        )


def _judge(
    text: TextView, span: Span, concept: Concept, designation: Designation, everything: str
) -> Mark | None:
    found = span.slice(text.text)
    if found == designation.text or found.isupper() or not _is_whole(text.text, span):
        return None
    kept = [got[0].isupper() for got in _weighty(text, span, designation)]
    if _PORCELAIN.match(text.text, span.start):
        return None
    if not kept or all(kept) or text.language.straddles(text.text, span):
        return None
    if text.lang.startswith("vi") and is_word_around(text.text, span):
        return None  # Hòa bình là mục tiêu; miền Trung quốc lộ 1
    if text.lang.startswith("vi") and all(kept[1:]) and is_described(text, span):
        return None  # các bộ Xây dựng, Tài chính
    if _is_of_title(text, span, designation):
        return None  # Trưởng ban Tổ chức Trung ương
    right_elsewhere = _stands_alone(designation.text, everything)
    person_or_place = concept.type in (ConceptType.PERSON, ConceptType.PLACE)
    if not any(kept[1:]) and (not kept[0] or text.starts_sentence(span)):
        # None left, or only that of a sentence's beginning: sure where nothing else is meant.
        long_enough = len(kept) > 1 or len(found) >= _SHORTEST or _is_country(concept)
        if not person_or_place:
            described = not kept[0] and _is_no_description(text, span, designation, everything)
            return _describe(text, span, concept, designation) if described else None
        if not (right_elsewhere and long_enough and not kept[0]):
            return None
        if text.lang.startswith("vi") and not (
            _is_country(concept) or concept.type is ConceptType.PERSON
        ):
            return None
    event = text.lang.startswith("vi") and concept.type is ConceptType.EVENT
    if event and not right_elsewhere:
        return None  # Hội nghị cấp cao ASEAN: careful houses have it this way too
    if concept.type is ConceptType.TERM:
        return None  # some of its capitals: see `_first_only` and `_uneven`
    # What those who bear the name do: Mekong-Ganga cooperation.
    deed = not person_or_place and all(kept[:-1]) and _WORD.findall(found)[-1] not in _NO_DEEDS
    if deed and not right_elsewhere:
        return None
    sure = right_elsewhere or concept.type is ConceptType.PERSON or _is_country(concept)
    sure = sure and not deed
    return text.mark(
        span,
        f"{found!r} lacks a capital",
        replacement=designation.text,
        concept_id=concept.id,
        severity=None if sure and not event else Severity.INFO,
    )


def _stands_alone(name: str, everything: str) -> bool:
    """Whether a text has a name that is no beginning of a longer one."""
    return re.search(rf"{re.escape(name)}(?! [A-ZĐ])", everything) is not None


def _is_no_description(
    text: TextView, span: Span, designation: Designation, everything: str
) -> bool:
    """Whether small letters describe nothing: every country has a ministry of foreign affairs.

    A name that the document has with its capitals, or that has an acronym in it (*ASEAN
    foreign ministers' meeting*), is meant as one; a long one also where the document writes
    another name of its kind with capitals, and an initiative wherever it stands; none of
    them where the words around it say that it is one of many.
    """
    found = span.slice(text.text)
    if is_described(text, span):
        return False
    if designation.text in everything:
        return True
    vietnamese = text.lang.startswith("vi")
    words = found.split()
    weighty = [word for word in words if vietnamese or len(word) >= _WEIGHTY]
    if len(weighty) < (_LONG_VI if vietnamese else _LONG - 1):
        return False
    if designation.kind is DesignationKind.TERM:
        return True
    if not vietnamese and any(word.isupper() for word in words):
        return True
    kind = words[0].capitalize()
    twin = rf"(?<!\w){re.escape(kind)} {'' if vietnamese else 'of '}[A-ZĐ]"
    return len(weighty) >= _LONG and re.search(twin, everything) is not None


def _describe(text: TextView, span: Span, concept: Concept, designation: Designation) -> Mark:
    proposed = concept.review is Review.PROPOSED
    return text.mark(
        span,
        f"{span.slice(text.text)!r} lacks its capitals",
        replacement=designation.text,
        concept_id=concept.id,
        severity=Severity.HINT if proposed else Severity.INFO,
    )


def _is_whole(text: str, span: Span) -> bool:
    before = text[span.start - 1] if span.start else " "
    after = text[span.end] if span.end < len(text) else " "
    beyond = text[span.end + 1 : span.end + 2]
    if before.isalnum() or after.isalnum() or before in _JOINED or after in _JOINED:
        return False
    return not (before == "." or (after == "." and beyond.isalnum()))


def _is_of_title(text: TextView, span: Span, designation: Designation) -> bool:
    """Whether the small first word belongs to the title before it, and the rest is right."""
    found = span.slice(text.text)
    return (
        text.lang.startswith("vi")
        and found[1:] == designation.text[1:]
        and _HEADED.match(found) is not None
        and _HEAD.search(text.text[max(0, span.start - 8) : span.start]) is not None
    )


def _weighty(text: TextView, span: Span, designation: Designation) -> Iterator[str]:
    """The words, as found, whose capital is the name's own.

    In *the embassy in Việt Nam* and *14th congress of the CPV* the capitals that are left
    belong to the country and to the abbreviation, so they show nothing.
    """
    places = [
        match.span
        for match in matches_near(text, span)
        if match.concept.type is ConceptType.PLACE and not match.is_foreign and match.span != span
    ]
    start = span.start
    for wanted, got in zip(designation.text.split(), span.slice(text.text).split(), strict=False):
        word = Span(start, start + len(got))
        start = word.end + 1
        acronym = got.isupper() and len(got) > 1
        borrowed = got[0].isupper() and any(place.contains(word) for place in places)
        if wanted[0].isupper() and not acronym and not borrowed:
            yield got


def _is_country(concept: Concept) -> bool:
    return concept.subject_field == "countries"


def _names(glossary: Glossary, lang: str) -> dict[str, tuple[Concept, Designation]]:
    """Proper names in lower case; those that a concept also writes in lower case left out."""
    names: dict[str, tuple[Concept, Designation]] = {}
    forms: dict[str, set[str]] = {}
    for concept in glossary:
        initiative = is_initiative(concept)
        for designation in concept.named(lang):
            low = _lower(designation.text)
            is_proper = designation.kind is DesignationKind.PROPER_NAME
            if designation.status is AdminStatus.DEPRECATED:
                continue
            forms.setdefault(low, set()).add(designation.text)
            if (
                (concept.type in _NAMED and is_proper) or initiative
            ) and not designation.text.isupper():
                names.setdefault(low, (concept, designation))
    return {low: entry for low, entry in names.items() if len(forms[low]) == 1}


def _by_first_word(
    names: dict[str, tuple[Concept, Designation]],
) -> dict[str, list[tuple[int, str, Concept, Designation]]]:
    """Names, numbered, by their first word: a text without it has none of them as a whole."""
    found: dict[str, list[tuple[int, str, Concept, Designation]]] = {}
    for number, (low, entry) in enumerate(names.items()):
        first = _RUN.match(low)
        if first is not None:
            found.setdefault(first[0], []).append((number, low, *entry))
    return found


def _lower(text: str) -> str:
    """Lower case, character by character, so that places stay."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
