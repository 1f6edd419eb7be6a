"""The words of a running text, and what stands beside each of them.

What a name in a text needs to know of its place: which words run on, whether a sentence or a
heading gives it its capital, whether it is part of an address or tied to another word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter
from typing import overload

from termkit.lang.tables import load_rows, load_words
from termkit.lang.vi.compounds import is_word_around
from termkit.lang.vi.compounds import straddles as straddles_vietnamese
from termkit.model.span import Span
from termkit.names.words import is_onset, read_word
from termkit.text.compose import compose
from termkit.text.scripts import CAPITALS, HAN, LATIN

_TOKEN = re.compile(
    rf"(?P<han>[{HAN}]+)|[{LATIN}0-9]+(?:['\u2019](?![sS](?![{LATIN}]))[{LATIN}]+)*"
)
# A token that begins with a capital, found without a look at the others.
_CAPITALISED = re.compile(
    rf"[{CAPITALS}](?<![{LATIN}0-9].)(?:(?<![{LATIN}0-9]['\u2019].)|(?<=S)(?![{LATIN}]))"
    rf"[{LATIN}0-9]*(?:['\u2019](?![sS](?![{LATIN}]))[{LATIN}]+)*"
)
_GAPS = frozenset((" ", "-", "\u2010", "\u2011", ". ", "."))
_JOINED = frozenset("-\u2010\u2011\u2013/@#_&+")
_OPENS = frozenset('.!?:;\u2026\n"\u201c\u2018\u00ab\u300c\u300e([\u2022*\u2014\u2013-|>')
_CLOSES = frozenset('"\u201d\u2019\u00bb)]')
_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(r"://|www\.|@|\.(?:vn|com|cn|org|net)\b")
_ARTICLES = frozenset(("the", "a", "an"))
_DAYS = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
     "january", "february", "march", "april", "may", "june", "july", "august", "september",
     "october", "november", "december")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text.

    Attributes:
        span: Code points of the normalised text.
        text: As written.
        word: In lower case, composed.
        base: Its letters without marks; empty for a run of Han characters.
    """

    span: Span
    text: str
    word: str
    base: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_han(self) -> bool:
        """Whether it is a run of Han characters."""
        return not self.base and bool(self.word)


def capitalised(text: str) -> list[tuple[int, str]]:
    """Start and text of each token of a text that begins with a capital, in order.

    >>> capitalised("Ông Trung met O'Brien in TRUNG'S car")
    [(0, 'Ông'), (4, 'Trung'), (14, "O'Brien"), (25, 'TRUNG'), (31, 'S')]
    """
    return [(match.start(), match[0]) for match in _CAPITALISED.finditer(text)]


class Tokens(Sequence[Token]):
    """The words of a text, each made when it is asked for: most never are.

    Attributes:
        bounds: Where each begins and ends.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._made: dict[int, Token] = {}
        self.bounds = [match.span() for match in _TOKEN.finditer(text)]

    def __len__(self) -> int:
        return len(self.bounds)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> list[Token]: ...
    def __getitem__(self, place: int | slice) -> Token | list[Token]:
        if isinstance(place, slice):
            return [self[at] for at in range(*place.indices(len(self.bounds)))]
        token = self._made.get(place)
        if token is None:
            start, end = self.bounds[place]
            text = self._text[start:end]
            token = self._made[place] = Token(Span(start, end), text, *_read(text))
        return token


class TextWords:
    """A text, word by word.

    Args:
        text: Normalised.
        lang: Its language: ``vi``, ``en`` or ``zh``.
        title_ends: Code points at which a title ends that its reader knows already.
    """

    def __init__(self, text: str, lang: str, title_ends: Container[int] = ()) -> None:
        self.text = text
        self.lang = lang
        self.title_ends = title_ends
        self.tokens = Tokens(text)
        self._bounds = self.tokens.bounds
        self._barred = {
            at
            for match in (_CHUNK.finditer(text) if _ADDRESS.search(text) else ())
            if _ADDRESS.search(match[0])
            for at in range(*match.span())
        }

    def span(self, place: int, size: int = 1) -> Span:
        """The span of some tokens."""
        return Span(self._bounds[place][0], self._bounds[place + size - 1][1])

    def place_at(self, at: int) -> int:
        """The first token that begins at a code point or behind it."""
        return bisect_left(self._bounds, at, key=itemgetter(0))

    def gap(self, place: int) -> str:
        """What stands between a token and the one before it."""
        return self.text[self._bounds[place - 1][1] : self._bounds[place][0]]

    def joins(self, place: int) -> bool:
        """Whether a token continues the name of the token before it."""
        gap = self.gap(place)
        if gap in (". ", "."):
            return is_onset(self.tokens[place - 1].word)
        return gap in _GAPS or gap == " - "

    def neighbour(self, place: int, step: int) -> Token | None:
        """The token beside, where one space is between."""
        at = place + step
        if not 0 <= at < len(self._bounds) or self.gap(max(place, at)) != " ":
            return None
        return self.tokens[at] if self.tokens[at].base else None

    def run(self, place: int) -> list[Token]:
        """Capitalised tokens from here on, with single spaces or the stops of initials."""
        found: list[Token] = []
        for at in range(place, min(place + 8, len(self._bounds))):
            token = self.tokens[at]
            if not token.base or not token.capital or (found and not self.joins(at)):
                break
            found.append(token)
        return found

    def may_be_ordinary(self, place: int) -> bool:
        """Whether a capital says nothing here, and the word is one of the language's own."""
        token = self.tokens[place]
        if token.text.isupper() and len(token.text) > 2:
            return False
        if not self._is_ordinary(token):
            return False
        return self.is_style(place)

    def is_style(self, place: int) -> bool:
        """Whether a sentence or a heading gives a token its capital."""
        start = self.tokens[place].span.start
        return self._begins_sentence(start) or self._in_heading(start)

    def in_heading(self, place: int) -> bool:
        """Whether a token stands in a line where most words have capitals."""
        return self._in_heading(self.tokens[place].span.start)

    def is_aside(self, place: int) -> bool:
        """Whether a capital before a name is no name's: *But Trung*, *On Monday Trung left*."""
        token = self.tokens[place]
        if token.word in _DAYS:
            return True
        if token.word in _ARTICLES:  # The Trung sisters
            return False
        return self._is_ordinary(token) and self._begins_sentence(token.span.start)

    def is_half_a_word(self, span: Span) -> bool:
        """Whether syllables around make one Vietnamese word of it: *Trung* of *Trung ương*.

        In a text of another language, only beside letters with marks.
        """
        if self.lang != "vi":
            around = self.text[max(0, span.start - 7) : span.end + 8]
            if around.isascii():
                return False
        return straddles_vietnamese(self.text, span) or is_word_around(self.text, span)

    def is_joined(self, span: Span) -> bool:
        """Whether a hyphen or slash ties it to another word: *Xi-Biden*."""
        before = self.text[max(0, span.start - 3) : span.start]
        after = self.text[span.end : span.end + 3]
        if before[-1:] in _JOINED or after[:1] in _JOINED:
            return True
        return before.endswith((" - ", " \u2013 ")) or after in (" - ", " \u2013 ")

    def in_address(self, span: Span) -> bool:
        """Whether it is part of a web or mail address."""
        return bool(self._barred) and (span.start in self._barred or span.end - 1 in self._barred)

    def _is_ordinary(self, token: Token) -> bool:
        return token.word in _ordinary(self.lang) or token.word in _ordinary("en")

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


@lru_cache(maxsize=1 << 15)
def _read(text: str) -> tuple[str, str]:
    """A token in lower case, composed, and its letters; Han characters have none."""
    if re.match(f"[{HAN}]", text):
        return text, ""
    word = compose(text.lower().replace("\u2019", "'"))
    return word, read_word(word).base


@cache
def _ordinary(lang: str) -> frozenset[str]:
    """Words that begin sentences, in lower case."""
    if lang not in ("vi", "en"):
        return frozenset()
    words = load_words(lang, "function_words") | load_words(lang, "sentence_starters")
    if lang == "vi":  # Ba người: three, and nobody
        words |= {word for word, _, role in load_rows(lang, "numerals") if role == "ones"}
    return frozenset(word.lower() for word in words)
