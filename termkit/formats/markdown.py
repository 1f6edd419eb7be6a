"""Markdown: headings, paragraphs, list items and table cells; code is no text.

The blocks of CommonMark and the tables of GitHub, as far as it takes to tell text from
markup; `markdown_inline` reads what is inside a block.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field

from termkit.formats.base import Content, Format
from termkit.formats.decode import decode
from termkit.formats.frontmatter import front_matter
from termkit.formats.layout import Line, line_starts, lines
from termkit.formats.markdown_inline import inline, label_key
from termkit.formats.markup import comment_end, last_close
from termkit.formats.pragmas import comment_pragma, spoken_line
from termkit.model.document import Pragma, SegmentKind
from termkit.model.span import Span

_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,}).*$|\${2}\s*$|:{3,}.*$")
_HEADING = re.compile(r"#{1,6}(?:[ \t]+|$)")
_CLOSING = re.compile(r"(?:(?<=[ \t])|^)#+[ \t]*$")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_QUOTE = re.compile(r"[ \t]{0,3}>[ \t]?")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)[ \t]*(?:\[[ xX]\][ \t]+)?")
_DEFINITION = re.compile(r"\[(\^)?((?:[^\[\]\\]|\\.)+)\]:[ \t]*")
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_RAW = re.compile(r"<(script|style|pre|textarea|svg|math)\b", re.IGNORECASE)
_TICKS = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)|<!--")
_CELL = re.compile(r"\\.|(`+)(?!`).*?(?<!`)\1(?!`)|\|")


def read(data: bytes, path: str) -> Content:
    """Headings, paragraphs, list items and table cells of a Markdown file.

    Raises:
        DocumentError: The bytes are no text.
    """
    text = decode(data, path)
    rows = lines(text)
    about, skipped = front_matter(text, rows, path, strict=False)
    code, comments = _code_and_comments(text, rows, skipped)
    labels = frozenset(_labels(text, rows, code))
    blocks = _Blocks(text, rows, code, comments)
    passages = (inline(text, pieces, labels, kind).strip() for pieces, kind in blocks.read(skipped))
    return Content(
        tuple(passage for passage in passages if passage.text),
        line_starts(text),
        about=about,
        pragmas=tuple(pragmas_of(text, rows, comments)),
    )


def pragmas_of(text: str, rows: Sequence[Line], comments: Sequence[Span]) -> Iterator[Pragma]:
    """The comments among some that accept a finding."""
    for comment in comments:
        said = comment_pragma(text[comment.start + 4 : comment.end - 3])
        if said is not None:
            yield Pragma(spoken_line(text, rows, comment, comments), *said, comment.start)


def _code_and_comments(
    text: str, rows: Sequence[Line], first: int
) -> tuple[frozenset[int], list[Span]]:
    """Numbers of the lines inside fences (fences included), and the comments outside code."""
    code: set[int] = set()
    comments: list[Span] = []
    fence = ""
    until, last = 0, last_close(text)
    for number, (start, end) in enumerate(rows[first:], start=first):
        line = text[start:end]
        bare = line.lstrip(" \t>")
        if fence:
            code.add(number)
            if bare.startswith(fence) and not bare.strip().strip(fence[0]):
                fence = ""
            continue
        if start >= until:
            opening = _FENCE.match(bare)
            if opening is not None and not bare.startswith(":"):
                fence = opening[1] or opening[2] or "$$"
                code.add(number)
                continue
            if opening is not None:
                code.add(number)  # ::: note
                continue
        at = max(start, until)
        while at < end and (match := _TICKS.search(text, at, end)):
            at = match.end()
            if match[0] == "<!--":
                closed = comment_end(text, match.start(), last)
                if closed is not None:
                    comments.append(Span(match.start(), closed))
                    until = at = closed
    return frozenset(code), comments


def _labels(text: str, rows: Sequence[Line], code: frozenset[int]) -> Iterator[str]:
    for number, (start, end) in enumerate(rows):
        match = _DEFINITION.match(text[start:end].lstrip(" \t>"))
        if match is not None and number not in code and not match[1]:
            yield label_key(match[2])


@dataclass
class _Blocks:
    """Reads lines into blocks; a block is slices of the file and what it is."""

    text: str
    rows: Sequence[Line]
    code: frozenset[int]
    comments: Sequence[Span]
    open: list[Line] = field(default_factory=list)
    item: int = 0  # columns that the text of the innermost list item is indented by

    def read(self, first: int) -> Iterator[tuple[list[Line], SegmentKind]]:
        number = first
        blank = True
        raw = ""
        while number < len(self.rows):
            start, end = self.rows[number]
            if raw:
                raw = "" if f"</{raw}" in self.text[start:end].lower() else raw
                number += 1
                continue
            if number in self.code or self._is_comment(start, end):
                yield from self._close()
                number += 1
                continue
            start = self._unquote(start, end)
            line = self.text[start:end]
            if not line.strip():
                yield from self._close()
                blank = True
                number += 1
                continue
            indent = _columns(line)
            bare = start + len(line) - len(line.lstrip(" \t"))
            content = self.text[bare:end]
            if blank and not content.startswith(("-", "*", "+")) and indent < self.item:
                self.item = 0
            if not self.open and blank and indent >= self.item + 4:
                number += 1  # indented code; blank stays, for the next line of it
                continue
            blank = False
            if (opening := _RAW.match(content)) is not None:
                yield from self._close()
                name = opening[1].lower()
                raw = "" if f"</{name}" in content.lower() else name
            elif (heading := _HEADING.match(content)) is not None:
                yield from self._close()
                stop = end - len(content) + len(_CLOSING.sub("", content).rstrip())
                if bare + heading.end() < stop:
                    yield [(bare + heading.end(), stop)], SegmentKind.HEADING
            elif self.open and _UNDERLINE.match(content):
                yield from self._close(SegmentKind.HEADING)
            elif _RULE.match(content):
                yield from self._close()
            elif (definition := _DEFINITION.match(content)) is not None and not self.open:
                if definition[1]:
                    self.open.append((bare + definition.end(), end))
            elif self._begins_table(number, content):
                yield from self._close()
                number = yield from self._table(number)
                continue
            else:
                item = _ITEM.match(content)
                if item is not None and self._may_begin(item[0].strip(), content.strip()):
                    yield from self._close()
                    self.item = indent + min(item.end(), 4)
                    bare += item.end()
                if bare < end:
                    self.open.append((bare, end))
            number += 1
        yield from self._close()

    def _may_begin(self, mark: str, content: str) -> bool:
        """Whether a mark begins an item here: "in\\n1975. Then" is a sentence, wrapped."""
        if not self.open:
            return True
        return mark != content and (self.item > 0 or not mark[0].isdigit() or mark[:-1] == "1")

    def _close(
        self, kind: SegmentKind = SegmentKind.PARAGRAPH
    ) -> Iterator[tuple[list[Line], SegmentKind]]:
        if self.open:
            pieces: list[Line] = []
            for start, end in self.open:
                if pieces:  # the line end keeps the words apart
                    gap = pieces[-1][1]
                    pieces.append((gap, start if self.text[gap:start].isspace() else gap + 1))
                pieces.append((start, end))
            self.open = []
            yield pieces, kind

    def _is_comment(self, start: int, end: int) -> bool:
        """Whether nothing of a line stands outside comments."""
        touched = False
        for comment in self.comments:
            if comment.start < end and start < comment.end:
                touched = True
                if self.text[start : max(start, comment.start)].strip():
                    return False
                start = min(end, comment.end)
        return touched and not self.text[start:end].strip()

    def _unquote(self, start: int, end: int) -> int:
        while (match := _QUOTE.match(self.text, start, end)) is not None:
            start = match.end()
        return start

    def _begins_table(self, number: int, content: str) -> bool:
        if "|" not in content or number + 1 >= len(self.rows):
            return False
        start, end = self.rows[number + 1]
        following = self.text[self._unquote(start, end) : end].strip()
        return "-" in following and _DELIMITER.match(following) is not None and "|" in following

    def _table(self, number: int) -> Generator[tuple[list[Line], SegmentKind], None, int]:
        """Cells row by row; returns the number of the line after the table."""
        first = number
        while number < len(self.rows) and number not in self.code:
            start, end = self.rows[number]
            start = self._unquote(start, end)
            if "|" not in self.text[start:end]:
                break
            if number != first + 1:
                for cell in _cells(self.text, start, end):
                    yield [cell], SegmentKind.CELL
            number += 1
        return number


def _cells(text: str, start: int, end: int) -> Iterator[Line]:
    """Slices between the bars of a table row; a bar in a code span or after a backslash is text."""
    at = begin = start
    while at < end:
        match = _CELL.search(text, at, end)
        if match is None:
            break
        if match[0] == "|":
            if text[begin : match.start()].strip():
                yield begin, match.start()
            begin = match.end()
        at = match.end()
    if text[begin:end].strip():
        yield begin, end


def _columns(line: str) -> int:
    """Width of the indent, tabs to every fourth column."""
    columns = 0
    for character in line:
        if character == " ":
            columns += 1
        elif character == "\t":
            columns += 4 - columns % 4
        else:
            break
    return columns


FORMAT = Format(
    name="markdown",
    suffixes=(".md", ".markdown"),
    spec="CommonMark 0.31 with the tables and footnotes of GitHub",
    document=read,
)
