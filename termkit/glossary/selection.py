"""Which designations are looked for in texts of a language.

Those of the language itself, those that stand as they are in every language, and names of
people, places and organisations in the other Latin-script languages, for a translator may have
left *Vương Nghị* in English text. What is left out, because a wrong match costs more than a
miss:

- a single word that means something else inside most longer designations (*Minister*, the
  rank below an ambassador, in *Foreign Minister*);
- a foreign name of a single Vietnamese syllable: *Nga* is Russia, and a woman;
- a foreign acronym: every language writes *EU* and *UN* now and then;
- a single Han character: *苏* is Tô Lâm, Jiangsu, and the Soviet Union.
"""

from __future__ import annotations

from collections.abc import Iterator

from termkit.glossary.pattern import Capitals, Pattern, make_pattern
from termkit.lang import get_language
from termkit.lang.vi.syllables import is_syllable, is_unmarked_syllable
from termkit.lang.words import TOKEN
from termkit.model.concept import Concept, ConceptType, Designation, DesignationKind
from termkit.text.fold import fold_same_length
from termkit.text.scripts import is_han

_NAMED = frozenset({ConceptType.PERSON, ConceptType.PLACE, ConceptType.ORGANISATION})
_SCRIPTS = {"vi": "Latn", "en": "Latn", "zh": "Hans"}
_SHORT = {"en": 1, "vi": 2}  # words of a term so short that only its capital names it


def make_patterns(concepts: list[Concept], room: str) -> Iterator[Pattern]:
    """Every written form to look for, with the forms that grammar makes of it."""
    own = {d.text for concept in concepts for d in concept.designations if _is_own(d, room)}
    ambiguous = _ambiguous_words(concepts, room)
    inflect = get_language(room).inflections
    order = 0
    for concept in concepts:
        for designation in concept.designations:
            order += 1
            is_name = designation.kind is DesignationKind.PROPER_NAME
            if _is_own(designation, room) or concept.untranslated:
                if (concept.id, designation.text) in ambiguous or _is_single_han(designation):
                    continue
                short = not is_name and _is_short_capitalised(concept, designation, room)
                texts = [(designation.text, False)]
                if not is_name and not short:
                    texts += [(form, True) for form in inflect(designation.text)]
                for text, inflected in texts:
                    if inflected and text in own:
                        continue
                    pattern = make_pattern(
                        concept,
                        designation,
                        text,
                        is_name=is_name,
                        inflected=inflected,
                        mid_sentence=short,
                        order=order,
                    )
                    if pattern is not None:
                        yield pattern
            elif concept.type in _NAMED and designation.text not in own:
                pattern = make_pattern(
                    concept, designation, designation.text, is_name=True, foreign=True, order=order
                )
                if pattern is not None and _is_tellable(designation, pattern):
                    yield pattern


def _language_and_script(tag: str) -> tuple[str, str]:
    """``vi-Hani`` is Vietnamese in Han script, ``zh-Latn-pinyin`` Chinese in Latin."""
    language, _, rest = tag.partition("-")
    script = rest.split("-")[0]
    return language.lower(), script if len(script) == 4 else _SCRIPTS.get(language.lower(), "")


def _is_own(designation: Designation, room: str) -> bool:
    language, script = _language_and_script(designation.lang)
    return language == room and (script == "Latn") == (_SCRIPTS[room] == "Latn")


def _is_single_han(designation: Designation) -> bool:
    """One character is a family name, a province and a syllable of a thousand words."""
    return len(designation.text) == 1 and is_han(designation.text)


def _is_tellable(designation: Designation, pattern: Pattern) -> bool:
    """Whether a foreign name can be told from an ordinary word or another name."""
    if _language_and_script(designation.lang)[1] != "Latn":
        return False
    if len(pattern.words) > 1:
        return True
    word = pattern.words[0]
    if pattern.capitals[0] is not Capitals.INITIAL:
        return False
    return not (is_syllable(word) or is_unmarked_syllable(word))


def _is_short_capitalised(concept: Concept, designation: Designation, room: str) -> bool:
    """A term of a word or two told from ordinary words by its capital: *Renewal*, *Đổi mới*.

    A title is not (*Ambassador*), nor *Việt - Trung*, nor one that is also written without.
    """
    text = designation.text
    words = TOKEN.findall(text)
    return (
        concept.type is not ConceptType.TITLE
        and 0 < len(words) <= _SHORT.get(room, 0)
        and words[0][:1].isupper()
        and not (len(words) > 1 and words[-1][:1].isupper())
        and not any(word[1:] != word[1:].lower() for word in words)
        and not any(
            other.text != text and other.text.lower() == text.lower()
            for other in concept.designations
            if _is_own(other, room)
        )
    )


def _ambiguous_words(concepts: list[Concept], room: str) -> frozenset[tuple[str, str]]:
    """Single words that mean something else in most longer designations that have them.

    Meaning shows in the other languages: *Ambassador* is *Đại sứ*, and so it is in *Đại sứ
    Trung Quốc tại Việt Nam*; *Minister* is *Công sứ*, but *Foreign Minister* is none.
    """
    singles: dict[str, list[tuple[Concept, Designation]]] = {}
    for concept in concepts:
        for designation in concept.designations:
            if (
                _is_own(designation, room)
                and designation.kind is not DesignationKind.PROPER_NAME
                and len(TOKEN.findall(designation.text)) == 1
            ):
                key = fold_same_length(designation.text)
                singles.setdefault(key, []).append((concept, designation))
    votes: dict[tuple[str, str], list[bool]] = {}
    for longer in concepts:
        words = {
            word
            for designation in longer.designations
            if _is_own(designation, room)
            for word in TOKEN.findall(fold_same_length(designation.text))
        }
        for word in words & singles.keys():
            for concept, designation in singles[word]:
                if concept.id != longer.id:
                    vote = _shares_meaning(concept, longer, room)
                    votes.setdefault((concept.id, designation.text), []).append(vote)
    return frozenset(key for key, found in votes.items() if sum(found) * 2 < len(found))


def _shares_meaning(concept: Concept, longer: Concept, room: str) -> bool:
    """Whether the longer concept has the word's concept in it in another language, too."""
    for designation in concept.designations:
        if not _is_own(designation, room):
            needle = designation.text.lower()
            if any(
                other.lang == designation.lang and needle in other.text.lower()
                for other in longer.designations
            ):
                return True
    return False
