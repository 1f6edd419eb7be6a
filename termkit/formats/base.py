"""What a format is, and what a reader hands over before it becomes a `Document`."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import BinaryIO, TextIO

from termkit.errors import UnknownFormatError, UsageError
from termkit.formats.tags import language_tag
from termkit.model.bitext import TranslationUnit
from termkit.model.concept import Concept, Designation
from termkit.model.document import Pragma, SegmentKind
from termkit.registry import discover


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a text from outside its sentences; ``None`` is not known."""

    lang: str | None = None
    source: str | None = None
    date: datetime.date | None = None
    profile: str | None = None
    title: str | None = None

    def over(self, other: Metadata) -> Metadata:
        """This, with the gaps filled from the other.

        >>> Metadata(lang="vi").over(Metadata(lang="en", source="vns"))
        Metadata(lang='vi', source='vns', date=None, profile=None, title=None)
        """
        if other == _NOTHING_KNOWN:
            return self
        return Metadata(
            other.lang if self.lang is None else self.lang,
            other.source if self.source is None else self.source,
            other.date if self.date is None else self.date,
            other.profile if self.profile is None else self.profile,
            other.title if self.title is None else self.title,
        )


_NOTHING_KNOWN = Metadata()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text and where each of its characters stands in the file.

    Attributes:
        text: Markup and comments taken out, nothing normalised.
        offset: Of its first character in the decoded file, in code points.
        kind: Heading, paragraph or cell.
        origin: As `Segment.origin`: ``None`` when the text is a plain slice of the file.
        cell: Where a table cell stands, when the format knows.
    """

    text: str
    offset: int = 0
    kind: SegmentKind = SegmentKind.PARAGRAPH
    origin: tuple[int, ...] | None = None
    cell: str | None = None

    @classmethod
    def join(
        cls,
        text: str,
        pieces: Sequence[tuple[int, int]],
        kind: SegmentKind = SegmentKind.PARAGRAPH,
    ) -> Passage:
        """The passage made of some slices of a file, in order.

        >>> Passage.join("met <b>Trung</b>.", [(0, 4), (7, 12), (16, 17)]).text
        'met Trung.'
        """
        first, last = pieces[0][0], pieces[-1][1]
        if all(a[1] == b[0] for a, b in pairwise(pieces)):
            return cls(text[first:last], first, kind)
        origin = [index for start, end in pieces for index in range(start, end)]
        return cls("".join(text[a:b] for a, b in pieces), first, kind, (*origin, last))

    @classmethod
    def spell(
        cls,
        characters: Sequence[tuple[str, int]],
        end: int,
        kind: SegmentKind = SegmentKind.PARAGRAPH,
    ) -> Passage:
        """The passage made of characters, each with its offset in the file.

        Args:
            characters: What is read, which need not be what is written (``&amp;``).
            end: Offset just past the last of them.
            kind: Heading, paragraph or cell.
        """
        origin = (*(offset for _, offset in characters), end)
        text = "".join(character for character, _ in characters)
        if all(b - a == 1 for a, b in pairwise(origin)):
            return cls(text, origin[0], kind)
        return cls(text, origin[0], kind, origin)

    def cut(self, start: int, end: int | None = None) -> Passage:
        """A part of it, which still knows where it stands."""
        end = len(self.text) if end is None else end
        text = self.text[start:end]
        if self.origin is None:
            return Passage(text, self.offset + start, self.kind, None, self.cell)
        origin = self.origin[start : end + 1]
        if end > start:  # markup that follows the part is not in it
            origin = (*origin[:-1], min(origin[-1], origin[-2] + 1))
        if all(b - a == 1 for a, b in pairwise(origin)):
            return Passage(text, origin[0], self.kind, None, self.cell)
        return Passage(text, origin[0], self.kind, origin, self.cell)

    def strip(self) -> Passage:
        """Without white space around it (full-width indents included)."""
        if self.origin is None and self.text == self.text.strip():
            return self
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, max(start, len(self.text.rstrip())))

    def but(self, kind: SegmentKind) -> Passage:
        """The same passage as another kind."""
        return Passage(self.text, self.offset, kind, self.origin, self.cell)


@dataclass(frozen=True, slots=True)
class Content:
    """What a reader found in a file.

    Attributes:
        passages: Reading order.
        line_starts: Offset of the first code point of each physical line.
        about: What the file says of itself on purpose (front matter).
        hint: What its markup says by the way (``<html lang>``); weaker than `about`.
        pragmas: Inline comments that accept findings.
        plain: No heading is marked up: headlines are told by their looks.
    """

    passages: tuple[Passage, ...]
    line_starts: tuple[int, ...]
    about: Metadata = Metadata()
    hint: Metadata = Metadata()
    pragmas: tuple[Pragma, ...] = ()
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Languages:
    """BCP 47 tags of both sides of a bitext, where the user gave them; ``None``: the file says.

    Attributes:
        source, target: Tags.
        any_language: One without a room serves as well.
    """

    source: str | None = None
    target: str | None = None
    any_language: bool = False


DocumentReader = Callable[[bytes, str], Content]
UnitReader = Callable[[BinaryIO, str, Languages], Iterator[TranslationUnit]]
UnitWriter = Callable[[Iterable[TranslationUnit], BinaryIO], None]


def _ignore(what: str) -> None:
    """Nobody asked."""


@dataclass(frozen=True, slots=True)
class ConceptOptions:
    """What a user may say about a file of concepts; a format uses what it has a place for.

    Attributes:
        languages: BCP 47 tags in order; they become those of a glossary, *zh-TW* is *zh-Hant*.
            On writing, only these are wanted, and in a format with sides the first is the
            source. On reading, of the columns or sides of a file that does not name its
            languages.
        dialect, style: One of the door's; ``None`` is the usual one. TBX 3 has both.
        title: What the collection is called, where a file has a place for it.
        date: Of the export, for a format whose header must say it; no other format uses it,
            so that one glossary gives one file.
        left_out: A reader tells it what a file holds that a glossary has no field for.

    Raises:
        UsageError: A language is no language tag.
    """

    languages: tuple[str, ...] = ()
    dialect: str | None = None
    style: str | None = None
    title: str = "termkit"
    date: datetime.date | None = None
    left_out: Callable[[str], None] = _ignore

    def __post_init__(self) -> None:
        try:
            tags = tuple(language_tag(tag) for tag in self.languages)
        except ValueError as error:
            raise UsageError(str(error), hint="such as vi, en, zh-Hans") from None
        object.__setattr__(self, "languages", tags)


ConceptReader = Callable[[BinaryIO, str, ConceptOptions], Iterator[Concept]]
ConceptWriter = Callable[[Iterable[Concept], BinaryIO, ConceptOptions], None]
Losses = Callable[[ConceptOptions], tuple[str, ...]]
Picks = Callable[[Sequence[Designation], ConceptOptions], Iterable[Designation]]


@dataclass(frozen=True, slots=True)
class BitextDoor:
    """How a format carries translation units, one at a time and in bounded memory.

    Attributes:
        reads: Open file, path (for messages) and languages to units in file order. A file
            that breaks off raises after the units before the break have been yielded.
        writes: Units to an open file.
        loses: Fields of `TranslationUnit` that the format cannot carry.
    """

    reads: UnitReader | None = None
    writes: UnitWriter | None = None
    loses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConceptDoor:
    """How a format carries concepts, one at a time and in bounded memory.

    `formats.carry` turns a concept into what the format can carry, by the fields below, and
    names the rest; a writer therefore gets nothing it would have to drop, and what a reader
    gives back from its file equals what it got.

    Attributes:
        reads: Open file, path (for messages) and options to concepts in file order.
        writes: Concepts to an open file.
        loses: Fields that the format cannot carry: ``note`` of the concept,
            ``designation.note``, ``relation.note``; ``id`` is one made up on reading.
        loses_more: Fields that it cannot carry under some options, such as a small dialect.
        picks: Which of a concept's designations go into a file that has room for few: called
            with those in the wanted languages, their statuses and forms still known.
        keeps: What else of a concept it carries: called with the concept after `loses`;
            a concept without designations is left out.
        suggests: The tools that read it suggest every designation in it, whatever the file
            says of its status.
        sides: How many languages one file holds: 2 for source and target, 1 for a list of
            words, 0 for any number. On writing, `ConceptOptions.languages` must name them.
        dialects, styles: What `ConceptOptions.dialect` and `style` may be; the first is usual.
        names_languages: The file says which languages it holds; otherwise a reader is told.
        reads_exported: Reads the state in which the file was exported, where it holds it.
        recognises: Whether the first bytes of a file (4 KiB) are of this format, where
            several formats share a suffix.
    """

    reads: ConceptReader | None = None
    writes: ConceptWriter | None = None
    loses: tuple[str, ...] = ()
    loses_more: Losses | None = None
    picks: Picks | None = None
    keeps: Callable[[Concept, ConceptOptions], Concept] | None = None
    suggests: bool = False
    sides: int = 0
    dialects: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    names_languages: bool = True
    reads_exported: ConceptReader | None = None
    recognises: Callable[[bytes], bool] | None = None

    def losses(self, options: ConceptOptions) -> tuple[str, ...]:
        """Every field that is lost under these options."""
        more = self.loses_more(options) if self.loses_more is not None else ()
        return (*self.loses, *more)


@dataclass(frozen=True, slots=True)
class Format:
    """One file format; its module offers it as ``FORMAT``.

    A format opens one or more doors: TMX carries translation units and, less well, concepts.

    Attributes:
        name: As typed after ``--to``.
        suffixes: With the dot, lower case; the first is the usual one.
        spec: Where it is defined.
        document: Reads documents to check.
        bitext: Reads and writes translation units.
        concepts: Reads and writes concepts.
        extra: The extra of the distribution that brings what it needs.
    """

    name: str
    suffixes: tuple[str, ...]
    spec: str
    document: DocumentReader | None = None
    bitext: BitextDoor | None = None
    concepts: ConceptDoor | None = None
    extra: str | None = None

    @property
    def doors(self) -> Iterator[Door]:
        """What it carries, and what termkit can do about it."""
        if self.document is not None:
            yield Door("document", reads=True, writes=False, loses=())
        if self.bitext is not None:
            reads, writes = self.bitext.reads is not None, self.bitext.writes is not None
            yield Door("bitext", reads, writes, self.bitext.loses)
        if self.concepts is not None:
            reads, writes = self.concepts.reads is not None, self.concepts.writes is not None
            yield Door("concepts", reads, writes, self.concepts.losses(ConceptOptions()))


@dataclass(frozen=True, slots=True)
class Door:
    """One row of the table of formats."""

    carries: str
    reads: bool
    writes: bool
    loses: tuple[str, ...]


@contextmanager
def text_into(out: BinaryIO) -> Iterator[TextIO]:
    """UTF-8 with LF into an open file, which stays open."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="")
    try:
        yield text
    finally:
        text.flush()
        text.detach()


def all_formats() -> dict[str, Format]:
    """Every format by name.

    A format's third-party package is imported when it reads or writes, not here.
    """
    found = discover("termkit.formats", "FORMAT").values()
    return {entry.name: entry for entry in found}


def document_suffixes() -> tuple[str, ...]:
    """Suffixes of files that can be read as documents."""
    return tuple(sorted(_document_readers()))


@cache
def unit_suffixes() -> tuple[str, ...]:
    """Suffixes of files that translation units can be read from."""
    return tuple(
        sorted(
            suffix
            for entry in all_formats().values()
            if entry.bitext is not None and entry.bitext.reads is not None
            for suffix in entry.suffixes
        )
    )


@cache
def _document_readers() -> dict[str, DocumentReader]:
    """By suffix; of two formats with one suffix the first."""
    readers: dict[str, DocumentReader] = {}
    for entry in all_formats().values():
        if entry.document is not None:
            for suffix in entry.suffixes:
                readers.setdefault(suffix, entry.document)
    return readers


def document_reader(suffix: str, *, path: str) -> DocumentReader:
    """The reader of documents with a file suffix (with its dot, any case).

    Raises:
        UnknownFormatError: No reader; the hint says what is read, and by what.
    """
    reader = _document_readers().get(suffix.lower())
    if reader is not None:
        return reader
    raise UnknownFormatError(
        f"no reader for {suffix!r} files",
        path=path,
        hint=_readable(suffix.lower()),
    )


def _readable(suffix: str) -> str:
    hint = (
        f"known: {', '.join(document_suffixes())}; "
        f"termkit check reads translations and tables, too: {', '.join(unit_suffixes())}"
    )
    if any(
        suffix in entry.suffixes and entry.concepts is not None and entry.concepts.reads is not None
        for entry in all_formats().values()
    ):
        return f"termkit import takes a glossary from such a file; {hint}"
    return hint
