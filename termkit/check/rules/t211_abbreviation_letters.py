"""T211: the letters of an abbreviation are not those of the name before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.abbreviations import find_uses
from termkit.check.rule import Mark, rule
from termkit.check.signal import some_character
from termkit.check.view import DocumentView
from termkit.lang.en.ordinary import is_function_word
from termkit.model.document import SegmentKind
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
    the right ones elsewhere, and not in brackets, where another name introduces them. Letters
    that nothing else in the text tells from those of another language are left alone.

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
            if right is None or sum(1 for _ in find_uses(view, short)) > 1:
                continue
            if _stands_by_itself(view, right):
                yield text.mark(
                    span,
                    f"{short!r} stands behind words that begin with {right!r}",
                    replacement=right,
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


def _stands_by_itself(view: DocumentView, short: str) -> bool:
    """Whether a text has it, and never in brackets."""
    uses = list(find_uses(view, short))
    return bool(uses) and not any(
        use.view.text[max(0, use.span.start - 1) : use.span.start] == "(" for use in uses
    )
