"""How much a phrase looks like a term: nested frequency, form, and distance from everyday words.

C-value prefers long phrases that come often by themselves, and not only inside a longer one.
A name needs no frequency: its form speaks. A single word of the general vocabulary is no
term, however often it comes.

Source: Frantzi, Ananiadou and Mima (2000), Automatic Recognition of Multi-Word Terms: the
C-value/NC-value Method.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import log2

from termkit.align.stretches import head_types
from termkit.align.tokens import function_words
from termkit.lang import ROOMS
from termkit.lang.tables import load_words
from termkit.lang.zh.frequencies import word_counts
from termkit.model.concept import ConceptType

Words = tuple[str, ...]

# Grammatical words that stand inside terms (community with a shared future that carries ...).
_INSIDE = {
    "en": frozenset({"of", "for", "on", "in", "and", "the", "to", "with", "a", "at", "that"}),
    "vi": frozenset({"và", "về", "của", "có", "với", "trên", "trong", "ở", "các", "một", "qua"}),
    "zh": frozenset({"的", "和", "与", "以", "为", "之", "对", "中", "上"}),
}
_GENERAL = {"en": "common_words", "vi": "compounds", "zh": "words"}
_EVERYDAY = 3000  # a Chinese word that the frequency list has more often is an everyday word


def c_values(counts: Mapping[Words, int]) -> dict[Words, float]:
    """The C-value of each phrase.

    Args:
        counts: How often each phrase stands, all of them.

    >>> values = c_values({("shared", "future"): 5, ("a", "shared", "future"): 5})
    >>> values["shared", "future"]
    0.0
    """
    outer: dict[Words, list[int]] = defaultdict(list)
    for phrase, count in counts.items():
        inner = {
            phrase[start:stop]
            for start in range(len(phrase))
            for stop in range(start + 1, len(phrase) + 1)
            if stop - start < len(phrase)
        }
        for part in inner:
            if part in counts:
                outer[part].append(count)
    return {
        phrase: log2(len(phrase) + 1)
        * (count - (sum(outer[phrase]) / len(outer[phrase]) if outer[phrase] else 0))
        for phrase, count in counts.items()
    }


def plausibility(words: Words, lang: str, c_value: float, *, is_name: bool) -> float:
    """How likely a phrase is a term, in [0, 1].

    Args:
        words: Its words, as keys.
        lang: Of the phrase.
        c_value: Of the phrase in its corpus.
        is_name: It has the form of a name.
    """
    room = lang.split("-")[0].lower()
    inside = function_words(lang) - _INSIDE.get(room, frozenset())
    if any(word in inside for word in words[1:-1]):
        return 0.0
    if len(words) == 1:
        if is_everyday(words[0], lang):
            return 0.15 if is_name else 0.05
        return 0.8 if is_name else 0.4
    if is_name:
        return 1.0
    if room == "en" and (words[-1].endswith("ed") or words[0].endswith(("ed", "ing"))):
        return 0.0  # the two sides agreed; deepening cooperation
    frequent = max(0.0, c_value) / (max(0.0, c_value) + 3)
    return frequent if concept_type(words, lang) is None else 0.3 + 0.7 * frequent


def is_everyday(word: str, lang: str) -> bool:
    """Whether a single word, by its key, belongs to the general vocabulary."""
    room = lang.split("-")[0].lower()
    if room == "zh":
        return word_counts().get(word, 0) >= _EVERYDAY or len(word) == 1
    return room in ROOMS and word in load_words(room, _GENERAL[room])


def concept_type(words: Words, lang: str) -> ConceptType | None:
    """What kind of concept the head noun of a phrase speaks of, or ``None``."""
    heads = head_types(lang)
    room = lang.split("-")[0].lower()
    for head in _heads(words, room):
        if head in heads:
            return ConceptType(heads[head])
    return None


def _heads(words: Words, room: str) -> Iterable[str]:
    """The words that may be the head: first in Vietnamese, last in Chinese.

    In English the last before a preposition (*Ministry* of Foreign Affairs), else the last.
    """
    if room == "vi":
        for size in (3, 2, 1):
            yield " ".join(words[:size])
    elif room == "zh":
        last = words[-1] if words else ""
        yield from (last[start:] for start in range(len(last)))
        yield "".join(words[-2:])
    else:
        inside = next((n for n, word in enumerate(words) if word in _INSIDE["en"]), len(words))
        yield words[inside - 1] if inside else ""
        yield words[-1] if words else ""
