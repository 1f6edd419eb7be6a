"""The folder that keeps what was counted of a corpus, batch by batch, to be taken up again.

```
<folder>/run.json              what was asked, and of which files
         state/000000.json.gz  one for each batch that is done, renamed into place
```

The counts of `compare` and `stats` are the same, so that one folder serves both.
"""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from termkit.atomic import open_atomic
from termkit.errors import TermkitError
from termkit.runners.batches import Batch
from termkit.runners.parts import open_folder, writing
from termkit.runners.row import Row
from termkit.runners.uses import COLUMNS, FindingUses, Uses

SCHEMA = "termkit.counts/1"
_MOST_BYTES = 1 << 28  # unpacked counts of one batch of 1 MiB are a hundredth of it


@dataclass(frozen=True, slots=True)
class CountingOnce:
    """Finds the uses in a batch, or takes those that an earlier run has found. Pickles.

    Attributes:
        finding: What finds them.
        folder: What is done is kept there.
    """

    finding: FindingUses
    folder: str

    def __call__(self, batch: Batch) -> Uses:
        path = Path(self.folder, "state", f"{batch.number:06}.json.gz")
        uses = _load(path)
        if uses is None:
            uses = self.finding(batch)
            with writing(path), open_atomic(path) as file:
                file.write(gzip.compress(_to_json(uses).encode(), mtime=0))
        return replace(uses, share=batch.share)


def open_counted(
    folder: str, finding: FindingUses, asked: dict[str, Any], *, resume: bool
) -> CountingOnce:
    """Start a folder, or take it up again; as `open_parts`.

    Args:
        folder: Made when it is not there.
        finding: What finds the uses.
        asked: What decides the counts: settings and files, as JSON values.
        resume: Go on with what a run that ended early has left.

    Raises:
        UsageError: The folder has something else in it, or the run before was another.
        TermkitError: It cannot be written to.
    """
    open_folder(folder, {"schema": SCHEMA, **asked}, resume=resume)
    return CountingOnce(finding, folder)


def _to_json(uses: Uses) -> str:
    values = {
        "tallies": uses.tallies,
        "documents": [[*key, number] for key, number in sorted(uses.documents.items())],
        "errors": [
            [row.path, row.number, row.id, error.problem, error.hint] for row, error in uses.errors
        ],
        "unreadable": uses.unreadable,
        "size": uses.size,
    }
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _load(path: Path) -> Uses | None:
    """What is kept of a batch; ``None`` when it is not done, or kept badly: it is done again.

    Raises:
        TermkitError: It is there and cannot be read.
    """
    try:
        packed = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise TermkitError(f"cannot be read: {error.strerror}", path=path) from None
    try:
        with gzip.open(io.BytesIO(packed)) as file:
            kept = file.read(_MOST_BYTES + 1)
        return _from_json(json.loads(kept)) if len(kept) <= _MOST_BYTES else None
    except (gzip.BadGzipFile, EOFError, zlib.error, ValueError, KeyError, TypeError):
        return None  # a run broke off while it was written, or it is not ours


def _from_json(values: dict[str, Any]) -> Uses:
    tallies = [tuple(tally) for tally in values["tallies"]]
    if any(len(tally) != len(COLUMNS) for tally in tallies):
        raise ValueError("not of these columns")
    return Uses(
        tallies,
        Counter({(source, month): number for source, month, number in values["documents"]}),
        [
            (Row(path, number, ident), TermkitError(problem, hint=hint))
            for path, number, ident, problem, hint in values["errors"]
        ],
        values["unreadable"],
        values["size"],
    )
