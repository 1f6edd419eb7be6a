"""What decisions make of a glossary."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from termkit.build.decide import decide
from termkit.build.save import begin_glossary, save_changes
from termkit.build.standing import opinions
from termkit.glossary.store import Glossary, load_glossary
from termkit.model.concept import AdminStatus, Concept, ConceptType, Designation, Review
from termkit.model.review import (
    Candidate,
    Context,
    Decision,
    Evidence,
    Form,
    Verdict,
    candidate_id,
)

NOON = datetime.datetime(2026, 11, 27, 12, tzinfo=datetime.UTC)
EMPTY = Glossary("empty", {})
PLACE = Context("memo.tmx#3", "…", "…", "texts/memo.tmx", 12, "vna", datetime.date(2026, 2, 3))


def pair(source: str, target: str, langs: tuple[str, str] = ("vi", "en")) -> Candidate:
    forms = Form(langs[0], source), Form(langs[1], target)
    evidence = Evidence(1, 1, 1, contexts=(PLACE,))
    return Candidate(candidate_id(*forms), *forms, 0.5, evidence, ConceptType.ORGANISATION)


def word(
    of: Candidate, reviewer: str = "lan", verdict: Verdict = Verdict.ACCEPT, concept: str = ""
) -> Decision:
    return Decision(of.id, verdict, reviewer, NOON, of.source, of.target, concept or None)


UN = pair("Liên hợp quốc", "United Nations")
UN_ZH = pair("Liên hợp quốc", "联合国", ("vi", "zh-Hans"))
UN_SHORT = pair("Liên hợp quốc", "UN")
PEACE = pair("hòa bình", "peace")


def test_pairs_that_share_a_form_become_one_concept() -> None:
    words = [word(candidate) for candidate in (UN, UN_ZH, UN_SHORT)]
    changes = decide(EMPTY, opinions(words), [UN, UN_ZH, UN_SHORT])
    (concept,) = changes.concepts
    assert concept.id == "united-nations"
    assert concept.type is ConceptType.ORGANISATION
    named = {(d.lang, d.text): (d.status, d.review) for d in concept.designations}
    assert named == {
        ("vi", "Liên hợp quốc"): ("preferred", "proposed"),
        ("en", "United Nations"): ("preferred", "proposed"),
        ("en", "UN"): ("admitted", "proposed"),
        ("zh-Hans", "联合国"): ("preferred", "proposed"),
    }
    assert [source.title for source in changes.sources] == ["vna 2026-02-03 memo.tmx"]
    assert concept.sources == ("vna-2026-02-03-memo-tmx",)
    assert concept.designations[0].note == "Accepted by lan, 2026-11-27."


def test_two_sources_never_become_one_for_their_slug() -> None:
    """Of names in Han characters a slug keeps the suffix only."""
    said = opinions([word(UN), word(PEACE)])
    both = [
        replace(c, evidence=replace(c.evidence, contexts=(replace(PLACE, publisher=None, path=p),)))
        for c, p in ((UN, "人民日报.tsv"), (PEACE, "光明日报.tsv"))
    ]
    changes = decide(EMPTY, said, both)
    titles = {source.id: source.title for source in changes.sources}
    assert {c.id: [titles[s] for s in c.sources] for c in changes.concepts} == {
        "united-nations": ["2026-02-03 人民日报.tsv"],
        "peace": ["2026-02-03 光明日报.tsv"],
    }
    # Said again of a glossary that has them, it is the same two.
    again = decide(Glossary("mine", {}, sources={s.id: s for s in changes.sources}), said, both)
    assert again == replace(changes, sources=())


def test_two_people_make_it_reviewed_and_so_does_status() -> None:
    both = opinions([word(UN), word(UN, "minh")])
    assert decide(EMPTY, both, [UN]).concepts[0].review is Review.REVIEWED
    one = opinions([word(UN)])
    assert decide(EMPTY, one, [UN]).concepts[0].review is Review.PROPOSED
    said = decide(EMPTY, one, [UN], status=Review.REVIEWED)
    assert said.concepts[0].designations[0].review is Review.REVIEWED


def test_refusals_and_disagreements_change_nothing() -> None:
    words = [word(UN, verdict=Verdict.REJECT), word(UN_ZH), word(UN_ZH, "minh", Verdict.REJECT)]
    assert decide(EMPTY, opinions(words), [UN, UN_ZH]).concepts == ()


def glossary(*designations: Designation, review: Review = Review.REVIEWED) -> Glossary:
    concept = Concept("un", ConceptType.ORGANISATION, "multilateral", designations, review=review)
    return Glossary("mine", {"un": concept})


def test_a_reviewed_designation_is_never_written_over() -> None:
    reviewed = Designation("en", "United Nations", note="as it was")
    mine = glossary(reviewed, Designation("vi", "Liên hợp quốc"))
    (concept,) = decide(mine, opinions([word(UN), word(UN_SHORT)]), [UN, UN_SHORT]).concepts
    assert concept.id == "un"
    assert reviewed in concept.designations
    added = [d for d in concept.designations if d.text == "UN"]
    assert [(d.status, d.review) for d in added] == [("admitted", "proposed")]


def test_what_the_glossary_has_already_changes_nothing() -> None:
    mine = glossary(Designation("en", "united nations"), Designation("vi", "Liên hợp quốc"))
    assert decide(mine, opinions([word(UN)]), [UN]).concepts == ()


def test_a_form_to_avoid_is_neither_confirmed_nor_passed_over_in_silence() -> None:
    old = Designation("en", "UN", status=AdminStatus.DEPRECATED, review=Review.PROPOSED)
    mine = glossary(old, Designation("vi", "Liên hợp quốc"))
    changes = decide(mine, opinions([word(UN_SHORT), word(UN_SHORT, "minh")]), [UN_SHORT])
    assert changes.concepts == ()
    assert changes.unclear == (
        "UN is deprecated in un, and stays so: who wants it edits the concept",
    )


def test_a_second_voice_confirms_a_proposed_designation() -> None:
    proposed = [
        Designation("en", "United Nations", review=Review.PROPOSED),
        Designation("vi", "Liên hợp quốc", review=Review.PROPOSED),
    ]
    mine = glossary(*proposed, review=Review.PROPOSED)
    (concept,) = decide(mine, opinions([word(UN), word(UN, "minh")]), [UN]).concepts
    assert {d.review for d in concept.designations} == {Review.REVIEWED}
    assert concept.review is Review.REVIEWED


def test_a_merge_goes_where_it_was_told_and_an_unknown_concept_is_said() -> None:
    mine = glossary(Designation("en", "United Nations"))
    other = pair("LHQ", "The UN")
    said = opinions([word(other, verdict=Verdict.MERGE, concept="un")])
    (concept,) = decide(mine, said, [other]).concepts
    assert {d.text for d in concept.designations} == {"United Nations", "LHQ", "The UN"}
    lost = opinions([word(other, verdict=Verdict.MERGE, concept="nu")])
    changes = decide(mine, lost, [other])
    assert (changes.concepts, changes.unclear) == ((), ("concept 'nu' is not in the glossary",))


def test_forms_of_two_concepts_are_not_merged_unasked() -> None:
    first = Concept("un", ConceptType.TERM, "x", (Designation("en", "United Nations"),))
    second = Concept("lhq", ConceptType.TERM, "x", (Designation("vi", "Liên hợp quốc"),))
    mine = Glossary("mine", {"un": first, "lhq": second})
    changes = decide(mine, opinions([word(UN)]), [UN])
    assert changes.concepts == ()
    assert changes.unclear == (
        "Liên hợp quốc = United Nations fits lhq, un: merge it into one of them",
    )


def test_a_chinese_and_vietnamese_pair_gets_a_latin_id() -> None:
    (concept,) = decide(EMPTY, opinions([word(UN_ZH)]), []).concepts
    assert concept.id == "lien-hop-quoc"


def test_what_is_saved_loads_and_is_canonical(tmp_path: Path) -> None:
    root = tmp_path / "mine"
    begin_glossary(root)
    changes = decide(load_glossary(root), opinions([word(UN), word(UN_ZH)]), [UN, UN_ZH])
    save_changes(root, load_glossary(root), changes)
    loaded = load_glossary(root)
    key = lambda d: (d.lang, d.status, d.text)  # noqa: E731
    assert sorted(loaded.concepts["united-nations"].designations, key=key) == sorted(
        changes.concepts[0].designations, key=key
    )
    again = decide(loaded, opinions([word(UN), word(UN_ZH)]), [UN, UN_ZH])
    assert (again.concepts, again.new) == ((), frozenset())
