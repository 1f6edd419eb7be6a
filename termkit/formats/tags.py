"""Language tags as other tools write them, and as termkit does (BCP 47)."""

from __future__ import annotations

import re

from termkit.model.script import script_of

_SUBTAG = re.compile(r"[-_]")
_REGION = re.compile(r"[A-Za-z]{2}|\d{3}|CH[ST]", re.IGNORECASE)


def language_tag(found: str) -> str:
    """The tag of a language as termkit writes it; regions that mean a script become it.

    A region that changes no script is kept for languages termkit has no room for, and left
    out for those it has: its concepts know no *en-US*.

    Raises:
        ValueError: Not a language tag.

    >>> language_tag("zh_TW"), language_tag("ZH-HANS-CN"), language_tag("en-us"), language_tag("VI")
    ('zh-Hant', 'zh-Hans', 'en', 'vi')
    >>> language_tag("zh-CHT"), language_tag("cmn-CN"), language_tag("zh-Hans-HK")
    ('zh-Hant', 'zh-Hans', 'zh-Hans')
    >>> language_tag("vi-hani"), language_tag("zh-latn-pinyin"), language_tag("pt-br")
    ('vi-Hani', 'zh-Latn-pinyin', 'pt-BR')
    """
    primary, *rest = _SUBTAG.split(found.strip())
    if re.fullmatch(r"[A-Za-z]{2,3}", primary) is None or not all(
        re.fullmatch(r"[A-Za-z0-9]{1,8}", part) for part in rest
    ):
        raise ValueError(f"{found!r} is not a language tag")
    primary = "zh" if primary.lower() == "cmn" else primary.lower()
    script, region, others = script_of(found.strip()), "", []
    for part in rest:
        if _REGION.fullmatch(part):
            region = part.upper()
        elif part.title() != script:
            others.append(part.lower())
    if primary in ("en", "vi", "zh"):
        region = ""
    return "-".join(part for part in (primary, script, region, *others) if part)
