"""What an aligner aligns: the sentences of a document, or the lines of a file as given."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.lang.base import Language
from termkit.model.document import Document, Segment
from termkit.model.span import Locator, Span
from termkit.text.normalise import normalise


def sentence_segments(document: Document, language: Language) -> tuple[Segment, ...]:
    """The sentences of a document, each a slice of its paragraph that knows its place.

    Args:
        document: Its segments are paragraphs and headings.
        language: Says where sentences end.

    Returns:
        Segments with the id ``"<document>#<n>"``, n from 1 over the whole document; text as
        found, line wraps included.
    """
    pieces = (
        (paragraph, span) for paragraph in document.segments for span in _spans(paragraph, language)
    )
    return tuple(
        _cut(document, paragraph, span, number)
        for number, (paragraph, span) in enumerate(pieces, start=1)
    )


def line_segments(text: str, *, path: str, lang: str) -> tuple[Segment, ...]:
    """One segment for each line, empty ones too: other tools count them all.

    >>> [line.text for line in line_segments("a\\n\\nb\\n", path="d", lang="en")]
    ['a', '', 'b']
    """
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    found = []
    offset = 0
    for number, line in enumerate(lines, start=1):
        found.append(Segment(f"{path}#{number}", lang, line.rstrip("\r"), Locator(offset, number)))
        offset += len(line) + 1
    return tuple(found)


def _spans(paragraph: Segment, language: Language) -> Iterator[Span]:
    """Spans of the sentences in the text as found."""
    normalised = normalise(paragraph.text)
    for span in language.sentences(normalised.text):
        yield normalised.to_original(span)


def _cut(document: Document, paragraph: Segment, span: Span, number: int) -> Segment:
    offset = paragraph.file_offset(span.start)
    line = document.position(paragraph, span.start).line
    origin = None
    if paragraph.origin is not None:
        origin = (*paragraph.origin[span.start : span.end], paragraph.file_end(span.end))
    return Segment(
        f"{document.id}#{number}",
        paragraph.lang,
        span.slice(paragraph.text),
        Locator(offset, line, cell=paragraph.locator.cell),
        paragraph.kind,
        origin,
    )
