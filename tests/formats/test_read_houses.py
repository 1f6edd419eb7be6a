"""Whole reports in the shapes that houses publish: what is left is text, and who wrote when.

The shapes are those of the pages named; the sentences are ours.
"""

from __future__ import annotations

import pytest

from termkit.formats.read import read_bytes

MET = "The two foreign ministers met in Beijing on Tuesday, a statement said."
ALSO = "They also agreed to open more border gates this year, it added."
GAP = "Hai bộ trưởng đã gặp nhau tại Bắc Kinh hôm thứ Ba, theo thông báo."
HUI = "两国外长2月3日在北京举行会谈，就双边关系交换意见。"

# label, file, language, publisher, date, title, texts
HOUSES = [
    (
        "vietnam.vnanet.vn, archived: the picture's caption first",
        f" date 2026-02-04 {MET} Photo: VNA\n\n{MET}\n\n{ALSO} VNA/VNP\n",
        "en", "vna", "2026-02-04", None, [MET, MET, ALSO],
    ),
    (
        "en.baochinhphu.vn, printed",
        f"Ministers meet in Beijing\n\nVGP - {MET}\n\nFebruary 03, 2026 11:39 AM GMT+7\n"
        f"Ministers meet in Beijing- Ảnh 1.\n\n{ALSO}\n",
        "en", "vgp", "2026-02-03", "Ministers meet in Beijing",
        ["Ministers meet in Beijing", MET, "Ministers meet in Beijing", ALSO],
    ),
    (
        "vietnamnews.vn, copied with the picture's cell",
        f"{MET} — VNA/VNS Photo |\nHÀ NỘI — {MET}\n{ALSO}\n{MET} — VNS",
        "en", "vns", None, None, [MET, MET, ALSO, MET],
    ),
    (
        "en.people.cn",
        f"Ministers meet in Beijing\n\n(Xinhua) 13:01, February 03, 2026\n\n"
        f"{MET} (Xinhua/Some Name)\n\nBEIJING, Feb. 3 (Xinhua) -- {MET}\n\n{ALSO}\n\n"
        "(Web editor: Some Name, Other Name)\n",
        "en", "xinhua", "2026-02-03", "Ministers meet in Beijing",
        ["Ministers meet in Beijing", MET, MET, ALSO],
    ),
    (
        "shine.cn, archived: the section first, the date twice",
        f" date 2026-02-03 News / Nation\n\nMinisters meet in Beijing again\n\n"
        f"  12:02 UTC+8, 2026-02-03\n{MET}\n  12:02 UTC+8, 2026-02-03\n\n{ALSO}\n\n"
        "Source: Xinhua   Editor: Some Name\n",
        "en", "xinhua", "2026-02-03", "Ministers meet in Beijing again",
        ["News / Nation", "Ministers meet in Beijing again", MET, ALSO],
    ),
    (
        "kyodonews.jp: four lines above the text, no blank one",
        f"14:45 3 February 2026\nMinisters meet in Beijing\nBy Junko Horiuchi\n"
        f"BEIJING, Feb. 3, Kyodo\n{MET}\n{ALSO}\n",
        "en", "kyodo", "2026-02-03", "Ministers meet in Beijing",
        ["Ministers meet in Beijing", MET, ALSO],
    ),
    (
        "reuters.com, by wire: wrapped, with desk credits",
        "Ministers meet in\nBeijing\n\nBEIJING, Feb 3 (Reuters) - The two foreign ministers met\n"
        "in Beijing on Tuesday, a statement said.\n"
        "   They also agreed to open more border gates this year, it\nadded.\n\n"
        "(Reporting by Some Name in Beijing; Editing by Other Name)\n",
        "en", "reuters", None, "Ministers meet in Beijing",
        ["Ministers meet in Beijing", MET, ALSO],
    ),
    (
        "vneconomy.vn, archived: date lines, author, caption twice",
        f" date 2026-02-03 Thứ Ba, 03/02/2026\n\nHội đàm tại Bắc Kinh\n\n03/02/2026, 09:14\n\n"
        f"{GAP}\n\n{GAP} Ảnh: VGP.\n{GAP} Ảnh: VGP.\n\n{GAP}/.\n",
        "vi", None, "2026-02-03", "Hội đàm tại Bắc Kinh",
        ["Hội đàm tại Bắc Kinh", GAP, GAP, GAP, GAP],
    ),
    (
        "vietnamplus.vn",
        f"Hội đàm tại Bắc Kinh\n\nBắc Kinh (TTXVN) - {GAP}\n\n{GAP}/.\n\n(TTXVN/Vietnam+)\n",
        "vi", "vna", None, "Hội đàm tại Bắc Kinh", ["Hội đàm tại Bắc Kinh", GAP, GAP],
    ),
    (
        "dantri.com.vn",
        f"Hội đàm tại Bắc Kinh\n\n(Dân trí) - {GAP}\n\n{GAP} (Ảnh: TTXVN)\n\nTheo TTXVN\n",
        "vi", None, None, "Hội đàm tại Bắc Kinh", ["Hội đàm tại Bắc Kinh", GAP, GAP],
    ),
    (
        "zh.vietnamplus.vn",
        f"两国外长举行会谈\n\n越通社河内——{HUI}\n\n{HUI}图自越通社\n\n{HUI}（完）\n\n越通社\n",
        "zh-Hans", "vna", None, "两国外长举行会谈", ["两国外长举行会谈", HUI, HUI, HUI],
    ),
    (
        "chinanews.com.cn: indented, the site's own date line",
        f"两国外长举行会谈\n中国新闻网| 2026-02-03 20:04:19\n\n"
        f"  中新社北京2月3日电 {HUI}\n\n  {HUI}\n（完）",
        "zh-Hans", "chinanews", "2026-02-03", "两国外长举行会谈", ["两国外长举行会谈", HUI, HUI],
    ),
    (
        "news.cn: full-width indents, no blank lines",
        f"两国外长举行会谈\n2026-02-03 20:10:22　来源：新华网\n"
        f"　　新华社北京2月3日电（记者某某）{HUI}\n"
        f"　　{HUI}新华社记者 某某某 摄\n　　{HUI}\n【责任编辑：某某】",
        "zh-Hans", "xinhua", "2026-02-03", "两国外长举行会谈",
        ["两国外长举行会谈", HUI, HUI, HUI],
    ),
]  # fmt: skip


@pytest.mark.parametrize("row", HOUSES, ids=[row[0] for row in HOUSES])
def test_house(row: tuple[str, str, str, str | None, str | None, str | None, list[str]]) -> None:
    _, text, lang, source, date, title, texts = row
    document = read_bytes(text.encode(), path="x.txt")
    found = [" ".join(segment.text.split()) for segment in document.segments]
    assert found == texts
    said = document.date and document.date.isoformat()
    assert (document.lang, document.source, said, document.title) == (lang, source, date, title)
