"""What stands between the spaces of a text: words, letters and signs, worked out once.

A text says few pieces that none before it has said. Each has one record for the life of the
process, so that a text costs one look-up a piece however many ask of it, where a pattern would
pass over every letter once for each of them.

A *sign* is what must stand in a text for a question to be worth asking of it: one bit, borne by
a character or by a word, such as a bracket, a digit, the name of a month. A sign may be wrong in
one way only: it may stand where nothing is found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, reduce
from itertools import chain
from operator import or_
from typing import Any

from termkit.text.memory import Memory, of_few_texts
from termkit.text.scripts import is_han

_JOINED = re.compile("[\\d'\u2019]")
_PART = re.compile(r"[^\W\d_]+")
_NO_LETTER = re.compile(r"[\W_]+")

Ask = Callable[[str], object]


class Piece:
    """What stands between two spaces of a normalised text; nothing, where the spaces are two.

    Attributes:
        text: As found.
        tokens: Its words as found (`termkit.lang.words.TOKEN`): none has a space in it.
        words: The words in small letters; of one with an apostrophe or figures its parts too.
        letters: Letters and digits alone, in small letters.
        signs: The signs it bears, as bits of one number.
    """

    __slots__ = ("letters", "signs", "text", "tokens", "words")
    text: str
    tokens: Sequence[str]
    words: frozenset[str]
    letters: str
    signs: int

    def __init__(self, text: str) -> None:
        self.text = text

    def __getattr__(self, name: str) -> Any:
        """Work out what has not been asked before."""
        if name not in _ASKED:
            raise AttributeError(name)
        value = _ASKED[name](self)
        setattr(self, name, value)
        return value


_PIECES: Memory[Piece] = Memory(Piece, longest=40)  # more is an address, or Chinese without spaces


@of_few_texts
def pieces_of(text: str) -> list[Piece]:
    """The pieces of a normalised text, in order."""
    return list(map(_PIECES.__getitem__, text.split(" ")))


@of_few_texts
def tokens_of(text: str) -> tuple[str, ...]:
    """The words of a normalised text as found, without their places.

    >>> tokens_of("Trung’s 1.200,5 ha, 国会")
    ('Trung’s', '1.200,5', 'ha', '国', '会')
    """
    return tuple(chain.from_iterable([piece.tokens for piece in pieces_of(text)]))


@of_few_texts
def places_of(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where each of `tokens_of` begins, and where it ends.

    >>> places_of("国会 met")
    ((0, 1, 3), (1, 2, 6))
    """
    starts: list[int] = []
    ends: list[int] = []
    end = 0
    for word in tokens_of(text):
        # No letter or digit stands between two words: the first place is the place.
        start = text.index(word, end)
        end = start + len(word)
        starts.append(start)
        ends.append(end)
    return tuple(starts), tuple(ends)


@of_few_texts
def word_set(text: str) -> frozenset[str]:
    """The words of a normalised text in small letters, for membership.

    Of a word with an apostrophe or with figures its parts as well.

    >>> sorted(word_set("One’s 5km"))
    ['5km', 'km', 'one', 'one’s', 's']
    """
    return frozenset(chain.from_iterable([piece.words for piece in pieces_of(text)]))


def letters_of(text: str) -> str:
    """The letters and digits of a normalised text, in small letters.

    >>> letters_of("Hội nghị lần thứ 3, 国会!")
    'hộinghịlầnthứ3国会'
    """
    return "".join([piece.letters for piece in pieces_of(text)])


@of_few_texts
def signs_of(text: str) -> int:
    """The signs that a normalised text bears, as bits of one number.

    >>> even, dash = sign_of_words(lambda word: len(word) % 2 == 0), sign_of_characters("-–—")
    >>> signs_of("One and two") & (even | dash), signs_of("Some") & even == even
    (0, True)
    >>> signs_of("twenty–four") & (even | dash) == even | dash
    True
    """
    return _any({piece.signs for piece in pieces_of(text)})


def sign_of_characters(ask: Ask | str) -> int:
    """A new sign, borne by the characters of a string, or those a question is answered yes for."""
    return _new_sign(_OF_CHARACTERS, ask.__contains__ if isinstance(ask, str) else ask)


def sign_of_words(ask: Ask) -> int:
    """A new sign, borne by the words (`Piece.words`) that a question is answered yes for.

    Han characters are no words here: they are told as characters.
    """
    return _new_sign(_OF_WORDS, ask)


def sign_of_pieces(ask: Ask) -> int:
    """A new sign, borne by what stands between two spaces where it is answered yes for."""
    return _new_sign(_OF_PIECES, ask)


def _new_sign(signs: dict[int, Ask], ask: Ask) -> int:
    sign = 1 << (len(_OF_CHARACTERS) + len(_OF_WORDS) + len(_OF_PIECES))
    signs[sign] = ask
    for known in (_CHARACTERS, _WORDS, _PIECES):
        known.clear()
    pieces_of.forget()
    signs_of.forget()
    return sign


def _any(signs: Iterable[int]) -> int:
    return reduce(or_, signs, 0)


def _ask(signs: dict[int, Ask], text: str) -> int:
    return _any(sign for sign, ask in signs.items() if ask(text))


_OF_CHARACTERS: dict[int, Ask] = {}
_OF_WORDS: dict[int, Ask] = {}
_OF_PIECES: dict[int, Ask] = {}
_CHARACTERS = Memory(lambda character: _ask(_OF_CHARACTERS, character))
_WORDS = Memory(lambda word: _ask(_OF_WORDS, word))
HAN = sign_of_characters(is_han)
_LETTER = sign_of_characters(lambda character: character.isalnum() and not is_han(character))


def _find_signs(piece: Piece) -> int:
    signs = _any(map(_CHARACTERS.__getitem__, set(piece.text)))
    if signs & _LETTER:
        signs |= _any(map(_WORDS.__getitem__, piece.words))
    return signs | _ask(_OF_PIECES, piece.text)


def _find_words(piece: Piece) -> frozenset[str]:
    words = frozenset(map(str.lower, piece.tokens))
    if _JOINED.search(piece.text) is None:
        return words
    return words.union(*(_PART.findall(word) for word in words if not word.isalpha()))


@cache
def _token() -> re.Pattern[str]:
    """Loaded with the first text: whoever only asks for a language compiles no pattern."""
    from termkit.lang.words import TOKEN

    return TOKEN


_ASKED: dict[str, Callable[[Piece], object]] = {
    "letters": lambda piece: _NO_LETTER.sub("", piece.text.lower()),
    "signs": _find_signs,
    "tokens": lambda piece: _token().findall(piece.text),
    "words": _find_words,
}
