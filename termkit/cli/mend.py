"""``--fix`` and ``--diff``: what the findings of a run would change in its files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from termkit.atomic import write_bytes
from termkit.check.result import FileResult, RunResult
from termkit.cli.fixes import SUFFIXES, Edit, apply_edits, plan_edits, unified_diff
from termkit.errors import DocumentError, TermkitError
from termkit.formats.decode import byte_order_mark
from termkit.model.finding import Finding

Load = Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Mended:
    """What was written: one line an edit, and how many files."""

    lines: tuple[str, ...]
    files: int

    @property
    def count(self) -> str:
        findings = "finding" if len(self.lines) == 1 else "findings"
        documents = "document" if self.files == 1 else "documents"
        return f"fixed {len(self.lines)} {findings} in {self.files} {documents}"


@dataclass(frozen=True, slots=True)
class _Rewrite:
    path: str
    mark: bytes
    encoding: str
    old: str
    edits: tuple[Edit, ...]

    @property
    def new(self) -> str:
        return apply_edits(self.old, self.edits)


def mend(result: RunResult, load: Load, *, unsafe: bool) -> Mended:
    """Write the fixes into the files, each file whole or not at all.

    Raises:
        TermkitError: A file changed since it was read, or cannot be written.
    """
    lines: list[str] = []
    files = 0
    for rewrite in _rewrites(result, load, unsafe):
        try:
            write_bytes(rewrite.path, rewrite.mark + rewrite.new.encode(rewrite.encoding))
        except OSError as error:
            raise TermkitError(f"cannot be written: {error.strerror}", path=rewrite.path) from None
        files += 1
        for edit in rewrite.edits:
            place = f"{rewrite.path}:{edit.position.line}:{edit.position.column}"
            lines.append(f"{place} {edit.code} fixed: {edit.old!r} -> {edit.replacement!r}")
    return Mended(tuple(lines), files)


def diff_of(result: RunResult, load: Load, *, unsafe: bool) -> str:
    """The same fixes as a unified diff; nothing is written."""
    return "".join(
        unified_diff(rewrite.path, rewrite.old, rewrite.new)
        for rewrite in _rewrites(result, load, unsafe)
    )


def _rewrites(result: RunResult, load: Load, unsafe: bool) -> Iterator[_Rewrite]:
    for file in result.files:
        if file.document is None or not _is_physical(file.path):
            continue
        wanted = [finding for finding in file.findings if finding.fix is not None]
        if wanted:
            rewrite = _rewrite(file, wanted, load(file.path), unsafe)
            if rewrite.edits:
                yield rewrite


def _is_physical(path: str) -> bool:
    suffix = PurePath(path).suffix.lower()
    return path == "-" or not suffix or suffix in SUFFIXES


def _rewrite(file: FileResult, findings: list[Finding], data: bytes, unsafe: bool) -> _Rewrite:
    document = file.document
    assert document is not None
    if hashlib.sha256(data).hexdigest() != document.sha256:
        raise DocumentError(
            "changed while it was checked", path=file.path, hint="run the check again"
        )
    mark, encoding = byte_order_mark(data)
    text = data[len(mark) :].decode(encoding)
    edits = plan_edits(document, findings, text, unsafe=unsafe)
    return _Rewrite(file.path, mark, encoding, text, edits)
