"""What every language room offers to the rest of termkit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from termkit.lang.quantity import Hints, Quantities
from termkit.model.span import Span


def no_inflections(designation: str) -> tuple[str, ...]:
    """The other forms of a designation where words do not change: none."""
    return ()


@dataclass(frozen=True, slots=True)
class Language:
    """The doors of one language room.

    Attributes:
        tag: BCP 47 primary language: ``vi``, ``en`` or ``zh``.
        joiner: What stands between the sentences of one unit: a space, or nothing in Chinese.
        sentences: Normalised text to spans that cover every sentence, in order, without
            the white space between them.
        words: Normalised text to the spans of its words (syllables in Vietnamese, characters
            of Han runs in Chinese), in order; punctuation is none.
        lexical_words: The same text to words as a dictionary has them: compounds in
            Vietnamese, words of Han runs in Chinese, no possessive in English.
        inflections: A designation to the other forms that the grammar makes of it, lower
            and upper case kept: *city* gives *cities*. Empty where words do not inflect.
        straddles: Whether a match at a span of a text cuts through words of the language:
            *công an* in *thi công an toàn*, *国会* in *中国会议*.
        short_form: The part of a person's full name that stands alone on second mention in
            this language's own names: given name for Vietnamese, family name for Chinese.
            ``None`` when the name has one part.
        quantities: Normalised text to its numbers, in digits and in words, in order.
        number_hints: Normalised text to the values that other words of it mean (*both*).
        figure_signs: Any of them stands where a number or a date stands that is no mere word
            (`termkit.lang.pieces`).
        numeral_signs: Any of them stands where a numeral in words does that is surely one and
            not *one* or *first*, or a month.
    """

    tag: str
    joiner: str
    sentences: Callable[[str], tuple[Span, ...]]
    words: Callable[[str], tuple[Span, ...]]
    lexical_words: Callable[[str], tuple[Span, ...]]
    inflections: Callable[[str], tuple[str, ...]]
    straddles: Callable[[str, Span], bool]
    short_form: Callable[[str], str | None]
    quantities: Quantities
    number_hints: Hints
    figure_signs: int
    numeral_signs: int
