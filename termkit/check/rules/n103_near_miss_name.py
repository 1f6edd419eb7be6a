"""A name one mark or one letter away from a known one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.gazetteer import is_another_place, is_like_a_chinese_place
from termkit.check.houses import (
    fitting_form,
    follows_capital,
    house_forms,
    in_proper_name,
    in_school_name,
)
from termkit.check.listed import is_listed_beside
from termkit.check.lone_han import find_lone_han
from termkit.check.mentions import names_of, own_language
from termkit.check.near_callers import find_near_callers
from termkit.check.near_han import find_near_han
from termkit.check.near_han_places import find_near_han_places
from termkit.check.near_han_speakers import find_near_han_speakers
from termkit.check.near_han_strangers import find_near_han_strangers
from termkit.check.near_han_world import find_near_han_world
from termkit.check.near_names import Difference, NearName, near_names
from termkit.check.near_strangers import find_impossible_strangers, find_near_strangers
from termkit.check.near_twins import find_near_twins
from termkit.check.near_vi_figures import find_near_vi_figures
from termkit.check.near_vi_names import find_garbled_shorts, find_garbled_vietnamese
from termkit.check.near_vi_places import find_near_vi_places
from termkit.check.near_world import find_near_world
from termkit.check.nearby import before
from termkit.check.rule import Mark, MarkRelated, rule
from termkit.check.supports import (
    has_other_title,
    has_own_title,
    is_acting,
    is_called_minister,
    is_called_short,
    is_introduced_as_another,
    is_named_elsewhere,
)
from termkit.check.surroundings import (
    in_address,
    in_quotation,
    in_title_of_work,
    is_joined,
    is_other_form,
)
from termkit.check.swapped_han import find_swapped_han
from termkit.check.view import DocumentView, TextView
from termkit.glossary.matcher import Likeness, Match
from termkit.lang.en.ordinary import is_ordinary_word
from termkit.lang.tables import load_words
from termkit.lang.vi.sounds import sound_alike
from termkit.lang.vi.syllables import is_syllable, is_unmarked_syllable
from termkit.lang.zh.pinyin import count_syllables
from termkit.model.concept import ConceptType
from termkit.model.name import Verdict
from termkit.model.span import Span
from termkit.names.forms import name_key, with_capitals_of
from termkit.names.parse import is_family_name
from termkit.names.written import compare_syllables, count_marks_between, has_marks, syllables

_KIND = re.compile(
    r"(?:[tT]ỉnh|[tT]hành phố|TP\.?|[tT]hủ đô|[pP]rovince of|[cC]ity of|[cC]apital(?: city)?|"
    r"[tT]hành uỷ|[tT]ỉnh ủy|[tT]hành ủy|UBND tỉnh|[qQ]uần đảo) $"
)
_SMALL_KIND_BEFORE = re.compile(
    r"(?:[xX]ã|[pP]hường|[hH]uyện|[tT]hị trấn|[qQ]uận|[tT]hị xã|[tT]hôn|[lL]àng|[sS]ông|[cC]ầu|"
    r"[ấẤ]p|[bB]ản|[bB]uôn|[xX]óm|[cC]hùa|[đĐ]ình|[đĐ]ền|[mM]iếu|[sS]uối|[nN]úi|[đĐ]èo) $"
)
# Of one person: the doctors of Hà Nội are many.
_PERSON_BEFORE = re.compile(
    r"(?<!\b[cC]ác )(?<!\b[nN]hững )(?<!\b[nN]hiều )(?<!\b[tT]rẻ )(?<!\b[aA]nh )\b"
    r"(?:[aA]nh|[cC]hị|[eE]m|[ôÔ]ng|[bB]à|[cC]ô|[cC]hú|[bB]ác|[cC]ụ|[cC]háu|[tT]hầy|"
    r"[cC]ô dâu|[cC]hú rể|[cC]ô giáo|[tT]hầy giáo|"
    r"(?:[hH]ọa|[hH]oạ|[nN]ghệ|[cC]a|[nN]hạc|[bB]ác|[vV]õ|[tT]hi|[vV]ăn|[nN]ha|[tT]iến) sĩ|"
    r"[kK]ỹ sư|[lL]uật sư|[gG]iáo sư|[nN]hà (?:văn|thơ|báo)|[dD]iễn viên|[cC]ầu thủ) $"
)
_NAME = r"[A-ZĐ]\w*(?: [A-ZĐ]\w*)*"
# After one name or the last of several: the Xijiang, Beijiang and Hanjiang rivers.
_SMALL_KIND_AFTER = re.compile(
    rf"(?:(?:, {_NAME})*,? (?:and|or) {_NAME})?"
    r" (?:[cC]ommune|[wW]ard|[dD]istrict|[vV]illage|[tT]own|[rR]iver)s?\b"
)
# Romanisation of the old post office: Nanking is Nanjing, not a slip for Nanning.
_POSTAL = re.compile(r"(?:king|chow|foo|tung)$")
_HAN_FINDERS = (
    find_near_han_speakers,  # the document's own evidence, whatever the glossary has verified
    find_near_han,
    find_near_han_strangers,
    find_near_han_places,
    find_near_han_world,
    find_lone_han,
    find_swapped_han,
)
_FINDERS = (
    find_near_twins,
    find_near_callers,
    find_garbled_vietnamese,
    find_near_vi_figures,
    find_near_vi_places,
    find_near_world,
)
_REGION_AFTER = re.compile(
    r",? (?:in )?[A-Z]\w+(?: [A-Z]\w+){0,2} (?:Province|Autonomous Region)\b"
)
_BETWEEN = re.compile(r"(?:,| và| and) $")
_AND = re.compile(r"(?:,|,? và|,? and) ")
_COUNTRY = 5  # letters of the shortest country that is searched for
_SHORT = 8  # letters; a shorter Chinese name one letter away is mostly somebody else


@rule(
    "N103",
    "near-miss-name",
    scope="document",
    severity="warning",
    since="0.1",
    yields_to=("O101", "O102", "O103", "O104", "O105", "T101"),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """A name is one mark or one letter away from a person or place that is known.

    ## Why it matters
    *Lê Hoài Trúng*, *Liu Haiting* and *Tô Lam* look right and name nobody; a spelling
    checker does not know them. A wrong name is the slip that readers forgive least.

    ## Use instead
    The known name. Silent where the near name is itself known, where a role beside it
    introduces somebody else, and where nothing but its shape speaks for a slip.

    ## Source
    People and places of the glossary; names that the document itself writes otherwise; heads of
    state and government (The World Factbook), cities and regions (Unicode CLDR).
    """
    told: list[Mark] = []
    if view.language != "zh":
        told += (*_known_names(view), *_short_names(view), *find_near_strangers(view))
        told += (*find_impossible_strangers(view), *find_garbled_shorts(view))
    yield from told
    taken = {point for mark in told for point in _points(mark)}
    for find in _HAN_FINDERS if view.language == "zh" else _FINDERS:
        for mark in find(view):
            # It stands where another does, or asks for a name that another calls wrong.
            places: list[Mark | MarkRelated] = [mark, *mark.related]
            if all(taken.isdisjoint(_points(place)) for place in places):
                taken.update(_points(mark))
                yield mark


def _points(place: Mark | MarkRelated) -> Iterator[tuple[int, int]]:
    """The unit and each code point of a place."""
    return ((place.unit, at) for at in range(place.span.start, place.span.end))


def _known_names(view: DocumentView) -> Iterator[Mark]:
    """What is nearly a person or place of the glossary."""
    index = near_names(view.glossary, view.language)
    for text in view.texts_with(index.signal):
        sure = [m.span for m in text.all_matches if m.likeness is not Likeness.UNMARKED]
        for near in index.find(text.text, without=sure):
            if in_address(text.text, near.span) or in_title_of_work(text.text, near.span):
                continue
            if near.known.concept.type is ConceptType.PERSON:
                listed = is_listed_beside(text, near.span, near.known.text)
                fires = not listed and _is_person_slip(view, text, near)
            else:
                fires = _is_place_slip(view, text, near)
            if fires:
                yield _mark(view, text, near)


def _mark(view: DocumentView, text: TextView, near: NearName) -> Mark:
    forms = house_forms(view, near.known.concept)
    right = fitting_form(forms, near.known.text) or near.known.text
    return text.mark(
        near.span,
        f"{near.text!r} is {near.difference} away from {right!r}"
        if near.difference in (Difference.LETTER, Difference.SOUND, Difference.OTHER_MARK)
        else f"{near.text!r} is {right!r} with {near.difference}",
        replacement=with_capitals_of(near.text, right),
        concept_id=near.known.concept.id,
    )


def _is_person_slip(view: DocumentView, text: TextView, near: NearName) -> bool:
    person = near.known.concept
    if near.difference is Difference.NO_MARKS:
        return _is_unmarked_slip(view, text, near)
    if has_own_title(view, text, near.span, person) or is_called_minister(text, near.span):
        return True
    word, index = near.word, near.index
    impossible = not _is_possible(word) and len(word) > 2
    if impossible and (index > 0 or own_language(person) == "vi"):
        return True  # Luong Cunog: no syllable, whoever it is
    introduced = is_introduced_as_another(text, near.span) or has_other_title(text, near.span)
    if introduced and not _is_called_right(view, near):
        return False
    if own_language(person) == "zh" and view.language == "en":
        return _is_pinyin_slip(view, text, near)
    if len(near.known.words) == 2 and is_another_place(near.text, view.language):
        return False  # Đông Quan is a commune, and not Đổng Quân
    if near.difference is Difference.FEWER_MARKS:
        return True
    if index == 0 and is_family_name(word, "vi"):
        return False
    called = is_called_short(view, syllables(near.known.text)[-1])
    if called or is_named_elsewhere(view, person):
        return True
    # Nothing but the shape: another person may well have another common name.
    return len(near.known.words) > 2 and not _is_common(near)


def _is_called_right(view: DocumentView, near: NearName) -> bool:
    """Whether somebody without a full name is called as the known person is.

    *General Phan Van Gang* is no other general where *General Giang* speaks and nobody else
    has that name.
    """
    right = near.known.words[-1]
    if near.index != len(near.known.words) - 1 or own_language(near.known.concept) != "vi":
        return False
    names = names_of(view)
    if any(mention.short == right for mention in (*names.known, *names.strangers)):
        return False
    return is_called_short(view, right) and not is_called_short(view, near.word)


def _is_common(near: NearName) -> bool:
    """Whether the word that differs is a given or family name that many people bear."""
    common = load_words("vi", "given_names") | {"Thị", "Văn"}
    if has_marks(near.word) or near.difference is not Difference.LETTER:
        return near.word in common or is_family_name(near.word, "vi")
    bare = name_key(near.word)
    return bare in map(name_key, common) or is_family_name(near.word, "vi")


def _is_pinyin_slip(view: DocumentView, text: TextView, near: NearName) -> bool:
    """A long Chinese name speaks for itself; a short one must have been written right before.

    Nobody is called by a short full name and acts in a report who has not been introduced.
    """
    before = any(
        mention.person is not None
        and mention.person.id == near.known.concept.id
        and mention.order < (text.index, near.span.start)
        for mention in names_of(view).known
    )
    if near.index == 0 and is_family_name(near.word, "zh"):
        return False
    if len(name_key(near.text)) >= _SHORT and count_syllables(near.known.words[-1]) > 1:
        return True
    return before and len(name_key(near.text)) > 5 and is_acting(text, near.span)


def _is_unmarked_slip(view: DocumentView, text: TextView, near: NearName) -> bool:
    """A Vietnamese text with marks has no bare Vietnamese name, but in a foreign quotation.

    *Thanh Hoa* may be a singer and not Thanh Hóa: one lost mark alone is too little, unless
    the text has the name with its marks, too.
    """
    if not text.lang.startswith("vi") or not text.has_marks:
        return False
    if in_quotation(text.text, near.span) or is_other_form(text.text, near.span):
        return False
    if is_introduced_as_another(text, near.span):
        return False
    lost = sum(map(has_marks, near.known.words))
    return (
        lost > 1
        or is_named_elsewhere(view, near.known.concept)
        or has_own_title(view, text, near.span, near.known.concept)
        or _has_kind_before(text, near)
    )


def _is_place_slip(view: DocumentView, text: TextView, near: NearName) -> bool:
    """A place is a slip when nothing else can be meant: another village is soon one mark away."""
    if _is_somebody(text, near) or _is_small(view, text, near):
        return False
    if near.difference is Difference.NO_MARKS:
        return not in_proper_name(text, near.span) and _is_unmarked_slip(view, text, near)
    marks = near.difference in (Difference.FEWER_MARKS, Difference.OTHER_MARK)
    if _is_garbled_place(view, text, near):
        return True
    if follows_capital(text, near.span) if marks else in_proper_name(text, near.span):
        return False
    named = is_named_elsewhere(view, near.known.concept) or _has_kind_before(text, near)
    named = named or _is_listed(text, near)
    if is_another_place(near.text, view.language):
        return marks and named and _small_kind(text, near) is None
    word, right = near.word, near.known.words[near.index]
    if near.difference is Difference.FEWER_MARKS:
        return named or len(near.text) > 5
    if near.difference is Difference.OTHER_MARK:
        return named or count_marks_between(word, right) == 1
    if len(near.known.words) > 1:
        likely = len(right) > 2 or sound_alike(word, right)
        return (named and likely) or not _is_possible(word)
    if _POSTAL.search(word) or names_of(view).namesakes(word):
        return False
    if len(right) == 5:
        return named and not is_unmarked_syllable(word)
    if is_like_a_chinese_place(word) and _is_located(view, word):
        return False
    return bool(count_syllables(right)) or not _is_possible(word)


def _is_located(view: DocumentView, name: str) -> bool:
    """Whether the document says once where a place is, as of places that few know.

    *Pingyao, Shanxi Province*.
    """
    return any(
        _REGION_AFTER.match(text.text, at.end())
        for text in view.texts
        for at in re.finditer(re.escape(name), text.text)
    )


def _is_garbled_place(view: DocumentView, text: TextView, near: NearName) -> bool:
    """What can be no name at all, beside the right one or for a country: *Vietanm*, *Cihna*.

    Whatever capitals stand around it.
    """
    word, right = near.word, near.known.words[0]
    if len(near.known.words) > 1 or near.difference is not Difference.LETTER:
        return False
    if min(len(word), len(right)) < _COUNTRY or not word.isascii() or not word.istitle():
        return False
    swapped = sorted(word.lower()) == sorted(right.lower())
    country = near.known.concept.subject_field == "countries" and swapped
    if not (country or is_named_elsewhere(view, near.known.concept)):
        return False
    if not (swapped or len(right) > _COUNTRY) or (is_joined(text.text, near.span) and not swapped):
        return False
    return not (
        _is_possible(word)
        or is_another_place(near.text, view.language)
        or names_of(view).namesakes(word)
        or _POSTAL.search(word)
    )


def _is_possible(word: str) -> bool:
    """Whether a word could be part of another Vietnamese or Chinese name."""
    bare = is_syllable(word) if has_marks(word) else is_unmarked_syllable(word)
    return bare or count_syllables(word) > 0 or is_ordinary_word(word.lower())


def _is_listed(text: TextView, near: NearName) -> bool:
    """Whether places of the same rank stand on both sides: Hà Tĩnh, Thanh Hòa và Quảng Trị."""
    left = _BETWEEN.search(text.text[: near.span.start])
    right = _AND.match(text.text, near.span.end)
    if left is None or right is None:
        return False
    peers = [match.span for match in _same_field(text, near)]
    before = any(span.end == left.start() for span in peers)
    return before and any(span.start == right.end() for span in peers)


def _same_field(text: TextView, near: NearName) -> Iterator[Match]:
    for match in text.matches(types=(ConceptType.PLACE,)):
        if match.concept.subject_field == near.known.concept.subject_field:
            yield match


def _has_kind_before(text: TextView, near: NearName) -> bool:
    """What kind of place it is, right before: *tỉnh*, *thành phố*, *the city of*."""
    return _KIND.search(before(text.text, near.span)) is not None


def _short_names(view: DocumentView) -> Iterator[Mark]:
    """A second mention with a wrong mark: *Trúng* after *Lê Hoài Trung*."""
    names = names_of(view)
    for word in names.called:
        # In Vietnamese a capital at the beginning of a sentence is any word's.
        named = word.addressed or not _may_begin(view.texts[word.unit], word.span)
        if not has_marks(word.text) or (view.language == "vi" and not named):
            continue
        bearers = names.bearers(word.text)
        if any(word.text in mention.shorts for mention in bearers):
            continue
        shorts = {
            mention.short: mention
            # Where the full name stands in both forms, the marked one says what is right.
            for mention in sorted(bearers, key=lambda mention: has_marks(mention.text))
            if mention.lang == "vi" and mention.short is not None
        }
        if len(shorts) != 1:
            continue
        short, bearer = shorts.popitem()
        full = bearer.right or bearer.text
        marked = has_marks(full)
        if marked and compare_syllables(word.text, short) is not Verdict.SAME:
            text = view.texts[word.unit]
            yield text.mark(
                word.span,
                f"{word.text!r} is not {short!r}, the short form of {full!r}",
                replacement=with_capitals_of(word.text, short),
                concept_id=bearer.person.id if bearer.person else None,
                related=(view.texts[bearer.unit].related(bearer.span, "the full name"),),
            )


def _may_begin(text: TextView, span: Span) -> bool:
    """Whether a word stands anywhere but inside a sentence, behind a word or a comma."""
    return re.search(r"[a-zà-ỹđ\d],? $", text.text[: span.start][-4:]) is None


def _small_kind(text: TextView, near: NearName) -> re.Match[str] | None:
    """The word beside the name that says that a district, a village or a temple is meant."""
    after = text.text[near.span.end : near.span.end + 60]
    return _SMALL_KIND_BEFORE.search(before(text.text, near.span)) or _SMALL_KIND_AFTER.match(after)


def _is_small(view: DocumentView, text: TextView, near: NearName) -> bool:
    """Whether a minor place has the name; not where the known one is called as it is.

    *Thôn Nam Đình* is a village of its own, unless *thôn Nam Định* stands in the text, too.
    """
    kind = _small_kind(text, near)
    if kind is None:
        return False
    word = kind[0].split()[-1]
    pairs = (f"{word} {near.known.text}".lower(), f"{near.known.text} {word}".lower())
    return not any(pair in other.text.lower() for other in view.texts for pair in pairs)


def _is_somebody(text: TextView, near: NearName) -> bool:
    """Whether a person or a school bears the name: one mark lost makes *Đại học Thanh Hoa*."""
    if _PERSON_BEFORE.search(before(text.text, near.span)):
        return _is_possible(near.word)
    lost = sum(map(has_marks, near.known.words))
    no_marks = near.difference is Difference.NO_MARKS
    return no_marks and lost == 1 and in_school_name(text, near.span)
