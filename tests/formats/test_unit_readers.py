"""Readers of translation units: what they read, and where each character stands."""

from __future__ import annotations

import io
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.errors import DamagedDocumentError, TermkitError, UnreadableDocumentError, UsageError
from termkit.formats.base import Languages, all_formats
from termkit.formats.bitext import is_bitext, read_units
from termkit.formats.xml_stream import read_events
from termkit.model.bitext import TranslationUnit
from termkit.model.document import Segment

UNSAID = Languages()
VI_EN = Languages("vi", "en")

TMX = """<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="vi"/><body>
<tu changedate="20260203T080000Z"><prop type="x-termkit-publisher">vns</prop>
 <tuv xml:lang="vi"><seg>Ông <bpt i="1">&lt;b></bpt>Tô
  Lâm<ept i="1">&lt;/b></ept> &amp; phu nhân 𡨸<![CDATA[ & ]]></seg></tuv>
 <tuv xml:lang="en-US"><seg>Mr <hi>To Lam</hi> &#38; his wife</seg></tuv>
 <tuv xml:lang="fr"><seg>M.</seg></tuv>
</tu></body></tmx>
"""
XLIFF_12 = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="en" target-language="vi-VN"><body>
<trans-unit id="1"><source>Hello <g id="1">big <x id="2"/>world</g><ph id="3">{0}</ph>!</source>
<seg-source><mrk mid="0" mtype="seg">no</mrk></seg-source><target>Chào <mrk>thế giới</mrk>!</target>
<alt-trans><source>no</source><target>no</target></alt-trans></trans-unit>
<group translate="no"><trans-unit id="2"><source>ABC</source></trans-unit></group>
</body></file></xliff>
"""
XLIFF_21 = """<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0"
 srcLang="en" trgLang="zh"><file id="f"><unit id="1" translate="no">
<originalData><data id="d">no</data></originalData>
<segment><source>Hello <pc id="1">big</pc> <ph id="2"/>world</source>
<target>你好<mrk id="m">世界</mrk></target></segment>
<ignorable><source>no</source></ignorable><segment><source>Two</source></segment>
</unit></file></xliff>
"""
PO = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Language: vi\n"

#, fuzzy
msgid "no"
msgstr "không"

msgctxt "menu"
msgid "Open \"file\"\n"
msgstr ""
"Mở "
"tập tin\n"

msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d tập tin"

#~ msgid "no"
#~ msgstr "không"
msgid "none"
msgstr ""
"""
CSV = 'vi,en,date\r\n"Xin ""chào""\r\nbạn, ơi",Hello,2026-02-03\r\nplain,"multi\nline",\r\n'
TSV = 'source\ttarget\tsource_lang\ttarget_lang\nXin "chào\tHello\tvi\ten\n'
NDJSON = '{"source":"Xin\\nchào","target":"Hello","src_lang":"vi","tgt_lang":"zh-TW"}\n'

SAMPLES = [
    ("tmx", TMX, [("vi", "Ông Tô\n  Lâm & phu nhân 𡨸 & ", "en-US", "Mr To Lam & his wife")]),
    ("xlf", XLIFF_12, [("en", "Hello big world!", "vi-VN", "Chào thế giới!"),
                       ("en", "ABC", "vi-VN", "")]),
    ("xlf", XLIFF_21, [("en", "Hello big world", "zh-Hans", "你好世界"),
                       ("en", "Two", "zh-Hans", "")]),
    ("po", PO, [("en", 'Open "file"\n', "vi", "Mở tập tin\n"),
                ("en", "%d files", "vi", "%d tập tin")]),
    ("csv", CSV, [("vi", 'Xin "chào"\r\nbạn, ơi', "en", "Hello"),
                  ("vi", "plain", "en", "multi\nline")]),
    ("tsv", TSV, [("vi", 'Xin "chào', "en", "Hello")]),
    ("ndjson", NDJSON, [("vi", "Xin\nchào", "zh-Hant", "Hello")]),
]  # fmt: skip


def read(suffix: str, text: str | bytes, languages: Languages = UNSAID) -> list[TranslationUnit]:
    data = text.encode() if isinstance(text, str) else text
    return list(read_units(f"x.{suffix}", languages, data))


def texts(unit: TranslationUnit) -> tuple[str, str, str, str]:
    return unit.source.lang, unit.source.text, unit.target.lang, unit.target.text


@pytest.mark.parametrize(("suffix", "text", "expected"), SAMPLES)
def test_units(suffix: str, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert [texts(unit) for unit in read(suffix, text)] == expected


@pytest.mark.parametrize(("suffix", "text", "_"), SAMPLES)
def test_every_letter_knows_its_place(suffix: str, text: str, _: object) -> None:
    """A letter stands in the file at its offset, and on the line and column told for it."""
    lines = text.split("\n")
    for unit in read(suffix, text):
        for side in (unit.source, unit.target):
            for index, letter in enumerate(side.text):
                if not letter.isalpha():
                    continue
                offset = side.file_offset(index)
                assert text[offset] == letter
                place = side.locator.position(offset)
                assert lines[place.line - 1][place.column - 1] == letter


def test_a_letter_behind_escapes_of_json_knows_its_place_and_its_field() -> None:
    text = (
        '{"n": {"a": [1, "}"]}, "src": "B\\u00ean \\ud83d\\ude00 ba", "src_lang": "vi",'
        ' "tgt" : 5, "tgt_lang": "en"}'
    )
    (unit,) = read("ndjson", text)
    assert unit.source.text == "Bên 😀 ba"
    assert text[unit.source.file_offset(1) :].startswith("\\u00ea")
    assert text[unit.source.file_offset(4) :].startswith("\\ud83d\\ude00")
    assert text[unit.source.file_offset(6) :].startswith('ba"')
    assert text[unit.target.file_offset(0) :].startswith("5,")
    assert (unit.source.locator.cell, unit.target.locator.cell) == ("src", "tgt")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_places_count_code_points_in_every_encoding(encoding: str) -> None:
    (unit,) = read("tmx", TMX.encode(encoding))
    assert TMX[unit.source.file_offset(unit.source.text.index("𡨸"))] == "𡨸"


@pytest.mark.parametrize("encoding", ["zlib_codec", "rot13", "no-such"])
def test_what_is_no_encoding_of_text(encoding: str) -> None:
    with pytest.raises(UnreadableDocumentError, match=r"encoding '.*' is not known"):
        read("tmx", f"<?xml version='1.0' encoding='{encoding}'?><tmx/>")


def test_what_a_unit_says_of_itself() -> None:
    (unit,) = read("tmx", TMX)
    assert (unit.id, unit.publisher, str(unit.date)) == ("x.tmx#1", "vns", "2026-02-03")
    assert [unit.translate for unit in read("xlf", XLIFF_12)] == [True, False]
    assert [unit.translate for unit in read("xlf", XLIFF_21)] == [False, False]


@pytest.mark.parametrize(
    ("source", "protected"),
    [
        ('Read <mrk mtype="protected">A <g id="1">B</g></mrk> now', ["A B"]),
        ('Read <mrk mtype="seg">A</mrk> now', []),
        ('Read <mrk its:translate="no">A <mrk translate="yes">B</mrk> C</mrk>', ["A ", " C"]),
        ('<sm id="1" translate="no"/>A<sm id="2"/>B<em startRef="2"/><em startRef="1"/>D', ["AB"]),
        ('<mrk translate="no">A<ph id="1">{0}</ph></mrk> B', ["A"]),
        ('A <em startRef="9"/> B <sm id="1" translate="no"/>C', ["C"]),
        ('<mrk translate="no"></mrk>A', []),
    ],
)  # fmt: skip
def test_parts_that_are_not_to_be_translated(source: str, protected: list[str]) -> None:
    text = (
        '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0"'
        ' xmlns:its="http://www.w3.org/2005/11/its" srcLang="en" trgLang="vi"><file><unit>'
        f"<segment><source>{source}</source><target>x</target></segment></unit></file></xliff>"
    )
    (unit,) = read("xlf", text)
    assert [span.slice(unit.source.text) for span in unit.source.protected] == protected


@pytest.mark.parametrize("said", ["maybe", "No", ""])
def test_neither_translated_nor_not_is_said_and_not_guessed(said: str) -> None:
    """Taken for yes it would be checked, taken for no passed over: the file has to say."""
    text = XLIFF_12.replace('translate="no"', f'translate="{said}"')
    units: Iterator[TranslationUnit] = read_units("x.xlf", data=text.encode())
    assert next(units).translate
    with pytest.raises(DamagedDocumentError, match="neither yes nor no") as caught:
        list(units)
    assert caught.value.line is not None


def test_languages_are_chosen() -> None:
    (unit,) = read("tmx", TMX, Languages("en", "vi"))
    assert texts(unit)[::2] == ("en-US", "vi")
    with pytest.raises(TermkitError, match="no unit has two of the languages"):
        read("tmx", TMX, Languages("zh", "en"))
    with pytest.raises(UsageError, match="language of the target"):
        read("po", PO.replace("Language: vi", ""))
    assert len(read("tsv", "A\tB\nC\tD", VI_EN)) == 2


@pytest.mark.parametrize(
    ("suffix", "text"),
    [("tsv", "a\tb\n"), ("ndjson", '{"source": "a"}\n'), ("csv", "text,lang\na,vi\n")],
)
def test_missing_columns_are_named(suffix: str, text: str) -> None:
    with pytest.raises(UnreadableDocumentError, match="no columns for a source"):
        read(suffix, text)


@pytest.mark.parametrize(
    ("suffix", "text", "expected"),
    [
        ("tmx", TMX.replace("</body></tmx>", "<tu><tuv"), "x.tmx:9: the file breaks off here"),
        ("tmx", TMX.replace("</body>", "<a></b>"), "x.tmx:9: not well-formed XML: mismatched tag"),
        ("xlf", XLIFF_12[:-20], "x.xlf:7: the file breaks off here"),
        ("po", PO + '\nmsgid "x', "x.po:25: not a line of a message catalogue"),
        ("po", PO + '\nmsgid "x"', "x.po:25: the file breaks off here"),
        ("csv", CSV + '"x,y', "x.csv:6: the file breaks off inside quotation marks"),
        ("tsv", TSV + "x", "x.tsv:3: a row of 1 cells, too few"),
        ("ndjson", NDJSON + '{"a":', "x.ndjson:2: the file breaks off here"),
    ],
)
def test_a_broken_file_tells_where_after_what_came_before(
    suffix: str, text: str, expected: str
) -> None:
    units: Iterator[TranslationUnit] = read_units(f"x.{suffix}", data=text.encode())
    assert next(units).source.text
    with pytest.raises(DamagedDocumentError) as caught:
        list(units)
    assert str(caught.value) == expected


BOMB = "<!DOCTYPE a [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {'a' * n} '&{'a' * (n - 1)};&{'a' * (n - 1)};'>" for n in range(2, 30)
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{BOMB}]><tmx>&{'a' * 29};</tmx>", "declares the entity"),
        ("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><tmx>&x;</tmx>", "declares the"),
        ("<!DOCTYPE a SYSTEM 'http://x.invalid/a.dtd'><tmx>&x;</tmx>", "is not known"),
        ("<tmx>" + "<a>" * 100_000, "nested more than"),
        ("<tmx a='" + "x" * (65 << 18), "a tag or comment of more than"),
        ("<tmx><tu><tuv xml:lang='vi'><seg>" + "x" * (2 << 20), "a segment of more than"),
        ("<other/>", "this is no TMX: the root element is <other>"),
        ("PK\x03\x04" + "x" * 40, "this is a zip archive"),
        ("\x1f", "not well-formed"),
        (" ", "the file is empty"),
    ],
)
def test_hostile_xml_is_one_sentence(text: str, expected: str) -> None:
    with pytest.raises(TermkitError, match=expected):
        read("tmx", text, VI_EN)


@given(st.binary(max_size=200), st.sampled_from(["tmx", "xlf", "po", "csv", "tsv", "ndjson"]))
def test_any_bytes_are_units_or_an_error(data: bytes, suffix: str) -> None:
    with suppress(TermkitError):
        read(suffix, data, VI_EN)


@given(st.text(max_size=60), st.integers(1, 7))
def test_xml_places_hold_however_the_file_is_cut(text: str, size: int) -> None:
    """Every event stands where it says, also when a token lies across two chunks."""
    from xml.sax.saxutils import escape

    clean = "".join(c for c in text if c.isprintable() or c == "\n")
    whole = f"<a>{escape(clean)}<b/>𡨸</a>"

    class Slow(io.BytesIO):
        def read(self, _: int | None = -1) -> bytes:
            return super().read(size)

    found = []
    for event in read_events(Slow(whole.encode()), "x"):
        if hasattr(event, "text"):
            found.append(event.text)
            written = whole[event.start : event.end]
            assert written in (event.text, escape(event.text))
    assert "".join(found) == clean + "𡨸"


def test_parquet_units_and_what_is_none(tmp_path: object) -> None:
    import polars

    out = io.BytesIO()
    table = {"vi": ["Xin chào", None], "en": ["Hello", "b"], "n": [1, 2]}
    polars.DataFrame(table).write_parquet(out)
    units = read("parquet", out.getvalue())
    assert [texts(unit) for unit in units] == [("vi", "Xin chào", "en", "Hello"),
                                               ("vi", "", "en", "b")]  # fmt: skip
    assert [unit.target.locator.line for unit in units] == [1, 2]
    for bad in (out.getvalue()[:-20], b"PAR1", b""):
        with pytest.raises(TermkitError, match="not a Parquet file"):
            read("parquet", bad)


@pytest.mark.parametrize("name", ["tmx", "tsv", "parquet"])
def test_what_is_written_is_read_again(name: str) -> None:
    from termkit.model.span import Locator

    entry = all_formats()[name].bitext
    assert entry is not None
    assert entry.writes is not None
    sides = (Segment("d#1", "vi", "Ông <Lâm> & 𡨸"), Segment("d#1", "zh-Hans", "苏林"))
    unit = TranslationUnit("d#1", *sides, publisher="vna", profile="vns", confidence=0.5)
    out = io.BytesIO()
    entry.writes([unit], out)
    (again,) = read(name, out.getvalue())
    assert texts(again) == texts(unit)
    assert (again.publisher, again.profile, again.confidence) == ("vna", "vns", 0.5)
    assert again.source.locator != Locator()


def test_a_table_is_a_bitext_by_its_columns(tmp_path) -> None:  # type: ignore[no-untyped-def]
    for name, text, expected in [
        ("a.csv", "vi,en\na,b\n", True),
        ("b.csv", "text,lang\na,vi\n", False),
        ("c.csv", "source,target\na,b\n", True),  # the languages are asked for later
        ("d.ndjson", NDJSON, True),
        ("e.ndjson", '{"text": "a"}\n', False),
        ("f.tmx", "", True),
        ("g.txt", "source\ttarget", False),
    ]:
        path = tmp_path / name
        path.write_text(text)
        assert is_bitext(str(path)) is expected, name


def test_a_large_memory_is_read_in_bounded_memory() -> None:
    """200 MB through a reader that may have 64 MB more than the interpreter has at its start."""
    program = textwrap.dedent("""
        import resource
        from termkit.formats.base import Languages
        from termkit.formats.tmx_read import read_units

        class Large:
            body = ("<tu><tuv xml:lang='vi'><seg>" + "Việt Nam " * 400 + "</seg></tuv>"
                    "<tuv xml:lang='en'><seg>" + "Vietnam " * 400 + "</seg></tuv></tu>").encode()
            def __init__(self):
                self.left = NUMBER
                self.begun = False
            def read(self, size):
                if not self.begun:
                    self.begun = True
                    return b"<tmx version='1.4'><header srclang='vi'/><body>"
                self.left -= 1
                return self.body if self.left >= 0 else b"</body></tmx>" if self.left == -1 else b""

        NUMBER = 200_000_000 // len(Large.body)
        pages = int(open("/proc/self/statm").read().split()[0])
        most = pages * resource.getpagesize() + (64 << 20)
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        assert sum(1 for _ in read_units(Large(), "x.tmx", Languages())) == NUMBER
    """)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
