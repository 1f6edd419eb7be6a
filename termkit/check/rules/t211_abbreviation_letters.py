"""T211: the letters of an abbreviation are not those of the name before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.abbreviations import find_uses, known_abbreviations
from termkit.check.rule import Mark, rule
from termkit.check.signal import some_character
from termkit.check.view import DocumentView
from termkit.lang.en.ordinary import is_function_word
from termkit.model.document import SegmentKind
from termkit.model.finding import Severity
from termkit.model.span import Span
from termkit.text.near import one_edit_apart
from termkit.text.scripts import LATIN

_SHORT = re.compile(r"(?<=\w) \((?P<short>[A-Z]{3,8})\)")
_WORD = re.compile(rf"[{LATIN}]+")
_REACH = 200  # code points of the longest name


@rule(
    "T211",
    "abbreviation-letters",
    scope="document",
    severity="warning",
    since="0.1",
    languages=("en",),
    signal=some_character("(".__contains__),
    yields_to=("T104", "T203"),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """The letters of an abbreviation are nearly those of the name it stands behind.

    *River Traffic Authority (RAT)*: two letters changed places, or one is another; the text has
    the right ones elsewhere. Where it has not, changed places alone are a note, unless the
    abbreviation is a known one or stands again.

    ## Why it matters
    The reader learns letters that mean something else below, or nothing.

    ## Use instead
    The first letters of the name's words, or another abbreviation as the body writes it.

    ## Source
    Pairing after Schwartz and Hearst (2003), A Simple Algorithm for Identifying Abbreviation
    Definitions in Biomedical Text.
    """
    for text in view.texts:
        if text.segment.kind is not SegmentKind.PARAGRAPH:
            continue
        for match in _SHORT.finditer(text.text):
            short, span = match["short"], Span(*match.span("short"))
            right = _initials(text.text[max(0, match.start() - _REACH) : match.start()], short)
            if right is None or _stands_again(view, short, 1):
                continue
            again = _stands_again(view, right, 0)
            swapped = sorted(right) == sorted(short)
            if again or (swapped and short not in _known(view)):
                yield text.mark(
                    span,
                    f"{short!r} stands behind words that begin with {right!r}",
                    replacement=right,
                    severity=None if again else Severity.INFO,
                )


def _initials(before: str, short: str) -> str | None:
    """The letters of the name at the end of a text, where they are a slip away from others.

    >>> _initials("the River Traffic Authority", "RAT"), _initials("the Traffic Act", "RAT")
    ('RTA', None)
    """
    letters = ""
    end = len(before)
    for word in reversed(list(_WORD.finditer(before))):
        if before[word.end() : end] not in ("", " ", "-"):
            break
        end = word.start()
        if word[0][0].isupper():
            letters = word[0][0] + letters
            if letters == short:
                return None
            if len(letters) == len(short) and one_edit_apart(letters, short):
                return letters
        elif not is_function_word(word[0]) or len(letters) > len(short):
            break
    return None


def _stands_again(view: DocumentView, short: str, known: int) -> bool:
    return sum(1 for _ in find_uses(view, short)) > known


def _known(view: DocumentView) -> frozenset[str]:
    return known_abbreviations("en") | view.glossary.once(
        "t211",
        lambda: frozenset(
            designation.text
            for concept in view.glossary
            for designation in concept.named("en")
            if designation.text.isupper()
        ),
    )
