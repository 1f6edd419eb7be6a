"""Names that one document writes in two ways, apart from the marks of full ones: rule N102."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from termkit.check.mentions import names_of
from termkit.check.rule import Mark
from termkit.check.surroundings import in_address, in_quotation, is_joined
from termkit.check.usage import Use, odd_ones
from termkit.check.view import DocumentView, TextView
from termkit.lang.en.ordinary import is_ordinary_word
from termkit.lang.vi.marks import without_marks
from termkit.lang.vi.syllables import is_unmarked_syllable
from termkit.lang.zh.hanzi import simplify
from termkit.lang.zh.pinyin import count_syllables, sound_alike
from termkit.model.concept import ConceptType, Form
from termkit.model.span import Span
from termkit.names.forms import name_key
from termkit.names.parse import capital_runs
from termkit.names.written import has_marks
from termkit.text.memory import Memory
from termkit.text.scripts import HAN

_HAN = re.compile(f"[{HAN}]+")
_LEAST = 5  # letters of a name that was closed up


def find_marked_short(view: DocumentView) -> Iterator[Mark]:
    """The second mention with marks that the full name has not: *Tiến* after *Tran Van Tien*."""
    if view.profile is not None and view.profile.setting("diacritics") is not None:
        return  # rule N101 knows
    names = names_of(view)
    for word in names.called if view.language == "en" else ():
        bearers = names.bearers_before(word, "vi")
        if not bearers or not has_marks(word.text) or any(has_marks(m.text) for m in bearers):
            continue
        form = without_marks(word.text)
        if {mention.short for mention in bearers} == {form}:
            text, bearer = view.texts[word.unit], bearers[0]
            yield text.mark(
                word.span,
                f"{word.text!r} here, {bearer.text!r} before",
                replacement=form,
                concept_id=bearer.person.id if bearer.person else None,
                related=(view.texts[bearer.unit].related(bearer.span, "the full name"),),
            )


def find_closed_up(view: DocumentView) -> Iterator[Mark]:
    """*Dalat* beside *Da Lat*: a name of two syllables, written as one word and as two."""
    if not _may_be_closed_up(view):
        return
    groups: dict[str, list[Use]] = defaultdict(list)
    listed: dict[str, set[str]] = defaultdict(set)
    for text in view.texts:
        known = {match.span for match in text.matches(types=(ConceptType.PLACE,), nested=True)}
        for form, span in _spellings(text):
            if not in_quotation(text.text, span):
                key = name_key(span.slice(text.text))
                groups[key].append(Use(text, span, form))
                listed[key] |= {form} if span in known else set()
    for key, uses in groups.items():
        if len(listed[key]) > 1 or (listed[key] and any(has_marks(use.text) for use in uses)):
            continue  # two forms of one entry, or of two languages
        for use, other in odd_ones(uses):
            yield use.view.mark(
                use.span,
                f"{use.text!r} is {use.form}, {other.text!r} {other.form}",
                replacement=other.text,
                related=(other.related("the other form"),),
            )


def _may_be_closed_up(view: DocumentView) -> bool:
    """Whether two words anywhere have the letters of one word, whatever stands around them."""
    keys = [_keys[stretch] for stretch in view.stretches]
    ones = set().union(*[ones for ones, _ in keys])
    return not all(ones.isdisjoint(pairs) for _, pairs in keys)


def _find_keys(stretch: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The letters of the words that may be two closed up, and of the pairs that may be one."""
    ones: list[str] = []
    pairs: list[str] = []
    for run in capital_runs(stretch):
        words = [span.slice(stretch) for span in run]
        ones += (name_key(word) for word in words if _may_be_one(word.lower()))
        pairs += (
            name_key(one) + name_key(other)
            for one, other in pairwise(words)
            if _is_syllable(one) and _is_syllable(other)
        )
    return tuple(ones), tuple(pairs)


_keys = Memory(_find_keys)


def _may_be_one(word: str) -> bool:
    return len(word) >= _LEAST and not is_ordinary_word(word)


def _spellings(text: TextView) -> Iterator[tuple[str, Span]]:
    for run in capital_runs(text.text):
        if any(is_joined(text.text, span) or in_address(text.text, span) for span in run):
            continue
        for index, span in enumerate(run):
            word = span.slice(text.text).lower()
            # In Vietnamese a closed name among others is a firm's: Saigon Morin.
            lone = len(run) == 1 or not text.lang.startswith("vi")
            if lone and _may_be_one(word):
                yield "one word", span
            pair = Span(span.start, run[index + 1].end) if run[index + 1 :] else None
            if pair is not None and all(map(_is_syllable, pair.slice(text.text).split(" "))):
                yield "two words", pair


@lru_cache(maxsize=1 << 14)
def _is_syllable(word: str) -> bool:
    bare = name_key(word)
    return len(bare) > 1 and (is_unmarked_syllable(bare) or count_syllables(bare) == 1)


def _same_sound(one: str, other: str) -> bool:
    return one == other or sound_alike(one, other)


def find_mixed_han(view: DocumentView) -> Iterator[Mark]:
    """One person or place in two forms that sound alike: 陈青敏, 陈清敏."""
    groups: dict[tuple[str, int], list[Use]] = defaultdict(list)
    for text in view.texts if view.language == "zh" else ():
        for match in text.matches(types=(ConceptType.PERSON, ConceptType.PLACE)):
            if match.designation.form is not Form.SHORT and _HAN.fullmatch(match.text):
                use = Use(text, match.span, simplify(match.text))
                groups[match.concept.id, len(match.text)].append(use)
    for (concept_id, _), uses in groups.items():
        for use, other in odd_ones(uses):
            if not all(map(_same_sound, use.form, other.form)):
                continue  # 东海 and 南海 are one sea, seen from two shores
            yield use.view.mark(
                use.span,
                f"{use.text!r} here, {other.text!r} elsewhere in this document",
                replacement=other.text,
                concept_id=concept_id,
                related=(other.related("the other form"),),
            )
