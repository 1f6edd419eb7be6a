"""The reading half of TMX (LISA OSCAR, TMX 1.4b, 2005): one unit at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from termkit.errors import UnreadableDocumentError, UnsupportedLanguageError, UsageError
from termkit.formats.base import Languages
from termkit.formats.dates import read_stamp
from termkit.formats.languages import canonical, given, pick, serves
from termkit.formats.spelling import Spelling
from termkit.formats.unit_columns import read_confidence
from termkit.formats.xml_stream import End, Start, Text, read_events
from termkit.model.bitext import TranslationUnit

_CODES = frozenset(("bpt", "ept", "it", "ph", "ut"))  # what they hold is code, not text
_ALL = "*all*"
_PROPERTIES = frozenset(("publisher", "date", "profile", "translate", "confidence"))


def read_units(file: BinaryIO, path: str, languages: Languages) -> Iterator[TranslationUnit]:
    """The units of a TMX file: its source language with each other language of a unit.

    Languages without a room in termkit are passed over where another language serves.

    Raises:
        UsageError: The file does not say which language is the source.
        UnsupportedLanguageError: No unit has two languages with rooms.
        UnreadableDocumentError: No TMX.
        DamagedDocumentError: As `read_events`; the units before have been yielded.
    """
    languages = given(languages, path)
    memory = _Memory(path, languages)
    number = passed = 0
    for event in read_events(file, path):
        unit = memory.take(event)
        if unit is None:
            continue
        made = list(unit.pairs(languages, memory.source))
        passed += not made
        for source, target in made:
            number += 1
            ident = f"{path}#{number}"
            yield unit.translation(ident, source, target)
    if not number and passed:
        raise UnsupportedLanguageError(
            "no unit has two of the languages that are asked for",
            path=path,
            hint=f"the file has: {', '.join(sorted(memory.seen)) or 'none'}",
        )


class _Unit:
    """One ``tu`` while it is read."""

    def __init__(self, start: Start, path: str) -> None:
        self.path = path
        self.line = start.line
        self.source = start.attributes.get("srclang")
        self.stamp = start.attributes.get("changedate") or start.attributes.get("creationdate")
        self.properties: dict[str, str] = {}
        self.sides: dict[str, Spelling] = {}

    def pairs(self, languages: Languages, header: str | None) -> Iterator[tuple[str, str]]:
        """Tags of the source and of each target, as written in the file."""
        wanted = languages.source or self.source or header
        if wanted in (None, _ALL):
            rooms = [tag for tag in self.sides if serves(tag, languages)]
            if languages.target is None and len(rooms) > 1:
                raise UsageError(
                    "the file does not say which language is the source",
                    path=self.path,
                    line=self.line,
                    hint="say it with --source-lang",
                )
            other = (tag for tag in rooms if canonical(tag) != languages.target)
            wanted = next(other, None)
        source = wanted and pick(self.sides, wanted)
        if not source or not serves(source, languages):
            return
        for tag in self.sides:
            if tag == source or not serves(tag, languages):
                continue
            if languages.target is None or pick(self.sides, languages.target) == tag:
                yield source, tag

    def translation(self, ident: str, source: str, target: str) -> TranslationUnit:
        return TranslationUnit(
            ident,
            self.sides[source].segment(ident, canonical(source)),
            self.sides[target].segment(ident, canonical(target)),
            publisher=self.properties.get("publisher"),
            date=read_stamp(self.properties.get("date") or self.stamp),
            profile=self.properties.get("profile"),
            confidence=read_confidence(self.properties.get("confidence")),
            translate=self.properties.get("translate") != "no",
        )


class _Memory:
    """Where in the file the events are."""

    def __init__(self, path: str, languages: Languages) -> None:
        self.path = path
        self.source: str | None = None
        self.seen: set[str] = set()
        self._unit: _Unit | None = None
        self._lang: str | None = None
        self._side: Spelling | None = None
        self._hidden = 0
        self._property: str | None = None
        self._begun = False

    def take(self, event: Start | End | Text) -> _Unit | None:
        """Take one event; the unit that it closes, if it does."""
        if isinstance(event, Text):
            self._take_text(event)
            return None
        if isinstance(event, Start):
            self._open(event)
            return None
        if event.name in _CODES and self._side is not None:
            self._hidden -= 1
        elif event.name == "seg":
            self._side = None
        elif event.name == "prop":
            self._property = None
        elif event.name == "tu":
            unit, self._unit = self._unit, None
            return unit
        return None

    def _open(self, start: Start) -> None:
        name, attributes = start.name, start.attributes
        if not self._begun:
            if name != "tmx":
                raise UnreadableDocumentError(
                    f"this is no TMX: the root element is <{name}>", path=self.path, line=start.line
                )
            self._begun = True
        elif name == "header":
            self.source = attributes.get("srclang")
        elif name == "tu":
            self._unit, self._lang = _Unit(start, self.path), None
        elif self._unit is None:
            return
        elif name == "tuv":
            self._lang = attributes.get("lang")
        elif name == "seg" and self._lang:
            self.seen.add(canonical(self._lang))
            side = Spelling(self.path, start.offset, start.line, start.line_start)
            # A second variant in the same language is another translation of the same unit.
            self._side = self._unit.sides.setdefault(self._lang, side)
            self._hidden = 0 if self._side is side else 1
        elif name in _CODES and self._side is not None:
            self._hidden += 1
        elif name == "prop":
            name = attributes.get("type", "").lower().removeprefix("x-").removeprefix("termkit-")
            self._property = name if name in _PROPERTIES else None

    def _take_text(self, event: Text) -> None:
        if self._side is not None:
            if not self._hidden:
                self._side.add(event.text, event.start, event.end, event.line_start)
        elif self._property and self._unit is not None:
            found = self._unit.properties
            found[self._property] = found.get(self._property, "") + event.text
