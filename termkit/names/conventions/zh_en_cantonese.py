"""Chinese names in Cantonese as Hong Kong spells them: 李家超 is *Lee Ka-chiu*."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from termkit.lang.zh.cantonese import cantonese_reading, family_reading, spell_cantonese
from termkit.lang.zh.hanzi import simplify
from termkit.lang.zh.names import family_names, find_short_form
from termkit.names.convention import NameConvention

_MOST_FAMILY = 4
"""A family name is spelled as its bearers chose, a given name mostly in the usual way."""


def render(name: str) -> Iterator[str]:
    """
    >>> list(render("李家超"))
    ['Lei Ka-chiu', 'Lee Ka-chiu', 'Li Ka-chiu']
    >>> "Tse Ting-fung" in list(render("謝霆鋒")), list(render("北京"))
    (True, [])
    """
    family = find_short_form(name)
    if family is None or simplify(family) not in family_names():
        return
    given = name[len(family) :]
    read = [*map(family_reading, family), *map(cantonese_reading, given)]
    if all(read):
        forms = [spell_cantonese(reading, macao=False) for reading in read]
        spelled, rest = forms[: len(family)], forms[len(family) :]
        second = "-".join(choice[0] for choice in rest).capitalize()
        for parts in islice(product(*spelled), _MOST_FAMILY):
            yield f"{''.join(parts).capitalize()} {second}"


CONVENTION = NameConvention(
    code="cantonese",
    source_lang="zh",
    target_lang="en",
    render=render,
    authority="Hong Kong, as Kataoka and Lee (2008), A System without a System, describe it",
)
