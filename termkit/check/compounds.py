"""Names and words joined by a hyphen or en dash, closed up or with spaces.

*Việt Nam-China* and *Việt Nam - China* are one compound in two spacings. A dash between
clauses (*Wang Yi - the foreign minister - said*) looks like the second, so a spaced mark is
taken for a compound only where two countries meet, or where the same two words stand closed
up elsewhere in the document.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from termkit.check.view import DocumentView, TextView
from termkit.lang.locale import territory_names
from termkit.lang.tables import load_words
from termkit.lang.vi.syllables import is_syllable
from termkit.lang.vi.tones import tone_key
from termkit.model.span import Span
from termkit.names.written import has_marks
from termkit.text.scripts import HAN

_HYPHENS = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}"
_JOIN = re.compile(
    rf"(?<=[\w.])(?P<left>[ \N{{NO-BREAK SPACE}}]?)(?P<mark>[{_HYPHENS}\N{{EN DASH}}\N{{EM DASH}}"
    r"\N{FULLWIDTH HYPHEN-MINUS}])(?P<right>[ \N{NO-BREAK SPACE}]?)(?=\w)"
)
_MARK = re.compile(f"[{_HYPHENS}\N{EN DASH}\N{EM DASH}\N{FULLWIDTH HYPHEN-MINUS}]")
_HAN_JOIN = re.compile(rf"(?<=[{HAN}]{{2}}) ?(?:[-—–－─]|——) ?(?=[{HAN}]{{2}})")
_HAN_YEARS = re.compile(
    r"(?<![\d])(?:19|20)\d\d(?P<mark>[-—–－─~～]|——)(?:(?:19|20)\d\d|\d\d)(?=年)"
)
_LETTERS = r"[^\W\d_][\w.'’]*"
_LAST = re.compile(rf"{_LETTERS}$|[\w.]+$")
_FIRST = re.compile(r"[\w.]*\w")
_PAIR_BEFORE = re.compile(r"([^\W\d_]+) ([^\W\d_]+)$")
_PAIR_AFTER = re.compile(r"([^\W\d_]+) ([^\W\d_]+)")
_WORDS_IN_NAME = 5
_REACH = 60
"""Code points on each side of a joint that are looked at; no country has a longer name."""


@dataclass(frozen=True, slots=True)
class Joint:
    """A hyphen or dash with a word on each side.

    Attributes:
        span: From the first letter of the left name (or word) to the last of the right.
        left, right: The two: a country's whole name, or the single word.
        spaces: ``closed``, ``spaced``, ``left`` or ``right``.
        mark: ``hyphen`` or ``dash``; hyphens of all encodings are one.
        countries: Whether both sides are countries, regions or groupings of states.
        original: The text as found, with its line breaks.
    """

    view: TextView
    span: Span
    left: str
    right: str
    spaces: str
    mark: str
    countries: bool
    original: str

    @property
    def text(self) -> str:
        return self.span.slice(self.view.text)

    @property
    def key(self) -> tuple[str, str]:
        """What makes two joints the same compound: the words next to the mark, folded."""
        last = self.left.split(" ")[-1]
        first = self.right.split(" ")[0]
        return _fold(last), _fold(first)

    def written(self, spaces: str, mark: str | None = None) -> str:
        """The compound in another spacing; the mark as found unless another is given."""
        joined = self.view.text[self.span.start + len(self.left) : self.span.end]
        own = joined[: len(joined) - len(self.right)].strip()
        sign = own if mark is None or mark == self.mark else {"hyphen": "-", "dash": "–"}[mark]
        return (
            f"{self.left} {sign} {self.right}"
            if spaces == "spaced"
            else (f"{self.left}{sign}{self.right}")
        )


def find_joints(document: DocumentView) -> tuple[Joint, ...]:
    """Every joint of a document, in reading order. Chinese text has none: see `han_joints`."""
    return document.once(_find_joints)


def _find_joints(document: DocumentView) -> tuple[Joint, ...]:
    return tuple(
        joint
        for text in document.texts
        for match in _joins(text.text)
        if (joint := _joint(text, match, document.language)) is not None
    )


def _joins(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_JOIN`, looked for at the marks alone."""
    for mark in _MARK.finditer(text):
        start = mark.start()
        spaced = start > 0 and text[start - 1] in " \N{NO-BREAK SPACE}"
        match = _JOIN.match(text, start - spaced)
        if match is not None:
            yield match


@dataclass(frozen=True, slots=True)
class HanJoint:
    """Two Han words joined by a mark: *中国—东盟*. The mark is the form that may mix."""

    view: TextView
    span: Span
    mark: str
    key: tuple[str, str]


def find_han_joints(document: DocumentView) -> Iterator[HanJoint]:
    """Joints of Han words, and spans of years.

    The doubled dash (——) parts clauses: it tells something only where the same two words are
    joined otherwise elsewhere.
    """
    for text in document.texts:
        for match in _HAN_YEARS.finditer(text.text):
            yield HanJoint(text, Span(*match.span()), match["mark"], ("", "年"))
        for match in _HAN_JOIN.finditer(text.text):
            span = Span(match.start() - 2, match.end() + 2)
            if span.end <= len(text.text):
                joined = span.slice(text.text)
                yield HanJoint(text, span, match[0], (joined[:2], joined[-2:]))


def _joint(text: TextView, match: re.Match[str], lang: str) -> Joint | None:
    before = text.text[max(0, match.start() - _REACH) : match.start()]
    after = text.text[match.end() : match.end() + _REACH]
    left, right = _LAST.search(before), _FIRST.match(after)
    if left is None or right is None:
        return None
    left_name = right_name = None
    if left[0][0].isupper() and right[0][0].isupper():  # else nobody need ask CLDR
        left_name = _country_before(before, _countries(lang))
        right_name = _country_after(after, _countries(lang))
    left_text, right_text = left_name or left[0], right_name or right[0]
    spaces = {
        (False, False): "closed",
        (True, True): "spaced",
        (True, False): "left",
        (False, True): "right",
    }[bool(match["left"]), bool(match["right"])]
    span = Span(match.start() - len(left_text), match.end() + len(right_text))
    place = text.normalised.to_original(span)
    return Joint(
        text,
        span,
        left_text,
        right_text,
        spaces,
        "hyphen" if match["mark"] in _HYPHENS else "dash",
        left_name is not None and right_name is not None,
        place.slice(text.original),
    )


def is_long_compound(joint: Joint) -> bool:
    """Whether a mark joins Vietnamese words or names of two syllables or more on both sides.

    *Kinh tế - xã hội*, *Lào Cai - Hà Nội*; a foreign name (*Mát-xcơ-va*), an option (*-la*) and
    a name of one syllable (*Việt-Trung*) are none.
    """
    text = joint.view.text
    before = _PAIR_BEFORE.search(text, max(0, joint.span.start - _REACH), _end(joint))
    after = _PAIR_AFTER.match(text, joint.span.end - len(joint.right))
    if before is None or after is None or joint.mark != "hyphen":
        return False
    return all(_are_joined(*pair.groups()) for pair in (before, after))


def is_marked(joint: Joint) -> bool:
    """Whether a mark stands before a Vietnamese word with marks, which no option has."""
    return is_syllable(joint.left) and is_syllable(joint.right) and has_marks(joint.right)


def _end(joint: Joint) -> int:
    return joint.span.start + len(joint.left)


def _are_joined(first: str, second: str) -> bool:
    """Whether two syllables are a word, or of one name."""
    if not (is_syllable(first) and is_syllable(second)):
        return False
    named = first[0].isupper() and second[0].isupper()
    return named or tone_key(f"{first} {second}".lower()) in load_words("vi", "compounds")


def _country_before(text: str, countries: frozenset[str]) -> str | None:
    starts = [found.start() for found in re.finditer(r"(?<![\w.])[\w.]", text)]
    for start in starts[-_WORDS_IN_NAME:]:
        if text[start:] in countries:
            return text[start:]
    return None


def _country_after(text: str, countries: frozenset[str]) -> str | None:
    ends = [found.end() for found in re.finditer(r"[\w.](?![\w.])", text)]
    for end in reversed(ends[:_WORDS_IN_NAME]):
        for name in (text[:end], text[:end].rstrip(".")):
            if name in countries:
                return name
    return None


@cache
def _countries(lang: str) -> frozenset[str]:
    return frozenset(territory_names(lang).values()) | load_words(lang, "country_short")


def _fold(word: str) -> str:
    return unicodedata.normalize("NFC", word.strip(".'’")).casefold()
