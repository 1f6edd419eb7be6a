"""Vietnamese syllables that many speakers say alike, and so mistake for one another.

Sources: for onsets and codas the table of regional correspondences in "Vietnamese language",
English Wikipedia; for *l* and *n* Hoàng Thị Châu (2004), Phương ngữ học tiếng Việt, p. 137, as
"Âm vị học tiếng Việt", Vietnamese Wikipedia, cites it; for the tones "Nẫu", English Wiktionary
(hỏi and ngã), and the abstract of Phạm and McLeod (2016), International Journal of
Speech-Language Pathology 18:2 (six in the north, five in the centre and the south).
"""

from __future__ import annotations

from functools import lru_cache

from termkit.lang.vi.marks import Tone
from termkit.lang.vi.syllables import parse_syllable

# One sound everywhere, in two spellings that stand before the same rime in names: Bắc Kạn. (Of g,
# gh and ng, ngh the rime allows one only.)
_SPELLINGS = {"k": "c"}
# Onsets that fall together in the north (ch, tr; s, x; d, gi, r) or in many parts of it (l, n).
_ONSETS = {"tr": "ch", "s": "x", "gi": "d", "r": "d", "n": "l"}
# Codas that fall together in the centre and the south, after most vowels.
_CODAS = (("ng", "n"), ("c", "t"))
# Tones that fall together in the centre and the south.
_TONES = {Tone.NGA: Tone.HOI}


def sound_alike(first: str, second: str) -> bool:
    """Whether two syllables are one in some speaker's mouth: *trính* and *chính*.

    What is no syllable sounds like nothing.

    >>> sound_alike("sử", "xử"), sound_alike("thông", "thôn"), sound_alike("bộ", "sở")
    (True, True, False)
    >>> sound_alike("lội", "nội"), sound_alike("kạn", "cạn"), sound_alike("lội", "hội")
    (True, True, False)
    """
    sound = find_sound(first)
    return sound is not None and sound == find_sound(second)


@lru_cache(maxsize=1 << 13)
def find_sound(word: str) -> tuple[str, str, Tone] | None:
    """One key for the syllables that are one in some speaker's mouth.

    >>> find_sound("sử") == find_sound("xử"), find_sound("sky")
    (True, None)
    """
    syllable = parse_syllable(word.lower())
    if syllable is None:
        return None
    rime = syllable.rime
    for coda, same in _CODAS:
        if rime.endswith(coda):
            rime = rime.removesuffix(coda) + same
            break
    onset = _SPELLINGS.get(syllable.onset, syllable.onset)
    return _ONSETS.get(onset, onset), rime, _TONES.get(syllable.tone, syllable.tone)
