"""One room per language: `get_language` finds it by BCP 47 tag."""

from __future__ import annotations

import importlib
from functools import lru_cache

from termkit.errors import UnsupportedLanguageError, nearest
from termkit.lang.base import Language

ROOMS = ("en", "vi", "zh")


@lru_cache(maxsize=256)
def get_language(tag: str) -> Language:
    """The room of a language tag; ``zh-Hans`` and ``zh-Hant`` share one.

    Raises:
        UnsupportedLanguageError: There is no room; the hint lists those there are.
    """
    primary = tag.split("-")[0].lower()
    if primary not in ROOMS:
        raise UnsupportedLanguageError(
            f"language {tag!r} is not known", hint=nearest(primary, ROOMS)
        )
    language = importlib.import_module(f"termkit.lang.{primary}.room").LANGUAGE
    assert isinstance(language, Language)
    return language
