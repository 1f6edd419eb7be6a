"""Chinese names in pinyin with tones: *Xí Jìnpíng*."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.lang.zh.names import find_short_form
from termkit.lang.zh.readings import family_readings, pinyin_readings
from termkit.names.convention import NameConvention


def render(name: str) -> Iterator[str]:
    """
    >>> list(render("习近平")), list(render("重庆")), list(render("Xi"))
    (['Xí Jìnpíng'], ['Zhòng Qìng'], [])

    A family name is read as one: 单 *Shàn*. Places need a table of their own: 重庆 is *Chóngqìng*.

    >>> list(render("单士厘"))
    ['Shàn Shìlí']
    """
    family = find_short_form(name)
    if family is None or not all(map(pinyin_readings, name)):
        return
    first = family_readings(family)
    read = list(first[0]) if first else [pinyin_readings(c)[0] for c in family]
    given = [pinyin_readings(c)[0] for c in name[len(family) :]]
    parts = []
    for syllables in (read, given):
        joined = str(syllables[0])
        for syllable in syllables[1:]:
            joined += ("'" if syllable.letters[0] in "aeo" else "") + str(syllable)
        parts.append(joined.capitalize())
    yield " ".join(parts)


CONVENTION = NameConvention(
    code="pinyin-tones",
    source_lang="zh",
    target_lang="zh-Latn-pinyin",
    render=render,
    authority="GB/T 16159-2012, Basic rules of the Chinese phonetic alphabet orthography",
)
