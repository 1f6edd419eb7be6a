"""The doors of the room of Vietnamese, apart from the package so that one part loads alone."""

from __future__ import annotations

from termkit.lang.base import Language, no_inflections
from termkit.lang.vi.compounds import straddles
from termkit.lang.vi.lexical import find_lexical_words
from termkit.lang.vi.names import find_short_form
from termkit.lang.vi.quantities import FIGURES, NUMERALS, find_hints, find_quantities
from termkit.lang.vi.sentences import find_sentences
from termkit.lang.words import find_words

LANGUAGE = Language(
    tag="vi",
    joiner=" ",
    sentences=find_sentences,
    words=find_words,
    lexical_words=find_lexical_words,
    inflections=no_inflections,
    straddles=straddles,
    short_form=find_short_form,
    quantities=find_quantities,
    number_hints=find_hints,
    figure_signs=FIGURES,
    numeral_signs=NUMERALS,
)
