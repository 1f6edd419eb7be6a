"""Vietnamese slips: one syllable with another mark or letter, missing, or in the wrong place."""

from __future__ import annotations

import re
from functools import lru_cache

from termkit.check.phrases import word_key
from termkit.check.slip import Slip
from termkit.check.view import TextView
from termkit.lang.tables import load_words
from termkit.lang.vi.sounds import sound_alike
from termkit.lang.vi.syllables import parse_syllable
from termkit.model.span import Span
from termkit.text.fold import fold
from termkit.text.near import one_edit_apart


@lru_cache(maxsize=1 << 16)
def may_be_wrong_syllable(written: str, known: str) -> bool:
    """Whether a syllable is near enough to another to be a slip for it: a quick look.

    >>> may_be_wrong_syllable("sẽ", "sẻ"), may_be_wrong_syllable("nước", "sẻ")
    (True, False)
    """
    first, second = word_key(written, "vi"), word_key(known, "vi")
    one, other = fold(first), fold(second)
    return one == other or one_edit_apart(one, other) or sound_alike(first, second)


def is_wrong_syllable(slip: Slip, known: tuple[str, ...], view: TextView) -> bool:
    """Whether a syllable is a slip for the known one: *chia sẽ* for *chia sẻ*."""
    first, second = pair = word_key(slip.written, "vi"), word_key(slip.known, "vi")
    if not (slip.written.isalpha() and slip.known.isalpha()):
        return False
    if min(len(first), len(second)) < 2 and len(known) < 6:
        return False
    one, other = (fold(word).replace("y", "i").replace("k", "c") for word in (first, second))
    if one == other and fold(first) != fold(second):
        return False  # kỹ and kĩ, Mê Công and Mê Kông: both are written
    alike = fold(first) == fold(second) or sound_alike(first, second)
    syllable = parse_syllable(first)
    if syllable is not None and syllable == parse_syllable(second):
        return False  # the tone stands on another letter: lựơc, which is rule O105's
    if syllable is None:
        # No Vietnamese word at all: chât, nghê with another mark.
        return alike or (len(known) >= 4 and one_edit_apart(fold(first), fold(second)))
    if len(known) < 4:
        return alike and _breaks_a_compound(slip, known, view.text)
    # At an edge the syllable may begin or end another word: vấn đề trên biên giới.
    if slip.index == 0 and _is_compound(view.text, slip.span, before=True):
        return False
    if slip.index == len(known) - 1:
        # A capital begins a name: lãnh đạo cấp cao Nhật Bản is no "cấp cao nhất".
        named = slip.written[:1].isupper() and slip.known[:1].islower()
        if named or _is_compound(view.text, slip.span, before=False):
            return False
    inside = 0 < slip.index < len(known) - 1  # Sở Lao động is no slip for Bộ Lao động
    return alike or (inside and len(known) >= 5 and one_edit_apart(*map(fold, pair)))


def _breaks_a_compound(slip: Slip, known: tuple[str, ...], text: str) -> bool:
    """Whether a syllable with another mark spoils a compound: *nhân thức chung*.

    It must make none itself, neither inside the phrase (*nhận thực* is a word) nor with what
    stands around it.
    """
    if slip.written.lower() in load_words("vi", "function_words"):
        return False
    if slip.written[:1].isupper() and slip.known[:1].islower():
        return False
    pairs = [
        (known[at], known[at + 1])
        for at in (slip.index - 1, slip.index)
        if 0 <= at < len(known) - 1
    ]
    if not any(_is_word(*pair) for pair in pairs):
        return False
    return not (
        _is_compound(text, slip.span, before=True) or _is_compound(text, slip.span, before=False)
    )


def is_lost_syllable(slip: Slip, known: tuple[str, ...]) -> bool:
    """Whether a missing syllable leaves half a compound: *Đảng Cộng Việt Nam* for *Cộng sản*.

    A syllable that is a word of its own may be left out: *Bộ trưởng Ngoại giao*.
    """
    if len(known) < 4 or not 0 < slip.index < len(known) - 1:
        return False
    before, after = known[slip.index - 1], known[slip.index + 1]
    is_half = _is_word(before, slip.known) or _is_word(slip.known, after)
    return is_half and not _is_word(before, after)


def are_swapped(slip: Slip, known: tuple[str, ...], text: str) -> bool:
    """Whether two syllables in the wrong order spoil a compound: *Học viện Chính trị gia quốc*.

    They may make a word in this order themselves, or with what stands around them.
    """
    syllables = slip.written.split(" ")
    if len(known) < 4 or len(syllables) != 2 or not all(map(str.isalpha, syllables)):
        return False  # the name of a country counts as one word
    first, second = syllables
    at = slip.index
    pairs = [(known[n], known[n + 1]) for n in (at - 1, at, at + 1) if 0 <= n < len(known) - 1]
    if not any(_is_word(*pair) for pair in pairs) or _is_word(first, second):
        return False
    middle = slip.span.start + len(first)
    before = _is_compound(text, Span(slip.span.start, middle), before=True)
    return not (before or _is_compound(text, Span(middle + 1, slip.span.end), before=False))


def _is_word(first: str, second: str) -> bool:
    pair = f"{word_key(first, 'vi')} {word_key(second, 'vi')}"
    return pair in load_words("vi", "compounds")


def _is_compound(text: str, syllable: Span, *, before: bool) -> bool:
    """Whether a syllable makes a word with its neighbour outside the phrase."""
    if before:
        neighbour = re.search(r"(\w+) $", text[max(0, syllable.start - 12) : syllable.start])
        word = f"{neighbour[1]} {syllable.slice(text)}" if neighbour else ""
    else:
        neighbour = re.match(r" (\w+)", text[syllable.end : syllable.end + 12])
        if neighbour and neighbour[1].istitle() and syllable.slice(text).islower():
            return False  # a name begins: nhân Trung Quốc is no nhân trung
        word = f"{syllable.slice(text)} {neighbour[1]}" if neighbour else ""
    return word.lower() in load_words("vi", "compounds")
