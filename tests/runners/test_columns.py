"""Which column is which."""

from __future__ import annotations

import pytest

from termkit.errors import ConfigError
from termkit.runners.columns import find_columns


@pytest.mark.parametrize(
    ("present", "given", "expected"),
    [
        (["id", "text"], {}, {"id": "id", "text": "text"}),
        (
            ["url", "Content", "publisher"],
            {},
            {"id": "url", "text": "Content", "source": "publisher"},
        ),
        (["body", "text"], {"text": "body"}, {"text": "body"}),
        (["text", "language"], {"text": "text"}, {"text": "text", "lang": "language"}),
        (["content", "text"], {}, {"text": "text"}),
        # Namesakes that hold nothing of a row do no harm.
        (["", "text", ""], {}, {"text": "text"}),
        # A column named for one field is not another one as well.
        (["domain", "text"], {"id": "domain"}, {"id": "domain", "text": "text"}),
    ],
)
def test_found(present: list[str], given: dict[str, str], expected: dict[str, str]) -> None:
    assert dict(find_columns(present, given).names) == expected


@pytest.mark.parametrize(
    ("present", "given", "problem"),
    [
        (["a", "b"], {}, "no column holds the text"),
        (["text"], {"text": "txt"}, "there is no column 'txt' for the text"),
        (["text"], {"txet": "text"}, "a row has no field 'txet'"),
        (["text", "id", "text"], {}, "two columns are named 'text'"),
        (["a", "b", "a"], {"text": "a"}, "two columns are named 'a'"),
    ],
)
def test_refused(present: list[str], given: dict[str, str], problem: str) -> None:
    with pytest.raises(ConfigError) as error:
        find_columns(present, given, path="x.csv")
    assert error.value.problem == problem
    assert error.value.hint


def test_a_wide_table_is_told_by_its_first_columns() -> None:
    with pytest.raises(ConfigError) as error:
        find_columns(["x" * 5000, *(f"c{n}" for n in range(50_000))])
    assert error.value.hint == (
        f"the columns are: {'x' * 39}…, c0, c1, c2, c3, c4, c5, c6, c7, c8 and 49,991 more; "
        "name one with --column text=NAME"
    )
    with pytest.raises(ConfigError) as error:
        find_columns([f"c{n}" for n in range(10)])
    assert (error.value.hint or "").startswith(
        "the columns are: c0, c1, c2, c3, c4, c5, c6, c7, c8, c9;"
    )
