"""What `termkit align` reads: two documents or files of lines, and their languages."""

from __future__ import annotations

import argparse
import datetime
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from termkit.cli.options import config_from, note
from termkit.errors import EmptyDocumentError, UnsupportedLanguageError, UsageError
from termkit.model.document import Segment

if TYPE_CHECKING:
    from termkit.lang.base import Language


@dataclass(frozen=True, slots=True)
class Side:
    """One document of a pair.

    Attributes:
        path: As the user wrote it.
        lang: BCP 47 tag.
        segments: What is aligned; none when there is no text in the file.
        publisher, date, profile: As of a `Document`.
    """

    path: str
    lang: str
    segments: tuple[Segment, ...]
    publisher: str | None = None
    date: datetime.date | None = None
    profile: str | None = None


def read_sides(args: argparse.Namespace, source: str, target: str) -> tuple[Side, Side]:
    """Both documents of a pair.

    Args:
        args: With ``lang``, ``target_lang`` and ``segmented``.
        source, target: Paths; one of them may be ``-``.

    Raises:
        UsageError: Both are standard input.
        EmptyDocumentError: Neither has any text.
        TermkitError: One cannot be read, or its language is not known.
    """
    if source == target == "-":
        raise UsageError("standard input can be only one of the two")
    sides = _read(args, source, args.lang), _read(args, target, args.target_lang)
    if not sides[0].segments and not sides[1].segments:
        raise EmptyDocumentError("no text in it, and none in the other", path=source)
    for side in sides:
        if not side.segments:
            note(args, f"{side.path}: no text in it, so nothing is paired")
    return sides


def language_of(tag: str) -> Language:
    """The room of a language, or the last resort where there is none."""
    from termkit.lang import get_language
    from termkit.lang.last_resort import last_resort

    try:
        return get_language(tag)
    except UnsupportedLanguageError:
        return last_resort(tag)


def tell_last_resort(args: argparse.Namespace, tags: tuple[str, str]) -> None:
    """A note on each language that termkit knows nothing of."""
    from termkit.lang import ROOMS

    for tag in dict.fromkeys(tags):
        if tag.split("-")[0].lower() not in ROOMS:
            note(
                args,
                f"termkit has no rules of its own for {tag!r}: sentences end where most languages "
                "end them, words match by length, letters and numbers",
            )


def _read(args: argparse.Namespace, path: str, lang: str | None) -> Side:
    if args.segmented:
        return _read_lines(args, path, lang)
    from termkit.align.segments import sentence_segments
    from termkit.formats.base import Metadata
    from termkit.formats.read import read_bytes, read_document

    config = config_from(args)
    fallback = Metadata(
        config.lang_for(path), config.source_for(path), None, config.profile_for(path)
    )
    try:
        if path == "-":
            data = sys.stdin.buffer.read()
            found = read_bytes(data, path=path, lang=lang, fallback=fallback, any_language=True)
        else:
            found = read_document(path, lang=lang, fallback=fallback, any_language=True)
    except EmptyDocumentError:
        return Side(path, lang or "und", ())
    segments = sentence_segments(found, language_of(found.lang))
    return Side(path, found.lang, segments, found.source, found.date, found.profile)


def _read_lines(args: argparse.Namespace, path: str, lang: str | None) -> Side:
    from termkit.align.segments import line_segments
    from termkit.formats.decode import decode
    from termkit.formats.read import load_file
    from termkit.lang.detect import detect_language

    data = sys.stdin.buffer.read() if path == "-" else load_file(path)
    try:
        text = decode(data, path)
    except EmptyDocumentError:
        return Side(path, lang or "und", ())
    lang = lang or config_from(args).lang_for(path) or detect_language(text)
    if lang is None:
        raise UnsupportedLanguageError(
            "the language of this text cannot be told",
            path=path,
            hint="say it with --lang and --target-lang",
        )
    return Side(path, lang, line_segments(text, path=path, lang=lang))
