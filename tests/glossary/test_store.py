"""A glossary folder loads whole or not at all, and says which line is wrong."""

from __future__ import annotations

import pickle
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from termkit.errors import ConfigError, GlossarySyntaxError
from termkit.glossary.store import find_glossary, glossary_digest, load_glossary, parse_concept
from termkit.model.concept import (
    AdminStatus,
    Concept,
    ConceptType,
    Designation,
    DesignationKind,
    Form,
    Review,
)
from termkit.model.period import PartialDate

HUE = """\
id = "hue"
type = "place"
subject_field = "geography"

[[designation]]
lang = "vi"
text = "Huế"

[[designation]]
lang = "en"
text = "Hue"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A glossary of one concept."""
    (tmp_path / "glossary.toml").write_text('name = "small"\n', encoding="utf-8")
    places = tmp_path / "concepts" / "geography"
    places.mkdir(parents=True)
    (places / "hue.toml").write_text(HUE, encoding="utf-8")
    return tmp_path


def change(folder: Path, old: str, new: str) -> None:
    path = folder / "concepts" / "geography" / "hue.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_concept_is_read_whole(folder: Path) -> None:
    place = DesignationKind.PROPER_NAME
    assert load_glossary(folder).concepts == {
        "hue": Concept(
            "hue",
            ConceptType.PLACE,
            "geography",
            (Designation("vi", "Huế", place), Designation("en", "Hue", place)),
        )
    }


def test_defaults_of_a_bare_concept() -> None:
    concept = parse_concept(
        {"id": "common-perceptions", "designation": [{"lang": "en", "text": "common perceptions"}]},
        path="case",
    )
    assert concept.type is ConceptType.TERM
    assert concept.designations == (Designation("en", "common perceptions"),)
    assert concept.review is Review.REVIEWED


def test_text_is_composed(folder: Path) -> None:
    """A decomposed file loads; `glossary lint` tells of it."""
    change(folder, "Huế", unicodedata.normalize("NFD", "Huế"))
    assert load_glossary(folder).concepts["hue"].designations[0].text == "Huế"


def test_text_beyond_the_basic_plane(folder: Path) -> None:
    change(folder, 'lang = "en"\ntext = "Hue"', 'lang = "vi-Hani"\ntext = "𡨸"')
    assert load_glossary(folder).concepts["hue"].named("vi-Hani")[0].text == "𡨸"


def test_homographs_are_legal(folder: Path) -> None:
    other = HUE.replace('id = "hue"', 'id = "hue-province"')
    (folder / "concepts" / "geography" / "hue-province.toml").write_text(other, encoding="utf-8")
    assert len(load_glossary(folder)) == 2


@pytest.mark.parametrize(
    ("old", "new", "line", "problem", "hint"),
    [
        ('lang = "en"', 'lang = "en"\nstatus = "prefered"', 11, "status 'prefered' is not known",
         "did you mean 'preferred'? known: admitted, deprecated, preferred, superseded"),
        ('lang = "vi"', 'language = "vi"', 6, "key 'language' is not known", None),
        ('lang = "en"', 'lang = "fr"', 10, "language 'fr' is not known", "known: en, vi, zh"),
        ('lang = "en"', 'lang = "en_GB"', 10, "language tag 'en_GB' is not well formed", None),
        ('type = "place"', 'type = "plase"', 2, "type 'plase' is not known", None),
        ('"geography"\n', '"geography"\nvalid_from = "2026-13"\n', 4,
         "valid_from '2026-13' is not a date", 'write "2026", "2026-04" or "2026-04-06"'),
        ('"geography"\n', '"geography"\nclaim = "yes"\n', 4,
         "'claim' must be true or false, not 'yes'", None),
        ('text = "Hue"', 'text = "Hue"\n[[designation]]\nlang = "en"\ntext = "Hue"', 14,
         "'Hue' stands twice in en", "one concept names a text once per language"),
        ('text = "Hue"', 'text = "Hue"\ndeprecated_by = "x"', 12,
         "'deprecated_by' stands with status 'preferred'", None),
        ('id = "hue"', 'id = "Huế"', 1, "id 'Huế' is not a slug", None),
        ('id = "hue"', 'id = "hoi-an"', 1, "'hoi-an' is in a file called 'hue.toml'", None),
        ('"geography"\n', '"geography"\nsources = ["nowhere"]\n', 4,
         "source 'nowhere' is not known", None),
        ('text = "Hue"', 'text = "Hue"\n[[relation]]\nkind = "part-of"\ntarget = "hua"', 14,
         "concept 'hua' is not known", None),
        ('lang = "vi"', 'lang = vi', 6, "not TOML: invalid value", None),
    ],
)  # fmt: skip
def test_error_names_line_and_nearest(
    folder: Path, old: str, new: str, line: int, problem: str, hint: str | None
) -> None:
    change(folder, old, new)
    with pytest.raises(GlossarySyntaxError) as caught:
        load_glossary(folder)
    assert caught.value.problem == problem
    assert str(caught.value.path).endswith("hue.toml")
    assert caught.value.line == line
    if hint is not None:
        assert caught.value.hint == hint


def test_one_id_twice(folder: Path) -> None:
    (folder / "concepts" / "hue.toml").write_text(HUE, encoding="utf-8")
    with pytest.raises(GlossarySyntaxError, match="id 'hue' is already that of"):
        load_glossary(folder)


def test_no_designation(folder: Path) -> None:
    path = folder / "concepts" / "geography" / "hue.toml"
    path.write_text('id = "hue"\n', encoding="utf-8")
    with pytest.raises(GlossarySyntaxError, match="the concept has no designation"):
        load_glossary(folder)


def test_not_utf8_names_byte_and_offset(folder: Path) -> None:
    path = folder / "concepts" / "geography" / "hue.toml"
    path.write_bytes(b'id = "hue"\nnote = "Hu\xe9"\n')
    with pytest.raises(GlossarySyntaxError) as caught:
        load_glossary(folder)
    assert str(caught.value) == (
        f"{path}:2: not UTF-8: byte 0xE9 at offset 21\n  hint: save the file as UTF-8"
    )


def test_stray_file_is_an_error(folder: Path) -> None:
    (folder / "source.toml").write_text("", encoding="utf-8")
    with pytest.raises(GlossarySyntaxError) as caught:
        load_glossary(folder)
    assert caught.value.hint is not None
    assert caught.value.hint.startswith("did you mean 'sources.toml'?")


def test_link_out_of_the_tree_is_not_followed(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "hoi-an.toml"
    outside.write_text(HUE.replace("hue", "hoi-an"), encoding="utf-8")
    (folder / "concepts" / "hoi-an.toml").symlink_to(outside)
    with pytest.raises(GlossarySyntaxError, match="a link that leads out of the glossary"):
        load_glossary(folder)
    (folder / "concepts" / "hoi-an.toml").unlink()
    (folder / "concepts" / "more").symlink_to(outside.parent, target_is_directory=True)
    assert set(load_glossary(folder).concepts) == {"hue"}


def test_allowed_needs_a_reason(folder: Path) -> None:
    path = folder / "allowed.toml"
    path.write_text('[[allowed]]\ncode = "O203"\npath = "*"\n', encoding="utf-8")
    with pytest.raises(GlossarySyntaxError, match="key 'reason' is missing"):
        load_glossary(folder)
    path.write_text('[[allowed]]\ncode = "O203"\npath = "*"\nreason = "quoted"\n', encoding="utf-8")
    assert load_glossary(folder).allowed[0].reason == "quoted"


def test_unknown_glossary_names_the_nearest() -> None:
    with pytest.raises(ConfigError) as caught:
        load_glossary("diplomacie")
    assert str(caught.value) == (
        "glossary 'diplomacie' is not known\n  hint: did you mean 'diplomacy'? known: diplomacy"
    )


def test_folder_without_glossary(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="is not a glossary"):
        load_glossary(tmp_path)


def test_digest_follows_bytes_and_names(folder: Path) -> None:
    before = load_glossary(folder).digest
    assert before == glossary_digest(folder)
    change(folder, "geography", "Geography")
    assert load_glossary(folder).digest != before


def test_glossary_pickles_without_what_it_keeps(folder: Path) -> None:
    glossary = load_glossary(folder)
    assert glossary.once("answer", lambda: lambda: 42)() == 42  # which does not pickle
    copy = pickle.loads(pickle.dumps(glossary))
    assert copy == glossary
    assert "_kept" not in copy.__dict__


def test_language_without_script_meets_its_usual_script() -> None:
    concept = parse_concept(
        {
            "id": "hanoi",
            "type": "place",
            "designation": [
                {"lang": "zh-Hans", "text": "河内"},
                {"lang": "zh-Hant", "text": "河內"},
                {"lang": "zh-Latn-pinyin", "text": "Hénèi", "status": "admitted"},
            ],
        },
        path="case",
    )
    assert [d.text for d in concept.in_language("zh")] == ["河内", "河內"]
    assert [d.text for d in concept.in_language("zh-Hant")] == ["河內"]
    preferred = concept.preferred("zh")
    assert preferred is not None
    assert preferred.text == "河内"


# The shipped glossary: what the audited tables hold, in numbers.


def test_shipped_glossary_holds_every_row() -> None:
    """514 rows, one folded into another, one added, two split in two, one added, seven titles."""
    glossary = load_glossary()
    designations = [d for concept in glossary for d in concept.designations]
    assert len(glossary) == 524
    assert Counter(d.lang for d in designations) == {"en": 1128, "vi": 775, "zh-Hans": 772}
    assert sum(c.review is Review.PROPOSED for c in glossary) == 42
    assert "ulc" not in glossary.concepts
    assert {"rel-win-win", "title-gs-president-vn", "title-deputy-fm", "title-vice-fm-cn",
            "title-minister-counsellor"} <= glossary.concepts.keys()  # fmt: skip


def test_shipped_offices_are_dated() -> None:
    """One person, and each office with its dates and the day it was last seen."""
    glossary = load_glossary()
    assert "per-le-hoai-trung-acting" not in glossary.concepts
    trung = glossary.concepts["per-le-hoai-trung"]
    assert trung.valid_from is None
    offices = {
        relation.target: (relation.valid_from, relation.valid_until, relation.confirmed)
        for relation in trung.relations
    }
    day = PartialDate.parse
    assert offices["title-acting-fm"] == (day("2025-08-29"), day("2025-10-25"), day("2025-10-25"))
    assert offices["title-fm"] == (day("2025-10-25"), None, day("2026-03-17"))


def test_shipped_deprecations_name_who_says_so() -> None:
    """Most deprecated forms are other houses' usage, so only a hint."""
    blamed = {
        d.text: d.deprecated_by is not None
        for concept in load_glossary()
        for d in concept.designations
        if d.status is AdminStatus.DEPRECATED
    }
    assert blamed["humanitarian exchange"]
    assert blamed["Liu Haiting"]
    assert blamed["OBOR"]  # three ministries, 2015
    assert not blamed["Internal Political Commission"]
    assert not blamed["Secretariat Committee"]
    assert (len(blamed), sum(blamed.values())) == (25, 16)


def test_shipped_quotation_marks_are_kept_only_where_usage_demands_them() -> None:
    quoted = {
        concept.id
        for concept in load_glossary()
        for designation in concept.designations
        if set(designation.text) & set('“”"')
    }
    assert quoted == {"tw-independence", "tw-separatism"}


def test_shipped_claims_are_marked() -> None:
    claims = {concept.id for concept in load_glossary() if concept.claim}
    assert {"tw-taiwan", "mar-south-china-sea", "mar-paracel", "mar-spratly", "cn-xizang"} <= claims
    assert "rel-common-perceptions" not in claims


def test_shipped_forms() -> None:
    concepts = load_glossary().concepts
    forms = {(c.id, d.text): d.form for c in concepts.values() for d in c.designations}
    assert forms["per-to-lam", "苏"] is Form.SHORT
    assert forms["mar-unclos", "UNCLOS"] is Form.ACRONYM
    assert forms["rel-high-level-exchanges", "high-level exchange"] is Form.VARIANT
    assert forms["rel-common-perceptions", "important consensus"] is Form.FULL


def test_shipped_glossary_is_found_in_a_checkout() -> None:
    assert find_glossary().name == "diplomacy"
