"""textlint-rule-terminology: a JSON file of terms, each a wrong form and the right one.

Source: the rule's Readme and source (5.2, 2025): a list of pairs, pattern and replacement; the
pattern is a regular expression of JavaScript, always found in any capitals, and taken as it is
when it looks behind or ahead, else set between ASCII word boundaries, where neither Đ nor 国 has
one; what already equals the replacement is left alone; ``$`` in a replacement means a group.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import BinaryIO

from termkit.formats.base import ConceptDoor, ConceptOptions, Format, text_into
from termkit.formats.wrong_words import (
    BMP_LETTERS,
    LOSES,
    WrongWord,
    keeps_pairs,
    pattern,
    wrong_words,
)
from termkit.model.concept import Concept

_AS_IT_IS = "(?=)"  # looks ahead at nothing, so that the rule adds no boundaries of its own


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """One pair a line, for the rule's option ``terms``."""
    words = wrong_words(concepts, options.languages[0])
    lines = [json.dumps(_pair(word), ensure_ascii=False) for word in words]
    with text_into(out) as text:
        text.write("[\n " + ",\n ".join(lines) + "\n]\n" if lines else "[]\n")


def _pair(word: WrongWord) -> tuple[str, str]:
    found = pattern(word, BMP_LETTERS)
    if not found.startswith("(?<") and "(?!" not in found:
        found = _AS_IT_IS + found
    return found, word.better.replace("$", "$$")


FORMAT = Format(
    name="textlint",
    suffixes=(".json",),
    spec="textlint-rule-terminology 5, terms",
    concepts=ConceptDoor(writes=write, loses=LOSES, keeps=keeps_pairs, sides=1),
)
