"""Phrases that are one slip away from a designation of several words.

A set phrase, a term, a treaty or an organisation's name is aligned word by word with the
text; exactly one word may be mistyped, missing, too many or another function word. Whatever
is grammar (number, possessives, articles that prose adds), another house's spelling, or a
designation in its own right is no slip. Chinese is aligned character by character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from termkit.check.phrase_index import LETTERS, NAMES, CutText, Phrase, Token, cut, phrase_index
from termkit.check.phrases import is_abbreviated, named_in, word_key
from termkit.check.slip import Judgement, Slip, SlipKind
from termkit.check.slips import LONG_ENOUGH, is_split, judge_slip
from termkit.check.slips_en import NUMBERED, is_one_word, may_be_mistyped
from termkit.check.slips_en_forms import may_be_another_form, may_be_shorter
from termkit.check.slips_vi import may_be_wrong_syllable
from termkit.check.slips_vi_words import OTHER_WORD
from termkit.check.view import TextView
from termkit.glossary.matcher import Likeness
from termkit.glossary.store import Glossary
from termkit.lang import get_language
from termkit.lang.vi.compounds import cuts_a_word
from termkit.lang.zh.compounds import cut_words
from termkit.model.concept import AdminStatus
from termkit.model.span import Span
from termkit.text.normalise import normalise
from termkit.text.scripts import is_han

# A phrase ends at the end of a sentence or clause; commas and brackets may stand inside.
_CAPITAL = re.compile(r" [^\W\d_a-zà-ỹđ]")
_BREAKS = frozenset(".;:!?。；：！？\n")
_ABBREVIATION = re.compile(r"(?:[’']s?)? \(([A-Z][A-Za-z-]+)\)")
_REACH = 5  # characters before a phrase that show where words begin
_HAN_BREAKS = _BREAKS | {"，", ","}


@dataclass(frozen=True)
class NearPhrase:
    """A text that is one slip away from a designation.

    Attributes:
        span: Of the whole phrase in the text.
        phrase: What it should be.
        slip: What is wrong.
        replacement: The phrase as written, with the slip mended.
        is_sure: Whether it can be nothing else; else it is worth a note.
    """

    span: Span
    phrase: Phrase
    slip: Slip
    replacement: str
    is_sure: bool


def find_near_phrases(view: TextView, glossary: Glossary) -> Iterator[NearPhrase]:
    """Near misses of the glossary's phrases in a text, in text order, one for each slip."""
    primary = view.lang.split("-")[0].lower()
    index = phrase_index(glossary, view.lang)
    names = [match for match in view.all_matches if match.concept.type in NAMES]
    text = cut(view.text, names, primary)
    known = glossary.once(("near_phrases", primary), lambda: _spelt(glossary, primary))
    best: dict[Span, NearPhrase] = {}
    letters = None
    if primary == "en" and "(" not in view.text:
        # No other word is told in a phrase of two, but where its abbreviation is behind it.
        letters = list(map(LETTERS.__getitem__, text.words))
    begins, goes_on = map(set, index.places(text.keys, letters))
    for place in sorted(begins | goes_on):
        found: list[NearPhrase | None] = []
        if place in begins:
            for phrase, same in index.from_first(text.keys, place, letters):
                found.append(_from_first(view, text, place, phrase, same))
        if place in goes_on:
            for phrase in index.from_second(text.keys, place, letters):
                found.append(_from_second(view, text, place, phrase))
        for near in found:
            if near is None or _is_known(view, near, known):
                continue
            other = best.get(near.slip.span)
            if other is None or len(near.span) > len(other.span):
                best[near.slip.span] = near
    yield from sorted(best.values(), key=lambda near: near.span)


def _from_first(
    view: TextView, text: CutText, place: int, phrase: Phrase, same: int
) -> NearPhrase | None:
    """Align a phrase of which some words, the first among them, stand at a place."""
    keys = phrase.keys
    if same == len(keys):
        return _other_number(view, text.tokens(place, place + same), phrase)
    rest = text.keys[place + same : place + len(keys) + 1]
    wanted = keys[same:]
    left = len(wanted)
    if left > 1 and wanted[-1] not in rest:
        return None  # whatever is wrong before the last word, that one stands
    # At the last word several readings are possible; the first that can be a slip is taken.
    if left > 1 and rest[:2] == wanted[1::-1] and rest[2:left] == wanted[2:]:
        return _near(view, text.tokens(place, place + len(keys)), phrase, SlipKind.SWAPPED, same)
    # Nothing stands behind the last word of a text.
    if (
        len(rest) > 1
        and rest[2 : left + 1] == wanted[1:]
        and is_split(rest[0] + rest[1], wanted[0])
    ):
        return _near(view, text.tokens(place, place + len(keys) + 1), phrase, SlipKind.SPLIT, same)
    if view.lang.startswith("zh"):
        near = _word_by_word(view, text, place, phrase, same)
        if near is not None:
            return near
    readings = (
        (SlipKind.WRONG, len(rest) >= left and rest[1:left] == wanted[1:], 0),
        (SlipKind.MISSING, left > 1 and rest[: left - 1] == wanted[1:], -1),
        (SlipKind.EXTRA, rest[1 : left + 1] == wanted, 1),
    )
    for kind, fits, longer in readings:
        if kind is SlipKind.WRONG and fits:
            fits = _may_be_wrong(view, text.words[place + same], phrase, same)
        if fits:
            written = text.tokens(place, place + len(keys) + longer)
            near = _near(view, written, phrase, kind, same)
            if near is not None:
                return near
    return None


def _word_by_word(
    view: TextView, text: CutText, place: int, phrase: Phrase, same: int
) -> NearPhrase | None:
    """Align a Chinese phrase of which a word of two characters is missing, or swapped with the
    next one: *全面伙伴战略关系*."""
    keys = phrase.keys
    wanted = keys[same:]
    rest = text.keys[place + same : place + len(keys)]
    if len(wanted) > 3 and rest == (*wanted[2:4], *wanted[:2], *wanted[4:]):
        return _near(view, text.tokens(place, place + len(keys)), phrase, SlipKind.SWAPPED, same, 2)
    if len(wanted) > 2 and rest[: len(wanted) - 2] == wanted[2:]:
        written = text.tokens(place, place + len(keys) - 2)
        return _near(view, written, phrase, SlipKind.MISSING, same, 2)
    return None


def _other_number(view: TextView, written: list[Token], phrase: Phrase) -> NearPhrase | None:
    """A name with one word in another number: *Convention on the Laws of the Sea*."""
    pairs = zip(written, phrase.words, strict=True)
    differing = [
        at
        for at, (one, other) in enumerate(pairs)
        if one.text.replace("’", "'") != other.replace("’", "'")
    ]
    if len(differing) != 1 or not view.lang.startswith("en"):
        return None
    if phrase.keys[differing[0]].startswith("@"):
        return None  # Viet Nam, Vietnam: rule N102
    return _near(view, written, phrase, SlipKind.WRONG, differing[0])


def _from_second(view: TextView, text: CutText, place: int, phrase: Phrase) -> NearPhrase | None:
    """Align a phrase of which all words but the first, which is mistyped, stand at a place."""
    keys = phrase.keys
    if place == 0 or text.keys[place - 1] == keys[0]:
        return None
    if not _may_be_wrong(view, text.words[place - 1], phrase, 0):
        return None
    return _near(view, text.tokens(place - 1, place - 1 + len(keys)), phrase, SlipKind.WRONG, 0)


def _may_be_wrong(view: TextView, written: str, phrase: Phrase, at: int) -> bool:
    """A quick no for most words of a short phrase, without a look at what stands around."""
    size, known = len(phrase.keys), phrase.word(at)
    if view.lang.startswith("vi"):
        return size >= OTHER_WORD or may_be_wrong_syllable(written, known)
    if size >= LONG_ENOUGH or not view.lang.startswith("en"):
        return True
    if _is_like(written, known):
        return True
    if at == 0 or phrase.concept.type not in NUMBERED:
        return False
    # Its abbreviation behind it, or what these alone are asked for.
    return "(" in view.text or may_be_shorter(written, known)


@lru_cache(maxsize=1 << 16)
def _is_like(written: str, known: str) -> bool:
    return may_be_another_form(written, known) or may_be_mistyped(written, known)


def _near(
    view: TextView, written: list[Token], phrase: Phrase, kind: SlipKind, at: int, size: int = 1
) -> NearPhrase | None:
    """What stands in a text beside a phrase, if a slip of so many words explains it."""
    if not _is_one_phrase(view, written):
        return None
    if kind is SlipKind.WRONG and view.lang.startswith("zh") and not phrase.concept.id:
        return None  # one character of a well-known body: rule N103
    before, after = written[at - 1] if at else None, written[at]
    known = "".join(phrase.words[at : at + size])
    if kind is SlipKind.MISSING:
        assert before is not None  # a first word is never the missing one
        if _CAPITAL.match(view.text, written[-1].span.end) and at == len(phrase.keys) - 2:
            return None  # Đảng Cộng sản Nam Phi: the last word begins another name
        if after.text[0].isupper() and phrase.words[at + size][0].islower():
            return None  # Chủ tịch Hội Dệt may is no Chủ tịch Quốc hội
        span = Span(before.span.end, after.span.start)
        slip = Slip(kind, span, "", known, at)
        mended = f"{_gap(view.lang)}{known}{_gap(view.lang)}"
    elif kind is SlipKind.EXTRA:
        assert before is not None
        span = after.span
        slip = Slip(kind, span, after.text, "", at)
        mended = ""
    elif kind is SlipKind.SWAPPED:
        span = Span(after.span.start, written[at + 2 * size - 1].span.end)
        second = view.text[written[at + size].span.start : span.end]
        first = view.text[after.span.start : written[at + size - 1].span.end]
        mended = f"{second}{_gap(view.lang)}{first}"
        if first[0].isupper() != second[0].isupper():  # capitals belong to places, not to words
            mended = _gap(view.lang).join(phrase.words[at : at + 2 * size])
        slip = Slip(kind, span, span.slice(view.text), mended, at)
    elif kind is SlipKind.SPLIT:
        span = Span(after.span.start, written[at + 1].span.end)
        mended = known
        slip = Slip(kind, span, span.slice(view.text), mended, at)
    else:
        slip = Slip(kind, after.span, after.text, known, at)
        span, mended = after.span, _as_written(after.text, known)
    texts = tuple(token.text for token in written)
    judgement = judge_slip(slip, texts, phrase, view)
    whole = Span(written[0].span.start, written[-1].span.end)
    if judgement is not Judgement.SLIP and _is_explained(view, whole.end, slip, phrase):
        judgement = Judgement.DOUBTFUL if judgement is Judgement.MEANT else Judgement.SLIP
    if judgement is Judgement.MEANT:
        return None
    if _begins_inside_a_word(view, whole, span):
        return None
    if kind is SlipKind.MISSING and view.lang.startswith("vi") and cuts_a_word(view.text, whole):
        return None  # thành | công đổi mới, giao lưu văn | hóa
    if kind is SlipKind.EXTRA:
        span = Span(span.start, written[at + 1].span.start)
    text = view.text[whole.start : span.start] + mended + view.text[span.end : whole.end]
    return NearPhrase(whole, phrase, slip, text, judgement is Judgement.SLIP)


def _is_one_phrase(view: TextView, written: list[Token]) -> bool:
    breaks = _HAN_BREAKS if view.lang.startswith("zh") else _BREAKS
    return not any(
        character in breaks
        for first, second in pairwise(written)
        for character in view.text[first.span.end : second.span.start]
    )


def _is_explained(view: TextView, end: int, slip: Slip, phrase: Phrase) -> bool:
    """Whether an English phrase with a wrong word has its own abbreviation behind it:
    *Asia-Pacific Economic Community (APEC)* means the one of that name."""
    aside = _ABBREVIATION.match(view.text, end)
    if aside is None or slip.kind is not SlipKind.WRONG or not view.lang.startswith("en"):
        return False
    if not slip.written.isalpha() or word_key(slip.written, "en") == word_key(slip.known, "en"):
        return False
    if slip.written[0].isupper() != slip.known[0].isupper():
        return False  # the Office, for UN Office
    abbreviations = {name.text for name in named_in(phrase.concept, "en") if is_abbreviated(name)}
    return aside[1] in abbreviations and not is_one_word(slip.written.lower(), slip.known.lower())


def _begins_inside_a_word(view: TextView, whole: Span, slip: Span) -> bool:
    """Whether the first character is the end of another word: 其中候补委员."""
    if not view.lang.startswith("zh"):
        return False
    start = whole.start
    while start > max(0, whole.start - _REACH) and is_han(view.text[start - 1]):
        start -= 1
    words = cut_words(view.text[start : slip.start])
    return any(begin < whole.start - start < end for begin, end in words)


def _spelt(glossary: Glossary, lang: str) -> frozenset[str]:
    """All designations of a language, case-folded."""
    return frozenset(
        normalise(designation.text).text.casefold()
        for concept in glossary
        for designation in named_in(concept, lang)
    )


def _is_known(view: TextView, near: NearPhrase, known: frozenset[str]) -> bool:
    """Whether the text is a designation in its own right, or part of one.

    A match that lies over the slip explains it, unless the phrase contains that match too
    (*Central Committee* in a mistyped longer name) or it is one word. In small letters, as
    in *bộ ngoại giao hai nước*, a proper name is no match, but it is known all the same.
    """
    if near.span.slice(view.text).casefold() in known:
        return True
    chinese = view.lang.startswith("zh")
    before = Span(near.span.start, near.slip.span.start)
    at_end = chinese and near.slip.kind is SlipKind.WRONG and near.slip.span.end == near.span.end
    for match in view.all_matches:
        if at_end and match.span == before:
            return True  # 大使何炜: a whole designation, and a name behind it, is no 大使馆
        right = match.text == near.phrase.designation.text
        if right and match.span != near.span and near.span.contains(match.span):
            return True  # 在河内内排国际机场: it is there, and 内 ends another word
        if match.is_foreign or match.concept.type in NAMES:
            continue
        if match.likeness is Likeness.UNMARKED:
            continue  # found for its letters; the missing mark is the slip
        if match.span.contains(near.span):
            return True
        covers = match.span.contains(near.slip.span) and len(near.slip.span) > 0
        if covers and len(match.text if chinese else match.text.split()) > 1:
            return True
        if covers and match.designation.status is AdminStatus.DEPRECATED:
            return True
    return False


def _gap(lang: str) -> str:
    return get_language(lang).joiner


def _as_written(written: str, known: str) -> str:
    """The known word in the capitals of the written one.

    >>> _as_written("Stategic", "strategic"), _as_written("STATEGIC", "strategic")
    ('Strategic', 'STRATEGIC')
    """
    if len(written) > 1 and written.isupper():
        return known.upper()
    if written[:1].isupper():
        return known[:1].upper() + known[1:]
    return known[:1].lower() + known[1:] if written[:1].islower() else known
