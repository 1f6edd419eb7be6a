"""Glossaries for translation services and CAT tools: what each file is, takes and refuses."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace

import pytest

from termkit.errors import FormatLimitError, UnreadableDocumentError, UsageError
from termkit.formats.base import ConceptOptions, all_formats
from termkit.formats.concepts import concept_format, door_of, read_concepts, write_concepts
from termkit.glossary.absorb import plan_absorption
from termkit.glossary.store import load_glossary
from termkit.model.concept import AdminStatus, Concept, ConceptType, Designation, Review
from tests.contracts.concepts import GOLDEN
from tests.contracts.test_concept_formats import accepted

FORMATS = all_formats()
VI_EN = ConceptOptions(("vi", "en"))
PAIRS = (
    *("omegat", "omegat-csv", "deepl", "deepl-csv", "google", "amazon", "azure"),
    *("weblate", "utx"),
)

HANOI = Concept(
    "hanoi",
    ConceptType.PLACE,
    "geography",
    (
        Designation("vi", "Hà Nội"),
        Designation("en", "Ha Noi", status=AdminStatus.ADMITTED),
        Designation("en", "Hanoi"),
        Designation("en", "Tonkin", status=AdminStatus.SUPERSEDED),
        Designation("zh-Hans", "河内"),
        Designation("zh-Hant", "河內"),
    ),
    note="The capital;\nsince 1976 of the whole country.",
)


def named(source: str, target: str, concept_id: str = "planted") -> Concept:
    names = (Designation("vi", source), Designation("en", target))
    return Concept(concept_id, ConceptType.TERM, "", names)


def write(name: str, concepts: Sequence[Concept], options: ConceptOptions = VI_EN) -> str:
    out = io.BytesIO()
    write_concepts(FORMATS[name], concepts, out, options)
    return out.getvalue().decode()


def read(name: str, data: bytes, options: ConceptOptions = VI_EN) -> list[tuple[str, ...]]:
    found = read_concepts(FORMATS[name], io.BytesIO(data), "glossary", options)
    return [tuple(d.text for d in concept.designations) for concept in found]


def refusal(name: str, concepts: Sequence[Concept], options: ConceptOptions = VI_EN) -> str:
    with pytest.raises(FormatLimitError) as caught:
        write(name, concepts, options)
    return caught.value.problem


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "omegat",
            "Hà Nội\tHa Noi\tThe capital; since 1976 of the whole country.\n"
            "Hà Nội\tHanoi\tThe capital; since 1976 of the whole country.\n",
        ),
        (
            "omegat-csv",
            '"Hà Nội","Ha Noi","The capital; since 1976 of the whole country."\n'
            '"Hà Nội","Hanoi","The capital; since 1976 of the whole country."\n',
        ),
        ("deepl", "Hà Nội\tHanoi\n"),
        ("deepl-csv", "Hà Nội,Hanoi\n"),
        ("google", "Hà Nội,Hanoi\n"),
        ("amazon", "vi,en\nHà Nội,Hanoi\n"),
        ("azure", "Hà Nội\tHanoi\n"),
        (
            "weblate",
            '"source","target","context","fuzzy","translator_comments","developer_comments"\n'
            '"Hà Nội","Hanoi","hanoi","","The capital;\nsince 1976 of the whole country.",""\n',
        ),
        (
            "utx",
            "#UTX 1.20; vi/en; 2026-11-27\r\n"
            "#src\ttgt\tsrc:pos\tterm status\tconcept ID\tcomment\r\n"
            "Hà Nội\tHa Noi\t-\tapproved\thanoi\tThe capital; since 1976 of the whole country.\r\n"
            "Hà Nội\tHanoi\t-\tapproved\thanoi\tThe capital; since 1976 of the whole country.\r\n",
        ),
    ],
)
def test_a_file_to_the_letter(name: str, text: str) -> None:
    """No byte order mark, no header but where one is due, the preferred name where one fits."""
    import datetime

    options = replace(VI_EN, date=datetime.date(2026, 11, 27))
    assert write(name, [HANOI], options) == text


def test_google_terms_and_memoq_have_a_column_a_language() -> None:
    assert write("google-terms", [HANOI], ConceptOptions()) == (
        "en,vi,zh-CN,zh-TW,description\nHanoi,Hà Nội,河内,河內,\n"
    )
    assert write("memoq", [HANOI], ConceptOptions(("vi", "en"))) == (
        "Entry_ID;Entry_Subject;Entry_Note;"
        "English_Def;English;Term_Info;Term_Example;English;Term_Info;Term_Example;"
        "Vietnamese_Def;Vietnamese;Term_Info;Term_Example\n"
        '1;geography;"The capital;\nsince 1976 of the whole country.";;'
        'Ha Noi;"CasePermissive;HalfPrefix";;Hanoi;"CasePermissive;HalfPrefix";;;'
        'Hà Nội;"CasePermissive;HalfPrefix";\n'
    )


def test_a_forbidden_name_goes_to_memoq_only_when_asked_for() -> None:
    assert "Tonkin" not in write("memoq", [HANOI], ConceptOptions())
    marked = write("memoq", [HANOI], ConceptOptions(dialect="forbidden"))
    assert 'Tonkin;"CasePermissive;HalfPrefix;NonTerm"' in marked


@pytest.mark.parametrize("name", PAIRS)
def test_traps_come_back(name: str) -> None:
    """A spreadsheet's formula, leading zeros, NO, commas, quotes, chữ Nôm, right quotes."""
    traps = ("=1+1", "00123", "NO", 'a, "b"; c', "𡨸喃", "“x” ‘y’", "\\=x", '"begins', "-x", "+1")
    wanted = [named(f"{text} vi", text, f"t{n}") for n, text in enumerate(traps)]
    assert read(name, write(name, wanted).encode()) == [(f"{text} vi", text) for text in traps]


@pytest.mark.parametrize("name", PAIRS)
def test_scripts_need_to_be_named(name: str) -> None:
    with pytest.raises(UsageError, match="two scripts"):
        write(name, [HANOI], ConceptOptions(("vi", "zh")))
    hans = write(name, [HANOI], ConceptOptions(("vi", "zh-Hans")))
    assert "河内" in hans
    assert "河內" not in hans


@pytest.mark.parametrize("name", [name for name in PAIRS if name not in ("amazon", "utx")])
def test_scripts_need_to_be_named_on_reading_too(name: str) -> None:
    with pytest.raises(UsageError, match="two scripts"):
        read(name, write(name, [HANOI]).encode(), ConceptOptions(("vi", "zh")))


@pytest.mark.parametrize("name", PAIRS)
def test_a_concept_with_nothing_but_deprecated_names_stays_out(name: str) -> None:
    bad = Designation("en", "Saigon City", status=AdminStatus.DEPRECATED)
    concept = replace(HANOI, designations=(Designation("vi", "Sài Gòn"), bad))
    proposed = replace(named("Huế", "Hue"), review=Review.PROPOSED)
    assert "Saigon" not in write(name, [concept, HANOI, proposed])
    assert "Hue" not in write(name, [concept, HANOI, proposed])


LONG = "ế" * 400  # 1,200 bytes

REFUSED = [
    ("deepl", named("x" * 1025, "y"), "1025 bytes"),
    ("deepl", named("x", LONG), "1200 bytes"),
    ("deepl", named("a\x07b", "y"), "U+0007"),
    ("deepl", named("a\u0085b", "y"), "U+0085"),
    ("deepl", named("a\u2028b", "y"), "U+2028"),
    ("deepl", named("two\nlines", "y"), "U+000A"),
    ("deepl", named(" x", "y"), "white space at its edges"),
    ("deepl", named("x", "y\u3000"), "white space at its edges"),
    ("deepl-csv", named("tab\there", "y"), "U+0009"),
    ("google", named("x" * 1024, "y"), "1024 bytes"),
    ("google-terms", named("x" * 1024, "y"), "1024 bytes"),
    ("amazon", named("x" * 201, "y"), "201 bytes"),
    ("azure", named("two\nlines", "y"), "a tab or a line break"),
    ("azure", named("x", "tab\there"), "a tab or a line break"),
    ("omegat", named("#start", "y"), "begins with #"),
    ("omegat", named("x", "two\nlines"), "a tab or a line break"),
    ("omegat-csv", named("x", "two\nlines"), "a line break"),
    ("utx", named("#start", "y"), "begins with #"),
    ("utx", named("x", "carriage\rreturn"), "a tab or a line break"),
    ("google", named("\ufeffx", "y"), "an invisible character"),
]


@pytest.mark.parametrize(("name", "concept", "said"), REFUSED)
def test_what_a_service_refuses_is_told_before_upload(
    name: str, concept: Concept, said: str
) -> None:
    problem = refusal(name, [HANOI, concept])
    assert said in problem
    assert "planted" in problem


@pytest.mark.parametrize(
    ("name", "concept"),
    [
        ("deepl", named("x" * 1024, "ế" * 341)),
        ("deepl", named("#start", "=1+1")),
        ("google", named("x" * 1023, "y")),
        ("google", named(" two\nlines ", "y")),
        ("amazon", named("x" * 200, "y\tz")),
        ("azure", named("x" * 5000, " y ")),
        ("omegat-csv", named("#start", '"quoted"')),
        ("weblate", named("two\nlines\tand a tab", LONG)),
    ],
)
def test_a_near_miss_is_taken(name: str, concept: Concept) -> None:
    texts = tuple(designation.text for designation in concept.designations)
    assert read(name, write(name, [concept]).encode()) == [texts]


HOMOGRAPHS = [
    named("Hà Nam", "Henan", "cn-henan"),
    named("Hà Nam", "Ha Nam", "vn-ha-nam"),
    named("Huế", "Hue"),
]


@pytest.mark.parametrize("name", ["deepl", "deepl-csv", "amazon"])
def test_a_source_of_two_concepts_is_refused_where_it_may_stand_once(name: str) -> None:
    problem = refusal(name, HOMOGRAPHS)
    assert "takes a source text once: 'Hà Nam' of cn-henan and vn-ha-nam" in problem


@pytest.mark.parametrize("name", ["google", "azure", "omegat", "weblate", "utx"])
def test_homographs_stay_apart_elsewhere(name: str) -> None:
    back = read(name, write(name, HOMOGRAPHS).encode())
    assert back == [("Hà Nam", "Henan"), ("Hà Nam", "Ha Nam"), ("Huế", "Hue")]


def test_all_that_is_refused_stands_in_one_sentence() -> None:
    many = [named(f" edge {n}", "y", f"edge-{n}") for n in range(7)]
    with pytest.raises(FormatLimitError) as caught:
        write("deepl", many)
    assert caught.value.problem.endswith("; and 2 more")
    assert all(f"--without edge-{n}" in str(caught.value.hint) for n in range(7))


def test_a_file_too_large_is_refused() -> None:
    many = [named(f"{n:07} {'x' * 1000}", "y" * 1000, f"c{n}") for n in range(5300)]
    assert "no file of more than 10485760 bytes" in refusal("deepl", many)
    assert "no file of more than 10000000 bytes" in refusal("azure", many)


def test_weblate_reads_no_more_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("termkit.formats.weblate._MAX_ROWS", 2)
    assert "no more than 2 rows" in refusal("weblate", HOMOGRAPHS)


FILES = [
    ("omegat", "\ufeff# a comment\r\nHà Nội\tHanoi\tcapital\textra\r\n\r\nHuế\tHue\r\n"),
    ("omegat-csv", '\ufeff# a comment, here\r\n"Hà Nội",Hanoi\r\nHuế,Hue,"a note"\r\n'),
    ("deepl", "\ufeffHà Nội\tHanoi\r\nHuế\tHue\r\n"),
    ("deepl-csv", '"Hà Nội","Hanoi","VI","EN"\n"Huế","Hue","VI","EN"\n'),
    ("deepl-csv", "\ufeffHà Nội;Hanoi\r\nHuế;Hue\r\n"),
    ("google", "Hà Nội\tHanoi\nHuế\tHue\n"),
    ("google", '"Hà Nội","Hanoi"\r\n"Huế","Hue"'),
    ("google-terms", "\ufeffvi,en,pos,description\r\nHà Nội,Hanoi,noun,\r\nHuế,Hue,,a city\r\n"),
    ("google-terms", "vi;en\r\nHà Nội;Hanoi\r\nHuế;Hue\r\n"),
    ("amazon", "VI,en-US\nHà Nội,Hanoi\nHuế,Hue\n"),
    ("azure", "Hà Nội\tHanoi\nHuế\tHue"),
    ("weblate", "context,source,target\n,Hà Nội,Hanoi\n,Huế,Hue\n"),
    (
        "weblate",
        '"location","source","target","ID","fuzzy","context","translator_comments",'
        '"developer_comments"\n"","Hà Nội","Hanoi","","","","",""\n"","Huế","Hue","","","","",""\n',
    ),
    (
        "utx",
        "#UTX-S 1.01; vi/en-US; copyright: X (2009); license: CC-BY 3.0\t\t\t\r\n"
        "#description: two towns\r\n#src\ttgt\tsrc:pos\tcomment\r\n"
        "Hà Nội\tHanoi\tnoun\t\r\n# a comment\r\nHuế\tHue\tnoun\r\n",
    ),
    (
        "utx",
        "#UTX 1.2; vi/en; 2013-12-20T17:00:45; bidirectional\n"
        "#term:vi\tterm:en\tsrc:pos\nHà Nội\tHanoi\t\nHuế\tHue\t\n",
    ),
    (
        "memoq",
        "\ufeffEntry_ID,Entry_Subject,Entry_Domain,Entry_Note,Vietnamese_Def,Vietnamese,Term_Info,"
        "Term_Example,English_United_States_Def,English_United_States,Term_Info,Term_Example\r\n"
        "0,Geography,,,,Hà Nội,CasePermissive;HalfPrefix,,,Hanoi,,\r\n"
        '1,,,"a ""note""",,Huế,,,,Hue,CaseInsense;NoPrefix,\r\n',
    ),
    ("memoq", "Vietnamese;Term_Info;English;Term_Info\nHà Nội;;Hanoi;\nHuế;;Hue;\n"),
]


@pytest.mark.parametrize(("name", "text"), FILES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_files_of_the_tools_themselves(name: str, text: str, encoding: str) -> None:
    """With a byte order mark or none, CRLF, semicolons, decomposed letters."""
    import unicodedata

    data = unicodedata.normalize("NFD", text.removeprefix("\ufeff")).encode(encoding)
    if encoding == "utf-8" and text.startswith("\ufeff"):
        data = b"\xef\xbb\xbf" + data
    assert read(name, data) == [("Hà Nội", "Hanoi"), ("Huế", "Hue")]


def test_statuses_are_understood() -> None:
    """UTX says provisional and non-standard, Weblate fuzzy, memoQ forbidden."""
    utx = (
        b"#UTX 1.20; vi/en; 2026-11-27\r\n#src\ttgt\tsrc:pos\tterm status\tconcept ID\r\n"
        b"a\tb\t-\tapproved\tc1\r\na\tc\t-\tnon-standard\tc1\r\nd\te\t-\tprovisional\tc2\r\n"
    )
    one, two = read_concepts(FORMATS["utx"], io.BytesIO(utx), "x.utx", ConceptOptions())
    assert [(d.text, d.status.value) for d in one.designations] == [
        ("a", "preferred"),
        ("b", "preferred"),
        ("c", "deprecated"),
    ]
    assert [d.review for d in two.designations] == [Review.REVIEWED, Review.PROPOSED]
    weblate = b"source,target,context,fuzzy\na,b,c1,True\n"
    (concept,) = read_concepts(FORMATS["weblate"], io.BytesIO(weblate), "x.csv", VI_EN)
    assert concept.id == "c1"
    assert concept.designations[1].review is Review.PROPOSED
    memoq = b"Vietnamese,Term_Info,English,Term_Info\na,,b,CaseSense;NoPrefix;NonTerm\n"
    (concept,) = read_concepts(FORMATS["memoq"], io.BytesIO(memoq), "x.csv", ConceptOptions())
    assert concept.designations[1].status is AdminStatus.DEPRECATED


@pytest.mark.parametrize("name", [*PAIRS, "google-terms", "memoq", "memoq-xlsx"])
def test_what_went_out_changes_nothing_when_it_comes_in(name: str) -> None:
    """Though a file of pairs spreads a concept over several rows."""
    glossary = load_glossary(GOLDEN)
    entry = FORMATS[name]
    door = door_of(entry)
    options = VI_EN if door.sides else ConceptOptions()
    out = io.BytesIO()
    write_concepts(entry, accepted(entry, glossary, options), out, options)
    found = list(read_concepts(entry, io.BytesIO(out.getvalue()), "glossary", options))
    assert len(found) > 3
    plan = plan_absorption(glossary, found, {}, by_names="id" in door.loses)
    assert plan.changes == ()


WRONG = [
    ("omegat", b"no tab here\n", "a line without a tab"),
    ("deepl", b"a\tb\tc\n", "3 cells in a row"),
    ("deepl-csv", b"a,b,EN,DE\n", "a row in 'EN', not in 'vi'"),
    ("deepl-csv", b"just one\n", "not a table of two columns"),
    ("google", b'"never closed,b\n', "not a table of two columns"),
    ("amazon", b"source;target\na;b\n", "'source' is not a language tag"),
    ("google-terms", b"vi,klingonish,en\na,b,c\n", "'klingonish' is not a language tag"),
    ("weblate", b"source,comment\na,b\n", "column 'target' is missing"),
    ("utx", b"a\tb\n", "no header of UTX"),
    ("utx", b"#UTX 1.20; vi\n#src\ttgt\n", "no two languages in the header"),
    ("utx", b"#UTX 1.20; vi/en\n#tgt\tx\na\tb\n", "the columns must begin with src and tgt"),
    ("utx", b"#UTX 1.20; vi/en\n#src\ttgt\tterm status\na\tb\tbest\n", "'best' is not known"),
    ("memoq", b"Entry_ID;Martian;Term_Info\n1;a;\n", "column 'Martian' is no language"),
    ("azure", b"\x00\x01\x02", "not text"),
    ("azure", "Huê\tHue".encode("cp1258"), "not valid UTF-8"),
]


@pytest.mark.parametrize(("name", "data", "said"), WRONG)
def test_a_wrong_file_is_one_clear_sentence(name: str, data: bytes, said: str) -> None:
    with pytest.raises(UnreadableDocumentError) as caught:
        read(name, data)
    assert said in caught.value.problem


@pytest.mark.parametrize(
    "place", ["A99999999999", "ZZZ1048576", "a1", "A&#57;999999999", "", " " * 3_000_000]
)
def test_a_cell_far_away_is_refused(place: str) -> None:
    """The reader would take memory for all between, and the process would end."""
    out = io.BytesIO()
    write_concepts(FORMATS["memoq-xlsx"], [HANOI], out, ConceptOptions())
    far = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(far, "w") as new:
        for name in old.namelist():
            text = old.read(name).replace(b' r="B2"', f" r={place!r}".encode())
            new.writestr(name.replace("worksheets/sheet1", "elsewhere/s"), text)
    with pytest.raises(UnreadableDocumentError, match=r"no place of a sheet|rows and|does not end"):
        read("memoq-xlsx", far.getvalue())


def test_a_hostile_cell_does_not_fill_the_screen() -> None:
    with pytest.raises(UnreadableDocumentError) as caught:
        read("google-terms", b"vi," + b"a" * 100_000 + b",en\n")
    assert len(str(caught.value)) < 2000


def test_a_damaged_workbook_is_one_clear_sentence() -> None:
    """Wherever the damage is: zip, deflate and XML each have errors of their own.

    Any other error fails the test; what can be read nevertheless is read.
    """
    out = io.BytesIO()
    write_concepts(FORMATS["memoq-xlsx"], [HANOI], out, ConceptOptions())
    data = out.getvalue()
    for place in range(0, len(data), 97):
        damaged = data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]
        with contextlib.suppress(UnreadableDocumentError):
            read("memoq-xlsx", damaged)


@pytest.mark.parametrize(
    ("path", "head", "name"),
    [
        ("g.utf8", b"a\tb", "omegat"),
        ("g.txt", b"a\tb", "omegat"),
        ("g.txt", b"#UTX 1.20; vi/en", "utx"),
        ("g.csv", b"Entry_ID;Vietnamese;Term_Info", "memoq"),
        ("g.csv", b'"source","target","context"', "weblate"),
        ("g.csv", b"\xef\xbb\xbfen,vi,zh-CN,description\r\n", "google-terms"),
        ("g.csv", b"concept_id,lang,text\n", "csv"),
        ("g.xlsx", b"PK\x03\x04", "xlsx"),
    ],
)
def test_a_file_is_known_by_its_suffix_and_head(path: str, head: bytes, name: str) -> None:
    assert concept_format(path, head).name == name
