"""Vietnamese syllables that many speakers say alike, and so mistake for one another."""

from __future__ import annotations

from termkit.lang.vi.marks import Tone
from termkit.lang.vi.syllables import Syllable, parse_syllable

# Onsets that fall together in the north (ch, tr; s, x; d, gi, r) or in parts of it (l, n).
_ONSETS = {"tr": "ch", "s": "x", "gi": "d", "r": "d", "n": "l", "k": "c", "gh": "g", "ngh": "ng"}
# Codas that fall together in the south.
_CODAS = (("ng", "n"), ("c", "t"))
_TONES = {Tone.NGA: Tone.HOI}


def sound_alike(first: str, second: str) -> bool:
    """Whether two syllables are one in some speaker's mouth: *trính* and *chính*.

    What is no syllable sounds like nothing.

    >>> sound_alike("sử", "xử"), sound_alike("thông", "thôn"), sound_alike("bộ", "sở")
    (True, True, False)
    """
    one, other = parse_syllable(first.lower()), parse_syllable(second.lower())
    return one is not None and other is not None and _key(one) == _key(other)


def _key(syllable: Syllable) -> tuple[str, str, Tone]:
    rime = syllable.rime
    for coda, same in _CODAS:
        if rime.endswith(coda):
            rime = rime.removesuffix(coda) + same
            break
    onset = _ONSETS.get(syllable.onset, syllable.onset)
    return onset, rime, _TONES.get(syllable.tone, syllable.tone)
