"""Names in Wade-Giles in running text: *Mao Tse-tung*, *Teng Hsiao-p’ing*.

A hyphen or an apostrophe shows the system; without either, *Li Ping* may be anybody. Spellings
that usage gave a name (*Chiang Kai-shek*), and those of Hong Kong and Taiwan (*Lee Ka-chiu*),
look alike; in Macao three words are enough (*Ho Iat Seng*), where they spell a known name whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from termkit.names.read import read_name
from termkit.names.text_words import TextWords

if TYPE_CHECKING:
    from termkit.names.index import NameIndex

_LETTER = "(?:[A-Za-zÜüÊê]|['\u2019](?![sS]\\b)(?=[A-Za-zÜü]))"
_WORD = f"[A-Z]{_LETTER}*(?:[-\u2010\u2011]{_LETTER}+)?"
_NAME = re.compile(f"{_WORD} {_WORD}")
_THREE = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+ [A-Z][a-z]+(?![\w'\u2019-])")
_SIGNS = re.compile("[-\u2010\u2011'\u2019]")


def find_wade_giles(index: NameIndex, words: TextWords, place: int) -> tuple[int, set[int]] | None:
    """How many tokens from here on are a name in Wade-Giles, and the entries, by number."""
    start = words.tokens[place].span.start
    found = _NAME.match(words.text, start)
    if found is None:
        return None
    spelled = bool(_SIGNS.search(found[0]))
    if not spelled:
        found = _THREE.match(words.text, start)
        if found is None:
            return None
    size = words.place_at(found.end()) - place
    if words.span(place, size).end != found.end():
        return None
    after = words.neighbour(place + size - 1, 1)
    if after is not None and after.capital and not found[0].isupper():
        return None  # Mao Tse-tung Thought
    name = read_name(found[0])
    entries = index.find_romanised(name) if spelled else index.respelled.find(name, foreign=False)
    return (size, entries) if entries else None
