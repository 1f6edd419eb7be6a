"""Translation units as a flat table: one row per unit, for TSV, JSON and Parquet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from termkit.model.bitext import TranslationUnit

COLUMNS = (
    "source",
    "target",
    "source_lang",
    "target_lang",
    "id",
    "confidence",
    "publisher",
    "date",
    "profile",
    "translate",
)
"""Both texts come first, so that ``cut -f1,2`` gives what other tools read."""

LOSES = ("places in the documents",)


def rows(units: Iterable[TranslationUnit]) -> Iterator[tuple[object, ...]]:
    """The cells of each unit in the order of `COLUMNS`; what is not known is ``None``."""
    for unit in units:
        yield (
            unit.source.text,
            unit.target.text,
            unit.source.lang,
            unit.target.lang,
            unit.id,
            unit.confidence,
            unit.publisher,
            unit.date,
            unit.profile,
            unit.translate,
        )


def known_fields(row: tuple[object, ...]) -> Mapping[str, object]:
    """A row as a JSON object: dates are ISO 8601, what is usual or not known is left out."""
    fields = dict(zip(COLUMNS, row, strict=True))
    return {
        name: str(value) if name == "date" else value
        for name, value in fields.items()
        if value is not None and (name, value) != ("translate", True)
    }
