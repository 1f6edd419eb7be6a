"""What a service refuses, found before anything is uploaded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from termkit.errors import FormatLimitError

# C0 and C1 controls, and what Unicode calls a line or paragraph separator.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_BYTE_ORDER_MARK = "\ufeff"
_INVISIBLE = " \t\n\u200b\ufeff"
_TOLD = 5  # problems that one sentence names


@dataclass(frozen=True, slots=True)
class Limits:
    """What the documentation of a service says it does not take; what it does not say is free.

    Attributes:
        service: As it calls itself.
        text_bytes, file_bytes: Most bytes of a text and of a file, in UTF-8.
        controls: No control characters and no line breaks within a text.
        edges: No white space at the edges of a text.
        once: Each source only once.
    """

    service: str
    text_bytes: int | None = None
    file_bytes: int | None = None
    controls: bool = False
    edges: bool = False
    once: bool = False


def check_text(text: str, concept_id: str, limits: Limits) -> None:
    """Whether a service takes a text.

    Raises:
        FormatLimitError: It does not; the sentence names concept and text.
    """
    found = _CONTROLS.search(text) if limits.controls else None
    if found is not None:
        problem, hint = f"U+{ord(found[0]):04X}", "a term on one line, without control characters"
    elif limits.edges and text != text.strip():
        problem, hint = "white space at its edges", "take the spaces off"
    elif limits.text_bytes is not None and len(text.encode()) > limits.text_bytes:
        problem, hint = f"{len(text.encode())} bytes", f"at most {limits.text_bytes}"
    elif text.startswith(_BYTE_ORDER_MARK) or not text.strip(_INVISIBLE):
        problem, hint = "an invisible character that reads as none", "take it out"
    else:
        return
    raise FormatLimitError(
        f"{concept_id}: {short(text)!r} has {problem}, which {limits.service} does not take",
        hint=hint,
    )


class Refusals:
    """What a service refuses of a file, gathered so that one sentence tells all of it."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._found: dict[str, FormatLimitError] = {}
        self._first: dict[str, str] = {}
        self._twice: dict[str, tuple[str, str]] = {}

    @contextmanager
    def of(self, concept_id: str) -> Iterator[None]:
        """A `FormatLimitError` in this block is one refusal of the concept."""
        try:
            yield
        except FormatLimitError as error:
            self._found.setdefault(concept_id, error)

    def see(self, source: str, concept_id: str) -> None:
        """Note a source, for a service that takes each once."""
        if self._limits.once and self._first.setdefault(source, concept_id) != concept_id:
            self._twice[source] = (self._first[source], concept_id)

    def tell(self) -> None:
        """Raise what was refused, if anything was.

        Raises:
            FormatLimitError: With the ids of the concepts, and how to leave them out.
        """
        if self._twice:
            said = (f"{short(text)!r} of {a} and {b}" for text, (a, b) in self._twice.items())
            later = [concept_id for _, concept_id in self._twice.values()]
            raise FormatLimitError(
                f"{self._limits.service} takes a source text once: {_some(said)}",
                hint=f"leave one of the two out: {_without(later)}",
            )
        if self._found:
            first = next(iter(self._found.values()))
            mend = f"{first.hint}; or leave them out: " if first.hint else "leave them out: "
            raise FormatLimitError(
                _some(error.problem for error in self._found.values()),
                hint=mend + _without(self._found),
            )


def _some(problems: Iterable[str]) -> str:
    known = list(problems)
    rest = f"; and {len(known) - _TOLD} more" if len(known) > _TOLD else ""
    return "; ".join(known[:_TOLD]) + rest


def _without(ids: Iterable[str]) -> str:
    return " ".join(f"--without {concept_id}" for concept_id in dict.fromkeys(ids))


def check_size(size: int, concept_id: str, limits: Limits) -> None:
    """Whether a file has not grown too large with a concept.

    Raises:
        FormatLimitError: It has.
    """
    if limits.file_bytes is not None and size > limits.file_bytes:
        raise FormatLimitError(
            f"{concept_id}: {limits.service} takes no file of more than {limits.file_bytes} bytes",
            hint="export a part of the glossary: --subject, --type",
        )


def short(text: str) -> str:
    """A text for a message."""
    return text if len(text) <= 40 else f"{text[:39]}…"
