"""PO: gettext message catalogues, with plural forms and contexts.

A message that is fuzzy, obsolete or not translated is none to check. The source is English
unless ``--source-lang`` says otherwise, as gettext has it; the header names the target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from termkit.errors import DamagedDocumentError
from termkit.formats.base import BitextDoor, Format, Languages
from termkit.formats.decode import declared_encoding
from termkit.formats.languages import given, settle
from termkit.formats.lines import Line, read_lines
from termkit.formats.po_concepts import DOOR
from termkit.formats.spelling import Spelling
from termkit.model.bitext import TranslationUnit

_KEYWORD = r"msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?"
_FIELD = re.compile(rf'[ \t]*({_KEYWORD})?[ \t]*"(.*)"[ \t]*$')
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{2})|(.))|[^\\]+")
_MEANINGS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_HEADER = re.compile(r"^([A-Za-z-]+):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_CHARSET = re.compile(rb"charset=([A-Za-z0-9._-]+)")
_HEAD = 1 << 14


@dataclass(slots=True)
class Message:
    """One entry while it is read."""

    line: int
    is_fuzzy: bool = False
    parts: dict[str, Spelling] = field(default_factory=dict)

    def text(self, name: str) -> str:
        return self.parts[name].segment("", "").text if name in self.parts else ""


def read_units(file: BinaryIO, path: str, languages: Languages) -> Iterator[TranslationUnit]:
    """One unit per translated message, and one per plural form.

    Raises:
        UsageError: Neither the header nor the user says the language of the target.
        UnsupportedLanguageError: There is no room for one of them.
        DamagedDocumentError: A line that is none of a catalogue; the units before it have been
            yielded.
    """
    asked = given(languages, path)
    source = settle("en", asked, "source", path)
    target: str | None = None
    number = 0
    for message in read_messages(file, path):
        if message.text("msgid") == "" and "msgctxt" not in message.parts:
            target = dict(_HEADER.findall(message.text("msgstr"))).get("Language", target)
            continue
        if message.is_fuzzy:
            continue
        for original, translation in _pairs(message):
            lang = settle(target, asked, "target", path, message.line)
            number += 1
            ident = f"{path}#{number}"
            yield TranslationUnit(
                ident, original.segment(ident, source), translation.segment(ident, lang)
            )


def _pairs(message: Message) -> Iterator[tuple[Spelling, Spelling]]:
    """Source and target; the last plural form, and the only one, render ``msgid_plural``."""
    plural = message.parts.get("msgid_plural")
    forms = [name for name in message.parts if name.startswith("msgstr")]
    for name in forms:
        if not message.text(name):
            continue
        is_one = plural is None or (name == "msgstr[0]" and len(forms) > 1)
        original = message.parts.get("msgid") if is_one else plural
        if original is not None:
            yield original, message.parts[name]


def read_messages(file: BinaryIO, path: str) -> Iterator[Message]:
    """The entries of a catalogue, the header among them, in file order."""
    message: Message | None = None
    is_fuzzy = False
    part = ""
    for line in read_lines(file, path, encoding=_encoding):
        text = line.text.rstrip("\r\n")
        if not text.strip() or text.startswith("#"):
            if message is not None and message.parts:
                yield message
            if message is not None or not text.strip():
                message, is_fuzzy = None, False
            is_fuzzy = is_fuzzy or (text.startswith("#,") and "fuzzy" in text)
            continue
        found = _FIELD.match(text)
        if found is None:
            raise DamagedDocumentError(
                "not a line of a message catalogue", path=path, line=line.number
            )
        name = found[1] or part
        begins = found[1] == "msgctxt" or (found[1] == "msgid" and part != "msgctxt")
        if message is not None and begins:
            yield message
            message, is_fuzzy = None, False
        if message is None:
            message = Message(line.number, is_fuzzy)
        if not name or (found[1] and name in message.parts):
            raise DamagedDocumentError(
                f"{name or 'a string'} has no place here", path=path, line=line.number
            )
        part = name
        _spell(message, name, line, found.start(2), found.end(2))
    if message is not None and message.parts:
        if not any(name.startswith("msgstr") for name in message.parts):
            raise DamagedDocumentError("the file breaks off here", path=path, line=message.line)
        yield message


def _spell(message: Message, name: str, line: Line, start: int, end: int) -> None:
    """Add one quoted string to a part of a message, its escapes resolved."""
    side = message.parts.get(name)
    if side is None:
        side = Spelling(line.path, line.offset + start, line.number, line.offset)
        message.parts[name] = side
    for match in _ESCAPE.finditer(line.text, start, end):
        first, last = line.offset + match.start(), line.offset + match.end()
        octal, hexadecimal, letter = match.groups()
        if octal or hexadecimal:
            meant = chr(int(octal or hexadecimal, 8 if octal else 16))
        else:
            meant = _MEANINGS.get(letter, letter) if letter else match[0]
        side.add(meant, first, last, line.offset)


def _encoding(head: bytes, path: str) -> str:
    """The charset that the header names, UTF-8 without one."""
    found = _CHARSET.search(head[:_HEAD])
    name = found[1].decode("ascii") if found else "utf-8"
    if name == "CHARSET":  # a template that nobody has filled in
        return "utf-8"
    return declared_encoding(name, path)


FORMAT = Format(
    name="po",
    suffixes=(".po",),
    spec="GNU gettext PO",
    bitext=BitextDoor(reads=read_units),
    concepts=DOOR,
)
