"""Occurrences of designations in a text: whole tokens, longest first, every candidate kept.

Designations are laid into a trie, token by token, and the text is walked once. Two things
that an automaton over characters cannot do are edges of the walk: a place inside a
designation stands for all its forms (*Communist Party of Việt Nam* is *Communist Party of
Vietnam*), and a parenthesis may be stepped over (*Communist Party of Vietnam (CPV) Central
Committee*).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from termkit.glossary.claims import settle
from termkit.glossary.match import Likeness, Match
from termkit.glossary.token_text import TokenText
from termkit.glossary.trie import Trie, build_trie
from termkit.glossary.verify import Candidate, verify
from termkit.glossary.walk import Places, walk
from termkit.lang import get_language
from termkit.lang.base import Language
from termkit.model.concept import Concept
from termkit.model.span import Span

__all__ = ["Likeness", "Match", "Matcher", "build_matcher"]


class Matcher:
    """Finds the designations of a glossary in texts of one language.

    It finds the designations of the language, and names of people, places and organisations
    in the Latin-script forms of the other languages (`Match.is_foreign`).
    """

    def __init__(self, trie: Trie, language: Language) -> None:
        self._trie = trie
        self._language = language

    def find(self, text: str) -> tuple[Match, ...]:
        """Every designation in a normalised text, in text order, the longer first.

        Nested matches of other concepts are included. Time is linear in the text.
        """
        tokens = TokenText(text)
        return settle(self._candidates(tokens), text)

    def _candidates(self, tokens: TokenText) -> Iterator[Candidate]:
        places = self._places(tokens)
        root = self._trie.root
        for start, key in enumerate(tokens.keys):
            if key not in root.children and start not in places and not _ends_in_s(key):
                continue  # the usual case: no designation begins with this word
            for way in walk(root, tokens, start, places):
                found = verify(way, tokens, self._language.tag)
                if found is not None and not self._straddles(tokens.text, found):
                    yield found

    def _places(self, tokens: TokenText) -> Places:
        """Where a place is named, and how far."""
        places: Places = {}
        children = self._trie.places.children
        for start, key in enumerate(tokens.keys):
            bare = tokens.without_possessive(start)
            if key not in children and (bare is None or bare not in children):
                continue
            for way in walk(self._trie.places, tokens, start, {}):
                if verify(way, tokens, self._language.tag) is not None:
                    concept = way.entry.pattern.concept
                    entry = (concept.id, way.steps[-1].end, way.possessive)
                    found = places.setdefault(start, [])
                    if entry not in found:
                        found.append(entry)
        return places

    def _straddles(self, text: str, found: Candidate) -> bool:
        return self._language.straddles(text, Span(found.start, found.end))


def _ends_in_s(key: str) -> bool:
    """Whether a possessive may hide the word: *Xinhua's*."""
    return key.endswith("'s")


def build_matcher(concepts: Iterable[Concept], lang: str) -> Matcher:
    """The matcher of a glossary, or of any concepts, for texts of one language.

    Raises:
        UnsupportedLanguageError: There is no room for the language.
    """
    return Matcher(build_trie(concepts, lang), get_language(lang))
