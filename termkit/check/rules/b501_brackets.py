"""B501: a bracket of the translation that has lost its other half."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.rule import Mark, rule
from termkit.check.view import TextView, UnitView
from termkit.lang.pieces import sign_of_characters
from termkit.model.span import Span

_PAIRS = {")": "(", "]": "[", "}": "{", "）": "(", "］": "[", "】": "【", "｝": "{"}
_OPENING = {"(": "(", "[": "[", "{": "{", "（": "(", "［": "[", "【": "【", "｛": "{"}
_ANY = re.compile(r"[()\[\]{}（）［］｛｝【】]")
_BRACKET = sign_of_characters(lambda character: _ANY.match(character) is not None)
# a) and 1) of a list, and faces
_LIST = re.compile(r"(?:^|[\s;,.；，。])(?:[A-Za-zđ]|\d{1,2}|[ivx]{1,4})$|[:;=]-?$")


@rule("B501", "brackets", scope="translation", severity="warning", since="0.1", signs=_BRACKET)
def RULE(view: UnitView) -> Iterator[Mark]:
    """A bracket of the translation is not closed or not opened, and those of the source are.

    Full-width brackets are the same; the numbers of a list (`a)`) have one half only.

    ## Why it matters
    The reader does not know where the aside ends.

    ## Use instead
    Both halves.

    ## Source
    GB/T 15834-2011, 4.9; The Chicago Manual of Style, 6.95.
    """
    source, target = view.source, view.target
    if source is None or not source.signs & target.signs & _BRACKET:
        return
    lone = _lone(target)
    if lone and not _lone(source):
        for span in lone:
            yield target.mark(span, f"{span.slice(target.text)!r} has no other half")


def _lone(text: TextView) -> list[Span]:
    open_: list[tuple[str, int]] = []
    lone: list[Span] = []
    for match in _ANY.finditer(text.text):
        sign, at = match[0], match.start()
        if sign in _OPENING:
            open_.append((_OPENING[sign], at))
        elif open_ and open_[-1][0] == _PAIRS[sign]:
            open_.pop()
        elif not _LIST.search(text.text, max(0, at - 6), at):
            lone.append(Span(at, at + 1))
    return sorted([*lone, *(Span(at, at + 1) for _, at in open_)], key=lambda span: span.start)
