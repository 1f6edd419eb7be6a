"""Read one TOML table strictly: every key known, every value of its kind, errors with a line.

The line of a value that is well written but wrong is found by searching the text of the file.
"""

from __future__ import annotations

import datetime
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from termkit.errors import GlossarySyntaxError, nearest
from termkit.lang import ROOMS
from termkit.model.period import PartialDate
from termkit.model.slug import SLUG
from termkit.toml_ import decode_toml, toml_table

E = TypeVar("E", bound=StrEnum)
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?(?:-[a-z0-9]{5,8})*")


def parse_toml(data: bytes, *, path: str | Path) -> tuple[dict[str, Any], str]:
    """The top table of a glossary file, and its text for finding lines.

    Raises:
        GlossarySyntaxError: Not UTF-8 (byte and offset are named) or not TOML.
    """
    text = decode_toml(data, path=path, error=GlossarySyntaxError)
    return toml_table(text, path=path, error=GlossarySyntaxError), text


class Table:
    """A TOML table under validation.

    Args:
        values: As `tomllib` gives them.
        path: Of the file, for errors.
        text: Of the file, for line numbers; may be empty.
        known: The keys that may stand here.
        after: Text that stands before this table in the file: the search begins there.

    Raises:
        GlossarySyntaxError: It is not a table, or a key is not known.
    """

    __slots__ = ("path", "start", "text", "values")

    def __init__(
        self,
        values: Any,
        *,
        path: str | Path,
        text: str = "",
        known: Iterable[str] | None = None,
        after: str = "",
    ) -> None:
        self.path = path
        self.text = text
        self.start = max(0, text.find(after)) if after and text else 0
        if not isinstance(values, Mapping):
            self.values: Mapping[str, Any] = {}
            self.fail(f"expected a table, found {values!r}", at=str(values))
        self.values = values
        if known is not None:
            for key in values:
                if key not in known:
                    self.fail(f"key {key!r} is not known", at=key, hint=nearest(key, known))

    def fail(self, problem: str, *, at: str = "", hint: str | None = None) -> NoReturn:
        """Raise the error, at the line where ``at`` stands if that can be found."""
        raise GlossarySyntaxError(problem, path=self.path, line=self.line_of(at), hint=hint)

    def line_of(self, wanted: str) -> int | None:
        """The first line from this table on that has a text; ``None`` without the file's text."""
        if not self.text:
            return None
        place = self.text.find(wanted, self.start) if wanted else self.start
        if place < 0:
            place = max(0, self.text.find(wanted))
        return self.text.count("\n", 0, place) + 1

    def string(self, key: str, default: str | None = None) -> str:
        """Text in NFC. Without a default the key is required and must not be empty."""
        value = self.values.get(key, default)
        if value is None:
            self.fail(f"key {key!r} is missing")
        if not isinstance(value, str):
            self.fail(f"{key!r} must be text, not {value!r}", at=key)
        if default is None and not value.strip():
            self.fail(f"{key!r} is empty", at=key)
        return value if value.isascii() else unicodedata.normalize("NFC", value)

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of texts; absent is empty."""
        value = self.values.get(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.fail(f"{key!r} must be a list of texts", at=key)
        return tuple(map(sys.intern, value))  # the same few sources, again and again

    def slug(self, key: str) -> str:
        """An id: lower-case ASCII letters, digits and hyphens.

        Ids become file names and addresses, so nothing else may stand in them.
        """
        value = self.string(key)
        if not SLUG.fullmatch(value):
            self.fail(
                f"{key} {value!r} is not a slug", at=value, hint="use a-z, 0-9 and single hyphens"
            )
        return value

    def flag(self, key: str, default: bool = False) -> bool:
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            self.fail(f"{key!r} must be true or false, not {value!r}", at=key)
        return value

    def member(self, key: str, enum: type[E], default: E | None = None) -> E:
        """A member of an enumeration, by its value."""
        value = self.values.get(key)
        if value is None and default is not None:
            return default
        found = self.option(key, enum)
        if found is None:
            self.fail(f"key {key!r} is missing")
        return found

    def option(self, key: str, enum: type[E]) -> E | None:
        """A member of an enumeration, or ``None`` when the key is absent."""
        value = self.values.get(key)
        if value is None:
            return None
        found = enum._value2member_map_.get(value) if isinstance(value, str) else None
        if found is None:
            known = [member.value for member in enum]
            self.fail(
                f"{key} {value!r} is not known", at=str(value), hint=nearest(str(value), known)
            )
        assert isinstance(found, enum)
        return found

    def date(self, key: str) -> PartialDate | None:
        """A year, a month or a day, as text or as a TOML date."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            return PartialDate(value.year, value.month, value.day)
        try:
            return PartialDate.parse(value if isinstance(value, str) else repr(value))
        except ValueError:
            self.fail(
                f"{key} {value!r} is not a date",
                at=str(value),
                hint='write "2026", "2026-04" or "2026-04-06"',
            )

    def tag(self, key: str = "lang") -> str:
        """A BCP 47 tag of a language that has a room."""
        value = self.string(key)
        primary = re.split("[-_]", value)[0].lower()
        if primary not in ROOMS:
            self.fail(
                f"language {value!r} is not known", at=f'"{value}"', hint=nearest(primary, ROOMS)
            )
        if not _TAG.fullmatch(value):
            self.fail(
                f"language tag {value!r} is not well formed",
                at=f'"{value}"',
                hint="write it like vi, zh-Hans or zh-Latn-pinyin",
            )
        return sys.intern(value)

    def tables(self, key: str) -> list[Any]:
        """An array of tables; absent is empty."""
        value = self.values.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.fail(f"{key!r} must be a list of tables", at=key)
        return value
