"""Who is introduced in an English report without a full name: *said Brannigan, 29,*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from termkit.check.lone_people import acts, find_strange_words, is_known, said, stand_alone
from termkit.check.mentions import LoneWord, own_language, written_forms
from termkit.check.nearby import before
from termkit.check.supports import follows_role
from termkit.check.view import DocumentView, TextView
from termkit.glossary.store import Glossary
from termkit.lang import get_language
from termkit.lang.en.ordinary import is_function_word, is_ordinary_word
from termkit.lang.tables import load_words
from termkit.lang.vi.syllables import is_unmarked_syllable
from termkit.model.concept import ConceptType
from termkit.model.span import Span
from termkit.names.forms import name_key
from termkit.names.parse import is_family_name
from termkit.text.scripts import CAPITALS, LATIN

_NAME = rf"(?<![{LATIN}'’.-])(?P<name>[{CAPITALS}][{LATIN}]+(?:['’-][{LATIN}]{{2,}})*)"
# Offices whose holders few know; a president may be called by one name at once.
_OFFICER = re.compile(
    r"\b(?:(?:Deputy|Assistant|Vice|Under)[ -][A-Z][\w-]+(?: [A-Z][\w-]+){0,3}|"
    rf"Advis[eo]r|Spokes(?:wo)?man|Spokesperson|Commissioner|Coordinator|Ambassador) {_NAME}"
    rf"(?! [{CAPITALS}])"
)
_NAMED = re.compile(rf"(?<=[a-z] ){_NAME}(?= )")
_AGED = re.compile(rf"{_NAME}, (?:aged )?(?:1[89]|[2-9][0-9]),")
_WHERE = re.compile(r"\b(?:in|on|at|near|to|from|of|for|with|outside) $", re.IGNORECASE)
_BY = re.compile(r"\baccording to $", re.IGNORECASE)
_REPORT = 3  # paragraphs
# Titles of people whom everybody knows by one name or who bear no other, and of firms.
_OF_ONE_NAME = frozenset(
    ("artist", "captain", "chancellor", "composer", "director", "emperor", "father", "head",
     "major", "poet", "princess", "singer", "sister", "writer")
)  # fmt: skip


def find_uncalled(view: DocumentView) -> Iterator[LoneWord]:
    """Where age or office is told beside a lone name that is part of no full one.

    *Brannigan, 29,* in a report, and not in a sentence or two cut from one.
    """
    if view.language != "en" or sum(not text.is_heading for text in view.texts) < _REPORT:
        return
    found = {
        (text.index, match.start("name")): match["name"]
        for text in view.texts
        if not text.is_heading
        for match in _described(text)
    }
    strange = find_strange_words(view)
    for word, places in stand_alone(view, strange & set(found.values())).items():
        first = places[0]
        words = before(view.texts[first.unit].text, first.span)
        if (
            first.order in found
            and not word.isupper()
            and (_may_be_name(word) or not is_ordinary_word(word.lower()))
            and not is_known(view, word, places)
            and (_BY.search(words) or not _WHERE.search(words))
        ):
            yield first
    shorts = _vietnamese_shorts(view.glossary)
    called = {word for word in strange if name_key(word) in shorts}
    for word, places in stand_alone(view, called).items():
        if places[0].addressed and not word.isupper():
            yield places[0]


def _described(text: TextView) -> Iterator[re.Match[str]]:
    """Names with an age or office behind them, and those that speak behind a role."""
    for pattern in (_AGED, _OFFICER, _apposed(), _speaker()):
        yield from pattern.finditer(text.text)
    for match in _NAMED.finditer(text.text):
        span = Span(*match.span("name"))
        if _is_titled(text, span) and acts(text, span):
            yield match


def _is_titled(text: TextView, span: Span) -> bool:
    """Whether a title in small letters stands before a name: *engineer*, and no *chipmaker*."""
    title = before(text.text, span).rstrip().rpartition(" ")[2]
    titles = load_words("en", "name_titles") - _OF_ONE_NAME
    return title in titles and follows_role(text, span.start)


def _may_be_name(word: str) -> bool:
    """Whether an English word may be somebody's name: *Dung, director of*, *Sun, head of*."""
    return not is_function_word(word.lower()) and (
        is_unmarked_syllable(word) or is_family_name(word, "zh")
    )


def _vietnamese_shorts(glossary: Glossary) -> frozenset[str]:
    """What the glossary's Vietnamese people are called by, without marks."""
    return glossary.once(
        ("unintroduced", "shorts"),
        lambda: frozenset(
            name_key(short)
            for person in glossary
            if person.type is ConceptType.PERSON and own_language(person) == "vi"
            for form in written_forms(person, "vi")
            if (short := get_language("vi").short_form(form))
        ),
    )


@cache
def _speaker() -> re.Pattern[str]:
    """*"It works," said Brannigan, chief engineer of the plant*: whoever does the work."""
    return re.compile(
        rf"{said()}{_NAME}, (?:the |an? )?(?:[\w’'-]+ ){{0,3}}"
        r"[\w-]+(?:er|or|ist|ian|man)"
        r"(?= (?:of|at|in|for|with|to)\b)"
    )


@cache
def _apposed() -> re.Pattern[str]:
    """*Brannigan, the head of*: as where somebody is introduced."""
    titles = "|".join(re.escape(title) for title in sorted(load_words("en", "name_titles")))
    return re.compile(
        rf"{_NAME}, (?i:(?:the |an? |who is |who was |also )?(?:(?-i:[{CAPITALS}])[{LATIN}’']*[ -]|"
        rf"deputy |vice[ -]|former |senior |chief |executive ){{0,3}}(?:{titles}))"
        r"(?= (?:of|at|in|for|with|to)\b|-general )"
    )
