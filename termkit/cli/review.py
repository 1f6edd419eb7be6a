"""``termkit review``: a person decides on each candidate, and is remembered."""

from __future__ import annotations

import argparse
import datetime
import getpass
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from termkit.cli.base import Command
from termkit.cli.options import add_common, add_glossary, load_from, note
from termkit.errors import TermkitError, UnknownFormatError, UsageError, nearest

if TYPE_CHECKING:
    from termkit.build.session import Session
    from termkit.glossary.store import Glossary
    from termkit.model.review import Candidate, Decision

_SHEETS = (".tsv", ".xlsx")
_QUIT = ("q", "\x03", "\x04", "")


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("candidates", metavar="FILE", help="candidates of termkit build (JSONL)")
    parser.add_argument(
        "--decisions", metavar="FILE", help="journal (default: decisions.jsonl beside FILE)"
    )
    parser.add_argument(
        "--reviewer", metavar="NAME", help="whose decisions they are (default: the login name)"
    )
    parser.add_argument(
        "--second", action="store_true", help="ask also about what others have accepted"
    )
    sheets = parser.add_argument_group("by a sheet instead of the terminal")
    sheets.add_argument("--export", metavar="SHEET", help="write a .xlsx or .tsv to fill in")
    sheets.add_argument("--import", dest="import_", metavar="SHEET", help="read it back")
    add_glossary(parser)
    add_common(parser)


def _run(args: argparse.Namespace) -> int:
    from termkit.build.candidates import load_candidates
    from termkit.build.journal import NAME

    if args.export and args.import_:
        raise UsageError("--export and --import at once", hint="one after the other")
    candidates = load_candidates(args.candidates)
    journal = args.decisions or str(Path(args.candidates).parent / NAME)
    reviewer = args.reviewer or _login()
    if args.export:
        return _export(args, candidates, journal, reviewer)
    if args.import_:
        return _import(args, journal, reviewer)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("a review needs a terminal", hint="--export SHEET.xlsx, then --import")
    return _ask(args, candidates, journal, reviewer)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        raise UsageError("nobody knows who you are", hint="--reviewer NAME") from None


def _export(
    args: argparse.Namespace, candidates: Sequence[Candidate], journal: str, reviewer: str
) -> int:
    import csv
    import io

    from termkit.atomic import write_bytes
    from termkit.build.sheet import WIDTHS, sheet_columns, sheet_rows
    from termkit.build.standing import opinions

    said = opinions(_journal(args, journal))
    columns, rows = sheet_columns(said), sheet_rows(candidates, said, reviewer)
    out = io.BytesIO()
    if _suffix(args.export) == ".xlsx":
        from termkit.formats.xlsx import write_form

        write_form(columns, rows, out, name="candidates", widths=WIDTHS)
    else:
        text = io.StringIO(newline="")
        table = csv.writer(text, "excel-tab", lineterminator="\n")
        table.writerows(map(_cell, row) for row in (columns, *rows))
        out.write(text.getvalue().encode())
    try:
        write_bytes(args.export, out.getvalue())
    except OSError as error:
        raise TermkitError(f"cannot be written: {error.strerror}", path=args.export) from None
    note(args, f"{len(candidates)} candidates; fill in the column verdict")
    return 0


def _import(args: argparse.Namespace, journal: str, reviewer: str) -> int:
    from termkit.build.journal import append_decisions
    from termkit.build.sheet import read_sheet
    from termkit.build.standing import opinions

    before = _journal(args, journal)
    decisions = read_sheet(
        _table(args.import_),
        path=args.import_,
        reviewer=reviewer,
        said=opinions(before),
        concepts=load_from(args).concepts,
        now=datetime.datetime.now(datetime.UTC),
    )
    append_decisions(journal, decisions)
    print(f"{len(decisions)} new decisions in {journal}")
    return _tell_conflicts((*before, *decisions))


def _table(path: str) -> list[list[str]]:
    if _suffix(path) == ".xlsx":
        from termkit.formats.xlsx import read_table

        try:
            with open(path, "rb") as file:
                header, rows = read_table(file, path)
                return [header, *(cells for _, cells in rows)]
        except OSError as error:
            raise TermkitError(f"cannot be read: {error.strerror}", path=path) from None
    from termkit.formats.decode import decode

    try:
        text = decode(Path(path).read_bytes(), path)
    except OSError as error:
        raise TermkitError(f"cannot be read: {error.strerror}", path=path) from None
    return _records(text, path)


def _records(text: str, path: str) -> list[list[str]]:
    """Cells as a spreadsheet saves them: one with a quotation mark stands between two more."""
    import csv
    import io

    reader = csv.reader(io.StringIO(text, newline=""), "excel-tab", strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        raise TermkitError(
            f"not a table: {error}",
            path=path,
            line=reader.line_num,
            hint='a cell with a quotation mark is written "between two, and each "" doubled"',
        ) from None


def _suffix(path: str) -> str:
    suffix = Path(path).suffix.lower()
    if suffix not in _SHEETS:
        raise UnknownFormatError(
            f"no sheet is known by {suffix!r}", path=path, hint=nearest(suffix, _SHEETS)
        )
    return suffix


def _cell(text: str) -> str:
    return " / ".join(text.split("\n")).replace("\t", " ").replace("\r", " ")


def _journal(args: argparse.Namespace, path: str) -> tuple[Decision, ...]:
    from termkit.build.journal import load_decisions

    return load_decisions(
        path, broken=lambda line: note(args, f"{path}:{line}: broke off, passed over")
    )


def _tell_conflicts(decisions: Sequence[Decision]) -> int:
    """Show both sides of every disagreement; 1 when there is one."""
    from termkit.build.standing import conflicts, describe_conflict, opinions

    disputed = conflicts(opinions(decisions))
    for opinion in disputed.values():
        print(f"disagreement: {describe_conflict(opinion)}")
    return 1 if disputed else 0


def _ask(
    args: argparse.Namespace, candidates: Sequence[Candidate], journal: str, reviewer: str
) -> int:
    from termkit.build.session import Session

    glossary = load_from(args)
    session = Session(candidates, journal, reviewer, second=args.second)
    with _single_keys() as key:
        _dialogue(session, glossary, key)
    print(f"{session.decided} decisions of {reviewer} in {journal}")
    return _tell_conflicts(_journal(args, journal))


def _dialogue(session: Session, glossary: Glossary, key: Callable[[], str]) -> None:
    """Ask until the queue is at its end or the reviewer leaves."""
    from termkit.cli.parser import screen_width
    from termkit.cli.review_screen import screen
    from termkit.model.concept import AdminStatus
    from termkit.model.review import Verdict

    verdicts = {"a": Verdict.ACCEPT, "r": Verdict.REJECT, "d": Verdict.DEFER}
    names = {
        concept.id: " = ".join(
            d.text for d in concept.designations if d.status is AdminStatus.PREFERRED
        )
        for concept in glossary
    }
    told, reason, everything = "", "", False
    while (candidate := session.current) is not None:
        sys.stdout.write("\x1b[2J\x1b[H")
        opinion = session.opinion(candidate)
        print(
            screen(
                candidate,
                session.place,
                opinion,
                session.reviewer,
                names,
                width=min(80, screen_width()),
                height=shutil.get_terminal_size().lines,
                everything=everything,
                reason=reason,
            )
        )
        if told:
            print(told)
        sys.stdout.flush()
        told, pressed = "", key()
        if pressed in _QUIT:
            return
        if pressed == "c":
            everything = not everything
        elif pressed == "n":
            reason = _line("reason: ")
        elif pressed == "u":
            back = session.undo()
            told = "taken back" if back else "nothing of this session to take back"
        elif pressed in verdicts:
            told = _others(session.decide(verdicts[pressed], reason=reason))
            reason, everything = "", False
        elif pressed == "m":
            concept = _which(candidate, glossary)
            if concept is None:
                told = "merged into nothing: no such concept"
            else:
                told = _others(session.decide(Verdict.MERGE, concept=concept, reason=reason))
                reason, everything = "", False
        elif pressed.isdigit() and 0 < int(pressed) <= len(candidate.evidence.renderings):
            other = candidate.evidence.renderings[int(pressed) - 1].text
            same = other == candidate.target.text
            told = (
                _others(
                    session.decide(Verdict.ACCEPT, reason=reason, target=None if same else other)
                )
                or f"accepted: {other}"
            )
        else:
            told = f"{pressed!r} is no key here"


def _others(words: Sequence[Decision]) -> str:
    from termkit.build.standing import describe

    return "\n".join(f"disagreement: {describe(word)}" for word in words)


def _which(candidate: Candidate, glossary: Glossary) -> str | None:
    """The concept to merge into: asked for, the first known one by default."""
    likely = candidate.evidence.concepts[0] if candidate.evidence.concepts else ""
    answer = _line(f"concept [{likely}]: " if likely else "concept: ") or likely
    return answer if answer in glossary.concepts else None


def _line(prompt: str) -> str:
    """A line, typed and seen."""
    with _cooked():
        try:
            return input(prompt).strip()
        except EOFError:
            return ""


@contextmanager
def _single_keys() -> Iterator[Callable[[], str]]:
    """Keys one at a time, without waiting for the end of a line."""
    import termios
    import tty

    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    try:
        tty.setcbreak(handle)
        yield lambda: _key(handle)
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)


_ESCAPE = "\x1b"


def _key(handle: int) -> str:
    """One key; of Delete, Home or an arrow its first character, the rest is read away.

    Their codes end in digits and letters (ESC [ 3 ~), which would be decisions here.
    os.read and not sys.stdin: what is typed ahead must not wait in a buffer of Python's.
    """
    import select

    pressed = os.read(handle, 1).decode("utf-8", "replace")
    if pressed != _ESCAPE:
        return pressed
    before = b""
    while select.select([handle], [], [], 0.05)[0] and not _is_whole(before):
        before += os.read(handle, 1)
    return pressed


def _is_whole(code: bytes) -> bool:
    """Whether the code of a key, after its ESC, is at its end (ECMA-48, 5.4)."""
    if code[:1] == b"[":
        return len(code) > 1 and 0x40 <= code[-1] <= 0x7E
    return len(code) > (code[:1] == b"O")  # ESC O and one more; else the Alt key and another


@contextmanager
def _cooked() -> Iterator[None]:
    """The terminal as it is for typing a line."""
    import termios

    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    lines = termios.tcgetattr(handle)
    lines[3] |= termios.ICANON | termios.ECHO
    try:
        termios.tcsetattr(handle, termios.TCSADRAIN, lines)
        yield
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)


COMMAND = Command(
    name="review",
    summary="decide on candidates, one key a decision; each is kept at once",
    configure=_configure,
    run=_run,
    examples=(
        ("termkit review candidates.jsonl --reviewer lan", "in the terminal; come back any time"),
        ("termkit review candidates.jsonl --second", "also what others accepted"),
        ("termkit review candidates.jsonl --export lan.xlsx", "a sheet to fill in"),
        ("termkit review candidates.jsonl --import lan.xlsx --reviewer lan", "and its answers"),
    ),
)
