"""What a run keeps of its documents: what is spoken of, where it stood, and nothing else."""

from __future__ import annotations

from termkit.check.engine import check_documents
from termkit.check.plan import make_plan
from termkit.check.result import RunResult
from termkit.check.rule import select_rules
from termkit.formats.read import read_bytes
from termkit.glossary.allowance import Allowance
from termkit.glossary.store import Glossary
from termkit.report.text import render_text
from tests.check.cases import shipped

CALM = "The delegates met in the morning.\n\nThey spoke of trade.\n"
SLIP = f"{CALM}\nThe Lào - China talks,\nand later the Lào-China talks.\n\nThey left.\n"
CODES = select_rules(("O203", "G901"))


def run(*texts: str, allowed: tuple[Allowance, ...] = ()) -> RunResult:
    documents = [
        read_bytes(text.encode(), path=f"news/{number}.txt", lang="en")
        for number, text in enumerate(texts, start=1)
    ]
    return check_documents(documents, make_plan(Glossary("empty", {}, allowed=allowed), CODES))


def kept_of(result: RunResult) -> list[list[str]]:
    return [
        [segment.id for segment in file.document.segments]
        for file in result.files
        if file.document is not None
    ]


def test_only_the_segment_of_a_finding_is_kept_and_its_line_is_known() -> None:
    result = run(CALM, SLIP)
    assert kept_of(result) == [[], ["news/2.txt#3"]]
    first, second, *_ = render_text(result).splitlines()
    assert first.startswith("news/2.txt:5:5 O203")
    assert second.startswith("    news/2.txt:6:15")


def test_what_accepts_nothing_is_told_where_it_stands() -> None:
    result = run(f"{CALM}\nThey left. # termkit: ignore[O203] -- a title\n", CALM)
    assert kept_of(result) == [["news/1.txt#3"], []]
    assert render_text(result).startswith("news/1.txt:5:1 G901")
    idle = run(CALM, CALM, allowed=(Allowance("O203", "news/2.txt", "a title"),))
    assert kept_of(idle) == [[], ["news/2.txt#1"]]
    assert render_text(idle).startswith("news/2.txt:1:1 G901")


def test_facts_are_counted_and_only_the_first_place_of_each_is_kept() -> None:
    texts = ("They reached important consensus.", "They reached common perceptions.")
    documents = [
        read_bytes(f"{CALM}\n{text}\n\n{text}\n".encode(), path=source, lang="en", source=source)
        for source, text in zip(("xinhua", "vns"), texts, strict=True)
    ]
    result = check_documents(documents, make_plan(shipped(), select_rules(("X301",))))
    assert kept_of(result) == [["xinhua#3"], ["vns#3"]]
    assert [file.facts for file in result.files] == [(), ()]
    assert render_text(result).startswith("vns:5:14 X301 info: vns writes 'common perceptions' (2)")
