"""Cantonese as Hong Kong and Macao spell it in names.

李家超 is *Lee Ka-chiu*, and 賀一誠 is *Ho Iat Seng*.
Neither government has published a system; what they write follows a few missionaries' ones, so
a sound has several spellings, and a spelling several sounds.

Source: `data/cantonese.tsv` (Unihan kCantonese) and `data/cantonese_family.tsv` for the readings;
for the spellings
`data/cantonese_spellings.tsv`, after Kataoka and Lee (2008), A System without a System.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import chain

from termkit.lang.tables import load_by_character, load_rows
from termkit.lang.zh.hanzi import han_variants

_INITIALS = ("ng", "gw", "kw", *"bpmfdtnlgkhwzcsj", "")


def cantonese_reading(character: str) -> str:
    """The reading of a character in Jyutping without tone; empty when it is unknown.

    >>> cantonese_reading("陈"), cantonese_reading("廣"), cantonese_reading("a")
    ('can', 'gwong', '')
    """
    table = load_by_character("zh", "cantonese")
    forms = (character, *han_variants(character)) if character not in table else (character,)
    return next((table[form] for form in forms if form in table), "")


@lru_cache(maxsize=1 << 13)
def cantonese_spellings(character: str) -> tuple[str, ...]:
    """The spellings of a character in names, in lower case, the usual one first.

    >>> cantonese_spellings("張")[0], cantonese_spellings("區")[:3], cantonese_spellings("a")
    ('cheung', ('kui', 'koi', 'au'), ())
    """
    readings = dict.fromkeys((cantonese_reading(character), family_reading(character)))
    return tuple(dict.fromkeys(chain(*(spell_cantonese(one) for one in readings if one))))


def usual_spellings(character: str) -> tuple[str, ...]:
    """The usual spelling in Hong Kong, also with *sh*, which places have (*Sham Shui Po*).

    >>> usual_spellings("張"), usual_spellings("沙"), usual_spellings("a")
    (('cheung',), ('sa', 'sha'), ())
    """
    spellings = cantonese_spellings(character)
    usual = spellings[0] if spellings else ""
    others = [other for other in (f"sh{usual[1:]}",) if usual[:1] == "s" and other in spellings]
    return (usual, *others) if usual else ()


def family_reading(character: str) -> str:
    """The reading of a character as a family name, which few read otherwise than elsewhere.

    >>> family_reading("區"), cantonese_reading("區"), family_reading("陈")
    ('au', 'keoi', 'can')
    """
    return _as_family().get(character) or cantonese_reading(character)


@cache
def _as_family() -> Mapping[str, str]:
    return {row[0]: row[1] for row in load_rows("zh", "cantonese_family")}


@cache
def spell_cantonese(syllable: str, *, macao: bool = True) -> tuple[str, ...]:
    """The spellings of a Jyutping syllable without tone.

    Args:
        syllable: In Jyutping.
        macao: Whether those of Macao are asked for as well.

    >>> spell_cantonese("gwok"), spell_cantonese("si")[:3], spell_cantonese("xi")
    (('kwok', 'kwoc', 'kok', 'koc', 'gwok', 'gwoc', 'kuok'), ('si', 'see', 'shi'), ())
    """
    parts = _parts(macao)
    initial = next(head for head in _INITIALS if syllable.startswith(head))
    made = [
        before + after
        for before in parts["initial"].get(initial, ())
        for after in parts["final"].get(syllable[len(initial) :], ())
    ]
    made = [spelling.replace("ii", "i") for spelling in made]  # Yip is Ip: no i is doubled
    return tuple(dict.fromkeys((*made, *parts["whole"].get(syllable, ()))))


@cache
def spelled_cantonese() -> Mapping[str, tuple[str, ...]]:
    """Jyutping syllables by each spelling they have in names.

    >>> spelled_cantonese()["wong"], "xi" in spelled_cantonese()
    (('wong',), False)
    """
    found: dict[str, list[str]] = defaultdict(list)
    for reading, _ in load_rows("zh", "cantonese"):
        for spelling in spell_cantonese(reading):
            found[spelling].append(reading)
    return {spelling: tuple(readings) for spelling, readings in found.items()}


def characters_spelled(spelling: str) -> Iterator[str]:
    """The characters that a spelling can stand for.

    >>> "李" in set(characters_spelled("lee")), list(characters_spelled("xi"))
    (True, [])
    """
    for reading in spelled_cantonese().get(spelling, ()):
        yield from _characters()[reading]


@cache
def _characters() -> Mapping[str, str]:
    return {row[0]: row[1] for row in load_rows("zh", "cantonese")}


@cache
def pinyin_of_cantonese() -> Mapping[str, frozenset[str]]:
    """The usual pinyin, without tone, of the characters that each spelling can stand for.

    >>> "chen" in pinyin_of_cantonese()["chan"], "wang" in pinyin_of_cantonese()["chan"]
    (True, False)
    """
    cantonese = load_by_character("zh", "cantonese")
    by_reading: dict[str, set[str]] = defaultdict(set)
    for character, toned in load_by_character("zh", "toned_pinyin").items():
        if character in cantonese:
            by_reading[cantonese[character]].add(toned.partition(" ")[0][:-1])
    return {
        spelling: frozenset[str]().union(*(by_reading[reading] for reading in readings))
        for spelling, readings in spelled_cantonese().items()
    }


@cache
def _parts(macao: bool) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    parts: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for part, jyutping, spellings in load_rows("zh", "cantonese_spellings"):
        parts[part][jyutping.strip("-")] = tuple(
            spelling.strip("-*") for spelling in spellings.split() if macao or spelling[-1] != "*"
        )
    return parts
