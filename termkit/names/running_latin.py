"""Names in letters in running text: in full, in another order or without a part, and short."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from termkit.lang.tables import load_words
from termkit.lang.vi.compounds import straddles as straddles_vietnamese
from termkit.lang.vi.syllables import is_syllable, is_unmarked_syllable
from termkit.names.address import is_addressed
from termkit.names.custom import leads_vietnamese
from termkit.names.english_words import is_english_word
from termkit.names.link import Way
from termkit.names.met import Met
from termkit.names.running_wade_giles import find_wade_giles
from termkit.names.standing import Standing, names_a_thing, standing_of
from termkit.names.text_words import TextWords, Token
from termkit.names.words import is_onset

if TYPE_CHECKING:
    from termkit.names.index import NameIndex

Found = tuple[int, set[int], Way]
"""How many tokens, which entries by number, and how they are named."""


class LatinReading:
    """The letters of one text being read, from its beginning to its end."""

    def __init__(self, index: NameIndex, words: TextWords, met: Met) -> None:
        self.index = index
        self.people = index.people
        self.table = index.table
        self.words = words
        self.tokens = words.tokens
        self.met = met

    def read(self, place: int) -> Found | None:
        """The name that begins with a token, if one does."""
        found = (
            self.full_name(place)
            or self._other(place)
            or self._wade_giles(place)
            or self._short(place)
        )
        if found is None:
            self._meet_stranger(place)
        return found

    def follows_title(self, place: int) -> bool:
        """Whether what stands before a token is no part of its name."""
        before = self.tokens[place - 1]
        return (
            not before.base
            or not before.capital
            or is_addressed(self.words, place)
            or self.ends_known(place - 1)
        )

    # Full names in letters.

    def full_name(self, place: int) -> Found | None:
        letters = ""
        windows: list[tuple[int, str]] = []
        for size in range(1, min(self.table.longest, 12) + 1):
            at = place + size - 1
            if at >= len(self.tokens) or (size > 1 and not self.words.joins(at)):
                break
            letters += self.tokens[at].base
            windows.append((size, letters))
        for size, letters in reversed(windows):
            if not self.table.has_letters(letters):
                continue
            window = self.tokens[place : place + size]
            entries = self.table.best_in_text([token.word for token in window], _capitals(window))
            if entries and not self._is_cut(place, size, entries):
                self.met.seen |= entries
                if any(token.word != token.base for token in window):
                    self.met.marked |= entries
                return size, entries, Way.WHOLE
        return None

    def _is_cut(self, place: int, size: int, entries: set[int]) -> bool:
        """Whether a name is only a piece of a longer one, or of something else."""
        first, span = self.tokens[place], self.words.span(place, size)
        if self.words.in_address(span):
            return True
        if not first.capital and not any(t.capital for t in self.tokens[place : place + size]):
            return True
        if size == 1 and self.words.may_be_ordinary(place):
            return True
        if self.words.lang == "vi" and size <= 2 and straddles_vietnamese(self.words.text, span):
            return True
        if not entries & self.people:
            return False
        before, after = self.words.neighbour(place, -1), self.words.neighbour(place + size - 1, 1)
        loud = all(token.text.isupper() for token in self.tokens[place : place + size])
        if (
            before is not None
            and before.capital
            and leads_vietnamese(before.base)
            and is_syllable(before.word)
            and not self.ends_known(place - 1)
            and not self.words.is_aside(place - 1)
        ):
            return True
        if after is not None and after.capital and not (loud and after.text.isupper()):
            if after.word in _after_names():
                return True
            if looks_like_syllable(after) and not self.begins_known(place + size):
                return True
        return names_a_thing(self.words, place, self)

    def ends_known(self, place: int) -> bool:
        """Whether a known name, or a title, ends with the token (*Trung Quốc Vương Nghị*)."""
        for size in range(1, 5):
            start = place - size + 1
            if start < 0:
                break
            words = [token.word for token in self.tokens[start : place + 1]]
            if size > 1 and self.table.find_whole(words):
                return True
        return False

    def begins_known(self, place: int) -> bool:
        """Whether a known name begins with the token."""
        for size in range(2, 5):
            words = [token.word for token in self.tokens[place : place + size]]
            if len(words) == size and self.table.find_whole(words):
                return True
        return False

    def begins_name(self, place: int) -> bool:
        """Whether a name that was met begins with the token, in full or short."""
        if not self.tokens[place].capital:
            return False
        short = self.table.find_short([self.tokens[place].word], self.met.seen)
        return bool(short) or self.begins_known(place)

    # Names in another order, with initials, or without their middle.

    def _other(self, place: int) -> Found | None:
        run = self.words.run(place)
        if not 2 <= len(run) <= 6 or (place and self._neighbour_is_capital(place)):
            return None
        words = tuple(token.word for token in run)
        initials = frozenset(
            n
            for n, token in enumerate(run)
            if is_onset(token.word) and self.words.text[token.span.end : token.span.end + 1] == "."
        )
        span = self.words.span(place, len(run))
        if self.words.in_address(span) or run[-1].word in _after_names():
            return None
        if initials:
            found = self.table.find_part(words, initials)
            if found:
                entries = found[min(found)]
                self.met.seen |= entries
                return len(run), entries, Way.PART
            return None
        if len(run) > 2:
            found = self.table.find_reordered(words)
            if found:
                entries = found[min(found)]
                self.met.seen |= entries
                return len(run), entries, Way.ORDER
        found = self.table.find_part(words, frozenset())
        entries = found[min(found)] & self.met.seen if found else set()
        return (len(run), entries, Way.PART) if entries else None

    def _wade_giles(self, place: int) -> Found | None:
        if not self.tokens[place].capital or self._neighbour_is_capital(place):
            return None
        found = find_wade_giles(self.index, self.words, place)
        if found is None:
            return None
        self.met.seen |= found[1]
        return *found, Way.READING

    def _neighbour_is_capital(self, place: int) -> bool:
        before = self.words.neighbour(place, -1)
        return before is not None and before.capital and not is_addressed(self.words, place)

    # Short names.

    def _short(self, place: int) -> Found | None:
        for size in (2, 1):
            window = self.tokens[place : place + size]
            if len(window) < size or not all(token.capital for token in window):
                continue
            if size == 2 and not self.words.joins(place + 1):
                continue
            found = self.table.find_short([token.word for token in window], self.met.seen)
            entries = found[min(found)] if found else set()
            if entries and self._is_short(place, size):
                return size, self._as_marked(window, entries), Way.SHORT
        return None

    def _as_marked(self, window: Sequence[Token], entries: set[int]) -> set[int]:
        """Of several, those who are called exactly so, where the text writes the others' marks.

        Beside *Nguyễn Chí Dũng*, *Dung* is somebody else, if there is one.
        """
        words = [token.word for token in window]
        same = entries & self.table.called(words) if len(entries) > 1 else entries
        return same if same and entries - same <= self.met.marked else entries

    def _is_short(self, place: int, size: int) -> bool:
        token = self.tokens[place]
        if token.base in self.met.strangers:
            return False
        standing = standing_of(self.words, place, size, self)
        if standing is Standing.ALONE:
            shouted = token.text.isupper() and len(token.text) > 1
            if shouted or (self.words.lang != "en" and self.words.may_be_ordinary(place)):
                return False
            return not is_english_word(self.words, place, self)
        return standing is Standing.ADDRESSED

    def _meet_stranger(self, place: int) -> None:
        """A full name that is no entry's: its bearer may be called by a part of it later."""
        run = self.words.run(place)
        if len(run) < 2 or self._neighbour_is_capital(place):
            return
        if self.words.is_aside(place) and self.full_name(place + 1) is not None:
            return  # To Le Hoai Trung it was new
        if leads_vietnamese(run[0].base) and all(map(looks_like_syllable, run)):
            self.met.strangers.add(run[-1].base)


def looks_like_syllable(token: Token) -> bool:
    """Whether a token can be a syllable of a Vietnamese name."""
    return is_syllable(token.word) if token.word != token.base else is_unmarked_syllable(token.base)


def _capitals(window: Sequence[Token]) -> int:
    return sum(token.capital << place for place, token in enumerate(window))


@cache
def _after_names() -> frozenset[str]:
    """*Ho Chi Minh Trail* is no person."""
    return load_words("en", "things_named_after_people")
