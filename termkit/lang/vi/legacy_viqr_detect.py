"""Whether ASCII text is VIQR: marks inside words that make Vietnamese syllables.

English and French have apostrophes in words and full stops after vowels; they have no
circumflex, plus sign or tilde after a vowel and no question mark before a letter. A line must
show enough of those, and its words must be syllables.

Source: RFC 1456 (1993).
"""

from __future__ import annotations

import re
from itertools import islice

from termkit.lang.vi.legacy_score import bare, prose
from termkit.lang.vi.legacy_typography import is_syllable
from termkit.lang.vi.legacy_viqr import decode_viqr

_ENOUGH = 3.0
_ENOUGH_ALONE = 2.0  # in a name or a line without a foreign word
_MOST_WORDS = 4000
_MOST_STRANGERS = 0.35  # of the words
_WORD = re.compile(r"(?<![\w`])[A-Za-z][\w'`?~.^(+*\\]*")  # `a` is code in Markdown
_NUMBERED = re.compile(r"[\d_]")  # U+1EA0, x^2
_STRONG = re.compile(r"(?<=[AEOUaeou])[\^+*](?=[A-Za-z'`?~.]|$)|(?<=[Aa])\((?=[A-Za-z'`?~.])")
_TONE = re.compile(r"(?<=[AEIOUYaeiouy^(+*])['`?~.](?=[A-Za-z])|(?<=[AEIOUYaeiouy^(+*])[`~]$")
_WEAK = re.compile(r"(?<=[AEIOUYaeiouy])['?.]$")


def looks_viqr(text: str) -> bool:
    """Whether an ASCII text is Vietnamese in VIQR.

    >>> looks_viqr("Le^ Hoa`i Trung"), looks_viqr("Vo~ Thi. Sa'u"), looks_viqr("Nguye^~n")
    (True, True, True)
    >>> looks_viqr("Who are you? I'm so-so."), looks_viqr("f(a+b)^2 = a^2 + 2ab"), looks_viqr("la`")
    (False, False, False)
    """
    if not re.search(r"[a-zA-Z][\^`~+(?'.*]", text):
        return False
    proof = 0.0
    strangers = words = 0
    for word in islice(_WORD.findall(prose(text)), _MOST_WORDS):
        if _NUMBERED.search(word):
            continue
        words += 1
        weight = None if word.isalpha() and word[:2].lower() != "dd" else _weight(word)
        if weight is not None:
            proof += weight
            continue
        plain = word.rstrip("'`?~.^(+*\\")
        strangers += bare(plain) < 0 or not plain.isalpha()
    if words > 1 and not strangers:
        return proof >= _ENOUGH_ALONE
    return proof >= _ENOUGH and strangers <= _MOST_STRANGERS * words


def _weight(word: str) -> float | None:
    """What a word with marks speaks for VIQR; ``None`` when it makes no syllable."""
    for end in (word, word.rstrip("'?."), word[:-1]):
        meant = decode_viqr(end.encode("ascii"))
        if not meant.isascii() and is_syllable(meant):
            strong = 2.0 * len(_STRONG.findall(end)) + 1.5 * len(_TONE.findall(end))
            strong += 0.5 * sum(end.count(mark) for mark in "`~")
            stroke = 1.0 if end[:2].lower() == "dd" else 0.0
            return strong + stroke + 0.3 * len(_WEAK.findall(end))
    return None
