"""Names in English that a document writes with another form of one word elsewhere.

*The Rural Roads Fund* beside *the Rurals Roads Fund*, *Delta Cooperation Forum* beside *Delta
Cooperative Forum*: all words but one the same, that one of the same lemma and not the last, for
agreements are many.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from termkit.check.broken_names import LINKS, WORD
from termkit.check.quotation import find_quotations
from termkit.check.view import DocumentView, TextView
from termkit.lang.en.inflect import make_singular
from termkit.lang.en.misspelling import is_english_word
from termkit.lang.en.ordinary import is_function_word
from termkit.lang.locale import territory_names
from termkit.lang.tables import load_words
from termkit.model.span import Span
from termkit.names.parse import find_personal_names

_LEAST, _LONGEST = 3, 7  # words
_LOOKED_AT = 100  # words of one stem
_REACH = 40  # code points of a person's name that goes on
_STEM = 4  # letters; what may be forms of one word begins alike
# Derivations that stand for one another in a name: Cooperative, Cooperation.
_DERIVED = (
    ("ion", "ive"), ("try", "trial"), ("ment", "mental"), ("ure", "ural"), ("nce", "ncial"),
    ("rce", "rcial"), ("ic", "ics"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """Some words with capitals, and small words between them.

    Attributes:
        odd: The word that differs.
    """

    text: TextView
    span: Span
    odd: str

    @property
    def order(self) -> tuple[int, int]:
        return self.text.index, self.span.start


def find_twin_names(view: DocumentView) -> Iterator[tuple[Name, Name]]:
    """Each name that has another form of a word than elsewhere, with one that has the usual."""
    kindred = _kindred(view)
    if not kindred:
        return  # the usual case
    groups: dict[tuple[str, ...], dict[str, list[Name]]] = defaultdict(lambda: defaultdict(list))
    for text in view.texts:
        if not text.is_heading:
            for key, name in _windows(text, kindred):
                groups[key][name.odd].append(name)
    found: list[tuple[Name, Name]] = []
    for forms in groups.values():
        if len(forms) == 2:
            usual, odd = sorted(forms.values(), key=lambda names: (-len(names), names[0].order))
            pair = (odd[0], usual[0])
            if (
                len(odd) == 1
                and _are_forms(odd[0].odd, usual[0].odd)
                and not any(map(_names_person, pair))
            ):
                found.append(pair)
    taken: dict[int, set[int]] = defaultdict(set)
    for name, usual_name in sorted(found, key=lambda pair: pair[0].span.start - pair[0].span.end):
        covered = taken[name.text.index]
        points = range(name.span.start, name.span.end)
        if covered.isdisjoint(points):
            covered.update(points)
            yield name, usual_name


def _kindred(view: DocumentView) -> set[str]:
    """The words with a capital that may be forms of one another."""
    by_stem: dict[str, set[str]] = defaultdict(set)
    for stretch in view.stretches:
        for word in WORD.findall(stretch):
            if word[0].isupper() and len(word) >= _STEM:
                by_stem[word[:_STEM].lower()].add(word)
    return {
        word
        for words in by_stem.values()
        for word in words
        if any(word != other and _are_forms(word, other) for other in islice(words, _LOOKED_AT))
    }


def _windows(text: TextView, kindred: set[str]) -> Iterator[tuple[tuple[str, ...], Name]]:
    """Every stretch of a name from one capital to another, with one word but the last left out."""
    quoted = find_quotations(text.text)
    for run in _runs(text.text):
        if not any(word[0] in kindred for word in run):
            continue
        for first, head in enumerate(run):
            if not head[0][0].isupper():
                continue
            for last in range(first + _LEAST - 1, min(first + _LONGEST, len(run))):
                words = [word[0] for word in run[first : last + 1]]
                span = Span(head.start(), run[last].end())
                large = sum(word[0].isupper() for word in words)
                if words[-1][0].islower() or large < _LEAST or quoted.holds(span):
                    continue
                for at, word in enumerate(words[:-1]):
                    if word in kindred:
                        key = (str(at), *words[:at], *words[at + 1 :])
                        yield key, Name(text, span, word)


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    run: list[re.Match[str]] = []
    for word in WORD.finditer(text):
        joined = run and text[run[-1].end() : word.start()] == " "
        if not joined or not (word[0][0].isupper() or word[0] in LINKS):
            if len(run) >= _LEAST:
                yield run
            run = []
        if run or (word[0][0].isupper() and not is_function_word(word[0].lower())):
            run.append(word)
    if len(run) >= _LEAST:
        yield run


def _are_forms(odd: str, usual: str) -> bool:
    """Whether both are forms of one word, and neither is the name of a country: *Philippines*.

    >>> _are_forms("Rivers", "River's"), _are_forms("Industry", "Industrial")
    (True, True)
    >>> _are_forms("Internal", "International"), _are_forms("Prince", "Princess")
    (False, False)
    """
    one, other = _lemma(odd), _lemma(usual)
    alike = one == other or _is_derived(one, other) or _is_derived(other, one)
    return alike and _countries().isdisjoint((odd, usual))


def _lemma(word: str) -> str:
    small = word.lower().replace("’", "'").removesuffix("'s")
    return make_singular(small) or small


def _is_derived(one: str, other: str) -> bool:
    return any(
        other == one.removesuffix(short) + long and len(one) >= _STEM + len(short)
        for short, long in _DERIVED
        if one.endswith(short)
    )


@cache
def _countries() -> frozenset[str]:
    return frozenset(territory_names("en").values())


def _names_person(name: Name) -> bool:
    """Whether it ends in somebody's name: *Vice Chairmen Zapt* are two, the other one alone."""
    words = name.span.slice(name.text.text).split(" ")
    titles = load_words("en", "title_ends")
    titled = any((make_singular(word) or word) in titles for word in words[:-1])
    if words[-1] in load_words("en", "personal_names"):
        return True
    if titled and not is_english_word(words[-1].lower()):
        return True
    around = name.text.text[name.span.start : name.span.end + _REACH]
    return any(
        person.span.start < len(name.span) <= person.span.end
        for person in find_personal_names(around)
    )
