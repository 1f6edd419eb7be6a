"""Tags, comments and character references: what Markdown and HTML share."""

from __future__ import annotations

import html
import re

TAG = re.compile(r"</?[A-Za-z][\w:-]*(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|<[!?][A-Za-z][^<>]*>")
"""An opening or closing tag, a declaration or an instruction; no comment."""

_NAME = re.compile(r"</?([A-Za-z][\w:-]*)")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]*))?""")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def tag_name(tag: str) -> str:
    """Lower case, without the slash of a closing tag; empty for a declaration.

    >>> tag_name("</H1>"), tag_name("<!DOCTYPE html>")
    ('h1', '')
    """
    match = _NAME.match(tag)
    return match[1].lower() if match else ""


def attributes(tag: str) -> dict[str, str]:
    """Attributes by lower-case name, references resolved; the first of a name counts.

    >>> attributes('<html lang="zh-Hans" hidden>')
    {'lang': 'zh-Hans', 'hidden': ''}
    """
    match = _NAME.match(tag)
    found: dict[str, str] = {}
    if match is None:
        return found
    for name, value in _ATTRIBUTE.findall(tag[match.end() : -1]):
        quoted = value[:1] in ("'", '"') and value[-1:] == value[:1] and len(value) > 1
        found.setdefault(name.lower(), html.unescape(value[1:-1] if quoted else value))
    return found


def reference(text: str, start: int) -> tuple[str, int] | None:
    """The characters a reference at an offset stands for, and its end; else ``None``.

    >>> reference("A&amp;B", 1), reference("AT&T", 2)
    (('&', 6), None)
    """
    match = _REFERENCE.match(text, start)
    if match is None:
        return None
    meant = html.unescape(match[0])
    return None if meant == match[0] or "\0" in meant else (meant, match.end())


def comment_end(text: str, start: int, last: int | None = None) -> int | None:
    """The end of a comment that begins at an offset; ``None`` when it is none or stays open.

    Args:
        text: The decoded file.
        start: Where it may begin.
        last: `last_close` of the text, so that a file full of open comments is read in no
            time.

    >>> comment_end("<!-- a --> b", 0)
    10
    """
    if not text.startswith("<!--", start):
        return None
    if text.startswith(("<!-->", "<!--->"), start):
        return text.index(">", start) + 1
    if last is not None and last < start + 4:
        return None
    end = text.find("-->", start + 4)
    return None if end < 0 else end + 3


def last_close(text: str) -> int:
    """Where the last ``-->`` stands; -1 when there is none."""
    return text.rfind("-->")
