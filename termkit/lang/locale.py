"""What Unicode CLDR knows: names of territories, languages, months, days. The home of babel.

Source: Unicode Common Locale Data Repository, in the version that the installed babel has.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from termkit.errors import UnsupportedLanguageError
from termkit.lang import ROOMS


@cache
def territory_names(lang: str) -> Mapping[str, str]:
    """Names of countries and regions by ISO 3166 code (or UN M49 number).

    >>> territory_names("vi")["CN"], territory_names("en")["VN"], territory_names("zh")["LA"]
    ('Trung Quốc', 'Vietnam', '老挝')
    """
    return MappingProxyType({str(code): str(n) for code, n in _locale(lang).territories.items()})


@cache
def language_names() -> Mapping[str, str]:
    """English names of the world's languages by ISO 639 code.

    >>> language_names()["vi"], language_names()["fr"]
    ('Vietnamese', 'French')
    """
    return MappingProxyType({str(code): str(n) for code, n in _locale("en").languages.items()})


@cache
def cldr_names(lang: str) -> Mapping[str, tuple[str, ...]]:
    """Names that mean the same in every language of CLDR, by a key that is one for all.

    Args:
        lang: Any BCP 47 tag; a language that CLDR lacks has no names.

    >>> cldr_names("vi")["month-2"], cldr_names("de")["day-0"], cldr_names("zh")["territory-FR"]
    (('tháng 2', 'Tháng 2'), ('Montag',), ('法国',))
    >>> cldr_names("tlh")
    mappingproxy({})
    """
    locale = _any_locale(lang)
    if locale is None:
        return MappingProxyType({})
    found: dict[str, dict[str, None]] = {}
    for kind, table in (
        ("month", locale.months["format"]["wide"]),
        ("month", locale.months["stand-alone"]["wide"]),
        ("day", locale.days["format"]["wide"]),
        ("day", locale.days["stand-alone"]["wide"]),
        ("territory", locale.territories),
    ):
        for code, name in table.items():
            found.setdefault(f"{kind}-{code}", {})[str(name)] = None
    return MappingProxyType({key: tuple(names) for key, names in found.items()})


def _any_locale(lang: str) -> Any:
    """The locale of a tag, or ``None``; a bare ``zh`` is simplified Chinese."""
    from babel import Locale, UnknownLocaleError

    parts = [part for part in lang.split("-") if part]
    try:
        script = next((part for part in parts[1:] if len(part) == 4), None)
        return Locale(parts[0].lower(), script=script.title() if script else None)
    except (UnknownLocaleError, ValueError, IndexError):
        return _any_locale(parts[0]) if len(parts) > 1 else None


def _locale(lang: str) -> Any:
    """The locale of a language tag.

    Raises:
        UnsupportedLanguageError: There is no room for the language.
    """
    from babel import Locale

    primary, _, rest = lang.partition("-")
    if primary.lower() not in ROOMS:
        raise UnsupportedLanguageError(f"language {lang!r} is not known")
    script = "Hant" if rest.split("-")[0] == "Hant" else "Hans"
    return Locale("zh", script=script) if primary.lower() == "zh" else Locale(primary.lower())
