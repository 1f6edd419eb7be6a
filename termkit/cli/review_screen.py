"""One candidate on one screen of 80 columns and 24 lines, and the keys that answer."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence

from termkit.build.standing import Opinion, describe
from termkit.model.review import Candidate, Context

KEYS = (
    "a accept  r reject  m merge  d defer  1-9 accept that rendering\n"
    "c all contexts  n add a reason  u undo  q quit"
)
_CONTEXTS = 2
_BELOW = 3  # lines for an answer and the cursor
_LEAST = 3  # lines of a place that say something


def screen(
    candidate: Candidate,
    place: tuple[int, int],
    opinion: Opinion,
    reviewer: str,
    names: Mapping[str, str],
    *,
    width: int = 80,
    height: int = 24,
    everything: bool = False,
    reason: str = "",
) -> str:
    """What the reviewer sees.

    Args:
        candidate: Asked about.
        place: Its number and how many there are.
        opinion: What has been said of it.
        reviewer: Who looks.
        names: Of concepts that the glossary has, by id.
        width: Columns.
        height: Lines; what does not fit is left out, unless everything is wanted.
        everything: All contexts, not the first two.
        reason: That will go with the verdict.
    """
    evidence = candidate.evidence
    kind = "variants" if candidate.is_variant else candidate.type.value
    lines = [
        f"[{place[0]}/{place[1]}]  {kind}  score {candidate.score:.2f}  "
        f"seen {evidence.count} of {evidence.source_count} and {evidence.target_count} times",
        "",
        *_form(candidate.source.lang, candidate.source.text, width),
        *_form(candidate.target.lang, candidate.target.text, width),
        "",
    ]
    if len(evidence.renderings) > 1:
        lines.append("renderings:")
        for number, rendering in enumerate(evidence.renderings[:9], start=1):
            mark = "*" if rendering.text == candidate.target.text else " "
            lines.append(f" {number}{mark} {harmless(rendering.text)}  ({rendering.count})")
        lines.append("")
    for decision in opinion.decisions:
        who = "you: " if decision.reviewer == reviewer else ""
        lines += _wrapped(f"! {who}{describe(decision)}", width)
    end = ["", *_wrapped(f"reason: {reason}", width)] if reason else []
    end += ["", *KEYS.split("\n"), ""]
    contexts = evidence.contexts if everything else evidence.contexts[:_CONTEXTS]
    more = [
        *(_wrapped(f"glossary: {i}: {names.get(i, '')}", width) for i in evidence.concepts[:4]),
        *(list(_context(context, width)) for context in contexts),
    ]
    room = None if everything else height - len(lines) - len(end) - _BELOW
    return "\n".join((*lines, *_fitting(more, room), *end))


def _fitting(blocks: Sequence[Sequence[str]], room: int | None) -> list[str]:
    """The lines of the first blocks that fit; of the one that does not, its beginning."""
    lines: list[str] = []
    for block in blocks:
        left = len(block) if room is None else room - len(lines)
        if len(block) <= left:
            lines += block
            continue
        if left > _LEAST:
            lines += [*block[: left - 1], "  \u2026"]
        break
    return lines


def _form(lang: str, text: str, width: int) -> list[str]:
    return _wrapped(text, width, first=f"  {lang:8}", rest=" " * 10)


def _context(context: Context, width: int) -> Iterator[str]:
    origin = [context.publisher or "", context.date.isoformat() if context.date else ""]
    where = context.path or context.unit
    if context.line is not None:
        where += f":{context.line}"
    yield ""
    yield harmless(" ".join(filter(None, (where, *origin))))
    yield from _wrapped(context.source, width, first="  ", rest="  ")
    if context.target:
        yield from _wrapped(context.target, width, first="  = ", rest="    ")


def _wrapped(text: str, width: int, *, first: str = "", rest: str = "  ") -> list[str]:
    """Lines of at most a number of columns; a Han character takes two."""
    lines: Sequence[str] = textwrap.wrap(
        _spaced(text), width, initial_indent=first, subsequent_indent=rest
    )
    return [line.replace(_WIDE, "") for line in lines] or [first.rstrip()]


_WIDE = "\u2060"
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def _spaced(text: str) -> str:
    """The text with a placeholder behind every wide character, so that wrapping counts two."""
    from unicodedata import east_asian_width

    return "".join(c + _WIDE if east_asian_width(c) in "WF" else c for c in harmless(text))


def harmless(text: str) -> str:
    """The text without what a terminal would obey.

    >>> harmless("a\\x1b[2Jb")
    'a\ufffd[2Jb'
    """
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)
