"""Detection finds the encoding of a name and of a line, and leaves clean text alone."""

from __future__ import annotations

import re
import unicodedata

import pytest

from termkit.errors import EncodingError
from termkit.lang.tables import load_words
from termkit.lang.vi.legacy import (
    ENCODINGS,
    decode,
    decode_pasted,
    detect,
    detect_pasted,
    encode,
)
from termkit.lang.vi.legacy_pasted import UTF8, as_windows

# Common sentences: Universal Declaration of Human Rights, Articles 1 to 3 and 26.
DECLARATION = {
    "vi": """Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi.
Mọi con người đều được tạo hóa ban cho lý trí và lương tâm và cần phải đối xử với nhau trong
tình bằng hữu. Ai cũng được hưởng tất cả những quyền và tự do ghi trong bản Tuyên ngôn này.
Ai cũng có quyền được sống, tự do và an toàn thân thể. Ai cũng có quyền được hưởng giáo dục.""",
    "en": """All human beings are born free and equal in dignity and rights. They are endowed with
reason and conscience and should act towards one another in a spirit of brotherhood. Who is he?
Everyone has the right to life, liberty and security of person. It's so. He isn't; I am to go.""",
    "fr": """Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont
doués de raison et de conscience et doivent agir les uns envers les autres dans un esprit de
fraternité. Où ? Là, à côté. L'été, né là, dû à ça. L'éducation doit être gratuite, au moins en
ce qui concerne l'enseignement élémentaire et fondamental.""",
}
NAMES = (
    "Vương Hoàng Duy",
    "Nguyễn Văn Trỗi",
    "Phạm Minh Chính",
    "Võ Thị Ánh Xuân",
    "Trần Cẩm Tú",
    "Tập Cận Bình",
    "Thừa Thiên Huế",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Đảng Cộng sản Việt Nam",
)


def lines(language: str) -> list[str]:
    """Pieces of eight words."""
    words = DECLARATION[language].split()
    return [" ".join(words[at : at + 8]) for at in range(0, len(words) - 7, 4)]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", NAMES)
def test_names_are_found_and_read(name: str, encoding: str) -> None:
    data = encode(name, encoding)
    assert detect(data) == encoding
    assert decode(data, encoding) == name
    shown = as_windows(data)
    assert detect_pasted(shown) == encoding
    assert decode_pasted(shown, encoding) == name
    for pasted in (shown, shown.encode()):
        assert detect(pasted) == encoding
        assert decode(pasted, encoding) == name
    latin = data.decode("latin-1")
    assert detect_pasted(latin) == encoding
    assert detect_pasted(unicodedata.normalize("NFD", latin)) == encoding
    assert decode_pasted(latin, encoding) == name


@pytest.mark.parametrize("name", [*NAMES, "Lê Hoài Trung", "Tô Lâm"])
def test_utf8_read_as_windows_is_found_and_mended(name: str) -> None:
    for shown in (as_windows(name.encode()), name.encode().decode("latin-1")):
        assert detect_pasted(shown) == UTF8
        assert decode_pasted(shown, UTF8) == name
        assert detect(shown.encode()) == UTF8
        assert decode(shown.encode(), UTF8) == name
    spaced = as_windows(name.encode()).replace("\xa0", " ")
    assert decode_pasted(spaced, UTF8) == name


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_lines_of_eight_syllables(encoding: str) -> None:
    for line in lines("vi"):
        assert detect(encode(line, encoding)) == encoding, line


@pytest.mark.parametrize("language", DECLARATION)
def test_clean_text_is_left_alone(language: str) -> None:
    for line in (*lines(language), DECLARATION[language]):
        assert detect(line.encode()) is None
        for form in ("NFC", "NFD"):
            assert detect_pasted(unicodedata.normalize(form, line)) is None
        if language != "vi":
            assert detect(line.encode("cp1252")) is None


def test_shares_over_many_lines() -> None:
    """Eight syllables out of the packaged names of places: at least 95 in 100 are found."""
    words = re.findall(r"[^\W\d_]+", " ".join(sorted(load_words("vi", "places"))))
    texts = [" ".join(words[at : at + 8]) for at in range(0, 8 * 250, 8)]
    for encoding in ENCODINGS:
        found = total = 0
        for text in texts:
            try:
                data = encode(text, encoding)
            except EncodingError:
                continue
            name = detect(data)
            total += 1
            found += name == encoding or (name is not None and decode(data, name) == text)
        assert total > 200
        assert found >= 0.95 * total, encoding
    assert not any(detect(text.encode()) or detect_pasted(text) for text in texts)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "Lê Hoài Trung",  # the same in Latin-1, VISCII and VPS: nothing to mend
        "Angela Müller, José Muñoz, Søren Kierkegaard, Łukasz",
        "習近平 habla en São Tomé",
        "f(a+b)^2 = a^2 + 2ab, `a` and ``to``, U+1EA0.",
        "www.example.com/a.b?c=d~e, C:\\Users\\a, ~/.vimrc, e.g. i.e. a.m. U.S.A.",
        "nº 2, 10 m², 20 °C, § 3",
        "\u0301\u0323",
        "\x00\x01\x02",
        "\u0378\U000e0fff",
        "H'Yim Kđoh, Ea M’Droh",
    ],
)
def test_nothing_is_detected(text: str) -> None:
    assert detect_pasted(text) is None
    assert detect(text.encode()) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfea\x00",
        b"\x89PNG\r\n\x1a\n\xff\xff",
        bytes(range(256)),
        bytes(range(1, 256)),
        b"\xff" * 99,
    ],
)
def test_bytes_that_are_no_text(data: bytes) -> None:
    assert detect(data) is None


def test_a_name_whose_bytes_are_valid_utf8() -> None:
    """*ươ* in VISCII and *ường* in VPS are letters of N'Ko and Syriac to UTF-8."""
    for name, encoding in (("Trương Tấn Sang", "viscii"), ("Trường", "vps"), ("Hương", "viscii")):
        assert detect(encode(name, encoding)) == encoding


def test_the_answer_of_a_long_text_is_that_of_its_beginning() -> None:
    line = "Thủ tướng Chính phủ Phạm Minh Chính tiếp Đại sứ. "
    assert detect(b"x" * 100_000 + b" " + encode(line * 5000, "tcvn3")) == "tcvn3"
    assert detect_pasted("x" * 100_000 + as_windows(encode(line * 50, "vni"))) == "vni"
