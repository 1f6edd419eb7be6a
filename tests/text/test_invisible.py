"""Which invisible characters go, and which have work to do."""

from __future__ import annotations

import pytest

from termkit.text.invisible import find_invisible, without_invisible
from termkit.text.lookalikes import find_lookalikes, find_posing_han
from tests.bounded import bounded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi\u200bệt", "Việt"),
        ("中\u200b国", "中国"),
        ("𡨸\u2060喃", "𡨸喃"),
        ("\ufeffHà Nội", "Hà Nội"),
        ("Hà\u200bNội", "Hà Nội"),
        ("Vie\u200b\u0323\u0302t", "Vie\u0323\u0302t"),
        ("5\u202fkm, 5\u00a0km", "5\u202fkm, 5\u00a0km"),  # spaces are seen
        ("👩\u200d⚕️", "👩\u200d⚕️"),
        ("क्\u200dष", "क्\u200dष"),
        ("ไทย\u200bไทย", "ไทย\u200bไทย"),
        ("he said \u202bשלום\u202c twice", "he said \u202bשלום\u202c twice"),
    ],
)
def test_without_invisible(text: str, expected: str) -> None:
    assert without_invisible(text) == expected


@pytest.mark.parametrize("piece", ["a\u200b", "\u200b a", "\u00ad" * 3, "аa", "ⅠА", "⼈人"])
def test_time_grows_with_the_text(piece: str) -> None:
    with bounded(2.0):
        text = piece * 20_000
        without_invisible(text)
        list(find_invisible(text))
        list(find_posing_han(text))
        list(find_lookalikes(text))
