"""The reading half of XLIFF 1.2, 2.0 and 2.1 (OASIS): one segment at a time.

Inline elements are transparent: what a ``g``, ``pc`` or ``mrk`` holds is text, what a ``bpt`` or
``ph`` holds is code. What a ``mrk`` or the pair ``sm`` and ``em`` marks as not to be translated
(``translate``, ``mtype="protected"``, ITS 2.0) is text that the target has as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from termkit.errors import DamagedDocumentError, UnreadableDocumentError
from termkit.formats.base import Languages
from termkit.formats.languages import given, settle
from termkit.formats.spelling import Spelling
from termkit.formats.xml_stream import End, Start, Text, read_events
from termkit.model.bitext import TranslationUnit
from termkit.model.document import Segment

_CODES = frozenset(("bpt", "ept", "it", "ph", "sub"))
_UNITS = frozenset(("trans-unit", "segment"))
_ASIDE = frozenset(("alt-trans", "matches", "glossary", "seg-source", "ignorable"))
_SCOPES = frozenset(("xliff", "file", "group", "body", "unit", "trans-unit", "bin-unit"))
_MARKS = frozenset(("mrk", "sm"))
_ITS = "http://www.w3.org/2005/11/its translate"
_SPACES = ("urn:oasis:names:tc:xliff:document:", "")


def read_units(file: BinaryIO, path: str, languages: Languages) -> Iterator[TranslationUnit]:
    """The units of an XLIFF file; one without a ``target`` has an empty target.

    Raises:
        UsageError: Neither the file nor the user says a language.
        UnsupportedLanguageError: There is no room for one.
        UnreadableDocumentError: No XLIFF.
        DamagedDocumentError: As `read_events`, or an element says neither that it is to be
            translated nor that it is not; the units before have been yielded.
    """
    reader = _Reader(path, given(languages, path))
    for event in read_events(file, path):
        unit = reader.take(event)
        if unit is not None:
            yield unit


class _Reader:
    """Where in the file the events are."""

    def __init__(self, path: str, languages: Languages) -> None:
        self._path = path
        self._given = languages
        self._langs: tuple[str | None, str | None] = (None, None)
        self._translate = [True]  # of the scopes that are open, the innermost last
        self._sides: dict[str, Spelling] = {}
        self._side: Spelling | None = None
        self._start: Start | None = None
        self._aside = self._hidden = 0
        self._marks: list[tuple[str | None, bool]] = []  # those that are open: id, protected
        self._number = 0

    def take(self, event: Start | End | Text) -> TranslationUnit | None:
        """Take one event; the unit that it closes, if it does."""
        if isinstance(event, Text):
            if self._side is not None and not self._hidden:
                self._side.add(event.text, event.start, event.end, event.line_start)
        elif isinstance(event, Start):
            self._open(event)
        else:
            return self._close(event.name)
        return None

    def _open(self, start: Start) -> None:
        name = start.name
        if len(self._translate) == 1 and name != "xliff":
            raise UnreadableDocumentError(
                f"this is no XLIFF: the root element is <{name}>", path=self._path, line=start.line
            )
        if name in _ASIDE:
            self._aside += 1
        if name in _SCOPES:
            self._enter(start)
        if self._aside or not start.space.startswith(_SPACES):
            return
        if name in _UNITS:
            self._start, self._sides = start, {}
        elif name in ("source", "target") and self._start is not None:
            self._side = self._sides[name] = self._spelling(start)
            self._hidden = 0
            self._marks = [(None, self._is_protected(start) or False)]
            self._side.protect(self._marks[0][1])
        elif self._side is None:
            return
        elif name in _CODES:
            self._hidden += 1
        elif name in _MARKS:
            said = self._is_protected(start)
            ident = start.attributes.get("id") if name == "sm" else None
            self._mark((ident, self._marks[-1][1] if said is None else said))
        elif name == "em":
            ident = start.attributes.get("startRef")
            self._unmark(ident)

    def _mark(self, mark: tuple[str | None, bool]) -> None:
        assert self._side is not None
        self._marks.append(mark)
        self._side.protect(mark[1])

    def _unmark(self, ident: str | None) -> None:
        """Close the innermost mark of this id; ``None`` is a ``mrk``, which closes by itself."""
        assert self._side is not None
        for index in range(len(self._marks) - 1, 0, -1):
            if self._marks[index][0] == ident:
                del self._marks[index]
                break
        self._side.protect(self._marks[-1][1])

    def _enter(self, start: Start) -> None:
        attributes = start.attributes
        said = self._is_protected(start)
        self._translate.append(self._translate[-1] if said is None else not said)
        if start.name == "xliff":
            self._langs = attributes.get("srcLang"), attributes.get("trgLang")
        elif start.name == "file" and "source-language" in attributes:
            self._langs = attributes["source-language"], attributes.get("target-language")

    def _close(self, name: str) -> TranslationUnit | None:
        made = None
        if name in _ASIDE:
            self._aside -= 1
        elif self._aside:
            pass
        elif name in ("source", "target"):
            self._side = None
        elif name in _CODES and self._side is not None:
            self._hidden -= 1
        elif name == "mrk" and self._side is not None:
            self._unmark(None)
        elif name in _UNITS and self._start is not None:
            made = self._unit(self._start)
            self._start = None
        if name in _SCOPES:
            self._translate.pop()
        return made

    def _unit(self, start: Start) -> TranslationUnit | None:
        if "source" not in self._sides:
            return None
        self._number += 1
        ident = f"{self._path}#{self._number}"
        source, target = (self._segment(side, ident, start) for side in ("source", "target"))
        return TranslationUnit(ident, source, target, translate=self._translate[-1])

    def _segment(self, side: str, ident: str, start: Start) -> Segment:
        said = self._langs[side == "target"]
        lang = settle(said, self._given, side, self._path, start.line)
        found = self._sides.get(side) or self._spelling(start)
        return found.segment(ident, lang)

    def _spelling(self, start: Start) -> Spelling:
        return Spelling(self._path, start.offset, start.line, start.line_start)

    def _is_protected(self, start: Start) -> bool | None:
        """Whether an element's text is not to be translated; ``None``: it says nothing.

        Raises:
            DamagedDocumentError: It says neither yes nor no: guessing would pass over text.
        """
        if start.attributes.get("mtype") == "protected":
            return True
        said = start.attributes.get("translate", start.attributes.get(_ITS))
        if said not in (None, "yes", "no"):
            raise DamagedDocumentError(
                f"translate={said!r} of <{start.name}> is neither yes nor no",
                path=self._path,
                line=start.line,
                hint='XLIFF knows translate="yes" and translate="no"',
            )
        return None if said is None else said == "no"
