"""A shift is one form that overtakes another beyond chance, and nothing else."""

from __future__ import annotations

from random import Random

from termkit.check.shifts import find_shifts
from termkit.model.usage import FormCount, Shift

MONTHS = [f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13)]


def count(
    month: str, form: str, documents: int, source: str = "vns", lang: str = "en"
) -> FormCount:
    return FormCount(
        *("c", "form", source, lang, form, month, documents * 3, documents, "c.parquet", 1),
        *("d", 1, 1, 0, f"{month}-01", f"{month}-01", f"{month}-28", "", "", ""),
    )


def story(*parts: tuple[int, int, int], source: str = "vns", start: int = 0) -> list[FormCount]:
    """Months with so many documents of form *a* and of *b*, part after part."""
    months = iter(MONTHS[start:])
    return [
        each
        for number, a, b in parts
        for _, month in zip(range(number), months, strict=False)
        for each in (count(month, "a", a, source), count(month, "b", b, source))
        if each.documents
    ]


def test_the_month_and_the_documents_before_and_after_are_told() -> None:
    assert find_shifts(story((6, 9, 1), (5, 2, 8))) == (
        Shift("vns", "en", "2024-07", "a", "b", (54, 6), (10, 40)),
    )


def test_there_and_back_is_two_shifts() -> None:
    found = find_shifts(story((8, 9, 0), (8, 0, 9), (8, 9, 0)))
    assert [(s.month, s.old, s.new) for s in found] == [
        ("2024-09", "a", "b"),
        ("2025-05", "b", "a"),
    ]


def test_a_form_that_gains_and_does_not_overtake_is_no_shift() -> None:
    assert find_shifts(story((8, 20, 1), (8, 20, 12))) == ()


def test_few_documents_are_chance() -> None:
    assert find_shifts(story((2, 2, 0), (2, 0, 2))) == ()
    assert find_shifts(story((1, 40, 0), (1, 0, 4))) == ()


def test_a_new_source_with_its_own_form_is_no_shift_of_all() -> None:
    """Each goes on writing what it wrote; only who is read has changed."""
    old, new = story((24, 5, 0)), story((12, 0, 20), source="vna", start=12)
    assert find_shifts([*old, *new]) == ()


def test_sources_too_small_to_tell_tell_it_together() -> None:
    small = [
        each
        for n in range(12)
        for each in story((1, 1, 0), (18, 0, 0), (1, 0, 1), source=f"s{n}", start=n % 3)
    ]
    (found,) = find_shifts(small)
    assert (found.source, found.before, found.after) == ("", (12, 0), (0, 12))


def test_languages_and_documents_without_a_date_are_apart() -> None:
    vietnamese = [count(m, "b", 9, lang="vi") for m in MONTHS[12:]]
    undated = [count("", "b", 500)]
    assert find_shifts([*story((24, 9, 0)), *vietnamese, *undated]) == ()


def test_chance_alone_makes_no_shift() -> None:
    """Two forms as likely as each other lead by turns; in a thousand concepts none overtakes."""
    random = Random(11)
    found = 0
    for _ in range(1000):
        drawn = [random.randint(0, 12) for _ in MONTHS]
        first = [sum(random.random() < 0.5 for _ in range(n)) for n in drawn]
        parts = [(1, a, n - a) for a, n in zip(first, drawn, strict=True)]
        found += len(find_shifts(story(*parts)))
    assert found == 0
