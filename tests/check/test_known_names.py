"""The names termkit itself lists are no slips: no rule of names marks one that stands alone."""

from __future__ import annotations

from termkit.check.engine import check_documents
from termkit.check.plan import make_plan
from termkit.check.rule import all_rules
from termkit.formats.read import read_bytes
from termkit.glossary.store import load_glossary
from termkit.lang.tables import load_rows
from termkit.model.concept import ConceptType

GLOSSARY = load_glossary()
CODES = tuple(
    code for code, rule in all_rules().items() if code.startswith("N") and not rule.is_bilingual
)


def names() -> set[str]:
    figures = {row[0] for row in load_rows("vi", "public_figures")}
    people = (c for c in GLOSSARY.concepts.values() if c.type is ConceptType.PERSON)
    return figures | {d.text for p in people for d in p.named("vi") if d.is_approved}


def marked(names: set[str]) -> dict[str, list[str]]:
    """What is said of each name, every one in a document of its own."""
    documents = [
        read_bytes(f"Hôm qua, {name} đã đến thăm trường.".encode(), path=f"{name}.txt", lang="vi")
        for name in sorted(names)
    ]
    result = check_documents(documents, make_plan(GLOSSARY, CODES))
    assert [file.error for file in result.files] == [None] * len(documents)
    found = zip(sorted(names), result.files, strict=True)
    return {name: [f.message for f in file.findings] for name, file in found if file.findings}


def test_known_names_are_silent() -> None:
    found = marked(names())
    assert not found


def test_a_slip_in_one_is_told() -> None:
    assert set(marked({"Hồ Xuân Hượng", "Hồ Đức Phhơ"})) == {"Hồ Xuân Hượng"}
