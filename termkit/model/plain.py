"""Values as plain dictionaries, for JSON and the look-up index."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from termkit.model.period import PartialDate


def to_plain(value: Any) -> Any:
    """A value as dictionaries, lists, strings and numbers; empty fields are left out.

    >>> from termkit.model.concept import Designation
    >>> to_plain(Designation("vi", "Hà Nội"))["status"]
    'preferred'
    >>> to_plain(PartialDate.parse("2026-04"))
    '2026-04'
    """
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: to_plain(item) for name, item in pairs if _says_something(item)}
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): to_plain(item) for key, item in value.items()}
    return value


def _says_something(item: Any) -> bool:
    return item is not None and item is not False and item != "" and item != ()
