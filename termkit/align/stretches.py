"""Which stretches of a text may be terms: what comes again, and names by their form.

A stretch crosses no mark that ends a phrase, and begins and ends with no grammatical word.
Names need no second mention: a run of capitals around a head such as *Ministry* or
*Initiative*, a Chinese run that ends in 倡议 or 委员会, and whatever stands in 《》.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from termkit.align.ngrams import MOST_WORDS
from termkit.align.tokens import Side, function_words, word_key
from termkit.lang import ROOMS
from termkit.lang.tables import load_rows
from termkit.text.scripts import has_han

Words = tuple[int, int]

_BOOK = re.compile("《[^《》]{2,60}》")
_QUOTED = re.compile("[“‘「『]([^“”‘’「」『』]{2,60})[”’」』]")
_INSIDE = {
    "en": frozenset({"of", "for", "on", "in", "and", "the", "to", "with", "at"}),
    "vi": frozenset({"và", "về", "của", "ở", "tại", "các", "những"}),
}
_AND = frozenset({"and", "và"})
# What may follow each connective: "the" only behind a preposition, so that two names that
# "and the" joins stay two.
_BEFORE_THE = frozenset({"of", "for", "on", "in", "to", "with", "at"})


def is_term_edge(word: str, lang: str) -> bool:
    """Whether a word, by its key, may begin or end a term: no grammatical word, no number."""
    if word in function_words(lang):
        return False
    return any(character.isalpha() for character in word)


def head_types(lang: str) -> dict[str, str]:
    """Head nouns of names and the type of concept that each makes."""
    room = lang.split("-")[0].lower()
    return dict(load_rows(room, "term_heads")) if room in ROOMS else {}  # type: ignore[arg-type]


def find_names(side: Side, unit: int) -> Iterator[Words]:
    """Stretches of a unit that are names or terms by their form, longest first."""
    yield from _in_marks(side, unit)
    if has_han(side.texts[unit]):
        yield from _han_names(side, unit)
    else:
        yield from _capital_names(side, unit)


def _in_marks(side: Side, unit: int) -> Iterator[Words]:
    text, spans = side.texts[unit], side.spans[unit]
    for pattern in (_BOOK, _QUOTED):
        for match in pattern.finditer(text):
            inside = [n for n, s in enumerate(spans) if match.start() <= s.start < match.end()]
            if inside and len(inside) <= MOST_WORDS:
                yield inside[0], inside[-1] + 1


def _capital_names(side: Side, unit: int) -> Iterator[Words]:
    """Runs of words with capitals, connectives inside.

    Behind a Vietnamese head noun small letters go on with the name (*Ủy ban Chỉ đạo hợp tác
    song phương Việt Nam*), and nothing but the other side says where it ends.
    """
    lang = side.lang.split("-")[0].lower()
    text, spans = side.texts[unit], side.spans[unit]
    words = [span.slice(text) for span in spans]
    breaks = side.breaks(unit)
    heads = head_types(side.lang).keys() if lang == "vi" else frozenset()
    start = 0
    while start < len(words):
        if not _is_capital(words[start]) or not is_term_edge(word_key(words[start]), side.lang):
            start += 1
            continue
        stop = _end_of_run(words, breaks, start, _INSIDE.get(lang, frozenset()), heads)
        if stop - start > 1 or start > 0:
            yield start, stop
        if start == 0 and stop > 2 and _is_capital(words[1]):
            yield 1, stop  # the first capital may be the sentence's: Today Wang Yi ...
        if word_key(words[start]) in heads:
            for end in _open_ends(words, breaks, start, heads):
                if end != stop:
                    yield start, end
        start = stop


def _end_of_run(
    words: Sequence[str], breaks: list[bool], start: int, inside: Set[str], heads: Set[str]
) -> int:
    stop = at = start + 1
    while at < len(words) and not breaks[at] and at - start < MOST_WORDS:
        word = words[at]
        if word_key(words[at - 1]) in _AND and word_key(word) in heads:
            break
        if _is_capital(word) or word.isdigit():
            stop = at + 1
        elif word.lower() not in inside or (
            word.lower() == "the" and words[at - 1].lower() not in _BEFORE_THE
        ):
            break
        at += 1
    return stop


def _open_ends(
    words: Sequence[str], breaks: list[bool], start: int, heads: Set[str]
) -> Iterator[int]:
    """Where a name that begins with a head noun may end, up to the next break or verb."""
    grammatical = function_words("vi") - _INSIDE["vi"]
    for at in range(start + 1, min(len(words), start + MOST_WORDS)):
        key = word_key(words[at])
        if breaks[at] or key in grammatical:
            return
        if word_key(words[at - 1]) in _AND and key in heads:
            return
        if key not in _INSIDE["vi"]:
            yield at + 1


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


def _han_names(side: Side, unit: int) -> Iterator[Words]:
    """Runs of Han words that end in a head noun, from the last break or grammatical word."""
    text, spans = side.texts[unit], side.spans[unit]
    heads = head_types(side.lang)
    grammatical = function_words(side.lang)
    breaks = side.breaks(unit)
    first = 0
    for at, span in enumerate(spans):
        word = span.slice(text)
        if breaks[at]:
            first = at
        if word in grammatical:
            first = at + 1
            continue
        if at > first and any(word.endswith(head) for head in heads):
            for start in range(max(first, at - MOST_WORDS + 1), at):
                yield start, at + 1
