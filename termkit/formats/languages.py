"""Which languages the sides of a bitext are in: the file says it, or the user does."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from termkit.errors import UnsupportedLanguageError, UsageError
from termkit.formats.base import Languages
from termkit.lang import get_language
from termkit.model.script import script_of


@lru_cache(maxsize=256)
def canonical(tag: str) -> str:
    """A language tag in the case of BCP 47; Chinese says its script, simplified where it names
    neither script nor region.

    >>> [canonical(tag) for tag in ("EN_us", "vi-VN", "zh", "zh-CN", "ZH-TW", "zh-Hans-HK")]
    ['en-US', 'vi-VN', 'zh-Hans', 'zh-Hans', 'zh-Hant', 'zh-Hans']

    Unlike `termkit.formats.tags.language_tag` it keeps regions: a bitext may be in *en-GB*.
    """
    primary, *rest = tag.strip().replace("_", "-").split("-")
    primary = primary.lower()
    if primary in ("zh", "cmn"):
        return "zh-Hant" if script_of(tag.strip()) == "Hant" else "zh-Hans"
    parts = (part.upper() if len(part) == 2 else part.title() for part in rest)
    return "-".join((primary, *parts))


def same_language(tag: str, other: str) -> bool:
    """Whether two tags name one language, script and region aside.

    >>> same_language("zh-CN", "zh-Hant"), same_language("en", "vi")
    (True, False)
    """
    return canonical(tag).split("-")[0] == canonical(other).split("-")[0]


def has_room(tag: str) -> bool:
    """Whether termkit knows the language.

    >>> has_room("vi-VN"), has_room("fr")
    (True, False)
    """
    try:
        get_language(canonical(tag))
    except UnsupportedLanguageError:
        return False
    return True


def serves(tag: str, languages: Languages) -> bool:
    """Whether a side may be in a language: one with a room, or any where that is asked for."""
    return languages.any_language or has_room(tag)


def settle(
    tag: str | None, languages: Languages, side: str, path: str, line: int | None = None
) -> str:
    """The language of a side: what the user gave, else what the file says.

    Raises:
        UsageError: Neither says it.
        UnsupportedLanguageError: There is no room for it.
    """
    found = getattr(languages, side) or tag
    if not found:
        raise UsageError(
            f"the file does not say the language of the {side}",
            path=path,
            line=line,
            hint=f"say it with --{side}-lang",
        )
    lang = canonical(found)
    if languages.any_language:
        return lang
    try:
        get_language(lang)
    except UnsupportedLanguageError as error:
        raise UnsupportedLanguageError(
            error.problem, path=path, line=line, hint=error.hint
        ) from None
    return lang


def pick(tags: Iterable[str], wanted: str) -> str | None:
    """The tag that fits best: the same, else the same language; ``None`` when none does.

    >>> pick(("en-US", "vi"), "en"), pick(("zh-TW", "zh-CN"), "zh-Hans"), pick(("en",), "vi")
    ('en-US', 'zh-CN', None)
    """
    fitting = [tag for tag in tags if same_language(tag, wanted)]
    exact = [tag for tag in fitting if canonical(tag) == canonical(wanted)]
    return next(iter(exact or fitting), None)


def given(languages: Languages, path: str) -> Languages:
    """The languages that the user gave, checked.

    Raises:
        UnsupportedLanguageError: There is no room for one.
        UsageError: Both sides are one language.
    """
    source = languages.source and settle(None, languages, "source", path)
    target = languages.target and settle(None, languages, "target", path)
    if source and target and source == target:
        raise UsageError(f"both sides are {source}", path=path)
    return Languages(source or None, target or None, languages.any_language)
