"""The files of translations among what a command line names."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace

from termkit.check.bitext import Bitext
from termkit.cli.options import language_tag, load_from, note
from termkit.config import Config
from termkit.errors import TermkitError, UnsupportedLanguageError, UsageError
from termkit.model.bitext import TranslationUnit
from termkit.model.document import Document

_SURE = 0.5  # confidence of a pair that is checked


def add_languages(parser: argparse.ArgumentParser) -> None:
    """What the user knows of the sides of a translation."""
    group = parser.add_argument_group("translations (TMX, XLIFF, PO, TSV, and tables)")
    group.add_argument(
        "--source-lang",
        metavar="TAG",
        type=language_tag,
        help="language of the source, where the file does not say it or has several",
    )
    group.add_argument(
        "--target-lang", metavar="TAG", type=language_tag, help="language of the translation"
    )
    group.add_argument(
        "--against",
        metavar="SOURCE",
        help="the document named is a translation of this one: align the two and check the pairs",
    )


def is_bitext(args: argparse.Namespace, path: str) -> bool:
    """Whether a file holds translations, by its suffix or its columns; both languages make
    any table of texts one."""
    from termkit.formats import bitext

    said = args.source_lang is not None and args.target_lang is not None
    return path != "-" and (bitext.is_bitext(path) or (said and bitext.is_table(path)))


def folder_suffixes() -> tuple[str, ...]:
    """Suffixes of the files of translations that a folder stands for."""
    from termkit.formats import bitext

    return bitext.folder_suffixes()


def is_passed_over(args: argparse.Namespace, path: str) -> bool:
    """Whether a file that lies in a folder is in languages that termkit does not know: one of
    a hundred catalogues. A file that is named is read or told."""
    from termkit.formats.base import Languages
    from termkit.formats.bitext import read_units

    if path in args.paths:
        return False
    try:
        next(read_units(path, Languages(args.source_lang, args.target_lang)), None)
    except UnsupportedLanguageError as error:
        note(args, f"{path}: passed over, {error.problem}")
        return True
    except TermkitError:
        pass  # told when it is checked
    return False


def open_bitext(args: argparse.Namespace, path: str, config: Config) -> Bitext:
    """A file of translations, to be read while it is checked.

    What the command line says of publisher, date and house style goes before what a unit
    says, and the globs of the configuration after it.
    """
    from termkit.formats.base import Languages
    from termkit.formats.bitext import read_units

    units = read_units(path, Languages(args.source_lang, args.target_lang))
    return Bitext(path, _described(units, args, config, path))


def align_with_source(args: argparse.Namespace, path: str, config: Config) -> Bitext:
    """A document and the source it translates, aligned sentence by sentence.

    Pairs that the aligner is not sure of are left out, with a note.

    Raises:
        TermkitError: One of the two cannot be read, or both are in one language.
    """
    from termkit.align.segments import sentence_segments
    from termkit.align.sentences import align_sentences
    from termkit.align.units import translation_units
    from termkit.formats.base import Metadata
    from termkit.formats.read import read_document
    from termkit.lang import get_language

    said = {args.against: args.source_lang, path: args.target_lang or args.lang}
    documents = [
        read_document(
            name,
            lang=lang,
            fallback=Metadata(
                config.lang_for(name), config.source_for(name), None, config.profile_for(name)
            ),
        )
        for name, lang in said.items()
    ]
    source, target = documents
    if source.lang.split("-")[0] == target.lang.split("-")[0]:
        raise UsageError(f"both documents are in {source.lang}", path=path)
    rooms = get_language(source.lang), get_language(target.lang)
    here, there = (
        sentence_segments(document, room) for document, room in zip(documents, rooms, strict=True)
    )
    alignment = align_sentences(
        [segment.text for segment in here],
        [segment.text for segment in there],
        rooms,
        tags=(source.lang, target.lang),
        concepts=load_from(args),
    )
    made = list(
        translation_units(
            alignment.beads,
            here,
            there,
            bitext=path,
            langs=(source.lang, target.lang),
            joiners=(rooms[0].joiner, rooms[1].joiner),
        )
    )
    sure = [unit for unit in made if unit.confidence is None or unit.confidence >= _SURE]
    if len(sure) < len(made):
        note(args, f"{len(made) - len(sure)} of {len(made)} pairs are too unsure to be checked")
    return Bitext(path, [_placed(unit, source, target, args) for unit in sure])


def _placed(
    unit: TranslationUnit, source: Document, target: Document, args: argparse.Namespace
) -> TranslationUnit:
    """The unit with the lines of both documents, and what is known of the translation."""
    number = unit.id.rpartition("#")[2]
    here, there = (
        replace(side, id=f"{document.path}#{number}", locator=document.locator(side))
        for side, document in ((unit.source, source), (unit.target, target))
    )
    return TranslationUnit(
        unit.id,
        here,
        there,
        publisher=args.source or target.source,
        date=args.date or target.date,
        profile=target.profile,
        confidence=unit.confidence,
    )


def _described(
    units: Iterator[TranslationUnit], args: argparse.Namespace, config: Config, path: str
) -> Iterator[TranslationUnit]:
    publisher, profile = config.source_for(path), config.profile_for(path)
    if not (args.source or args.date or publisher or profile):
        yield from units
        return
    for unit in units:
        yield replace(
            unit,
            publisher=args.source or unit.publisher or publisher,
            date=args.date or unit.date,
            profile=unit.profile or profile,
        )
