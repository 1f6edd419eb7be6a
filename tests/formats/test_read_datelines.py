"""What is a dateline, what it says, and what only looks like one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.formats.datelines import LONGEST, _patterns, find_dateline, may_hold_dateline
from termkit.text.normalise import normalise

# label, paragraph, cut off, place, publisher; shapes as printed by the houses named
DATELINES = [
    ("Xinhua", "BEIJING, Feb. 3 (Xinhua) -- Chinese Foreign Minister", "BEIJING", "xinhua"),
    ("Xinhua by others", "HANOI, Dec. 13 (Xinhua) — Xi Jinping said", "HANOI", "xinhua"),
    ("Xinhua, two words", "NEW YORK, Sept. 2 (Xinhua) -- A Chinese envoy", "NEW YORK", "xinhua"),
    ("VNS", "HÀ NỘI — The Chinese Ministry of Foreign Affairs said.", "HÀ NỘI", None),
    ("VNS, no space", "HÀ NỘI— The Chinese Ministry of Foreign Affairs said.", "HÀ NỘI", None),
    ("VNS, province", "QUẢNG NINH — Two provinces met.", "QUẢNG NINH", None),
    ("VNS, abroad", "BEIJING — Prime Minister Phạm Minh Chính met.", "BEIJING", None),
    ("VNS, en dash", "HCM CITY – The city hosted it.", "HCM CITY", None),
    ("VNS, hyphen", "HÀ NỘI - Prime Minister Phạm Minh Chính met.", "HÀ NỘI", None),
    ("VNA", "Hanoi (VNA) – Foreign Minister Le Hoai Trung", "Hanoi", "vna"),
    ("VNA, date", "Beijing, February 3 (VNA) - Foreign Minister", "Beijing", "vna"),
    ("VNA, marks", "Hà Nội (VNA) - Foreign Minister", "Hà Nội", "vna"),
    ("VNA, capitals", "HÀ NỘI (VNA) – Foreign Minister", "HÀ NỘI", "vna"),
    ("VNA, quotation first", "Hanoi (VNA) - “The visit is a success,” he said.", "Hanoi", "vna"),
    ("Reuters", "HANOI, Aug 12 (Reuters) - Vietnam's Communist Party", "HANOI", "reuters"),
    ("Reuters, undated", "HANOI (Reuters) - Vietnam's Communist Party", "HANOI", "reuters"),
    ("Reuters, two", "HANOI/BEIJING, Aug 12 (Reuters) - China", "HANOI/BEIJING", "reuters"),
    ("AP", "HANOI, Vietnam (AP) — The leader of China", "HANOI", "ap"),
    ("AP, stands alone", "WASHINGTON (AP) — The president", "WASHINGTON", "ap"),
    ("AFP colon", "BEIJING: China and Vietnam agreed on Tuesday.", "BEIJING", None),
    ("unlisted agency", "HANOI (Some Wire) — China and Vietnam agreed.", "HANOI", None),
    ("year", "HANOI, Aug. 12, 2024 (AP) — The leader", "HANOI", "ap"),
    ("date only", "Hanoi, February 3 – Foreign Minister Le Hoai Trung met.", "Hanoi", None),
    ("date only, vi", "Hà Nội, ngày 3/2 - Bộ trưởng Lê Hoài Trung gặp.", "Hà Nội", None),
    ("TTXVN", "Hà Nội (TTXVN) - Tổng Bí thư Tô Lâm", "Hà Nội", "vna"),
    ("TTXVN, date", "TP.HCM, ngày 3/2 (TTXVN) - Bí thư Thành ủy", "TP.HCM", "vna"),
    ("TTXVN, spaced", "TP. Hồ Chí Minh (TTXVN) - Bí thư Thành ủy", "TP. Hồ Chí Minh", "vna"),
    ("TTXVN, no place", "(TTXVN) - Chiều 3/2, tại Bắc Kinh", None, "vna"),
    ("TTXVN, date inside", "Bắc Kinh (TTXVN 3/2) - Chiều 3/2", "Bắc Kinh", "vna"),
    ("TTXVN, bare", "TTXVN - Sáng 13-1, tại Đại lễ đường Nhân dân", None, "vna"),
    ("Dân trí", "(Dân trí) - Bộ trưởng Ngoại giao Trung Quốc", None, "dantri"),
    ("NDO", "NDO - Chiều 3/2, tại Bắc Kinh", None, "nhandan"),
    ("VOV", "VOV.VN - Foreign Minister Le Hoai Trung", None, "vov"),
    ("VGP", "VGP - Prime Minister Pham Minh Chinh", None, "vgp"),
    ("Xinhua zh", "新华社北京2月3日电（记者马卓言）中共中央政治局委员", "北京", "xinhua"),
    ("Xinhua zh, half width", "新华社河内12月2日电(记者刘立伟 胡佳丽)当地时间", "河内", "xinhua"),
    ("Xinhua zh, space", "新华社北京2月3日电 外交部长王毅", "北京", "xinhua"),
    ("Xinhua zh, full-width space", "新华社北京2月3日电　外交部长王毅", "北京", "xinhua"),
    ("Xinhua zh-Hant", "新華社北京2月3日電（記者馬卓言）中共中央", "北京", "xinhua"),
    ("CNS", "中新社北京2月4日电 2月4日,中共中央对外联络部", "北京", "chinanews"),
    ("CNS web", "中新网2月4日电 据外交部网站消息", None, "chinanews"),
    ("crntt", "中評社北京2月3日電／中共中央政治局委員", "北京", "crntt"),
    ("VNA zh", "越通社河内——越南共产党", "河内", "vna"),
    ("VNA zh, space", "越通社河内—— 越共中央政治局委员", "河内", "vna"),
    ("VNA zh, brackets", "（越通社河内）—越共中央政治局委员", "河内", "vna"),
    ("People's Daily", "人民网北京2月3日电（记者某某）外交部长", "北京", "peoples-daily"),
    ("own paper", "本报北京2月3日电 外交部长王毅", "北京", None),
    ("Sin Chew", "(北京19日综合电)中国国家主席习近平周一", "北京", None),
    ("CCTV", "央视网消息：2月3日，外交部长王毅", None, "cctv"),
    ("Global Times", "【环球网报道 记者 某某】外交部发言人", None, "global-times"),
]  # fmt: skip


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("label", "text", "place", "source"), DATELINES, ids=[row[0] for row in DATELINES]
)
def test_dateline(label: str, text: str, place: str | None, source: str | None, form: str) -> None:
    """The place and the publisher are told, composed or decomposed, and a sentence is left."""
    found = find_dateline(unicodedata.normalize(form, text))
    assert found is not None
    said = None if found.place is None else unicodedata.normalize("NFC", found.place)
    assert (said, found.source) == (place, source)
    rest = unicodedata.normalize("NFC", unicodedata.normalize(form, text)[found.end :])
    assert rest in text
    assert rest[0] in "“" or rest[0].isalnum()
    assert not rest.startswith("(")


TEXT = [
    ("a city that is the subject", "HANOI, a city of eight million, welcomed the guests."),
    ("relations", "Beijing - Hanoi relations are close."),
    ("spaced hyphen of two countries", "Việt Nam - China relations are close."),
    ("no agency, no capitals", "Hanoi – The city of eight million."),
    ("a bloc", "ASEAN — The bloc of eleven nations."),
    ("a bloc and its partner", "ASEAN - China trade rose."),
    ("a body", "WTO – Members met."),
    ("a union", "EU - China talks resumed."),
    ("apposition", "HANOI — the capital — welcomed the guests."),
    ("an agency as subject", "Xinhua said that the visit was a success."),
    ("an agency introduced", "Vietnam News Agency (VNA) - The national agency - said so."),
    ("an agency in brackets", "The agency (Xinhua) - China's largest - said so."),
    ("a day of an agenda", "Tuesday, Feb. 3 - Talks begin."),
    ("a country", "VIỆT NAM - China relations are close."),
    ("a label", "NOTE: The figures are rounded."),
    ("a speaker", "Wang Yi: China is ready."),
    ("headline in capitals", "VIỆT NAM - TRUNG QUỐC HỘI ĐÀM"),
    ("according to", "据新华社报道，王毅在北京会见黎怀忠。"),
    ("according to, posted abroad", "据越通社驻北京记者报道，黎怀忠访华。"),
    ("a telegram", "越通社致贺电（全文）"),
    ("a telegram's text", "新华社电文说，访问成功。"),
    ("the agency's reporter", "新华社记者马卓言说，访问成功。"),
    ("quoted name", "中国《新华社》报道，大会闭幕。"),
    ("Vietnamese attribution", "Theo TTXVN, chiều 3/2, tại Bắc Kinh."),
    ("Chữ Nôm", "𡨸 — The script."),
]


@pytest.mark.parametrize(("label", "text"), TEXT, ids=[row[0] for row in TEXT])
def test_text_is_left_alone(label: str, text: str) -> None:
    """None of these is a dateline, even in the first paragraph."""
    assert find_dateline(text) is None


def test_only_the_opening_may_lack_an_agency() -> None:
    """A capital word before a dash in the middle of a report is emphasis."""
    text = "BEIJING — The talks went on."
    assert find_dateline(text, opening=False) is None
    assert find_dateline("HANOI (VNA) — The talks went on.", opening=False) is not None


_PIECES = (
    *(text[:40] for _, text, *_ in DATELINES),
    *"-—–:：|/／()（）【】[],. ",
    *("HÀ NỘI", "Beijing", "新华社", "越通社", "北京", "2月3日", "电", "讯", "本报", "消息", "VNA"),
    *("Feb. 3", "ngày 3/2", "记者", "The two", "two-day", "10:30", "Xi", "“", "双方"),
    *("\u200b", "\u00ad", "\n", "記\ufa5b"),  # what a look at text as it is does not see through
)


@given(st.lists(st.sampled_from(_PIECES), max_size=7).map("".join))
def test_the_quick_look_passes_over_no_dateline(text: str) -> None:
    found = text.lstrip()[:LONGEST]
    if not may_hold_dateline(found):
        head = normalise(found).text
        assert [p.pattern for p, _ in _patterns() if p.match(head)] == []
