"""A corpus through polars: frames of one's own, and files wherever polars reads them.

    from termkit.runners import polars_
    findings = polars_.check(polars.scan_parquet("s3://news/*.parquet"), plan, jobs=2)

The batches and all that is done with them are those of one machine (`local.py`); only the rows
come another way. polars holds whole column chunks of a row group and takes a file with a broken
line as broken: the readers of `sources.py` are the usual way (docs/decisions/0011).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from termkit.check.plan import Plan
from termkit.errors import DamagedDocumentError, UnreadableDocumentError
from termkit.model.finding import Severity
from termkit.runners.batches import Cut, batches_of
from termkit.runners.columns import find_columns
from termkit.runners.local import check_batches
from termkit.runners.parts import arrow_schema
from termkit.runners.read_parquet import row_of
from termkit.runners.record import Record
from termkit.runners.row import Row
from termkit.runners.sources import table_kind
from termkit.runners.state import State
from termkit.runners.work import Task

_ROWS = 256  # that become Python values at a time


def check(
    frame: Any,
    plan: Plan,
    *,
    columns: Mapping[str, str] | None = None,
    least: Severity = Severity.INFO,
    jobs: int = 1,
) -> Any:
    """The findings of a polars frame with one document a row, as a polars frame.

    Args:
        frame: A `polars.DataFrame` or `polars.LazyFrame` with a text; see
            `termkit.runners.columns` for the names.
        plan: What runs.
        columns: By field, the column that holds it, where the names do not say.
        least: Findings below are left out.
        jobs: Processes.

    Returns:
        The columns of `record.FIELDS`; ``row`` counts from 1 in the frame, ``path`` is empty.

    Raises:
        ConfigError: No column holds the text.
        DamagedDocumentError: The frame cannot be computed.
    """
    import polars
    import pyarrow

    task = Task(plan, least)
    whole = State()
    records = list[Record]()
    batches = batches_of(rows_of(frame.lazy(), "", columns or {}), Cut())
    for done in check_batches(batches, task, jobs=jobs):
        records += done.records
        whole.add(done.state)
    records += [r for r in whole.judge(plan) if Severity(r["severity"]).rank >= least.rank]
    return polars.from_arrow(pyarrow.Table.from_pylist(records, schema=arrow_schema()))


def read(path: str, given: Mapping[str, str]) -> Iterator[Row]:
    """The rows of a table, or of what a URL or a pattern stands for.

    Raises:
        UnreadableDocumentError: Not Parquet, NDJSON or CSV, by its name.
        DamagedDocumentError: It cannot be read, or no further; rows before that were yielded.
        ConfigError: No column holds the text.
    """
    yield from rows_of(_scan(path), path, given)


def rows_of(frame: Any, path: str, given: Mapping[str, str]) -> Iterator[Row]:
    """The rows of a lazy frame, in order, in bounded memory as far as polars has it so."""
    import polars

    number = 0
    try:
        columns = find_columns(frame.collect_schema().names(), given, path=path or None)
        chosen = frame.select(columns.used)
        height = chosen.select(polars.len()).collect(engine="streaming").item()
        for batch in chosen.collect_batches(chunk_size=_ROWS, maintain_order=True):
            for values in batch.iter_rows(named=True):
                number += 1
                yield row_of(path, number, values, columns, number / height)
    except (polars.exceptions.PolarsError, OSError) as error:
        if isinstance(error, FileNotFoundError | PermissionError | IsADirectoryError):
            raise
        raise _damaged(error, number, path) from None
    except polars.exceptions.PanicException as error:  # no Exception, but its file's fault
        raise _damaged(error, number, path) from None


def _damaged(error: BaseException, number: int, path: str) -> DamagedDocumentError:
    reason = str(error).split("\n")[0].rstrip(".")
    place = f"after row {number}" if number else "from the start"
    return DamagedDocumentError(f"damaged {place}: {reason}", path=path or None)


def _scan(path: str) -> Any:
    import polars

    kind = table_kind(path)
    if kind == ".parquet":
        return polars.scan_parquet(path)
    if kind in (".ndjson", ".jsonl"):
        return polars.scan_ndjson(path, infer_schema_length=None)
    if kind == ".csv":
        # Every cell is text here as for the other reader, and an empty one is empty.
        return polars.scan_csv(path, infer_schema=False, empty_string_is_null=False)
    raise UnreadableDocumentError("polars reads Parquet, NDJSON and CSV here", path=path)
