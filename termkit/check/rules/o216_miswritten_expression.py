"""O216: a Chinese expression with one character mistaken, or two that changed places."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.gazetteer import is_in_han_name
from termkit.check.han_variants import grams_of, joined
from termkit.check.nearby import matches_near
from termkit.check.rule import Mark, rule
from termkit.check.slips_zh import is_little_word, makes_a_word, stands_alone
from termkit.check.view import UnitView
from termkit.lang.zh.broken_words import find_broken_words
from termkit.lang.zh.compounds import is_crossed
from termkit.lang.zh.expressions import NearExpression, find_near_expressions
from termkit.lang.zh.hanzi import is_traditional, simplify
from termkit.lang.zh.pinyin import sound_alike
from termkit.model.finding import Severity
from termkit.model.span import Span
from termkit.text.grams import Grams

_SHORT = 4  # characters; in a longer expression one may make a word by chance
# Numbers and countries come and go: 一心一意, 中英政府.
_FREE = frozenset("一二三四五六七八九十百千万两中越俄美日韩朝老柬泰印缅法德英澳欧")


@rule(
    "O216",
    "miswritten-expression",
    scope="unit",
    severity="warning",
    since="0.1",
    languages=("zh",),
    yields_to=("O102", "O212", "N103", "T104"),
)
def RULE(view: UnitView) -> Iterator[Mark]:
    """A Chinese expression has a character that only sounds or looks right.

    *一如继往* for *一如既往*, *集装箱运数* for *集装箱运输*; *国物院* for *国务院*. Told where
    what stands is no expression or word, and where the odd character makes no word with what stands
    around it (in the midst of five and more it may). A character that looks like the right one
    is told in the midst of the expression only; two that changed places are a note, in the midst of
    five and more. A little word, a number, a country or, at the end, another
    common word in its place may be meant; so is what the document says twice, and an expression
    in quotation marks of its own, in a title, or beside the right one, which a text about
    spelling has.

    ## Why it matters
    A keyboard by sound offers the wrong character first, and no spelling checker objects.

    ## Use instead
    The expression.

    ## Source
    Idioms, phrases and terms of jieba's dictionary, the usual ones by its list of document
    frequencies; readings of the Unihan database, and characters that look alike as the package
    pycorrector lists them.
    """
    text = view.target
    last = 0
    found = sorted(_near(grams_of(view)), key=_longest_first)
    if not found or is_traditional(text.text):
        return  # the expressions are in simplified characters
    for near in found:
        span = Span(near.start, near.start + len(near.expression))
        if near.start + near.at < last or near.expression in text.text:
            continue
        if _is_enclosed(text.text, span) or not _is_slip(text.text, near):
            continue
        if joined(view.document).text.count(span.slice(text.text)) > 1:
            continue  # what a document says twice is meant
        if any(len(m.span) > 1 and m.span.overlaps(span) for m in matches_near(text, span)):
            continue
        last = near.start + near.at + near.width
        known = near.expression[near.at : near.at + near.width]
        yield text.mark(
            span,
            f"{text.text[last - near.width : last]!r} for {known!r} in {near.expression!r}",
            replacement=near.expression,
            severity=Severity.INFO if near.width > 1 else None,
        )


def _near(grams: Grams) -> Iterator[NearExpression]:
    yield from find_near_expressions(grams)
    for start, word, at in find_broken_words(grams):
        yield NearExpression(start, word, at, 1)


def _longest_first(near: NearExpression) -> tuple[int, int]:
    return near.start + near.at, -len(near.expression)


def _is_slip(text: str, near: NearExpression) -> bool:
    """Whether what is written can hardly be meant."""
    at, size = near.start + near.at, len(near.expression)
    at_start, at_end = near.at == 0, near.at + near.width == size
    written, known = text[at : at + near.width], near.expression[near.at :][: near.width]
    if any(character in _FREE or is_little_word(character) for character in written + known):
        return False
    if near.width > 1:
        inside = not (at_start or at_end) and size > _SHORT  # 甜酸苦辣 is as good as 酸甜苦辣
        return inside and not (makes_a_word(text, at) or makes_a_word(text, at + 1))
    if is_in_han_name(text, at):
        return False
    if simplify(written) == known:
        return False  # another script, no slip
    sounds = sound_alike(written, known)
    if makes_a_word(text, at):
        return sounds and not (at_start or at_end) and size > _SHORT
    if not sounds and (at_start or at_end):
        return False
    if size < _SHORT:
        crossed = is_crossed(text, near.start) or is_crossed(text, near.start + size)
        return not (crossed or (at_start and stands_alone(written)))  # 易制毒化学品
    return not (at_end and stands_alone(written))  # 心中有说不出的自豪


def _is_enclosed(text: str, span: Span) -> bool:
    """Whether the expression stands alone in quotation marks, or in the title of a work."""
    around = text[span.start - 1 : span.start] + text[span.end : span.end + 1]
    _, opened, title = text[: span.start].rpartition("《")
    return around in ("“”", "‘’", "「」", '""') or (bool(opened) and "》" not in title)
