"""A text cut into tokens for the matcher, with what stands between them."""

from __future__ import annotations

import re
from typing import NamedTuple

from termkit.glossary.pattern import gap_key
from termkit.lang.words import TOKEN
from termkit.text.fold import fold_same_length

_LONGEST_ASIDE = 40  # code points of a parenthesis that a designation may go on behind
_ASIDE = re.compile(rf"\s*(?P<open>[(（])[^()（）]{{1,{_LONGEST_ASIDE}}}[)）]")
_ENDS = re.compile(r"[.!?:;\u2026\u3002\uff01\uff1f\uff1a\uff1b\u2013\u2014]|--")
_POSSESSIVE = "'s"


class Aside(NamedTuple):
    """A parenthesis: the token behind it, and the gap that is left without it."""

    after: int
    gap: str


class TokenText:
    """Tokens of a normalised text.

    Attributes:
        text: The text.
        words: Tokens as found.
        keys: Tokens folded, as the trie has them.
        has_aside: A parenthesis stands somewhere, which a designation may be stepped over.
        starts, ends: Of each token, in code points of the text.
    """

    def __init__(self, text: str) -> None:
        folded = fold_same_length(text)
        spans = [match.span() for match in TOKEN.finditer(text)]
        self.text = text
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.words = [text[start:end] for start, end in spans]
        self.keys = [folded[start:end] for start, end in spans]
        self.has_aside = "(" in text or "（" in text

    def __len__(self) -> int:
        return len(self.words)

    def gap(self, index: int) -> str:
        """What stands before a token."""
        return self.text[self.ends[index - 1] if index else 0 : self.starts[index]]

    def aside(self, index: int) -> Aside | None:
        """The parenthesis that opens right before a token, when a token follows it."""
        if index == 0 or index >= len(self):
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
        return key[:-2] if key.endswith(_POSSESSIVE) and len(key) > 2 else None

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
