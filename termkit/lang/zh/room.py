"""The doors of the room of Chinese, apart from the package so that one part loads alone."""

from __future__ import annotations

from termkit.lang.base import Language, no_inflections
from termkit.lang.words import find_words
from termkit.lang.zh.compounds import straddles
from termkit.lang.zh.lexical import find_lexical_words
from termkit.lang.zh.names import find_short_form
from termkit.lang.zh.quantities import FIGURES, NUMERALS, find_hints, find_quantities
from termkit.lang.zh.sentences import find_sentences

LANGUAGE = Language(
    tag="zh",
    joiner="",
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
