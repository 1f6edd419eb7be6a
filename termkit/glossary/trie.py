"""The designations of a glossary as a trie of tokens, for texts of one language.

Which designations are looked for: those of the language itself, and names of people, places
and organisations in the other Latin-script languages, for a translator may have left
*Vương Nghị* in English text. What is left out, because a wrong match costs more than a miss:

- a single word that means something else inside most longer designations (*Minister*, the
  rank below an ambassador, in *Foreign Minister*);
- a foreign name of a single Vietnamese syllable: *Nga* is Russia, and a woman;
- a foreign acronym: every language writes *EU* and *UN* now and then;
- a single Han character: *苏* is Tô Lâm, Jiangsu, and the Soviet Union.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from termkit.glossary.pattern import Capitals, Pattern, make_pattern
from termkit.lang import get_language
from termkit.lang.vi.syllables import is_syllable, is_unmarked_syllable
from termkit.lang.words import TOKEN
from termkit.model.concept import AdminStatus, Concept, ConceptType, Designation, DesignationKind
from termkit.text.fold import fold_same_length
from termkit.text.scripts import is_han

NAMED = frozenset({ConceptType.PERSON, ConceptType.PLACE, ConceptType.ORGANISATION})
_INTERCHANGED = frozenset({ConceptType.PLACE, ConceptType.ORGANISATION})
_DOUBTFUL = frozenset({AdminStatus.DEPRECATED, AdminStatus.SUPERSEDED})
_SCRIPTS = {"vi": "Latn", "en": "Latn", "zh": "Hans"}
_SHORT = {"en": 1, "vi": 2}  # words of a term so short that only its capital names it


class Entry(NamedTuple):
    """A pattern at the end of its way through the trie.

    Attributes:
        pattern: The pattern.
        steps: Its token ranges, one for each edge of the way; a place is one edge.
        literal: Indices of tokens that name a place or an organisation and must stand as
            written here, for another way through the trie takes the other forms.
    """

    pattern: Pattern
    steps: tuple[tuple[int, int], ...]
    literal: frozenset[int] = frozenset()


@dataclass(slots=True)
class Node:
    """A place in the trie: what may follow, and what ends here.

    Attributes:
        children: By token key.
        named: By concept id: any form of the place or organisation may stand here.
        entries: Patterns whose last token leads here.
    """

    children: dict[str, Node] = field(default_factory=dict)
    named: dict[str, Node] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Trie:
    """All patterns of one language, and those of places and organisations by themselves."""

    root: Node
    names: Node


Forms = dict[str, list[tuple[tuple[str, ...], str]]]
"""By first key: keys of a name, and its concept id; the longest first."""


def build_trie(concepts: Iterable[Concept], lang: str) -> Trie:
    """Lay out the designations that texts of a language are searched for."""
    trie = Trie(Node(), Node())
    patterns = list(_patterns(list(concepts), lang.split("-")[0].lower()))
    places = _forms(patterns, ConceptType.PLACE)
    names = _forms(patterns, ConceptType.PLACE, ConceptType.ORGANISATION)
    for pattern in patterns:
        # A deprecated designation is wrong as it stands, not with the organisation spelled out.
        forms = places if pattern.designation.status in _DOUBTFUL else names
        pieces = _name_pieces(pattern, forms)
        literal = frozenset(
            index for start, (end, _) in pieces.items() for index in range(start, end)
        )
        is_name = pattern.concept.type in _INTERCHANGED and not pattern.quoted
        for root in (trie.root, trie.names) if is_name else (trie.root,):
            # Both ways: what looks like a name may be none (Lào in Lào Cai).
            _insert(root, pattern, {}, literal)
            if pieces:
                _insert(root, pattern, pieces)
    return trie


def _forms(patterns: Iterable[Pattern], *types: ConceptType) -> Forms:
    """Names of places or organisations; not those that two share: *Politburo*."""
    owners: dict[tuple[str, ...], set[str]] = {}
    for pattern in patterns:
        if pattern.concept.type in types and not pattern.quoted:
            owners.setdefault(pattern.keys, set()).add(pattern.concept.id)
    forms: Forms = {}
    for keys, ids in owners.items():
        if len(ids) == 1:
            forms.setdefault(keys[0], []).append((keys, next(iter(ids))))
    for entries in forms.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry))
    return forms


def _insert(
    node: Node,
    pattern: Pattern,
    pieces: dict[int, tuple[int, str]],
    literal: frozenset[int] = frozenset(),
) -> None:
    steps = []
    index = 0
    while index < len(pattern.keys):
        start = index
        if start in pieces:
            index, name = pieces[start]
            node = node.named.setdefault(name, Node())
        else:
            node = node.children.setdefault(pattern.keys[start], Node())
            index += 1
        steps.append((start, index))
    node.entries.append(Entry(pattern, tuple(steps), literal))


def _name_pieces(pattern: Pattern, forms: Forms) -> dict[int, tuple[int, str]]:
    """Start to end and concept id of the names that a longer designation has in it.

    Han text writes a country in one way, so it has none.
    """
    pieces: dict[int, tuple[int, str]] = {}
    index = 0
    while index < len(pattern.keys):
        for keys, name in forms.get(pattern.keys[index], ()):
            end = index + len(keys)
            if (
                pattern.keys[index:end] == keys
                and len(keys) < len(pattern.keys)
                and pattern.words[index][0].isupper()
                and name != pattern.concept.id
            ):
                pieces[index] = (end, name)
                index = end - 1
                break
        index += 1
    return pieces


def _patterns(concepts: list[Concept], room: str) -> Iterator[Pattern]:
    own = {d.text for concept in concepts for d in concept.designations if _is_own(d, room)}
    ambiguous = _ambiguous_words(concepts, room)
    inflect = get_language(room).inflections
    order = 0
    for concept in concepts:
        for designation in concept.designations:
            order += 1
            is_name = designation.kind is DesignationKind.PROPER_NAME
            if _is_own(designation, room):
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
            elif concept.type in NAMED and designation.text not in own:
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
