"""Names in running text: full names where they stand, short ones after their full name.

*Trung* is Lê Hoài Trung once he was named in full, by the custom of his own language, and is
nobody in *Trung Quốc*, *Trung ương* or *miền Trung*. *He* that begins a sentence is a pronoun,
unless a title stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from termkit.lang import get_language
from termkit.lang.tables import load_rows, load_words
from termkit.lang.vi.compounds import is_word_around
from termkit.lang.vi.compounds import straddles as straddles_vietnamese
from termkit.lang.vi.han_viet import han_viet_readings
from termkit.lang.vi.marks import looks_vietnamese, without_marks
from termkit.lang.vi.syllables import is_syllable, is_unmarked_syllable
from termkit.lang.zh.compounds import straddles as straddles_chinese
from termkit.lang.zh.hanzi import simplify
from termkit.lang.zh.names import family_names as han_family_names
from termkit.model.span import Span
from termkit.names.custom import leads_vietnamese
from termkit.names.link import Link, Way
from termkit.names.read import read_name
from termkit.names.titles import strip_latin
from termkit.names.words import is_onset, read_word
from termkit.text.compose import compose
from termkit.text.normalise import normalise
from termkit.text.scripts import HAN, LATIN

if TYPE_CHECKING:
    from termkit.names.index import NameIndex

_TOKEN = re.compile(
    rf"(?P<han>[{HAN}]+)|[{LATIN}0-9]+(?:['\u2019](?![sS](?![{LATIN}]))[{LATIN}]+)*"
)
_GAPS = frozenset((" ", "-", "\u2010", "\u2011", ". ", "."))
_JOINED = frozenset("-\u2010\u2011\u2013/@#_&+")
_OPENS = frozenset('.!?:;\u2026\n"\u201c\u2018\u00ab\u300c\u300e([\u2022*\u2014\u2013-|>')
_CLOSES = frozenset('"\u201d\u2019\u00bb)]')
_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(r"://|www\.|@|\.(?:vn|com|cn|org|net)\b")
_LONGEST_HAN = 16
_TITLE_REACH = 5


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text.

    Attributes:
        span: Code points of the normalised text.
        text: As written.
        word: In lower case, composed.
        base: Its letters without marks.
    """

    span: Span
    text: str
    word: str
    base: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def link_document(index: NameIndex, text: str, lang: str) -> tuple[tuple[Span, Link], ...]:
    """Every mention that stands for an entry of the index, in order.

    Args:
        index: Of people, places and organisations.
        text: As found.
        lang: Of the text: ``vi``, ``en`` or ``zh``.

    Returns:
        Spans of the text as found, without titles and possessive endings.

    Raises:
        UnsupportedLanguageError: termkit has no room for the language.
    """
    return next(link_texts(index, (text,), lang))


def link_texts(
    index: NameIndex, texts: Iterable[str], lang: str
) -> Iterator[tuple[tuple[Span, Link], ...]]:
    """The mentions in each text of one document, in order: `link_document` piece by piece.

    Raises:
        UnsupportedLanguageError: termkit has no room for the language.
    """
    tag = get_language(lang).tag
    met = _Met()
    for text in texts:
        normal = normalise(text)
        found = _Reading(index, normal.text, tag, met).mentions()
        yield tuple(
            (normal.to_original(span), link.said(normal.to_original(span).slice(text)))
            for span, link in found
        )


def ends_with_name(index: NameIndex, text: str) -> set[int]:
    """Entries, by number, of the person whose full name stands at the end of a text.

    Before it stands a word that is no part of a name: in small letters, or the end of a title
    or of another known name.
    """
    reader = _Reading(index, normalise(text).text, guess_language(text), _Met())
    last = len(reader.tokens) - 1
    for place in range(1, last + 1):
        if not reader.tokens[place].base or not reader.follows_title(place):
            continue
        found = reader.full_name(place)
        if found is not None and place + found[0] == last + 1 and found[1] <= index.people:
            return found[1]
    return set()


def mentioned_in(index: NameIndex, text: str) -> tuple[str, ...]:
    """Ids of the entries that a text mentions, ambiguous ones included."""
    found: dict[str, None] = {}
    for _, link in link_document(index, text, guess_language(text)):
        found.update(dict.fromkeys(link.ids))
    return tuple(found)


def guess_language(text: str) -> str:
    """The language of a text of which only its letters are known.

    >>> [guess_language(text) for text in ("习近平 met", "Tô Lâm gặp", "To Lam met Xi")]
    ['zh', 'vi', 'en']
    """
    letters = sum(character.isalpha() for character in text)
    han = sum(1 for _ in re.finditer(f"[{HAN}]", text))
    if letters and han * 3 > letters:
        return "zh"
    return "vi" if looks_vietnamese(text) else "en"


@dataclass(slots=True)
class _Met:
    """Whom a document has named so far.

    Attributes:
        seen: Entries, by number, that were named in full.
        marked: Those of them whose name was written with its marks.
        strangers: Letters of what people are called alone who are no entries.
        readings: Entries whom Han characters can be read as, for those asked about.
    """

    seen: set[int] = field(default_factory=set)
    marked: set[int] = field(default_factory=set)
    strangers: set[str] = field(default_factory=set)
    readings: dict[str, set[int]] = field(default_factory=dict)


class _Reading:
    """One text being read, from its beginning to its end."""

    def __init__(self, index: NameIndex, text: str, lang: str, met: _Met) -> None:
        self.index = index
        self.table = index.table
        self.text = text
        self.lang = lang
        self.met = met
        self.seen = met.seen
        self.strangers = met.strangers
        self.tokens = [
            Token(Span(*match.span()), match[0], *_read(match[0]))
            for match in _TOKEN.finditer(text)
        ]
        self.barred = {
            at
            for match in (_CHUNK.finditer(text) if _ADDRESS.search(text) else ())
            if _ADDRESS.search(match[0])
            for at in range(*match.span())
        }

    def mentions(self) -> Iterator[tuple[Span, Link]]:
        place = 0
        while place < len(self.tokens):
            token = self.tokens[place]
            if token.base == "" and token.word:  # a run of Han
                yield from self._han(token.span)
                place += 1
                continue
            found = self.full_name(place) or self._other(place) or self._short(place)
            if found is None:
                self._meet_stranger(place)
                place += 1
                continue
            size, entries, way = found
            span = Span(token.span.start, self.tokens[place + size - 1].span.end)
            yield span, self.index.make_link(span.slice(self.text), entries, way)
            place += size

    def follows_title(self, place: int) -> bool:
        """Whether what stands before a token is no part of its name."""
        before = self.tokens[place - 1]
        return (
            not before.base
            or not before.capital
            or self._is_title(place)
            or self._ends_known(place - 1)
        )

    # Full names in letters.

    def full_name(self, place: int) -> tuple[int, set[int], Way] | None:
        letters = ""
        windows: list[tuple[int, str]] = []
        for size in range(1, min(self.table.longest, 12) + 1):
            at = place + size - 1
            if at >= len(self.tokens) or (size > 1 and not self._joins(at)):
                break
            letters += self.tokens[at].base
            windows.append((size, letters))
        for size, letters in reversed(windows):
            if not self.table.has_letters(letters):
                continue
            window = self.tokens[place : place + size]
            entries = self.table.best_in_text([token.word for token in window], _capitals(window))
            if entries and not self._is_cut(place, size, entries):
                self.seen |= entries
                if any(token.word != token.base for token in window):
                    self.met.marked |= entries
                return size, entries, Way.WHOLE
        return None

    def _joins(self, at: int) -> bool:
        """Whether a token continues the name of the token before it."""
        gap = self.text[self.tokens[at - 1].span.end : self.tokens[at].span.start]
        if gap in (". ", "."):
            return is_onset(self.tokens[at - 1].word)
        return gap in _GAPS or gap == " - "

    def _is_cut(self, place: int, size: int, entries: set[int]) -> bool:
        """Whether a name is only a piece of a longer one, or of something else."""
        first, last = self.tokens[place], self.tokens[place + size - 1]
        span = Span(first.span.start, last.span.end)
        if self._in_address(span):
            return True
        if not first.capital and not any(t.capital for t in self.tokens[place : place + size]):
            return True
        if size == 1 and self._may_be_ordinary(place):
            return True
        if self.lang == "vi" and size <= 2 and straddles_vietnamese(self.text, span):
            return True
        if not entries & self.index.people:
            return False
        before, after = self._neighbour(place, -1), self._neighbour(place + size - 1, 1)
        loud = all(token.text.isupper() for token in self.tokens[place : place + size])
        if (
            before is not None
            and before.capital
            and leads_vietnamese(before.base)
            and is_syllable(before.word)
            and not self._ends_known(place - 1)
            and not self._is_aside(place - 1)
        ):
            return True
        if after is not None and after.capital and not (loud and after.text.isupper()):
            if after.word in _after_names():
                return True
            if looks_like_syllable(after) and not self._begins_known(place + size):
                return True
        return self._is_thing(place)

    def _is_thing(self, place: int) -> bool:
        """Whether the word before a name makes a place or thing of it: *đường Lê Lợi*."""
        before = self._neighbour(place, -1)
        if self.lang != "vi" or before is None or before.word not in _before_things():
            return False
        return not self._ends_known(place - 1)  # Việt Nam is no south

    def _neighbour(self, place: int, step: int) -> Token | None:
        """The token beside, where one space is between."""
        at = place + step
        if not 0 <= at < len(self.tokens):
            return None
        first, second = sorted((place, at))
        gap = self.text[self.tokens[first].span.end : self.tokens[second].span.start]
        return self.tokens[at] if gap == " " and self.tokens[at].base else None

    def _ends_known(self, place: int) -> bool:
        """Whether a known name, or a title, ends with the token (*Trung Quốc Vương Nghị*)."""
        for size in range(1, 5):
            start = place - size + 1
            if start < 0:
                break
            words = [token.word for token in self.tokens[start : place + 1]]
            if size > 1 and self.table.find_whole(words):
                return True
        return False

    def _begins_known(self, place: int) -> bool:
        """Whether a known name begins with the token."""
        for size in range(2, 5):
            words = [token.word for token in self.tokens[place : place + size]]
            if len(words) == size and self.table.find_whole(words):
                return True
        return False

    # Names in another order, with initials, or without their middle.

    def _other(self, place: int) -> tuple[int, set[int], Way] | None:
        run = self._run(place)
        if not 2 <= len(run) <= 6 or (place and self._neighbour_is_capital(place)):
            return None
        words = tuple(token.word for token in run)
        initials = frozenset(
            n
            for n, token in enumerate(run)
            if is_onset(token.word) and self.text[token.span.end : token.span.end + 1] == "."
        )
        span = Span(run[0].span.start, run[-1].span.end)
        if self._in_address(span) or run[-1].word in _after_names():
            return None
        if initials:
            found = self.table.find_part(words, initials)
            if found:
                entries = found[min(found)]
                self.seen |= entries
                return len(run), entries, Way.PART
            return None
        if len(run) > 2:
            found = self.table.find_reordered(words)
            if found:
                entries = found[min(found)]
                self.seen |= entries
                return len(run), entries, Way.ORDER
        found = self.table.find_part(words, frozenset())
        entries = found[min(found)] & self.seen if found else set()
        return (len(run), entries, Way.PART) if entries else None

    def _run(self, place: int) -> list[Token]:
        """Capitalised tokens from here on, with single spaces or the stops of initials."""
        run: list[Token] = []
        for at in range(place, min(place + 8, len(self.tokens))):
            token = self.tokens[at]
            if not token.base or not token.capital or (run and not self._joins(at)):
                break
            run.append(token)
        return run

    def _neighbour_is_capital(self, place: int) -> bool:
        before = self._neighbour(place, -1)
        return before is not None and before.capital and not self._is_title(place)

    # Short names.

    def _short(self, place: int) -> tuple[int, set[int], Way] | None:
        for size in (2, 1):
            window = self.tokens[place : place + size]
            if len(window) < size or not all(token.capital for token in window):
                continue
            if size == 2 and not self._joins(place + 1):
                continue
            found = self.table.find_short([token.word for token in window], self.seen)
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
        token, last = self.tokens[place], self.tokens[place + size - 1]
        span = Span(token.span.start, last.span.end)
        if token.base in self.strangers or self._in_address(span) or self._is_joined(span):
            return False
        addressed = self._is_title(place)
        if token.text.isupper() and len(token.text) > 1 and not addressed:
            return False
        before, after = self._neighbour(place, -1), self._neighbour(place + size - 1, 1)
        if before is not None and before.capital and not (addressed or self._is_aside(place - 1)):
            return False
        if after is not None and after.capital and not self._begins_known(place + size):
            return False
        if self._is_thing(place):
            return False
        if self.lang == "vi" and (
            straddles_vietnamese(self.text, span) or is_word_around(self.text, span)
        ):
            return False
        return addressed or not self._may_be_ordinary(place)

    def _may_be_ordinary(self, place: int) -> bool:
        """Whether a capital says nothing here, and the word is one of the language's own."""
        token = self.tokens[place]
        if token.text.isupper() and len(token.text) > 2:
            return False
        if token.word not in _ordinary(self.lang) and token.word not in _ordinary("en"):
            return False
        return self._begins_sentence(token.span.start) or self._in_heading(token.span.start)

    def _is_aside(self, place: int) -> bool:
        """Whether a capital before a name is no name's: *But Trung*, *On Monday Trung left*."""
        token = self.tokens[place]
        if token.word in _days():
            return True
        ordinary = token.word in _ordinary(self.lang) or token.word in _ordinary("en")
        return ordinary and self._begins_sentence(token.span.start)

    def _begins_sentence(self, at: int) -> bool:
        before = self.text[max(0, at - 12) : at].rstrip(" \u00a0")
        while before and before[-1] in _CLOSES and before[-1] not in _OPENS:
            before = before[:-1]
        return at == 0 or not before or before[-1] in _OPENS

    def _in_heading(self, at: int) -> bool:
        """Whether most words of the line have capitals."""
        start = self.text.rfind("\n", 0, at) + 1
        end = self.text.find("\n", at)
        line = self.text[start : end if end >= 0 else len(self.text)]
        if len(line) > 200:
            return False
        words = [word for word in re.findall(rf"[{LATIN}]+", line) if len(word) > 3]
        return len(words) > 2 and sum(word[0].isupper() for word in words) > 0.7 * len(words)

    def _is_title(self, place: int) -> bool:
        """Whether a title or form of address ends right before the token."""
        for size in range(1, _TITLE_REACH + 1):
            start = place - size
            if start < 0 or self.tokens[start].base == "":
                return False
            gap = self.text[self.tokens[start].span.end : self.tokens[start + 1].span.start]
            if gap not in (" ", ". ", "."):
                return False
            phrase = self.text[self.tokens[start].span.start : self.tokens[place].span.end]
            bares = strip_latin(read_name(phrase))
            if bares and len(bares[0].name.words) == 1:
                return True
        return False

    def _is_joined(self, span: Span) -> bool:
        before, after = self.text[: span.start], self.text[span.end : span.end + 3]
        if before[-1:] in _JOINED or after[:1] in _JOINED:
            return True
        return before.endswith((" - ", " \u2013 ")) or after in (" - ", " \u2013 ")

    def _in_address(self, span: Span) -> bool:
        return bool(self.barred) and (span.start in self.barred or span.end - 1 in self.barred)

    def _meet_stranger(self, place: int) -> None:
        """A full name that is no entry's: its bearer may be called by a part of it later."""
        run = self._run(place)
        if len(run) < 2 or self._neighbour_is_capital(place):
            return
        if self._is_aside(place) and self.full_name(place + 1) is not None:
            return  # To Le Hoai Trung it was new
        if leads_vietnamese(run[0].base) and all(map(looks_like_syllable, run)):
            self.strangers.add(run[-1].base)

    # Han characters.

    def _han(self, run: Span) -> Iterator[tuple[Span, Link]]:
        start = run.start
        while start < run.end:
            found = self._han_at(start, run.end)
            if found is None:
                start += 1
                continue
            end, entries, way = found
            span = Span(start, end)
            yield span, self.index.make_link(span.slice(self.text), entries, way)
            start = end

    def _han_at(self, start: int, limit: int) -> tuple[int, set[int], Way] | None:
        for end in range(
            min(limit, start + self.table.longest_han, start + _LONGEST_HAN), start, -1
        ):
            piece = self.text[start:end]
            entries = self.table.han_in_text(piece)
            if entries and len(piece) > 1 and not self._cuts_han(Span(start, end)):
                self.seen |= entries
                return end, entries, Way.WHOLE
        for end in (start + 2, start + 1):
            if end > limit:
                continue
            found = self.table.find_short_han(self.text[start:end])
            entries = found[min(found)] & self.seen if found else set()
            if entries and self._is_addressed_han(start, end, limit):
                return end, entries, Way.SHORT
        if self.index.lacks_han and can_lead_han(self.text[start]):
            for end in (start + 4, start + 3):
                entries = self._read_han(self.text[start:end]) if end <= limit else set()
                if entries and not self._cuts_han(Span(start, end)):
                    self.seen |= entries
                    return end, entries, Way.READING
        return None

    def _read_han(self, han: str) -> set[int]:
        if han not in self.met.readings:
            self.met.readings[han] = self.index.read_han(han)
        return self.met.readings[han]

    def _cuts_han(self, span: Span) -> bool:
        return straddles_chinese(self.text, span)

    def _is_addressed_han(self, start: int, end: int, limit: int) -> bool:
        """Whether a title follows a family name: 王外长, 习主席."""
        rest = simplify(self.text[end : min(limit, end + 6)])
        return rest.startswith(_han_titles()) and not straddles_chinese(self.text, Span(start, end))


@lru_cache(maxsize=4096)
def can_lead_han(character: str) -> bool:
    """Whether a Han character is a family name in China or Viet Nam.

    >>> can_lead_han("黎"), can_lead_han("习"), can_lead_han("说")
    (True, True, False)
    """
    return simplify(character) in han_family_names() or any(
        leads_vietnamese(without_marks(reading)) for reading in han_viet_readings(character)
    )


def looks_like_syllable(token: Token) -> bool:
    """Whether a token can be a syllable of a Vietnamese name."""
    return is_syllable(token.word) if token.word != token.base else is_unmarked_syllable(token.base)


def _read(text: str) -> tuple[str, str]:
    """A token in lower case, composed, and its letters; Han characters have none."""
    if re.match(f"[{HAN}]", text):
        return text, ""
    word = compose(text.lower().replace("\u2019", "'"))
    return word, read_word(word).base


def _capitals(window: Sequence[Token]) -> int:
    return sum(token.capital << place for place, token in enumerate(window))


@cache
def _ordinary(lang: str) -> frozenset[str]:
    """Words that begin sentences, in lower case."""
    if lang not in ("vi", "en"):
        return frozenset()
    words = load_words(lang, "function_words") | load_words(lang, "sentence_starters")
    return frozenset(word.lower() for word in words)


@cache
def _days() -> frozenset[str]:
    """Days and months in English, which have capitals."""
    days = "monday tuesday wednesday thursday friday saturday sunday "
    months = "january february march april may june july august september october november december"
    return frozenset((days + months).split())


@cache
def _after_names() -> frozenset[str]:
    """*Ho Chi Minh Trail* is no person."""
    return frozenset(row[0] for row in load_rows("en", "things_named_after_people"))


@cache
def _before_things() -> frozenset[str]:
    """*đường Lê Lợi*, *miền Trung* are no people."""
    return frozenset(row[0] for row in load_rows("vi", "things_named_after_people"))


@cache
def _han_titles() -> tuple[str, ...]:
    return tuple(row[0] for row in load_rows("zh", "name_titles") if row[1] == "after")
