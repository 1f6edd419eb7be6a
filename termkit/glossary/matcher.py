"""Occurrences of designations in a text: whole tokens, longest first, every candidate kept.

Designations are laid into a trie, token by token, and the text is walked. Two things that an
automaton over characters cannot do are edges of the walk: a place or an organisation inside a
designation stands for all its forms (*Communist Party of Việt Nam* is *Communist Party of
Vietnam*, *UN Charter* is *United Nations Charter*), and a parenthesis may be stepped over
(*Communist Party of Vietnam (CPV) Central Committee*).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from termkit.glossary.claims import settle
from termkit.glossary.match import Likeness, Match
from termkit.glossary.sieve import Sieve
from termkit.glossary.token_text import TokenText
from termkit.glossary.trie import Node, Trie, build_trie
from termkit.glossary.verify import Candidate, verify
from termkit.glossary.walk import Asked, Named, Step, Way, walk
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

    def __init__(self, trie: Trie, language: Language, sieve: Sieve) -> None:
        self.sieve = sieve
        self._trie = trie
        self._language = language

    def find(self, text: str) -> tuple[Match, ...]:
        """Every designation in a normalised text, in text order, the longer first.

        Nested matches of other concepts are included. Time is linear in the text.
        """
        tokens = TokenText(text)
        starts = self.sieve.passes(tokens)
        if not starts:
            return ()
        search = _Search(self._trie, tokens, starts, self._language)
        return settle(search.candidates(), text)


class _Search:
    """One text: where designations may begin, and what was verified of them."""

    def __init__(
        self, trie: Trie, tokens: TokenText, starts: list[int], language: Language
    ) -> None:
        self._trie = trie
        self._tokens = tokens
        self._starts = starts
        self._language = language
        self._verified: dict[tuple[int, tuple[Step, ...], bool], Candidate | None] = {}

    def candidates(self) -> Iterator[Candidate]:
        named = self._named()
        for start in self._starts:
            for way in walk(self._trie.root, self._tokens, start, named):
                found = self._verify(way)
                if found is not None and not self._straddles(found):
                    yield found

    def _named(self) -> Named:
        """Where a place or an organisation is named, and how far.

        Names stand inside names: a country in a party's name, the party in its committee's.
        """
        starts = [start for start in self._starts if self._begins_name(start)]
        named: Named = {}
        asked: dict[int, Asked] = {}
        for depth in range(_DEPTH):
            inner, named = named, {}
            for start in starts:
                if depth == 0 or _leads_on(asked[start], inner):
                    asked[start] = []
                    found = self._named_at(start, inner, asked[start])
                else:
                    found = inner.get(start, [])
                if found:
                    named[start] = found
            if named == inner:
                break
        return named

    def _begins_name(self, start: int) -> bool:
        names, key = self._trie.names.children, self._tokens.keys[start]
        return key in names or self._tokens.without_possessive(start) in names

    def _named_at(self, start: int, inner: Named, asked: Asked) -> list[tuple[str, int, bool]]:
        found: dict[tuple[str, int, bool], None] = {}
        for way in walk(self._trie.names, self._tokens, start, inner, asked):
            if self._verify(way) is not None:
                found[way.entry.pattern.concept.id, way.steps[-1].end, way.possessive] = None
        return list(found)

    def _verify(self, way: Way) -> Candidate | None:
        """What `verify` says, once of every way: each round and the trie itself walk it again."""
        key = (id(way.entry.pattern), way.steps, way.possessive)
        if key not in self._verified:
            self._verified[key] = verify(way, self._tokens, self._language.tag)
        return self._verified[key]

    def _straddles(self, found: Candidate) -> bool:
        return self._language.straddles(self._tokens.text, Span(found.start, found.end))


def _leads_on(asked: Asked, named: Named) -> bool:
    """Whether another walk that knows these names can find more."""
    return any(name in nodes for index, nodes in asked for name, _, _ in named.get(index, ()))


def build_matcher(
    concepts: Iterable[Concept], lang: str, sieve: Callable[[Node], Sieve] = Sieve
) -> Matcher:
    """The matcher of a glossary, or of any concepts, for texts of one language.

    Args:
        concepts: Of any languages.
        lang: Of the texts.
        sieve: Made of the trie's root; a test compares with one that lets everything pass.

    Raises:
        UnsupportedLanguageError: There is no room for the language.
    """
    trie = build_trie(concepts, lang)
    return Matcher(trie, get_language(lang), sieve(trie.root))
