"""A signal passes over no text that its rule has something to say of.

Also the quick ways to capitalised words, to runs of them and to phrases, each against the plain
one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from itertools import permutations, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.check import (
    han_transcriptions,
    mixed_territories,
    near_phrases,
    near_world,
    twin_stretches,
)
from termkit.check.engine import marks_of
from termkit.check.han_variants import find_variants, joined
from termkit.check.mentions import names_of
from termkit.check.near_phrases import find_near_phrases
from termkit.check.phrase_index import PhraseIndex, cut, phrase_index
from termkit.check.rule import Rule, Scope, all_rules
from termkit.check.signal import Sieve
from termkit.check.slips_zh import makes_a_word
from termkit.check.view import DocumentView
from termkit.glossary import matcher
from termkit.lang.words import TOKEN
from termkit.model.concept import ConceptType
from termkit.model.document import Document, Segment
from termkit.model.span import Span
from termkit.names.address import is_addressed
from termkit.names.parse import CAPITALISED, WORD, capital_runs
from termkit.names.stretches import stretches
from termkit.names.text_words import TextWords, Tokens, capitalised
from termkit.names.transcription import alternate
from termkit.text.grams import Grams
from termkit.text.scripts import is_han
from tests.check.cases import load_cases, shipped

FOLDER = Path(__file__).parent / "rules"
SIGNALLED = [rule for rule in all_rules().values() if rule.signal is not None]


@cache
def paragraphs() -> tuple[str, ...]:
    """Every paragraph of every document of the case files."""
    return tuple(
        dict.fromkeys(
            line
            for path in sorted(FOLDER.glob("*.md"))
            for case in load_cases(path)
            for _, text in case.documents
            for line in text.split("\n")
            if line.strip()
        )
    )


def _view(texts: list[str], lang: str) -> DocumentView:
    segments = tuple(Segment(f"x#{n}", lang, text) for n, text in enumerate(texts, start=1))
    return DocumentView(Document("x", "x", lang, segments=segments), shipped())


def _judges(rule: Rule, lang: str) -> bool:
    if rule.scope not in (Scope.UNIT, Scope.DOCUMENT):
        return False
    return not rule.languages or lang in rule.languages


@pytest.mark.parametrize("rule", SIGNALLED, ids=lambda rule: rule.code)
@pytest.mark.parametrize("lang", ["en", "vi", "zh"])
def test_signal_of_case_files(rule: Rule, lang: str) -> None:
    """On every tenth paragraph of all cases, whatever its language, and on the rule's own."""
    if not _judges(rule, lang):
        return
    own = [text for case in load_cases(_file(rule)) for _, text in case.documents]
    for texts in (*(text.split("\n") for text in own), *([text] for text in paragraphs()[::10])):
        view = _view(texts, lang)
        assert list(marks_of(rule, view)) == list(marks_of(replace(rule, signal=None), view))


def _file(rule: Rule) -> Path:
    return FOLDER / f"{rule.code}_{rule.name}.md".lower().replace("-", "_")


@st.composite
def _mixes(draw: st.DrawFn) -> tuple[list[str], str]:
    texts = draw(st.lists(st.sampled_from(paragraphs()), min_size=1, max_size=4))
    at = draw(st.integers(0, len(texts) - 1))
    turn = draw(st.sampled_from(("", "NFD", "upper", "cut")))
    if turn == "NFD":
        texts[at] = unicodedata.normalize("NFD", texts[at])
    elif turn == "upper":
        texts[at] = texts[at].upper()
    elif turn == "cut":
        texts[at] = texts[at][draw(st.integers(0, 30)) :] + draw(st.sampled_from("（Ð’-ß𡨸. "))
    return texts, draw(st.sampled_from(("en", "vi", "zh")))


@given(_mixes())
def test_signals_of_mixed_texts(mix: tuple[list[str], str]) -> None:
    texts, lang = mix
    for rule in SIGNALLED:
        if _judges(rule, lang):
            view = _view(texts, lang)
            assert list(marks_of(rule, view)) == list(marks_of(replace(rule, signal=None), view))


@given(st.text("aBS1s',.\u2019_ 国𡨸é\u0301đĐ-ỆẮ", max_size=20))
def test_capitalised_words_are_those_of_all_words(text: str) -> None:
    quick = [match.span() for match in re.finditer(CAPITALISED, text)]
    assert quick == [m.span() for m in WORD.finditer(text) if m[0][0].isupper()]
    assert capitalised(text) == [(t.span.start, t.text) for t in Tokens(text) if t.capital]


@given(st.data())
def test_a_phrase_with_one_slip_is_offered(data: st.DataObject) -> None:
    """A word wrong, lost, put in or in two parts anywhere but at the beginning."""
    lang = data.draw(st.sampled_from(("en", "vi", "zh-Hans")))
    index = phrase_index(shipped(), lang)
    phrase = data.draw(st.sampled_from(index.phrases))
    keys = list(phrase.keys)
    at = data.draw(st.integers(1, len(keys) - 1))
    slips = {"wrong": ["?"], "lost": [], "more": ["?", keys[at]], "parts": ["?", "?"]}
    slip = data.draw(st.sampled_from(sorted(slips)))
    while slip == "lost" and keys[at : at + 1] == keys[at + 1 : at + 2]:
        at += 1  # of two alike, 河口口岸, nobody can say which is lost
    if slip == "lost" and at == len(keys) - 1:
        return  # a shorter phrase is none
    text = ["!", *keys[:at], *slips[slip], *keys[at + 1 :], "!"]
    begins, _ = index.places(text)
    assert 1 in begins
    assert (phrase, at) in index.from_first(text, 1)


@given(_mixes(), st.data())
def test_a_quick_no_is_no_slip(mix: tuple[list[str], str], data: st.DataObject) -> None:
    """Words that cannot be a slip for a phrase's are told before they are aligned."""
    texts, lang = mix
    index = phrase_index(shipped(), lang)
    phrases = [phrase for phrase in index.phrases if len(phrase.keys) < 4] or index.phrases
    words = list(data.draw(st.sampled_from(phrases)).words)
    at = data.draw(st.integers(0, len(words) - 1))
    words[at] = data.draw(st.sampled_from((words[at][1:], f"{words[at]}s", "trsut", "nước", "In")))
    view = _view([*texts, f"So {' '.join(words)} said."], lang)
    quick = [near for text in view.texts for near in find_near_phrases(text, shipped())]
    with pytest.MonkeyPatch.context() as patch:
        for name in ("places", "from_first", "from_second"):
            patch.setattr(PhraseIndex, name, _without_letters(getattr(PhraseIndex, name)))
        patch.setattr(near_phrases, "may_be_wrong_syllable", lambda written, known: True)
        patch.setattr(near_phrases, "may_be_shorter", lambda written, known: True)
        assert quick == [near for text in view.texts for near in find_near_phrases(text, shipped())]


def _without_letters(find: Callable[..., object]) -> Callable[..., object]:
    return lambda *args: find(*[arg for arg in args if not isinstance(arg, list)])


def test_a_phrase_with_a_wrong_first_word_is_offered() -> None:
    for lang in ("en", "vi", "zh-Hans"):
        index = phrase_index(shipped(), lang)
        for phrase in index.phrases:
            text = ["?", *phrase.keys[1:]]
            assert 1 in index.places(text)[1]
            assert phrase in index.from_second(text, 1)


@given(_mixes())
def test_sieves_hold_nothing_back(mix: tuple[list[str], str]) -> None:
    """Where every sieve lets everything through, no rule says more."""
    texts, lang = mix
    rules = [rule for rule in all_rules().values() if _judges(rule, lang)]
    quick = [mark for rule in rules for mark in marks_of(rule, _view(texts, lang))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Sieve, "first", lambda self, pieces: next(iter(pieces), None))
        assert quick == [mark for rule in rules for mark in marks_of(rule, _view(texts, lang))]


_WORDS = ("Lê", "Hoài", "d'Affaires", "O'Brien’s", "’S", "da", "bin", "Jae-myung", "iPhone", "said")


@given(
    st.lists(st.sampled_from(_WORDS) | st.text("aBS1s',.\u2019_-(“国é\u0301Đ\n ", max_size=4)),
    st.sampled_from(("", " ")),
)
def test_stretches_hold_every_run(words: list[str], gap: str) -> None:
    """Whichever way a rule cuts runs of capitalised words, it cuts the same out of a stretch."""
    text = gap.join(words)
    for find in (capital_runs, near_world._runs, mixed_territories._runs):

        def runs(text: str, find: Callable[[str], Iterable[list[Span]]] = find) -> set[str]:
            return {" | ".join(span.slice(text) for span in run) for run in find(text)}

        assert runs(text) == set[str]().union(*map(runs, stretches(text)))


@given(
    st.lists(st.text("甲乙丙丁a", max_size=8), min_size=1, max_size=3),
    st.text("甲乙丙丁", min_size=2, max_size=4),
)
def test_variants_of_a_name_have_one_other_character(texts: list[str], name: str) -> None:
    view = _view(texts, "zh")
    plain = []
    for index, text in enumerate(texts):
        for at in range(len(text) - len(name) + 1):
            odd = [one for one, other in zip(text[at:], name, strict=False) if one != other]
            if len(odd) == 1 and is_han(odd[0]):
                plain.append((index, at))
    assert sorted((text.index, span.start) for text, span in find_variants(view, name)) == plain


@given(_mixes())
def test_names_count_as_one_word_each(mix: tuple[list[str], str]) -> None:
    """Against the plain way: word by word, with what lies over each."""
    texts, lang = mix
    for text in _view([*texts, "Party of China (CPC) Central (b) Committee （ASEAN）"], lang).texts:
        names = [match for match in text.all_matches if not match.is_foreign]
        # Of two with one name, the Politburo of either party, the first.
        wholes = {
            start: max((m for m in names if m.span.start == start), key=lambda m: m.span.end)
            for start in {m.span.start for m in names}
        }
        plain, end = [], 0
        for word in TOKEN.finditer(text.text):
            around = (
                text.text[max(0, word.start() - 1) : word.start()] + text.text[word.end() :][:1]
            )
            if word.start() < end or (around in ("()", "（）") and word[0].isupper()):
                continue
            whole = wholes.get(word.start()) if lang != "zh" else None
            end = word.end() if whole is None else whole.span.end
            plain.append((Span(word.start(), end), text.text[word.start() : end], whole))
        found = cut(text.text, names, lang)
        assert [(t.span, t.text) for t in found.tokens(0, len(plain) + 1)] == [p[:2] for p in plain]
        assert list(found.words) == [p[1] for p in plain]
        assert [key[1:] for key in found.keys if key.startswith("@")] == [
            whole.concept.id for _, _, whole in plain if whole is not None
        ]


@given(_mixes())
def test_names_are_walked_again_where_it_matters(mix: tuple[list[str], str]) -> None:
    texts, lang = mix
    quick = [text.all_matches for text in _view(texts, lang).texts]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matcher, "_leads_on", lambda asked, named: True)
        assert quick == [text.all_matches for text in _view(texts, lang).texts]


_HAN_TEXTS = st.lists(st.text("乌尔曼蔓斯会访说对，总统·", max_size=12), min_size=1, max_size=3)


@given(_HAN_TEXTS)
def test_forms_of_a_name_differ_in_one_character(texts: list[str]) -> None:
    """Against the plain way: every stretch of the document beside every other."""
    whole = joined(_view(texts, "zh"))
    text, kinds = whole.text, "".join(map(han_transcriptions._kind, whole.text))
    plain = set()
    for size in (2, 3):
        stretches = [
            (start, at)
            for start in range(len(text) - size + 1)
            for at in range(size)
            if set(kinds[start : start + size][:at] + kinds[start : start + size][at + 1 :])
            == {"T"}
            and kinds[start + at] != "."
        ]
        for (start, at), (other, place) in product(stretches, repeat=2):
            one, two = text[start : start + size], text[other : other + size]
            often = sum(text.startswith(one, n) for n in range(len(text))) > 1
            if at != place or one == two or one[:at] + one[at + 1 :] != two[:at] + two[at + 1 :]:
                continue
            if often or han_transcriptions._name_around(text, start, size) is None:
                continue
            if alternate(one[at], two[at]):
                plain.add((Span(start, start + size), start + at, two[at]))
    found = list(han_transcriptions._near(whole))
    assert sorted(set(found)) == sorted(found) == sorted(plain)


@given(st.text("污水处理里厂建，和a", max_size=24))
def test_twin_stretches_are_those_of_every_pair(text: str) -> None:
    plain = set()
    for one, other in permutations(range(len(text) - 3), 2):
        odd, right = text[one : one + 4], text[other : other + 4]
        differing = [at for at in range(4) if odd[at] != right[at]]
        once = sum(text.startswith(odd, n) for n in range(len(text))) == 1
        if len(differing) != 1 or not once or not all(map(is_han, odd)):
            continue
        (at,) = differing
        if twin_stretches._may_replace(odd[at], right[at]) and not makes_a_word(text, one + at):
            plain.add((one + at, text.index(right) + at, 1))
    found = {place for place in twin_stretches.find_twin_stretches(Grams(text)) if place[2] == 1}
    assert found == plain  # a text this short has no stretch in eight forms


@given(
    st.lists(
        st.sampled_from(("Mr", "Mr.", "Minister", "said", "Bộ trưởng", "Trung", "(the", "Trung,")),
        max_size=5,
    ),
    st.sampled_from((" ", "  ", "\n", ". ", "-")),
)
def test_nobody_is_addressed_by_other_words(words: list[str], gap: str) -> None:
    (text,) = (view := _view([f"{' '.join(words)}{gap}Lam"], "en")).texts
    titles = {match.span.end for match in text.matches(types=(ConceptType.TITLE,), nested=True)}
    tokens, span = TextWords(text.text, "en", titles), Span(len(text.text) - 3, len(text.text))
    plain = is_addressed(tokens, tokens.place_at(span.start))
    assert names_of(view).is_addressed(text, span) == plain


def test_a_full_sieve_forgets_and_answers_as_before() -> None:
    asked: list[str] = []

    def is_capital(piece: str) -> bool:
        asked.append(piece)
        return piece.isupper()

    sieve = Sieve(is_capital, most=2)
    for piece in ("a", "b", "a"):
        assert sieve.first(frozenset((piece,))) is None
    assert asked == ["a", "b"]
    assert sieve.first(frozenset(("c",))) is None
    assert sieve.first(frozenset(("a",))) is None
    assert asked == ["a", "b", "c", "a"]
    assert sieve.first(frozenset(("A",))) == "A"
    long = "x" * 1000
    assert [sieve.first(frozenset((long,))) for _ in range(2)] == [None, None]
    assert asked.count(long) == 2
