"""T104: one slip away from a set phrase, a term, a treaty or an organisation's name."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.near_phrases import NearPhrase, find_near_phrases
from termkit.check.quoted import is_mentioned, is_quoted
from termkit.check.rule import Mark, rule
from termkit.check.slip import SlipKind
from termkit.check.swapped_han import find_swapped_phrases
from termkit.check.view import UnitView
from termkit.model.concept import Review
from termkit.model.finding import Severity
from termkit.model.span import Span


@rule(
    "T104",
    "near-phrase",
    scope="unit",
    documents_only=True,
    since="0.1",
    severity="warning",
    yields_to=("O101", "O102", "O103", "O105", "T101"),
)
def RULE(view: UnitView) -> Iterator[Mark]:
    """A known phrase is off by one letter, mark, character or word.

    ## Why it matters
    *Community with shared future* and *cộng đồng chia sẽ tương lai* are read as the set phrase
    and quoted on as it. Only phrases of at least four words (three when a long word is
    mistyped; four syllables in Vietnamese; four characters in Chinese, and five for what is
    not mistaken for its sound) are held against the text, and what grammar, another house or
    another designation explains is left alone: a plural, an article more, *defense* for
    *defence*, another number, a different partnership.
    Two words that changed places, another form of the right word inside a name (*Regional
    Comprehensive Economy Partnership*), another word in a long Chinese name or one that is
    missing there are worth a note where they could be meant.

    ## Use instead
    The designation, as the message gives it.

    ## Source
    Damerau (1964), A Technique for Computer Detection and Correction of Spelling Errors: four
    in five slips are one letter; the phrases are the glossary's, each with its source, and the
    bodies and treaties of the language's table.
    """
    text = view.target
    told: list[Span] = []
    for near in find_near_phrases(text, view.document.glossary):
        # Somebody's own words may leave out an article; a typing error is never quoted, and
        # in Vietnamese and Chinese only half a word is ever missing.
        is_typo = near.slip.is_typo or not text.lang.startswith("en")
        if not is_typo and is_quoted(text.text, near.span):
            continue
        if is_mentioned(text.text, near.span):
            continue
        told.append(near.span)
        yield text.mark(
            near.span,
            _message(near, near.span.slice(text.text)),
            replacement=near.replacement,
            concept_id=near.phrase.concept.id or None,
            severity=_severity(near),
        )

    for span, known in find_swapped_phrases(view) if text.lang.startswith("zh") else ():
        if is_mentioned(text.text, span) or any(span.overlaps(other) for other in told):
            continue
        told.append(span)
        yield text.mark(
            span,
            f"{span.slice(text.text)!r} is {known!r} with its characters in another order",
            replacement=known,
        )


def _severity(near: NearPhrase) -> Severity | None:
    if near.phrase.designation.review is Review.PROPOSED:
        return Severity.HINT
    return None if near.is_sure else Severity.INFO


def _message(near: NearPhrase, written: str) -> str:
    known = near.phrase.designation.text
    if near.slip.kind is SlipKind.MISSING:
        return f"{written!r} lacks {near.slip.known!r} of {known!r}"
    if near.slip.kind is SlipKind.EXTRA:
        return f"{written!r} has {near.slip.written!r} too much for {known!r}"
    # A wrong word, or two swapped ones.
    return f"{near.slip.written!r} for {near.slip.known!r} in {known!r}"
