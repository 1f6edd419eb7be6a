"""Which column of a corpus holds what: the usual names, or those the user gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from termkit.errors import ConfigError, nearest

FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id", "doc_id", "docid", "document_id", "article_id", "uuid", "key", "url", "uri"),
    "text": ("text", "content", "body", "document", "article", "maintext", "raw_text"),
    "source": ("source", "publisher", "agency", "outlet", "site", "domain", "newspaper"),
    "date": ("date", "published", "published_at", "pub_date", "date_publish", "publish_date",
             "publication_date", "published_date", "timestamp", "created_at"),
    "lang": ("lang", "language", "lang_code", "locale"),
    "profile": ("profile", "style", "house_style"),
    "title": ("title", "headline"),
}  # fmt: skip
"""By field of a row, the names that columns have for it, the likeliest first."""

_FEW = 10  # columns that a message names


@dataclass(frozen=True, slots=True)
class Columns:
    """The name of the column of each field that a corpus has; ``text`` it always has."""

    names: Mapping[str, str]

    def __getitem__(self, field: str) -> str | None:
        return self.names.get(field)

    @property
    def used(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.names.values()))


def find_columns(
    present: Iterable[str], given: Mapping[str, str] | None = None, *, path: str | None = None
) -> Columns:
    """Settle which column is which, whatever the capitals of their names.

    Args:
        present: Names of the corpus's columns.
        given: By field, the column the user named.
        path: For messages.

    Raises:
        ConfigError: A column that the user named is not there, a field has no such name, or
            no column holds the text, or a column that is used has a namesake.

    >>> find_columns(["Body", "URL", "lang", "n"]).names
    {'id': 'URL', 'text': 'Body', 'lang': 'lang'}
    """
    columns = list(present)
    lower = {name.lower(): name for name in reversed(columns)}
    found: dict[str, str] = {}
    check_fields(given or {})
    for field, names in FIELDS.items():
        wanted = (given or {}).get(field)
        if wanted is not None:
            if wanted not in columns:
                raise ConfigError(
                    f"there is no column {wanted!r} for the {field}",
                    path=path,
                    hint=nearest(wanted, columns),
                )
            found[field] = wanted
            continue
        name = next((lower[name] for name in names if name in lower), None)
        if name is not None and name not in (given or {}).values():
            found[field] = name
    if "text" not in found:
        raise ConfigError(
            "no column holds the text",
            path=path,
            hint=f"the columns are: {_shown(columns)}; name one with --column text=NAME",
        )
    for name in found.values():
        if columns.count(name) > 1:
            raise ConfigError(
                f"two columns are named {name!r}", path=path, hint="give each a name of its own"
            )
    return Columns(found)


def _shown(columns: Sequence[str]) -> str:
    """The first names, each by its beginning: a header may be as large as a document."""
    shown = [name if len(name) <= 40 else f"{name[:39]}…" for name in columns[:_FEW]]
    more = f" and {len(columns) - _FEW:,} more" if len(columns) > _FEW else ""
    return (", ".join(shown) or "none") + more


def check_fields(given: Iterable[str]) -> None:
    """See that every field is one.

    Raises:
        ConfigError: One is not.
    """
    for field in given:
        if field not in FIELDS:
            raise ConfigError(f"a row has no field {field!r}", hint=nearest(field, FIELDS))
