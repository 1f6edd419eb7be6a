"""The doors of the room of English, apart from the package so that one part loads alone."""

from __future__ import annotations

from termkit.lang.base import Language
from termkit.lang.en.inflect import make_inflections
from termkit.lang.en.lexical import find_lexical_words
from termkit.lang.en.names import find_short_form
from termkit.lang.en.quantities import FIGURES, NUMERALS, find_hints, find_quantities
from termkit.lang.en.sentences import find_sentences
from termkit.lang.words import find_words
from termkit.model.span import Span


def _straddles(text: str, span: Span) -> bool:
    """Never: spaces and hyphens say where an English word ends."""
    return False


LANGUAGE = Language(
    tag="en",
    joiner=" ",
    sentences=find_sentences,
    words=find_words,
    lexical_words=find_lexical_words,
    inflections=make_inflections,
    straddles=_straddles,
    short_form=find_short_form,
    quantities=find_quantities,
    number_hints=find_hints,
    figure_signs=FIGURES,
    numeral_signs=NUMERALS,
)
