"""What a person reads."""

from __future__ import annotations

from termkit.report.text import render_text
from tests.report.runs import empty_run, full_run


def test_whole_report() -> None:
    assert render_text(full_run()) == (
        "tin tức/a.txt:1:1 G901 'Việt Nam - China' stands here; use 'Việt Nam-China' (vietnam)\n"
        "    tin tức/a.txt:2:3 'Viet Nam' 2 in vns\n"
        "    b.html:1:9 'Nam' 1 in b\n"
        "tin tức/a.txt:2:3 G901 info: 'Viet Nam' stands here; use 'Việt Nam'\n"
        "tin tức/a.txt:3:1 G901 100 % wrong: marks\n"
        "b.html:1:9 G901 hint: 'Nam' stands here; delete it\n"
        "c.txt E101 the file is empty (write something)\n"
        "\n"
        "4 findings in 2 of 3 documents, 1 unreadable, 1 accepted"
        "   glossary:words@1234567|rules:2|termkit:0.1.0\n"
    )


def test_zero_prints_the_count() -> None:
    assert render_text(empty_run()) == (
        "0 findings in 0 of 1 document   glossary:words@1234567|rules:2|termkit:0.1.0\n"
    )


def test_colours_wrap_nothing_but_the_code_and_what_is_beside_the_point() -> None:
    plain, coloured = render_text(full_run()), render_text(full_run(), colour=True)
    assert "\033[1;33mG901\033[0m 'Việt Nam - China' stands here" in coloured
    assert "\033[1;36mG901\033[0m info: " in coloured
    import re

    assert re.sub(r"\033\[[0-9;]*m", "", coloured) == plain


def test_lines_wrap_at_the_width_of_a_terminal() -> None:
    lines = render_text(full_run(), width=60, colour=True).splitlines()
    assert lines[1].startswith("  ")
    import re

    assert max(len(re.sub(r"\033\[[0-9;]*m", "", line)) for line in lines) <= 60
