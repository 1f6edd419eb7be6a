"""How often Chinese words stand in texts, and which of them are verbs.

Source: `data/words.tsv` (jieba).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from termkit.lang.tables import load_rows


@cache
def word_counts() -> Mapping[str, int]:
    """Words of up to four characters, simplified, by their count in a corpus.

    >>> word_counts()["照顾"], "照固" in word_counts()
    (2157, False)
    """
    counts: dict[str, int] = {}
    for count, *words in load_rows("zh", "words"):
        counts.update(dict.fromkeys(" ".join(words).split(), int(count)))
    return counts


def is_verb(word: str) -> bool:
    """Whether a word of two characters is a usual verb.

    >>> is_verb("照顾"), is_verb("主席")
    (True, False)
    """
    return word in _verbs()


@cache
def _verbs() -> frozenset[str]:
    return frozenset(verb for row in load_rows("zh", "words") for verb in " ".join(row[2:]).split())
