"""How one token of a text differs from one of a designation, marks before capitals."""

from __future__ import annotations

from collections.abc import Sequence

from termkit.glossary.match import Likeness
from termkit.glossary.pattern import Capitals
from termkit.lang.vi.marks import letter, same_but_fewer_marks, without_tones
from termkit.lang.vi.tones import tone_key

_APOSTROPHES = {0x2018: "'", 0x2019: "'", 0x02BC: "'"}


def compare_words(found: str, written: str, capitals: Capitals) -> Likeness | None:
    """How a token of the text differs from a designation's; ``None`` when it is another.

    The two are known to be the same when folded.

    >>> [compare_words(found, "Trùng", Capitals.INITIAL) for found in ("Trùng", "Trung", "TRÙNG")]
    [<Likeness.EXACT: 'exact'>, <Likeness.UNMARKED: 'unmarked'>, <Likeness.CASE: 'case'>]
    >>> compare_words("Trúng", "Trùng", Capitals.ANY) is None
    True
    >>> compare_words("It", "IT", Capitals.AS_WRITTEN) is None
    True
    >>> compare_words("Hoà", "hòa", Capitals.ANY)
    <Likeness.TONE_STYLE: 'tone-style'>
    """
    if found == written:
        return Likeness.EXACT
    if not found.isascii() or not written.isascii():
        found, written = found.translate(_APOSTROPHES), written.translate(_APOSTROPHES)
    if capitals is Capitals.INITIAL and not found[0].isupper():
        return None
    if capitals is Capitals.AS_WRITTEN and found != written:
        # VIETNAM may stand for Vietnam, but not for the slip VietNam; VIỆT for Việt is no acronym.
        return None
    if found == written:
        return Likeness.EXACT
    low, wanted = found.lower(), written.lower()
    if low == wanted:
        return Likeness.CASE
    low, wanted = tone_key(low), tone_key(wanted)
    if low == wanted:
        return Likeness.TONE_STYLE
    # Without any mark a syllable says nothing of its marks; with one, the others count:
    # Đa is no Đà, for a level tone is a tone.
    bare = not any(letter(character).shape or letter(character).tone for character in low)
    return Likeness.UNMARKED if bare and same_but_fewer_marks(low, wanted) else None


def contradicts(found: Sequence[str], written: Sequence[str]) -> bool:
    """Whether a name written with marks lacks just a tone: then it says another tone.

    >>> contradicts(["Lê", "Hoai", "Trung"], ("Lê", "Hoài", "Trung"))
    True
    >>> contradicts(["Le", "Hoai", "Trung"], ("Lê", "Hoài", "Trung"))
    False
    >>> contradicts(["Hà", "Noi"], ("Hà", "Nội"))
    False
    """
    if all(word.isascii() for word in found):
        return False
    pairs = zip(map(str.lower, found), map(str.lower, written), strict=True)
    return any(
        one.isascii() and one != other and one == without_tones(other) for one, other in pairs
    )
