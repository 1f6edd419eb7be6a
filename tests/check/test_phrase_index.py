"""Phrases found by the words around a slip, whichever words a text asks for first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from termkit.check.phrase_index import Phrase, PhraseIndex, Token
from termkit.model.concept import Concept, ConceptType, Designation, DesignationKind
from termkit.model.span import Span
from termkit.text.normalise import normalise

# So few words that phrases share beginnings, endings and middles.
_WORDS = st.sampled_from(("joint", "work", "plan", "sea", "海", "战", "略"))
_PHRASES = st.lists(st.lists(_WORDS, min_size=2, max_size=5).map(" ".join), max_size=8)
_TEXTS = st.lists(_WORDS, max_size=12)


def index_of(texts: list[str]) -> PhraseIndex:
    return PhraseIndex(map(phrase_of, texts))


def phrase_of(text: str) -> Phrase:
    designation = Designation("en", text, DesignationKind.TERM)
    tokens: list[Token] = []
    for word in text.split():
        start = text.index(word, tokens[-1].span.end if tokens else 0)
        tokens.append(Token(Span(start, start + len(word)), word.lower(), word))
    concept = Concept(text.replace(" ", "-"), ConceptType.TERM, "made", (designation,))
    return Phrase.of(concept, designation, text, tokens)


def test_a_phrase_knows_its_words_as_written() -> None:
    phrase = phrase_of(normalise("Đảng  Cộng sản").text)
    assert phrase.keys == ("đảng", "cộng", "sản")
    assert phrase.words == ("Đảng", "Cộng", "sản")


def test_one_word_wrong_leaves_the_others() -> None:
    index = index_of(["joint work plan", "joint sea plan"])
    found = index.from_first(("joint", "worm", "plan"), 0)
    assert [(phrase.text, same) for phrase, same in found] == [
        ("joint work plan", 1),
        ("joint sea plan", 1),
    ]
    assert index.from_first(("joint", "worm", "plot"), 0) == []


@given(_PHRASES, _TEXTS)
def test_the_quick_look_passes_over_no_place(phrases: list[str], keys: list[str]) -> None:
    index = index_of(phrases)
    begins, goes_on = index.places(keys)
    for place in range(len(keys)):
        if place not in begins:
            assert index.from_first(keys, place) == []
        if place not in goes_on:
            assert index.from_second(keys, place) == []


@given(_PHRASES, _TEXTS)
def test_no_answer_depends_on_the_questions_before(phrases: list[str], keys: list[str]) -> None:
    asked, new = index_of(phrases), index_of(phrases)
    for place in reversed(range(len(keys))):
        asked.from_first(keys, place)
    for place in range(len(keys)):
        assert asked.from_first(keys, place) == new.from_first(keys, place)
        assert asked.from_second(keys, place) == index_of(phrases).from_second(keys, place)
