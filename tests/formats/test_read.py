"""Files, folders, encodings, metadata: what is read, and the sentence when it is not."""

from __future__ import annotations

import datetime
import html
import io
import textwrap
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from termkit.errors import (
    ConfigError,
    EmptyDocumentError,
    TermkitError,
    UnknownFormatError,
    UnreadableDocumentError,
    UnsupportedLanguageError,
)
from termkit.formats import decode
from termkit.formats.read import find_documents, read_bytes, read_document

SEEDS = Path(__file__).parents[2] / "seeds"
BODY = "The two ministers met in Beijing on Tuesday."


def test_first_seed() -> None:
    """Prefix, page dates and dateline are outside the text; places are those of the file."""
    path = SEEDS / "000_20f6a862d05681c0.txt"
    document = read_document(path)
    assert (document.lang, document.source, document.profile) == ("en", "xinhua", "xinhua-en")
    assert document.date == datetime.date(2026, 2, 4)
    assert document.title == "Chinese FM meets special envoy of Vietnam's To Lam"
    places = [(s.locator.line, document.position(s, 0).column, s.kind) for s in document.segments]
    assert places == [
        (1, 18, "heading"),
        (7, 29, "paragraph"),
        *((line, 1, "paragraph") for line in range(9, 25, 2)),
    ]
    assert document.segments[1].text.startswith("Chinese Foreign Minister Wang Yi met with")


def test_second_seed() -> None:
    """The dateline is glued to the prefix, and the credit to the last sentence."""
    path = SEEDS / "004_d47d7625ee615e13.txt"
    document = read_document(path)
    assert (document.lang, document.source, document.profile) == ("en", "vns", "vns")
    assert document.date == datetime.date(2025, 9, 11)
    places = [(s.locator.line, document.position(s, 0).column, s.kind) for s in document.segments]
    assert places == [
        (1, 27, "paragraph"),
        *((line, 1, "paragraph") for line in range(3, 17, 2)),
    ]
    last = document.segments[-1]
    assert last.text.endswith("that carries strategic significance.")
    assert document.position(last, last.text.index("Việt Nam - China")).column == 198


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name)
def test_seeds_without_their_table(path: Path) -> None:
    """What the text itself shows agrees with the table."""
    known = read_document(path)
    document = read_bytes(path.read_bytes(), path=str(path))
    assert (document.lang, document.date, document.source) == (
        known.lang,
        known.date,
        known.source,
    )
    assert document.segments == known.segments


def wrapped(text: str) -> bytes:
    """As an old newsroom system prints it: 72 columns, indented paragraphs, no blank lines."""
    parts = [part for part in text.split("\n\n") if part.strip()]
    return "\n".join(
        textwrap.fill("   " + part.strip(), 72, break_on_hyphens=False) for part in parts
    ).encode()


def page(text: str) -> bytes:
    parts = (html.escape(part, quote=True) for part in text.split("\n\n"))
    return "\n".join(f"<p>{part}</p>" for part in parts).encode()


def office(text: str) -> bytes:
    document = docx.Document()
    for part in text.split("\n\n"):
        document.add_paragraph(part)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


DRESSES: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "utf-16": (".txt", lambda text: text.encode("utf-16")),
    "crlf": (".txt", lambda text: text.replace("\n", "\r\n").encode()),
    "a line a paragraph": (".txt", lambda text: text.replace("\n\n", "\n").encode()),
    "wrapped": (".txt", wrapped),
    "markdown": (".md", str.encode),
    "html": (".html", page),
    "docx": (".docx", office),
}


@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name)
def test_seeds_in_every_dress(path: Path, dress: str) -> None:
    """The same report gives the same text, date, publisher and language in every format."""
    suffix, make = DRESSES[dress]
    plain = read_bytes(path.read_bytes(), path="x.txt")
    found = read_bytes(make(path.read_text(encoding="utf-8")), path=f"x{suffix}")
    texts = [" ".join(segment.text.split()) for segment in found.segments]
    assert texts == [segment.text for segment in plain.segments]
    assert (found.lang, found.source, found.date) == (plain.lang, plain.source, plain.date)
    if suffix != ".md":  # where a headline is marked up
        kinds = [segment.kind for segment in found.segments]
        assert kinds == [segment.kind for segment in plain.segments]


# name, bytes, error, problem, hint or None
BAD = [
    ("empty", b"", EmptyDocumentError, "the file is empty", None),
    ("white", b" \r\n\t\n", EmptyDocumentError, "the file holds nothing but white space", None),
    ("mark only", b"\xef\xbb\xbf", EmptyDocumentError,
     "the file holds nothing but white space", None),
    ("no text", b"February 04, 2026\n", EmptyDocumentError, "no text to check in it", None),
    ("latin-1", b"caf\xe9 in Hanoi", UnreadableDocumentError,
     "not valid UTF-8: byte 0xE9 at offset 3",
     "convert it first, for example: iconv -f GB18030 -t UTF-8 OLD > NEW"),
    ("cut off", "Việt".encode()[:4], UnreadableDocumentError,
     "not valid UTF-8: byte 0xE1 at offset 2",
     "convert it first, for example: iconv -f GB18030 -t UTF-8 OLD > NEW"),
    ("after the mark", b"\xef\xbb\xbfab\xff", UnreadableDocumentError,
     "not valid UTF-8: byte 0xFF at offset 5",
     "convert it first, for example: iconv -f GB18030 -t UTF-8 OLD > NEW"),
    ("binary", b"ab\0cd\xff", UnreadableDocumentError, "not text: a NUL byte at offset 2",
     "a binary file, or UTF-16 without a byte order mark: save it as UTF-8"),
    ("UTF-16 unmarked", "Hanoi".encode("utf-16-le"), UnreadableDocumentError,
     "not text: a NUL byte at offset 1",
     "a binary file, or UTF-16 without a byte order mark: save it as UTF-8"),
    ("UTF-16 odd", b"\xff\xfeH\0i", UnreadableDocumentError,
     "not valid UTF-16-LE: byte 0x69 at offset 4",
     "convert it first, for example: iconv -f GB18030 -t UTF-8 OLD > NEW"),
    ("PDF", b"%PDF-1.7\n", UnreadableDocumentError, "this is a PDF, not text", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "error", "problem", "hint"), [row[1:] for row in BAD], ids=[row[0] for row in BAD]
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_bad_bytes(
    suffix: str, data: bytes, error: type[TermkitError], problem: str, hint: str | None
) -> None:
    with pytest.raises(error) as caught:
        read_bytes(data, path=f"x{suffix}", lang="en")
    assert (caught.value.problem, caught.value.hint) == (problem, hint)
    assert caught.value.path == f"x{suffix}"


def test_too_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(decode, "MAX_BYTES", 10)
    file = tmp_path / "x.txt"
    file.write_text(BODY)
    with pytest.raises(UnreadableDocumentError, match="too large for one document"):
        read_document(file)


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocumentError) as caught:
        read_document(tmp_path / "x.txt")
    assert str(caught.value) == f"{tmp_path / 'x.txt'}: there is no such file"
    with pytest.raises(UnreadableDocumentError, match="this is a folder"):
        read_document(tmp_path)
    with pytest.raises(UnreadableDocumentError, match="cannot be read"):
        read_document("a\0b.txt")


def test_unknown_suffix() -> None:
    with pytest.raises(UnknownFormatError) as caught:
        read_bytes(b"x", path="x.xyz", lang="en")
    assert str(caught.value) == (
        "x.xyz: no reader for '.xyz' files\n"
        "  hint: known: .docx, .htm, .html, .markdown, .md, .text, .txt, .xhtml; "
        "termkit check reads translations and tables, too: "
        ".csv, .jsonl, .ndjson, .parquet, .po, .tmx, .tsv, .xlf, .xliff"
    )


@pytest.mark.parametrize("path", ["-", "README", "x.TXT", "folder.d/x"])
def test_plain_text_without_a_suffix(path: str) -> None:
    assert read_bytes(BODY.encode(), path=path, lang="en").segments[0].text == BODY


def test_language() -> None:
    """Given, then front matter, then markup, then the name, then the text."""
    vi = "---\nlang: vi\n---\n" + BODY
    assert read_bytes(vi.encode(), path="x.zh.txt", lang="en").lang == "en"
    assert read_bytes(vi.encode(), path="x.zh.txt").lang == "vi"
    page = f"<html lang='vi'><p>{BODY}"
    assert read_bytes(page.encode(), path="x.zh-Hant.html").lang == "vi"
    assert read_bytes(BODY.encode(), path="x.zh-Hant.txt").lang == "zh-Hant"
    assert read_bytes(BODY.encode(), path="x.txt").lang == "en"
    assert read_bytes("王毅在北京会见黎怀忠。".encode(), path="x.txt").lang == "zh-Hans"
    assert read_bytes("王毅在北京會見黎懷忠。".encode(), path="x.txt").lang == "zh-Hant"
    assert read_bytes("王毅。".encode(), path="x.txt", lang="zh").lang == "zh-Hans"
    assert read_bytes("王毅。".encode(), path="x.txt", lang="zh-Hant").lang == "zh-Hant"


def test_unknown_language() -> None:
    with pytest.raises(UnsupportedLanguageError, match="'fr' is not known"):
        read_bytes(BODY.encode(), path="x.txt", lang="fr")
    with pytest.raises(UnsupportedLanguageError, match="'fr' is not known"):
        read_bytes(f"---\nlang: fr\n---\n{BODY}".encode(), path="x.txt")
    with pytest.raises(UnsupportedLanguageError) as caught:
        read_bytes(b"Le ministre des affaires est content.", path="x.txt")
    assert caught.value.hint == "say it with --lang"


def test_find_documents(tmp_path: Path) -> None:
    """Folders are searched, in order, each file once; nothing hidden, nothing outside."""
    root = tmp_path / "root"
    for name in ("b/2.md", "a.txt", ".git/x.txt", ".hidden.txt", "b/c.bin", "Makefile", "b/1.HTML"):
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(BODY)
    (tmp_path / "outside.txt").write_text(BODY)
    (tmp_path / "out").mkdir()
    (tmp_path / "out/y.txt").write_text(BODY)
    (root / "leak.txt").symlink_to(tmp_path / "outside.txt")
    (root / "leak").symlink_to(tmp_path / "out")
    (root / "broken.txt").symlink_to(tmp_path / "nowhere")
    (root / "again.txt").symlink_to(root / "a.txt")
    found = [Path(path).relative_to(root).as_posix() for path in find_documents([root])]
    assert found == ["a.txt", "again.txt", "b/1.HTML", "b/2.md"]
    explicit = find_documents([root / "a.txt", "-", root / "a.txt", root / "Makefile"])
    assert explicit == [str(root / "a.txt"), "-", str(root / "Makefile")]


def test_find_nothing(tmp_path: Path) -> None:
    (tmp_path / "x.bin").write_text(BODY)
    with pytest.raises(EmptyDocumentError) as caught:
        find_documents([tmp_path])
    assert caught.value.problem == "no document in this folder"
    with pytest.raises(UnreadableDocumentError) as missing:
        find_documents(["no/such"])
    assert str(missing.value) == "no/such: there is no such file or folder"


def seeded(folder: Path, table: str) -> Path:
    (folder / "a.txt").write_text(BODY)
    (folder / "seeds.toml").write_text(table)
    return folder / "a.txt"


def test_seeds_table(tmp_path: Path) -> None:
    """The table beside a document speaks of it; the text's own front matter is stronger."""
    file = seeded(tmp_path, '["a.txt"]\nsource = "vns"\ndate = 2025-09-11\nlang = "en"\n')
    document = read_document(file)
    assert (document.source, document.date) == ("vns", datetime.date(2025, 9, 11))
    assert read_document(file, source="ap").source == "ap"
    file.write_text(f"---\nsource: reuters\n---\n{BODY}")
    assert read_document(file).source == "reuters"


def test_a_folder_set_apart(tmp_path: Path) -> None:
    """It is no part of the folder above it, and is read when it is named."""
    seeded(tmp_path, '["sample/"]\napart = true\n["other/"]\napart = false\n')
    for name in ("sample", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "b.txt").write_text(BODY)
    walked = [Path(path).relative_to(tmp_path).as_posix() for path in find_documents([tmp_path])]
    assert walked == ["a.txt", "other/b.txt"]
    assert find_documents([tmp_path / "sample"]) == [f"{tmp_path}/sample/b.txt"]


# label, table, line, problem, hint
TABLES = [
    ("syntax", '["a.txt"]\nsource = vns\n', 2, "not TOML: invalid value", None),
    ("key", '["a.txt"]\nsorce = "vns"\n', 2, "key 'sorce' is not known",
     "did you mean 'source'? known: date, lang, note, profile, source, title, url"),
    ("date", '["a.txt"]\ndate = "2025-9-11"\n', 2, "2025-9-11 is not a date",
     "write it as 2026-02-03"),
    ("time", '["a.txt"]\ndate = 2025-09-11T10:00:00\n', 2, "2025-09-11 10:00:00 is not a date",
     "write it as 2026-02-03"),
    ("kind", '["a.txt"]\nlang = 3\n', 2, "lang is a text between quotes", None),
    ("file", '["b.txt"]\nlang = "en"\n', 1, "there is no document 'b.txt' beside it",
     "did you mean 'a.txt'? known: a.txt"),
    ("outside", '["../a.txt"]\nlang = "en"\n', 1, "there is no document '../a.txt' beside it",
     "did you mean 'a.txt'? known: a.txt"),
    ("folder", '["b/"]\napart = true\n', 1, "there is no folder 'b/' beside it", "known: "),
    ("parent", '["../"]\napart = true\n', 1, "there is no folder '../' beside it", "known: "),
    ("no table", 'lang = "en"\n', 1, "'lang' is no table", 'write ["lang"] above its keys'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "line", "problem", "hint"),
    [row[1:] for row in TABLES],
    ids=[row[0] for row in TABLES],
)
def test_bad_seeds_table(
    tmp_path: Path, table: str, line: int, problem: str, hint: str | None
) -> None:
    with pytest.raises(ConfigError) as caught:
        read_document(seeded(tmp_path, table))
    assert (caught.value.line, caught.value.problem, caught.value.hint) == (line, problem, hint)
    assert caught.value.path == str(tmp_path / "seeds.toml")


def test_bad_front_matter() -> None:
    with pytest.raises(ConfigError) as caught:
        read_bytes(f"---\nlang: en\nsorce: x\n---\n{BODY}".encode(), path="x.txt")
    assert (caught.value.line, caught.value.problem) == (3, "key 'sorce' is not known")
    with pytest.raises(ConfigError) as date:
        read_bytes(f"---\ndate: 3.2.2026\n---\n{BODY}".encode(), path="x.txt")
    assert (date.value.line, date.value.problem) == (2, "'3.2.2026' is not a date")
    for value in ("2025-13-45", "0000-00-00", "2025-06-01T25:61", "'2025-02-30'", "2025-6-1"):
        for path in ("x.md", "x.txt"):
            with pytest.raises(ConfigError) as date:
                read_bytes(f"---\nlang: en\ndate: {value}\n---\n{BODY}".encode(), path=path)
            problem = f"{value.strip(chr(39))!r} is not a date"
            assert (date.value.line, date.value.problem) == (3, problem)
    for profile in ("[vns, ap]", "\n- vns", "\n  - vns\n  - ap"):
        with pytest.raises(ConfigError) as listed:
            read_bytes(f"---\nprofile: {profile}\n---\n{BODY}".encode(), path="x.md")
        assert (listed.value.line, listed.value.problem) == (2, "profile is one name, not a list")
    # Other tools keep what they like in a Markdown file's front matter.
    assert read_bytes(f"---\ntags: [a]\n---\n{BODY}".encode(), path="x.md").segments[0].text == BODY
    for value in ("last-modified", "June 3, 2026", "2026-02", "{{ date }}"):
        page = read_bytes(f"---\ndate: {value}\n---\n{BODY}".encode(), path="x.md")
        assert page.date is None
    for value in (
        "2026-02-03T23:59:59Z",
        "2026-02-03 9:05 +0700",
        "2026-02-03 # first",
        "20260203",
    ):
        page = read_bytes(f"---\ndate: {value}\n---\n{BODY}".encode(), path="x.md")
        assert page.date == datetime.date(2026, 2, 3), value
    languages = "language:\n- en\n- vi\nprofile:\ntags:\n- a\n"
    assert read_bytes(f"---\n{languages}---\n{BODY}".encode(), path="x.md").profile is None
    # A rule drawn above a text is no front matter.
    assert read_bytes(f"---\n\n{BODY}\n\n---\n\n{BODY}".encode(), path="x.txt").lang == "en"
    boxed = read_bytes(f"---\nNote: a box\n---\n\n{BODY}".encode(), path="x.txt", lang="en")
    assert [segment.text for segment in boxed.segments] == ["Note: a box", BODY]
