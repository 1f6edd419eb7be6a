"""What is text inside a Markdown paragraph: CommonMark's inlines, as far as text goes.

Out go the marks of emphasis, links' and images' destinations, code spans, tags, comments,
autolinks and the backslash of an escape; the words of links and emphasis stay, and each
character keeps its place in the file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from termkit.formats.base import Passage
from termkit.formats.markup import TAG, comment_end, last_close, reference, tag_name
from termkit.model.document import SegmentKind

_SPECIAL = re.compile(r"[\\`*_~<&\[\]!]")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~]|\n|\r)")
_AUTOLINK = re.compile(
    r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+)>"
)
_DESTINATION = re.compile(
    r"\(\s*(?:<[^<>\n]*>|(?:[^\s()\\<]|\\.|\((?:[^\s()\\]|\\.)*\))*)"
    r"(?:\s+(?:\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?\s*\)",
    re.DOTALL,
)
_NEAREST = 64  # openers looked at for one that fits; nobody nests deeper
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]", re.DOTALL)


@dataclass(slots=True)
class _Delimiters:
    """A run of emphasis marks that is not yet matched."""

    start: int
    length: int
    mark: str
    opens: bool
    closes: bool
    whole: int


def label_key(label: str) -> str:
    """How labels of link definitions are compared: case and white space do not count."""
    return " ".join(label.split()).casefold()


def inline(
    text: str,
    pieces: Iterable[tuple[int, int]],
    labels: Collection[str] = (),
    kind: SegmentKind = SegmentKind.PARAGRAPH,
) -> Passage:
    """The passage that some slices of a Markdown file say.

    Args:
        text: The decoded file.
        pieces: Slices in order, without the marks of blocks (``> ``, ``# ``).
        labels: Defined link labels, as `label_key` gives them.
        kind: Of the passage.

    >>> inline("see **Lê [Hoài](x.html) Trung** &amp; `code`", [(0, 44)]).text
    'see Lê Hoài Trung & '
    """
    slices = list(pieces)
    joined = "".join(text[start:end] for start, end in slices)
    if _SPECIAL.search(joined) is None:
        return Passage.join(text, slices, kind)
    places = [index for start, end in slices for index in range(start, end)]
    end = slices[-1][1]
    meant = _Inline(joined, labels).meant()
    return Passage.spell([(c, places[index]) for c, index in meant] or [("", end)], end, kind)


class _Inline:
    """One pass over the text of a block; `out` ends as the indices that are no text."""

    def __init__(self, text: str, labels: Collection[str]) -> None:
        self.text = text
        self.labels = labels
        self.last = last_close(text)
        self.out: set[int] = set()
        self.replaced: dict[int, str] = {}
        self.brackets: list[tuple[int, int]] = []  # where the label starts, where the mark does
        self.runs: list[_Delimiters] = []

    def meant(self) -> list[tuple[str, int]]:
        """Characters as read, each with its index in the text."""
        at = 0
        while True:
            match = _SPECIAL.search(self.text, at)
            if match is None:
                break
            at = self._step(match.start(), match[0])
        self._emphasis()
        found: list[tuple[str, int]] = []
        for index, character in enumerate(self.text):
            if index in self.replaced:
                found += [(meant, index) for meant in self.replaced[index]]
            elif index not in self.out:
                found.append((character, index))
        return found

    def _drop(self, start: int, end: int) -> int:
        self.out.update(range(start, end))
        return end

    def _step(self, at: int, mark: str) -> int:
        text = self.text
        if mark == "\\":
            return self._drop(at, at + 1) + 1 if _ESCAPE.match(text, at) else at + 1
        if mark == "`":
            return self._code(at)
        if mark == "<":
            return self._angle(at)
        if mark == "&":
            found = reference(text, at)
            if found is None:
                return at + 1
            self.replaced[at] = found[0]
            return self._drop(at + 1, found[1])
        if mark == "!" and not text.startswith("![", at):
            return at + 1
        if mark in "![":
            start = at + 2 if mark == "!" else at + 1
            self.brackets.append((start, at))
            return start
        if mark == "]":
            return self._close(at)
        return self._run(at, mark)

    def _code(self, at: int) -> int:
        length = _run_length(self.text, at)
        end = at + length
        while True:
            close = self.text.find("`", end)
            if close < 0:
                return at + length
            size = _run_length(self.text, close)
            end = close + size
            if size == length:
                return self._drop(at, end)

    def _angle(self, at: int) -> int:
        comment = comment_end(self.text, at, self.last)
        if comment is not None:
            return self._drop(at, comment)
        match = _AUTOLINK.match(self.text, at) or TAG.match(self.text, at)
        if match is None:
            return at + 1
        if tag_name(match[0]) == "br":
            self.replaced[at] = "\n"
        return self._drop(at, match.end())

    def _close(self, at: int) -> int:
        """A closing bracket: the end of a link's text, or a bracket."""
        if not self.brackets:
            return at + 1
        start, mark = self.brackets.pop()
        label = self.text[start:at]
        if label.startswith("^") and mark == start - 1:
            return self._drop(mark, at + 1)  # a footnote's number
        end = None
        destination = _DESTINATION.match(self.text, at + 1)
        if destination is not None:
            end = destination.end()
        else:
            following = _LABEL.match(self.text, at + 1)
            if following is not None and label_key(following[1] or label) in self.labels:
                end = following.end()
            elif label_key(label) in self.labels:
                end = at + 1
        if end is None:
            return at + 1
        self._drop(mark, start)
        self.runs = [run for run in self.runs if run.start < at or run.start >= end]
        return self._drop(at, end)

    def _run(self, at: int, mark: str) -> int:
        """A run of emphasis marks: whether it may open or close (CommonMark 6.2)."""
        length = _run_length(self.text, at)
        before = self.text[at - 1] if at else " "
        after = self.text[at + length] if at + length < len(self.text) else " "
        left = not after.isspace() and (
            not _punctuation(after) or before.isspace() or _punctuation(before)
        )
        right = not before.isspace() and (
            not _punctuation(before) or after.isspace() or _punctuation(after)
        )
        opens, closes = left, right
        if mark == "_":
            opens = left and (not right or _punctuation(before))
            closes = right and (not left or _punctuation(after))
        if mark != "~" or length == 2:
            self.runs.append(_Delimiters(at, length, mark, opens, closes, length))
        return at + length

    def _emphasis(self) -> None:
        """Match runs that open with runs that close; what stays unmatched is text."""
        waiting: dict[str, list[_Delimiters]] = {"*": [], "_": [], "~": []}
        for run in self.runs:
            openers = waiting[run.mark]
            while run.closes and run.length:
                partner = next((o for o in reversed(openers[-_NEAREST:]) if _fits(o, run)), None)
                if partner is None:
                    break
                for other in waiting.values():  # what is open between the two stays text
                    while other and other[-1].start > partner.start:
                        other.pop()
                used = 2 if partner.length > 1 and run.length > 1 else 1
                partner.length -= used
                inner = partner.start + partner.length
                self._drop(inner, inner + used)
                self._drop(run.start, run.start + used)
                run.start += used
                run.length -= used
                if not partner.length:
                    openers.remove(partner)
            if run.opens and run.length:
                openers.append(run)


def _fits(opener: _Delimiters, closer: _Delimiters) -> bool:
    if opener.mark != closer.mark:
        return False
    if (opener.closes or closer.opens) and (opener.whole + closer.whole) % 3 == 0:
        return opener.whole % 3 == 0 and closer.whole % 3 == 0
    return True


def _run_length(text: str, at: int) -> int:
    end = at
    while end < len(text) and text[end] == text[at]:
        end += 1
    return end - at


def _punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
