"""Words as they are counted across texts: lower case, endings cut off, compounds in one.

A lexeme is no dictionary form. It is what two texts of one language must share to speak of
one thing, found without a dictionary: the first letters of a word, a compound that the room
lists, the digits of a number without what groups them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from termkit.text.scripts import HAN
from termkit.text.urls import url_spans

Cutter = Callable[[Sequence[str]], Iterator[str]]

STEM = 5  # letters: *agreement*, *agreed* and *agreeing* share them
# Letters of scripts that write no spaces stand alone, as Han characters do in a room of none.
_TOKEN = re.compile(
    rf"(?P<number>\d+(?:[.,\u00a0\u202f]\d+)*)|(?P<han>[{HAN}]+)"
    r"|(?P<alone>[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff])"
    rf"|(?P<word>(?:(?![{HAN}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff])[^\W\d_]"
    r"[\u0300-\u036f]*)+)"
)


def find_lexemes(
    text: str, *, words: Cutter | None = None, han: Callable[[str], Sequence[str]] = tuple
) -> tuple[str, ...]:
    """The lexemes of a text, in order.

    Args:
        text: Normalised.
        words: Cuts a run of lower-case words that only spaces part; without it each word
            is cut to its first letters.
        han: Cuts a run of Han characters; without it each is a lexeme.

    >>> find_lexemes("The 1.200,5 agreements of 03/2026, see https://vnexpress.net/a.")
    ('the', '12005', 'agree', 'of', '3', '2026', 'see', 'https://vnexpress.net/a')
    """
    found: list[str] = []
    at = 0
    for span in url_spans(text):
        found.extend(_plain(text[at : span.start], words, han))
        found.append(span.slice(text).lower())
        at = span.end
    found.extend(_plain(text[at:], words, han))
    return tuple(found)


def _plain(text: str, words: Cutter | None, han: Callable[[str], Sequence[str]]) -> Iterator[str]:
    text = unicodedata.normalize("NFKC", text).lower()
    run: list[str] = []
    end = 0
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if run and (kind != "word" or text[end : match.start()] != " "):
            yield from _words(run, words)
            run = []
        end = match.end()
        if kind == "word":
            run.append(match[0])
        elif kind == "number":
            digits = "".join(c for c in match[0] if c.isdigit())
            yield digits.lstrip("0") or "0"
        elif kind == "han":
            yield from han(match[0])
        else:
            yield match[0]
    if run:
        yield from _words(run, words)


def _words(run: Sequence[str], words: Cutter | None) -> Iterator[str]:
    if words is not None:
        yield from words(run)
    else:
        yield from (word[:STEM] for word in run)
