"""Candidates of the sample, variants across sources, and the file they travel in."""

from __future__ import annotations

from pathlib import Path

import pytest

from termkit.build.candidates import CandidateError, load_candidates, render_candidates
from termkit.build.extract import extract, learn_units
from termkit.build.lexicon_table import COLUMNS, render_lexicons
from termkit.build.termhood import c_values, plausibility
from termkit.build.variants import find_variants
from termkit.formats.read import read_bytes, read_document
from termkit.glossary.store import Glossary, load_glossary
from termkit.model.document import Document
from termkit.model.review import Candidate, candidate_id
from tests.align.statement import gold_terms, gold_units, plain

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def candidates() -> list[Candidate]:
    units, glossary = gold_units("vi", "zh"), load_glossary()
    return extract(units, learn_units(units, ("vi", "zh"), glossary), glossary)


def test_most_candidates_are_terms_and_terms_stay_whole(candidates: list[Candidate]) -> None:
    found = {(plain(c.source.text), plain(c.target.text)): c for c in candidates}
    gold = set(gold_terms("vi", "zh").items())
    assert len(gold & found.keys()) >= 0.55 * len(gold)
    best = [pair for pair, _ in sorted(found.items(), key=lambda item: -item[1].score)[:40]]
    assert sum(pair in gold for pair in best) >= 0.6 * len(best)
    assert plain("“一带一路”倡议") in {target for _, target in found}
    assert not any(c.target.text.endswith(("命运", "一带一路”")) for c in candidates)


def test_evidence_says_where_and_what_the_glossary_has(candidates: list[Candidate]) -> None:
    (road,) = [c for c in candidates if c.source.text == "Sáng kiến Vành đai và Con đường"]
    assert road.id == candidate_id(road.source, road.target)
    assert (road.evidence.count, road.evidence.source_count) == (2, 2)
    assert "cn-bri" in road.evidence.concepts
    assert road.type.value == "term"
    first = road.evidence.contexts[0]
    assert "Sáng kiến Vành đai và Con đường" in first.source
    assert "“一带一路”倡议" in first.target


def test_candidates_come_back_as_they_were(candidates: list[Candidate], tmp_path: Path) -> None:
    path = tmp_path / "candidates.jsonl"
    path.write_text(render_candidates(candidates), encoding="utf-8")
    assert load_candidates(path) == tuple(candidates)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("[", "not JSON"),
        ("[]", "schema None is not known here"),
        ('{"schema": "termkit.candidate/1", "id": "x"}', "not a candidate: KeyError 'evidence'"),
    ],
)
def test_a_line_that_is_no_candidate(tmp_path: Path, line: str, problem: str) -> None:
    path = tmp_path / "candidates.jsonl"
    path.write_text("\n" + line + "\n")
    with pytest.raises(CandidateError) as caught:
        load_candidates(path)
    assert (caught.value.problem, caught.value.line) == (problem, 2)


def test_the_lexicon_table_has_every_word_best_first() -> None:
    units = gold_units("vi", "en")
    lexicon = learn_units(units, ("vi", "en"), Glossary("empty", {}))
    lines = render_lexicons([lexicon]).splitlines()
    rows = [dict(zip(COLUMNS, line.split("\t"), strict=True)) for line in lines[1:]]
    vietnam = [row for row in rows if row["source"] == "Việt Nam"]
    assert vietnam[0]["target"] == "Vietnam"
    assert float(vietnam[0]["score"]) == max(float(row["score"]) for row in vietnam)


def test_c_value_leaves_out_what_is_only_nested() -> None:
    """Frantzi et al.: a phrase seen only inside a longer one is worth nothing."""
    longer, inner = ("comprehensive", "strategic", "partnership"), ("strategic", "partnership")
    assert c_values({longer: 4, inner: 4})[inner] == 0
    assert c_values({longer: 4, inner: 9})[inner] > 0


@pytest.mark.parametrize(
    ("words", "lang", "likely"),
    [
        (("sáng kiến", "phát triển"), "vi", True),
        (("the", "people", "who", "came"), "en", False),
        (("sides", "agreed"), "en", False),
        (("全球", "安全", "倡议"), "zh", True),
    ],
)
def test_what_looks_like_a_term(words: tuple[str, ...], lang: str, likely: bool) -> None:
    assert (plausibility(words, lang, 4.0, is_name=False) > 0.4) == likely


def test_the_wording_of_two_agencies() -> None:
    """Issue 5: that carries / of strategic significance."""
    documents = [read_document(path) for path in sorted(SEEDS.glob("*.txt"))]
    found = find_variants(documents, "en", load_glossary())
    assert [(c.source.text, c.target.text) for c in found] == [
        (
            "community with a shared future of strategic significance",
            "community with a shared future that carries strategic significance",
        )
    ]
    assert found[0].evidence.publishers == ("vns", "xinhua")
    assert found[0].is_variant


def document(text: str, source: str) -> Document:
    return read_bytes(text.encode(), path=f"{source}.txt", lang="en", source=source)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the meeting on 3 February ended well", "the meeting on 4 February ended well"),
        ("the foreign minister Trung met leaders", "the foreign minister Wang met leaders"),
        ("leaders are ready to work together", "leaders are also ready to work together"),
        ("the same words in both texts", "the same words in both texts"),
    ],
    ids=["number", "name", "grammatical word", "no difference"],
)
def test_what_is_no_variant(one: str, other: str) -> None:
    documents = [document(f"We saw {one}.", "a"), document(f"We saw {other}.", "b")]
    assert find_variants(documents, "en", Glossary("empty", {})) == []


def test_one_source_has_no_variants() -> None:
    text = "the community of strategic significance. the community that carries significance"
    assert find_variants([document(text, "a")], "en", Glossary("empty", {})) == []
