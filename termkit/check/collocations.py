"""What the glossary's own designations teach about words that stand with one another."""

from __future__ import annotations

from termkit.check.phrases import full_designations, wording
from termkit.glossary.store import Glossary
from termkit.model.concept import Concept


def known_modifiers(glossary: Glossary, concept: Concept, lang: str) -> frozenset[str]:
    """First words of designations that are another designation behind them.

    *profound* and *major*, because *profound changes unseen in a century* is *changes unseen in
    a century* with a word before it.
    """

    def make() -> frozenset[str]:
        known = {wording(glossary, lang, d.text).words for d in full_designations(concept, lang)}
        return frozenset(words[0] for words in known if len(words) > 2 and words[1:] in known)

    return glossary.once(("collocations", lang, "modifiers", concept.id), make)


def interchangeable_heads(glossary: Glossary, lang: str) -> dict[str, frozenset[str]]:
    """Last words of which one designation of a concept has one and another the other.

    *issue* and *matter*, because *Settlement of Sea-related Issues* is admitted as *settlement of
    sea-related matters*: then *maritime matters* may be *maritime issues*.
    """

    def make() -> dict[str, frozenset[str]]:
        heads: dict[str, set[str]] = {}
        for concept in glossary:
            known = {_content(glossary, lang, d.text) for d in full_designations(concept, lang)}
            for one in known:
                for other in known:
                    if len(one) > 1 and one[:-1] == other[:-1] and one[-1] != other[-1]:
                        heads.setdefault(one[-1], set()).add(other[-1])
        return {head: frozenset(others) for head, others in heads.items()}

    return glossary.once(("collocations", lang, "heads"), make)


def _content(glossary: Glossary, lang: str, text: str) -> tuple[str, ...]:
    found = wording(glossary, lang, text)
    return tuple(word for word in found.words if word in found.content)
