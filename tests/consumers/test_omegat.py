"""OmegaT's own glossary readers give back the terms, and nothing they should not suggest."""

from __future__ import annotations

from pathlib import Path

import pytest

from termkit.formats.base import ConceptOptions, all_formats
from termkit.formats.carry import carried
from termkit.formats.concepts import door_of
from tests.consumers.tools import golden_file, needs_omegat, read_by_omegat
from tests.contracts.concepts import golden

pytestmark = needs_omegat


@pytest.mark.parametrize(
    ("name", "kind", "suffix"),
    [("omegat-tbx", "tbx", ".tbx"), ("omegat", "tsv", ".utf8"), ("omegat-csv", "csv", ".csv")],
)
@pytest.mark.parametrize("languages", [("vi", "en"), ("zh-Hant", "vi"), ("en", "zh-Hans")])
def test_omegat_reads_what_may_be_suggested(
    name: str, kind: str, suffix: str, languages: tuple[str, str], tmp_path: Path, classes: Path
) -> None:
    path = golden_file(name, tmp_path / f"glossary{suffix}", *languages)
    source, target = (lang.split("-")[0] for lang in languages)
    found = read_by_omegat(kind, path, source, target, classes)
    door = door_of(all_formats()[name])
    kept = (carried(c, door, ConceptOptions(languages)) for c in golden() if c.id != "lines")
    expect = {
        (one.text.strip(), other.text.strip())
        for concept in kept
        for one in concept.named(languages[0])
        for other in concept.named(languages[1])
    }
    assert {(a.strip(), b.strip()) for a, b in found} == expect
    assert not {"Saigon City", "Sài Gòn - Gia Định", "East Sea"} & {b for _, b in found}
