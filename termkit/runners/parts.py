"""The folder a corpus's findings are written to, part by part, and taken up again.

```
<folder>/run.json                    what was asked, and of which files
         findings/part-000000.parquet   one for each batch with findings; collection.parquet
         state/000000.json           written last: a batch that has one is done
         summary.json                when all is done
```

A part and a state are renamed into place, so a killed run leaves whole ones only, and what a
batch wrote before it was cut off is written over with the same.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from termkit.atomic import open_atomic, write_text
from termkit.errors import TermkitError, UsageError
from termkit.runners.record import FIELDS, RELATED, Record
from termkit.runners.state import State

SCHEMA = "termkit.corpus/1"
FORMATS = ("parquet", "ndjson", "json")


@dataclass(frozen=True, slots=True)
class Parts:
    """A folder of findings, open for writing.

    Attributes:
        folder: Where.
        form: One of `FORMATS`.
    """

    folder: str
    form: str

    def state_of(self, number: int) -> State | None:
        """The state of a batch that is done, or ``None``."""
        try:
            return State.from_json(self._state(number).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError):
            return None  # not ours, or a disk's mistake: the batch is done again

    def write(self, number: int, records: Sequence[Record], state: State) -> None:
        """Write the findings of a batch, then that it is done.

        Raises:
            TermkitError: There is no room, or the folder may not be written to.
        """
        if records:
            self.write_records(f"part-{number:06}", records)
        with writing(self._state(number)):
            write_text(self._state(number), state.to_json())

    def write_records(self, name: str, records: Sequence[Record]) -> None:
        """One file of findings.

        Raises:
            TermkitError: There is no room, or the folder may not be written to.
        """
        path = Path(self.folder, "findings", f"{name}.{self.form}")
        with writing(path), open_atomic(path) as file:
            write_records(records, self.form, file)

    def write_summary(self, summary: dict[str, Any]) -> None:
        """The last file.

        Raises:
            TermkitError: There is no room, or the folder may not be written to.
        """
        path = Path(self.folder, "summary.json")
        with writing(path):
            write_text(path, json.dumps(summary, ensure_ascii=False, indent=1) + "\n")

    def _state(self, number: int) -> Path:
        return Path(self.folder, "state", f"{number:06}.json")


def open_parts(folder: str, form: str, asked: dict[str, Any], *, resume: bool) -> Parts:
    """Start a folder, or take it up again.

    Args:
        folder: Made when it is not there.
        form: One of `FORMATS`.
        asked: What decides the findings: settings and files, as JSON values.
        resume: Go on with what a run that ended early has left.

    Raises:
        UsageError: The folder has something else in it, or the run before was another.
        TermkitError: It cannot be written to.
    """
    open_folder(folder, {"schema": SCHEMA, "format": form, **asked}, resume=resume)
    with writing(Path(folder)):
        Path(folder, "findings").mkdir(exist_ok=True)
    return Parts(folder, form)


def open_folder(folder: str, asked: dict[str, Any], *, resume: bool) -> None:
    """Start a folder with a state for each batch, or take it up again; as `open_parts`.

    Args:
        asked: With ``schema``, which says whose folder it is.
    """
    path = Path(folder, "run.json")
    if path.exists():
        if not resume:
            raise UsageError(
                f"{folder!r} has what another run has done",
                hint="--resume goes on with it; else name another folder",
            )
        _compare(_load(path, asked["schema"]), asked, folder)
    elif os.path.isdir(folder) and os.listdir(folder):
        raise UsageError(f"{folder!r} is not empty", hint="name another folder")
    with writing(path):
        Path(folder, "state").mkdir(parents=True, exist_ok=True)
        if not path.exists():
            write_text(path, json.dumps(asked, ensure_ascii=False, indent=1) + "\n")


def write_records(records: Iterable[Record], form: str, out: BinaryIO) -> None:
    """Findings in one of `FORMATS`."""
    if form == "parquet":
        table(records, out)
        return
    lines = (json.dumps(record, ensure_ascii=False).encode() for record in records)
    if form == "json":
        out.write(b'{"schema": "termkit.corpus/1", "findings": [\n%b\n]}\n' % b",\n".join(lines))
    else:
        out.writelines(line + b"\n" for line in lines)


def table(records: Iterable[Record], out: BinaryIO) -> None:
    """Findings as a Parquet table, the same columns however many there are."""
    import pyarrow
    from pyarrow import parquet

    parquet.write_table(
        pyarrow.Table.from_pylist(list(records), schema=arrow_schema()), out, compression="zstd"
    )


def arrow_schema() -> Any:
    """The columns of `record.FIELDS`."""
    import pyarrow

    kinds = {"text": pyarrow.string(), "integer": pyarrow.int64()}
    related = pyarrow.struct([(name, kinds[kind]) for name, kind in RELATED.items()])
    kinds["texts"] = pyarrow.list_(pyarrow.string())
    kinds["places"] = pyarrow.list_(related)
    return pyarrow.schema([(name, kinds[kind]) for name, kind in FIELDS.items()])


def _load(path: Path, schema: str) -> dict[str, Any]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        values = None
    if not isinstance(values, dict) or values.get("schema") != schema:
        raise UsageError(f"{str(path)!r} is not of a run of termkit", hint="name another folder")
    return values


def _compare(before: dict[str, Any], asked: dict[str, Any], folder: str) -> None:
    differing = [key for key in asked if asked[key] != before.get(key)]
    if differing:
        raise UsageError(
            f"the run in {folder!r} was another: {', '.join(differing)} differ",
            hint="repeat its options and leave its files alone, or name another folder",
        )


class writing:  # noqa: N801 (reads as a verb)
    """Errors of the disk as one sentence."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        if not isinstance(error, OSError):
            return
        hint = None
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            hint = "make room, then go on with --resume"
        reason = error.strerror or str(error)
        raise TermkitError(f"cannot be written: {reason}", path=self._path, hint=hint) from None
