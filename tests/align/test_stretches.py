"""Names by their form, and phrases that agree with an alignment."""

from __future__ import annotations

import numpy as np
import pytest

from termkit.align.phrases import find_phrases
from termkit.align.stretches import find_names
from termkit.align.tokens import read_side
from termkit.align.words import Links

# label, language, text, one of the names, a near miss that is none
NAMES = [
    ("ministry", "en", "He met the Ministry of Industry and Trade today.",
     "Ministry of Industry and Trade", "Ministry of Industry"),
    ("two names", "en", "They are the National Assembly of Vietnam and the National Bank.",
     "National Assembly of Vietnam", "National Assembly of Vietnam and the National"),
    ("small letters go on", "vi",
     "Họ giao Ủy ban Chỉ đạo hợp tác song phương Việt Nam - Trung Quốc.",
     "Ủy ban Chỉ đạo hợp tác song phương Việt Nam - Trung Quốc", "giao Ủy ban Chỉ đạo"),
    ("a verb ends it", "vi", "Hôm nay Mặt trận Tổ quốc Việt Nam sẽ họp.",
     "Mặt trận Tổ quốc Việt Nam", "Mặt trận Tổ quốc Việt Nam sẽ"),
    ("head at the end", "zh", "双方讨论全球安全倡议。", "全球安全倡议", "倡议"),
    ("title marks", "zh", "双方将遵守《关于指导解决中越海上问题基本原则协议》，",
     "《关于指导解决中越海上问题基本原则协议》", "关于指导解决中越海上问题基本原则协议"),
    ("quoted", "zh", "对接“两廊一圈”和倡议", "两廊一圈", "和倡议"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "name", "miss"), [row[1:] for row in NAMES], ids=[row[0] for row in NAMES]
)
def test_names_by_their_form(lang: str, text: str, name: str, miss: str) -> None:
    side = read_side([text], lang)
    found = {side.surface(0, *words) for words in find_names(side, 0)}
    assert name in found
    assert miss not in found


def links(*cells: tuple[int, int], shape: tuple[int, int]) -> Links:
    table = np.zeros(shape, np.float32)
    for cell in cells:
        table[cell] = 1
    return Links(table, table)


def test_a_phrase_holds_what_its_words_are_linked_to() -> None:
    """Word 1 of the source has two words; the whole has three, a part that cuts them none."""
    table = links((0, 0), (1, 1), (1, 2), shape=(2, 3))
    found = {(p.source, p.target) for p in find_phrases(table, [(0, 2), (1, 2)], [(0, 2)])}
    assert found == {((0, 2), (0, 3)), ((1, 2), (1, 3))}


def test_a_word_without_a_link_makes_no_phrase() -> None:
    table = links((0, 0), shape=(2, 2))
    assert list(find_phrases(table, [(1, 2)], [])) == []
    short, long = find_phrases(table, [(0, 1)], [(0, 2)])
    assert (short.target, long.target) == ((0, 1), (0, 2))
    assert short.weight > long.weight  # its second word has no link
