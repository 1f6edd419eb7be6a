"""From a file, or the bytes of an unsaved one, to a `Document`."""

from __future__ import annotations

import datetime
import hashlib
import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import takewhile
from pathlib import Path, PurePath

from termkit.errors import EmptyDocumentError, UnreadableDocumentError, UnsupportedLanguageError
from termkit.formats.base import Metadata, Passage, document_reader, document_suffixes
from termkit.formats.decode import MAX_BYTES, check_size
from termkit.formats.furniture import Wire, trim
from termkit.formats.layout import headings
from termkit.formats.seeds import beside, folders_apart
from termkit.lang import ROOMS, get_language
from termkit.model.document import Document, Segment, SegmentKind
from termkit.model.span import Locator


def read_document(
    path: str | Path,
    *,
    lang: str | None = None,
    source: str | None = None,
    date: datetime.date | None = None,
    profile: str | None = None,
    title: str | None = None,
    fallback: Metadata = Metadata(),  # noqa: B008 (frozen)
    any_language: bool = False,
) -> Document:
    """Read a file; `read_bytes` with what ``seeds.toml`` beside the file says of it.

    Raises:
        UnreadableDocumentError: Missing, not a file, not text, or too large.
        TermkitError: As `read_bytes`.
    """
    given = Metadata(lang, source, date, profile, title)
    known = beside(path).over(fallback)
    return _read(load_file(path), str(path), given, known, any_language)


def read_bytes(
    data: bytes,
    *,
    path: str,
    lang: str | None = None,
    source: str | None = None,
    date: datetime.date | None = None,
    profile: str | None = None,
    title: str | None = None,
    fallback: Metadata = Metadata(),  # noqa: B008 (frozen)
    any_language: bool = False,
    suffix: str | None = None,
) -> Document:
    """Read a document out of bytes: an unsaved editor buffer, standard input.

    What is given wins over the front matter, that over ``<html lang>``, over the file name
    (``report.vi.md``), over what the text itself shows: the date and agency of its dateline
    and credits, and its language.

    Args:
        data: As in the file.
        path: Names the document and, by its suffix, the format; none or ``-`` is plain text.
        lang: BCP 47 tag.
        source: Publisher, such as ``"vns"``.
        date: Of publication.
        profile: Name of the house style.
        title: Headline.
        fallback: What a configuration says of such files: weaker than the front matter and
            ``seeds.toml``, stronger than what the text shows.
        any_language: A tag without a room is taken as given: for aligning.
        suffix: Names the format in place of the path's suffix: an id of a database has none.

    Returns:
        At least one segment. Datelines, credits and date lines are in none of them.

    Raises:
        UnknownFormatError: No reader for the suffix.
        UnreadableDocumentError: Not text in a known encoding, damaged, or too large.
        EmptyDocumentError: No text in it.
        UnsupportedLanguageError: A language without a room, or one that cannot be told.
        MissingExtraError: The format needs an extra.
        ConfigError: Front matter that does not fit.
    """
    given = Metadata(lang, source, date, profile, title)
    return _read(data, path, given, fallback, any_language, suffix)


def find_documents(paths: Iterable[str | Path], *, also: Iterable[str] = ()) -> list[str]:
    """The files that a list of files and folders stands for, each once, in order.

    A folder stands for every file in it, at any depth, that has a reader; sorted. Hidden
    files are skipped, as are folders that a ``seeds.toml`` sets apart, and symbolic links
    never lead out of the folder. ``-`` stays as it is.

    Args:
        paths: Files, folders, ``-``.
        also: Suffixes of other files that a folder stands for.

    Raises:
        UnreadableDocumentError: A path that is not there.
        EmptyDocumentError: A folder without a document.
        ConfigError: A ``seeds.toml`` that is wrong.
    """
    suffixes = (*document_suffixes(), *also)
    found: dict[str, None] = {}
    for path in paths:
        if str(path) == "-":
            found["-"] = None
        elif Path(path).is_dir():
            files = sorted(_walk(Path(path), frozenset(suffixes)))
            if not files:
                raise EmptyDocumentError(
                    "no document in this folder",
                    path=path,
                    hint="readable: " + ", ".join(suffixes),
                )
            found.update(dict.fromkeys(files))
        elif not _exists(path):
            raise UnreadableDocumentError("there is no such file or folder", path=path)
        else:
            found[str(path)] = None
    return list(found)


def _exists(path: str | Path) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:  # a NUL in the name
        return False


def real_path(path: str, folders: dict[str, str]) -> str:
    """`os.path.realpath` of one of many files: few are links, and their folders are few.

    Args:
        path: Of a file.
        folders: Where the folders of the files before really are; filled.
    """
    folder, name = os.path.split(path)
    if name in ("", os.curdir, os.pardir) or os.path.islink(path):
        return os.path.realpath(path)
    if folder not in folders:
        folders[folder] = os.path.realpath(folder)
    return os.path.join(folders[folder], name)


def _walk(folder: Path, suffixes: frozenset[str]) -> Iterator[str]:
    root = folder.resolve()
    for parent, folders, files in os.walk(folder):
        apart = folders_apart(Path(parent))
        folders[:] = [name for name in folders if not name.startswith(".") and name not in apart]
        here = Path(parent).as_posix()
        for name in files:
            if name.startswith(".") or os.path.splitext(name)[1].lower() not in suffixes:
                continue
            file = name if here == "." else f"{here.rstrip('/')}/{name}"
            if os.path.islink(file) and not Path(file).resolve().is_relative_to(root):
                continue
            if os.path.isfile(file):
                yield file


def load_file(path: str | Path) -> bytes:
    """The bytes of a document.

    Raises:
        UnreadableDocumentError: Missing, not a file, or too large.
    """
    try:
        with open(path, "rb") as file:
            check_size(os.fstat(file.fileno()).st_size, str(path))
            data = file.read(MAX_BYTES + 1)  # a device has no size
    except FileNotFoundError:
        raise UnreadableDocumentError("there is no such file", path=path) from None
    except IsADirectoryError:
        raise UnreadableDocumentError("this is a folder", path=path) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableDocumentError(f"cannot be read: {reason}", path=path) from None
    check_size(len(data), str(path))
    return data


def _read(
    data: bytes,
    path: str,
    given: Metadata,
    known: Metadata,
    any_language: bool,
    suffix: str | None = None,
) -> Document:
    name = PurePath(path)
    if given.lang is not None and not any_language:
        _known(given.lang, path)
    if suffix is None:
        suffix = "" if path == "-" else name.suffix
    content = document_reader(suffix or ".txt", path=path)(data, path)
    passages, wire = trim(content.passages)
    if not passages:
        raise EmptyDocumentError("no text to check in it", path=path)
    if content.plain:
        passages = headings(passages, wire.bodies)
    about = given.over(content.about).over(known).over(content.hint)
    about = about.over(_seen(passages, wire))
    lang = about.lang or _lang_of(name) or _detect(passages, path)
    if not any_language:
        _known(lang, path)
    if lang.lower() == "zh":
        from termkit.lang.zh.script import chinese_script

        lang = chinese_script("".join(passage.text for passage in passages))
    return Document(
        id=path,
        path=path,
        lang=lang,
        source=about.source,
        date=about.date,
        profile=about.profile,
        segments=tuple(_segments(passages, path, lang, content.line_starts)),
        sha256=hashlib.sha256(data).hexdigest(),
        title=about.title,
        line_starts=content.line_starts,
        pragmas=content.pragmas,
        datelines=wire.datelines,
    )


def _known(lang: str, path: str) -> None:
    """See that there is a room for the language that somebody gave the document."""
    try:
        get_language(lang)
    except UnsupportedLanguageError as error:
        raise UnsupportedLanguageError(error.problem, path=path, hint=error.hint) from None


def _seen(passages: tuple[Passage, ...], wire: Wire) -> Metadata:
    """What the text itself shows; its title is the longest headline before the first paragraph."""
    opening = takewhile(lambda passage: passage.kind is SegmentKind.HEADING, passages)
    title = max((" ".join(passage.text.split()) for passage in opening), key=len, default=None)
    return Metadata(source=wire.source, date=wire.date, title=title)


def _lang_of(name: PurePath) -> str | None:
    """The language in a file name such as ``report.vi.md``, or ``None``."""
    inner = PurePath(name.stem).suffix[1:]
    return inner if inner.split("-")[0].lower() in ROOMS else None


def _detect(passages: tuple[Passage, ...], path: str) -> str:
    from termkit.lang.detect import detect_language

    lang: str | None = detect_language(" ".join([passage.text for passage in passages]))
    if lang is None:
        raise UnsupportedLanguageError(
            "the language of this text cannot be told", path=path, hint="say it with --lang"
        )
    return lang


def _segments(
    passages: tuple[Passage, ...], document: str, lang: str, starts: tuple[int, ...]
) -> Iterator[Segment]:
    for number, passage in enumerate(passages, start=1):
        yield Segment(
            id=f"{document}#{number}",
            lang=lang,
            text=passage.text,
            locator=Locator(
                passage.offset, bisect_right(starts, passage.offset) or None, cell=passage.cell
            ),
            kind=passage.kind,
            origin=passage.origin,
        )
