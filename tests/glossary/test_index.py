"""Look-up: every kind of closeness, the cache, and what must not be found."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from termkit.glossary.find import find_glossary
from termkit.glossary.index import Closeness, Hit, all_forms, build_index, lookup, open_index
from termkit.glossary.store import load_glossary

CONCEPT = """id = "hue"
type = "place"
subject_field = "places Vietnam"
[[designation]]
lang = "en"
text = "Hue"
[[designation]]
lang = "vi"
text = "Huế"
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def folder(tmp_path: Path, cache: Path) -> Path:
    glossary = tmp_path / "ours"
    (glossary / "concepts" / "places").mkdir(parents=True)
    (glossary / "glossary.toml").write_text('name = "ours"\n', encoding="utf-8")
    (glossary / "concepts" / "places" / "hue.toml").write_text(CONCEPT, encoding="utf-8")
    return glossary


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("index") / "index.sqlite"
    build_index(load_glossary(), path)
    return path


def ask(path: Path, query: str, **options: object) -> list[tuple[str, Closeness]]:
    import sqlite3

    with closing(sqlite3.connect(path)) as index:
        hits: tuple[Hit, ...] = lookup(index, query, **options)  # type: ignore[arg-type]
    return [(hit.concept["id"], hit.closeness) for hit in hits]


@pytest.mark.parametrize(
    ("query", "concept", "closeness"),
    [
        ("Lê Hoài Trung", "per-le-hoai-trung", Closeness.SAME),
        ("le hoai trung", "per-le-hoai-trung", Closeness.SAME),
        ("LÊ HOÀI TRUNG", "per-le-hoai-trung", Closeness.SAME),
        ("Le\u0302 Hoa\u0300i Trung", "per-le-hoai-trung", Closeness.SAME),
        ("Lê Hoai Trung", "per-le-hoai-trung", Closeness.MARKS),
        ("lehoaitrung", "per-le-hoai-trung", Closeness.MARKS),
        ("黎怀忠", "per-le-hoai-trung", Closeness.SAME),
        ("Viet-Nam", "ctry-vietnam", Closeness.SAME),
        ("common perc", "rel-common-perceptions", Closeness.PREFIX),
        ("perceptions", "rel-common-perceptions", Closeness.INSIDE),
        ("Xi Jingping", "per-xi-jinping", Closeness.NEAR),
        ("per-wang-yi", "per-wang-yi", Closeness.SAME),
    ],
)
def test_form_leads_to_its_concept(
    shipped: Path, query: str, concept: str, closeness: Closeness
) -> None:
    assert ask(shipped, query)[0] == (concept, closeness)


@pytest.mark.parametrize("query", ["", "   ", "%", "_", "zzzzqqqq", "\u0301", "')--", "𡨸𡨸𡨸"])
def test_nothing_is_found(shipped: Path, query: str) -> None:
    assert ask(shipped, query) == []


def test_language_and_limit(shipped: Path) -> None:
    assert ask(shipped, "黎怀忠", lang="en") == []
    assert len(ask(shipped, "foreign", limit=2)) == 2


def test_house_forms_and_offices_travel(shipped: Path) -> None:
    import sqlite3

    with closing(sqlite3.connect(shipped)) as index:
        (country, *_) = lookup(index, "Việt Nam")
        (person, *_) = lookup(index, "Lê Hoài Trung")
        forms = list(all_forms(index, "zh"))
    assert {"profile": "vns", "lang": "en", "text": "Việt Nam", "evidence": "usage"} in (
        country.concept["house_forms"]
    )
    assert "Minister of Foreign Affairs" in {
        relation["target_name"] for relation in person.concept["relations"]
    }
    assert ("黎怀忠", "zh-Hans", "preferred", "per-le-hoai-trung") in forms


def test_index_follows_the_files(folder: Path, cache: Path) -> None:
    """A changed concept is found at once; an unchanged glossary is indexed once."""
    with closing(open_index(folder)) as index:
        assert [hit.text for hit in lookup(index, "Huế")] == ["Huế"]
    with closing(open_index(folder)) as index:
        assert lookup(index, "Thuận Hóa") == ()
    assert len(list(cache.rglob("*.sqlite"))) == 1
    changed = CONCEPT + '[[designation]]\nlang = "vi"\ntext = "Thuận Hóa"\nstatus = "admitted"\n'
    path = folder / "concepts" / "places" / "hue.toml"
    path.write_text(changed, encoding="utf-8")
    os.utime(path, ns=(1, 1))
    with closing(open_index(folder)) as index:
        assert [hit.text for hit in lookup(index, "thuan hoa")] == ["Thuận Hóa"]


def test_shipped_glossary_is_found() -> None:
    assert (find_glossary() / "glossary.toml").is_file()
