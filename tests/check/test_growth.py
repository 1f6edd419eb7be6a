"""A document that says the same names over and over is checked in time that grows with it."""

from __future__ import annotations

import pytest

from termkit.check.engine import check_documents
from termkit.check.plan import make_plan
from termkit.check.rule import select_rules
from termkit.formats.read import read_bytes
from tests.bounded import bounded
from tests.check.cases import shipped

SENTENCES = {
    "en": "Le Hoai Trung met Wang Yi and Pham Minh Chinh. Xi Jinping called Tran Quoc Bao. ",
    "vi": "Lê Hoài Trung gặp Vương Nghị và Phạm Minh Chính. Trần Quốc Bảo tiếp Le Hoai Trung. ",
    "zh": "黎怀忠会见王毅和范明政。越共中央总书记苏林会见习近平《人民日报》社长。",
}
PROFILES = {"en": "vns", "vi": "vi-vn", "zh": "zh-cn"}


@pytest.mark.parametrize("end", ["", "\n\n"], ids=["one line", "paragraphs"])
@pytest.mark.parametrize("lang", SENTENCES)
def test_time_grows_with_the_document(lang: str, end: str) -> None:
    """Linear is about a second here; the square of the names took six and more."""
    data = ((SENTENCES[lang] + end) * 1000).encode()
    document = read_bytes(data, path="x.txt", lang=lang, profile=PROFILES[lang])
    plan = make_plan(shipped(), select_rules())
    with bounded(5, (lang, end)):
        assert len(check_documents([document], plan).files) == 1


@pytest.mark.parametrize("lang", SENTENCES)
def test_time_grows_with_the_uses_of_a_name(lang: str) -> None:
    data = (SENTENCES[lang] * 4000).encode()
    document = read_bytes(data, path="x.txt", lang=lang)
    plan = make_plan(shipped(), ("N102",))
    with bounded(8, lang):
        assert len(check_documents([document], plan).files) == 1
