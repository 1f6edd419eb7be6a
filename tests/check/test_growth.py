"""A document is checked in time that grows with it: one name over and over, or thousands."""

from __future__ import annotations

import datetime
import random
from itertools import product

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


# Syllables of names; every word of the product is another.
_FIRST = {
    "vi": ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ"),
    "en": ("Wang", "Zhang", "Liu", "Chen", "Yang"),
    "zh": tuple("王张刘陈杨"),
}
_MIDDLE = {
    "vi": ("Văn", "Đình", "Quang", "Minh", "Hữu", "Xuân", "Thị", "Hải"),
    "en": ("Chun", "Guo", "Jian", "Zhong", "Ming", "Hai", "Xiao", "Li"),
    "zh": tuple("明华军强伟芳国建玲香"),
}
_LAST = {
    "vi": ("Hùng", "Hưng", "Lan", "Trang", "Trạng", "Thắng", "Thăng", "Dũng", "Tâm", "Hoa", "Sơn"),
    "en": ("ming", "hua", "jun", "qiang", "wei", "fang", "xiang", "dong", "bin", "feng", "shan"),
    "zh": tuple("忠海东斌峰山源成涛林春雷鹏波荣静雪燕志凯文红玉兰秀梅平亮辉超"),
}


def different_names(lang: str, most: int) -> list[str]:
    """Full names, each of them once, in no order; in English of both customs."""
    first, middle, last = _FIRST[lang], _MIDDLE[lang], _LAST[lang]
    if lang == "zh":
        names = list(map("".join, product(first, middle, last, last)))
    elif lang == "vi":
        names = list(map(" ".join, product(first, middle, last, last)))
    else:
        names = [f"{a} {b}{c}" for a, b, c in product(first, middle, last)]
        names += map(" ".join, product(_FIRST["vi"], _MIDDLE["vi"], _LAST["vi"], _LAST["vi"]))
    return random.Random(0).sample(names, most)


_NEWS = {
    "en": "Mayor {name} met the farmers. {name} spoke.\n",
    "vi": "Ông {name} thăm nông dân. {name} cho biết như vậy.\n",
    "zh": "市长{name}会见农民。{name}说。\n",
}


@pytest.mark.parametrize("lang", _NEWS)
def test_time_grows_with_different_names(lang: str) -> None:
    """Each name was held against every other: 40 seconds in Vietnamese."""
    names = different_names(lang, 4000)
    assert len(set(names)) == 4000
    data = "".join(_NEWS[lang].format(name=name) for name in names).encode()
    document = read_bytes(data, path="x.txt", lang=lang, profile=PROFILES[lang])
    plan = make_plan(shipped(), select_rules())
    with bounded(12, lang):
        assert len(check_documents([document], plan).files) == 1


_DATES = {
    "en": "He left on 3/{day}, and they met on Feb. {day}, 2026, and again on {day} March. ",
    "vi": "Đoàn đến ngày {day}/3, ở lại đến ngày {day}-4, về ngày {day}/5/2026 (tháng 5). ",
    "zh": "代表团3月{day}日抵达，至{day}日离开，2026年5月{day}日再来。",
}


@pytest.mark.parametrize("lang", _DATES)
def test_time_grows_with_dates(lang: str) -> None:
    """Each month or end of a range was held against every date: 33 seconds in Vietnamese."""
    data = "".join(_DATES[lang].format(day=1 + n % 28) for n in range(3000)).encode()
    document = read_bytes(data, path="x.txt", lang=lang, date=datetime.date(2026, 6, 1))
    plan = make_plan(shipped(), ("O206",))
    with bounded(6, lang):
        assert len(check_documents([document], plan).files) == 1


_OFFICES = {
    "en": "President Joko Widodo met Prime Minister Hun Sen and ",
    "vi": "Tổng thống Joko Widodo gặp Thủ tướng Hun Sen và ",
}


@pytest.mark.parametrize("lang", _OFFICES)
def test_time_grows_with_the_offices_of_one_sentence(lang: str) -> None:
    """The whole sentence was searched for other times at each office."""
    data = (_OFFICES[lang] * 3000).encode()
    document = read_bytes(data, path="x.txt", lang=lang, date=datetime.date(2013, 6, 1))
    plan = make_plan(shipped(), ("N105", "N108"))
    with bounded(6, lang):
        assert len(check_documents([document], plan).files) == 1


_QUOTED = {
    "en": "“We trust the parties’ leaders,” he said – twice – of the “Belt and Road” in Vietnam. ",
    "vi": "Ông nói “vì cộng đồng chia sẻ tương lai” – hai lần – về “Vành đai và Con đường”. ",
    "zh": "他5日说“命运共同体”——再说一次——与“一带一路”、“人类命运共同体”，6号抵达谅山省。",
}


@pytest.mark.parametrize("lang", _QUOTED)
def test_time_grows_with_the_quotations_of_a_paragraph(lang: str) -> None:
    """Each place was held against every quotation and every designation: minutes in Chinese."""
    document = read_bytes((_QUOTED[lang] * 1500).encode(), path="x.txt", lang=lang)
    plan = make_plan(shipped(), select_rules())
    with bounded(6, lang):
        assert len(check_documents([document], plan).files) == 1


_INVENTED = {
    "N103": "The {name} airport is open.\n\n",
    "O219": "The ba-{word} and the ba{word} are one. ",
}


@pytest.mark.parametrize("code", _INVENTED)
def test_time_grows_with_the_words_of_one_place(code: str) -> None:
    """Each was held against every other with the same neighbours, or sought in the whole text."""
    syllables = list(map("".join, product("bdfgkl", "aei")))  # most are near others
    words = random.Random(0).sample(list(map("".join, product(syllables, repeat=3))), 3000)
    form = _INVENTED[code]
    data = "".join(form.format(name=word.capitalize(), word=word) for word in words).encode()
    document = read_bytes(data, path="x.txt", lang="en")
    plan = make_plan(shipped(), (code,))
    with bounded(4, code):
        assert len(check_documents([document], plan).files) == 1


def test_time_grows_with_the_lone_names_of_a_paragraph() -> None:
    """The words before each name were searched from the start of the paragraph: a minute."""
    names = map("".join, product("BDKLT", "aeiou", "ktmrslvnbd", "aeiou", "rslvnbd"))
    told = "".join(f"Then {name}o, 41, came home. " for name in names)
    document = read_bytes(f"One.\n\nTwo.\n\n{told}".encode(), path="x.txt", lang="en")
    plan = make_plan(shipped(), ("N106",))
    with bounded(6):
        assert check_documents([document], plan).files[0].findings
