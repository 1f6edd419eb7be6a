"""Errors in one slot of a sentence: a figure, a unit, a name, a term."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from planted.carriers import SLOTS_OF, WEEKDAYS

Plant = Callable[[str, str, dict[str, str], str, random.Random], str | None]


def replace(slot: str, change: Callable[[str, random.Random], str]) -> Plant:
    """A planter that changes the text of one slot."""

    def plant(
        source: str, target: str, filled: dict[str, str], lang: str, chance: random.Random
    ) -> str | None:
        old = filled[slot]
        if old not in target or slot not in SLOTS_OF[filled["carrier"]]:
            return None
        new = change(old, chance)
        return target.replace(old, new) if new != old else None

    return plant


def other_digit(text: str, chance: random.Random) -> str:
    """The last digit becomes another."""
    *_, last = re.finditer(r"\d", text)
    digit = str((int(last[0]) + chance.randint(1, 8)) % 10)
    return text[: last.start()] + digit + text[last.end() :]


def other_scale(text: str, chance: random.Random) -> str:
    for old, new in (("billion", "million"), ("tỷ", "triệu"), ("亿", "万")):
        if old in text:
            return text.replace(old, new)
    return text


def other_currency(text: str, chance: random.Random) -> str:
    for old, new in (("US$", "€"), ("USD", "euro"), ("美元", "欧元")):
        if old in text:
            return text.replace(old, new)
    return text


def other_unit(text: str, chance: random.Random) -> str:
    return text.replace("公里", "米") if "公里" in text else text.replace("km", "m")


def other_weekday(text: str, chance: random.Random) -> str:
    for names in zip(*WEEKDAYS, strict=True):
        if text in names:
            return chance.choice([name for name in names if name != text])
    return text


def misspelt(text: str, chance: random.Random) -> str:
    """One syllable, or one character, of a name becomes another."""
    for old, new in (
        ("Lam", "Lan"), ("Lâm", "Lẫm"), ("苏林", "苏琳"), ("Trung", "Trang"), ("黎怀忠", "黎怀中"),
        ("Wang Yi", "Wang Yu"), ("Nghị", "Nghĩ"), ("王毅", "王义"), ("Jinping", "Jinpin"),
        ("Bình", "Bính"), ("习近平", "习近萍"),
    ):  # fmt: skip
        if old in text:
            return text.replace(old, new)
    return text


def gone(text: str, chance: random.Random) -> str:
    return ""


def other_rank(text: str, chance: random.Random) -> str:
    for old, new in (
        ("comprehensive strategic cooperative partnership", "friendly relations"),
        ("quan hệ Đối tác hợp tác chiến lược toàn diện", "tình bạn lâu đời"),
        ("全面战略合作伙伴关系", "友好往来"),
        ("political mutual trust", "good feelings"),
        ("tin cậy chính trị", "cảm tình tốt đẹp"),
        ("政治互信", "良好感情"),
    ):
        if old == text:
            return new
    return text
