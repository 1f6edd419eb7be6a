"""B403: a translation in another language than its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from termkit.check.placeholders import PLACEHOLDER
from termkit.check.rule import Mark, rule
from termkit.check.view import TextView, UnitView
from termkit.lang.detect import detect_language
from termkit.lang.pieces import HAN
from termkit.model.span import Span
from termkit.text.scripts import count_han

_WORD = re.compile(r"[^\W\d_]+")
# Letters with the marks that Vietnamese alone puts on them.
_VIETNAMESE = re.compile(r"[ăđơưẠ-ỹ]", re.IGNORECASE)
_LEAST = 4  # words; fewer are names
_NAMES = {"en": "English", "vi": "Vietnamese", "zh": "Chinese"}


@rule(
    "B403",
    "wrong-language",
    scope="translation",
    severity="warning",
    since="0.1",
    yields_to=("B402",),
)
def RULE(view: UnitView) -> Iterator[Mark]:
    """The target is not in the language that the file says.

    ## Why it matters
    The sides of a unit were exchanged, or a row was filled from another column.

    ## Use instead
    The translation into the language of the target.

    ## Source
    BCP 47 (RFC 5646): what a language tag promises.
    """
    source, target = view.source, view.target
    if source is None or not target.text or not source.text:
        return
    found = _language(target)
    if found is not None and found != target.lang.split("-")[0]:
        yield target.mark(
            Span(0, len(target.text)),
            f"this is {_NAMES[found]}, not {_NAMES[target.lang.split('-')[0]]}",
        )


def _language(target: TextView) -> str | None:
    """The language of a text where it is surely another; ``None`` when nothing speaks for it."""
    text, lang = target.text, target.lang.split("-")[0]
    han = count_han(text) if target.signs & HAN else 0
    if lang == "zh":
        if han > 1:
            return None
        plain = PLACEHOLDER.sub(" ", text)
        words = [word for word in _WORD.findall(plain) if word.islower()]
        return detect_language(plain) if len(words) >= _LEAST else None
    if han > len(text) // 2 and han >= _LEAST:
        return "zh"
    # One more settles nothing: as many are looked for as decide.
    marked = 0 if text.isascii() else sum(1 for _ in islice(_VIETNAMESE.finditer(text), 4))
    if lang == "vi" and marked >= 2:
        return None
    if lang == "en" and marked < 4:
        return None
    plain = PLACEHOLDER.sub(" ", text)
    if sum(word.islower() for word in _WORD.findall(plain)) < _LEAST:
        return None
    return detect_language(plain)
