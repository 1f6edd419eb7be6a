"""Broken work: what the caller must mend before termkit can go on.

Wrong *data* is never an exception: it is a `Finding`. An error says what is wrong, where,
and what to do next; `cli` alone turns it into a sentence and exit code 2.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

_FEW = 24  # more known words than this are not read by anybody
_LONGEST = 1500  # characters of a problem: what is longer quotes a file that nobody can trust


class TermkitError(Exception):
    """The root of the tree.

    Args:
        problem: One sentence without a full stop: what is wrong.
        path: The file it is wrong in, when there is one.
        line: Its line, counted from 1.
        hint: What to do next.

    >>> print(TermkitError("status 'prefered' is not known", path="hue.toml", line=7,
    ...                    hint="one of: preferred, admitted"))
    hue.toml:7: status 'prefered' is not known
      hint: one of: preferred, admitted
    """

    def __init__(
        self,
        problem: str,
        *,
        path: str | Path | None = None,
        line: int | None = None,
        hint: str | None = None,
    ) -> None:
        if len(problem) > _LONGEST:
            problem = f"{problem[: _LONGEST // 2]} … {problem[-_LONGEST // 2 :]}"
        super().__init__(problem)
        self.problem = problem
        self.path = None if path is None else str(path)
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        place = "" if self.path is None else self.path
        if place and self.line is not None:
            place += f":{self.line}"
        sentence = f"{place}: {self.problem}" if place else self.problem
        return sentence if self.hint is None else f"{sentence}\n  hint: {self.hint}"


class UsageError(TermkitError):
    """The command line cannot be carried out as written."""


class ConfigError(TermkitError):
    """An unknown key or a value that does not fit."""


class GlossarySyntaxError(TermkitError):
    """A glossary file that does not say what a glossary can say."""


class DocumentError(TermkitError):
    """A document that cannot be checked."""


class UnreadableDocumentError(DocumentError):
    """Missing, not text, or damaged."""


class DamagedDocumentError(DocumentError):
    """Read up to a place, and no further: broken off, or not well-formed from there on."""


class EncodingError(DocumentError):
    """Bytes an encoding does not assign, text it cannot hold, or a name nobody knows."""


class EmptyDocumentError(DocumentError):
    """Nothing to check: no bytes, no text, or no file that can be read."""


class UnknownFormatError(TermkitError):
    """No reader or writer for this suffix or name."""


class FormatLimitError(TermkitError):
    """Something that a file format, or the service that takes the file, would refuse."""


class UnsupportedLanguageError(TermkitError):
    """A language without a room in `termkit/lang/`."""


class MissingExtraError(TermkitError):
    """A package that comes with an extra which is not installed."""

    def __init__(self, purpose: str, extra: str) -> None:
        super().__init__(
            f"{purpose} needs an extra that is not installed",
            hint=f"pip install 'termkit[{extra}]'",
        )


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint naming the nearest known word, and all of them when they are few.

    >>> nearest("prefered", ["preferred", "admitted"])
    "did you mean 'preferred'? known: admitted, preferred"
    >>> nearest("x", ["vi", "en"])
    'known: en, vi'
    """
    import difflib

    words = sorted(known)
    close = difflib.get_close_matches(word, words, n=1)
    guess = f"did you mean {close[0]!r}?" if close else ""
    if len(words) > _FEW:
        return guess or f"{len(words)} are known"
    return f"{guess} known: {', '.join(words)}".lstrip()
