"""Places of China by a name that another language has for them: rule N104.

*Bắc Kinh* or *Bac Kinh* in an English text, *Kunming* in a Vietnamese one. Many a Vietnamese
commune has such a name as well, so a bare one wants China beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from termkit.check.gazetteer import is_another_place, is_world_place
from termkit.check.houses import in_proper_name, outer_matches
from termkit.check.nearby import before, matches_near
from termkit.check.rule import Mark
from termkit.check.supports import is_named_elsewhere
from termkit.check.surroundings import is_set_apart
from termkit.check.view import DocumentView, TextView
from termkit.glossary.matcher import Match
from termkit.glossary.store import Glossary
from termkit.lang.en.ordinary import is_function_word, is_ordinary_word
from termkit.lang.tables import load_rows
from termkit.lang.vi.han_viet import read_han_viet
from termkit.lang.vi.marks import without_marks
from termkit.lang.zh.pinyin import count_syllables
from termkit.model.concept import Concept, ConceptType
from termkit.model.finding import Severity
from termkit.model.span import Span
from termkit.names.forms import name_key
from termkit.names.parse import capital_runs
from termkit.names.written import has_marks

_CHINA = "places China"
_FOREIGN = frozenset((_CHINA, "countries"))
# China right before, or a crossing that a hyphen shares with the Vietnamese side.
_CHINA_BEFORE = re.compile(
    r"(?:\bChina['’]s|\bChinese)(?: (?:cit(?:y|ies)|provinces?|town|port|border|region|side)){0,2}"
    r"(?: of)? $|\bChinese [a-z]+ (?:from|in) $"
)
_SIDE = re.compile(r"[A-ZĐ]\w+ ?[-–] ?$")
_AFTER = re.compile(
    r"(?: (?:[Pp]rovince|[Cc]ity|[Pp]ort))?(?:,? (?:in )?(?:southern |southwestern )?China\b"
    r"|,? \(China\)|(?: international)? border gate)"
)


_PROVINCE = re.compile(r" (?:[Pp]rovince|[Aa]utonomous [Rr]egion)\b")
_PLACED = re.compile(r"\b(?:[Ii]n|[Ff]rom|[Nn]ear|[Cc]ity of|[Tt]own of|[Cc]ounty of) $")
_CAPITALISED = re.compile(r" ([A-Z][a-z]{2,})")
_REACH = 40  # code points beside a name that hold the next word
_KINDS = frozenset(("Province", "City", "County", "Autonomous", "Prefecture"))


def find_vietnamese_names(view: DocumentView, text: TextView) -> Iterator[Mark]:
    """Chinese places by their Vietnamese names in an English text."""
    for match in text.matches(types=(ConceptType.PLACE,), foreign=True):
        right = match.concept.preferred("en")
        if right is None or not match.is_foreign or match.designation.lang != "vi":
            continue
        if not has_marks(match.text) or match.concept.claim:
            continue
        if match.concept.subject_field not in _FOREIGN:
            continue  # Đồng Đăng may keep its marks, on a line to China as well
        if is_set_apart(text.text, match.span) or in_proper_name(text, match.span):
            continue
        meant = is_named_elsewhere(view, match.concept) or _is_chinese(text, match.span)
        if meant or not is_another_place(match.text, "vi"):
            yield _mark(text, match.span, match.concept, right.text)
    pattern, places = view.glossary.once("bare_places", lambda: _bare_places(view.glossary))
    for found in pattern.finditer(text.text):
        span, place = Span(*found.span()), places[found[0]]
        right = place.preferred("en")
        if right is None or is_set_apart(text.text, span):
            continue
        if _is_chinese(text, span) and not has_marks(found[0]):
            yield _mark(text, span, place, right.text)


def find_readings_of_places(view: DocumentView) -> Iterator[Mark]:
    """Other Chinese places, and those less clearly meant, by their Vietnamese reading.

    Told where the words beside it say that it is in China, where it is a province and none of
    Vietnam, or, as a note, where no place of Vietnam is called so and the text speaks of China.
    """
    readings = _bare_readings()
    speaks_of_china = not view.vocabulary.isdisjoint(("China", "Chinese"))
    for text in view.texts if speaks_of_china else ():
        for run in capital_runs(text.text):
            name = run[:-1] if run[-1].slice(text.text) in _KINDS else run
            if not 1 < len(name) < 4:
                continue
            span = Span(name[0].start, name[-1].end)
            written = span.slice(text.text)
            right = readings.get(without_marks(written).lower())
            if right is None or is_set_apart(text.text, span) or right == written:
                continue
            named = [match for match in matches_near(text, span) if match.span.overlaps(span)]
            if any(match.concept.subject_field != _CHINA for match in named):
                continue  # a place or person of Vietnam
            chinese = _is_chinese(text, span)
            if chinese and named:
                continue  # told above
            sure = chinese or _is_province(text, span)
            alone = _PLACED.search(before(text.text, span)) is not None
            if sure or (alone and not is_another_place(written, "vi")):
                yield text.mark(
                    span,
                    f"{written!r} is the Vietnamese reading of {right!r}",
                    replacement=right,
                    severity=None if sure else Severity.INFO,
                )


@cache
def _bare_readings() -> dict[str, str]:
    """Vietnamese readings of Chinese places, bare and in lower case, with their pinyin."""
    found: dict[str, str] = {}
    for han, pinyin in load_rows("zh", "places"):
        for reading in read_han_viet(han)[:1] if len(han) > 1 else ():
            bare = without_marks(reading).lower()
            if bare != pinyin.lower() and count_syllables(bare.replace(" ", "")) != len(han):
                found.setdefault(bare, pinyin)
    return found


def _is_province(text: TextView, span: Span) -> bool:
    """Whether a kind of province stands behind, and Vietnam has none of the name."""
    if _PROVINCE.match(text.text, span.end) is None:
        return False
    return not is_world_place(span.slice(text.text), "en")


def _mark(text: TextView, span: Span, place: Concept, right: str) -> Mark:
    return text.mark(
        span,
        f"{span.slice(text.text)!r} is the Vietnamese name of {right!r}",
        replacement=right,
        concept_id=place.id,
    )


def _bare_places(glossary: Glossary) -> tuple[re.Pattern[str], dict[str, Concept]]:
    """Vietnamese names of Chinese places without their marks; not those that English has, too."""
    english = {name.text for concept in glossary for name in concept.named("en")}
    found = {
        bare: concept
        for concept in _places_of_china(glossary)
        for name in concept.named("vi")
        if (bare := without_marks(name.text)) not in english and bare[0].isupper()
    }
    names = "|".join(sorted(map(re.escape, found), key=len, reverse=True))
    return re.compile(rf"(?<![\w])(?:{names or '(?!)'})(?!\w)"), found


def _places_of_china(glossary: Glossary) -> Iterator[Concept]:
    for concept in glossary:
        chinese = concept.type is ConceptType.PLACE and concept.subject_field == _CHINA
        if chinese and not concept.claim:
            yield concept


def _is_chinese(text: TextView, span: Span) -> bool:
    """Whether the words beside a place say that it is in China."""
    words = before(text.text, span)
    if _CHINA_BEFORE.search(words) or _AFTER.match(text.text, span.end):
        return True
    return _SIDE.search(words) is not None and "border gate" in text.text[span.end : span.end + 40]


def find_english_names(view: DocumentView) -> Iterator[Mark]:
    """Places by their English names in a Vietnamese text, once each: *Kunming*, *Hanoi*.

    A note, for some papers leave foreign names as they are; where the text has the Vietnamese
    name as well, and the place is none of China's, it is a slip.
    """
    told: set[str] = set()
    for text in view.texts:
        for match in text.matches(types=(ConceptType.PLACE,), nested=True, foreign=True):
            place, span = match.concept, match.span
            right = min((name.text for name in place.named("vi")), key=len, default=None)
            if place.id in told or right is None or not _is_english_alone(match, text):
                continue
            told.add(place.id)
            known = is_named_elsewhere(view, place) and not place.claim
            pinyin = place.subject_field == _CHINA
            yield text.mark(
                span,
                f"{match.text!r} is pinyin; Vietnamese writes {right!r}"
                if pinyin
                else f"{match.text!r} is English; Vietnamese writes {right!r}",
                replacement=None if place.claim else right,
                concept_id=place.id,
                severity=None if known and not pinyin else Severity.INFO,
            )


def _is_english_alone(match: Match, text: TextView) -> bool:
    """Whether an English name that is not the Vietnamese one stands among Vietnamese words."""
    if not match.is_foreign or match.designation.lang != "en" or not match.text[0].isupper():
        return False
    spelt = {name_key(name.text) for name in match.concept.named("vi")}
    if name_key(match.text) in spelt and " " in match.text:
        return False  # Ha Noi has lost its marks: rule N103
    if any(match.text in name.text for name in match.concept.named("vi")):
        return False  # sông Mekong
    if is_set_apart(text.text, match.span):
        return False
    outer = outer_matches(text, match)
    if any(match.text in whole.designation.text for whole in outer):
        return False  # China Daily
    if not outer and in_proper_name(text, match.span):
        return False  # Air China, and not Đại sứ quán China
    start, end = match.span.start, match.span.end
    behind = _CAPITALISED.match(text.text, end)
    if behind is not None and is_ordinary_word(behind[1].lower()):
        return False  # báo Vietnam News
    around = text.text[max(0, start - _REACH) : start].split()[-1:]
    around += text.text[end : end + _REACH].split()[:1]
    return not any(is_function_word(word) for word in around)
