"""The places that speak for a candidate: a piece of text around it, its file, line and date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from termkit.align.phrase_pair import Place
from termkit.align.terms import Lexicon
from termkit.align.tokens import Side
from termkit.model.bitext import TranslationUnit
from termkit.model.review import Context

_MOST = 5
_AROUND = 100  # code points of text on each side of a form


def unit_contexts(
    places: Iterable[Place], units: Sequence[TranslationUnit], lexicon: Lexicon
) -> tuple[Context, ...]:
    """Where a pair was seen: each publisher once before any of them twice.

    Args:
        places: Of the pair.
        units: That the lexicon was learnt from.
        lexicon: Has their texts.
    """
    found = []
    for place in {place.unit: place for place in places}.values():
        unit = units[place.unit]
        found.append(
            Context(
                unit=unit.id,
                source=_around(lexicon.source, place.unit, place.source),
                target=_around(lexicon.target, place.unit, place.target),
                path=unit.id.rsplit("#", 1)[0] or None,
                line=unit.source.locator.line,
                publisher=unit.publisher,
                date=unit.date,
            )
        )
    return different_first(found)


def different_first(contexts: Sequence[Context]) -> tuple[Context, ...]:
    """A few of the contexts, of as many publishers and files as there are."""
    seen: dict[tuple[str | None, str | None], int] = {}
    ranked = []
    for number, context in enumerate(contexts):
        origin = context.publisher, context.path
        seen[origin] = seen.get(origin, -1) + 1
        ranked.append((seen[origin], number, context))
    return tuple(context for *_, context in sorted(ranked, key=lambda item: item[:2])[:_MOST])


def snippet(text: str, start: int, end: int) -> str:
    """The text around a span, on one line, with an ellipsis where it was cut.

    >>> snippet("The two sides agreed.", 4, 7)
    'The two sides agreed.'
    """
    left, right = max(0, start - _AROUND), min(len(text), end + _AROUND)
    cut = " ".join(text[left:right].split())
    return ("\u2026" if left else "") + cut + ("\u2026" if right < len(text) else "")


def _around(side: Side, unit: int, words: tuple[int, int]) -> str:
    span = side.place(unit, *words)
    return snippet(side.texts[unit], span.start, span.end)
