"""Passages beside the running text: captions and standfirsts, read on their own.

A reader sees a caption before the story or after it, so what it explains is explained for
itself, and what it shortens is no fault. In plain text the readers cut datelines and
credits off a passage; the gaps they leave tell a story's first paragraph from what stands
before it, and a caption from a paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from termkit.model.document import Document, Segment, SegmentKind

STANDFIRST_REACH = 2
_OPENING = 6  # passages among which the story's first paragraph is looked for
_CREDIT = 6  # characters cut off an end that are a photographer's or agency's credit
_SPEAKER = re.compile(r"[^\W\d_][\w .’'-]{0,40}[:：] ?[^\W_]")
_LABEL = re.compile(r"(?:Photos?|PHOTO|Caption|Ảnh|ẢNH|Hình)\b|[图圖][片：:0-9]|資料圖|资料图")


def find_asides(document: Document) -> frozenset[int]:
    """Indices of the segments that are no running text.

    Nothing is guessed where most passages begin inside a line, as in HTML.
    """
    asides = {n for n, each in enumerate(document.segments) if _LABEL.match(each.text)}
    segments = document.segments
    if not document.line_starts or any(each.locator.offset is None for each in segments):
        return frozenset(asides)
    begun = [n for n, each in enumerate(segments) if _cut_before(document, each)]
    if len(begun) * 2 > len(segments):
        return frozenset(asides)
    asides.update(range(max((n for n in begun if n < _OPENING), default=0)))
    asides.update(
        n for n, each in enumerate(segments[:-2]) if _cut_behind(document, each) > _CREDIT
    )
    return frozenset(asides)


def find_standfirst(document: Document) -> frozenset[int]:
    """The summary that stands on top of a Vietnamese report: its first paragraph, if any.

    The story below it begins anew, and explains within `STANDFIRST_REACH` paragraphs what
    the summary only named.
    """
    paragraphs = [
        n for n, each in enumerate(document.segments) if each.kind is SegmentKind.PARAGRAPH
    ]
    vietnamese = document.lang.split("-")[0].lower() == "vi"
    return frozenset(paragraphs[:1] if vietnamese and len(paragraphs) > 3 else ())


def find_turns(document: Document) -> tuple[int, ...]:
    """Number of the speaker's turn of each segment of a transcript; all 0 in any other text.

    Each turn of questions and answers begins with who speaks: *AFP: ...*, *Mao Ning: ...*.
    An agency that asks was cut off as the readers cut off datelines.
    """
    segments = document.segments
    named = [_SPEAKER.match(each.text) is not None for each in segments]
    placed = bool(document.line_starts) and all(s.locator.offset is not None for s in segments)
    begins = [
        name or (placed and _cut_before(document, each))
        for name, each in zip(named, segments, strict=True)
    ]
    if not any(named) or sum(begins) < 2:
        return (0,) * len(begins)
    return tuple(accumulate(begins))


def _cut_before(document: Document, segment: Segment) -> bool:
    start = segment.file_offset(0)
    line = bisect_right(document.line_starts, start)
    return start - document.line_starts[line - 1] > 1


def _cut_behind(document: Document, segment: Segment) -> int:
    end = segment.file_end(len(segment.text))
    line = bisect_right(document.line_starts, end)
    if line >= len(document.line_starts):
        return 0
    return document.line_starts[line] - end - 1
