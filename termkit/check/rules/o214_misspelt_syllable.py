"""O214: a Vietnamese syllable that is no word and breaks a compound."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.rule import Mark, rule
from termkit.check.view import UnitView
from termkit.lang.vi.misspelling import find_misspelt_syllables


@rule(
    "O214",
    "misspelt-syllable",
    scope="unit",
    severity="warning",
    since="0.1",
    languages=("vi",),
    yields_to=("O101", "O102", "O103", "O105", "N103", "T104"),
)
def RULE(view: UnitView) -> Iterator[Mark]:
    """A Vietnamese syllable makes no word, and one mark or letter away it would.

    *Kim nghạch* for *kim ngạch*, *kiên thức* for *kiến thức*. Judged are syllables that are
    no word of their own and belong to no compound where they stand, and only where exactly
    one compound explains them. Names, foreign words and the place of the tone mark are left
    alone; two words that both exist (*nhất chí*) are, too.

    ## Why it matters
    A mark slips easily, and then nobody finds the word.

    ## Use instead
    The compound.

    ## Source
    The words and compounds of pyvi's list; the possible syllables after Đoàn Thiện Thuật
    (1977), Ngữ âm tiếng Việt.
    """
    text = view.target
    for span, meant in find_misspelt_syllables(text.text):
        message = f"{span.slice(text.text)!r} is no word here; meant is {meant!r}"
        yield text.mark(span, message, replacement=meant)
