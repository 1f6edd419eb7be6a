"""A name in the reading of the wrong language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.foreign_places import (
    find_english_names,
    find_readings_of_places,
    find_vietnamese_names,
)
from termkit.check.houses import house_forms
from termkit.check.latin_in_han import find_latin_in_han
from termkit.check.mentions import own_language, written_forms
from termkit.check.nearby import before, matches_near
from termkit.check.rule import Mark, rule
from termkit.check.signal import some_stretch
from termkit.check.supports import (
    has_other_title,
    has_own_title,
    is_introduced_as_another,
    is_named_elsewhere,
)
from termkit.check.surroundings import is_set_apart
from termkit.check.view import DocumentView, TextView
from termkit.glossary.store import Glossary
from termkit.lang.vi.han_viet import read_han_viet, readings_in_names
from termkit.lang.vi.marks import without_marks
from termkit.lang.zh.pinyin import count_syllables, romanise_name
from termkit.model.concept import Concept, ConceptType
from termkit.model.finding import Severity
from termkit.model.span import Span
from termkit.names.forms import name_key
from termkit.names.parse import CAPITALISED, capital_runs
from termkit.names.written import has_marks, syllables

_COUNTERPART = re.compile(r"[Cc]ounterpart,? $")
_VIETNAMESE_NEAR = re.compile(
    r"\b(?:Vi[eệ]t ?[Nn]am(?:ese)?|CPV|H[aà] ?N[oộ]i)\b[^.;]{0,60}$", re.IGNORECASE
)
# Who is listed for the side of China at a meeting holds an office there: *Về phía Trung Quốc
# có các đồng chí …*.
_ON_CHINAS_SIDE = re.compile(
    r"\b[Pp]hía Trung Quốc,? (?:\w+ ){0,2}(?:các )?đồng chí "
    rf"(?:{CAPITALISED}(?: {CAPITALISED})*, )*$"
)


@rule(
    "N104",
    "foreign-reading",
    scope="document",
    severity="warning",
    since="0.1",
    languages=("en", "vi", "zh"),
    yields_to=("T101",),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """A person or place is named in the reading of a language that is not theirs.

    ## Why it matters
    Machine translation reads 黎怀忠 as *Li Huaizhong* and leaves *Vương Nghị* in English:
    the reader cannot know that these are Le Hoai Trung and Wang Yi. *Bac Kinh* is a place of
    the same kind in English, *Kunming* in Vietnamese, and *Tô Lâm* among Han characters.

    ## Use instead
    The name in the form that the text's language uses. In parentheses, beside the usual
    form, a reading is an explanation, and in quotation marks it is somebody's words.

    ## Source
    Forms of the glossary; pinyin of its Han names. *Li Huaizhong* was seen on
    breakinglatest.news (2023-12-02), *Vương Nghị* in French on laodong.vn.
    """
    if view.language == "zh":
        yield from find_latin_in_han(view)
        return
    glossary, lang = view.glossary, view.language
    readings = glossary.once(("n104", lang), lambda: _Readings(_readings(glossary, lang)))
    told: set[str] = set()
    for text in view.texts_with(readings.signal):
        for span, person in _find(text, readings):
            if is_set_apart(text.text, span) or not _is_meant(view, text, span, person):
                continue
            if view.language == "vi":
                if person.id in told:
                    continue
                told.add(person.id)
            yield _mark(view, text, span, person)
    if view.language == "vi":
        yield from find_english_names(view)
    else:
        for text in view.texts:
            yield from find_vietnamese_names(view, text)
        yield from find_readings_of_places(view)


class _Readings:
    """People by the words of a foreign reading of their names, in lower case.

    Attributes:
        signal: Whether a text has such a reading.
    """

    def __init__(self, people: dict[tuple[str, ...], Concept]) -> None:
        self._people = people
        self.signal = some_stretch(lambda stretch: any(self.find(stretch)))

    def find(self, text: str) -> Iterator[tuple[Span, Concept]]:
        """The readings among the capitalised words, those of three words before those of two."""
        for run in capital_runs(text):
            words = [span.slice(text).lower() for span in run]
            for start in range(len(run)):
                for size in (3, 2):
                    person = self._people.get(tuple(words[start : start + size]))
                    if person is not None and start + size <= len(run):
                        yield Span(run[start].start, run[start + size - 1].end), person


def _other_readings(person: Concept) -> Iterator[str]:
    """A Chinese name with one character in another of its Vietnamese readings: *Thái Cơ*."""
    for name in person.named("zh-Hans"):
        usual = read_han_viet(name.text)[:1]
        for whole in usual:
            words = whole.split()
            for at, character in enumerate(name.text if len(words) == len(name.text) else ""):
                for reading in readings_in_names(character)[1:]:
                    yield " ".join((*words[:at], reading.capitalize(), *words[at + 1 :]))


def _readings(glossary: Glossary, lang: str) -> dict[tuple[str, ...], Concept]:
    """Words of a foreign reading, in lower case, to the person."""
    found: dict[tuple[str, ...], Concept] = {}
    own: set[str] = set()
    for person in glossary:
        if person.type is not ConceptType.PERSON:
            continue
        own.update(form.lower() for form in written_forms(person, lang))
        for form in _foreign_forms(person, lang):
            found[tuple(word.lower() for word in syllables(form))] = person
    return {words: person for words, person in found.items() if " ".join(words) not in own}


def _foreign_forms(person: Concept, lang: str) -> Iterator[str]:
    custom = own_language(person)
    if custom == "zh":
        other = person.named("vi" if lang == "en" else "en")
        for designation in other:
            yield designation.text
            if lang == "en":
                yield without_marks(designation.text)
        if lang == "vi":
            yield from _other_readings(person)
    elif custom == "vi":
        for designation in person.named("zh-Hans"):
            reading = romanise_name(designation.text)
            if reading is not None:
                yield reading
            if designation.text[1:2] == "氏":
                # Machines take the middle name for a word of its own.
                without = romanise_name(designation.text[:1] + designation.text[2:]) or ""
                family, _, given = without.partition(" ")
                if given:
                    yield f"{family} Shi {given}"


def _find(text: TextView, readings: _Readings) -> Iterator[tuple[Span, Concept]]:
    known = [
        match.span
        for match in text.all_matches
        if not match.is_foreign and match.concept.type is not ConceptType.PLACE
    ]
    told = -1
    for span, person in readings.find(text.text):
        exact = any(match.contains(span) for match in known if match != span)
        if span.start != told and not exact and not _is_named_otherwise(text, span, person):
            told = span.start
            yield span, person


def _is_named_otherwise(text: TextView, span: Span, person: Concept) -> bool:
    """Whether the form is the right name of another person."""
    return any(
        match.span == span and match.concept.id != person.id and not match.is_foreign
        for match in matches_near(text, span)
    )


def _is_meant(view: DocumentView, text: TextView, span: Span, person: Concept) -> bool:
    """Whether the reading can only mean this person; a short or bare one may be anybody."""
    if has_own_title(view, text, span, person):
        return True
    found = span.slice(text.text)
    if is_introduced_as_another(text, span) or has_other_title(text, span):
        return False
    if is_named_elsewhere(view, person):
        return True
    if view.language == "vi":
        if has_marks(found) and own_language(person) == "zh":
            listed = _ON_CHINAS_SIDE.search(before(text.text, span)) is not None
            return listed or len(syllables(found)) > 2  # Thái Cơ may be somebody
        # A Chinese name is often left in pinyin, and a short one of a Vietnamese may be
        # that of a Chinese: Su Lin.
        return own_language(person) == "zh" or sum(map(count_syllables, found.split())) > 2
    if _COUNTERPART.search(before(text.text, span)) and own_language(person) == "zh":
        return not view.vocabulary.isdisjoint(("China", "Chinese"))
    if own_language(person) == "vi":
        long_enough = len(name_key(found)) > 9 and count_syllables(found.split()[-1]) == 2
        return long_enough and bool(_VIETNAMESE_NEAR.search(before(text.text, span)))
    return has_marks(found) or len(syllables(found)) > 2


def _mark(view: DocumentView, text: TextView, span: Span, person: Concept) -> Mark:
    found = span.slice(text.text)
    right = person.preferred(view.language)
    forms = house_forms(view, person) or ((right.text,) if right is not None else ())
    better = forms[0] if forms else None
    if view.language == "vi":
        kind = "another reading of the name" if has_marks(found) else "pinyin"
        message = f"{found!r} is {kind}; Vietnamese writes {better!r}"
        # Of a Vietnamese it is nobody's usage.
        severity = Severity.INFO if own_language(person) == "zh" else None
    else:
        kind = "pinyin" if own_language(person) == "vi" else "Sino-Vietnamese"
        message = f"{found!r} is the {kind} reading of {better!r}"
        severity = None
    return text.mark(span, message, replacement=better, concept_id=person.id, severity=severity)
