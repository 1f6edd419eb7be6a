"""Values as plain dictionaries and back, for JSON, tables and the look-up index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from termkit.model.period import PartialDate

T = TypeVar("T")


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


def from_plain(kind: type[T], value: Any) -> T:
    """A value from what `to_plain` made of it; nothing is guessed.

    Args:
        kind: A dataclass of the model.
        value: A dictionary; absent fields keep their defaults.

    Raises:
        ValueError: A key that is not known, one that is missing, or a value of another kind,
            with the way to it.

    >>> from termkit.model.concept import Concept
    >>> from_plain(Concept, {"id": "hue", "type": "place", "subject_field": "", "designations": [
    ...     {"lang": "vi", "text": "Huế", "status": "best"}]})
    Traceback (most recent call last):
    ValueError: designations 1: status 'best' is not known
    """
    if not isinstance(value, Mapping):
        raise ValueError(f"expected a table, found {_short(value)}")
    known = _field_kinds(kind)  # type: ignore[arg-type]
    for key in value:
        if key not in known:
            raise ValueError(f"key {key!r} is not known")
    required = (f.name for f in fields(kind) if f.default is MISSING)  # type: ignore[arg-type]
    for name in required:
        if name not in value:
            raise ValueError(f"key {name!r} is missing")
    return kind(**{key: _parse(known[key], item, key) for key, item in value.items()})


@cache
def _field_kinds(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _parse(kind: Any, value: Any, name: str) -> Any:
    if get_origin(kind) is UnionType:  # X | None, and None is left out
        kind = next(option for option in get_args(kind) if option is not type(None))
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        if not isinstance(value, (list, tuple)):
            raise ValueError(f"{name} must be a list, not {_short(value)}")
        return tuple(_parse(item, one, f"{name} {n}") for n, one in enumerate(value, start=1))
    if kind is PartialDate:
        try:
            return PartialDate.parse(value)
        except (TypeError, ValueError):
            raise ValueError(f"{name} {_short(value)} is not a date") from None
    if is_dataclass(kind):
        try:
            return from_plain(kind, value)  # type: ignore[arg-type]
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from None
    if issubclass(kind, Enum):
        try:
            return kind(value)
        except ValueError:
            raise ValueError(f"{name} {_short(value)} is not known") from None
    if not isinstance(value, kind):
        raise ValueError(f"{name} must be {_KINDS.get(kind, kind.__name__)}, not {_short(value)}")
    return value


_KINDS = {str: "text", bool: "true or false"}


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:59]}…"
