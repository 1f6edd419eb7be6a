"""The files of translations among what a command line names."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace

from termkit.check.bitext import Bitext
from termkit.cli.options import language_tag
from termkit.config import Config
from termkit.model.bitext import TranslationUnit


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


def is_bitext(args: argparse.Namespace, path: str) -> bool:
    """Whether a file holds translations, by its suffix or its columns; both languages make
    any table of texts one."""
    from termkit.formats import bitext

    said = args.source_lang is not None and args.target_lang is not None
    return path != "-" and (bitext.is_bitext(path) or (said and bitext.is_table(path)))


def open_bitext(args: argparse.Namespace, path: str, config: Config) -> Bitext:
    """A file of translations, to be read while it is checked.

    What the command line says of publisher, date and house style goes before what a unit
    says, and the globs of the configuration after it.
    """
    from termkit.formats.base import Languages
    from termkit.formats.bitext import read_units

    units = read_units(path, Languages(args.source_lang, args.target_lang))
    return Bitext(path, _described(units, args, config, path))


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
