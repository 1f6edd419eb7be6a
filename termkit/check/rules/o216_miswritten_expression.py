"""O216: a Chinese expression of four characters, one of them written by its sound."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.nearby import matches_near
from termkit.check.rule import Mark, rule
from termkit.check.slips_zh import is_little_word, makes_a_word, stands_alone
from termkit.check.view import UnitView
from termkit.lang.zh.expressions import find_near_expressions
from termkit.model.span import Span

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
    """A Chinese expression of four characters has one that only sounds right.

    *一如继往* for *一如既往*, *再接再励* for *再接再厉*. Told where the four are no word, and
    where the odd character makes none with what stands around it. A little word, a number, a
    country or, at the end, another common word in its place may be meant; so is an expression
    in quotation marks of its own, in a title, or beside the right one, which a text about
    spelling has.

    ## Why it matters
    A keyboard by sound offers the wrong character first, and no spelling checker objects.

    ## Use instead
    The expression.

    ## Source
    Idioms and phrases of jieba's dictionary, and its words of four characters; readings of
    the Unihan database.
    """
    text = view.target
    for start, expression, at in find_near_expressions(text.text):
        span = Span(start, start + len(expression))
        odd = text.text[start + at]
        if expression in text.text or _is_meant(text.text, span):
            continue
        if {odd, expression[at]} & _FREE or is_little_word(odd) or is_little_word(expression[at]):
            continue
        if makes_a_word(text.text, start + at) or (
            at == span.end - start - 1 and stands_alone(odd)
        ):
            continue  # 心中有说不出的自豪
        if any(len(m.span) > 1 and m.span.overlaps(span) for m in matches_near(text, span)):
            continue
        yield text.mark(
            span,
            f"{odd!r} for {expression[at]!r} in {expression!r}",
            replacement=expression,
        )


def _is_meant(text: str, span: Span) -> bool:
    """Whether the expression stands alone in quotation marks, or in the title of a work."""
    around = text[span.start - 1 : span.start] + text[span.end : span.end + 1]
    _, opened, title = text[: span.start].rpartition("《")
    return around in ("“”", "‘’", "「」", '""') or (bool(opened) and "》" not in title)
