"""What the glossary already has of a form."""

from __future__ import annotations

from collections import defaultdict

from termkit.glossary.store import Glossary
from termkit.lang.vi.tones import tone_key
from termkit.model.concept import same_language
from termkit.text.normalise import normalise


class Held:
    """Concepts of a glossary by what names them in one language; case makes no difference."""

    def __init__(self, glossary: Glossary, lang: str) -> None:
        self._concepts: dict[str, set[str]] = defaultdict(set)
        for concept in glossary:
            for designation in concept.designations:
                if same_language(designation.lang, lang):
                    self._concepts[form_key(designation.text)].add(concept.id)

    def find(self, text: str) -> set[str]:
        """Ids of the concepts that a form names."""
        return set(self._concepts.get(form_key(text), ()))


def form_key(text: str) -> str:
    """What makes two written forms one: spaces, case and tone placement aside.

    >>> form_key("Hoà  Bình") == form_key("Hòa bình")
    True
    """
    return " ".join(tone_key(normalise(text).text.casefold()).split())
