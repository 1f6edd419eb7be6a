"""Language tags as other tools write them, and as termkit does (BCP 47)."""

from __future__ import annotations

import re

_SUBTAG = re.compile(r"[-_]")
_SCRIPT_OF_REGION = {
    "CN": "Hans",
    "SG": "Hans",
    "HK": "Hant",
    "MO": "Hant",
    "TW": "Hant",
    "CHS": "Hans",
    "CHT": "Hant",
}


def language_tag(found: str) -> str:
    """The tag of a language as termkit writes it; regions that mean a script become it.

    A region that changes no script is kept for languages termkit has no room for, and left
    out for those it has: its concepts know no *en-US*.

    Raises:
        ValueError: Not a language tag.

    >>> language_tag("zh_TW"), language_tag("ZH-HANS-CN"), language_tag("en-us"), language_tag("VI")
    ('zh-Hant', 'zh-Hans', 'en', 'vi')
    >>> language_tag("vi-hani"), language_tag("zh-latn-pinyin"), language_tag("pt-br")
    ('vi-Hani', 'zh-Latn-pinyin', 'pt-BR')
    """
    primary, *rest = _SUBTAG.split(found.strip())
    if re.fullmatch(r"[A-Za-z]{2,3}", primary) is None or not all(
        re.fullmatch(r"[A-Za-z0-9]{1,8}", part) for part in rest
    ):
        raise ValueError(f"{found!r} is not a language tag")
    script, region, others = "", "", []
    for part in rest:
        if len(part) == 4 and part.isalpha() and not script:
            script = part.title()
        elif part.upper() in _SCRIPT_OF_REGION or re.fullmatch(r"[A-Za-z]{2}|\d{3}", part):
            region = part.upper()
        else:
            others.append(part.lower())
    primary = primary.lower()
    if primary == "zh" and not script:
        script = _SCRIPT_OF_REGION.get(region, "")
    if primary in ("en", "vi", "zh"):
        region = ""
    return "-".join(part for part in (primary, script, region, *others) if part)
