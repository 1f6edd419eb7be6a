"""Foreign names as Vietnamese spells them by sound: *Vla-đi-mia Pu-tin*, *Oa-sinh-tơn*.

Each syllable is written apart, joined by hyphens. The other spelling must have the same
consonants, but for those that no Vietnamese syllable can end or begin with, and nearly the same
letters: *Pu-tin* is no Patton, though they share their consonants.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from termkit.model.name import Verdict
from termkit.names.latin import Outcome
from termkit.names.read import NameText
from termkit.names.territory_keys import sound_key
from termkit.text.near import edits

_VOWELS = re.compile("[aeiou]+")
_MOST_LETTERS = 24
_DROPPED = frozenset("rlstdpkghx")
"""What a spelling by sound leaves out behind a vowel or before another consonant."""
_SHARE = 0.4
"""How many letters of a whole name may differ; of a single word, one in four."""
_LEAST_ALONE = 8


def compare_by_sound(one: NameText, two: NameText) -> Outcome | None:
    """``compatible`` where one name spells the other by sound, else ``None``.

    >>> from termkit.names.read import read_name
    >>> for a, b in (("Vla-đi-mia Pu-tin", "Vladimir Putin"), ("Giô Bai-đơn", "Joe Biden"),
    ...              ("Oa-sinh-tơn", "Washington"), ("Vla-đi-mia Pu-tin", "Vladimir Lenin"),
    ...              ("Mô-na-cô", "Monica")):
    ...     found = compare_by_sound(read_name(a), read_name(b))
    ...     print(found.reasons[-1] if found else None)
    Pu-tin is spelled by sound for Putin
    Bai-đơn is spelled by sound for Biden
    Oa-sinh-tơn is spelled by sound for Washington
    None
    None
    """
    if bool(one.joints) is bool(two.joints):
        return None
    spelled, other = (one, two) if one.joints else (two, one)
    groups = list(_groups(spelled))
    if (
        len(groups) != len(other.words)
        or other.initials
        or max(map(len, other.words)) > _MOST_LETTERS
    ):
        return None
    letters = differ = 0
    for group, word in zip(groups, other.words, strict=True):
        sound, wanted = sound_key("".join(group)), sound_key(word)
        if not _same_consonants(sound, wanted):
            return None
        letters += len(wanted)
        differ += edits(sound, wanted, most=len(wanted))
    alone = len(groups) == 1
    if differ > letters * _SHARE or (alone and (letters < _LEAST_ALONE or differ > letters // 4)):
        return None
    return Outcome(
        Verdict.COMPATIBLE,
        0.75,
        tuple(
            f"{'-'.join(group).capitalize()} is spelled by sound for {word.capitalize()}"
            for group, word in zip(groups, other.words, strict=True)
        ),
    )


def _groups(name: NameText) -> Iterator[tuple[str, ...]]:
    """The words of a name, those that hyphens join as one."""
    starts = [place for place in range(len(name.words)) if place not in name.joints]
    for start, end in zip(starts, [*starts[1:], len(name.words)], strict=True):
        yield name.words[start:end]


@lru_cache(maxsize=4096)
def _same_consonants(sound: str, wanted: str) -> bool:
    """Whether the consonants of a spelling are those of the word, some left out, none added."""
    if bool(_VOWELS.match(sound)) is not bool(_VOWELS.match(wanted)):
        return False
    ones, others = _consonants(sound), _consonants(wanted)
    if ones[:1] != others[:1]:
        return False
    place = 0
    for consonant in ones:
        while place < len(others) and others[place] != consonant:
            if others[place] not in _DROPPED:
                return False
            place += 1
        if place == len(others):
            return False
        place += 1
    return all(consonant in _DROPPED for consonant in others[place:])


def _consonants(sound: str) -> str:
    """Consonants as a spelling by sound can tell them: *ng* and *l* at an end are *n*."""
    letters = re.sub("l(?=[^aeiou]|$)", "n", sound.replace("ng", "n"))
    return _VOWELS.sub("", letters).replace("nn", "n")
