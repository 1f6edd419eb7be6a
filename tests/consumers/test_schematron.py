"""Saxon agrees with the evaluator of the schema tests about every assertion."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.consumers.tools import needs_module
from tests.formats.schemas import complaints, needs_schemas, schema_path

pytestmark = [needs_schemas, needs_module("saxonche"), needs_module("elementpath")]

_SCH = "{http://purl.oclc.org/dsdl/schematron}"


def failures_by_saxon(sample: str, schema: str) -> int:
    from saxonche import PySaxonProcessor

    rules = etree.parse(str(schema_path(schema))).getroot()
    with PySaxonProcessor(license=False) as processor:
        document = processor.parse_xml(xml_file_name=str(schema_path(sample)))

        def xpath() -> object:
            made = processor.new_xpath_processor()
            for space in rules.iter(f"{_SCH}ns"):
                made.declare_namespace(space.get("prefix"), space.get("uri"))
            return made

        count = 0
        for pattern in rules.iter(f"{_SCH}pattern"):
            spoken_for: list[str] = []
            for rule in pattern.iter(f"{_SCH}rule"):
                finder = xpath()
                finder.set_context(xdm_item=document)  # type: ignore[attr-defined]
                nodes = finder.evaluate(f"//{rule.get('context')}")  # type: ignore[attr-defined]
                for index in range(0 if nodes is None else nodes.size):
                    checker = xpath()
                    checker.set_context(xdm_item=nodes.item_at(index))  # type: ignore[attr-defined]
                    place = str(
                        checker.evaluate_single("path(.)")  # type: ignore[attr-defined]
                    )
                    if place in spoken_for:
                        continue
                    spoken_for.append(place)
                    count += sum(
                        not checker.effective_boolean_value(check.get("test"))  # type: ignore[attr-defined]
                        for check in rule.iter(f"{_SCH}assert")
                    )
    return count


@pytest.mark.parametrize(
    ("sample", "schema"),
    [
        ("tbx3/test_files/basic_bad.tbx", "tbx3/basic/DCA/TBX-Basic_DCA.sch"),
        ("tbx3/test_files/min_good.tbx", "tbx3/min/DCA/TBX-Min_DCA.sch"),
    ],
)
def test_saxon_counts_the_same(sample: str, schema: str) -> None:
    ours = complaints(schema_path(sample).read_bytes(), schema)
    assert failures_by_saxon(sample, schema) == len(ours) > 30
