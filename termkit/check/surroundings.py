"""What stands around a name: addresses, glosses, quotations, titles of works.

Each is a place where a name is not the writer's own choice, so that a rule keeps silent.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from termkit.lang.vi.syllables import is_unmarked_syllable
from termkit.model.span import Span
from termkit.names.forms import name_key
from termkit.names.parse import WORD
from termkit.text.urls import url_spans

_JOINED = frozenset("-\u2010\u2011\u2013/@#_&+")
_QUOTED = re.compile(
    '["\u201c\u00ab\u300a](?P<body>[^"\u201c\u201d\u00ab\u00bb\u300a\u300b]{2,120})["\u201d\u00bb\u300b]'
)
_SMALL = frozenset(
    ("a", "an", "the", "of", "in", "on", "for", "and", "to", "with", "from", "by", "at", "as")
)


def is_joined(text: str, span: Span) -> bool:
    """Whether a hyphen or slash ties the word to another: *Xi-Biden*, *Trung - Việt*.

    >>> is_joined("the Xi-Biden call", Span(4, 6)), is_joined("Trung - a diplomat", Span(0, 5))
    (True, True)
    >>> is_joined("Trung — a diplomat", Span(0, 5))
    False
    """
    before, after = text[max(0, span.start - 3) : span.start], text[span.end : span.end + 3]
    if before[-1:] in _JOINED or after[:1] in _JOINED:
        return True
    return before.endswith((" - ", " \u2013 ")) or after.startswith((" - ", " \u2013 "))


def in_address(text: str, span: Span) -> bool:
    """Whether the span is part of a web or e-mail address, a handle or a file name.

    >>> in_address("see vietnamnews.vn/hanoi", Span(19, 24)), in_address("in Hanoi.", Span(3, 8))
    (True, False)
    """
    if text[span.start - 1 : span.start] in ("@", "#", "_"):
        return True
    addresses = _addresses(text)
    index = bisect_left(addresses, span.end, key=lambda address: address.start) - 1
    return index >= 0 and addresses[index].overlaps(span)


def in_gloss(text: str, span: Span) -> bool:
    """Whether the name stands alone in parentheses or beside a slash: another form, on purpose.

    >>> in_gloss("Hanoi (Hà Nội)", Span(7, 13)), in_gloss("(in Hà Nội today)", Span(4, 10))
    (True, False)
    """
    before = text[max(0, span.start - 60) : span.start].rstrip()
    after = text[span.end : span.end + 5].lstrip()
    opened = re.search(r"[(\[（](?:[\w ]+:)?$", before)
    if opened and after[:1] and after[0] in ")]）,;，；":
        return True
    return before.endswith("/") or after.startswith("/")


def is_other_form(text: str, span: Span) -> bool:
    """Whether the name stands as a gloss of the same name in another form.

    A place in parentheses says where, too; only beside its other form is it one.

    >>> is_other_form("Hà Nội (Hanoi)", Span(8, 13))
    True
    >>> is_other_form("Cửa Cấm (Hai Phong)", Span(9, 18))
    False
    >>> is_other_form("Hanoi/Hà Nội", Span(6, 12)), is_other_form("(Hanoi) a day", Span(1, 6))
    (True, False)
    """
    if not in_gloss(text, span):
        return False
    key = name_key(span.slice(text))
    before = WORD.findall(text[max(0, span.start - 60) : span.start])
    after = WORD.findall(text[span.end : span.end + 60])
    return any(
        name_key(" ".join(words)) == key
        for count in range(1, 7)
        for words in (before[-count:], after[:count])
    )


def in_title_of_work(text: str, span: Span) -> bool:
    """Whether the span is in a quoted title: all its long words have capitals.

    >>> text = 'the book "Viet Nam: A New History" and “We love Vietnam,” he said'
    >>> in_title_of_work(text, Span(10, 18)), in_title_of_work(text, Span(48, 55))
    (True, False)
    """
    quoted = _quotation_around(text, span)
    if quoted is None:
        return False
    if quoted[0] == "\N{LEFT DOUBLE ANGLE BRACKET}":
        return True
    words = [word for word in WORD.findall(quoted) if word not in _SMALL]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def in_foreign_quotation(text: str, span: Span) -> bool:
    """Whether the span is in words of another language that a Vietnamese text quotes.

    >>> text = 'phim "The story of the Vietnam revolution" và “ĐT Vietnam” hôm nay'
    >>> in_foreign_quotation(text, Span(24, 31)), in_foreign_quotation(text, Span(53, 60))
    (True, False)
    """
    quoted = _quotation_around(text, span)
    if quoted is None:
        return False
    words = WORD.findall(quoted)
    strange = [word for word in words if not is_unmarked_syllable(word.lower())]
    return quoted[1:-1].isascii() and len(strange) > 2


def in_quotation(text: str, span: Span) -> bool:
    """Whether the span is between quotation marks.

    >>> in_quotation('called him "Vương Nghị" once', Span(12, 22))
    True
    """
    return _quotation_around(text, span) is not None


def is_set_apart(text: str, span: Span) -> bool:
    """Whether the span is no word of the writer's own: in an address, a gloss or a quotation.

    >>> is_set_apart("Hanoi (Hà Nội)", Span(7, 13)), is_set_apart("in Hà Nội today", Span(3, 9))
    (True, False)
    """
    return in_address(text, span) or in_gloss(text, span) or in_quotation(text, span)


@lru_cache(maxsize=256)
def _addresses(text: str) -> tuple[Span, ...]:
    return url_spans(text)


@lru_cache(maxsize=256)
def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _QUOTED.finditer(text))


def _quotation_around(text: str, span: Span) -> str | None:
    """The quotation that a span stands in, with its marks."""
    found = _quotations(text)
    index = bisect_left(found, (span.start, 0)) - 1
    if index >= 0 and span.end < found[index][1]:
        return text[slice(*found[index])]
    return None
