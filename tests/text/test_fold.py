"""Search keys are idempotent and lossy; the other fold keeps every place."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termkit.text.fold import fold, fold_same_length
from termkit.text.normalise import normalise

TEXTS = st.one_of(st.text(), st.text(alphabet="aĐđÐƉệế Ốøßİŉﬃ’“–-‑\u00a0\u0301\u0302国𡨸豈Жя가ǅ"))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Bộ trưởng Lê Hoài Trung", "bo truong le hoai trung"),
        ("Bo\u0323\u0302 tru\u031bo\u031b\u0309ng", "bo truong"),
        ("Ðặng Ɖức", "dang duc"),
        ("ASEAN–China", "asean china"),
        ("Việt Nam - China", "viet nam china"),
        ("people’s", "people's"),
        ("中共中央 政治局", "中共中央 政治局"),
        ("chữ 𡨸", "chu 𡨸"),
        ("Œuvre, Straße", "oeuvre, strasse"),
        ("Путин", "putin"),
        ("U.S.", "u.s."),
        ("ＡＰＥＣ", "apec"),
        ("", ""),
    ],
)
def test_key(text: str, key: str) -> None:
    assert fold(text) == key


@given(TEXTS)
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_same_length(text: str) -> None:
    assert len(fold_same_length(text)) == len(text)


@given(st.text(alphabet="aĐđệếỐ AZ国𡨸’"))
def test_both_folds_agree_on_what_termkit_reads(text: str) -> None:
    found = normalise(text).text
    assert fold(found) == fold(fold_same_length(found))


def test_unidecode_waits_until_it_is_needed() -> None:
    """Vietnamese, Chinese and typographic quotes never load it; a Greek letter does."""
    program = (
        "import sys; from termkit.text.fold import fold;"
        "fold('Đặng – “国”'); print('unidecode' in sys.modules);"
        "fold('Ω'); print('unidecode' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert out.stdout.split() == ["False", "True"], out.stderr
