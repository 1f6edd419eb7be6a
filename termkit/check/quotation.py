"""The quotation marks and apostrophes of one paragraph: what each does, and which pair up.

The same character closes a quotation in *the ‘old’ plan* and marks a possessive in *the
parties’ plan*, so each is judged by its neighbours and by what is still open.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from termkit.model.span import Span
from termkit.text.cover import Cover
from termkit.text.memory import of_few_texts
from termkit.text.scripts import is_han

STRAIGHT = frozenset("\"'\N{FULLWIDTH QUOTATION MARK}\N{FULLWIDTH APOSTROPHE}")
_DOUBLE_OPEN = "“„「『"
_DOUBLE_CLOSE = "”」』"
_SINGLE = "'‘’"
_DOUBLE = '"＂' + _DOUBLE_OPEN + _DOUBLE_CLOSE
_ANY = re.compile(f"[{_DOUBLE}{_SINGLE}]")
_CURLY = re.compile("[“”]")
_CLOSING_SINGLE = re.compile(r"(?<=\S)['’](?![^\W_])")
_ENCLOSED = re.compile("([^“”]{1,40})([“”])([^“”]*)(.?)", re.DOTALL)
_HAN_ENDS = "，。！？…"
_HAN_STOPS = "，。、；：！？）"
_CLOSES = {"“": "”", "„": "“”", "「": "」", "『": "』", '"': '"', "＂": "＂", "‘": "’", "'": "'"}
# What each mark may close: any of its kind but corners, which close each other only.
_PARTNERS = {
    char: "".join(
        other
        for other in (_DOUBLE if char in _DOUBLE else _SINGLE)
        if other in "“”\"＂„'‘" or char in _CLOSES.get(other, "")
    )
    for char in _DOUBLE + _SINGLE
}
_SHORT = 60  # code points, marks included: a term or title that is quoted, not a speech
_BEFORE_OPEN = frozenset(" ([{<—–-/:\N{NO-BREAK SPACE}（【《：，。、；")


class Role(StrEnum):
    """What a mark does where it stands."""

    OPEN = "open"
    CLOSE = "close"
    APOSTROPHE = "apostrophe"
    PRIME = "prime"  # feet, inches, minutes, seconds


@dataclass(frozen=True, slots=True)
class QuoteMark:
    """One mark.

    Attributes:
        index: Code point of the paragraph.
        char: The mark.
        role: What it does.
        turned: A curly mark that looks the other way: *”word“*.
    """

    index: int
    char: str
    role: Role
    turned: bool = False

    @property
    def is_double(self) -> bool:
        return self.char in _DOUBLE


@dataclass(frozen=True, slots=True)
class Quotation:
    """A pair of marks with what stands between them."""

    opening: QuoteMark
    closing: QuoteMark
    depth: int

    @property
    def span(self) -> Span:
        """Both marks included."""
        return Span(self.opening.index, self.closing.index + 1)


@dataclass(frozen=True)
class Quotations:
    """All marks of a paragraph, in order; the pairs; and marks without a partner."""

    marks: tuple[QuoteMark, ...]
    pairs: tuple[Quotation, ...]
    alone: tuple[QuoteMark, ...]

    @property
    def apostrophes(self) -> tuple[QuoteMark, ...]:
        return tuple(mark for mark in self.marks if mark.role is Role.APOSTROPHE)

    def holds(self, span: Span) -> bool:
        """Whether the span lies inside a quotation.

        >>> find_quotations('He said "go home" twice.').holds(Span(9, 11))
        True
        """
        return self._cover.contains(span)

    def holds_in_short(self, span: Span) -> bool:
        """Whether the span lies inside a quotation of a term or a title, not of a speech.

        >>> find_quotations("the “One Belt One Road” of 2013").holds_in_short(Span(5, 22))
        True
        """
        return self._short.contains(span)

    @cached_property
    def _cover(self) -> Cover:
        return Cover(pair.span for pair in self.pairs)

    @cached_property
    def _short(self) -> Cover:
        return Cover(pair.span for pair in self.pairs if len(pair.span) <= _SHORT)


@lru_cache(maxsize=1024)
def find_quotations(text: str) -> Quotations:
    """Judge every mark of a paragraph (normalised text).

    >>> [str(m.role) for m in find_quotations("the parties’ ‘old’ plan").marks]
    ['apostrophe', 'open', 'close']
    >>> [str(m.role) for m in find_quotations('a 5\\'10" man').marks]
    ['prime', 'prime']
    """
    marks: list[QuoteMark] = []
    pairs: list[Quotation] = []
    alone: list[QuoteMark] = []
    open_marks = _OpenMarks()
    for found in _ANY.finditer(text):
        index, char = found.start(), found[0]
        mark = _judge(text, index, char, open_marks)
        marks.append(mark)
        if mark.role is Role.OPEN:
            open_marks.push(mark)
        elif mark.role is Role.CLOSE:
            partner = _partner(mark, open_marks)
            if partner is None:
                alone.append(mark)
                continue
            while (inner := open_marks.pop()) is not partner:  # left open inside, with no partner
                alone.append(inner)
            pairs.append(Quotation(partner, mark, len(open_marks.marks)))
    alone.extend(open_marks.marks)
    return Quotations(
        tuple(marks),
        tuple(sorted(pairs, key=lambda pair: pair.opening.index)),
        tuple(sorted(alone, key=lambda mark: mark.index)),
    )


class _OpenMarks:
    """Marks that wait for their partners, the innermost last, and how many of each there are."""

    def __init__(self) -> None:
        self.marks: list[QuoteMark] = []
        self._counts: Counter[str] = Counter()

    def push(self, mark: QuoteMark) -> None:
        self.marks.append(mark)
        self._counts[mark.char] += 1

    def pop(self) -> QuoteMark:
        mark = self.marks.pop()
        self._counts[mark.char] -= 1
        return mark

    def have(self, characters: str) -> bool:
        """Whether any of these characters is open."""
        return any(self._counts[character] > 0 for character in characters)


def _judge(text: str, index: int, char: str, open_marks: _OpenMarks) -> QuoteMark:
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    if char in _SINGLE:
        return QuoteMark(index, char, _single(text, index, char, before, after, open_marks))
    if char in '"＂':
        return QuoteMark(index, char, _straight(char, before, after, open_marks))
    opens = char in _DOUBLE_OPEN
    if char in "“”" and not open_marks.have("„"):
        turned = _is_turned(text, index, open_marks)
        return QuoteMark(index, char, Role.OPEN if opens != turned else Role.CLOSE, turned)
    if char == "“":  # German: „so“
        return QuoteMark(index, char, Role.CLOSE)
    return QuoteMark(index, char, Role.OPEN if opens else Role.CLOSE)


def _is_turned(text: str, index: int, open_marks: _OpenMarks) -> bool:
    """Whether a curly double mark does the other's work.

    In Latin script the spaces around it say so. Chinese has none: there the marks that
    follow must come out even if it is turned (*”十六字”*, *“十六字“，*), or it is only the rest
    of a quotation that was cut.
    """
    opens = text[index] == "“"
    before = text[index - 1] if index else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    inside = open_marks.have('“”"')
    following = _next_curly(text, index + 1)
    if opens and inside:
        if _is_latin(before) or (before in ".,!?" and not is_han(after)):
            return after.isspace() or after in ",.;:!?)"
        if before in "。！？" and after.isspace():
            return True  # 他说：“我们来了。“ and the paragraph ends
        if before in _HAN_ENDS and is_han(after) and following != "”":
            return True  # “我们来了，“他说。
        return is_han(before) and (after in _HAN_STOPS or (is_han(after) and following != "”"))
    if not opens and not inside:
        if _is_latin(after):
            return before.isspace() or before in "(["
        if before == "：" and following == "”":
            return True  # 他说：”我们来了。”
        return is_han(after) and _ends_even(text, index + 1)
    return False


def _next_curly(text: str, start: int) -> str:
    found = _CURLY.search(text, start)
    return found[0] if found is not None else ""


def _ends_even(text: str, start: int) -> bool:
    """Whether the first mark of a text closes what a turned mark before it would open."""
    enclosed = _ENCLOSED.match(text, start)
    if enclosed is None:
        return False
    if enclosed[2] == "”":
        return True  # ”十六字”
    # ”十六字“ and no ” behind: ”他说，“我们来了” is the rest of a cut quotation.
    return not any(char in _HAN_STOPS for char in enclosed[1]) and enclosed[4] != "”"


def _straight(char: str, before: str, after: str, open_marks: _OpenMarks) -> Role:
    inside = open_marks.have(char)
    if before.isdigit() and not inside:
        return Role.PRIME
    if inside and before in _HAN_ENDS:
        return Role.CLOSE  # "我们来了。"他说
    if before.isspace() or before in _BEFORE_OPEN:
        return Role.CLOSE if inside and (after.isspace() or after in ".,;:!?)") else Role.OPEN
    if inside:
        return Role.CLOSE
    if open_marks.have(_DOUBLE):
        return Role.CLOSE  # “word": the two belong together
    if after.isspace() or after in ".,;:!?)]—–":
        return Role.CLOSE
    return Role.OPEN


def _single(
    text: str, index: int, char: str, before: str, after: str, open_marks: _OpenMarks
) -> Role:
    inside = open_marks.have("'‘")
    if before.isdigit() and after.isdigit():
        return Role.PRIME  # 5'10
    if before.isalnum() and after.isalnum() and not (is_han(before) or is_han(after)):
        return Role.APOSTROPHE
    if char == "‘":
        return Role.OPEN
    if char == "'" and (is_han(before) or is_han(after)):
        return Role.CLOSE if inside else Role.OPEN if _has_another(text, index) else Role.APOSTROPHE
    if before.isspace() or before in _BEFORE_OPEN or before in _DOUBLE:
        if char == "'" and after.isalnum() and _closes_later(text, index):
            return Role.OPEN
        ends = not after.isalnum() or (before in _HAN_ENDS and is_han(after))
        return Role.CLOSE if inside and ends else Role.APOSTROPHE
    if inside and not (before == "s" and _closes_later(text, index)):
        return Role.CLOSE
    if before.isdigit() and not inside:
        return Role.PRIME if char == "'" else Role.APOSTROPHE
    return Role.APOSTROPHE


def _closes_later(text: str, index: int) -> bool:
    """Whether a straight or closing single mark after ``index`` can only end a quotation."""
    return _last_closing(text).get(text[index], -1) > index + 1


def _has_another(text: str, index: int) -> bool:
    return _last_straight(text) > index


@of_few_texts
def _last_straight(text: str) -> int:
    return text.rfind("'")


@of_few_texts
def _last_closing(text: str) -> dict[str, int]:
    """The last mark of each kind that can only end a quotation."""
    return {match[0]: match.start() for match in _CLOSING_SINGLE.finditer(text)}


def _partner(mark: QuoteMark, open_marks: _OpenMarks) -> QuoteMark | None:
    partners = _PARTNERS[mark.char]
    if not open_marks.have(partners):
        return None
    return next(other for other in reversed(open_marks.marks) if other.char in partners)


def _is_latin(char: str) -> bool:
    return char.isalnum() and not is_han(char)
