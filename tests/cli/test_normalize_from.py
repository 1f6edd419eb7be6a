"""``termkit normalize --from``: what came from before Unicode, and what must be left alone."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from termkit.__main__ import main
from termkit.lang.vi.legacy import ENCODINGS, encode

TEXT = "Vương Hoàng Duy gặp Nguyễn Văn Trỗi,\r\n\tở Đà Nẵng.\n"


def run(capfdbinary: pytest.CaptureFixture[bytes], *args: str) -> tuple[int, str, str]:
    code = main(["normalize", *args])
    sys.stdout.flush()
    out, err = capfdbinary.readouterr()
    return code, out.decode("utf-8"), err.decode("utf-8")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("pasted", [False, True])
def test_auto_and_by_name(
    encoding: str, pasted: bool, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "old.txt"
    data = encode(TEXT, encoding)
    path.write_bytes(data.decode("latin-1").encode() if pasted else data)
    shown = "Windows-1258" if encoding == "cp1258" else encoding.upper()
    if pasted and encoding != "viqr":
        shown += ", pasted into Unicode"
    for choice in ("auto", encoding, encoding.upper()):
        result = run(capfdbinary, "--from", choice, str(path))
        assert result == (0, TEXT, f"{path}: {shown}\n")
    assert run(capfdbinary, "--quiet", "--from", "auto", str(path)) == (0, TEXT, "")


def test_utf8_read_as_windows(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("LÃª HoÃ i Trung, Viá»‡t Nam".encode())
    assert run(capfdbinary, "--from", "auto", str(path)) == (
        0,
        "Lê Hoài Trung, Việt Nam",
        f"{path}: UTF-8 that was read as Windows-1252, mended\n",
    )


@pytest.mark.parametrize("text", [TEXT, "Il est né à Paris.\n", "plain\n", "Lê Hoài Trung\n"])
def test_clean_text_stays(
    text: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "clean.txt"
    path.write_bytes(text.encode())
    remark = f"{path}: UTF-8, no older encoding in it\n"
    assert run(capfdbinary, "--from", "auto", str(path)) == (0, text, remark)


@pytest.mark.parametrize(
    ("content", "choice", "sentence"),
    [
        (TEXT.encode(), "vni", "this is Vietnamese in UTF-8, not VNI"),
        (b"caf\xe9 noir", "auto", "not valid UTF-8: byte 0xE9 at offset 3"),
        (b"abc \x8a", "cp1258", "not valid CP1258: byte 0x8A at offset 4"),
        (b"a\x00\xe9", "tcvn3", "not text: a NUL byte at offset 1"),
        (b"a\x00\xe9", "auto", "not text: a NUL byte at offset 1"),
        (b"", "auto", "the file is empty"),
        (b"", "vps", "the file is empty"),
        (b"%PDF-1.4 \xe9", "vps", "this is a PDF, not text"),
        (b"x", "utf-7", "encoding 'utf-7' is not known"),
    ],
)
def test_bad_input_writes_nothing(
    content: bytes,
    choice: str,
    sentence: str,
    tmp_path: Path,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    path, target = tmp_path / "bad.txt", tmp_path / "out.txt"
    path.write_bytes(content)
    code, out, err = run(capfdbinary, "--from", choice, str(path), "--output", str(target))
    assert (code, out) == (2, "")
    assert sentence in err
    assert not target.exists()
