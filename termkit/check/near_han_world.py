"""Well-known names in Han characters with one character mistaken: *布达佩丝*, *哈萨克司坦*.

Places, bodies, fixed terms and foreign names are written in one way, and slips in them by
sound. Who has the family name first may have a namesake by sound: then an office right before
the name, or the right name elsewhere in the document, tells who is meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from operator import ne

from termkit.check.han_variants import joined
from termkit.check.mistaken_han import is_mistaken
from termkit.check.nearby import before, matches_near
from termkit.check.rule import Mark
from termkit.check.slips_zh import is_little_word, is_zh_word, makes_a_word
from termkit.check.view import DocumentView, TextView
from termkit.lang.zh.hanzi import simplify
from termkit.model.finding import Severity
from termkit.model.span import Span
from termkit.names.transcription import differ_by_region
from termkit.names.world import han_figures, han_firm_names, han_leaders, han_names
from termkit.text.grams import Grams
from termkit.text.near_words import NearWords
from termkit.text.scripts import is_han

_LEAST = 3
_LONG = 8  # characters; seven others in their places are no other name
_MANY = 6  # characters; a word among them is no other claim on one of them
# Numbers and directions tell one place from the next.
_FREE = frozenset("东西南北中上下前后左右新大小老内外一二三四五六七八九十州省市县区岛国")
_OFFICE = re.compile(
    "(?:总统|总理|首相|主席|书记|部长|外长|大臣|国王|总干事|秘书长|委员长|主任|院士|省长|市长|委员|"
    "行政长官|领导人|发言人|议长|会长|大使|同志)$"
)


def find_near_han_world(view: DocumentView) -> Iterator[Mark]:
    """Marks at what is one character away from a well-known name and is no name."""
    whole = joined(view)
    everything, last = whole.text, 0
    for start, end, name, is_figure in sorted(_near(whole.grams)):
        if start < last:
            continue
        index, begin = whole.place(start)
        text, span = view.texts[index], Span(begin, begin + len(name))
        if _is_barred(text, span, name):
            continue
        if everything.count(span.slice(text.text)) > 1:
            continue  # what a document says twice is meant
        if _is_figure(text, span, name, everything) if is_figure else _is_name(text, span, name):
            last = end
            at = _differing(span.slice(text.text), name)
            elsewhere = is_figure and differ_by_region(text.text[begin + at], name[at])
            yield text.mark(
                span,
                f"{span.slice(text.text)!r} is one character away from {name!r}",
                replacement=name,
                # Houses of other regions write somebody's name with a character that sounds alike.
                severity=Severity.INFO if elsewhere else None,
            )


def _near(grams: Grams) -> Iterator[tuple[int, int, str, bool]]:
    """Where a name stands with one character replaced, and whether it is a person's."""
    for start, name in _near_names().find(grams):
        end = start + len(name)
        written = grams.text[start:end]
        if sum(map(ne, written, name)) == 1 and "\n" not in written:
            if name in han_names():
                yield start, end, name, False
            if name in han_figures():
                yield start, end, name, True


@cache
def _near_names() -> NearWords:
    return NearWords(name for name in han_names() | han_figures() if len(name) >= _LEAST)


def _is_barred(text: TextView, span: Span, name: str) -> bool:
    """Whether what is written is a word, a name of its own, or part of either."""
    found = span.slice(text.text)
    at = _differing(found, name)
    odd, right = found[at], name[at]
    if simplify(odd) == right:
        return True  # 莎士比亞: the other script
    if not is_han(odd) or is_little_word(odd) or found in _parts() or is_zh_word(found):
        return True
    if "·" in text.text[max(0, span.start - 1) : span.end + 1]:
        return True  # 萨米亚·侯赛因
    if any(match.span.overlaps(span) for match in matches_near(text, span) if len(match.span) > 1):
        return True
    if _begins_before(text.text, span.start):
        return True  # 俄罗斯副外长 and 罗斯福
    if name in han_names() and {odd, right} & _FREE and name not in han_firm_names():
        return True
    if len(name) >= _MANY and 0 < at < len(name) - 1:
        return False  # 建康 in 卫生建康委 is a word, and no other claim on the character
    return makes_a_word(text.text, span.start + at)


def _begins_before(text: str, start: int) -> bool:
    """Whether a known name begins before a place and ends behind it."""
    return any(
        text[begin : begin + size] in han_names()
        for begin in range(max(0, start - 2), start)
        for size in range(start - begin + 1, 6)
    )


def _is_name(text: TextView, span: Span, name: str) -> bool:
    """A character of the same sound; in a long name any, and the last of what begins no other.

    阿尔穆尼亚 is a person, and 阿尔巴尼亚 a country.
    """
    found = span.slice(text.text)
    at = _differing(found, name)
    if is_mistaken(found[at], name[at]):
        return True
    if at < len(name) - 1:
        # Four of five characters of a leader's name are nobody else's.
        return at > 0 and (len(name) >= _LONG or (at > 1 and name in han_leaders()))
    firm = len(name) >= _LONG or name in han_firm_names()
    # 联合 begins more than a name; 希拉克 is no slip for 希拉里, and needs no table for it.
    short = at == _LEAST - 1 and name not in han_leaders() and not is_zh_word(name[:at])
    return firm and (at >= _LEAST or short) and _goes_on(name[:-1]) == {name[-1]}


def _is_figure(text: TextView, span: Span, name: str, everything: str) -> bool:
    """Another character of the given name, where an office or the right name tells who it is."""
    found = span.slice(text.text)
    at = _differing(found, name)
    if at == 0 or not is_mistaken(found[at], name[at]):
        return False
    return name in everything or _OFFICE.search(before(text.text, span)) is not None


def _differing(written: str, name: str) -> int:
    return next(i for i, (a, b) in enumerate(zip(written, name, strict=True)) if a != b)


@cache
def _parts() -> frozenset[str]:
    """Every stretch of a known name: 土库曼 of 土库曼斯坦, 比利斯 of 第比利斯."""
    return frozenset(
        name[start:end]
        for name in han_names() | han_figures()
        for start in range(len(name))
        for end in range(start + _LEAST, len(name) + 1)
    )


def _goes_on(beginning: str) -> set[str]:
    """The characters that follow a beginning in known names; the empty one where it is a name."""
    return _continued().get(beginning, set())


@cache
def _continued() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name in han_names():
        for end in range(_LEAST - 1, len(name) + 1):
            found[name[:end]].add(name[end : end + 1])
    return found
