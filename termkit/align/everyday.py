"""Words of two languages that describe the same symbols in CLDR: *hospital*, bệnh viện, 医院."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from termkit.align.lexemes import Lexemes, Rendering
from termkit.lang.tables import load_table

ALIKE = 0.3


def everyday_pairs(langs: tuple[str, str], lexemes: tuple[Lexemes, Lexemes]) -> Iterator[Rendering]:
    """Lexemes of both languages that may render each other, and how far that is known.

    Args:
        langs: BCP 47 tags; nothing is known of other pairs than those of English, Vietnamese
            and Chinese.
        lexemes: What finds those of both.

    >>> from functools import partial
    >>> from termkit.align.lexemes import find_lexemes
    >>> from termkit.lang import get_language
    >>> lexemes = [partial(find_lexemes, language=get_language(lang)) for lang in ("vi", "en")]
    >>> ("bệnh viện", "hospi", 0.3) in set(everyday_pairs(("vi", "en"), tuple(lexemes)))
    True
    """
    rooms = langs[0].split("-")[0].lower(), langs[1].split("-")[0].lower()
    for pair, step in ((rooms, 1), (rooms[::-1], -1)):
        for words in _pairs("-".join(pair)):
            one, other = words[::step]
            source, target = lexemes[0](one), lexemes[1](other)
            if len(source) == len(target) == 1:
                yield source[0], target[0], ALIKE


@cache
def _pairs(langs: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (one, other)
        for key, one, other in load_table("termkit.align", "everyday_words")
        if key == langs
    )
