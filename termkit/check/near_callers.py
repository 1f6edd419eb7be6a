"""A lone name in an English text and a full one of it that are a slip apart.

*Gavin Brannigan*, and later *Branigan said*: who speaks has been introduced, and nobody of
that name has. What is written once is the slip.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass

from termkit.check.first_called import find_named
from termkit.check.gazetteer import is_world_place
from termkit.check.lone_people import acts, find_strange_words, is_known, stand_alone
from termkit.check.mentions import LoneWord, names_of
from termkit.check.rule import Mark
from termkit.check.view import DocumentView, TextView
from termkit.lang.en.ordinary import is_ordinary_word
from termkit.lang.tables import load_words
from termkit.model.finding import Severity
from termkit.model.span import Span
from termkit.names.forms import name_key
from termkit.names.parse import capital_runs
from termkit.names.world import known_words
from termkit.text.memory import Memory
from termkit.text.near import one_edit_apart, rests
from termkit.text.scripts import LATIN

_WORD = re.compile(rf"[{LATIN}]+(?:['’-][{LATIN}]{{2,}})*")
_AGE = re.compile(r", (?:aged )?[1-9][0-9],")
_LEAST, _OFTEN, _LONG, _LONGEST = 4, 5, 6, 30  # letters of a name in which a letter may be a slip
_LEAST_SYLLABLE, _LONG_WORD = 3, 6
_EXCHANGED = frozenset("aeoins")  # endings that make another name: Maria, Mario; Afghan, Afghani


@dataclass(frozen=True, slots=True)
class Introduction:
    """A full name, which a lone word may be short for; or a lone word that stands often.

    Attributes:
        custom: ``vi`` or ``zh`` where its shape says so.
    """

    text: TextView
    span: Span
    custom: str | None = None

    @property
    def written(self) -> str:
        return self.span.slice(self.text.text)


def find_near_callers(view: DocumentView) -> Iterator[Mark]:
    """Marks where a name that acts and one that is introduced are a slip apart.

    *Gavin Brannigan*, and *Branigan said*: what is written once is the slip.
    """
    if view.language != "en":
        return
    words = find_strange_words(view)
    introduced = _introductions(view)
    introduced |= {word: place for word, place in _often(view).items() if word not in introduced}
    near = _near(words, introduced)
    for word, places in stand_alone(view, near.keys()).items():
        likes = [
            right for right in near[word] if _is_convincing(view, places, right, introduced[right])
        ]
        if len(likes) != 1 or is_known(view, word, places):
            continue
        (right,) = likes
        whole, lone = introduced[right], places[0]
        text = view.texts[lone.unit]
        sure = not (_is_borne(word) and _is_borne(right))
        if len(places) == 1:
            yield _mark(text, lone.span, right, whole.text, whole.span, sure=sure)
        elif view.once(_count_words)[right] == 1:
            replacement = whole.written.replace(right, word)
            yield _mark(whole.text, whole.span, replacement, text, lone.span, sure=sure)


def _often(view: DocumentView) -> dict[str, Introduction]:
    """Long words with a capital that stand twice and more, or name a known place."""
    found: dict[str, list[Introduction]] = defaultdict(list)
    for text in view.texts:
        for run in capital_runs(text.text):
            for span in run:
                word = span.slice(text.text)
                if len(word) >= _OFTEN and word.istitle():
                    found[word].append(Introduction(text, span))
    return {
        word: places[0]
        for word, places in found.items()
        if len(places) > 1 or is_world_place(word, "en")
    }


def _near(words: Set[str], introduced: dict[str, Introduction]) -> dict[str, list[str]]:
    """The words that may be slips, each with the words of full names that may be meant."""
    by_rest: dict[str, set[str]] = defaultdict(set)
    for word in introduced:
        for rest in _rests[word]:
            by_rest[rest].add(word)
    found = {}
    for word in words:
        near = set().union(*[by_rest[rest] for rest in _rests[word] & by_rest.keys()])
        likes = [right for right in near if _is_slip(word, right, introduced[right].custom)]
        if likes:
            found[word] = likes
    return found


def _find_rests(word: str) -> frozenset[str]:
    key = name_key(word)
    return rests(key) if len(key) <= _LONGEST else frozenset((key,))


_rests = Memory(_find_rests)


def _is_slip(word: str, right: str, custom: str | None) -> bool:
    """Whether a lone word may be meant for a word of a full name."""
    one, other = name_key(word), name_key(right)
    if word.isupper() or not one_edit_apart(one, other):
        return False
    shortest = min(len(one), len(other))
    if custom is not None:
        return shortest >= _LEAST_SYLLABLE
    if shortest < _LEAST or one[0] != other[0]:
        return False
    if is_ordinary_word(word.lower()):
        return False
    if is_ordinary_word(right.lower()) and (
        shortest < _LONG_WORD or word in load_words("en", "personal_names")
    ):
        return False
    longer, shorter = sorted((one, other), key=len, reverse=True)
    if longer[:-1] == shorter and longer[-1] in _EXCHANGED:
        return False
    return not (one[:-1] == other[:-1] and {one[-1], other[-1]} <= _EXCHANGED)


def _is_convincing(
    view: DocumentView, places: list[LoneWord], right: str, whole: Introduction
) -> bool:
    """Whether a lone word acts as people do, or is too long to be another name by chance.

    Two places told in one paragraph are two, unless letters changed places, and an age
    behind a name introduces somebody else.
    """
    word = places[0].text
    if any(_AGE.match(view.texts[place.unit].text, place.span.end) for place in places):
        return False
    if whole.written == right:
        swapped = sorted(word.lower()) == sorted(right.lower())
        return swapped or all(place.unit != whole.text.index for place in places)
    if min(len(word), len(right)) >= _LONG:
        return True
    return any(place.addressed or acts(view.texts[place.unit], place.span) for place in places)


def _is_borne(word: str) -> bool:
    """Whether people are known to bear a name: *Thomson* beside *Thompson*."""
    return name_key(word) in known_words("en") or word in load_words("en", "personal_names")


def _mark(
    text: TextView, span: Span, right: str, other: TextView, there: Span, *, sure: bool
) -> Mark:
    return text.mark(
        span,
        f"{span.slice(text.text)!r} here, {there.slice(other.text)!r} elsewhere in this document",
        replacement=right,
        related=(other.related(there, "the other"),),
        severity=None if sure else Severity.INFO,
    )


def _count_words(view: DocumentView) -> Counter[str]:
    return Counter(word for text in view.texts for word in _WORD.findall(text.text))


def _introductions(view: DocumentView) -> dict[str, Introduction]:
    """The words that a person may be called by, with the first full name that has each."""
    found: dict[str, Introduction] = {}
    for mention in names_of(view).everyone:
        text = view.texts[mention.unit]
        if mention.short is not None and not text.is_heading:
            found.setdefault(mention.short, Introduction(text, mention.span, mention.lang))
    for named in view.once(find_named):
        if len(named.words) > 1:
            whole = Introduction(named.text, named.span)
            for span in (named.words[-1], named.words[0]):
                found.setdefault(span.slice(named.text.text), whole)
    return found
