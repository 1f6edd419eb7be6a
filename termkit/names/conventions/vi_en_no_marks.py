"""Vietnamese names without marks: *Le Hoai Trung*, *Da Nang*."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.lang.vi.marks import without_marks
from termkit.names.convention import NameConvention


def render(name: str) -> Iterator[str]:
    """
    >>> list(render("Đặng Thị Thuỷ")), list(render("Nam"))
    (['Dang Thi Thuy'], [])
    """
    bare = without_marks(name)
    if bare != name:
        yield bare


CONVENTION = NameConvention(
    code="no-marks",
    source_lang="vi",
    target_lang="en",
    render=render,
    authority="ICAO Doc 9303-3 (2021), Section 6: marks are dropped, Đ is D",
)
