"""What Unicode CLDR knows: names of territories and of languages. The home of babel.

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
