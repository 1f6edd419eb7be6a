"""What the surroundings of a match say against it: it is a word, an office or a name they make.

A wrong match costs more than a miss, so each doubt here is a reason to be silent.
"""

from __future__ import annotations

from termkit.glossary.match import Likeness
from termkit.glossary.pattern import Capitals, Pattern
from termkit.glossary.token_text import TokenText
from termkit.glossary.walk import Way
from termkit.lang.en.ordinary import is_function_word, is_ordinary_word
from termkit.lang.tables import load_words
from termkit.lang.vi.compounds import is_word_around
from termkit.lang.vi.names import folded_family_names
from termkit.lang.vi.syllables import is_syllable, is_unmarked_syllable
from termkit.lang.zh.ordinary import is_ordinary_word as is_ordinary_word_zh
from termkit.model.concept import ConceptType
from termkit.model.span import Span
from termkit.text.fold import fold


def is_permitted(way: Way, likeness: Likeness, tokens: TokenText, language: str) -> bool:
    """Whether nothing in the surroundings speaks against a match that fits by itself.

    Args:
        way: The tokens and the pattern they spell.
        likeness: How they differ from it.
        tokens: Of the text.
        language: Of the text: primary subtag.
    """
    pattern = way.entry.pattern
    first, last = way.steps[0].start, way.steps[-1].end
    if likeness is Likeness.UNMARKED and language == "vi" and not pattern.is_name:
        return False  # "ban do" is bản đồ, bạn đọ or bán đồ: without marks it says nothing
    if language == "zh" and not _is_chinese_name(pattern, tokens, first, last):
        return False
    if pattern.concept.type is ConceptType.TITLE and _is_another_office(tokens, first, language):
        return False
    if pattern.mid_sentence and _every_word_has_a_capital(tokens, first, last):
        return False
    if pattern.capitals[0] is Capitals.AS_WRITTEN and len(pattern.words) == 1:
        return not _is_shouted(tokens, first)
    if not pattern.is_name or pattern.concept.type not in (ConceptType.PERSON, ConceptType.PLACE):
        return True
    if _lacks_capital(way, tokens) and not _is_slip(way, likeness, tokens, language):
        return False
    return not _is_part_of_name(way, likeness, tokens, language)


def _is_another_office(tokens: TokenText, first: int, language: str) -> bool:
    """Whether the word before a title makes another of it: *Vice President*, *副总理*."""
    if first == 0 or tokens.gap(first) not in ("", " ", "-"):
        return False
    return tokens.words[first - 1].lower() in load_words(language, "rank_words")


def _is_chinese_name(pattern: Pattern, tokens: TokenText, first: int, last: int) -> bool:
    """Whether Han characters say a place and no ordinary word: *和平省*, not *和平发展*."""
    if pattern.concept.type is not ConceptType.PLACE:
        return True
    return not is_ordinary_word_zh(tokens.text, tokens.starts[first], tokens.ends[last - 1])


def _every_word_has_a_capital(tokens: TokenText, first: int, last: int) -> bool:
    """Whether capitals say nothing here: the start of a sentence, a heading in capitals."""
    if tokens.starts_sentence(first):
        return True
    before, after = tokens.neighbours(first, last)
    return all(word[:1].isupper() for word in (before, after) if word)


def _is_shouted(tokens: TokenText, index: int) -> bool:
    """Whether an acronym is an ordinary word among capitals: *WHO WILL LEAD*."""
    if not is_ordinary_word(tokens.keys[index]):
        return False
    return any(len(word) > 1 and word.isupper() for word in tokens.neighbours(index, index + 1))


def _lacks_capital(way: Way, tokens: TokenText) -> bool:
    """Whether a token of a name is in small letters where it should have a capital."""
    pattern, steps, _ = way.entry
    return any(
        pattern.capitals[first] is Capitals.USUAL and tokens.words[step.start][0].islower()
        for step, (first, _) in zip(way.steps, steps, strict=True)
        if not step.name
    )


def _is_slip(way: Way, likeness: Likeness, tokens: TokenText, language: str) -> bool:
    """Whether a name that lacks a capital is surely the name: *tại Hà nội*.

    Not at the start of a sentence, where any word has a capital (*Hòa bình là*), not where
    the syllables may be words (*ông Nam định đi*), and not when marks are missing as well.
    """
    pattern = way.entry.pattern
    first, last = way.steps[0].start, way.steps[-1].end
    if pattern.foreign or likeness is Likeness.UNMARKED or language == "zh":
        return False
    words = tokens.words[first:last]
    if sum(word[0].isupper() for word in words) < 2 and (
        tokens.starts_sentence(first)
        or tokens.neighbours(first, last)[0].lower() in load_words("vi", "forms_of_address")
    ):
        return False
    if any(is_function_word(word.lower()) for word in words if word[0].islower()):
        return False
    span = Span(tokens.starts[first], tokens.ends[last - 1])
    return not is_word_around(tokens.text, span)


def _is_part_of_name(way: Way, likeness: Likeness, tokens: TokenText, language: str) -> bool:
    """Whether a name is a piece of a longer one: *Tô Lâm* in *Tô Lâm Anh*, *Mỹ* in *Mỹ Linh*."""
    pattern = way.entry.pattern
    first, last = way.steps[0].start, way.steps[-1].end
    before, after = tokens.neighbours(first, last)
    if way.possessive:
        after = ""
    single = len(pattern.words) == 1
    if single and _is_name_syllable(pattern.words[0], "vi"):
        # One syllable is a country and a given name: Mỹ, Nga, Đức; and at a start, a word.
        if likeness is Likeness.UNMARKED or (language == "vi" and tokens.starts_sentence(first)):
            return True
        if language == "en" and before[:1].isupper() and not is_function_word(before.lower()):
            return True  # Minister Hue is Huệ, not from Huế
        return _is_name_syllable(before, language) or _is_name_syllable(after, language)
    if len(pattern.words) != 2:
        return False
    if _follows_family_name(tokens, first):
        return True
    is_person = pattern.concept.type is ConceptType.PERSON or pattern.foreign
    return is_person and _is_name_syllable(after, language)


def _follows_family_name(tokens: TokenText, first: int) -> bool:
    """Whether the name goes on with a given name: *Nguyễn Thái Bình* is no province."""
    for index in (first, first - 1):
        before, _ = tokens.neighbours(index, index) if index > 0 else ("", "")
        if not before[:1].isupper() or not (is_syllable(before) or is_unmarked_syllable(before)):
            return False
        if fold(before) in folded_family_names() and not before.isupper():
            return True
    return False


def _is_name_syllable(word: str, language: str) -> bool:
    """Whether a capitalised word can be a syllable of a Vietnamese name."""
    if not word[:1].isupper() or (word.isupper() and len(word) > 1):
        return False
    if language == "en" and is_ordinary_word(word.lower()):
        return False
    return is_syllable(word) or is_unmarked_syllable(word)
