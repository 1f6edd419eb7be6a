"""O102: a letter of another alphabet that poses as a Latin one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.posing_signs import find_posing_signs, may_be_posed
from termkit.check.rule import Mark, rule
from termkit.check.signal import either, some_character, some_word
from termkit.check.view import TextView, UnitView
from termkit.lang.vi.company import is_in_vietnamese_name
from termkit.lang.vi.letters import WORD as ETH_WORD
from termkit.lang.vi.letters import repaired_word
from termkit.lang.vi.marks import ETH
from termkit.lang.vi.syllables import is_syllable
from termkit.model.finding import Safety
from termkit.model.span import Span
from termkit.text.lookalikes import find_lookalikes, find_posing_han, may_pose

_CARON_A = re.compile(r"[^\W\d_]*[ǎǍ][^\W\d_]*")
# Letters of tone-marked pinyin that Vietnamese has not: in their company ǎ is right.
_PINYIN = re.compile("[āēīōūǖěǐǒǔǚ]", re.IGNORECASE)


@rule(
    "O102",
    "look-alike-letters",
    scope="unit",
    severity="warning",
    since="0.1",
    signal=either(
        some_character(
            lambda character: character in ETH or character in "ǎǍ" or may_pose(character)
        ),
        some_word(may_be_posed),
    ),
)
def RULE(view: UnitView) -> Iterator[Mark]:
    """A word has a letter that only looks like the one that was meant.

    Eth (*Ð*) and African D (*Ɖ*) for *Đ* in Vietnamese words; Cyrillic, Greek, full-width
    or mathematical letters inside a Latin word; *ǎ* for *ă* in Vietnamese. Icelandic names
    (*Guðni*), words wholly in another alphabet, and signs such as *µm*, *kΩ*, *TNFα* are right.
    Also *0*, *1* and capital *I* inside a word of small letters (*b0rder*, *OfficiaIs*).
    Among Chinese characters: radicals and compatibility ideographs (⼈ for 人).

    ## Why it matters
    Nobody sees it and no search finds the word.

    ## Use instead
    The letter of the word's own alphabet.

    ## Source
    Unicode Technical Standard 39, Unicode Security Mechanisms, section 5 (mixed scripts)
    and its table of confusable letters.
    """
    text = view.target
    for span, sign, right in find_posing_signs(text):
        yield _mark(text, span, f"the sign {sign!r} for a letter", right)
    if text.original.isascii():
        return
    in_vietnamese = text.lang.startswith("vi")
    for found in ETH_WORD.finditer(text.text):
        span = Span(*found.span())
        meant = repaired_word(
            found[0], in_vietnamese=in_vietnamese or is_in_vietnamese_name(text.text, span)
        )
        if meant is not None:
            letter = next(letter for letter in found[0] if letter in ETH)
            name = "eth" if letter in "Ðð" else "African D"
            yield _mark(text, span, f"{name} {_code(letter)} for {ETH[letter]!r}", meant)
    for slip in find_lookalikes(text.text):
        what = f"{slip.script} {slip.letter!r} {_code(slip.letter)} for {slip.meant!r}"
        yield _mark(text, slip.span, what, slip.replacement)
    for slip in find_posing_han(text.original):
        yield text.mark_original(
            slip.span,
            f"{slip.script} {slip.letter!r} {_code(slip.letter)} for {slip.meant!r}",
            replacement=slip.replacement,
            safety=Safety.SAFE,
        )
    if in_vietnamese:
        yield from _breves(text)


def _mark(view: TextView, span: Span, what: str, meant: str) -> Mark:
    message = f"{span.slice(view.text)!r} has {what}"
    return view.mark(span, message, replacement=meant, safety=Safety.SAFE)


def _code(letter: str) -> str:
    return f"(U+{ord(letter):04X})"


def _breves(view: TextView) -> Iterator[Mark]:
    """ǎ, with a caron, where Vietnamese has ă, with a breve; pinyin keeps its caron."""
    if _PINYIN.search(view.text):
        return
    for found in _CARON_A.finditer(view.text):
        meant = found[0].replace("ǎ", "ă").replace("Ǎ", "Ă")
        if is_syllable(meant):
            yield _mark(view, Span(*found.span()), "a caron (U+01CE) for the breve of 'ă'", meant)
