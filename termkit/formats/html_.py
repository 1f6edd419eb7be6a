"""HTML: headings, paragraphs and cells; scripts, code and navigation are no text.

A reader of our own, because positions must be exact: the parsers at hand give lines, or
rewrite the text before one can count in it. It builds no tree, and any input is read.
"""

from __future__ import annotations

import codecs
import datetime
import re
from collections.abc import Iterator

from termkit.errors import DocumentError
from termkit.formats.base import Content, Format, Metadata, Passage
from termkit.formats.decode import decode
from termkit.formats.layout import line_starts, lines
from termkit.formats.markdown import pragmas_of
from termkit.formats.markup import TAG, attributes, comment_end, last_close, reference, tag_name
from termkit.model.document import SegmentKind
from termkit.model.span import Span

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "title"))
_CELLS = frozenset(("td", "th"))
# Elements that a line of text does not cross (HTML Living Standard 15.3, display: block).
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "head",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "search",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
# No prose, or not the page's own.
_SKIPPED = frozenset(
    [
        "audio",
        "button",
        "canvas",
        "code",
        "iframe",
        "kbd",
        "map",
        "math",
        "nav",
        "noscript",
        "object",
        "pre",
        "samp",
        "select",
        "svg",
        "template",
        "var",
        "video",
    ]
)
# Their content is no markup either, up to the closing tag.
_RAW = frozenset(("script", "style", "textarea", "xmp", "noembed", "noframes"))
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
_SIGN = re.compile(r"[<&]")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_PUBLISHED = ("article:published_time", "datepublished", "pubdate", "publishdate", "dc.date")


def read(data: bytes, path: str) -> Content:
    """Headings, paragraphs and cells of an HTML file.

    Raises:
        DocumentError: The bytes are no text.
    """
    text = _decode(data, path)
    reader = _Reader(text)
    passages = tuple(reader.read())
    return Content(
        passages,
        line_starts(text),
        hint=reader.said,
        pragmas=tuple(pragmas_of(text, lines(text), reader.comments)),
        plain=all(passage.kind is not SegmentKind.HEADING for passage in passages),
    )


def _decode(data: bytes, path: str) -> str:
    """UTF-8 or a byte order mark first; else what ``<meta charset>`` says."""
    try:
        return decode(data, path)
    except DocumentError:
        declared = _CHARSET.search(data[:2048])
        if declared is None:
            raise
        try:
            name = codecs.lookup(declared[1].decode("ascii")).name
            # Pages that say gb2312 use the letters of its superset.
            text = data.decode("gb18030" if name in ("gb2312", "gbk") else name)
        except (LookupError, UnicodeError):
            text = ""
        if name_is_utf8(declared[1]) or not text.strip() or "\0" in text:
            raise
        return text


def name_is_utf8(name: bytes) -> bool:
    """Whether a declared character set is UTF-8, under any of its names."""
    return name.lower().replace(b"_", b"-") in (b"utf-8", b"utf8")


class _Reader:
    """One pass from tag to tag; `said` and `comments` are filled on the way."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.said = Metadata()
        self.comments: list[Span] = []
        self._found: list[tuple[int, int, str | None]] = []  # a slice, and what it means
        self._kinds: list[tuple[str, SegmentKind]] = []
        self._skipping: list[str] = []

    def read(self) -> Iterator[Passage]:
        text, at, last = self.text, 0, last_close(self.text)
        while (match := _SIGN.search(text, at)) is not None:
            self._take(at, match.start())
            at = match.start()
            if match[0] == "&":
                found = reference(text, at)
                if found is None:
                    self._take(at, at + 1)
                    at += 1
                else:
                    self._take(at, found[1], found[0])
                    at = found[1]
                continue
            comment = comment_end(text, at, last)
            if comment is not None:
                self.comments.append(Span(at, comment))
                at = comment
                continue
            tag = TAG.match(text, at)
            if tag is None:
                self._take(at, at + 1)
                at += 1
                continue
            yield from self._tag(tag[0], at)
            at = tag.end()
            name = tag_name(tag[0])
            if name in _RAW and not tag[0].startswith("</"):
                at = _closing(text, name, at)
        self._take(at, len(text))
        yield from self._close()

    def _take(self, start: int, end: int, meant: str | None = None) -> None:
        if start < end and not self._skipping:
            self._found.append((start, end, meant))

    def _tag(self, tag: str, at: int) -> Iterator[Passage]:
        name, closing = tag_name(tag), tag.startswith("</")
        if name == "br":
            yield from self._line_break(at, at + len(tag))
            return
        if name in _BLOCKS or name in _HEADINGS or name in _CELLS:
            yield from self._close()
        if closing:
            self._leave(name)
            return
        if name in ("html", "body", "meta"):
            self._listen(name, attributes(tag))
        if name in _VOID or tag.endswith("/>"):
            return
        hidden = "hidden" in tag and "hidden" in attributes(tag)
        if name in _SKIPPED or (hidden and name in _BLOCKS):
            self._skipping.append(name)
        elif self._skipping and name == self._skipping[-1]:
            self._skipping.append(name)  # the same inside itself ends later
        if name in _HEADINGS:
            self._kinds.append((name, SegmentKind.HEADING))
        elif name in _CELLS:
            self._kinds.append((name, SegmentKind.CELL))

    def _leave(self, name: str) -> None:
        if self._skipping and name == self._skipping[-1]:
            self._skipping.pop()
        elif name in ("body", "html"):
            self._skipping.clear()
        names = [entry for entry, _ in self._kinds]
        if name in names:
            del self._kinds[len(names) - 1 - names[::-1].index(name) :]

    def _line_break(self, start: int, end: int) -> Iterator[Passage]:
        """One is a line end; a second with nothing between the two ends the paragraph."""
        for first, last, meant in reversed(self._found):
            text = self.text[first:last] if meant is None else meant
            if meant == "\n":
                break
            if not text.isspace():
                self._take(start, end, "\n")
                return
        yield from self._close()

    def _close(self) -> Iterator[Passage]:
        found, self._found = self._found, []
        if not found:
            return
        kind = self._kinds[-1][1] if self._kinds else SegmentKind.PARAGRAPH
        if all(meant is None for _, _, meant in found):
            passage = Passage.join(self.text, [(start, end) for start, end, _ in found], kind)
        else:
            passage = Passage.spell(list(self._spelled(found)), found[-1][1], kind)
        passage = passage.strip()
        if passage.text:
            yield passage

    def _spelled(self, found: list[tuple[int, int, str | None]]) -> Iterator[tuple[str, int]]:
        for start, end, meant in found:
            if meant is None:
                yield from zip(self.text[start:end], range(start, end), strict=True)
            else:
                yield from ((character, start) for character in meant)

    def _listen(self, name: str, found: dict[str, str]) -> None:
        """What the page says of itself: language, date of publication."""
        if name != "meta":
            lang = (found.get("lang") or found.get("xml:lang") or "").strip().replace("_", "-")
            self.said = self.said.over(Metadata(lang=lang or None))
            return
        key = (found.get("property") or found.get("name") or found.get("itemprop") or "").lower()
        if key in _PUBLISHED:
            try:
                day = datetime.date.fromisoformat(found.get("content", "").strip()[:10])
            except ValueError:
                return
            self.said = self.said.over(Metadata(date=day))


def _closing(text: str, name: str, start: int) -> int:
    """Where the closing tag of an element begins whose content is no markup."""
    match = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, start)
    return len(text) if match is None else match.start()


FORMAT = Format(
    name="html",
    suffixes=(".html", ".htm", ".xhtml"),
    spec="HTML Living Standard",
    document=read,
)
