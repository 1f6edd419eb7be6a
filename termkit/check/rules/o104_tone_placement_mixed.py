"""O104: hòa and hoà in one document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from termkit.check.rule import Mark, rule
from termkit.check.signal import both, some_word
from termkit.check.usage import Use, odd_ones
from termkit.check.view import DocumentView, TextView
from termkit.lang.vi.company import is_in_vietnamese_name
from termkit.lang.vi.tones import OPEN, Style, set_tone_style, tone_style
from termkit.model.finding import Safety
from termkit.model.span import Span

_WORD = re.compile(r"\w+")
_VOWEL = {"old": "first", "new": "second"}


@lru_cache(maxsize=1 << 14)
def _style(word: str) -> Style | None:
    return tone_style(word)


@rule(
    "O104",
    "tone-placement-mixed",
    scope="document",
    severity="warning",
    since="0.1",
    signal=both(
        some_word(lambda word: _style(word) == "old"),
        some_word(lambda word: _style(word) == "new"),
    ),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """Open *oa*, *oe*, *uy* carry the tone on the first vowel here, on the second there.

    Both ways are correct, *hòa* and *hoà*; a document keeps to one. The same two ways in
    different words (*hòa*, *thuỷ*) are a mix as well. In a text that is not Vietnamese only
    Vietnamese names are looked at.

    ## Why it matters
    The two are different letters to every program: a search for one misses the other.

    ## Use instead
    The style that most of the document has; `termkit normalize --tones old` (or `new`)
    sets it throughout.

    ## Source
    Quyết định 1989/QĐ-BGDĐT of 25 May 2018, Article 8, asks schoolbooks for the new style
    (hoà nhạc, thuỷ thủ, mạnh khoẻ); newspapers and laws mostly keep the old.
    """
    for use, other in odd_ones(use for text in view.texts for use in _uses(text, view.language)):
        yield use.view.mark(
            use.span,
            f"{use.text!r} has its tone on the {_VOWEL[use.form]} vowel, "
            f"{other.text!r} on the {_VOWEL[other.form]}",
            replacement=set_tone_style(use.text, "old" if other.form == "old" else "new"),
            safety=Safety.UNSAFE if _is_name(use) else Safety.SAFE,
            related=(other.related(f"{other.form} style here"),),
        )


def _uses(view: TextView, language: str) -> Iterator[Use]:
    styled = {word for word in view.vocabulary if not word.isascii() and _style(word)}
    for found in _WORD.finditer(view.text) if styled else ():
        style = _style(found[0]) if found[0] in styled else None
        if style is None or not OPEN.match(view.text, found.start()):
            continue  # a loose mark stands beside it
        span = Span(*found.span())
        if language == "vi" or is_in_vietnamese_name(view.text, span):
            yield Use(view, span, style)


def _is_name(use: Use) -> bool:
    """A capital where none is due: people may write their own names as they like."""
    return use.text[0].isupper() and not use.view.starts_sentence(use.span)
