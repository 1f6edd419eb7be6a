"""The documents a command line names, read one after the other."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from termkit.config import Config
from termkit.errors import TermkitError, UnsupportedLanguageError, UsageError
from termkit.model.document import Document

Entry = Document | tuple[str, TermkitError]


def named_paths(
    args: argparse.Namespace, *, also: Iterable[str] = ()
) -> list[str | tuple[str, TermkitError]]:
    """The files that the arguments stand for, each once; a bad path is named with its error.

    Args:
        args: With ``paths``.
        also: Suffixes of other files than documents that a folder stands for.

    Raises:
        UsageError: No path was given: the working directory is never meant in silence.
    """
    from termkit.formats.read import find_documents, real_path

    if not args.paths:
        raise UsageError(
            "no document is named", hint="give files or folders, or - for standard input"
        )
    if "" in args.paths:
        raise UsageError("an empty path names nothing", hint="a shell variable may be empty")
    found: dict[str, str | tuple[str, TermkitError]] = {}
    folders: dict[str, str] = {}
    for path in args.paths:
        try:
            for name in find_documents([path], also=also):
                key = name if name == "-" else real_path(name, folders)
                found.setdefault(key, name)
        except TermkitError as error:
            found.setdefault(f"\0{path}", (path, error))
    return list(found.values())


def read_documents(
    args: argparse.Namespace,
    config: Config,
    paths: Iterable[str | tuple[str, TermkitError]] | None = None,
) -> Iterator[Entry]:
    """Read every document that the arguments name.

    What the command line says wins over the document's own front matter and
    ``seeds.toml``; the globs of the configuration fill what those leave open.

    Args:
        args: With ``paths``, ``lang``, ``source`` and ``date`` of `options.add_paths`, and
            ``profile`` where the command has it.
        config: Its globs.
        paths: What `named_paths` returned, when the caller has already asked.

    Yields:
        A document, or the path and the error of one that cannot be read.
    """
    for path in named_paths(args) if paths is None else paths:
        if isinstance(path, tuple):
            yield path
            continue
        try:
            yield _read(path, args, config)
        except TermkitError as error:
            yield path, error


def tell_unreadable(
    args: argparse.Namespace, errors: Iterable[tuple[str, TermkitError]], *, always: bool = False
) -> None:
    """Name the bad files on standard error, beside the result of the good ones.

    Args:
        args: With ``quiet``.
        errors: Path and error of each.
        always: Even when quiet: there is no result that would name them.
    """
    if always or not args.quiet:
        for path, error in errors:
            sentence = str(error) if error.path is not None else f"{path}: {error}"
            print(f"termkit: {sentence}", file=sys.stderr)


def load_bytes(args: argparse.Namespace, path: str) -> bytes:
    """The bytes of a document; standard input can be read only once and is kept.

    Raises:
        OSError: The file is gone or closed to us.
    """
    if path != "-":
        return Path(path).read_bytes()
    data = getattr(args, "standard_input", None)
    if data is None:
        data = args.standard_input = sys.stdin.buffer.read()
    return bytes(data)


def _read(path: str, args: argparse.Namespace, config: Config) -> Document:
    from termkit.formats.base import Metadata
    from termkit.formats.read import read_bytes, read_document

    fallback = Metadata(
        lang=_language(config, path),
        source=config.source_for(path),
        profile=config.profile_for(path),
    )
    given = {
        "lang": args.lang,
        "source": args.source,
        "date": args.date,
        "profile": getattr(args, "profile", None),
    }
    if path == "-":
        return read_bytes(load_bytes(args, path), path=path, fallback=fallback, **given)
    return read_document(path, fallback=fallback, **given)


def _language(config: Config, path: str) -> str | None:
    from termkit.lang import get_language

    tag = config.lang_for(path)
    if tag is not None:
        try:
            get_language(tag)
        except UnsupportedLanguageError as error:
            raise UnsupportedLanguageError(
                error.problem, path=config.path, hint=error.hint
            ) from None
    return tag
