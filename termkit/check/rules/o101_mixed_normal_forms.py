"""O101: letters composed here and taken apart there, or with their marks out of order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from termkit.check.rule import Mark, MarkRelated, rule
from termkit.check.view import DocumentView, TextView
from termkit.model.finding import Safety, Severity
from termkit.model.span import Span
from termkit.text.compose import compose
from termkit.text.scripts import LATIN

_MARKS = re.compile("[\u0300-\u036f]")
_WORD = re.compile(f"[{LATIN}]*[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff][{LATIN}]*")
_COMPOSED, _DECOMPOSED, _DISORDERED = "composed", "decomposed", "disordered"
# Words of one pasted phrase are one slip: what may stand between them.
_BETWEEN = re.compile(r"[A-Za-z\s]{1,40}")


@dataclass(frozen=True, slots=True)
class _Word:
    view: TextView
    span: Span  # of the original text
    form: str

    @property
    def text(self) -> str:
        return self.span.slice(self.view.original)


@rule("O101", "mixed-normal-forms", scope="document", severity="warning", since="0.1")
def RULE(view: DocumentView) -> Iterator[Mark]:
    """The same letters are stored in two ways: composed, and as a base with loose marks.

    The two look alike on paper and differ for every search. A document that keeps to loose
    marks throughout gets one note; marks in an order that Unicode cannot compose, or doubled,
    are always wrong.

    ## Why it matters
    A search for a word finds only one of its two forms, and so does every program after us.

    ## Use instead
    Composed letters (NFC): `termkit normalize` writes them.

    ## Source
    Unicode Standard Annex 15, Unicode Normalization Forms. TCVN 6909:2001 asks for composed
    letters in Vietnamese.
    """
    if not any(_MARKS.search(text.original) for text in view.texts):
        return
    words = [word for text in view.texts for word in _words(text)]
    decomposed = [word for word in words if word.form == _DECOMPOSED]
    composed = [word for word in words if word.form == _COMPOSED]
    for word in words:
        if word.form == _DISORDERED:
            yield word.view.mark_original(
                word.span,
                f"the marks of {compose(word.text)!r} are doubled or out of order",
                replacement=compose(word.text),
                safety=Safety.SAFE,
            )
    if not decomposed:
        return
    if not composed:
        first, number = decomposed[0], len(decomposed)
        yield first.view.mark_original(
            first.span,
            f"all {number} words with marks are stored with loose marks (NFD)"
            if number > 1
            else "the one word with marks is stored with loose marks (NFD)",
            severity=Severity.INFO,
        )
        return
    odd, usual = (
        (decomposed, composed) if len(decomposed) <= len(composed) else (composed, decomposed)
    )
    for start, end in _stretches(odd):
        yield _mark(start, end, usual)


def _words(view: TextView) -> Iterator[_Word]:
    """Words with a mark in them, loose or composed; marks that fit no letter are neither."""
    for found in _WORD.finditer(view.original):
        text = found[0]
        plain = unicodedata.normalize("NFC", text) if len(text) < 100 else text
        if compose(text) != plain:
            form = _DISORDERED
        elif plain != text:
            form = _DECOMPOSED
        elif unicodedata.normalize("NFD", text) != text:
            form = _COMPOSED
        else:
            continue
        yield _Word(view, Span(*found.span()), form)


def _stretches(words: list[_Word]) -> Iterator[tuple[_Word, _Word]]:
    """First and last word of each phrase that has the odd form throughout."""
    start = end = words[0]
    for word in words[1:]:
        together = word.view is end.view and _BETWEEN.fullmatch(
            word.view.original, end.span.end, word.span.start
        )
        if not together:
            yield start, end
            start = word
        end = word
    yield start, end


def _mark(start: _Word, end: _Word, usual: list[_Word]) -> Mark:
    view = start.view
    span = Span(start.span.start, end.span.end)
    text = compose(span.slice(view.original))
    other = min(usual, key=lambda word: (abs(word.view.index - view.index), word.span))
    related = MarkRelated(other.view.index, other.span, f"{other.form} here")
    if start.form == _DECOMPOSED:
        message = f"{text!r} has loose marks (NFD), {len(usual)} other words composed letters"
        replacement = text
    else:
        message = f"{text!r} has composed letters, {len(usual)} other words loose marks (NFD)"
        replacement = unicodedata.normalize("NFD", text)
    if len(usual) == 1:
        message = message.replace("1 other words", f"{compose(other.text)!r}")
    return view.mark_original(
        span, message, replacement=replacement, safety=Safety.SAFE, related=(related,)
    )
