"""Any bytes are read or refused with a sentence, and every letter knows its place."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from termkit.errors import TermkitError
from termkit.formats.read import read_bytes
from termkit.model.document import Document

SUFFIXES = (".txt", ".md", ".html", ".docx")
# What the readers look at, so that chance finds the corners.
SCRAPS = st.sampled_from(
    [
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        " ",
        "\t",
        "　",
        "    ",
        "---\n",
        "```\n",
        "~~~",
        "`",
        "``",
        "*",
        "**",
        "_",
        "~~",
        "[",
        "]",
        "](x)",
        "![",
        "](",
        "[a]: b\n",
        "<!--",
        "-->",
        "<b>",
        "</b>",
        "<br>",
        "<p>",
        "<pre>",
        "</pre>",
        "<script>",
        "</script>",
        "<td>",
        "<![",
        "<!x>",
        "<?",
        "&amp;",
        "&#0;",
        "&#x110000;",
        "&nbsp",
        "| a | b |\n",
        "|---|---|\n",
        "# ",
        "> ",
        "- ",
        "1. ",
        "===\n",
        "termkit: ignore[T101] -- why",
        "// termkit: ignore",
        "# termkit: ignore[",
        "\\",
        "\ufeff",
        " date 2026-02-04 ",
        "February 04, 2026",
        "BEIJING, Feb. 3 (Xinhua) -- ",
        "HÀ NỘI — ",
        "— VNA/VNS",
        "./.",
        "（完）",
        "新华社北京2月3日电 ",
        "Việt Nam",
        "Vie\u0302\u0323t Nam",
        "𡨸喃",
        "中越关系。",
        "He said.",
        "lang: vi\n",
        "date: 2026-99-99\n",
        "title:",
        "👩‍👩‍👧",
        "\x00",
        "\x0b",
        "\u2028",
        "a" * 130,
        "Photo: VNA",
    ]
)
TEXTS = st.lists(st.one_of(SCRAPS, st.text(max_size=12)), max_size=25).map("".join)


def check(document: Document, text: str | None) -> None:
    """Segments are in order, lie inside the file and are not empty."""
    assert document.segments
    last = 0
    for segment in document.segments:
        assert segment.text == segment.text.strip()
        assert any(character.isalnum() for character in segment.text)
        assert segment.origin is None or len(segment.origin) == len(segment.text) + 1
        offsets = [segment.file_offset(index) for index in range(len(segment.text) + 1)]
        assert offsets == sorted(offsets)
        assert offsets[0] >= last
        last = offsets[-1]
        for index in range(len(segment.text) + 1):
            position = document.position(segment, index)
            assert position.line >= 1
            assert position.column >= 1
        if text is None:
            continue
        for character, offset in zip(segment.text, offsets, strict=False):
            assert text[offset] == character or text[offset] in "&<"


@pytest.mark.parametrize("suffix", SUFFIXES[:3])
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_any_text(suffix: str, text: str) -> None:
    try:
        data = text.encode("utf-8")
        document = read_bytes(data, path=f"x{suffix}", lang="vi")
    except (TermkitError, UnicodeEncodeError):
        return
    check(document, text.removeprefix("\ufeff"))


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=150, deadline=None)
@given(
    data=st.one_of(
        st.binary(max_size=200), TEXTS.map(lambda text: text.encode("utf-16", "replace"))
    )
)
def test_any_bytes(suffix: str, data: bytes) -> None:
    try:
        document = read_bytes(data, path=f"x{suffix}")
    except TermkitError:
        return
    check(document, None)


@settings(max_examples=150, deadline=None)
@given(text=TEXTS)
def test_language_is_told_or_asked_for(text: str) -> None:
    try:
        document = read_bytes(text.encode("utf-8", "replace"), path="-")
    except TermkitError:
        return
    assert document.lang.split("-")[0] in ("en", "vi", "zh")
