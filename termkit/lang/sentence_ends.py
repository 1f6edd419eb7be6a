"""Cut a text into sentences at the marks that end one."""

from __future__ import annotations

import re
from collections.abc import Callable

from termkit.lang.full_stops import Habits, ends_sentence
from termkit.model.span import Span

_CLOSING = "\"'\u2019\u201d\u00bb)\\]}\u300d\u300f"
# A note's number stays with its sentence: "is known.[1] It"; ". . ." is one ellipsis. A run of
# marks is looked at once, from its first, or a line of a million dots would take for ever.
_END = re.compile(
    r"(?P<mark>\.(?: \.){2,}|(?<![.!?\u2026])[.!?\u2026]++"
    r"|(?<![\u3002\uff01\uff1f])[\u3002\uff01\uff1f]++)"
    rf"(?P<close>[{_CLOSING}]*+(?:\[\d{{1,3}}\])*)(?=\s|$)"
)


def split_sentences(text: str, habits: Habits) -> tuple[Span, ...]:
    """Spans of the sentences of a normalised text, in order, without the space between them.

    For languages in Latin script; the habits are those of the language.
    """

    def ends(match: re.Match[str], start: int) -> bool:
        return match.end() == len(text) or ends_sentence(text, start, match, habits)

    return cut_sentences(text, _END, ends)


def cut_sentences(
    text: str, end: re.Pattern[str], ends: Callable[[re.Match[str], int], bool]
) -> tuple[Span, ...]:
    """Spans of the sentences of a text that is cut where a mark ends one.

    Args:
        text: Normalised.
        end: Marks that may end a sentence, the quotes and brackets they close included.
        ends: Whether a mark does, given where the sentence starts.
    """
    spans = []
    start = len(text) - len(text.lstrip())
    for match in end.finditer(text):
        if not ends(match, start):
            continue
        spans.append(Span(start, match.end()))
        start = match.end()
        while start < len(text) and text[start].isspace():
            start += 1
    last = len(text.rstrip())
    if start < last:
        spans.append(Span(start, last))
    return tuple(spans)
