"""Lines, paragraphs and headlines of text that has no markup.

A blank line always separates. Within a block, one line may be one paragraph (text copied
from a web page) or a piece of one (hard-wrapped text, e-mail); `paragraphs` tells by looks.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from enum import Enum

from termkit.formats.base import Passage
from termkit.model.document import SegmentKind
from termkit.model.span import Span
from termkit.text.columns import columns, count_wide

LONG = 120
"""Columns: nobody hard-wraps at more, so such a line is a paragraph of its own."""

NARROW = 40
"""Columns: nobody wraps at less, so a list of short lines is a list."""

ENTRIES = 6
MOST = 2 / 3
"""Lines of the shortest list with entries of several kinds, and the part that shows it."""

DECK = 4
"""Passages that may stand above the text: section, headline, subtitle, author."""

_LINE_END = re.compile(r"\r\n|\r|\n")
# A sentence may close with quotes, brackets or a footnote mark after its stop.
_STOP = re.compile(r"[.!?…。！？｡][\"'”’»)\]）】」』*]*$")
_HEAD_STOP = re.compile(r"[.!…。！，,;；:：][\"'”’»)\]）】」』]*$")
_BULLET = re.compile(
    r"(?:[-*•·‣▪●○◦–—]|\(?\d{1,3}[.)）、]|[（(]?[一二三四五六七八九十]+[、）)])[ \t　]*\S"
)
_LEADS_IN = re.compile(r"[.!?…。！？:：;；][\"'”’»)\]）】」』]*$")
_CONTINUES = re.compile(r"[,;.:)\]）】”’」』，、。；：]")
_WORD = re.compile(r"\S+")

Line = tuple[int, int]


def line_starts(text: str) -> tuple[int, ...]:
    r"""Offset of the first code point of each physical line; LF, CRLF and CR end one.

    >>> line_starts("a\r\nb\rc\n")
    (0, 3, 5)
    """
    return starts_of(lines(text))


def starts_of(rows: Sequence[Line]) -> tuple[int, ...]:
    """`line_starts` of a text of which `lines` are known."""
    return tuple([start for start, _ in rows]) or (0,)


def lines(text: str) -> list[Line]:
    r"""Start and end of each physical line, without its line end.

    >>> lines("a\r\nbc")
    [(0, 1), (3, 5)]
    """
    found = []
    start = 0
    if "\r" in text:
        for match in _LINE_END.finditer(text):
            found.append((start, match.start()))
            start = match.end()
    else:
        while (end := text.find("\n", start)) >= 0:
            found.append((start, end))
            start = end + 1
    if start < len(text):
        found.append((start, len(text)))
    return found


def ends_sentence(text: str) -> bool:
    """Whether a text closes with a full stop or its like, quotes and brackets ignored.

    >>> ends_sentence('he said."'), ends_sentence("他说。"), ends_sentence("To Lam")
    (True, True, False)
    """
    return _STOP.search(text.rstrip()) is not None


class Look(Enum):
    """What a line says about the lines around it, whatever their length."""

    TEXT = "text"
    OPENS = "opens"  # a dateline: the paragraph before it is over
    CLOSES = "closes"  # a credit at its end: the paragraph is over
    ALONE = "alone"  # a date, a credit: no paragraph before it, none after


def paragraphs(
    text: str,
    rows: Sequence[Line],
    cuts: Sequence[Span] = (),
    *,
    look: Callable[[str], Look] = lambda line: Look.TEXT,
) -> Iterator[Passage]:
    """Paragraphs of plain text, in order.

    Args:
        text: The decoded file.
        rows: Its lines.
        cuts: Comments to leave out, in order; each ends its line.
        look: Tells datelines, dates and credits from text.
    """
    block: list[Line] = []
    opening = True
    for start, end in rows:
        at = bisect_left(cuts, Span(start, start)) if cuts else 0
        cut = cuts[at] if at < len(cuts) and cuts[at].start < max(end, start + 1) else None
        if cut is not None:
            end = cut.start
            if not text[start:end].strip():
                continue  # a line that held a comment only separates nothing
        if text[start:end].strip():
            block.append((start, end))
            continue
        yield from _split(text, block, look, opening=opening)
        opening = opening and not block
        block = []
    yield from _split(text, block, look, opening=opening)


def _split(
    text: str, block: list[Line], look: Callable[[str], Look], *, opening: bool
) -> Iterator[Passage]:
    """The paragraphs of one block of lines without a blank one between them."""
    if len(block) == 1:  # the usual case, and there is nothing to tell
        start, end = block[0]
        yield Passage(text[start:end], start).strip()
        return
    contents = [text[start:end] for start, end in block]
    forced = _forced(contents, _looks(contents, look))
    begin = 0
    for number in [*forced, len(block)]:
        part = contents[begin:number]
        soft = _soft(part, opening=opening and begin == 0)
        first = begin
        for end in [*(begin + n for n in soft), number]:
            if first < end:
                yield Passage.join(text, list(_pieces(text, block[first:end]))).strip()
            first = end
        begin = number


def _pieces(text: str, part: Sequence[Line]) -> Iterator[Line]:
    """Lines and what stands between them: where a comment was cut off, the line end only."""
    for n, (start, end) in enumerate(part):
        yield start, end
        if n + 1 < len(part):
            following = part[n + 1][0]
            plain = text[end:following].isspace()
            yield (end, following) if plain else (following - 1, following)


def _looks(contents: Sequence[str], look: Callable[[str], Look]) -> list[Look]:
    """Looks of the lines of a block, the lines around them considered."""
    found = [look(content) for content in contents]
    lines = [content.strip() for content in contents]
    for n, line in enumerate(lines):
        begins = n == 0 or ends_sentence(lines[n - 1])
        # "The talks were held on / February 3, 2026 / in Beijing" is one wrapped paragraph.
        if n + 1 < len(lines) and _continues(lines[n + 1]):
            found[n] = Look.TEXT if found[n] is Look.ALONE else found[n]
        elif begins and n + 1 < len(lines) and _in_capitals(line) and not lines[n + 1].isupper():
            found[n] = Look.ALONE
    return found


def _in_capitals(line: str) -> bool:
    """Whether a line looks like ``BACKGROUND`` over a text, and not like a dateline."""
    return line.isupper() and line[-1].isalpha() and len(line) == columns(line) > 3


def _continues(line: str) -> bool:
    """Whether a line cannot begin a paragraph."""
    return _CONTINUES.match(line) is not None or line[:1].islower()


def _forced(contents: Sequence[str], looks: Sequence[Look]) -> list[int]:
    """Lines of a block that begin a paragraph by what they are, their width aside."""
    indents = [_indent(content) for content in contents]
    bullets = [_BULLET.match(content.strip()) is not None for content in contents]
    # One line that starts with a dash may be "Việt Nam\n- China"; two are a list.
    listed = sum(bullets) > 1
    return [
        n
        for n in range(1, len(contents))
        if looks[n] in (Look.OPENS, Look.ALONE)
        or looks[n - 1] in (Look.CLOSES, Look.ALONE)
        or (bullets[n] and (listed or _LEADS_IN.search(contents[n - 1].rstrip())))
        or "\N{IDEOGRAPHIC SPACE}" in contents[n][: indents[n]]
        or indents[n] > indents[n - 1] + 1
    ]


def _soft(contents: Sequence[str], *, opening: bool) -> list[int]:
    """Lines that begin a paragraph by their looks; without a reason they continue one.

    Wrapped text breaks where the next word would not fit. So a line that ends a sentence
    and had room for more ends a paragraph; lines that all end sentences are paragraphs;
    and so is a line too long to be wrapped.
    """
    if len(contents) == 1:
        return []  # the usual case
    lines = [content.strip() for content in contents]
    widths = [columns(line) for line in lines]
    stops = [ends_sentence(line) for line in lines]
    full = max(widths, default=0)
    listing = _is_list(lines, widths, max(full, NARROW))
    headline = opening and len(lines) > 2 and not stops[0] and all(stops[1:])
    return [
        n
        for n in range(1, len(lines))
        if (stops[n - 1] or not _continues(lines[n]))
        and (
            listing
            or all(stops[:-1])
            or max(widths[n - 1], widths[n]) > LONG
            or (stops[n - 1] and _fits(lines, widths, n, full))
            or (headline and (n == 1 or stops[n - 1]))
        )
    ]


def _is_list(lines: Sequence[str], widths: Sequence[int], full: int) -> bool:
    """Whether each line is an entry: it has a capital, and the one before had room for its first
    word. In a long list some may begin with a sign or fill their line."""
    capitals = sum(map(_capital, lines))
    if len(lines) < 3 or capitals < MOST * len(lines):
        return False
    room = [_fits(lines, widths, n, full) for n in range(1, len(lines))]
    if len(lines) < ENTRIES:
        return capitals == len(lines) and all(room)
    return sum(room) >= MOST * len(room)


def _fits(lines: Sequence[str], widths: Sequence[int], n: int, full: int) -> bool:
    """Whether the first word of a line had room on the line before it."""
    return widths[n - 1] + _space(lines[n - 1]) + columns(_first_word(lines[n])) <= full


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

    A headline is short and has no final stop: the first lines until a sentence comes, or a
    short line with a longer paragraph under it.

    Args:
        passages: Reading order.
        bodies: Indices of passages that are text whatever they look like (after a dateline).
    """
    found = list(passages)
    # Fragments only: a list of examples, not a report under its headline.
    opening = any(ends_sentence(passage.text) for passage in passages[1:])
    for n, passage in enumerate(passages[:-1]):
        opening = opening and n < DECK
        usual = passage.kind is SegmentKind.PARAGRAPH and n not in bodies
        if not usual or not _looks_like_headline(passage.text, opening=opening):
            opening = False
            continue
        following = passages[n + 1].text
        if opening or (ends_sentence(following) and len(following) > 2 * len(passage.text)):
            found[n] = passage.but(SegmentKind.HEADING)
    return tuple(found)


def _looks_like_headline(text: str, *, opening: bool) -> bool:
    """Words are counted by white space; three Han characters count as one."""
    most = 30 if opening else 10
    words = len(text.split(None, most))
    if words > most:
        return False  # most paragraphs
    if (not opening and len(_LINE_END.findall(text)) > 0) or len(_LINE_END.findall(text)) > 2:
        return False
    if _BULLET.match(text) or _HEAD_STOP.search(text) or text[:1].islower():
        return False
    return words + count_wide(text) / 3 <= most
