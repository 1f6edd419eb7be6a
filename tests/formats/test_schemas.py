"""Every file in XML validates against the official schema of its format."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import Phase, given, settings

from termkit.formats.base import ConceptOptions, all_formats
from termkit.formats.concepts import write_concepts
from termkit.model.concept import Concept
from tests.contracts.concepts import concepts, golden, spelt_in_xml
from tests.formats.schemas import (
    complaints,
    foreign_complaints,
    needs_schemas,
    schema_path,
)

pytestmark = needs_schemas

_CORE = "tbx3/TBXcoreStructV03.rng"
_MODULES = {
    f"http://www.tbxinfo.net/ns/{name.lower()}": f"tbx3/modules/{name}.rng"
    for name in ("Min", "Basic", "Linguist")
}


_PLAIN = ConceptOptions()


@dataclass(frozen=True)
class Case:
    """A way of writing a format, and the schemas it answers to."""

    name: str
    schemas: tuple[str, ...]
    options: ConceptOptions = _PLAIN
    modules: bool = False


def _tbx(dialect: str, style: str, *schemas: str) -> Case:
    sch = f"tbx3/{dialect}/{style.upper()}/TBX-{dialect.title()}_{style.upper()}.sch"
    if dialect == "core":
        sch = "tbx3/core/TBX-Core.sch"
    options = ConceptOptions(dialect=dialect, style=style)
    return Case("tbx", (_CORE, *schemas, sch), options, modules=style == "dct")


CASES = (
    _tbx("core", "dca", "tbx3/core/TBXcoreStructV03_TBX-Core_integrated.rng"),
    _tbx("core", "dct"),
    _tbx("min", "dca"),
    _tbx("min", "dct", "tbx3/modules/Min.sch"),
    _tbx("basic", "dca", "tbx3/basic/DCA/TBXcoreStructV03_TBX-Basic_integrated.rng"),
    _tbx("basic", "dct", "tbx3/modules/Min.sch", "tbx3/modules/Basic.sch"),
    _tbx("linguist", "dca", "tbx3/linguist/DCA/TBXcoreStructV03_TBX-Linguist_integrated.rng"),
    _tbx(
        "linguist",
        "dct",
        *(f"tbx3/modules/{name}.sch" for name in ("Min", "Basic", "Linguist")),
    ),
    Case("tbx2", ("tbx2/TBX-Basic/TBXBasiccoreStructV02.dtd", "tbx2/TBX-Basic/TBXBasicRNGV02.rng")),
    Case("tbx2", ("tbx2/TBX-Default/TBXcoreStructV02.dtd", "omegat/tbx.xsd")),
    Case("tmx", ("okapi/tmx14.dtd", "omegat/tmx14.xsd")),
    # The core alone passes what is bad in the glossary module: `_all` imports both.
    Case(
        "xliff",
        ("xliff-21/_all.xsd", "xliff-21/glossary.sch"),
        ConceptOptions(("vi", "en")),
    ),
)


def _ids(case: Case) -> str:
    schema = case.schemas[0].rpartition("/")[2] if case.name == "tbx2" else None
    return " ".join(filter(None, (case.name, case.options.dialect, case.options.style, schema)))


def _case(name: str) -> Case:
    return next(case for case in CASES if _ids(case) == name)


def written(case: Case, wanted: tuple[Concept, ...] | list[Concept]) -> bytes:
    out = io.BytesIO()
    write_concepts(all_formats()[case.name], wanted, out, case.options)
    return out.getvalue()


def said_against(case: Case, data: bytes) -> list[str]:
    found = complaints(data, *case.schemas)
    return found + (foreign_complaints(data, _MODULES) if case.modules else [])


@pytest.mark.parametrize("case", CASES, ids=_ids)
def test_golden_glossary_validates(case: Case) -> None:
    pytest.importorskip("elementpath", reason="Schematron needs elementpath: make test-consumers")
    assert said_against(case, written(case, golden())) == []


@pytest.mark.parametrize("case", CASES, ids=_ids)
@settings(max_examples=5, phases=(Phase.explicit, Phase.generate))
@given(wanted=concepts().filter(spelt_in_xml))
def test_any_glossary_validates(case: Case, wanted: list[Concept]) -> None:
    plain = Case(case.name, tuple(s for s in case.schemas if not s.endswith(".sch")), case.options)
    assert said_against(plain, written(case, [*golden()[:1], *wanted])) == []


@pytest.mark.parametrize(
    ("sample", "schema", "number"),
    [
        ("tbx3/test_files/core_structure_good.tbx", _CORE, 0),
        # The dialect is in the Schematron alone: the grammar of the core passes what is bad.
        ("tbx3/test_files/basic_bad.tbx", _CORE, 0),
        ("tbx3/test_files/basic_bad.tbx", "tbx3/basic/DCA/TBX-Basic_DCA.sch", 36),
        # Its "good" samples are older than the rules that apply.
        ("tbx3/test_files/basic_good.tbx", "tbx3/basic/DCA/TBX-Basic_DCA.sch", 32),
        ("tbx3/test_files/min_good.tbx", "tbx3/min/DCA/TBX-Min_DCA.sch", 32),
        ("tbx3/basic/DCA/Example_Astronomy_DCA_VALID.tbx", "tbx3/basic/DCA/TBX-Basic_DCA.sch", 0),
    ],
)
def test_the_schemas_say_of_their_own_samples(sample: str, schema: str, number: int) -> None:
    """A validator that never complains proves nothing."""
    pytest.importorskip("elementpath", reason="Schematron needs elementpath: make test-consumers")
    data = schema_path(sample).read_bytes()
    assert len(complaints(data, schema)) == number


Mutation = Callable[[bytes], bytes]


@pytest.mark.parametrize(
    ("case", "change"),
    [
        (
            _case("tbx basic dca"),
            lambda data: data.replace(b"preferredTerm-admn-sts", b"preferred"),
        ),
        (
            _case("tbx basic dca"),
            lambda data: data.replace(b'type="definition"', b'type="explanation"'),
        ),
        (
            _case("tbx basic dct"),
            lambda data: data.replace(b"preferredTerm-admn-sts", b"preferred"),
        ),
        (_case("xliff"), lambda data: data.replace(b"gls:translation>", b"gls:rendering>")),
        (
            _case("tmx"),
            lambda data: data.replace(b"<seg>", b"<text>").replace(b"</seg>", b"</text>"),
        ),
        (
            _case("tbx2 TBXBasiccoreStructV02.dtd"),
            lambda data: data.replace(b"<tig>", b"<term-section>").replace(
                b"</tig>", b"</term-section>"
            ),
        ),
    ],
)
def test_a_planted_error_is_found(case: Case, change: Mutation) -> None:
    pytest.importorskip("elementpath", reason="Schematron needs elementpath: make test-consumers")
    data = written(case, golden())
    assert change(data) != data
    assert said_against(case, change(data)) != []
