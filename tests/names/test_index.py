"""Which entry a written name stands for: exact sets, never a guess."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit import load_glossary
from termkit.names.index import NameIndex
from termkit.names.link import Way

PEOPLE = (
    ("trung", "Lê Hoài Trung"),
    ("dung", "Nguyễn Văn Dung"),
    ("dung2", "Nguyễn Văn Dũng"),
    ("an", "Trần Thị Minh An"),
    ("sy", "Trần Sỹ Thanh"),
    ("hoa", "Nguyễn Hòa Bình"),
    ("xi", "习近平"),
    ("wang", "王毅"),
    ("lu", "吕秀莲"),
    ("yim", "H'Yim Kđoh"),
    ("bank", "State Bank"),
)
INDEX = NameIndex.from_names(PEOPLE)
GLOSSARY = NameIndex(load_glossary())


@pytest.mark.parametrize(
    ("mention", "ids"),
    [
        ("Lê Hoài Trung", "trung"),
        ("Le Hoai Trung", "trung"),
        ("Lê Hoai Trung", "trung"),
        ("LÊ HOÀI TRUNG", "trung"),
        ("LE, Hoai Trung", "trung"),
        ("Trung Le Hoai", "trung"),
        ("Hoai Trung Le", "trung"),
        ("Trung Hoai Le", "trung"),
        ("L. H. Trung", "trung"),
        ("Lê H. Trung", "trung"),
        ("Le Trung", "trung"),
        ("Le-Hoai-Trung", "trung"),
        ("LeHoaiTrung", "trung"),
        ("Bộ trưởng Lê Hoài Trung", "trung"),
        ("Mr. Le Hoai Trung", "trung"),
        ("Lê Hoài Trúng", ""),
        ("Lê Hoái Trung", ""),
        ("Lê Hoài Trang", ""),
        ("Trung Lê Hoái", ""),
        ("Nguyen Van Dung", "dung dung2"),
        ("Nguyễn Văn Dung", "dung"),
        ("Nguyễn Văn Dũng", "dung2"),
        ("Nguyễn Văn Dụng", ""),
        ("Nguyen Dung", "dung dung2"),
        ("Trần Minh An", "an"),
        ("Tran Thi An", "an"),
        ("Trần Văn An", ""),
        ("Trần Sĩ Thanh", "sy"),
        ("Nguyễn Hoà Bình", "hoa"),
        ("Nguyễn Hóa Bình", ""),
        ("Xi Jinping", "xi"),
        ("XI Jinping", "xi"),
        ("Jinping Xi", "xi"),
        ("Xi Jin-ping", "xi"),
        ("Xí Jìnpíng", "xi"),
        ("Xī Jìnpíng", ""),
        ("Hsi Chin-p'ing", "xi"),
        ("Tập Cận Bình", "xi"),
        ("Tap Can Binh", "xi"),
        ("Tập Cận Bính", ""),
        ("習近平", "xi"),
        ("习近乎", ""),
        ("习近平主席", "xi"),
        ("黎怀忠", "trung"),
        ("黎懷忠", "trung"),
        ("Vương Nghị", "wang"),
        ("Lü Xiulian", "lu"),
        ("Lu Xiulian", "lu"),
        ("Lyu Xiulian", "lu"),
        ("Trung", "trung"),
        ("ông Trung", "trung"),
        ("Trúng", ""),
        ("Hoài", ""),
        ("Lê", ""),
        ("Dung", "dung dung2"),
        ("Dũng", "dung2"),
        ("ông Dung", "dung"),
        ("Mr Dung", "dung dung2"),
        ("H'Yim", "yim"),
        ("H’ Yim Kdoh", "yim"),
        ("Kđoh", ""),
        ("the State Bank", "bank"),
        ("Thế State Bank", ""),
        ("Xi", "xi"),
        ("Tập", "xi"),
        ("习", "xi"),
        ("习主席", "xi"),
        ("Jinping", ""),
        ("近平", ""),
        ("Phạm Minh Chính", ""),
        ("", ""),
        ("\u0301", ""),
        ("...", ""),
    ],
)
def test_link(mention: str, ids: str) -> None:
    assert INDEX.link(mention).ids == tuple(ids.split())


def test_context_decides_between_candidates() -> None:
    assert INDEX.link("Dung", context=["dung2"]).id == "dung2"
    assert INDEX.link("Dung", context="Nguyễn Văn Dũng phát biểu.").id == "dung2"
    assert INDEX.link("Nguyen Van Dung", context=["dung"]).id == "dung"
    assert INDEX.link("Dung", context=["dung", "dung2"]).ids == ("dung", "dung2")


def test_a_short_name_is_nobody_whom_the_context_lacks() -> None:
    assert INDEX.link("Trung", context=["xi"]).ids == ()
    assert INDEX.link("Trung", context="").ids == ()
    assert INDEX.link("Lê Hoài Trung", context=["xi"]).id == "trung"


@pytest.mark.parametrize(
    ("mention", "ident"),
    [
        ("Chinese Ambassador to Việt Nam He Wei", "per-he-wei"),
        ("Bí thư Tỉnh ủy Lâm Đồng Tô Lâm", "per-to-lam"),
        ("General Secretary of the CPV Central Committee To Lam", "per-to-lam"),
        ("Ngoại trưởng Trung Quốc Vương Nghị", "per-wang-yi"),
        ("phu nhân Ngô Phương Ly", "per-ngo-phuong-ly"),
        ("Minister of the party Nguyễn Tô Lâm", None),
        ("Xī Jìnpíng", None),
        ("Xí Jìnpíng", "per-xi-jinping"),
        ("Teng Hsiao-p'ing", "per-deng-xiaoping"),
        ("Vietnam", "ctry-vietnam"),
    ],
)
def test_the_glossary_links(mention: str, ident: str | None) -> None:
    assert GLOSSARY.link(mention).id == ident


def test_uncle_ho_is_marked_as_his_name_is() -> None:
    assert "per-ho-chi-minh" in GLOSSARY.link("Bác Hồ").ids


def test_the_glossary_has_exceptions_of_its_own() -> None:
    index = GLOSSARY
    assert index.link("Lê Hoài Trung").way is Way.WHOLE
    assert "per-to-lam" in index.link("Lam").ids
    assert "per-to-lam" in index.link("苏").ids
    assert index.link("Trung").ids == ("per-le-hoai-trung",)
    assert index.link("Ho Chi Minh").id == "per-ho-chi-minh"
    assert index.link("Ho Chi Minh City").id == "place-hcmc"
    assert "per-ho-chi-minh" not in index.link("Minh").ids


PLACES = NameIndex.from_names(
    [
        ("hn", "Thành phố Hà Nội"),
        ("ht", "Tỉnh Hà Tĩnh"),
        ("htc", "Thành phố Hà Tĩnh"),
        ("q1", "Quận 1"),
        ("kan", "Tỉnh Bắc Kạn"),
        ("cc", "Xã Châu Thành"),
        ("hcm", "Thành phố Hồ Chí Minh"),
    ]
)


@pytest.mark.parametrize(
    ("mention", "ids"),
    [
        ("Hanoi", "hn"),
        ("Ha Noi", "hn"),
        ("TP. Hà Nội", "hn"),
        ("Tỉnh Hà Nội", ""),
        ("Hà Tĩnh", "ht htc"),
        ("Ha Tinh Province", "ht"),
        ("TP Hà Tĩnh", "htc"),
        ("Q. 1", "q1"),
        ("1", ""),
        ("Bắc Cạn", "kan"),
        ("Nội", ""),
        ("Nội Hà", ""),
        ("Châu Thành", "cc"),
        ("Chau Thanh Commune", "cc"),
        ("TP.HCM", "hcm"),
        ("TP. HCD", ""),
        ("Xã HCM", ""),
    ],
)
def test_places(mention: str, ids: str) -> None:
    assert PLACES.link(mention).ids == tuple(ids.split())


@given(st.sampled_from([name for _, name in PEOPLE]), st.booleans())
def test_normal_forms_link_alike(name: str, upper: bool) -> None:
    text = name.upper() if upper else name
    decomposed = unicodedata.normalize("NFD", text)
    assert INDEX.link(decomposed).ids == INDEX.link(text).ids != ()


@given(st.text(max_size=40) | st.text("LêHoàiTrung .,'-\u0301\u0300习近平", max_size=60))
def test_any_text_has_an_answer(text: str) -> None:
    link = INDEX.link(text)
    assert set(link.ids) <= set(INDEX.ids)
    assert (
        INDEX.link(unicodedata.normalize("NFD", text)).ids
        == INDEX.link(unicodedata.normalize("NFC", text)).ids
    )


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000, "Lê " * 3_000, "\u0301" * 10_000, "习" * 10_000, "L." * 5_000, "\x00\x1b",
        "\U000e0fff\u0378", "Trung\x00", "-" * 10_000, "'" * 10_000, "Le\u0301\u0323\u0302",
    ],
)  # fmt: skip
def test_bad_input(text: str) -> None:
    assert len(INDEX.link(text).ids) <= 1
    INDEX.link_document(text, "vi")


def test_rows_are_forms_of_one_entry() -> None:
    index = NameIndex.from_names(
        [("l", "Tô Lâm", "vi", "person"), ("l", "To Lam", "en", ""), ("l", "苏", "zh", "short")]
    )
    assert len(index) == 1
    assert index.link("苏").id == "l"
    assert index.link("Tố Lâm").ids == ()


def test_a_bad_row_is_told() -> None:
    with pytest.raises(ValueError, match="kind 'ship' is not known"):
        NameIndex.from_names([("a", "Titanic", "en", "ship")])
    with pytest.raises(ValueError, match="needs an id and a name"):
        NameIndex.from_names([("a",)])


def test_company_is_known_without_its_form_and_a_person_has_none() -> None:
    index = NameIndex.from_names(
        [("milk", "Vinamilk", "vi", "organisation"), ("anh", "Lê Hoàng Anh", "vi", "person")]
    )
    for mention in ("Công ty Cổ phần Vinamilk", "Vinamilk JSC", "Vinamilk Co., Ltd"):
        assert index.link(mention).id == "milk"
    assert not index.link("Công ty TNHH Lê Hoàng Anh")


def test_entry_in_characters_is_met_in_its_cited_spelling() -> None:
    index = NameIndex.from_names(
        [("sun", "孙中山", "zh", "person"), ("chiang", "Tưởng Giới Thạch", "vi", "person")]
    )
    text = "Sun Yat-sen and Chiang Kai-shek met."
    assert [index.link(name).id for name in ("Sun Yat-sen", "Chiang Kai-shek")] == ["sun", "chiang"]
    assert [link.id for _, link in index.link_document(text, "en")] == ["sun", "chiang"]
    assert not index.link("Sun Wukong")
