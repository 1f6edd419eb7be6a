"""cspell: the words of a glossary for a spelling checker, and the ones it should flag.

Source: the schema of cspell 9 (cspell.schema.json, 2026): ``words`` are right, ``flagWords`` are
always wrong, ``word->suggestion`` with a comma between suggestions. cspell looks at one word at a
time: a deprecated name of several words cannot be flagged, and is told as a loss; of Chinese it
sees what stands between punctuation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, BinaryIO

from termkit.formats.base import ConceptDoor, ConceptOptions, Format, text_into
from termkit.formats.wrong_words import LOSES, WrongWord, keeps, spellings, wrong_words
from termkit.model.concept import Concept

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MEANS_MORE = re.compile("[,:]|->|[\x00-\x1f]")


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """A configuration to import from a project's own."""
    found = list(concepts)
    lang = options.languages[0]
    names = (d.text for c in found for d in c.named(lang) if d.is_approved)
    right = {word for name in names for word in _WORD.findall(name)}
    lower = {word.lower() for word in right}
    wrong = [word for word in wrong_words(found, lang) if word.text.lower() not in lower]
    settings: dict[str, Any] = {
        "version": "0.2",
        "words": sorted(right),
        "flagWords": sorted({_flag(form) for word in wrong for form in spellings(word)}),
    }
    with text_into(out) as text:
        json.dump(settings, text, ensure_ascii=False, indent=1)
        text.write("\n")


def _flag(word: WrongWord) -> str:
    if not word.better or _MEANS_MORE.search(word.better):
        return word.text
    return f"{word.text}->{word.better}"


def _one_word(concept: Concept, options: ConceptOptions) -> Concept:
    """The concept without deprecated names of several words."""
    concept = keeps(concept, options)
    names = tuple(d for d in concept.designations if d.is_approved or _WORD.fullmatch(d.text))
    return replace(concept, designations=names)


FORMAT = Format(
    name="cspell",
    suffixes=(".json",),
    spec="cspell 9, configuration",
    concepts=ConceptDoor(writes=write, loses=LOSES, keeps=_one_word, sides=1),
)
