"""Plain text: paragraphs told by blank lines and by the looks of lines."""

from __future__ import annotations

from termkit.formats.base import Content, Format
from termkit.formats.decode import decode
from termkit.formats.frontmatter import front_matter
from termkit.formats.furniture import look
from termkit.formats.layout import lines, paragraphs, starts_of
from termkit.formats.pragmas import plain_pragmas


def read(data: bytes, path: str) -> Content:
    """Paragraphs of a text file.

    Raises:
        DocumentError: The bytes are no text.
        ConfigError: The front matter has a key or value that does not fit.
    """
    text = decode(data, path)
    rows = lines(text)
    about, skipped = front_matter(text, rows, path, strict=True)
    found = list(plain_pragmas(text, rows))
    passages = paragraphs(text, rows[skipped:], [span for span, _ in found], look=look)
    return Content(
        tuple(passages),
        starts_of(rows),
        about=about,
        pragmas=tuple(pragma for _, pragma in found),
        plain=True,
    )


FORMAT = Format(
    name="txt",
    suffixes=(".txt", ".text"),
    spec="Plain text in UTF-8, or UTF-16 with a byte order mark",
    document=read,
)
