"""O103: characters that nobody sees, in or between words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from termkit.check.rule import Mark, rule
from termkit.check.view import DocumentView, TextView
from termkit.model.finding import Safety
from termkit.model.span import Span
from termkit.text.invisible import SLIPS, find_invisible, name_of, parts_words, without_invisible
from termkit.text.scripts import HAN

_GATE = re.compile(f"[{SLIPS}]")
# The word around: to its ends in Latin, one character on each side in Chinese.
_LETTER = rf"(?:(?![{HAN}])[\w\u0300-\u036f{SLIPS}])*"
_WORD_BEFORE = re.compile(rf"(?:[{HAN}]|{_LETTER})\Z")
_WORD_AFTER = re.compile(rf"[{HAN}]|{_LETTER}")
# More of one kind than this and a program put them there: one finding tells it all.
_MOST = 10


@dataclass(frozen=True, slots=True)
class _Place:
    view: TextView
    span: Span  # of the characters, in the original text
    word: Span  # with the word around them

    @property
    def character(self) -> str:
        return self.view.original[self.span.start]


@rule("O103", "invisible-characters", scope="document", severity="warning", since="0.1")
def RULE(view: DocumentView) -> Iterator[Mark]:
    """A character nobody sees stands in a word or between words.

    Zero width spaces and joiners, soft hyphens, directional marks, byte order marks. They
    are right in emoji and in scripts that need them (Persian, Hindi, Khmer, text from right
    to left), and do no harm at either end of a paragraph. A no-break space is no slip.

    ## Why it matters
    The word looks right and no search finds it.

    ## Use instead
    Nothing; or an ordinary space where the invisible one parts two words.

    ## Source
    Unicode Standard, chapter 23, Special Areas and Format Characters.
    """
    places = [place for text in view.texts for place in _places(text)]
    numbers = Counter(place.character for place in places)
    told: set[str] = set()
    for place in places:
        character, number = place.character, numbers[place.character]
        name = name_of(character)
        if number > _MOST:
            if character not in told:
                told.add(character)
                message = f"{name} in {number} places, this the first: termkit normalize drops them"
                yield place.view.mark_original(place.span, message)
            continue
        word = place.word.slice(place.view.original)
        clean = without_invisible(word)
        parts = parts_words(place.view.original, place.span)
        yield place.view.mark_original(
            place.word,
            f"{name} in {clean!r}" if clean else f"{name} between words",
            replacement=clean,
            safety=Safety.UNSAFE if parts else Safety.SAFE,
        )


def _places(view: TextView) -> Iterator[_Place]:
    """Invisible characters between the first visible one of a text and its last."""
    text = view.original
    if not _GATE.search(text):
        return
    last_word = Span(0, 0)
    for span in find_invisible(text):
        if not text[: span.start].strip() or not text[span.end :].strip():
            continue
        if span.start < last_word.end:
            continue  # the second in one word
        start = _WORD_BEFORE.search(text, max(0, span.start - 60), span.start)
        end = _WORD_AFTER.match(text, span.end)
        assert start is not None
        assert end is not None
        last_word = Span(start.start(), end.end())
        yield _Place(view, span, last_word)
