"""The sieve passes every token that a designation begins at: with it and without, one answer."""

from __future__ import annotations

from functools import cache

from hypothesis import example, given, settings
from hypothesis import strategies as st

from termkit.glossary.matcher import Matcher, build_matcher
from termkit.glossary.sieve import Sieve
from termkit.glossary.token_text import TokenText
from termkit.lang.words import find_words
from termkit.text.normalise import normalise_text
from termkit.text.scripts import is_han
from tests.check.cases import shipped

_BETWEEN = (" ", "", ", ", " - ", "-", ". ", "'s ", "’s ", " (", ") ", "（", "）", " “", "” ", "的")
_ASIDE = (" (CPV) ", "（简称越共）", " (VND) ", "、")


class Everywhere(Sieve):
    """Every token passes: the walk without a sieve."""

    def passes(self, tokens: TokenText) -> list[int]:
        return list(range(len(tokens.words)))


@cache
def matchers(lang: str) -> tuple[Matcher, Matcher]:
    """The matcher of the shipped glossary, and one that walks from every token."""
    return build_matcher(shipped(), lang), build_matcher(shipped(), lang, sieve=Everywhere)


def designations() -> st.SearchStrategy[str]:
    concepts = shipped().concepts.values()
    return st.sampled_from([one.text for concept in concepts for one in concept.designations])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Designations and pieces of them, whole or cut short, with what may stand between."""
    pieces = []
    for _ in range(draw(st.integers(1, 5))):
        name = draw(designations())
        cut = draw(st.integers(1, len(name)))
        pieces.append(draw(st.sampled_from((name, name, name[:cut], name.upper(), name.lower()))))
        pieces.append(draw(st.sampled_from(_BETWEEN + _ASIDE)))
    return normalise_text("".join(pieces))


@settings(max_examples=200, deadline=None)
@example(text="the Communist Party (CPV) of Vietnam", lang="en")
@given(text=texts(), lang=st.sampled_from(("en", "vi", "zh-Hans")))
def test_the_sieve_hides_nothing(text: str, lang: str) -> None:
    with_sieve, without = matchers(lang)
    assert with_sieve.find(text) == without.find(text)


def test_the_sieve_stops_what_only_begins_like_a_designation() -> None:
    """*Communist ideas* begins like the party and goes on otherwise; *community of* leads on."""
    with_sieve, _ = matchers("en")
    assert with_sieve.find("Communist ideas of one community of scholars") == ()
    sieve = with_sieve.sieve
    assert (
        sieve.passes(TokenText("one shall not be held in slavery, and freedom of movement")) == []
    )
    assert sieve.passes(TokenText("the Communist Party of Viet Nam's leader")) == [1, 4]


@given(st.text(alphabet="abĐđếAZ019.,'’_- 中国𡨸々〇\u0301\u0323１．Ⅳ½ªαЖ\u0e31\n", max_size=20))
def test_words_are_letters_figures_and_single_han(text: str) -> None:
    """No token has a Han character beside another letter, and every letter is in one token."""
    spans = find_words(text)
    covered = {index for span in spans for index in range(span.start, span.end)}
    for span in spans:
        assert len(span) == 1 or not any(map(is_han, span.slice(text)))
    assert all(index in covered for index, letter in enumerate(text) if letter.isalpha())
