"""What a run keeps of a document that has been checked: the segments that somebody speaks of.

The report places findings in the file, the collection rules speak of the first places of all,
and what accepts nothing is told where it stands. The rest of the text is let go, so that the
memory of a run grows with what it finds and not with what it reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from termkit.check.allow import segment_before
from termkit.check.result import FileResult
from termkit.glossary.allowance import Allowance
from termkit.model.document import Document, Segment


def kept(file: FileResult, firsts: Iterable[str], allowances: Sequence[Allowance]) -> FileResult:
    """The result without its facts and without the segments that nobody speaks of.

    Args:
        file: Of a document; of a bitext, which keeps the units it speaks of by itself, only
            the facts go.
        firsts: Units that facts were first seen in.
        allowances: Of the glossary: one that accepts nothing is told in the first segment.
    """
    document = file.document
    if document is None:
        return file
    spoken = {*firsts}
    for finding in file.findings:
        spoken.add(finding.unit_id)
        spoken.update(place.unit_id for place in finding.related)
    offsets = [pragma.offset for pragma in document.pragmas]
    if any(entry.covers(document.path) for entry in allowances):
        offsets.append(0)
    if document.segments:
        spoken.update(segment_before(document, offset).id for offset in offsets)
    segments = tuple(
        _placed(document, segment) for segment in document.segments if segment.id in spoken
    )
    return replace(file, document=replace(document, segments=segments, line_starts=()), facts=())


def _placed(document: Document, segment: Segment) -> Segment:
    """A segment that knows the lines of the file that it covers."""
    return replace(segment, locator=document.locator(segment))
