"""Everyday words of two languages that may render each other: *hospital*, bệnh viện, 医院.

They describe the same symbols in CLDR, or a sentence encoder that has read both languages finds
them much nearer to each other than to any other word (`scripts/build_alike_words.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from termkit.align.lexemes import LanguagePair, Rendering
from termkit.lang.tables import load_table

ALIKE = 0.3


def everyday_pairs(pair: LanguagePair) -> Iterator[Rendering]:
    """Lexemes of both languages that may render each other, and how far that is known.

    Nothing is known of other pairs than those of English, Vietnamese and Chinese.

    >>> from functools import partial
    >>> from termkit.align.lexemes import find_lexemes
    >>> from termkit.lang import get_language
    >>> vi, en = (partial(find_lexemes, language=get_language(lang)) for lang in ("vi", "en"))
    >>> ("bệnh viện", "hospi", 0.3) in set(everyday_pairs(LanguagePair(("vi", "en"), (vi, en))))
    True
    """
    for rooms, step in ((pair.rooms, 1), (pair.rooms[::-1], -1)):
        for words in _pairs("-".join(rooms)):
            one, other = words[::step]
            source, target = pair.lexemes[0](one), pair.lexemes[1](other)
            if len(source) == len(target) == 1:
                yield source[0], target[0], ALIKE


@cache
def _pairs(langs: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (one, other)
        for table in ("everyday_words", "alike_words")
        for key, one, other in load_table("termkit.align", table)
        if key == langs
    )
