"""Names of states and cities that no rule of writing joins: *Đức*, *Germany*, 德国.

Two names of one entry of ISO 3166 are the same; everything else is left to other comparisons.
"""

from __future__ import annotations

from functools import cache, lru_cache

from termkit.lang.tables import load_words
from termkit.lang.vi.syllables import is_unmarked_syllable
from termkit.lang.zh.hanzi import simplify
from termkit.model.name import Verdict
from termkit.names.han_sounds import is_pinyin_word
from termkit.names.latin import Outcome
from termkit.names.read import NameText, read_name
from termkit.names.spellings import spellings

_KINDS = frozenset({"nuoc", "dao"})
_HAN_KINDS = "国岛市都"


def compare_territories(
    one: NameText, two: NameText, lang_a: str | None = None, lang_b: str | None = None
) -> Outcome | None:
    """``same`` for two names of one territory, else ``None``.

    >>> str(compare_territories(read_name("Đức"), read_name("Germany")).verdict)
    'same'
    >>> compare_territories(read_name("Áo"), read_name("Úc")) is None
    True
    """
    known = may_be_territory(one), may_be_territory(two)
    if not any(known):
        return None
    if not all(known) and is_listed_or_none(one if known[1] else two):
        return None
    code = _find(one.text, lang_a)
    if code is None or code != _find(two.text, lang_b):
        return None
    return Outcome(Verdict.SAME, 1.0, (f"{one.text} and {two.text} are names of {code}",))


def may_be_territory(name: NameText) -> bool:
    """Whether the letters are those of a territory: cheap, and asked of every pair that differs."""
    if len(name.words) > 8:
        return False
    return simplify(name.han) in _han() if name.han else name.letters in _letters()


def is_listed_or_none(name: NameText) -> bool:
    """Whether a name would be in the list if it were a territory's: so CLDR need not be loaded.

    So are two syllables of Vietnamese or pinyin, whatever their marks, and three characters; not
    what is spelled by sound or otherwise (*U-crai-na*, *Thuỵ Sỹ*), or has a word for what it
    is (*nước Nga*, 岛, 市).
    """
    if name.han:
        han = simplify(name.text)
        return (
            name.text == name.han
            and len(han) <= 3
            and han[-1] not in _HAN_KINDS
            and not any(f"{han}{kind}" in _han() for kind in ("岛", "群岛", "市"))
        )
    return (
        0 < len(name.words) <= 2
        and not name.joints
        and _KINDS.isdisjoint(name.bases)
        and all(is_unmarked_syllable(base) or is_pinyin_word(base) for base in name.bases)
        and next(spellings(name.words), None) is None
        and name.text.replace(" ", "").isalpha()
    )


@lru_cache(maxsize=4096)
def _find(text: str, lang: str | None) -> str | None:
    from termkit.names.territory import find_territory

    return find_territory(text, lang=lang)


@cache
def _letters() -> frozenset[str]:
    """As `letters_of_territories`, English and Vietnamese: CLDR itself takes long to load."""
    return load_words("en", "territory_letters") | load_words("vi", "territory_letters")


@cache
def _han() -> frozenset[str]:
    return letters_of_territories("zh")


def letters_of_territories(lang: str) -> frozenset[str]:
    """Letters of all names of territories and cities, closed up, without marks; Han simplified.

    Args:
        lang: ``en``, ``vi`` or ``zh``.
    """
    from termkit.names.cities import city_forms
    from termkit.names.territory_names import territory_forms

    texts = (*(name for _, name in territory_forms(lang)), *city_forms(lang))
    if lang == "zh":
        return frozenset(map(simplify, texts))
    return frozenset(read_name(text).letters for text in texts)
