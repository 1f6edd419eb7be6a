"""Places of the world in Han characters with one character mistaken: *乌兰巴拖*, *雅家达*.

Such names are written by sound, and so are slips in them; many a person's name differs from a
place's in a character of another sound.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from operator import ne

from termkit.check.nearby import matches_near
from termkit.check.rule import Mark
from termkit.check.slips_zh import is_little_word, is_zh_word, makes_a_word
from termkit.check.view import DocumentView, TextView
from termkit.lang.zh.pinyin import sound_alike
from termkit.model.span import Span
from termkit.names.world import han_places
from termkit.text.scripts import is_han

_LEAST = 3
_LONG = 6  # characters; five others in their places are no other name
# Numbers and directions tell one place from the next.
_FREE = frozenset("东西南北中上下前后左右新大小老内外一二三四五六七八九十州省市县区岛国")


def find_near_han_world(view: DocumentView) -> Iterator[Mark]:
    """Marks at what is one character away from a country, city or region and is no name."""
    for text in view.texts:
        last = 0
        for span, name in _near(text.text):
            if span.start >= last and _is_slip(text, span, name):
                last = span.end
                yield text.mark(
                    span,
                    f"{span.slice(text.text)!r} is one character away from {name!r}",
                    replacement=name,
                )


def _near(text: str) -> Iterator[tuple[Span, str]]:
    """Where a name stands with one character replaced: two others of it are in their places."""
    index, outer = _pairs(), _outer_pairs()
    places = [at for at in range(len(text) - 1) if text[at : at + 2] in index]
    places += [at for at in range(len(text) - 2) if text[at : at + 3 : 2] in outer]
    for start in sorted(set(places)):
        for names in (
            index.get(text[start : start + 2], ()),
            outer.get(text[start : start + 3 : 2], ()),
        ):
            for name, shift in names:
                begin = start - shift
                written = text[begin : begin + len(name)] if begin >= 0 else ""
                if _differs_once(written, name):
                    yield Span(begin, begin + len(name)), name


def _differs_once(written: str, name: str) -> bool:
    return len(written) == len(name) and sum(map(ne, written, name)) == 1


def _is_slip(text: TextView, span: Span, name: str) -> bool:
    found = span.slice(text.text)
    at = next(i for i, (a, b) in enumerate(zip(found, name, strict=True)) if a != b)
    odd, right = found[at], name[at]
    if {odd, right} & _FREE or not is_han(odd) or is_little_word(odd):
        return False
    if found in _parts() or is_zh_word(found):
        return False
    if "·" in text.text[max(0, span.start - 1) : span.end + 1]:
        return False  # 萨米亚·侯赛因
    if len(name) < _LONG and not sound_alike(odd, right):
        return False  # 阿尔穆尼亚 is a person, and 阿尔巴尼亚 a country
    if any(match.span.overlaps(span) for match in matches_near(text, span) if len(match.span) > 1):
        return False
    return not makes_a_word(text.text, span.start + at)


@cache
def _parts() -> frozenset[str]:
    """Every stretch of a known name: 土库曼 of 土库曼斯坦, 比利斯 of 第比利斯."""
    return frozenset(
        name[start:end]
        for name in han_places()
        for start in range(len(name))
        for end in range(start + _LEAST, len(name) + 1)
    )


@cache
def _pairs() -> dict[str, tuple[tuple[str, int], ...]]:
    """Names by their first two characters and by their last two, with the place of the first."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for name in sorted(han_places()):
        if len(name) >= _LEAST:
            found[name[:2]].append((name, 0))
            found[name[-2:]].append((name, len(name) - 2))
    return {pair: tuple(names) for pair, names in found.items()}


@cache
def _outer_pairs() -> dict[str, tuple[tuple[str, int], ...]]:
    """Names of three characters by the two outer ones."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for name in sorted(han_places()):
        if len(name) == _LEAST:
            found[name[::2]].append((name, 0))
    return {pair: tuple(names) for pair, names in found.items()}
