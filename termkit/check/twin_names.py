"""Names in English that a document writes with another form of one word elsewhere.

*The Rural Roads Fund* beside *the Rurals Roads Fund*, *Delta Cooperation Forum* beside *Delta
Cooperative Forum*: all words but one the same, that one of the same stem and not the last, for
ministers have ministries and agreements are many.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from termkit.check.quotation import find_quotations
from termkit.check.view import DocumentView, TextView
from termkit.lang.en.ordinary import is_function_word, is_ordinary_word
from termkit.lang.en.spelling import find_spelling
from termkit.lang.locale import territory_names
from termkit.model.span import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LINKS = frozenset(("of", "for", "on", "and", "the", "to", "against"))
_LEAST, _LONGEST = 3, 7  # words
_LOOKED_AT = 100  # words of one stem
_PEOPLE = ("er", "or", "ers", "ors", "ist", "ists")  # Minister, Ministry
_STEM, _LONG_STEM = 4, 5  # letters that two forms of a word share, ordinary ones and others


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
            if len(odd) == 1 and _are_forms(odd[0].odd, usual[0].odd):
                found.append((odd[0], usual[0]))
    told: list[Name] = []
    for name, usual_name in sorted(found, key=lambda pair: pair[0].span.start - pair[0].span.end):
        if not any(name.text is o.text and name.span.overlaps(o.span) for o in told):
            told.append(name)
            yield name, usual_name


def _kindred(view: DocumentView) -> set[str]:
    """The words with a capital that may be forms of one another."""
    by_stem: dict[str, set[str]] = defaultdict(set)
    for stretch in view.stretches:
        for word in _WORD.findall(stretch):
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
    for word in _WORD.finditer(text):
        joined = run and text[run[-1].end() : word.start()] == " "
        if not joined or not (word[0][0].isupper() or word[0] in _LINKS):
            if len(run) >= _LEAST:
                yield run
            run = []
        if run or (word[0][0].isupper() and not is_function_word(word[0].lower())):
            run.append(word)
    if len(run) >= _LEAST:
        yield run


def _are_forms(odd: str, usual: str) -> bool:
    """Whether both are forms of one word, and neither heads the other or comes from a country."""
    one, other = odd.lower().replace("’", "'"), usual.lower().replace("’", "'")
    ordinary = all(is_ordinary_word(word.removesuffix("'s")) for word in (one, other))
    stem = _STEM if ordinary else _LONG_STEM
    heads = one.endswith(_PEOPLE) != other.endswith(_PEOPLE)
    return (
        one[:stem] == other[:stem]
        and not heads
        and find_spelling(one) is None
        and not {odd, usual} & set(territory_names("en").values())
    )
