"""Beads in files: the plain format that published scorers read, and corrections as JSON.

Plain: ``[0, 1]:[0]:0.0312``, one bead a line, indices of segments from 0, then the cost.
JSON: schema ``termkit.alignment/1``, what the side-by-side page saves; it says which
segments it speaks of, so that corrections never land on another text.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from termkit import __version__
from termkit.align.evaluate import Indices
from termkit.errors import TermkitError
from termkit.model.bitext import Alignment, Bead
from termkit.model.document import Segment
from termkit.model.signature import Signature

SCHEMA = "termkit.alignment/1"
_SIDE = r"\[((?:\s*\d{1,9}\s*,)*\s*(?:\d{1,9}\s*)?)\]"
_LINE = re.compile(rf"\s*{_SIDE}\s*:\s*{_SIDE}\s*(?::\s*[-+.\deE]+\s*)?")


class BeadFileError(TermkitError):
    """A file of beads that does not say what beads can say."""


def write_plain(beads: Iterable[Bead]) -> str:
    """Beads in the plain format.

    >>> write_plain([Bead(range(0, 2), range(0, 1), 0.03125), Bead(range(2, 3), range(1, 1))])
    '[0, 1]:[0]:0.0312\\n[2]:[]:0.0000\\n'
    """
    return "".join(f"{list(bead.source)}:{list(bead.target)}:{bead.cost:.4f}\n" for bead in beads)


def read_plain(text: str, *, path: str) -> tuple[Indices, ...]:
    """Beads of a file in the plain format, with or without costs; empty lines are skipped.

    Raises:
        BeadFileError: A line that is no bead.

    >>> read_plain("[0, 1]:[0]\\n[2]:[]:0.5\\n", path="gold")
    (((0, 1), (0,)), ((2,), ()))
    """
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            raise BeadFileError(
                "this line is no bead", path=path, line=number, hint="write it as [0, 1]:[0]"
            )
        found.append((_numbers(match[1]), _numbers(match[2])))
    return tuple(found)


def read_beads(text: str, *, path: str) -> tuple[Indices, ...]:
    """Beads of a file in either format.

    Raises:
        BeadFileError: Neither.
    """
    if not text.lstrip().startswith("{"):
        return read_plain(text, path=path)
    return tuple(
        (tuple(bead["source"]), tuple(bead["target"])) for bead in _load(text, path)["beads"]
    )


def read_alignment(
    text: str, source: Sequence[Segment], target: Sequence[Segment], *, path: str
) -> Alignment:
    """Beads of a file in either format, as an alignment of some segments.

    What no bead pairs is unpaired, one segment a bead.

    Raises:
        BeadFileError: Beads that cross, overlap, skip a segment, or speak of other segments.
    """
    if text.lstrip().startswith("{"):
        _check_segments(_load(text, path), (source, target), path)
    beads: list[Bead] = []
    done = (0, 0)
    for bead in sorted(bead for bead in read_beads(text, path=path) if bead[0] and bead[1]):
        _check_place(bead, done, (len(source), len(target)), path)
        starts = bead[0][0], bead[1][0]
        _unpaired(beads, done, starts)
        done = bead[0][-1] + 1, bead[1][-1] + 1
        beads.append(Bead(range(starts[0], done[0]), range(starts[1], done[1])))
    _unpaired(beads, done, (len(source), len(target)))
    return Alignment(tuple(beads), Signature((("beads", path), ("termkit", __version__))))


def _unpaired(beads: list[Bead], start: tuple[int, int], stop: tuple[int, int]) -> None:
    """Enter the segments between two places one by one."""
    beads.extend(Bead(range(i, i + 1), range(start[1], start[1])) for i in range(start[0], stop[0]))
    beads.extend(Bead(range(stop[0], stop[0]), range(j, j + 1)) for j in range(start[1], stop[1]))


def _check_place(bead: Indices, done: tuple[int, int], sizes: tuple[int, int], path: str) -> None:
    shown = f"{list(bead[0])}:{list(bead[1])}"
    for side, before, size in zip(bead, done, sizes, strict=True):
        if side != tuple(range(side[0], side[0] + len(side))):
            raise BeadFileError(f"{shown} skips a segment", path=path)
        if side[0] < before:
            raise BeadFileError(f"{shown} crosses or overlaps another bead", path=path)
        if side[-1] >= size:
            raise BeadFileError(
                f"{shown} names a segment that is not there",
                path=path,
                hint=f"there are {sizes[0]} source and {sizes[1]} target segments, from 0",
            )


def digest(segments: Sequence[Segment]) -> str:
    """What tells the segments of one document from all others."""
    text = "\n".join(" ".join(segment.text.split()) for segment in segments)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _load(text: str, path: str) -> dict[str, Any]:
    """The object of a JSON file, looked over: two lists of numbers in each bead."""
    try:
        value = json.loads(text)
        is_whole = value["schema"] == SCHEMA and all(
            isinstance(index, int) and index >= 0
            for bead in value["beads"]
            for side in ("source", "target")
            for index in bead[side]
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        is_whole = False
    if not is_whole:
        raise BeadFileError(f"not a file of {SCHEMA}", path=path)
    loaded: dict[str, Any] = value
    return loaded


def _check_segments(
    value: dict[str, Any], sides: tuple[Sequence[Segment], Sequence[Segment]], path: str
) -> None:
    for name, segments in zip(("source", "target"), sides, strict=True):
        if value.get(name) != digest(segments):
            raise BeadFileError(
                f"these beads are of another {name} text",
                path=path,
                hint="align the same files, with the same options, as when the page was made",
            )


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.replace(",", " ").split())
