"""Web and mail addresses in running text, and what only has stops in it."""

from __future__ import annotations

import pytest

from termkit.text.urls import url_spans

TEXTS = [
    ("See https://vnexpress.net/a-b_c.html?x=1&y=2#z.", ["https://vnexpress.net/a-b_c.html?x=1&y=2#z"]),
    ("(http://x.cn/a_(b))", ["http://x.cn/a_(b)"]),
    ("<http://x.cn/Viet_Nam>", ["http://x.cn/Viet_Nam"]),
    ("网站https://www.mfa.gov.cn/web，见", ["https://www.mfa.gov.cn/web"]),
    ("见www.news.cn。", ["www.news.cn"]),
    ("Theo Chinhphu.vn, vietnamplus.vn/tin-tuc/a.vnp và VOV.VN.",
     ["Chinhphu.vn", "vietnamplus.vn/tin-tuc/a.vnp", "VOV.VN"]),
    ("Write to le.hoai-trung+x@mofa.gov.vn!", ["le.hoai-trung+x@mofa.gov.vn"]),
    ("mailto:a@x.vn", ["mailto:a@x.vn"]),
    ("en.people.cn:8080/n3", ["en.people.cn:8080/n3"]),
    ("Viet Nam.China ties", []),
    ("the U.S.trade, e.g.the one", []),
    ("He left.Com came", ["left.Com"]),  # a slip that looks like a host; nobody can tell
    ("TP.HCM, ngày 3.2.2026, No.5", []),
    ("at 7 p.m. @home", []),
    ("𡨸.vn, Việt.vn", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_url_spans(text: str, expected: list[str]) -> None:
    assert [span.slice(text) for span in url_spans(text)] == expected


def test_long_text_is_read_in_no_time() -> None:
    """Nothing here is tried twice for every letter."""
    assert url_spans("a." * 50_000 + "@") == ()
    assert url_spans("a-" * 50_000 + ".") == ()
