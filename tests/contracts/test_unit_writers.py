"""Every format that writes translation units: any unit goes out, whatever is in it."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from termkit.formats.base import UnitWriter, all_formats
from termkit.model.bitext import TranslationUnit
from termkit.model.document import Segment

WRITERS = {
    name: entry.bitext.writes
    for name, entry in all_formats().items()
    if entry.bitext is not None and entry.bitext.writes is not None
}
HOSTILE = ("", " ", "a\tb\r\nc", "]]><seg>&amp;", "\x00\x07\ufffe", "Viê\u0323t 𡨸", '"=1+1"')


def _units() -> Iterator[TranslationUnit]:
    for number, text in enumerate(HOSTILE):
        yield TranslationUnit(f"d#{number}", Segment("", "en", text), Segment("", "vi", text[::-1]))


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_no_unit_is_still_a_file(write: UnitWriter) -> None:
    out = io.BytesIO()
    write((), out)
    assert out.getvalue()


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_hostile_texts_go_out_the_same_twice(write: UnitWriter) -> None:
    first, second = io.BytesIO(), io.BytesIO()
    write(_units(), first)
    write(_units(), second)
    assert first.getvalue() == second.getvalue()
    assert not first.closed
