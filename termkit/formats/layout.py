"""Lines, paragraphs and headlines of text that has no markup.

A blank line always separates. Within a block, one line may be one paragraph (text copied
from a web page) or a piece of one (hard-wrapped text, e-mail); `paragraphs` tells by looks.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from termkit.formats.base import Passage
from termkit.model.document import SegmentKind
from termkit.model.span import Span

LONG = 120
"""Columns: nobody hard-wraps at more, so such a line is a paragraph of its own."""

_LINE_END = re.compile(r"\r\n|\r|\n")
# A sentence may close with quotes, brackets or a footnote mark after its stop.
_STOP = re.compile(r"[.!?…。！？｡][\"'”’»)\]）】」』*]*$")
_HEAD_STOP = re.compile(r"[.!…。！，,;；:：][\"'”’»)\]）】」』]*$")
_BULLET = re.compile(
    r"(?:[-*•·‣▪●○◦–—]|\(?\d{1,3}[.)）、]|[（(]?[一二三四五六七八九十]+[、）)])[ \t　]*\S"
)
_CONTINUES = re.compile(r"[,;.:)\]）】”’」』，、。；：]|[a-z]")
_WORD = re.compile(r"\S+")

Line = tuple[int, int]


def line_starts(text: str) -> tuple[int, ...]:
    r"""Offset of the first code point of each physical line; LF, CRLF and CR end one.

    >>> line_starts("a\r\nb\rc\n")
    (0, 3, 5)
    """
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    if len(starts) > 1 and starts[-1] == len(text):
        starts.pop()
    return tuple(starts)


def lines(text: str) -> list[Line]:
    r"""Start and end of each physical line, without its line end.

    >>> lines("a\r\nbc")
    [(0, 1), (3, 5)]
    """
    found = []
    start = 0
    for match in _LINE_END.finditer(text):
        found.append((start, match.start()))
        start = match.end()
    if start < len(text):
        found.append((start, len(text)))
    return found


def width(text: str) -> int:
    """Columns on a terminal: two for a Han character, none for a combining mark.

    >>> width("中越 Việt")
    9
    """
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def ends_sentence(text: str) -> bool:
    """Whether a text closes with a full stop or its like, quotes and brackets ignored.

    >>> ends_sentence('he said."'), ends_sentence("他说。"), ends_sentence("To Lam")
    (True, True, False)
    """
    return _STOP.search(text.rstrip()) is not None


def paragraphs(
    text: str,
    rows: Sequence[Line],
    cuts: Sequence[Span] = (),
    *,
    stands_alone: Callable[[str], bool] = lambda line: False,
) -> Iterator[Passage]:
    """Paragraphs of plain text, in order.

    Args:
        text: The decoded file.
        rows: Its lines.
        cuts: Comments to leave out; each ends its line.
        stands_alone: Tells a line that never belongs to the paragraph around it, such as a
            date or a dateline.
    """
    block: list[Line] = []
    first = True
    for start, end in rows:
        at = bisect_left(cuts, Span(start, start)) if cuts else 0
        cut = cuts[at] if at < len(cuts) and cuts[at].start < max(end, start + 1) else None
        if cut is not None and cut.end == end:
            end = cut.start
            if not text[start:end].strip():
                continue  # a line that held a comment only separates nothing
        if text[start:end].strip():
            block.append((start, end))
            continue
        yield from _split(text, block, stands_alone, opening=first)
        first = first and not block
        block = []
    yield from _split(text, block, stands_alone, opening=first)


def _split(
    text: str, block: list[Line], stands_alone: Callable[[str], bool], *, opening: bool
) -> Iterator[Passage]:
    """The paragraphs of one block of lines without a blank one between them."""
    if not block:
        return
    contents = [text[start:end] for start, end in block]
    breaks = _breaks(contents, stands_alone, opening=opening)
    begin = 0
    for number in [*sorted(breaks), len(block)]:
        part = block[begin:number]
        begin = number
        if part:
            yield Passage.join(text, list(_pieces(text, part))).strip()


def _pieces(text: str, part: Sequence[Line]) -> Iterator[Line]:
    """Lines and what stands between them: where a comment was cut off, the line end only."""
    for n, (start, end) in enumerate(part):
        yield start, end
        if n + 1 < len(part):
            following = part[n + 1][0]
            plain = text[end:following].isspace()
            yield (end, following) if plain else (following - 1, following)


def _breaks(
    contents: Sequence[str], stands_alone: Callable[[str], bool], *, opening: bool
) -> set[int]:
    """Indices of the lines of a block that begin a paragraph (the first is not listed)."""
    stripped = [content.strip() for content in contents]
    widths = [width(content) for content in stripped]
    alone = [stands_alone(content) for content in stripped]
    indents = [_indent(content) for content in contents]
    stops = [ends_sentence(content) for content in stripped]
    full = max(widths)
    inner = range(1, len(contents))
    fits = [False] + [
        widths[n - 1] + _space(stripped[n - 1]) + width(_first_word(stripped[n])) <= full
        for n in inner
    ]
    listing = len(contents) > 2 and all(fits[1:]) and all(map(_capital, stripped))
    sentences = all(stops[:-1]) or listing
    found = set()
    for n in inner:
        after = stripped[n]
        headline = opening and n == 1 and not stops[0]
        if (
            alone[n]
            or alone[n - 1]
            or _BULLET.match(after)
            or "\N{IDEOGRAPHIC SPACE}" in contents[n][: indents[n]]
            or indents[n] > indents[n - 1] + 1
        ):
            found.add(n)
        elif not stops[n - 1] and _CONTINUES.match(after):
            continue
        elif (
            sentences
            or max(widths[n - 1], widths[n]) > LONG
            or (stops[n - 1] and fits[n])
            or (headline and len(contents) > 2 and all(stops[1:]))
        ):
            found.add(n)
    return found


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _first_word(line: str) -> str:
    match = _WORD.search(line)
    word = match[0] if match else ""
    # Chinese breaks between any two characters.
    return word[:1] if word and unicodedata.east_asian_width(word[0]) in "WF" else word


def _space(line: str) -> int:
    return 0 if line and unicodedata.east_asian_width(line[-1]) in "WF" else 1


def _capital(line: str) -> bool:
    return line[:1].isupper() or line[:1].isdigit()


def headings(passages: Sequence[Passage], bodies: frozenset[int]) -> tuple[Passage, ...]:
    """Mark the headlines among the passages of a plain text.

    A headline is short, has no final stop and something follows it: the first lines until a
    sentence comes, or a short line between paragraphs.

    Args:
        passages: Reading order.
        bodies: Indices of passages that are text whatever they look like (after a dateline).
    """
    found = list(passages)
    opening = True
    for n, passage in enumerate(passages):
        if n in bodies or not _looks_like_headline(passage.text, 30 if opening else 10):
            opening = False
            continue
        following = passages[n + 1] if n + 1 < len(passages) else None
        if following is None:
            break
        if opening or (
            ends_sentence(following.text) and len(following.text) > 2 * len(passage.text)
        ):
            found[n] = passage.but(SegmentKind.HEADING)
    return tuple(found)


def _looks_like_headline(text: str, words: int) -> bool:
    """Words are counted by white space; three Han characters count as one."""
    if "\n" in text or "\r" in text or _BULLET.match(text) or _HEAD_STOP.search(text):
        return False
    if text[:1].islower():
        return False
    han = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text.split()) + han / 3 <= words
