"""O218: a Vietnamese word that is another one's slip where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.rule import Mark, rule
from termkit.check.view import UnitView
from termkit.lang.vi.real_words import find_real_word_errors


@rule(
    "O218",
    "real-word-error",
    scope="unit",
    severity="warning",
    since="0.1",
    languages=("vi",),
    yields_to=("O101", "O102", "O103", "O105", "O214", "N103", "T104"),
)
def RULE(view: UnitView) -> Iterator[Mark]:
    """A Vietnamese syllable is a word, but not beside this neighbour: another one was meant.

    *Đường sắc* for *đường sắt*, *suất khẩu* for *xuất khẩu*. Told where the pair is
    no word and was never seen, while a word that was counted often differs from it in marks
    alone, or sounds alike to many speakers (*tr* and *ch*, *s* and *x*, *t* and *c*). A syllable
    that makes a word with its other neighbour, a name, a word of grammar or number is left
    alone; so are two words that both fit (*lịch sự* for *lịch sử*).

    ## Why it matters
    No spelling checker objects to a word that exists.

    ## Use instead
    The word that is common here.

    ## Source
    Pairs of syllables in the bigrams of Tesseract, the models of underthesea, six codes of law
    and Vietnamese manuals; words after pyvi. The idea is that of Mays, Damerau and Mercer
    (1991), Context based spelling correction.
    """
    text = view.target
    for span, meant in find_real_word_errors(text.text):
        written = span.slice(text.text)
        words = tuple(word.capitalize() if written[0].isupper() else word for word in meant)
        message = f"{written!r} makes no word here; meant is {' or '.join(map(repr, words))}"
        yield text.mark(span, message, replacement=words[0] if len(words) == 1 else None)
