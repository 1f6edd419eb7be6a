"""Occurrences of designations in a text: whole tokens, longest first, every candidate kept.

Designations are laid into a trie, token by token, and the text is walked. Two things that an
automaton over characters cannot do are edges of the walk: a place or an organisation inside a
designation stands for all its forms (*Communist Party of Việt Nam* is *Communist Party of
Vietnam*, *UN Charter* is *United Nations Charter*), and a parenthesis may be stepped over
(*Communist Party of Vietnam (CPV) Central Committee*).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from termkit.glossary.claims import settle
from termkit.glossary.match import Likeness, Match
from termkit.glossary.token_text import TokenText
from termkit.glossary.trie import Node, Trie, build_trie
from termkit.glossary.verify import Candidate, verify
from termkit.glossary.walk import Named, Way, walk
from termkit.lang import get_language
from termkit.lang.base import Language
from termkit.model.concept import Concept
from termkit.model.span import Span

__all__ = ["Likeness", "Match", "Matcher", "build_matcher"]

_DEPTH = 3


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
        named: Named = {}
        # Names inside names: a country in a party's name, the party in its committee's.
        for _ in range(_DEPTH):
            inner, named = named, self._named(tokens, named)
            if named == inner:
                break
        for way in self._ways(self._trie.root, tokens, named):
            found = verify(way, tokens, self._language.tag)
            if found is not None and not self._straddles(tokens.text, found):
                yield found

    def _named(self, tokens: TokenText, inner: Named) -> Named:
        """Where a place or an organisation is named, and how far."""
        named: Named = {}
        for way in self._ways(self._trie.names, tokens, inner):
            if verify(way, tokens, self._language.tag) is not None:
                first, last = way.steps[0].start, way.steps[-1].end
                entry = (way.entry.pattern.concept.id, last, way.possessive)
                found = named.setdefault(first, [])
                if entry not in found:
                    found.append(entry)
        return named

    def _ways(self, root: Node, tokens: TokenText, named: Named) -> Iterator[Way]:
        for start, key in enumerate(tokens.keys):
            # The usual case: no designation begins with this word, with or without 's.
            child = root.children.get(key)
            is_open = child is not None and _goes_on(child, tokens, start + 1)
            if is_open or start in named or key.endswith("'s"):
                yield from walk(root, tokens, start, named)

    def _straddles(self, text: str, found: Candidate) -> bool:
        return self._language.straddles(text, Span(found.start, found.end))


def _goes_on(node: Node, tokens: TokenText, index: int) -> bool:
    """Whether anything can end at a node or go on from it; a quick no for the usual word."""
    if node.entries or node.named:
        return True
    if index >= len(tokens.keys):
        return False
    key = tokens.keys[index]
    return key in node.children or key.endswith("'s") or tokens.has_aside


def build_matcher(concepts: Iterable[Concept], lang: str) -> Matcher:
    """The matcher of a glossary, or of any concepts, for texts of one language.

    Raises:
        UnsupportedLanguageError: There is no room for the language.
    """
    return Matcher(build_trie(concepts, lang), get_language(lang))
