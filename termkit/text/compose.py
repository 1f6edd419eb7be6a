"""Letters and their combining marks: one code point per letter where Unicode has one.

NFC composes marks in canonical order. Typists and converters also leave the tone before the
shape (*e*, acute, circumflex), which NFC reads as *é* with a stray circumflex: here the two
are put in the order in which Unicode composed the letter.

Source: Unicode Standard Annex 15, Unicode Normalization Forms; ISO/IEC 10646 names of the
letters U+1EA4 to U+1EF9, in which the shape stands before the tone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Shape marks make a letter of their own (ê, ă, ơ); tone marks stand on top of it.
SHAPES = "\N{COMBINING CIRCUMFLEX ACCENT}\N{COMBINING BREVE}\N{COMBINING HORN}"
TONES = (
    "\N{COMBINING GRAVE ACCENT}\N{COMBINING ACUTE ACCENT}\N{COMBINING TILDE}"
    "\N{COMBINING HOOK ABOVE}\N{COMBINING DOT BELOW}"
)
# UAX 15, Stream-Safe Text Format: no natural text has more marks on one letter. Longer
# stacks are left alone, for canonical ordering of them takes quadratic time.
MOST_MARKS = 30

# Characters that composition leaves as they are when no mark follows.
STABLE = (
    "!-~\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u3001-\u3029\u3030-\u303f"
    "\u3400-\u4dbf\u4e00-\u9fff\uff01-\uffee\U00020000-\U0002ee5d\U00030000-\U000323af"
)
_UNSTABLE = re.compile(rf"[^\s{STABLE}]")
# More characters in a row that are no letters, digits or white space than any stack may have.
_LONG_STACK = re.compile(rf"[^\w\s!-~]{{{MOST_MARKS},}}")
_LATIN_STACK = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff][\u0300-\u036f]+")


def is_mark(character: str) -> bool:
    """Whether the character belongs to the letter before it (Unicode category M, or a jamo).

    >>> is_mark("\N{COMBINING ACUTE ACCENT}"), is_mark("´")
    (True, False)
    """
    if character < "\u0300":
        return False
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"


@lru_cache(maxsize=4096)
def compose_letter(cluster: str) -> str:
    """The shortest right spelling of one letter with its marks.

    >>> [compose_letter(c) for c in ("e\u0302\u0301", "e\u0301\u0302", "o\u0323\u031b", "x\u0301")]
    ['ế', 'ế', 'ợ', 'x́']

    A doubled mark counts once, where one letter comes of it.

    >>> compose_letter("e\u0302\u0302\u0301")
    'ế'
    """
    if len(cluster) > MOST_MARKS:
        return cluster
    composed = unicodedata.normalize("NFC", cluster)
    if len(composed) > 1 and _LATIN_STACK.fullmatch(composed):
        letters = unicodedata.normalize("NFD", composed)
        distinct = dict.fromkeys(letters[1:])
        ordered = sorted(distinct, key=lambda mark: mark not in SHAPES)
        mended = unicodedata.normalize("NFC", letters[0] + "".join(ordered))
        if len(mended) == 1 and all(mark in SHAPES + TONES for mark in distinct):
            return mended
    return composed


def compose(text: str) -> str:
    """Every letter of a text composed; white space and all else as they are.

    >>> compose("Vie\u0323\u0302t  Nam") == "Việt  Nam"
    True
    """
    if not _UNSTABLE.search(text):
        return text
    if _LONG_STACK.search(text):
        return "".join(compose_letter(cluster) for cluster in clusters(text))
    # What NFC leaves uncomposed on a Latin letter is in the wrong order, or doubled.
    composed = unicodedata.normalize("NFC", text)
    return _LATIN_STACK.sub(lambda stack: compose_letter(stack[0]), composed)


def clusters(text: str) -> list[str]:
    """The text cut before every character that is not a mark; joined, it is the text again."""
    found: list[str] = []
    start = 0
    for index, character in enumerate(text):
        if index and not is_mark(character):
            found.append(text[start:index])
            start = index
    if text:
        found.append(text[start:])
    return found
