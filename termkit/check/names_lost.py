"""People and places of the source that the target does not name, or names wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from termkit.check.abbreviations import known_abbreviations
from termkit.check.exchanged_countries import country_name, find_exchanged
from termkit.check.measured import is_currency
from termkit.check.name_traces import (
    find_distorted,
    forms_of,
    has_any_form,
)
from termkit.check.renderings import Rendering, expected, find_renderings, is_loosely_there
from termkit.check.view import TextView, UnitView
from termkit.lang.en.ordinary import is_ordinary_word
from termkit.lang.quantity import measures, numerals
from termkit.lang.vi.syllables import is_syllable
from termkit.model.concept import Concept, ConceptType
from termkit.model.span import Span
from termkit.names.parse import find_personal_names
from termkit.text.scripts import has_han

# He said so: a pronoun more than the source has may stand for the name.
_PRONOUNS = {
    "en": re.compile(r"\b(?:he|she|him|her)\b|\b(?:He|She)\b(?= [a-z])"),
    "vi": re.compile(r"\b(?:[Ôô]ng|[Bb]à)\b(?! [A-ZĐÀ-Ỹ])"),
    "zh": re.compile(r"(?<!其)[他她](?![人国们])"),
}
# Of the source every pronoun counts, for a possessive may become one.
_ANY_PRONOUN = {
    "en": re.compile(r"\b(?:s?he|hi[ms]|hers?|they|their|them|who|it|its)\b", re.IGNORECASE),
    "vi": re.compile(r"\b(?:ông|bà|mình|họ|người (?:đó|này|ấy)|anh|chị|ta)\b", re.IGNORECASE),
    "zh": re.compile(r"[他她其它]"),
}
_HAN_TITLE = "(?:主席|总书记|总理|副总理|部长|外长|委员长|委员|书记|大使|先生|女士|同志)"
_CAPITALISED = re.compile(r"[A-ZĐÀ-ỸÂÊÔƠƯ][a-zà-ỹđ]+ [A-ZĐÀ-Ỹ]")
# What a country is called by without its name.
_COUNTRY = re.compile(
    r"\b(?:countr(?:y|ies)|nations?|sides?|neighbou?rs?|both|home|domestic|homeland|nước|hai bên"
    r"|quốc gia|đất nước|Tổ quốc|song phương|láng giềng|bilateral)\b|[国方两双]",
    re.IGNORECASE,
)


_CURRENCY_OF = re.compile(r"(?:đô[ -]?la|đồng|bảng|rúp|peso|franc|krona) $", re.IGNORECASE)
_ACRONYM = re.compile(r"\b[A-Z]{3,6}\b")
_NAME_GOES_ON = re.compile(r"[\u4e00-\u9fff]|(?:'s|’s)? [A-Z]")
# Beside a place: a name that the place only owns.
_OWNED_BEHIND = re.compile(r"(?:(?:'s|’s|s'|s’) |(?<=[\u4e00-\u9fff]))([A-Z][A-Za-z&-]+)")
_OWNED_BEFORE = re.compile(r"\b([A-Z][A-Za-z]+)(?: của | ?\()$")
_NAME_ROOM = 40  # code points of a name
_SHORTEST = 2  # characters of a place's name
_HOME = {"zh": "中国", "vi": "Việt Nam"}  # whose press leaves the country out
_OTHER_SHORT = {"中国": "华"}  # where it is not the first character alone
_EMBASSY = re.compile(
    r"\b(?:[eE]mbass|[cC]onsulate|[aA]mbassador)|[đĐ]ại sứ|[lL]ãnh sự|[大公]使|领事|驻[华越]"
)
# A Chinese place that is called like a river or a mountain, which has a name of its own elsewhere.
_FEATURE = re.compile(r"[河江湖山岛](?!.)")
_FEATURE_WORD = re.compile(
    r"\b(?:Rivers?|Lakes?|Mountains?|Mount|Islands?|[sS]ông|[hH]ồ|[nN]úi|[đĐ]ảo)\b"
)


@dataclass(frozen=True, slots=True)
class LostName:
    """A name of the source without its counterpart.

    Attributes:
        text: The side it stands on.
        span: Of the name there.
        name: As the source writes it.
        concept: ``None`` when the glossary does not know it.
        wrong: What the target has instead: span and the form it is near; ``None``: nothing.
        is_sure: Whether no reader would supply the name: that of his own country he would.
    """

    text: TextView
    span: Span
    name: str
    concept: Concept | None
    wrong: tuple[Span, str] | None
    is_sure: bool = True


def find_lost_names(view: UnitView) -> tuple[LostName, ...]:
    """The names of the source that are lost or distorted, in order."""
    if view.source is None or not view.target.text:
        return ()
    known = [lost for found in view.once(find_renderings) for lost in _known(view, found)]
    return (*known, *_strangers(view), *_exchanged(view, known))


def _known(view: UnitView, found: Rendering) -> Iterator[LostName]:
    """A person or place of the glossary."""
    if found.concept.type not in (ConceptType.PERSON, ConceptType.PLACE) or found.is_rendered:
        return
    if found.concept.untranslated:
        return  # B101 wants it to the letter
    assert view.source is not None
    text, lang = view.target.text, view.target.lang
    wanted = expected(view.document.glossary, found.candidates, lang, view.document.date)
    forms = [one.text for one in wanted]
    if not forms:
        return
    if any(_is_there_without_kind(form, text) for form in forms):
        return
    first = next((one for one in found.source if not _is_in_currency(view.source, one.span)), None)
    if first is None:
        return
    # First what contradicts the name in a mark or a letter: everything below is lenient.
    wrong = find_distorted(forms, text, view.source.text)
    if wrong is None:
        others = [one.text for one in found.concept.designations if not has_han(one.text)]
        full = tuple(one for one in wanted if len(one.text) > 1)
        if is_loosely_there(full, text, lang) or has_any_form(others, text):
            return
        if _is_told(view, found):
            return
    yield LostName(
        view.source,
        first.span,
        first.text,
        found.concept,
        None if wrong is None else (wrong.span, wrong.name),
        is_sure=wrong is not None
        or not (_is_home(found.concept, lang) or _is_home_of_names(view, found)),
    )


def _is_there_without_kind(form: str, text: str) -> bool:
    """Whether a place stands without its kind: 海防线 names 海防市, *đoạn Lào Cai* tỉnh Lào Cai."""
    words = form.split(" ")
    bare = words[next((n for n, word in enumerate(words) if not word.islower()), 0) :]
    if 1 < len(bare) < len(words) and " ".join(bare) in text:
        return True
    return len(form) > _SHORTEST and form[-1] in "市省县州区镇" and form[:-1] in text


def _is_in_currency(text: TextView, span: Span) -> bool:
    """Whether a place begins the name of a currency, *Vietnamese dong*, 越南盾: none is named."""
    if _CURRENCY_OF.search(text.text, 0, span.start):
        return True  # đô la Hong Kong
    words, pattern = measures(text.lang.split("-")[0])
    unit = pattern.match(text.text, span.start)
    return unit is not None and unit.end() > span.end and is_currency(words[unit[0].lower()])


def _is_told(view: UnitView, found: Rendering) -> bool:
    """Whether the target may mean the person or place without the name."""
    assert view.source is not None
    target, concept = view.target, found.concept
    if concept.type is ConceptType.PERSON:
        is_short = _shorts(concept, target.lang).search(target.text) is not None
        return is_short or _count(_PRONOUNS, target) > _count(_ANY_PRONOUN, view.source)
    if _FEATURE.search(view.source.text, 0, found.source[0].span.end):
        return _FEATURE_WORD.search(target.text) is not None  # 红河 is a river as well
    if _is_country(concept):
        if _is_owner_at_home(view, found) or _is_in_acronym(view, found):
            return True
        return _COUNTRY.search(target.text) is not None or _has_adjective(concept, target.text)
    # The embassy in Hanoi is that in Vietnam.
    return bool(_EMBASSY.search(view.source.text) and _EMBASSY.search(target.text))


def _is_owner_at_home(view: UnitView, found: Rendering) -> bool:
    """Whether a country only owns things, in the words of its own press: *China's astronauts*."""
    assert view.source is not None
    if not _is_home(found.concept, view.target.lang):
        return False
    text = view.source.text
    return all(text.startswith(("'s", "’s"), match.span.end) for match in found.source)


def _is_home(concept: Concept, lang: str) -> bool:
    """Whether a country is that of the readers."""
    return _HOME.get(lang.split("-")[0]) in [one.text for one in concept.designations]


def _is_home_of_names(view: UnitView, found: Rendering) -> bool:
    """Whether a place only says whose a proper name is, which is known without it: *Taiwan's
    TSMC*. What the glossary knows, a month and *GDP* are no such names."""
    assert view.source is not None
    return all(_is_home_of_name(view.source, match.span) for match in found.source)


def _is_home_of_name(source: TextView, place: Span) -> bool:
    if source.lang == "vi":
        name = _OWNED_BEFORE.search(source.text, max(0, place.start - _NAME_ROOM), place.start)
        return name is not None and not is_syllable(name[1].lower())
    name = _OWNED_BEHIND.match(source.text, place.end)
    if name is None or any(one.span.start == name.start(1) for one in source.all_matches):
        return False
    is_other = (
        name[1] in known_abbreviations("en")
        or name[1] in numerals("en", "month")
        or name[1] in numerals("en", "weekday")
    )
    return not is_other and (name[1].isupper() or not is_ordinary_word(name[1].lower()))


def _is_in_acronym(view: UnitView, found: Rendering) -> bool:
    """Whether a country begins a name that the target has as an acronym: 中国海油, CNOOC."""
    assert view.source is not None
    target = view.target.text
    initials = {
        one.text[0]
        for one in found.concept.designations
        if one.text[0].isascii() and one.text[0].isupper()
    }
    return any(
        len(acronym) > _SHORTEST and acronym[0] in initials and acronym not in view.source.text
        for acronym in _ACRONYM.findall(target)
    ) and all(_NAME_GOES_ON.match(view.source.text, match.span.end) for match in found.source)


@lru_cache(maxsize=1024)
def _shorts(concept: Concept, lang: str) -> re.Pattern[str]:
    """What a person is called alone in a language: either part, for houses differ.

    A word that is a word of the language as well (*To*) is none, nor is a single Han character
    without a title behind it.
    """
    words: set[str] = set()
    for designation in concept.in_language(lang):
        parts = designation.text.split()
        if has_han(designation.text):
            words.add(f"{designation.text[0]}{_HAN_TITLE}")
        elif len(parts) > 1:
            shorts = (parts[0], parts[-1])
            words.update(
                rf"\b{re.escape(short)}\b"
                for short in shorts
                if not is_ordinary_word(short.lower())
            )
    return re.compile("|".join(sorted(words)) or r"(?!)")


def _is_country(concept: Concept) -> bool:
    return concept.id.startswith("ctry-") or "countr" in concept.subject_field


def _has_adjective(concept: Concept, text: str) -> bool:
    """*Vietnamese* for *Việt Nam*, *Sino-*, *Việt - Trung*, 中越: the first letters of the name."""
    return any(start in text for start in _starts(concept))


@lru_cache(maxsize=512)
def _starts(concept: Concept) -> frozenset[str]:
    names = [one.text for one in concept.designations]
    latin = {name.split()[0][:4] for name in names if not has_han(name) and len(name) > 3}
    parts = {word for name in names for word in name.split() if len(word) > 2 and word[0].isupper()}
    short = {character for name in names if has_han(name) for character in _short_forms(name)}
    return frozenset(latin | parts | short)


def _short_forms(name: str) -> str:
    """The characters that stand for a Han name in compounds: 美 of 美国, and 华 of 中国 (对华)."""
    return name[0] + _OTHER_SHORT.get(name, "")


def _strangers(view: UnitView) -> Iterator[LostName]:
    """A full name that no glossary knows, in Latin letters on the source side."""
    source, target = view.source, view.target
    assert source is not None
    if source.lang.startswith("zh") or not _CAPITALISED.search(source.text):
        return
    known = [match.span for match in source.all_matches]
    for name in find_personal_names(source.text, without=known):
        if name.lang not in ("vi", "zh") or len(name.text.split()) < 2:
            continue
        lost = _stranger(source, target, name.span, name.text, name.lang)
        if lost is not None:
            yield lost


def _exchanged(view: UnitView, known: list[LostName]) -> Iterator[LostName]:
    """A country that the glossary need not know, where the target has another."""
    assert view.source is not None
    found = find_exchanged(view.source, view.target)
    if found is None or any(lost.span.overlaps(found.source) for lost in known):
        return
    name = country_name(found.gone, view.target.lang.split("-")[0])
    written = found.source.slice(view.source.text)
    yield LostName(view.source, found.source, written, None, (found.target, name))


def _stranger(
    source: TextView, target: TextView, span: Span, name: str, custom: str
) -> LostName | None:
    if target.lang.startswith("zh"):
        # Which characters a name has cannot be known; that none reads so says too little.
        return None
    if has_any_form([name], target.text) or has_any_form([name.split()[-1]], target.text):
        return None
    wrong = find_distorted(forms_of(name, custom, "en"), target.text, source.text)
    if wrong is None:
        return None
    return LostName(source, span, name, None, (wrong.span, wrong.name))


def _count(pronouns: Mapping[str, re.Pattern[str]], text: TextView) -> int:
    return len(pronouns[text.lang.split("-")[0]].findall(text.text))
