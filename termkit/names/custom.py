"""Whose custom a person's name follows, and which part of it stands alone on second mention.

Vietnamese go by the given name, which stands last (*Trung*), Chinese by the family name, which
stands first (*Xi*, *Tập*, 习), whatever language speaks of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from termkit.lang.vi.marks import without_marks
from termkit.lang.vi.names import folded_family_names
from termkit.lang.vi.syllables import is_syllable, is_unmarked_syllable
from termkit.lang.zh.names import family_names as han_family_names
from termkit.lang.zh.names import find_short_form as han_family
from termkit.lang.zh.names import pinyin_family_names
from termkit.lang.zh.syllables import split_syllables
from termkit.names.read import NameText


def custom_of(forms: Iterable[NameText]) -> str:
    """``vi``, ``zh`` or ``en`` (family name last): whose custom the forms of a name follow.

    A Vietnamese name has the same letters abroad (*Tô Lâm*, *To Lam*); a Chinese one is in
    pinyin there and has another, Sino-Vietnamese, form in Vietnamese.

    >>> from termkit.names.read import read_name
    >>> [custom_of(map(read_name, forms)) for forms in
    ...  (("Tô Lâm", "To Lam", "苏林"), ("Tập Cận Bình", "Xi Jinping"), ("To Lam",), ("习近平",),
    ...   ("Antony Blinken",), ("Tập Cận Bình", "习近平"))]
    ['vi', 'zh', 'vi', 'zh', 'en', 'zh']
    """
    latin, han = [], False
    for form in forms:
        if form.words:
            latin.append(form)
        han = han or bool(form.han)
    if not latin:
        return "zh"
    letters = {form.letters for form in latin}
    if len(letters) > 1 and any(map(is_pinyin_name, latin)):
        return "zh"
    marked = [form for form in latin if form.marked]
    if marked and all(map(is_syllable, marked[0].words)):
        is_chinese = han and not leads_vietnamese(marked[0].bases[0])
        return "zh" if is_chinese else "vi"
    first = latin[0]
    if all(map(is_unmarked_syllable, first.bases)) and leads_vietnamese(first.bases[0]):
        return "vi"
    return "zh" if is_pinyin_name(first) else "vi" if marked else "en"


def is_pinyin_name(name: NameText) -> bool:
    """Whether a name is a Chinese family name and a given name in pinyin.

    >>> from termkit.names.read import read_name
    >>> [is_pinyin_name(read_name(name)) for name in
    ...  ("Xi Jinping", "Xi Jin-ping", "Ouyang Xiu", "Le Trung", "Tập Cận Bình")]
    [True, True, True, False, False]
    """
    if not 2 <= len(name.words) <= 3 or name.bases[0] not in _pinyin_family_names():
        return False
    given = split_syllables(" ".join(name.words[1:]))
    return bool(given) and min(map(len, given)) <= 2


def leads_vietnamese(base: str) -> bool:
    """Whether letters are those of a common Vietnamese family name."""
    return base in folded_family_names()


def short_words(words: Sequence[str], custom: str) -> tuple[str, ...]:
    """The words of a name that stand alone on second mention; empty when it has one word.

    >>> short_words(("lê", "hoài", "trung"), "vi"), short_words(("xi", "jinping"), "zh")
    (('trung',), ('xi',))
    >>> short_words(("âu", "dương", "tu"), "zh"), short_words(("h'yim", "kđoh"), "vi")
    (('âu', 'dương'), ("h'yim",))
    """
    if len(words) < 2:
        return ()
    if custom != "zh":
        # Ede and K'ho names end with the clan's: H'Yim Kđoh is Ms H'Yim.
        return (words[0] if words[0].startswith(("h'", "k'")) else words[-1],)
    return tuple(words[:2] if len(words) > 2 and _is_double(words) else words[:1])


def short_han(han: str) -> str | None:
    """The family name of a Chinese person in Han characters.

    >>> short_han("习近平"), short_han("歐陽修"), short_han("王")
    ('习', '歐陽', None)
    """
    from termkit.lang.zh.hanzi import simplify

    family = han_family(simplify(han))
    return han[: len(family)] if family else None


@cache
def _pinyin_family_names() -> frozenset[str]:
    return frozenset(name.lower() for name in pinyin_family_names())


def _is_double(words: Sequence[str]) -> bool:
    return " ".join(map(without_marks, words[:2])) in _double_readings()


@cache
def _double_readings() -> frozenset[str]:
    """Double family names as Vietnamese and pinyin read them, without marks."""
    from termkit.lang.vi.han_viet import read_han_viet
    from termkit.lang.zh.readings import family_readings

    found: set[str] = set()
    for name in han_family_names():
        if len(name) == 2:
            found.update(without_marks(form.lower()) for form in read_han_viet(name))
            for reading in family_readings(name):
                found.add(" ".join(syllable.letters for syllable in reading))
    return frozenset(found)
