"""Changes that keep the meaning, and must not be reported."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from planted.carriers import ADMITTED, TERMS
from termkit.lang.vi.tones import set_tone_style


def with_original(target: str, lang: str) -> str:
    """A term with the Chinese for it in brackets."""
    for term in TERMS:
        if lang != "zh" and term[lang] in target:
            return target.replace(f'"{term[lang]}"', f"{term[lang]} ({term['zh']})")
    return target


def placeholders_moved(target: str, lang: str) -> str:
    """The sentence of a program in another order, and a placeholder named once more."""
    for old, new in (
        ("copied %(count)s files to <b>{folder}</b>", "has in <b>{folder}</b> now %(count)s files"),
        (
            "đã sao chép %(count)s tệp vào <b>{folder}</b>",
            "đã đưa vào <b>{folder}</b> %(count)s tệp",
        ),
        ("将%(count)s个文件复制到<b>{folder}</b>", "向<b>{folder}</b>复制了%(count)s个文件"),
    ):
        target = target.replace(old, new)
    return target


def admitted(target: str, lang: str) -> str:
    for old, new in ADMITTED.items():
        target = target.replace(old, new)
    return target


def sentences_joined(target: str, lang: str) -> str:
    """The first full stop of the paragraph becomes a semicolon: nothing is left out."""
    stop, mark = ("。", "；") if lang == "zh" else (". ", "; ")
    return target.replace(stop, mark, 1)


KEPT: dict[str, Callable[[str, str], str]] = {
    "decomposed": lambda text, lang: unicodedata.normalize("NFD", text),
    "composed": lambda text, lang: unicodedata.normalize("NFC", text),
    "non-breaking spaces": lambda text, lang: text.replace(" ", "\u00a0"),
    "tone placement": lambda text, lang: set_tone_style(unicodedata.normalize("NFC", text), "new"),
    "full-width figures": lambda text, lang: (
        re.sub(r"(?<![\w./])\d+", lambda m: "".join(chr(ord(c) + 0xFEE0) for c in m[0]), text)
        if lang == "zh"
        else text
    ),
    "line wraps": lambda text, lang: text if lang == "zh" else text.replace(" ", "\n", 3),
    "original in brackets": with_original,
    "placeholders moved": placeholders_moved,
    "admitted rendering": admitted,
    "sentences joined": sentences_joined,
    "dash of the years": lambda text, lang: re.sub(r"(?<=\d{4})-(?=\d{4})", " – ", text),
}
