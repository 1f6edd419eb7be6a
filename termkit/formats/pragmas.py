r"""Inline comments that accept a finding: ``termkit: ignore[T101] -- quoted as spoken``.

The comment speaks of its own line; standing alone on its line, of the next that has text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from termkit.model.document import Pragma
from termkit.model.span import Span

_ORDER = r"termkit:\s*ignore\b(?P<codes>\s*\[[^\]\n]*\])?"
_REASON = r"(?:\s*(?:--|[\N{EN DASH}\N{EM DASH}:])\s*(?P<reason>.*?))?"
_COMMENT = re.compile(rf"\s*{_ORDER}{_REASON}\s*", re.DOTALL)
# In plain text there is no comment syntax to lean on, so the comment ends its line; and
# without a comment mark it needs its brackets, or a sentence about termkit would be one.
_PLAIN = re.compile(
    rf"(?:(?P<mark><!--|\#+|//|/\*)[ \t]*|(?<!\S)(?=termkit:\s*ignore\s*\[)){_ORDER}"
    rf"{_REASON}[ \t]*(?:-->|\*/)?[ \t]*$",
)


def comment_pragma(comment: str) -> tuple[tuple[str, ...], str] | None:
    """Codes and reason of the inside of a comment, or ``None`` when it says something else.

    >>> comment_pragma(" termkit: ignore[t101, O203] -- as spoken ")
    (('T101', 'O203'), 'as spoken')
    >>> comment_pragma("termkit: ignore"), comment_pragma("a note")
    (((), ''), None)
    """
    match = _COMMENT.fullmatch(comment)
    return None if match is None else _read(match)


def plain_pragmas(text: str, lines: Iterable[tuple[int, int]]) -> Iterator[tuple[Span, Pragma]]:
    """Comments at the ends of lines of plain text.

    Args:
        text: The decoded file.
        lines: Start and end of each line without its line end.

    Yields:
        What to take out of the text (white space before it included), and the pragma.
    """
    if "termkit:" not in text:
        return
    rows = list(lines)
    spans: list[tuple[Span, tuple[tuple[str, ...], str], int]] = []
    for start, end in rows:
        match = _PLAIN.search(text[start:end])
        if match is not None:
            begin = start + len(text[start : start + match.start()].rstrip())
            spans.append((Span(begin, end), _read(match), start + match.start()))
    cuts = [span for span, _, _ in spans]
    for span, (codes, reason), offset in spans:
        yield span, Pragma(spoken_line(text, rows, span, cuts), codes, reason, offset)


def spoken_line(
    text: str, lines: Sequence[tuple[int, int]], comment: Span, comments: Sequence[Span]
) -> int:
    """The line, from 1, that a comment speaks of: its own, or the next one with text.

    Args:
        text: The decoded file.
        lines: Start and end of each line without its line end.
        comment: Where it stands.
        comments: All of them: a line that holds nothing else has no text.
    """
    starts = [start for start, _ in lines]
    first = bisect_right(starts, comment.start)
    if _has_text(text, lines[first - 1], comments):
        return first
    for number in range(bisect_right(starts, comment.end), len(lines) + 1):
        if _has_text(text, lines[number - 1], comments):
            return number
    return first


def _has_text(text: str, line: tuple[int, int], comments: Sequence[Span]) -> bool:
    start, end = line
    for comment in comments:
        if comment.start < end and start < comment.end:
            if text[start : max(start, comment.start)].strip():
                return True
            start = min(end, max(start, comment.end))
    return bool(text[start:end].strip())


def _read(match: re.Match[str]) -> tuple[tuple[str, ...], str]:
    codes = re.split(r"[\s,;]+", (match["codes"] or "").strip(" \t[]"))
    reason = " ".join((match["reason"] or "").split())
    return tuple(code.upper() for code in codes if code), reason
