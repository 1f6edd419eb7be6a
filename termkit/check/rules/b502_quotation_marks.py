"""B502: a quotation mark of the translation that has lost its other half."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.rule import Mark, rule
from termkit.check.view import TextView, UnitView
from termkit.lang.pieces import sign_of_characters
from termkit.model.span import Span

_CLOSING = {"”": "“", "»": "«", "」": "「", "』": "『", "》": "《"}
_OPENING = frozenset(_CLOSING.values())
_ANY = re.compile('[“”«»「」『』《》"＂„]')
_QUOTATION_MARK = sign_of_characters(lambda character: _ANY.match(character) is not None)
_INCH = re.compile(r"\d$")


@rule(
    "B502",
    "quotation-marks",
    scope="translation",
    severity="warning",
    since="0.1",
    signs=_QUOTATION_MARK,
)
def RULE(view: UnitView) -> Iterator[Mark]:
    """A quotation mark of the translation has no other half, and those of the source have.

    Under `--strict` also a quotation of the source whose marks are gone altogether. Single
    marks are apostrophes as well and are not judged.

    ## Why it matters
    The reader does not know whose words they are.

    ## Use instead
    Both marks, in the custom of the target language.

    ## Source
    GB/T 15834-2011, 4.8; The Chicago Manual of Style, 6.9.
    """
    source, target = view.source, view.target
    if source is None:
        return
    here, there = _ANY.search(source.text), _ANY.search(target.text)
    if there is None:
        if here is not None and target.text and not _lone(source):
            yield source.mark(
                Span(*here.span()), "the quotation marks are not in the translation", strict=True
            )
        return
    lone = _lone(target)
    # A source without marks is inside a quotation that began in another unit.
    if lone and here is not None and not _lone(source):
        for span in lone:
            yield target.mark(span, f"{span.slice(target.text)!r} has no other half")


def _lone(text: TextView) -> list[Span]:
    open_: list[tuple[str, int]] = []
    lone: list[Span] = []
    straight: list[int] = []
    for match in _ANY.finditer(text.text):
        sign, at = match[0], match.start()
        if sign in '"＂':
            if not _INCH.search(text.text, max(0, at - 1), at) or len(straight) % 2:
                straight.append(at)
        elif sign in _OPENING or sign == "„":
            open_.append(("“" if sign == "„" else sign, at))
        elif open_ and open_[-1][0] == _CLOSING[sign]:
            open_.pop()
        else:
            lone.append(Span(at, at + 1))
    if len(straight) % 2:
        lone.append(Span(straight[-1], straight[-1] + 1))
    if len(straight) % 2 and len(open_) + len(lone) == 2:
        return []  # “ closed by a straight mark: a mix, and O205's
    return sorted([*lone, *(Span(at, at + 1) for _, at in open_)], key=lambda span: span.start)
