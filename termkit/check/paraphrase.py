"""Whether a text may render a designation in other words: then nothing is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from termkit.check.phrases import FUNCTION_WORDS
from termkit.lang.tables import load_rows
from termkit.model.span import Span
from termkit.text.scripts import HAN

_WORD = re.compile(rf"[{HAN}]|[^\W_]+")
_STEM = 5  # letters of an English word that its forms share: cooperat-ion, cooperat-ive
_SMALL = frozenset().union(*FUNCTION_WORDS.values())
_SHARE = 0.5
_NAMED_SO = ("organisation", "title")
_ROOM = 2  # times the length of the designation: what may stand between its words


def may_paraphrase(
    designations: Iterable[str],
    text: str,
    lang: str,
    taken: Sequence[Span] = (),
    *,
    share: float = _SHARE,
    least: int = 1,
) -> bool:
    """Whether half the words of a designation stand close together in a text.

    Args:
        designations: Of one concept, in the language of the text.
        text: Normalised.
        lang: Of the text.
        taken: Spans that render something else.
        share: Of the words, that is enough.
        least: Number of words that are at least needed.

    >>> may_paraphrase(["political mutual trust"], "deepening trust in politics", "en")
    True
    >>> may_paraphrase(["外交部长"], "越南外长抵京", "zh"), may_paraphrase(["东盟"], "越南", "zh")
    (True, False)
    """
    tokens = [
        (_key(match[0], lang), match.start())
        for match in _WORD.finditer(text)
        if not any(span.start <= match.start() < span.end for span in taken)
    ]
    keys = [key for key, _ in tokens]
    return any(
        _is_near(_content(designation, lang), keys, lang, share, least)
        for designation in designations
    )


def is_completed(part: Span, text: str, designation: str, lang: str) -> bool:
    """Whether the words that a part of a designation lacks stand beside it in a text.

    >>> text = "Standing member of the Party Secretariat"
    >>> is_completed(Span(9, 40), text, "Standing Member of the Secretariat", "en")
    True
    """
    words = _content(designation, lang)
    rest = words - _content(part.slice(text), lang)
    before = _WORD.findall(text[: part.start])[-len(rest) :]
    after = _WORD.findall(text[part.end :])[: len(rest)]
    return 0 < len(rest) < len(words) and rest <= {_key(word, lang) for word in before + after}


def _is_near(wanted: frozenset[str], keys: list[str], lang: str, share: float, least: int) -> bool:
    if not wanted:
        return False
    telling = wanted - _heads(lang) or wanted  # a minister is not yet that of finance
    places = [(index, key) for index, key in enumerate(keys) if key in wanted]
    need = max(least, -(-len(wanted) * share // 1))
    if len(wanted) == 2:
        need = 2 if len(next(iter(wanted))) == 1 else 1
    room = _ROOM * len(wanted) + 2
    for first, (start, _) in enumerate(places):
        near = {key for index, key in places[first:] if index - start < room}
        if len(near) >= need and near & telling:
            return True
    return False


@cache
def _heads(lang: str) -> frozenset[str]:
    """What many bodies and offices are called: *ministry*, *hội đồng*; no words in Chinese."""
    if lang.startswith("zh"):
        return frozenset()
    rows = load_rows(lang.split("-")[0], "term_heads")
    return frozenset(
        _key(word, lang) for head, kind in rows if kind in _NAMED_SO for word in head.split()
    )


@lru_cache(maxsize=4096)
def _content(designation: str, lang: str) -> frozenset[str]:
    words = [match[0] for match in _WORD.finditer(designation)]
    return frozenset(_key(word, lang) for word in words if word.lower() not in _SMALL)


def _key(word: str, lang: str) -> str:
    return word.lower()[:_STEM] if lang.startswith("en") else word.lower()
