"""The contract of every room, and the tables they ship."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from termkit.errors import UnsupportedLanguageError
from termkit.lang import ROOMS, get_language
from termkit.lang.locale import territory_names
from termkit.model.span import Span

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("room", ROOMS)
def test_room_is_whole(room: str) -> None:
    language = get_language(room)
    text = "Ông Lê Hoài Trung’s 国会 𡨸, 1.200,5."
    words = [span.slice(text) for span in language.words(text)]
    assert words == ["Ông", "Lê", "Hoài", "Trung’s", "国", "会", "𡨸", "1.200,5"]
    assert language.tag == room
    assert not language.straddles(text, Span(0, len(text)))


def test_regional_tags_share_a_room() -> None:
    assert get_language("zh-Hant") is get_language("zh-Hans")


def test_unknown_language() -> None:
    with pytest.raises(UnsupportedLanguageError):
        get_language("fr")


@pytest.mark.parametrize(
    ("room", "name", "short"),
    [
        ("vi", "Lê Hoài Trung", "Trung"),
        ("vi", "Hồ Chí Minh", "Minh"),
        ("vi", "Trung", None),
        ("zh", "王毅", "王"),
        ("zh", "欧阳修", "欧阳"),
        ("zh", "诸葛亮", "诸葛"),
        ("zh", "Xi Jinping", "Xi"),
        ("zh", "Ouyang Xiu", "Ouyang"),
        ("zh", "王", None),
        ("zh", "", None),
        ("en", "Marco Rubio", "Rubio"),
        ("en", "Robert F. Kennedy Jr.", "Kennedy"),
        ("en", "Rubio", None),
    ],
)
def test_short_form(room: str, name: str, short: str | None) -> None:
    assert get_language(room).short_form(name) == short


@pytest.mark.parametrize("room", ROOMS)
def test_territories(room: str) -> None:
    assert {"VN", "CN", "LA"} <= territory_names(room).keys()


def test_tables_are_well_formed() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "build_tables.py", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")
