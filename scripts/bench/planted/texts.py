"""Errors in the whole of a translation: sentences, signs, scripts, another language."""

from __future__ import annotations

import random
from collections.abc import Callable

from planted.carriers import PLACES, PRODUCT
from planted.slots import Plant
from termkit.lang.zh.hanzi import traditional_variants


def of_text(change: Callable[[str, str, str, random.Random], str | None]) -> Plant:
    """A planter that changes the whole target."""

    def plant(
        source: str, target: str, filled: dict[str, str], lang: str, chance: random.Random
    ) -> str | None:
        return change(source, target, lang, chance)

    return plant


def without_sentence(source: str, target: str, lang: str, chance: random.Random) -> str | None:
    """The longer of two sentences is left out."""
    parts = target.split("\n")
    longest = max(parts, key=len)
    rest = [part for part in parts if part != longest]
    whole = sum(map(len, parts))
    return "\n".join(rest) if rest and len(longest) > 0.5 * whole > 40 else None


def with_sentence(source: str, target: str, lang: str, chance: random.Random) -> str | None:
    longest = max(target.split("\n"), key=len)
    return f"{target}\n{longest}\n{longest}" if len(longest) > 0.5 * len(target) else None


def without_one(signs: str) -> Callable[[str, str, str, random.Random], str | None]:
    def change(source: str, target: str, lang: str, chance: random.Random) -> str | None:
        places = [index for index, letter in enumerate(target) if letter in signs]
        if not places:
            return None
        at = chance.choice(places)
        return target[:at] + target[at + 1 :]

    return change


def other_address(source: str, target: str, lang: str, chance: random.Random) -> str | None:
    return target.replace("example.org", "example.com") if "example.org" in target else None


def traditional(source: str, target: str, lang: str, chance: random.Random) -> str | None:
    if lang != "zh":
        return None
    for character in target:
        variants = [one for one in traditional_variants(character) if one != character]
        if variants and character in "国会议权际":
            return target.replace(character, variants[0])
    return None


def other_script(source: str, target: str, lang: str, chance: random.Random) -> str | None:
    """A place of the target in Han characters; a Chinese target in traditional ones."""
    if lang == "zh":
        return traditional(source, target, lang, chance)
    for place in PLACES:
        if place[lang] in target:
            return target.replace(place[lang], place["zh"])
    return None


def other_placeholder(source: str, target: str, lang: str, chance: random.Random) -> str | None:
    old, new = chance.choice(
        (("%(count)s", "%(cuont)s"), ("{folder}", ""), ("</b>", ""), ("%(count)s", "12"))
    )
    return target.replace(old, new) if old in target else None


def other_product(source: str, target: str, lang: str, chance: random.Random) -> str | None:
    other = {"en": "the office suite", "vi": "Bộ văn phòng", "zh": "办公套件"}[lang]
    return target.replace(PRODUCT, other) if PRODUCT in target else None


def foreign(source: str, target: str, lang: str, chance: random.Random) -> str | None:
    return OTHER[lang]


OTHER = {
    "en": "Hai bên nhất trí tiếp tục phối hợp chặt chẽ trong thời gian tới và mở rộng hợp tác.",
    "vi": "The two sides agreed to keep working closely together and to widen their cooperation.",
    "zh": "The two sides agreed to keep working closely together and to widen their cooperation.",
}
