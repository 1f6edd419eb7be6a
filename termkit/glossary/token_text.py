"""A text cut into tokens for the matcher, with what stands between them."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from termkit.glossary.pattern import gap_key
from termkit.lang.pieces import places_of, tokens_of
from termkit.lang.words import TOKEN
from termkit.text.fold import fold_same_length
from termkit.text.memory import Memory

_LONGEST_ASIDE = 40  # code points of a parenthesis that a designation may go on behind
_ASIDE = re.compile(rf"\s*(?P<open>[(（])[^()（）]{{1,{_LONGEST_ASIDE}}}[)）]")
_OPENING = re.compile("[(（]")
_ENDS = re.compile(r"[.!?:;\u2026\u3002\uff01\uff1f\uff1a\uff1b\u2013\u2014]|--")
POSSESSIVE = "'s"


class Aside(NamedTuple):
    """A parenthesis: the token behind it, and the gap that is left without it."""

    after: int
    gap: str


key_of = Memory(fold_same_length).__getitem__
"""The key that the trie has for a word as found."""


class TokenText:
    """Tokens of a normalised text. Most texts hold no designation: places are found when asked.

    Attributes:
        text: The text.
        words: Tokens as found.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = tokens_of(text)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Tokens folded, as the trie has them."""
        return tuple(map(key_of, self.words))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each token begins, in code points of the text."""
        return places_of(self.text)[0]

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """Where each token ends."""
        return places_of(self.text)[1]

    @cached_property
    def behind_brackets(self) -> frozenset[int]:
        """Indices of the tokens before which a bracket opens that may be an aside."""
        pieces = _OPENING.split(self.text) if "(" in self.text or "（" in self.text else ()
        counts = accumulate(len(TOKEN.findall(piece)) for piece in pieces[:-1])
        return frozenset(counts)

    def __len__(self) -> int:
        return len(self.words)

    def gap(self, index: int) -> str:
        """What stands before a token."""
        return self.text[self.ends[index - 1] if index else 0 : self.starts[index]]

    def aside(self, index: int) -> Aside | None:
        """The parenthesis that opens right before a token, when a token follows it."""
        if index not in self.behind_brackets or not 0 < index < len(self):
            return None
        found = _ASIDE.match(self.text, self.ends[index - 1])
        if found is None or self.starts[index] < found.start("open"):
            return None
        after = index
        while after < len(self) and self.starts[after] < found.end():
            after += 1
        if after == len(self):
            return None
        return Aside(after, gap_key(self.text[found.end() : self.starts[after]]))

    def without_possessive(self, index: int) -> str | None:
        """The key of a token without its ``'s``; ``None`` when it has none."""
        key = self.keys[index]
        return key[:-2] if key.endswith(POSSESSIVE) and len(key) > 2 else None

    def starts_sentence(self, index: int) -> bool:
        """Whether a token is the first, or stands behind a mark after which one begins."""
        return index == 0 or _ENDS.search(self.gap(index)) is not None

    def neighbours(self, first: int, last: int) -> tuple[str, str]:
        """The words before and after a range of tokens, if only a space is between; else empty.

        Args:
            first: Index of the first token.
            last: Index just past the last.
        """
        before = self.words[first - 1] if first and self.gap(first) == " " else ""
        after = self.words[last] if last < len(self) and self.gap(last) == " " else ""
        return before, after
