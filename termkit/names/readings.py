"""Names across scripts: Han characters, their readings, and two ways of romanising them."""

from __future__ import annotations

from termkit.lang.zh.hanzi import same_han, simplify
from termkit.model.name import Verdict
from termkit.names.latin import Outcome
from termkit.names.read import NameText
from termkit.names.titles import strip_han


def compare_han(one: str, two: str) -> Outcome:
    """Two names in Han characters, of either script."""
    first, kinds_one = strip_han(one)
    second, kinds_two = strip_han(two)
    pairs = [(one, two), (first, second), (first, two), (one, second)]
    if kinds_one and kinds_two and not kinds_one & kinds_two:
        pairs = pairs[:1]
    for x, y in pairs:
        if same_han(x, y):
            reasons = tuple(
                f"{p} and {q} are the same" if p != q else f"{p} is the same"
                for p, q in zip(x, y, strict=True)
            )
            return Outcome(Verdict.SAME, 1.0, reasons)
    x, y = simplify(first), simplify(second)
    size = max(len(x), len(y))
    reasons = tuple(
        f"{p or 'nothing'} and {q or 'nothing'} " + ("are the same" if p == q else "are different")
        for p, q in zip(x.ljust(size)[:32], y.ljust(size)[:32], strict=True)
    )
    shared = sum(p == q for p, q in zip(x, y, strict=False))
    return Outcome(Verdict.CONFLICT, 0.49 * shared / size, reasons)


def compare_han_latin(
    han: str, name: NameText, lang: str | None, known: bool | None
) -> Outcome | None:
    """Han characters and letters."""
    return None


def compare_romanised(
    one: NameText,
    two: NameText,
    lang_a: str | None,
    lang_b: str | None,
    marks: tuple[bool | None, bool | None],
) -> Outcome | None:
    """Two names in letters."""
    return None
