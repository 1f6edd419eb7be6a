"""What stands right before a name and makes a person of it: a title, a rank, a form of address."""

from __future__ import annotations

from functools import cache

from termkit.lang.tables import load_words
from termkit.names.read import read_name
from termkit.names.text_words import TextWords, Tokens
from termkit.names.titles import strip_latin, title_endings
from termkit.text.memory import Memory

_REACH = 5


def is_addressed(words: TextWords, place: int) -> bool:
    """Whether a title or form of address ends right before a token.

    >>> words = TextWords("Ông Trung và Minister Trung gặp anh em ở Trung Quốc", "vi")
    >>> [is_addressed(words, place) for place, token in enumerate(words.tokens)
    ...  if token.text == "Trung"]
    [True, True, False]
    """
    if not place:
        return False
    if words.tokens[place - 1].span.end in words.title_ends and words.gap(place).isspace():
        return True
    return follows_rank(words.text, words.tokens[place].span.start) or _ends_title(words, place)


def follows_rank(text: str, at: int) -> bool:
    """Whether the last word of an office or rank stands right before a place of a text.

    It says so where no table has the whole title: *Counsellor to the Vietnam Head*.

    >>> text = "Politburo member and Party Secretary Trung, secretary Trung"
    >>> follows_rank(text, 37), follows_rank(text, 54)
    (True, False)
    """
    if not text[max(0, at - 1) : at].isspace():
        return False
    before = text[max(0, at - 40) : at - 1]
    return before.endswith(_rank_ends()) and any(
        before.endswith(end) and not before[-len(end) - 1 : -len(end)].isalnum()
        for end in _rank_ends()
    )


def may_end_title(piece: str) -> bool:
    """Whether a title may end with what stands between two spaces: nearly always no.

    >>> [may_end_title(piece) for piece in ("President", "Mr.", "the", "Hanoi,")]
    [True, True, False, False]
    """
    return _MAY_END[piece]


def _may_end_title(piece: str) -> bool:
    bare = piece.removesuffix(".")
    tokens = Tokens(bare)
    is_word = bool(tokens) and tokens.bounds[-1][1] == len(bare)
    return (is_word and tokens[-1].base in title_endings()) or piece.endswith(_last_of_ranks())


_MAY_END = Memory(_may_end_title)


def _ends_title(words: TextWords, place: int) -> bool:
    """Whether some words before are a title of the tables, whole."""
    if words.tokens[place - 1].base not in title_endings():
        return False
    for size in range(1, _REACH + 1):
        start = place - size
        if start < 0 or words.tokens[start].base == "":
            return False
        if words.gap(start + 1) not in (" ", ". ", "."):
            return False
        phrase = words.span(start, size + 1).slice(words.text)
        bares = strip_latin(read_name(phrase))
        # A kind of place or company makes no person: Tập đoàn Trung.
        if bares and len(bares[0].name.words) == 1 and not bares[0].kinds:
            return True
    return False


@cache
def _rank_ends() -> tuple[str, ...]:
    return tuple(load_words("en", "title_ends") | load_words("vi", "title_ends"))


@cache
def _last_of_ranks() -> tuple[str, ...]:
    return tuple({end.split()[-1] for end in _rank_ends()})
