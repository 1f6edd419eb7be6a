"""Sentences of agency style in three languages, with slots for what errors are planted in."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

LANGUAGES = ("en", "vi", "zh")
# One sentence in three languages; slots are filled by `slots`.
CARRIERS = (
    {
        "en": "On {date}, {person} said that trade reached {money}, up {percent}.",
        "vi": "Ngày {date}, {person} cho biết kim ngạch đạt {money}, tăng {percent}.",
        "zh": "{date}，{person}表示，贸易额达{money}，增长{percent}。",
    },
    {
        "en": "At the {ordinal} meeting in {place} on {weekday}, the two sides signed {number}"
        " documents (see www.example.org/{number}).",
        "vi": "Tại cuộc họp lần thứ {ordinal} ở {place} vào {weekday}, hai bên ký {number} văn kiện"
        " (xem www.example.org/{number}).",
        "zh": "{weekday}在{place}举行的第{ordinal}次会议上，双方签署了{number}份文件"
        "（见www.example.org/{number}）。",
    },
    {
        "en": 'They agreed to build the "{term}" and a line of {length} in {year}.',
        "vi": 'Hai bên nhất trí xây dựng "{term}" và tuyến đường dài {length} trong năm {year}.',
        "zh": "双方同意构建“{term}”，并于{year}年建设一条长{length}的线路。",
    },
    {
        "en": "They marked the {years}th anniversary of diplomatic ties ({from_}-{to}).",
        "vi": "Hai bên kỷ niệm {years} năm thiết lập quan hệ ngoại giao ({from_}-{to}).",
        "zh": "双方庆祝建交{years}周年（{from_}-{to}年）。",
    },
    {
        "en": "{product} copied %(count)s files to <b>{{folder}}</b> with {artificial}.",
        "vi": "{product} đã sao chép %(count)s tệp vào <b>{{folder}}</b> nhờ {artificial}.",
        "zh": "{product}借助{artificial}将%(count)s个文件复制到<b>{{folder}}</b>。",
    },
)
PRODUCT = "LibreOffice"  # marked in the unit as not to be translated
PEOPLE = (
    {"en": "To Lam", "vi": "Tô Lâm", "zh": "苏林"},
    {"en": "Le Hoai Trung", "vi": "Lê Hoài Trung", "zh": "黎怀忠"},
    {"en": "Wang Yi", "vi": "Vương Nghị", "zh": "王毅"},
    {"en": "Xi Jinping", "vi": "Tập Cận Bình", "zh": "习近平"},
)
PLACES = (
    {"en": "Hanoi", "vi": "Hà Nội", "zh": "河内"},
    {"en": "Lang Son", "vi": "Lạng Sơn", "zh": "谅山"},
    {"en": "Nanning", "vi": "Nam Ninh", "zh": "南宁"},
)
TERMS = (
    {
        "en": "comprehensive strategic cooperative partnership",
        "vi": "quan hệ Đối tác hợp tác chiến lược toàn diện",
        "zh": "全面战略合作伙伴关系",
    },
    {"en": "political mutual trust", "vi": "tin cậy chính trị", "zh": "政治互信"},
)
# The other approved designation of the second term; a house that has none keeps the first.
ADMITTED = {"political mutual trust": "mutual political trust"}
# A concept of the benchmark's own, with a rendering that its glossary rejects in each language.
ARTIFICIAL = {"en": "artificial intelligence", "vi": "trí tuệ nhân tạo", "zh": "人工智能"}
FORBIDDEN = {"en": "synthetic intelligence", "vi": "trí năng giả tạo", "zh": "人造智能"}
MONTHS = "January February March April May June July August September October November December"
WEEKDAYS = (
    ("Monday", "thứ Hai", "星期一"),
    ("Tuesday", "thứ Ba", "星期二"),
    ("Wednesday", "thứ Tư", "星期三"),
    ("Thursday", "thứ Năm", "星期四"),
    ("Friday", "thứ Sáu", "星期五"),
)


@dataclass(frozen=True)
class Values:
    """What fills the slots of a carrier, before any language."""

    day: int
    month: int
    money: int  # hundred millions of dollars
    percent: int
    ordinal: int
    number: int
    weekday: int
    length: int
    year: int
    person: int
    place: int
    term: int
    years: int

    @classmethod
    def draw(cls, chance: random.Random) -> Values:
        return cls(
            day=chance.randint(13, 28),
            month=chance.randint(1, 12),
            money=chance.randint(11, 989),
            percent=chance.randint(13, 98),
            ordinal=chance.randint(13, 40),
            number=chance.randint(14, 98),
            weekday=chance.randrange(len(WEEKDAYS)),
            length=chance.randint(101, 989),
            year=chance.randint(2001, 2025),
            person=chance.randrange(len(PEOPLE)),
            place=chance.randrange(len(PLACES)),
            term=chance.randrange(len(TERMS)),
            years=chance.choice([24, 35, 36, 45, 54, 65, 75, 76, 85, 95]),
        )


def slots(values: Values, lang: str) -> dict[str, str]:
    """The slots in one language, each in its custom."""
    billions, rest = divmod(values.money, 10)
    months = MONTHS.split()
    ending = {1: "st", 2: "nd", 3: "rd"}.get(values.ordinal % 10, "th")
    return {
        "date": {
            "en": f"{months[values.month - 1]} {values.day}",
            "vi": f"{values.day}/{values.month}",
            "zh": f"{values.month}月{values.day}日",
        }[lang],
        "money": {
            "en": f"US${billions}.{rest} billion",
            "vi": f"{billions},{rest} tỷ USD",
            "zh": f"{values.money}亿美元",
        }[lang],
        "percent": {
            "en": f"{values.percent} per cent",
            "vi": f"{values.percent}%",
            "zh": f"{values.percent}%",
        }[lang],
        "ordinal": f"{values.ordinal}{ending}" if lang == "en" else str(values.ordinal),
        "number": str(values.number),
        "weekday": WEEKDAYS[values.weekday][LANGUAGES.index(lang)],
        "length": f"{values.length} km" if lang != "zh" else f"{values.length}公里",
        "year": str(values.year),
        "person": PEOPLE[values.person][lang],
        "place": PLACES[values.place][lang],
        "term": TERMS[values.term][lang],
        "years": str(values.years),
        "from_": str(values.year - values.years),
        "to": str(values.year),
        "product": PRODUCT,
        "artificial": ARTIFICIAL[lang],
    }


SLOTS_OF = {
    str(number): set(re.findall(r"(?<!\{)\{(\w+)\}", carrier["en"]))
    for number, carrier in enumerate(CARRIERS)
}
