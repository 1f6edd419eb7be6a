"""Stretches of a text that may hold names: words with a capital, and whatever clings to them.

Rules about names cut runs of capitalised words each in its own way: with hyphens or without,
over apostrophes, over the small words of a name. A stretch holds every such run whole and
reads alone as it reads in the text, so that a question about the words of a run is asked of
the stretch, and of an archive's stretches only once (`termkit.check.signal`): *The*, *Hà Nội*
and *President Xi Jinping* stand in every other report.
"""

from __future__ import annotations

import re

from termkit.text.scripts import CAPITALS

PARTICLES = ("da", "de", "del", "dos", "bin", "al", "el", "van", "von", "der", "den")
"""Small words inside a name: Lula da Silva, Mohammed bin Salman."""

_STRETCH = re.compile(
    rf"[{CAPITALS}][^ ]*(?: (?:(?:{'|'.join(PARTICLES)}) )*[^ {CAPITALS}]*[{CAPITALS}][^ ]*)*"
)
# What a word that follows it never belongs to, and what belongs to no word that it follows.
_OPENS = frozenset(' \n("“‘[')
_CLOSES = '.,;:!?)”"]'


def stretches(text: str) -> frozenset[str]:
    """The distinct stretches of a normalised text.

    >>> sorted(stretches("Ông Tô Lâm (Việt Nam) met l’École’s Lula da Silva, as Reuters said."))
    ['Reuters', 'l’École’s Lula da Silva', 'Ông Tô Lâm (Việt Nam']
    """
    found = set()
    for match in _STRETCH.finditer(text):
        start = match.start()
        if start and text[start - 1] not in _OPENS:
            start = text.rfind(" ", 0, start) + 1
        found.add(text[start : match.end()].rstrip(_CLOSES))
    return frozenset(found)
