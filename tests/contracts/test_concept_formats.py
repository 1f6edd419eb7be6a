"""The contract of every format that carries concepts.

What comes back from a file, and what the loss report names, are together all there was.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings

from termkit.errors import FormatLimitError
from termkit.formats.base import ConceptOptions, Format, all_formats
from termkit.formats.carry import Loss, carried
from termkit.formats.concepts import door_of, read_concepts, write_concepts
from termkit.model.concept import Concept, Designation, Review
from tests.contracts.concepts import by_id, canonical, concepts, golden

SIDES = {
    0: (ConceptOptions(),),
    1: (ConceptOptions(("en",)), ConceptOptions(("vi",))),
    2: (ConceptOptions(("vi", "en")), ConceptOptions(("zh-Hant", "vi"))),
}


def ways(*, back: bool, pairs: int = 2) -> list[object]:
    """Every format that writes concepts (and reads them `back`), in each of its ways.

    Args:
        back: Only those that read.
        pairs: How many choices of languages, for formats with sides.
    """
    return [
        _way(entry, replace(options, dialect=dialect, style=style))
        for entry in all_formats().values()
        if entry.concepts is not None and entry.concepts.writes is not None
        if entry.concepts.reads is not None or not back
        for options in SIDES[entry.concepts.sides][:pairs]
        for dialect in entry.concepts.dialects or (None,)
        for style in entry.concepts.styles or (None,)
    ]


def _way(entry: Format, options: ConceptOptions) -> object:
    parts = (entry.name, *options.languages, options.dialect, options.style)
    return pytest.param(entry, options, id=" ".join(part for part in parts if part))


def write(
    entry: Format, wanted: Iterable[Concept], options: ConceptOptions
) -> tuple[bytes, list[Loss]]:
    lost: list[Loss] = []
    out = io.BytesIO()
    write_concepts(entry, wanted, out, options, lost.append)
    return out.getvalue(), lost


def read(entry: Format, data: bytes, options: ConceptOptions) -> list[Concept]:
    return list(read_concepts(entry, io.BytesIO(data), "glossary", options))


def accepted(entry: Format, wanted: Iterable[Concept], options: ConceptOptions) -> list[Concept]:
    """Concepts that the format does not refuse in one file; a refusal names the concept."""
    found: list[Concept] = []
    for concept in wanted:
        problem = _refusal(entry, [*found, concept], options)
        if problem is None:
            found.append(concept)
        else:
            assert concept.id in problem
    return found


def _refusal(entry: Format, wanted: Sequence[Concept], options: ConceptOptions) -> str | None:
    try:
        write(entry, wanted, options)
    except FormatLimitError as error:
        return error.problem
    return None


def leaves(concept: Concept) -> Iterator[tuple[str, ...]]:
    """Every single thing a concept says: where it stands and what it is."""
    for field in fields(Concept):
        if field.name not in ("designations", "relations"):
            yield ("", "", field.name, repr(getattr(concept, field.name)))
    for designation in concept.designations:
        for field in fields(Designation):
            value = repr(getattr(designation, field.name))
            yield (designation.lang, designation.text, f"designation.{field.name}", value)
    for relation in concept.relations:
        for field in fields(relation):
            place = f"{relation.kind} {relation.target}"
            yield ("", place, f"relation.{field.name}", repr(getattr(relation, field.name)))


def unreported(whole: Concept, back: Concept | None, lost: Sequence[Loss]) -> set[str]:
    """Fields that neither came back nor are in the report."""
    named = {(loss.lang, loss.text, loss.field) for loss in lost if loss.concept_id == whole.id}
    if ("", "", "concept") in named:
        return set()
    returned = set() if back is None else set(leaves(back))
    missing = set()
    for leaf in leaves(whole):
        lang, text, field, _ = leaf
        place = ("", "") if field.startswith("relation.") else (lang, text)
        part = field.split(".")[0]
        reported = (*place, field) in named or (*place, part) in named
        if leaf not in returned and not reported:
            missing.add(field)
    return missing


def check_round_trip(entry: Format, wanted: Sequence[Concept], options: ConceptOptions) -> None:
    door = door_of(entry)
    wanted = accepted(entry, wanted, options)
    kept = [carried(concept, door, options) for concept in wanted]
    data, lost = write(entry, wanted, options)
    back = read(entry, data, options) if any(c.designations for c in kept) else []
    if "id" in door.losses(options):
        assert pairs(back) == pairs(kept)
        return
    found = by_id(back)
    assert found == by_id(concept for concept in kept if concept.designations)
    for concept in wanted:
        assert unreported(concept, found.get(concept.id), lost) == set()


def pairs(found: Iterable[Concept]) -> Counter[tuple[str, ...]]:
    """What a format without ids says: for each designation the others of its concept."""
    return Counter(
        (one.lang, one.text, other.lang, other.text)
        for concept in found
        for one in concept.designations
        for other in concept.designations
        if one.lang != other.lang or len({d.lang for d in concept.designations}) == 1
    )


def test_golden_glossary_says_everything() -> None:
    """Each field is used, and each member of each enumeration."""
    wanted = golden()
    for kind, values in (
        ("concept", wanted),
        ("designation", [d for c in wanted for d in c.designations]),
        ("relation", [r for c in wanted for r in c.relations]),
    ):
        for field in fields(values[0]):
            said = {getattr(value, field.name) for value in values}
            assert len(said) > 1, f"{kind}.{field.name}"
            enumeration = type(next(iter(value for value in said if value is not None)))
            if hasattr(enumeration, "__members__"):
                assert set(enumeration) <= said, f"{kind}.{field.name}"


@pytest.mark.parametrize(("entry", "options"), ways(back=True))
def test_golden_glossary_comes_back(entry: Format, options: ConceptOptions) -> None:
    check_round_trip(entry, golden(), options)


@pytest.mark.parametrize(("entry", "options"), ways(back=True, pairs=1))
@settings(max_examples=25)
@given(wanted=concepts())
def test_any_glossary_comes_back(
    entry: Format, options: ConceptOptions, wanted: list[Concept]
) -> None:
    check_round_trip(entry, [canonical(concept) for concept in wanted], options)


@pytest.mark.parametrize(("entry", "options"), ways(back=False))
def test_one_glossary_gives_one_file(entry: Format, options: ConceptOptions) -> None:
    wanted = accepted(entry, golden(), options)
    assert write(entry, wanted, options) == write(entry, wanted, options)


@pytest.mark.parametrize(("entry", "options"), ways(back=False))
def test_nothing_doubtful_is_suggested(entry: Format, options: ConceptOptions) -> None:
    """What a format cannot say about a designation, it does not carry."""
    door = door_of(entry)
    lost = door.losses(options)
    for concept in golden():
        for designation in carried(concept, door, options).designations:
            if door.suggests or "designation.status" in lost:
                assert designation.is_approved
                assert not concept.claim
            if door.suggests or "designation.review" in lost:
                assert designation.review is Review.REVIEWED
            if door.suggests or "review" in lost:
                assert concept.review is Review.REVIEWED


@pytest.mark.parametrize(("entry", "options"), ways(back=True))
def test_scripts_do_not_mix(entry: Format, options: ConceptOptions) -> None:
    """外交部长 and 外交部長: a file that is asked for one does not give the other."""
    door = door_of(entry)
    wanted = [c for c in golden() if c.id == "title-foreign-minister"]
    scripts = {
        "zh-Hans": "外交部长",
        "zh-CN": "外交部长",
        "zh-Hant": "外交部長",
        "zh-TW": "外交部長",
    }
    for script, text in scripts.items():
        asked = replace(options, languages=("en", script)[-door.sides :])
        data, _ = write(entry, wanted, asked)
        back = [d for concept in read(entry, data, asked) for d in concept.designations]
        assert {d.text for d in back if d.lang.startswith("zh")} == {text}


@pytest.mark.parametrize(("entry", "options"), ways(back=False))
def test_chinese_without_a_script_goes_by_its_letters(
    entry: Format, options: ConceptOptions
) -> None:
    """Files from elsewhere say *zh*; 外交部长 is no traditional name for that, 王毅 may be."""
    door = door_of(entry)
    names = (Designation("en", "name"), Designation("zh", "外交部长"), Designation("zh", "王毅"))
    asked = replace(options, languages=("en", "zh-Hant")[-door.sides :])
    concept = replace(by_id(golden())["title-foreign-minister"], designations=names)
    kept = {d.text for d in carried(concept, door, asked).designations}
    assert "外交部长" not in kept
    assert "王毅" in kept or not door.sides  # a file of all languages may know no plain *zh*


@pytest.mark.parametrize(("entry", "options"), ways(back=True))
def test_decomposed_text_is_composed(entry: Format, options: ConceptOptions) -> None:
    """A file from elsewhere may spell ệ as three code points; the glossary never does."""
    door = door_of(entry)
    lang = options.languages[0] if options.languages else "vi"
    other = options.languages[1] if door.sides == 2 else "en"
    concept = Concept(
        "viet-nam",
        golden()[0].type,
        "",
        (Designation(lang, "Vie\u0323\u0302t Nam"), Designation(other, "Viet Nam")),
    )
    kept = concept if door.sides != 1 else replace(concept, designations=concept.designations[:1])
    out = io.BytesIO()
    assert door.writes is not None
    door.writes([kept], out, options)
    (back,) = read(entry, out.getvalue(), options)
    assert [d.text for d in back.designations if d.lang == lang] == ["Việt Nam"]
