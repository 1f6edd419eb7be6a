"""Workflow commands, escapes included."""

from __future__ import annotations

from termkit.report.github import command, render_github
from tests.report.runs import full_run


def test_whole_report() -> None:
    assert render_github(full_run()).splitlines() == [
        "::warning file=tin tức/a.txt,line=1,endLine=1,col=1,endColumn=17,"
        "title=G901 unused-allowance::'Việt Nam - China' stands here; use 'Việt Nam-China'"
        "%0Atin tức/a.txt:2:3 'Viet Nam' 2 in vns%0Ab.html:1:9 'Nam' 1 in b",
        "::notice file=tin tức/a.txt,line=2,endLine=2,col=3,endColumn=11,"
        "title=G901 unused-allowance::'Viet Nam' stands here; use 'Việt Nam'",
        "::error file=tin tức/a.txt,line=3,endLine=3,col=1,endColumn=5,"
        "title=G901 unused-allowance::100 %25 wrong:%0Amarks",
        "::notice file=b.html,line=1,endLine=1,col=9,endColumn=12,"
        "title=G901 unused-allowance::'Nam' stands here; delete it",
        "::error file=c.txt,title=E101 unreadable-document::the file is empty (write something)",
        "4 findings in 2 of 3 documents, 1 unreadable, 1 accepted",
    ]


def test_a_message_cannot_start_a_command() -> None:
    assert command("error", {"file": "a:b,c%.txt"}, "x\r\n::error::y") == (
        "::error file=a%3Ab%2Cc%25.txt::x%0D%0A::error::y"
    )
