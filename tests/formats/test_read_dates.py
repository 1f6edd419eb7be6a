"""Which lines are a date and nothing else."""

from __future__ import annotations

import datetime

import pytest

from termkit.formats.dates import date_line

DAY = datetime.date(2026, 2, 3)

LINES = [
    "(People's Daily App) 10:15, February 03, 2026",
    "February 3, 2026",
    "February 03, 2026",
    "Feb. 3, 2026",
    "Feb 3 2026",
    "3 February 2026",
    "Tuesday, February 3, 2026",
    "Tuesday, February 03, 2026 - 17:43",
    "February 3, 2026 11:39 AM GMT+7",
    "Updated: 7:44pm, 3 Feb, 2026",
    "Published February 3, 2026",
    "14:45 3 February 2026",
    "12:02 UTC+8, 2026-02-03",
    "2026-02-03",
    "2026-02-03 10:00:00",
    "2026/02/03",
    "updatetime:2026-02-03 19:12:39   Views:0 Source:Xinhua",
    "(Xinhua) 13:01, February 03, 2026",
    "Xinhua) 13:01, February 03, 2026",
    "Xinhua | Updated: 2026-02-03 09:10",
    "03/02/2026",
    "03/02/2026, 09:14",
    "03/02/2026 10:00 GMT+7",
    "Thứ Ba, 03/02/2026",
    "Thứ Ba, 03/02/2026 - 10:00",
    "Thứ ba, 3/2/2026, 10:00 (GMT+7)",
    "Thứ Ba, ngày 3 tháng 2 năm 2026",
    "Ngày 3 tháng 2 năm 2026",
    "10:00 | 03/02/2026",
    "Cập nhật lúc 10:00, 03/02/2026",
    "2026年2月3日",
    "2026年02月03日 10:00",
    "2026年2月3日 星期二",
    "2026-02-03 20:10:22 来源：新华网",
    "发布时间:2026-02-03 15:31:42 来源: 某网",
    "更新時間:11:59 2026-02-03",
    "发布时间:2026-02-03 08:30:00 | 来源:新华网 | 作者: | 责任编辑:某某某",
    "發佈時間:2026-02-03 08:30:00 | 來源:新華網 | 作者: | 責任編輯:某某某",
    "中国新闻网| 2026-02-03 20:04:19",
]


@pytest.mark.parametrize("line", LINES)
def test_date_line(line: str) -> None:
    assert date_line(line) == DAY


TEXT = [
    "On February 3, 2026, they met.",
    "February 3, 2026.",
    "In February 2026",
    "They met on 03/02/2026",
    "2026",
    "Feb. 31, 2026",
    "Chiều 3/2, tại Bắc Kinh",
    "2月3日，外交部长王毅在北京会见黎怀忠。",
    "2026年2月3日，外交部长王毅在北京会见黎怀忠。",
    "The Year 2026",
    "²026-02-03",
    "(People's Daily App) On February 03, 2026, they met",
]


@pytest.mark.parametrize("line", TEXT)
def test_text_is_left_alone(line: str) -> None:
    assert date_line(line) is None


def test_month_first_when_the_day_cannot_be_a_month() -> None:
    """02/13/2026 has one reading only; 03/02/2026 is read the Vietnamese way."""
    assert date_line("02/13/2026") == datetime.date(2026, 2, 13)
