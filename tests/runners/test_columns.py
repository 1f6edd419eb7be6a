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
    ],
)
def test_refused(present: list[str], given: dict[str, str], problem: str) -> None:
    with pytest.raises(ConfigError) as error:
        find_columns(present, given, path="x.csv")
    assert error.value.problem == problem
    assert error.value.hint
