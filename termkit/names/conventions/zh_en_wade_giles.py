"""Chinese names in Wade-Giles: 毛泽东 is *Mao Tse-tung*."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.lang.zh.names import find_short_form
from termkit.lang.zh.readings import family_readings, pinyin_readings
from termkit.lang.zh.wade_giles import to_wade_giles
from termkit.names.convention import NameConvention


def render(name: str) -> Iterator[str]:
    """
    >>> list(render("毛泽东")), list(render("习近平"))
    (['Mao Tse-tung'], ['Hsi Chin-p’ing', 'Hsi Chin-ping'])
    """
    family = find_short_form(name)
    if family is None or not all(map(pinyin_readings, name)):
        return
    first = family_readings(family)
    read = list(first[0]) if first else [pinyin_readings(c)[0] for c in family]
    read += [pinyin_readings(c)[0] for c in name[len(family) :]]
    syllables = [to_wade_giles(syllable.letters) or "" for syllable in read]
    if all(syllables):
        size = len(family)
        parts = ["-".join(syllables[:size]).capitalize(), "-".join(syllables[size:]).capitalize()]
        full = " ".join(parts)
        yield from dict.fromkeys((full, full.replace("’", "")))


CONVENTION = NameConvention(
    code="wade-giles",
    source_lang="zh",
    target_lang="zh-Latn-wadegile",
    render=render,
    authority="Library of Congress, conversion tables between Wade-Giles and pinyin (1998)",
)
