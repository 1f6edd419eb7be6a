"""DOCX: paragraphs and table cells in reading order (home of python-docx).

The "file" in which positions count is the text of all paragraphs, one line each: line 7 is
the seventh paragraph. Inserted text is read, deleted text is not.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from termkit.errors import EmptyDocumentError, MissingExtraError, UnreadableDocumentError
from termkit.formats.archive import check_archive
from termkit.formats.base import Content, Format, Metadata, Passage
from termkit.formats.decode import check_size
from termkit.model.document import SegmentKind

MAX_UNPACKED = 256 * 1024 * 1024

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset(
    (*(_W + name for name in ("del", "moveFrom", "instrText", "rPr", "pPr")), _FALLBACK)
)
_BREAKS = {_W + "br": "\n", _W + "cr": "\n", _W + "tab": "\t", _W + "noBreakHyphen": "-"}


def read(data: bytes, path: str) -> Content:
    """Paragraphs and table cells of a DOCX file.

    Raises:
        UnreadableDocumentError: Damaged, protected by a password, or too large unpacked.
        EmptyDocumentError: No bytes.
        MissingExtraError: python-docx is not installed.
    """
    check_size(len(data), path)
    if not data:
        raise EmptyDocumentError("the file is empty", path=path)
    check_archive(io.BytesIO(data), path, what="DOCX", limit=MAX_UNPACKED)
    try:
        import docx
    except ImportError:
        raise MissingExtraError("reading DOCX", "office") from None
    try:
        document = docx.Document(io.BytesIO(data))
        found = list(_paragraphs(document.element.body, _Styles(document)))
        title = str(document.core_properties.title or "").strip()
    except Exception as error:  # a damaged part: KeyError, AttributeError, lxml's SyntaxError
        raise UnreadableDocumentError(
            "not a DOCX that can be read: a part of it is missing or damaged",
            path=path,
            hint="open it in a word processor and save it again",
        ) from error
    passages, starts, offset = [], [], 0
    for text, kind in found:
        starts.append(offset)
        if text.strip():
            passages.append(Passage(text, offset, kind).strip())
        offset += len(text) + 1
    return Content(
        tuple(passages),
        tuple(starts),
        hint=Metadata(title=title or None),
        plain=all(kind is not SegmentKind.HEADING for _, kind in found),
    )


class _Styles:
    """Which paragraph styles are headings, by the names that Word gives in any language."""

    def __init__(self, document: Any) -> None:
        self._headings = {
            style.style_id
            for style in document.styles
            if (style.name or "").lower().startswith(("heading", "title", "subtitle"))
            or _outline(style.element.find(_W + "pPr"))
        }

    def is_heading(self, paragraph: Any) -> bool:
        properties = paragraph.find(_W + "pPr")
        if properties is None:
            return False
        style = properties.find(_W + "pStyle")
        return _outline(properties) or (
            style is not None and style.get(_W + "val") in self._headings
        )


def _outline(properties: Any) -> bool:
    """Whether paragraph properties give a level in the outline (9 is body text)."""
    level = None if properties is None else properties.find(_W + "outlineLvl")
    return level is not None and level.get(_W + "val") != "9"


def _paragraphs(
    parent: Any, styles: _Styles, *, in_cell: bool = False
) -> Iterator[tuple[str, SegmentKind]]:
    """Text and kind of every paragraph, tables row by row, text boxes after their paragraph."""
    for child in parent:
        if child.tag == _W + "p":
            heading = styles.is_heading(child) and not in_cell
            usual = SegmentKind.CELL if in_cell else SegmentKind.PARAGRAPH
            yield "".join(_runs(child)), SegmentKind.HEADING if heading else usual
            for box in child.iter(_W + "txbxContent"):
                if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
                    yield from _paragraphs(box, styles)
        elif child.tag == _W + "tc":
            yield from _paragraphs(child, styles, in_cell=True)
        elif child.tag not in _SKIPPED and isinstance(child.tag, str):
            yield from _paragraphs(child, styles, in_cell=in_cell)


def _runs(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == _W + "t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in _SKIPPED and child.tag != _W + "txbxContent":
            yield from _runs(child)


FORMAT = Format(
    name="docx",
    suffixes=(".docx",),
    spec="ISO/IEC 29500-1 (Office Open XML)",
    document=read,
    extra="office",
)
