"""Merging by concept: what one side changed is taken, what both changed is a conflict."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termkit.cli.main import run
from termkit.glossary.merge import Take, merge_concepts
from termkit.glossary.write import render_concept
from termkit.model.concept import AdminStatus, Concept, ConceptType, Designation
from tests.contracts.concepts import canonical, concepts

HUE = Concept(
    "hue",
    ConceptType.PLACE,
    "geography",
    (Designation("vi", "Huế"), Designation("en", "Hue"), Designation("en", "Hué")),
    sources=("a", "b"),
)


def named(concept: Concept | None) -> list[tuple[str, str]]:
    assert concept is not None
    return [(d.text, d.status.value) for d in concept.designations]


def test_changes_of_both_sides_meet() -> None:
    ours = replace(HUE, note="capital until 1945", sources=("a", "b", "c"))
    theirs = replace(
        HUE,
        designations=(*HUE.designations[:2], Designation("zh-Hans", "顺化")),
        sources=("b", "d"),
    )
    merged = merge_concepts(HUE, ours, theirs)
    assert merged.conflicts == ()
    assert named(merged.concept) == [
        ("Huế", "preferred"),
        ("Hue", "preferred"),
        ("顺化", "preferred"),
    ]
    assert merged.concept is not None
    assert (merged.concept.note, merged.concept.sources) == ("capital until 1945", ("b", "c", "d"))


def test_one_name_changed_twice_is_a_conflict() -> None:
    def with_status(status: AdminStatus) -> Concept:
        return replace(HUE, designations=(replace(HUE.designations[2], status=status),))

    ours, theirs = with_status(AdminStatus.ADMITTED), with_status(AdminStatus.DEPRECATED)
    merged = merge_concepts(HUE, ours, theirs)
    assert [(c.place, c.ours, c.theirs) for c in merged.conflicts] == [
        ("status of en 'Hué'", "admitted", "deprecated")
    ]
    assert named(merge_concepts(HUE, ours, theirs, Take.THEIRS).concept) == [("Hué", "deprecated")]


def test_removed_here_and_changed_there_is_a_conflict() -> None:
    ours = replace(HUE, designations=HUE.designations[:2])
    changed = replace(HUE.designations[2], note="French spelling")
    theirs = replace(HUE, designations=(*HUE.designations[:2], changed))
    merged = merge_concepts(HUE, ours, theirs)
    assert [conflict.place for conflict in merged.conflicts] == ["en 'Hué'"]
    assert named(merged.concept) == named(ours)
    assert merge_concepts(HUE, None, HUE).concept is None
    assert len(merge_concepts(HUE, None, theirs).conflicts) == 1


def test_without_a_common_state_nothing_is_removed_or_overwritten() -> None:
    ours = replace(HUE, note="ours")
    theirs = Concept("hue", ConceptType.TERM, "", (Designation("en", "Hue City"),), note="theirs")
    merged = merge_concepts(None, ours, theirs)
    assert [text for text, _ in named(merged.concept)] == ["Huế", "Hue", "Hué", "Hue City"]
    assert [(c.place, c.ours, c.theirs) for c in merged.conflicts] == [("note", "ours", "theirs")]
    assert merged.concept is not None
    assert merged.concept.type is ConceptType.PLACE


STATES = st.lists(concepts(), min_size=3, max_size=3).map(
    lambda lists: [replace(canonical(found[0]), id="one") for found in lists]
)


@settings(max_examples=50)
@given(states=STATES)
def test_merging_keeps_what_only_one_side_changed(states: list[Concept]) -> None:
    base, ours, theirs = states
    assert merge_concepts(base, ours, base).concept == ours
    found = merge_concepts(base, base, theirs)
    assert found.conflicts == ()
    assert found.concept is not None
    assert canonical(found.concept) == theirs
    assert merge_concepts(base, ours, ours).concept == ours
    assert merge_concepts(None, ours, ours).conflicts == ()


@settings(max_examples=50)
@given(states=STATES)
def test_merging_is_even_handed(states: list[Concept]) -> None:
    """Seen from the other side there are as many conflicts, and taking turns agrees."""
    base, ours, theirs = states
    here = merge_concepts(base, ours, theirs, Take.OURS)
    there = merge_concepts(base, theirs, ours, Take.THEIRS)
    assert sorted((c.place, c.ours) for c in here.conflicts) == sorted(
        (c.place, c.theirs) for c in there.conflicts
    )
    assert here.concept is not None
    assert there.concept is not None
    assert {d.text for d in here.concept.designations} == {
        d.text for d in there.concept.designations
    }


def write_states(folder: Path, *states: str) -> list[str]:
    paths = [folder / name for name in ("base", "ours", "theirs")]
    for path, text in zip(paths, states, strict=True):
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


def test_command_writes_the_merge_into_ours(tmp_path: Path) -> None:
    theirs = replace(HUE, definition="A city on the Perfume River.")
    texts = map(render_concept, (HUE, replace(HUE, note="old capital"), theirs))
    paths = write_states(tmp_path, *texts)
    assert run(["glossary", "merge", *paths]) == 0
    both = replace(theirs, note="old capital")
    assert Path(paths[1]).read_text(encoding="utf-8") == render_concept(both)


def test_command_marks_a_conflict_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ours, theirs = replace(HUE, note="old capital"), replace(HUE, note="former capital")
    paths = write_states(tmp_path, *map(render_concept, (HUE, ours, theirs)))
    assert run(["glossary", "merge", *paths]) == 1
    text = Path(paths[1]).read_text(encoding="utf-8")
    assert (
        '<<<<<<< ours\nnote = "old capital"\n=======\nnote = "former capital"\n>>>>>>> theirs\n'
    ) in text
    assert "hue: note: ours 'old capital'" in capsys.readouterr().err


def test_sources_merge_by_id(tmp_path: Path) -> None:
    """Both branches cite something new, which sorts into one place."""
    base = '[[source]]\nid = "m"\ntitle = "M"\n'
    ours = base + '\n[[source]]\nid = "n"\ntitle = "N"\n'
    theirs = base + '\n[[source]]\nid = "o"\ntitle = "O"\n'
    paths = write_states(tmp_path, base, ours, theirs)
    assert run(["glossary", "merge", *paths]) == 0
    assert Path(paths[1]).read_text() == ours + '\n[[source]]\nid = "o"\ntitle = "O"\n'


def test_what_does_not_parse_leaves_ours_alone(tmp_path: Path) -> None:
    text = render_concept(HUE)
    paths = write_states(tmp_path, text, text, "id = ")
    assert run(["glossary", "merge", *paths]) == 2
    assert Path(paths[1]).read_text(encoding="utf-8") == text


def test_git_merges_two_branches_with_it(tmp_path: Path) -> None:
    """Neighbouring lines changed on two branches: git alone sees a conflict."""

    def git(*arguments: str, code: int = 0) -> None:
        command = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stdout + done.stderr

    def commit(concept: Concept) -> None:
        (tmp_path / "hue.toml").write_text(render_concept(concept), encoding="utf-8")
        git("add", ".")
        git("commit", "-q", "-m", "x")

    git("init", "-q", "-b", "main")
    (tmp_path / ".gitattributes").write_text("*.toml merge=termkit\n")
    driver = f"{sys.executable} -m termkit glossary merge %O %A %B"
    git("config", "merge.termkit.driver", driver)
    commit(HUE)
    git("checkout", "-q", "-b", "other")
    commit(replace(HUE, sources=("a", "b", "d")))
    git("checkout", "-q", "main")
    commit(replace(HUE, sources=("a", "b", "c")))
    git("merge", "-q", "other", "-m", "x")
    merged = replace(HUE, sources=("a", "b", "c", "d"))
    assert (tmp_path / "hue.toml").read_text(encoding="utf-8") == render_concept(merged)
