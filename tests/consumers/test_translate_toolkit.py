"""translate-toolkit, run apart from us (it is GPL): its stores read our files, we read its."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from termkit.formats.base import ConceptOptions, all_formats
from termkit.formats.carry import carried
from termkit.formats.concepts import door_of, read_concepts
from tests.consumers.tools import golden_file, needs_module, python
from tests.contracts.concepts import golden

pytestmark = needs_module("translate")

_STORE = """
import json, sys
from translate.storage import factory
store = factory.getobject(sys.argv[1])
pairs = [(str(u.source), str(u.target or "")) for u in store.units if u.source]
print(json.dumps(pairs))
"""


def pairs(path: Path) -> set[tuple[str, str]]:
    return {(a.strip(), b.strip()) for a, b in json.loads(python("-c", _STORE, path))}


def kept(name: str, languages: tuple[str, str]) -> set[tuple[str, str]]:
    """Source and target that stand in the file, best target each."""
    door = door_of(all_formats()[name])
    found = (carried(c, door, ConceptOptions(languages)) for c in golden() if c.id != "lines")
    return {
        (one.text.strip(), other.text.strip())
        for concept in found
        for one in concept.named(languages[0])
        for other in concept.named(languages[1])
    }


def test_po_compendium_is_read(tmp_path: Path) -> None:
    path = golden_file("po", tmp_path / "glossary.po", "vi", "en")
    assert pairs(path) == kept("po", ("vi", "en"))


def test_tbx2_is_read(tmp_path: Path) -> None:
    """The reader of csv2tbx: it knows one source and one target term of an entry."""
    path = golden_file("omegat-tbx", tmp_path / "glossary.tbx", "vi", "en")
    found = pairs(path)
    assert len(found) == sum(1 for c in golden() if c.id != "lines" if _both(c.id, ("vi", "en")))
    terms = {text for pair in kept("omegat-tbx", ("vi", "en")) for text in pair}
    assert {text for pair in found for text in pair} <= terms


def _both(concept_id: str, languages: tuple[str, str]) -> bool:
    door = door_of(all_formats()["omegat-tbx"])
    (concept,) = (c for c in golden() if c.id == concept_id)
    return bool(carried(concept, door, ConceptOptions(languages)).designations)


def test_tmx_is_read(tmp_path: Path) -> None:
    script = _STORE.replace("factory.getobject(sys.argv[1])", "tmx.tmxfile.parsefile(sys.argv[1])")
    script = script.replace("import factory", "import tmx")
    path = golden_file("tmx", tmp_path / "glossary.tmx", "vi", "en")
    assert json.loads(python("-c", script, path))


def test_what_csv2tbx_writes_is_read(tmp_path: Path) -> None:
    table = tmp_path / "terms.csv"
    table.write_text(
        '"old capital","Huế","Hue"\n"","chữ Nôm","Nom script"\n"","𡨸喃","Nom"\n', encoding="utf-8"
    )
    out = tmp_path / "terms.tbx"
    python("-m", "translate.convert.csv2tbx", "--progress=none", table, out)
    with out.open("rb") as file:
        found = list(read_concepts(all_formats()["tbx2"], file, "terms.tbx"))
    texts = {d.text for concept in found for d in concept.designations}
    assert {"Huế", "Hue", "chữ Nôm", "Nom script", "𡨸喃"} <= texts


@pytest.mark.parametrize("languages", [("vi", "en"), ("en", "zh-Hant")])
def test_tbx2_in_two_languages_has_no_third(tmp_path: Path, languages: tuple[str, str]) -> None:
    path = golden_file("omegat-tbx", tmp_path / "glossary.tbx", *languages)
    data = path.read_text(encoding="utf-8")
    assert set(_tags(data)) == {*languages, "en"}  # the header is in English


def _tags(data: str) -> list[str]:
    import re

    return re.findall(r'xml:lang="([^"]+)"', data)
