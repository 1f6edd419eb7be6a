"""Counts of a corpus merged and summed by polars: memory goes by distinct forms, not rows."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from termkit.check.shifts import find_shifts
from termkit.model.usage import ConceptUse, FormCount
from termkit.runners.uses import COLUMNS, EARLIEST, FIRST, KEYS

if TYPE_CHECKING:
    from termkit.glossary.store import Glossary

_WAITING = 64  # batches whose counts are merged at once
_PLACES = ("order", "row", "line", "column", "start")
_NUMBERS = {"number", "documents", *_PLACES, *(f"early_{name}" for name in _PLACES)}
_SHOWN = tuple(FormCount.__dataclass_fields__)


class UseTable:
    """The tallies of a corpus, merged as they come.

    Merging is associative, so it does not matter how often it is done.
    """

    def __init__(self) -> None:
        self._frames: list[Any] = []

    def add(self, tallies: Sequence[tuple[str | int, ...]]) -> None:
        """Count those of one batch as well; rows of `uses.COLUMNS`."""
        import polars

        schema = {name: polars.Int64 if name in _NUMBERS else polars.String for name in COLUMNS}
        self._frames.append(polars.DataFrame(tallies, schema=schema, orient="row"))
        if len(self._frames) > _WAITING:
            self._frames = [_merged(self._frames, KEYS)]

    def frame(self, *, by_month: bool) -> Any:
        """One row for each form, role, concept, source and language, and each month if asked.

        The place is the first in the corpus, by month the earliest in that month.
        """
        keys = KEYS if by_month else tuple(key for key in KEYS if key != "month")
        if not self._frames:
            self.add(())
        self._frames = [_merged(self._frames, KEYS)]
        frame = _merged(self._frames, keys)
        if by_month:
            frame = frame.drop(FIRST).rename(dict(zip(EARLIEST, FIRST, strict=True)))
        return frame.select(name for name in _SHOWN if name in frame.columns)


def _merged(frames: Sequence[Any], keys: Sequence[str]) -> Any:
    import polars
    from polars import col

    known = {name: col(name).filter(col(name) != "") for name in ("first_date", "last_date")}
    when = col("early_date").replace("", "~")  # what has no date is not early
    alone, none = (col("within") == "").any(), polars.lit("")
    whole = polars.concat([frame.lazy() for frame in frames]).sort("order")
    return (
        whole.group_by(keys)
        .agg(
            col("number", "documents").sum(),
            col("order", *FIRST).first(),
            col("early_order", *EARLIEST).sort_by(when, "early_order").first(),
            known["first_date"].min().fill_null(""),
            known["last_date"].max().fill_null(""),
            polars.when(alone).then(none).otherwise(col("within").first()).alias("within"),
        )
        .select(*(name for name in COLUMNS if name in keys or name not in KEYS))
        .collect(engine="streaming")
    )


def shared(frame: Any) -> Any:
    """Only concepts with something to compare: two sources, or two forms of one role."""
    from polars import col

    counts = (
        frame.lazy()
        .group_by("concept", "role")
        .agg(sources=col("source").n_unique(), forms=col("form").n_unique())
    )
    several = (col("forms") > 1) | ((col("sources") > 1) & (col("role") == "form"))
    kept = counts.filter(several).select("concept").unique()
    return frame.lazy().join(kept, on="concept", how="semi").collect(engine="streaming")


def concepts_of(frame: Any, glossary: Glossary) -> Iterator[ConceptUse]:
    """The concepts of a table in the order of their types and ids, each with its counts.

    Forms come by source, language and number, offices behind them by their date, as in a
    comparison of documents; months in order.
    """
    from termkit.check.comparison import concept_title

    types = {concept.id: concept.type.value for concept in glossary}
    rows = _in_order(frame, types).iter_rows()
    for ident, group in groupby(rows, key=lambda row: str(row[0])):
        counts = tuple(FormCount(*row) for row in group)
        name = concept_title(glossary.concepts[ident])
        yield ConceptUse(ident, types[ident], name, counts, find_shifts(counts))


def _in_order(frame: Any, types: dict[str, str]) -> Any:
    import polars
    from polars import col

    if "month" not in frame.columns:
        frame = frame.with_columns(month=polars.lit(""))
    office = col("role") == "office"
    none = polars.lit("")
    # Within a form the months of one source stand together, in order.
    total = col("number").sum().over("concept", "role", "source", "lang", "form")
    return (
        frame.lazy()
        .with_columns(type_=col("concept").replace_strict(types, default=""), total_=-total)
        .sort(
            "type_",
            "concept",
            "role",
            polars.when(office).then(col("date")).otherwise(none),
            "source",
            polars.when(office).then(col("path")).otherwise(none),
            polars.when(office).then(col("start")).otherwise(0),
            "lang",
            "total_",
            "form",
            "month",
        )
        .select(_SHOWN)
        .collect()
    )


def parquet_pieces(frame: Any, glossary: Glossary) -> Iterator[bytes]:
    """The table as a Parquet file, with the type and the name of each concept."""
    from polars import col

    from termkit.check.comparison import concept_title

    types = {concept.id: concept.type.value for concept in glossary}
    names = {concept.id: concept_title(concept) for concept in glossary}
    out = io.BytesIO()
    _in_order(frame, types).select(
        "concept",
        col("concept").replace_strict(types, default="").alias("type"),
        col("concept").replace_strict(names, default="").alias("name"),
        *(_typed(name) for name in _SHOWN[1:] if name in frame.columns),
    ).write_parquet(out, compression="zstd")
    yield out.getvalue()


def _typed(name: str) -> Any:
    """A column as a table of values has it: dates as such, and null for nothing."""
    from polars import col

    if name in _NUMBERS or name in KEYS[:5]:
        return col(name)
    text = col(name).replace("", None)
    return text.str.to_date() if name.endswith("date") else text
