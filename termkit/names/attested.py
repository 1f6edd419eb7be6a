"""What Vietnamese names are made of: which syllables, which family names, which places.

Asked only where the letters of two names agree and their marks leave a doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from termkit.lang.tables import load_rows, load_words
from termkit.lang.vi.marks import without_marks
from termkit.lang.vi.syllables import is_syllable, is_unmarked_syllable
from termkit.lang.vi.tones import tone_key

MEANT_SHARE = 0.6
"""A bare syllable is meant as it stands when it has this share beside its marked sister.

Half would be even odds; but a mark that was lost is the commoner slip (decision 0021)."""

MOST_PERSONAL = 5
"""A longer name is that of a body."""

USUAL = 20
"""A syllable that names have as often is a usual one."""


@lru_cache(maxsize=1 << 14)
def bare_is_meant(bare: str, marked: str, *, first: bool = False) -> bool:
    """Whether a syllable without a mark is a name of its own beside the one that has it.

    Args:
        bare: The syllable as one side has it.
        marked: The same with one mark more.
        first: Whether it begins the name, where family names stand.

    >>> bare_is_meant("trung", "trúng"), bare_is_meant("hue", "huế"), bare_is_meant("thi", "thị")
    (True, False, False)
    >>> bare_is_meant("mai", "mãi", first=True), bare_is_meant("ly", "lý", first=True)
    (True, False)

    What no name of the lists has is judged by the words of the language.

    >>> bare_is_meant("giau", "giàu"), bare_is_meant("khuya", "khuyá")
    (False, True)
    """
    if not bare or not is_syllable(bare):
        return False
    if first and is_family_name(bare) is not is_family_name(marked):
        if marked in _usual_family():
            return False
        if bare in _usual_family():
            return True
    keys = _key(bare), _key(marked)
    alone, sister = (_counts().get(key, 0) for key in keys)
    if not alone and not sister:  # Giàu is a word, and Giau is none
        words = load_words("vi", "single_words")
        return marked not in words
    # Where no name has the marked syllable, nobody's mark was lost.
    return alone >= MEANT_SHARE * (alone + sister)


@lru_cache(maxsize=1 << 14)
def neighbours_tell(bare: str, marked: str, words: tuple[str, ...]) -> bool | None:
    """Whether the syllables beside it tell that a bare one is meant; ``None`` when they do not.

    *Thùy Linh* is a given name, and *Thùy Lĩnh* is none. People's names are held against given
    names of two syllables, those of places against places, and long ones, which are those of
    bodies, against the words of the language as well: *Đầu tư*, *Hải Phòng*.

    Args:
        bare: A syllable of the name, not its first.
        marked: The same with one mark more.
        words: The name.

    >>> neighbours_tell("linh", "lĩnh", ("trần", "thùy", "linh"))
    True
    >>> neighbours_tell("thuy", "thùy", ("trần", "thuy", "linh"))
    False
    >>> neighbours_tell("hue", "huế", ("trần", "linh", "hue")) is None
    True
    """
    place = words.index(bare)
    if len(words) > MOST_PERSONAL:
        pairs = _place_pairs() | _compound_pairs()
    elif may_lead_a_name(words[0]) and not is_known_place(words):
        pairs = _given_pairs()
    else:
        pairs = _place_pairs()
    alone, sister = (
        _is_known(place, (*words[:place], syllable, *words[place + 1 :]), pairs)
        for syllable in (bare, marked)
    )
    return None if alone is sister else alone


def _is_known(place: int, words: Sequence[str], pairs: frozenset[tuple[str, ...]]) -> bool:
    """Whether a word and the one before or behind it are among the pairs."""
    keys = tuple(map(_key, words[place - 1 : place + 2]))
    return keys[:2] in pairs or keys[1:] in pairs


@lru_cache(maxsize=1 << 14)
def mark_is_a_slip(bare: str, marked: str) -> bool:
    """Whether a marked syllable is in no name, and the bare one in many.

    >>> mark_is_a_slip("trung", "trúng"), mark_is_a_slip("hoa", "hòa")
    (True, False)
    """
    counts = _counts()
    return counts.get(_key(bare), 0) >= USUAL and not counts.get(_key(marked), 0)


@lru_cache(maxsize=1 << 14)
def may_lead_a_name(word: str) -> bool:
    """Whether a word can be a family name: of the lists, or of another language.

    >>> may_lead_a_name("lê"), may_lead_a_name("le"), may_lead_a_name("blinken")
    (True, True, True)
    >>> may_lead_a_name("minh"), may_lead_a_name("vĩnh"), may_lead_a_name("xi")
    (False, False, True)
    """
    bare = without_marks(word)
    marked, plain, pinyin = _family()
    if word in marked or (word == bare and word in plain) or bare in pinyin:
        return True
    return not is_unmarked_syllable(bare)


_JOINING = frozenset(["of", "the", "and", "for", "và", "của"])


def may_drop_middle(words: Sequence[str]) -> bool:
    """Whether a longer name may lose words between the first and the last: a person's may.

    Vietnamese and English persons leave out middle names. A Chinese given name of two
    syllables is one name, and a place or a body loses nothing.

    >>> may_drop_middle(("lê", "hoài", "trung")), may_drop_middle(("joseph", "robinette", "biden"))
    (True, True)
    >>> may_drop_middle(("wang", "jin", "ping")), may_drop_middle(("bình", "hưng", "hòa"))
    (False, False)
    >>> may_drop_middle(("trần", "hưng", "đạo"))
    True
    >>> may_drop_middle(("bank", "of", "china"))
    False
    """
    bare = without_marks(words[0])
    marked, plain, pinyin = _family()
    if words[0] in marked or (words[0] == bare and bare in plain):
        # Trần Hưng Đạo is a commune, too: places behind such a family name have a person's.
        return words[0] in _usual_family() or not is_known_place(words)
    return not (is_unmarked_syllable(bare) or bare in pinyin or _JOINING.intersection(words))


def may_be_pen_name(words: Sequence[str]) -> bool:
    """Whether a name of three or four marked syllables may be a person's of no listed family.

    >>> may_be_pen_name(("thịnh", "đức", "linh")), may_be_pen_name(("thinh", "duc", "linh"))
    (True, False)
    >>> may_be_pen_name(("bình", "hưng", "hòa"))
    False
    """
    return (
        2 < len(words) < MOST_PERSONAL
        and any(word != without_marks(word) for word in words)
        and all(map(is_syllable, words))
        and not is_known_place(words)
    )


def is_personal(name: str) -> bool:
    """Whether a name can be that of a person: a family name first, and no place of Vietnam.

    >>> is_personal("Lê Hoài Trung"), is_personal("Hạ Long"), is_personal("Minh")
    (True, False, False)
    """
    words = name.lower().split()
    return 1 < len(words) < 6 and may_lead_a_name(words[0]) and not is_known_place(words)


def is_known_place(words: Sequence[str]) -> bool:
    """Whether the words are a Vietnamese place, marks and all.

    >>> is_known_place(("hà", "nam")), is_known_place(("ha", "nam"))
    (True, False)
    """
    return " ".join(map(_key, words)) in _places()


def is_family_name(word: str) -> bool:
    """Whether a word with its marks, in lower case, is a Vietnamese family name.

    >>> is_family_name("mai"), is_family_name("ly"), is_family_name("lý")
    (True, False, True)
    """
    return word in _family()[0]


def is_usual_family_name(word: str) -> bool:
    """Whether it is one of the sixty usual ones.

    >>> is_usual_family_name("chu"), is_usual_family_name("xa")
    (True, False)
    """
    return word in _usual_family()


_key = lru_cache(maxsize=1 << 14)(tone_key)


@cache
def _usual_family() -> frozenset[str]:
    return frozenset(name.lower() for name in load_words("vi", "family_names"))


@cache
def _counts() -> dict[str, int]:
    return {row[0]: int(row[1]) for row in load_rows("vi", "name_syllables")}


@cache
def _given_pairs() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(name.split()) for name in load_words("vi", "given_name_pairs"))


@cache
def _place_pairs() -> frozenset[tuple[str, ...]]:
    """Neighbours in names of places, tones in the old style."""
    return frozenset(pair for name in _places() for pair in pairwise(name.split()))


@cache
def _compound_pairs() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(word.split()) for word in load_words("vi", "compounds"))


@cache
def _family() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    from termkit.lang.zh.names import pinyin_family_names

    marked = frozenset(
        name.lower()
        for table in ("family_names", "rare_family_names")
        for name in load_words("vi", table)
        if " " not in name
    )
    pinyin = frozenset(name.lower() for name in pinyin_family_names())
    return marked, frozenset(map(without_marks, marked)), pinyin


@cache
def _places() -> frozenset[str]:
    return frozenset(tone_key(name.lower()) for name in load_words("vi", "places"))
