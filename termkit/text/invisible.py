"""Characters nobody sees: which of them a text needs, and which only slipped in.

Joiners shape emoji and the letters of many scripts, zero width spaces break Thai and Khmer
lines, directional marks order Hebrew beside Latin: there they are right. Between Latin
letters, Chinese characters, digits and their punctuation they do nothing but hide a word
from every search.

Source: Unicode Standard, chapter 23, Special Areas and Format Characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from termkit.model.span import Span

# Soft hyphen, combining grapheme joiner, Arabic letter mark, zero width space, joiners and
# directional marks, embeddings, word joiner and invisible operators, isolates, byte order mark.
SLIPS = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_SLIPS = re.compile(f"[{SLIPS}]+")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
# From Devanagari to Tibetan, Burmese, Ethiopic, Khmer, Mongolian and their neighbours.
_COMPLEX = re.compile("[\u0900-\u0fff\u1000-\u109f\u1780-\u18af\u1900-\u1cff\ua8e0-\uabff]")
_SPACE = "\N{ZERO WIDTH SPACE}"


def find_invisible(text: str) -> Iterator[Span]:
    """Runs of invisible characters that have no work where they stand.

    >>> [span.start for span in find_invisible("Hà\u200b Nội, Vi\u00adệt")]
    [2, 11]

    A family emoji and Persian keep theirs.

    >>> list(find_invisible("👨\u200d👩\u200d👧 می\u200cخواهم"))
    []
    """
    found = _SLIPS.search(text)
    if found is None or _RIGHT_TO_LEFT.search(text):
        return
    for run in _SLIPS.finditer(text, found.start()):
        before, after = _neighbours(text, *run.span())
        if not (_needs(before) or _needs(after)):
            yield Span(*run.span())


def without_invisible(text: str) -> str:
    """The text without them. A zero width space that parts two words becomes a space.

    >>> without_invisible("Vi\u200bệt\u00adNam\ufeff"), without_invisible("Hà\u200bNội")
    ('ViệtNam', 'Hà Nội')
    """
    pieces = []
    end = 0
    for span in find_invisible(text):
        pieces.append(text[end : span.start])
        if parts_words(text, span):
            pieces.append(" ")
        end = span.end
    return "".join((*pieces, text[end:]))


def parts_words(text: str, span: Span) -> bool:
    """Whether a zero width space stands where a space was meant: a capital follows a letter.

    >>> parts_words("Hà\u200bNội", Span(2, 3)), parts_words("hà\u200bnội", Span(2, 3))
    (True, False)
    """
    before, after = _neighbours(text, span.start, span.end)
    return _SPACE in span.slice(text) and before.islower() and after.isupper()


def name_of(character: str) -> str:
    """What an invisible character is called, for people.

    >>> name_of("\u200b"), name_of("\u00ad"), name_of("\ufeff")
    ('zero width space (U+200B)', 'soft hyphen (U+00AD)', 'byte order mark (U+FEFF)')
    """
    name = unicodedata.name(character, "character").lower()
    if character == "\ufeff":
        name = "byte order mark"
    return f"{name} (U+{ord(character):04X})"


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    return text[start - 1 : start] if start else "", text[end : end + 1]


def _needs(neighbour: str) -> bool:
    """Whether a character's script or kind gives work to invisible neighbours."""
    if not neighbour or neighbour < "\u0300":
        return False
    return (
        unicodedata.category(neighbour) in ("So", "Sk")  # emoji and their skin tones
        or "\ufe00" <= neighbour <= "\ufe0f"
        or _COMPLEX.match(neighbour) is not None
    )
