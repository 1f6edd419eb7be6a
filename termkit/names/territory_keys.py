"""Keys under which written forms of one territory's name meet.

Three of them, each laxer than the one before: `close_key` sets aside what is style (case,
spaces, hyphens, tone placement, *i* and *y*, *and* and *và*); `fewer_marks` asks whether
a form only lacks marks; `sound_key` is for names spelled by sound (*U-crai-na*).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from termkit.lang.vi.han_viet import reading_key
from termkit.text.compose import compose

_WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+|&")
# Anything else, digits too, is no part of a territory's name.
_FOREIGN = re.compile(
    r"[^\w\s\u0300-\u036f&'\u2019\u2018\u02bc\-\u2010-\u2015.,()·/\ufeff\u200b]|[\d_]"
)
_SAME_WORD = {"st": "saint", "ste": "sainte", "and": "&", "và": "&", "the": ""}


def words(name: str) -> tuple[str, ...] | None:
    """The words of a name as keys, style set aside; ``None`` when it is no name.

    >>> words("The U-crai-na & St. Kitts"), words("Thụy Sỹ") == words("THUỴ SĨ")
    (('u', 'crai', 'na', '&', 'saint', 'kitts'), True)
    >>> words("100%") is None, words("")
    (True, ())
    """
    if _FOREIGN.search(name):
        return None
    found = (_word(word) for word in _WORD.findall(compose(name).lower()))
    return tuple(word for word in found if word)


@lru_cache(maxsize=4096)
def _word(word: str) -> str:
    return _SAME_WORD[word] if word in _SAME_WORD else reading_key(word)


def close_key(name: str) -> str:
    """The words closed up: *Việt Nam*, *Việt-Nam* and *ViệtNam* are one.

    >>> close_key("Viêt-Nam") == close_key("Viêt nam"), close_key("Nga") == close_key("Ngà")
    (True, False)
    """
    return "".join(words(name) or ())


def bare_key(key: str) -> str:
    """A key without any marks, Vietnamese or not.

    >>> bare_key("đàiloan"), bare_key("côtedivoire")
    ('dailoan', 'cotedivoire')
    """
    return "".join(letter for letter, _ in _letters(key))


def fewer_marks(form: str, key: str) -> bool:
    """Whether a form is the key with marks left out, and contradicts none of them.

    >>> fewer_marks("trungquoc", "trungquốc"), fewer_marks("trungquôc", "trungquốc")
    (True, True)
    >>> fewer_marks("balân", "balan"), fewer_marks("trungquồc", "trungquốc")
    (False, False)
    """
    ones, others = _letters(form), _letters(key)
    return len(ones) == len(others) and all(
        one == other and marks <= more
        for (one, marks), (other, more) in zip(ones, others, strict=True)
    )


@lru_cache(maxsize=4096)
def _letters(key: str) -> tuple[tuple[str, frozenset[str]], ...]:
    letters: list[str] = []
    for character in unicodedata.normalize("NFD", key.replace("đ", "d\u0335")):
        if unicodedata.combining(character) and letters:
            letters[-1] += character
        else:
            letters.append(character)
    return tuple(map(_letter, letters))


@lru_cache(maxsize=1024)
def _letter(text: str) -> tuple[str, frozenset[str]]:
    """A letter and its marks; equal ones are one object, for there are thousands of keys."""
    return text[0], frozenset(text[1:])


# How Vietnamese spells foreign sounds, and English its own: both sides meet in the middle.
# *gh* keeps its g before e and i; all other g there is j, as *gi* is.
_SOUNDS = (
    (r"ngh", "ng"), (r"gu(?=[ei])|gh", "G"), (r"dj|gi(?=[aou])|g(?=[eiy])|j", "j"), (r"G", "g"),
    (r"ph", "f"), (r"th", "t"), (r"kh|qu|ck|c(?=[aourlkts]|$)|q", "k"), (r"c(?=[eiy])|x|ç", "s"),
    (r"ch(?=[rl])", "k"), (r"z", "d"), (r"w", "u"), (r"y", "i"), (r"ou", "u"),
    (r"(?<=[bdklmnrst])h", ""), (r"(.)\1+", r"\1"),
)  # fmt: skip
_SOUND_RULES = tuple((re.compile(pattern), becomes) for pattern, becomes in _SOUNDS)


@lru_cache(maxsize=8192)
def sound_key(key: str) -> str:
    """A key for names spelled by sound: the two spellings of one name meet or nearly meet.

    >>> sound_key("ucraina"), sound_key("ukraine"), sound_key("xingapo"), sound_key("singapore")
    ('ukraina', 'ukraine', 'singapo', 'singapore')
    >>> sound_key("phigi") == sound_key("fiji"), sound_key("niu dilan")
    (True, 'niu dilan')
    """
    sound = bare_key(key)
    for pattern, becomes in _SOUND_RULES:
        sound = pattern.sub(becomes, sound)
    return sound
