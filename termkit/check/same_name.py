"""Whether a stretch of words with other capitals than another is the same name.

What stands around both tells, and which words of it can do without a capital: *River Council* and
*river Council* are one, *Internet Job Index* and *Internet job* are two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from termkit.check.capitals import weighty_capitals
from termkit.check.described import is_described
from termkit.check.nearby import matches_near
from termkit.check.view import TextView
from termkit.lang.en.ordinary import is_ordinary_word
from termkit.lang.tables import load_rows, load_words
from termkit.model.concept import ConceptType
from termkit.model.span import Span
from termkit.text.cover import Cover

LONG_VI = 4
"""Syllables of a Vietnamese name that describes no other thing, even without capitals."""
_WORD_BEFORE = re.compile(r"[^\W_],? $|, $")
_LONG = 3  # weighty words, likewise
_SHORT = 3  # letters of words that are often no name though no list has them
_CAPITAL_BEHIND = re.compile(r" (?:(?:of|for|and|on|the|và|về|của) )*[A-ZĐ]")
_CAPITAL_BEFORE = re.compile(r"\b[A-ZĐ]\w* $")
# Convention on Climate Change, Ngày vì Người khuyết tật: whatever the longer name is about.
_TOPIC = re.compile(
    r"\b(?P<head>[A-ZĐ]\w*) (?:on|of|for|against|về|vì|chống) (?:the )?"
    r"(?:[A-ZĐ]\w*,? (?:(?:and|và) )?)*$"
)
_NEAR = 20  # code points before a stretch that are looked at
_NAME_REACH = 60  # likewise, for the beginning of a longer name
# Who heads a body: its small first word belongs to the title.
_HEAD_VI = re.compile(r"\b(?:trưởng|phó) $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words in a row, as they stand."""

    text: TextView
    span: Span

    @property
    def words(self) -> str:
        return self.span.slice(self.text.text)

    @property
    def line_starts(self) -> list[int]:
        """The words, by number, that begin a line of the text as found."""
        original, at = self.text.original, self.text.normalised.to_original
        words = [word.start() + self.span.start for word in re.finditer(r"\S+", self.words)]
        gaps = [at(Span(max(0, start - 2), start + 1)).slice(original) for start in words]
        return [n for n, gap in enumerate(gaps) if "\n" in gap]

    @property
    def surroundings(self) -> tuple[bool, bool]:
        """Whether a word with a capital stands before it, and behind it."""
        text, start = self.text.text, max(0, self.span.start - _NEAR)
        before = _CAPITAL_BEFORE.search(text[start : self.span.start])
        behind = _CAPITAL_BEHIND.match(text, self.span.end)
        named = before is not None and not self.text.starts_sentence(
            Span(start + before.start(), self.span.start)
        )
        return named, behind is not None

    @property
    def is_topic(self) -> bool:
        """Whether a longer name has it behind a preposition: capitals that are not its own.

        Whoever heads a body is no such name: *Director of the Delta Water Board*.
        """
        start = max(0, self.span.start - _NAME_REACH)
        longer = _TOPIC.search(self.text.text[start : self.span.start])
        return longer is not None and longer["head"] not in load_words("en", "title_ends")


def begins_sentence(place: Stretch) -> bool:
    return place.text.starts_sentence(place.span)


def _follows_word(place: Stretch) -> bool:
    """Whether a word stands right before: what follows a sign or an option may be a sentence."""
    return (
        _WORD_BEFORE.search(place.text.text[max(0, place.span.start - 2) : place.span.start])
        is not None
    )


def is_alike(odd: Stretch, usual: Stretch) -> bool:
    """Whether both stretches may be one name, by what stands around them.

    A capital that is one too many may be that of a longer name, as one that is missing where
    the name goes on is (*Internet job*, *Internet Job Index*), and small letters those of a title
    that no name follows; the first capital of a sentence is nobody's. Without any capital it is
    what a longer name is about (*climate change*, *Convention on Climate Change*).
    """
    here, there = capitals_of(odd.words.split(" ")), capitals_of(usual.words.split(" "))
    lost = [n for n, (got, wanted) in enumerate(zip(here, there, strict=True)) if wanted > got]
    if lost == [0] and (begins_sentence(usual) or not _follows_word(usual)):
        return False
    if not any(here) and usual.is_topic and not odd.is_topic:
        return False
    (before, behind), (usually_before, usually_behind) = odd.surroundings, usual.surroundings
    if before != usually_before:
        return False
    if lost == [0] and usually_behind > behind and odd.text.lang.startswith("vi"):
        return False  # hai vị tổng thống Mỹ beside Tổng thống Mỹ Joe Biden
    ends_alike = not usually_behind or len(here) - 1 not in lost
    return behind == usually_behind or (bool(lost) and any(here) and ends_alike)


def is_same_name(odd: Stretch, name: str, *, often: bool) -> bool:
    vietnamese = odd.text.lang.startswith("vi")
    words = name.split(" ")
    usual, found = capitals_of(words), capitals_of(odd.words.split(" "))
    lost = [n for n, capital in enumerate(usual) if capital and not found[n]]
    if not vietnamese and any(_is_no_word(words[n]) for n in lost):
        return True
    if vietnamese and lost == [0] and (_is_kind_of_place(words) or _is_headed(odd)):
        return False  # cảng Dung Quất, Cảng Dung Quất: houses differ; Trưởng ban Quản lý
    own = _own_capitals(odd)
    kept = [n for n, capital in enumerate(found) if capital and usual[n] and n in own]
    if not kept and any(found):
        return False
    if not kept:
        weighty = len(words) >= LONG_VI if vietnamese else len(weighty_capitals(words)) >= _LONG
        return often and weighty and not is_described(odd.text, odd.span)
    if kept == [0] and not vietnamese and _is_no_word(words[0]):
        return False  # Antarctic ice, Chinese government: the capital of a name in it
    return often or (bool(lost) and all(weighty_capitals(words)))


def _is_no_word(word: str) -> bool:
    """Whether a word is nothing but a name: no other may do without its capital."""
    word = re.sub(r"['’]s?$", "", word)
    return len(word) > _SHORT and word.isalpha() and not is_ordinary_word(word.lower())


def _is_headed(odd: Stretch) -> bool:
    start = odd.span.start
    return _HEAD_VI.search(odd.text.text[max(0, start - _NEAR) : start]) is not None


def _is_kind_of_place(words: list[str]) -> bool:
    kinds = {row[0] for row in load_rows("vi", "place_kinds")}
    return any(" ".join(words[:size]).lower() in kinds for size in (1, 2, 3))


def _own_capitals(odd: Stretch) -> set[int]:
    """The words of a stretch whose capitals are no place's: not *Việt* in *dầu khí Việt Nam*."""
    places = Cover(
        match.span
        for match in matches_near(odd.text, odd.span)
        if match.concept.type is ConceptType.PLACE and match.text != odd.words
    )
    spans = (Span(*word.span()) for word in re.compile(r"\S+").finditer(odd.words))
    start = odd.span.start
    return {
        n
        for n, span in enumerate(spans)
        if not places.overlaps(Span(start + span.start, start + span.end))
    }


def is_capital(word: str) -> bool:
    return word[0].isupper()


def capitals_of(words: list[str]) -> list[bool]:
    return [is_capital(word) for word in words]
