"""Whether tokens that spell a pattern when folded are really it: marks, capitals, gaps."""

from __future__ import annotations

from dataclasses import dataclass

from termkit.glossary.likeness import compare_words, contradicts
from termkit.glossary.match import Likeness
from termkit.glossary.objections import is_permitted
from termkit.glossary.pattern import Pattern, balance_quotes, gap_key, quotes_around
from termkit.glossary.token_text import TokenText
from termkit.glossary.walk import Step, Way


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pattern that stands in the text, before it is weighed against others.

    Attributes:
        start, end: Code points of the text.
        size: Number of its tokens.
        interchanged: Ranges of names that stand in another form than in the designation.
    """

    start: int
    end: int
    pattern: Pattern
    likeness: Likeness
    size: int
    interchanged: tuple[tuple[int, int], ...] = ()


def verify(way: Way, tokens: TokenText, language: str) -> Candidate | None:
    """Compare marks, capitals and gaps; ``None`` when the text is something else.

    Args:
        language: Of the text: primary subtag.
    """
    if not _gaps_fit(way, tokens):
        return None
    compared = _compare(way, tokens)
    if compared is None:
        return None
    likeness, interchanged = compared
    extent = _with_tail(way.entry.pattern, tokens.text, *_range(way, tokens))
    if extent is None or not is_permitted(way, likeness, tokens, language):
        return None
    size = sum(step.end - step.start for step in way.steps)
    return Candidate(*extent, way.entry.pattern, likeness, size, interchanged)


def _compare(way: Way, tokens: TokenText) -> tuple[Likeness, tuple[tuple[int, int], ...]] | None:
    """The weightiest difference of all tokens, and the names in another form."""
    pattern, steps, literal = way.entry
    likeness = Likeness.INFLECTED if pattern.inflected else Likeness.EXACT
    interchanged = []
    compared: list[tuple[str, str]] = []
    for number, (step, (first, end)) in enumerate(zip(way.steps, steps, strict=True)):
        words = list(tokens.words[step.start : step.end])
        if way.possessive and number == len(steps) - 1:
            words[-1] = words[-1][:-2]
        if step.name and not _is_same_form(step, words, pattern, first, end, tokens):
            interchanged.append((tokens.starts[step.start], tokens.ends[step.end - 1]))
            continue
        for index, word in enumerate(words, start=first):
            written = pattern.words[index]
            compared.append((word, written))
            if word == written:
                continue
            if index in literal and not _is_same_word(word, written):
                return None
            one = compare_words(word, written, pattern.capitals[index])
            if one is None:
                return None
            if one.rank > likeness.rank:
                likeness = one
    if likeness is Likeness.UNMARKED and contradicts(*zip(*compared, strict=True)):
        return None
    return likeness, tuple(interchanged)


def _is_same_word(found: str, written: str) -> bool:
    """The same word of a name, perhaps in other capitals, but *VietNam* is not *Vietnam*."""
    if found == written:
        return True
    is_odd = found[1:] != found[1:].lower() and not found.isupper()
    return not is_odd and found.lower() == written.lower()


def _is_same_form(
    step: Step, words: list[str], pattern: Pattern, first: int, end: int, tokens: TokenText
) -> bool:
    """Whether a name stands in the very form that the designation has, capitals aside."""
    wanted = pattern.words[first:end]
    if len(words) != len(wanted) or not all(map(_is_same_word, words, wanted)):
        return False
    return all(
        gap_key(tokens.gap(step.start + offset)) in pattern.gaps[first + offset - 1]
        for offset in range(1, end - first)
    )


def _gaps_fit(way: Way, tokens: TokenText) -> bool:
    ranges = way.entry.steps
    for number in range(1, len(way.steps)):
        step = way.steps[number]
        gap = gap_key(tokens.gap(step.start)) if step.gap is None else step.gap
        if gap not in way.entry.pattern.gaps[ranges[number][0] - 1]:
            return False
    return True


def _range(way: Way, tokens: TokenText) -> tuple[int, int]:
    end = tokens.ends[way.steps[-1].end - 1]
    return tokens.starts[way.steps[0].start], end - 2 if way.possessive else end


def _with_tail(pattern: Pattern, text: str, start: int, end: int) -> tuple[int, int] | None:
    """The range with what belongs to it around the tokens; ``None`` when that is missing."""
    if pattern.quoted:
        return quotes_around(text, start, end)
    if pattern.tail:
        if not text.startswith(pattern.tail, end):
            return None
        end += len(pattern.tail)
    if pattern.titled and text[start - 1 : start] == "《" and text[end : end + 1] == "》":
        return start - 1, end + 1
    return balance_quotes(text, start, end)
