"""Language codes of the translation services, which tell 简体 from 繁體 by region."""

from __future__ import annotations

from collections.abc import Mapping

from termkit.formats.tags import language_tag

GOOGLE = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
"""Google Cloud Translation, *Language support*; *zh* alone is Simplified."""

AMAZON = {"zh-Hans": "zh", "zh-Hant": "zh-TW"}
"""Amazon Translate, *Supported languages and language codes*."""


def code_of(lang: str, codes: Mapping[str, str]) -> str | None:
    """The code of a language, or ``None`` for one that a service cannot tell from another.

    >>> code_of("vi", GOOGLE), code_of("zh-Hant", GOOGLE), code_of("vi-Hani", GOOGLE)
    ('vi', 'zh-TW', None)
    """
    if lang in codes:
        return codes[lang]
    return lang if lang.isalpha() and lang != "zh" else None


def lang_of(code: str) -> str:
    """The language of a code in a header.

    Raises:
        ValueError: Not a language tag.

    >>> lang_of("zh-CN"), lang_of("zh"), lang_of("zh-TW"), lang_of("VI")
    ('zh-Hans', 'zh-Hans', 'zh-Hant', 'vi')
    """
    tag = language_tag(code)
    return "zh-Hans" if tag == "zh" else tag
