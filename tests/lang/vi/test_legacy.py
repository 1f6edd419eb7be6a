"""Legacy encodings hold every letter, give it back, and agree with independent converters."""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.errors import EncodingError
from termkit.lang.vi.legacy import ENCODINGS, decode, detect, detect_pasted, encode, encoding_name
from termkit.lang.vi.legacy_pasted import as_windows, decode_pasted, to_bytes
from termkit.lang.vi.legacy_tables import letters
from termkit.lang.vi.legacy_tcvn3 import repair_capitals
from termkit.text.compose import compose
from tests.lang.tables import read_cases

LETTERS = read_cases(Path(__file__).parent / "cases" / "legacy_letters.tsv")
# recode 3.6 writes the two the other way round; both vendors' charts and two other
# converters have AÉ for Ắ, as small aé is ắ.
RECODE_SLIPS = {("vni", "Ắ"), ("vni", "Ằ")}
ASCII = "".join(map(chr, range(0x20, 0x7F)))
texts = st.text(alphabet="".join(letters()) + ASCII + "\n\t", max_size=60)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_letter_there_and_back(encoding: str) -> None:
    for letter in letters():
        assert decode(encode(letter, encoding), encoding) == letter
    alphabet = "".join(letters())
    assert decode(encode(alphabet, encoding), encoding) == alphabet


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=texts)
def test_any_vietnamese_text_there_and_back(encoding: str, text: str) -> None:
    assert decode(encode(text, encoding), encoding) == text
    decomposed = unicodedata.normalize("NFD", text)
    assert decode(encode(decomposed, encoding), encoding) == text


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(data=st.binary(max_size=60))
def test_any_bytes_have_a_defined_reading(encoding: str, data: bytes) -> None:
    """Text that comes back from its bytes, or an error; never another exception."""
    with suppress(EncodingError):
        text = decode(data, encoding)
        assert decode(encode(text, encoding), encoding) == compose(text)


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=st.text(max_size=40))
def test_what_does_not_come_back_is_refused(encoding: str, text: str) -> None:
    with suppress(EncodingError):
        assert decode(encode(text, encoding), encoding) == compose(text)


@given(text=st.text(max_size=40), encoding=st.sampled_from((*ENCODINGS, "utf-8")))
def test_pasted_text_never_fails(text: str, encoding: str) -> None:
    assert isinstance(decode_pasted(text, encoding), str)


@given(data=st.binary(max_size=60))
def test_windows_shows_bytes_and_takes_them_back(data: bytes) -> None:
    assert to_bytes(as_windows(data)) == data


def test_letters_agree_with_recode_and_iconv() -> None:
    assert len(LETTERS) == 134 * 8 - 1  # recode's VPS has no Ỗ
    differing = {
        (row["encoding"], row["letter"])
        for row in LETTERS
        if decode(bytes.fromhex(row["bytes"]), row["encoding"]) != row["letter"]
    }
    assert differing == RECODE_SLIPS


def test_letters_are_written_like_recode_and_iconv_write_them() -> None:
    """All but the capitals of TCVN 5712 that chart VN1 puts in the place of controls."""
    differing = {
        (row["encoding"], row["letter"])
        for row in LETTERS
        if encode(row["letter"], row["encoding"]).hex() != row["bytes"]
    }
    assert {encoding for encoding, _ in differing - RECODE_SLIPS} == {"tcvn3"}
    capitals = {letter for encoding, letter in differing if encoding == "tcvn3"}
    assert len(capitals) == 44
    assert all(letter.isupper() for letter in capitals)


@pytest.mark.parametrize(
    ("encoding", "data", "text"),
    [
        # soc.culture.vietnamese wrote like this
        ("viqr", b"Ho^` Chi' Minh, DDa` Na(~ng, HUE^'", "Hồ Chí Minh, Đà Nẵng, HUẾ"),
        ("viqr", b"Nguye^~n, ngu+o+`i, ngu*o*`i, Dda`", "Nguyễn, người, người, Đà"),
        ("viqr", rb"ba\. ba. a\^ C:\temp e(x) a+b", "ba. bạ a^ C:\\temp e(x) a+b"),
        ("vni", "ÑAÏI HOÄI ÑAÛNG".encode("latin-1"), "ĐẠI HỘI ĐẢNG"),
        ("vni", "Aùnh, kyõ, mỹ".replace("mỹ", "myõ").encode("latin-1"), "Ánh, kỹ, mỹ"),
        ("vni", "“Huỳnh”".replace("ỳ", "yø").encode("cp1252"), "“Huỳnh”"),
        ("cp1258", b"Vi\xea\xf2t a\xccb", "Việt àb"),
        ("cp1258", b"\xd0a\xcc N\xe3\xden\x80", "Đà Nẵn€"),
        ("vps", b"\x91Nguy\xcdn\x92 \xa0", "‘Nguyễn’ \xa0"),
        ("viscii", b"\x02\x05\x06\x14\x19\x1e\xa0", "ẲẴẪỶỸỴÕ"),
        ("tcvn3", b"C\xe9NG H\xdfA", "CộNG HòA"),
        ("tcvn3", b"\x93Nguy\xd4n \x85 V\xa8n\x94 \x96 A\x92", "“Nguyễn … Văn” – A’"),
        ("tcvn3", b"H\x95A \x84I H\x97I", "HÓA ẠI HỘI"),
        ("tcvn3", b"\xa3\xb4 A\xb0", "Ệ À"),
    ],
)
def test_readings(encoding: str, data: bytes, text: str) -> None:
    assert decode(data, encoding) == text


@pytest.mark.parametrize(
    ("function", "argument", "encoding", "sentence"),
    [
        (decode, b"abc\x8a", "cp1258", "not valid CP1258: byte 0x8A at offset 3"),
        (decode, b"a\x81", "vni", "not valid VNI: byte 0x81 at offset 1"),
        (decode, b"ab\xe9", "viqr", "not valid VIQR: byte 0xE9 at offset 2"),
        (decode, b"", "koi8-r", "encoding 'koi8-r' is not known"),
        (encode, "Hà 国", "viscii", "VISCII cannot hold '国' (U+56FD) at index 3"),
        (encode, "a? é, ø", "vni", "VNI cannot hold 'ø' (U+00F8) at index 6"),
        (encode, "a.ü", "viqr", "VIQR cannot hold 'ü' (U+00FC) at index 2"),
        (encode, "\x02", "vps", "VPS cannot hold '\\x02' (U+0002) at index 0"),
        (encode, "H“I", "tcvn3", "TCVN3 cannot hold '“' (U+201C) at index 1"),
    ],
)
def test_errors_name_what_and_where(
    function: object, argument: bytes | str, encoding: str, sentence: str
) -> None:
    assert callable(function)
    with pytest.raises(EncodingError) as raised:
        function(argument, encoding)
    assert raised.value.problem == sentence


def test_names_of_encodings() -> None:
    names = ["TCVN-5712", "x-viet-vps", "windows_1258", "VNI-Windows", "ABC", "viscii"]
    expected = ["tcvn3", "vps", "cp1258", "vni", "tcvn3", "viscii"]
    assert [encoding_name(name) for name in names] == expected


def test_pasted_text_keeps_what_stands_for_no_byte() -> None:
    assert decode_pasted("习近平 Taäp Caän Bình", "vni") == "习近平 Tập Cận Bình"
    assert decode_pasted("Viá»‡t Nam, 越南, Viá», Ð", "utf-8") == "Việt Nam, 越南, Viá», Ð"
    assert decode_pasted("Š Vieòt", "cp1258") == "Š Viẹt"


def test_a_space_that_was_the_second_byte_of_a_letter() -> None:
    assert decode_pasted("HoÃ i, lÃ con, lÃ , VÃ  Nam", "utf-8") == "Hoài, là con, là, Và Nam"


def test_capitals_of_a_second_font() -> None:
    assert repair_capitals("Cả GFMT, [62] Mã GPG, ông TÔ Lâm") == "Cả GFMT, [62] Mã GPG, ông TÔ Lâm"
    assert decode_pasted("§¶NG CéNG S¶N VIÖT NAM", "tcvn3") == "ĐẢNG CỘNG SẢN VIỆT NAM"
    assert decode_pasted("Aµ, ¢Ên, Nguyªn", "tcvn3") == "À, Ấn, Nguyên"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_capitals_keep_their_tones(encoding: str) -> None:
    text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, Ấn Độ, Ỷ LẠI"
    assert decode(encode(text, encoding), encoding) == text


@pytest.mark.parametrize(
    "hostile",
    ["\u0301\u0323" * 5000, "a'" * 5000 + "9", "Ã " * 5000, "\x93" * 10_000, "a\xcc\xf2" * 3000],
)
def test_long_nonsense_takes_no_time(hostile: str) -> None:
    data = hostile.encode("latin-1", "replace")
    for encoding in ENCODINGS:
        decode_pasted(hostile, encoding)
        if encoding != "viqr" or data.isascii():
            decode(data, encoding)
    detect(data)
    detect_pasted(hostile)


def test_bytes_that_are_no_utf8_are_said_to_be_none() -> None:
    with pytest.raises(EncodingError, match="not valid UTF-8"):
        decode(b"\xff\xfeL", "utf-8")


@pytest.mark.parametrize("name", ["Lê Minh Hoan", "Cô Tô", "Ngô Thanh Vân", "Nguyễn Văn Trỗi"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_decomposed_utf8_read_as_windows_is_found(name: str, form: Literal["NFC", "NFD"]) -> None:
    """Windows-1258 would make *Lè‚* of it: the circumflex of Lê is two bytes in UTF-8."""
    pasted = unicodedata.normalize(form, name).encode().decode("cp1252")
    assert detect(pasted) == "utf-8"
    assert decode(pasted, "utf-8") == name
