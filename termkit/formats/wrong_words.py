"""What a linter is to find: names that nobody should write, and what to write instead.

A linter knows neither the date nor the house of a text, nor what a match is part of. So only
deprecated names are for it, not superseded ones, which were right in their time; none that is
also a good name, of this concept or another; and none within a longer name. It finds whole words,
with the capitals of the glossary or with one at the beginning of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from termkit.formats.base import ConceptOptions
from termkit.formats.best import best_of
from termkit.formats.pairs import but
from termkit.model.concept import AdminStatus, Concept
from termkit.text.scripts import is_han

LOSES = but("id", "claim", "designation.status", "designation.deprecated_by", "designation.kind")

# Letters, marks and digits as a class of characters, in regular expressions that know Unicode
# properties, and in those of JavaScript without the flag that the linter would have to set.
UNICODE_LETTERS = r"\p{L}\p{M}\p{N}_"
BMP_LETTERS = r"\w\u00AA\u00B5\u00BA\u00C0-\u1FFF"

_SPECIAL = re.compile(r"[\\^$.|?*+()\[\]{}]")


@dataclass(frozen=True, slots=True)
class WrongWord:
    """A name that nobody should write.

    Attributes:
        concept_id: In the glossary.
        text: As it is written.
        better: What to write instead; empty when the glossary knows nothing better.
        blamed: Who calls it wrong; empty when nobody is named.
        within: Longer names in which it is no mistake, or another: what stands before it in each,
            and what stands after.
    """

    concept_id: str
    text: str
    better: str
    blamed: str
    within: tuple[tuple[str, str], ...] = ()


def keeps(concept: Concept, options: ConceptOptions) -> Concept:
    """The good names and the deprecated ones; nothing of a name that states a claim."""
    if concept.claim:
        return replace(concept, designations=())
    names = tuple(d for d in concept.designations if d.status is not AdminStatus.SUPERSEDED)
    return replace(concept, designations=names)


def keeps_pairs(concept: Concept, options: ConceptOptions) -> Concept:
    """As `keeps`, for a linter that must say what to write instead."""
    concept = keeps(concept, options)
    if not any(d.is_approved for d in concept.designations):
        return replace(concept, designations=())
    return concept


def wrong_words(concepts: Iterable[Concept], lang: str) -> list[WrongWord]:
    """What to look for in texts of a language, in the order of the glossary."""
    found: list[WrongWord] = []
    good: dict[str, None] = {}
    for concept in concepts:
        names = concept.named(lang)
        usable = [d for d in names if d.is_approved]
        better = best_of(usable).text if usable else ""
        for name in names:
            if name.is_approved:
                good[name.text] = None
            else:
                found.append(WrongWord(concept.id, name.text, better, name.deprecated_by or ""))
    right = {_folded(text) for text in good}
    found = [word for word in found if _folded(word.text) not in right]
    longer = (*good, *(word.text for word in found))
    places = _places({_folded(word.text) for word in found}, longer)
    once = {word.text: word for word in reversed(found)}
    return [
        replace(word, within=tuple(places.get(_folded(word.text), ())))
        for word in found
        if once[word.text] is word
    ]


def _folded(text: str) -> str:
    """A text in lower case, if that is as long."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def _places(wrong: set[str], longer: Iterable[str]) -> dict[str, dict[tuple[str, str], None]]:
    """For each wrong word the longer names that hold it: before and after."""
    sizes = sorted({len(text) for text in wrong})
    places: dict[str, dict[tuple[str, str], None]] = {}
    for text in longer:
        folded = _folded(text)
        for start in range(len(text)):
            for size in sizes:
                end = start + size
                if end > len(text):
                    break
                if folded[start:end] in wrong and size < len(text):
                    places.setdefault(folded[start:end], {})[text[:start], text[end:]] = None
    return places


def spellings(word: WrongWord) -> Iterator[WrongWord]:
    """A word as the glossary has it, and as it begins a sentence."""
    yield word
    if word.text[:1].islower():
        yield replace(word, text=_capital(word.text), better=_capital(word.better))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def pattern(word: WrongWord, letters: str) -> str:
    r"""A regular expression that finds a word as a whole, but not within a longer good name.

    Of fixed length, without groups that capture, without ``(`` that stands for itself: what the
    dialects of JavaScript, Java and .NET agree on, and Vale's limits. Between Han characters
    there is no boundary of words.

    >>> word = WrongWord("hcm", "Saigon", "Ho Chi Minh City", "", (("", " Port"),))
    >>> pattern(word, "a-z")
    '(?<![a-z])(?!Saigon\\sPort)Saigon(?![a-z])'
    >>> pattern(WrongWord("x", "南海", "", "", (("中国", ""),)), "a-z")
    '(?!(?<=中国)南海)南海'
    """
    core = literal(word.text)
    guards = "".join(
        f"(?!(?<={literal(before)}){core}{literal(after)})"
        if before
        else f"(?!{core}{literal(after)})"
        for before, after in word.within
    )
    left = f"(?<![{letters}])" if _is_letter(word.text[0]) else ""
    right = f"(?![{letters}])" if _is_letter(word.text[-1]) else ""
    return f"{left}{guards}{core}{right}"


def literal(text: str) -> str:
    r"""A text as a regular expression; any white space will do for each of its own.

    >>> literal("U.S. (army)")
    'U\\.S\\.\\s\\x28army\\x29'
    """
    escaped = _SPECIAL.sub(lambda found: _ESCAPES.get(found[0], "\\" + found[0]), text)
    return re.sub(r"\s", r"\\s", escaped)


_ESCAPES = {"(": r"\x28", ")": r"\x29"}


def _is_letter(character: str) -> bool:
    return character.isalnum() and not is_han(character)
