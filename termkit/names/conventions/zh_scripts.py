"""Chinese names in the other script: 习近平 and 習近平."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from termkit.lang.zh.hanzi import simplify, traditional_variants
from termkit.names.convention import NameConvention

MOST_FORMS = 4


def render(name: str) -> Iterator[str]:
    """
    >>> list(render("习近平")), list(render("習近平")), list(render("王毅"))
    (['習近平'], ['习近平'], [])
    """
    simplified = simplify(name)
    if simplified != name:
        yield simplified
        return
    choices = [traditional_variants(character) or (character,) for character in name]
    for form in islice(product(*choices), MOST_FORMS):
        if "".join(form) != name:
            yield "".join(form)


CONVENTION = NameConvention(
    code="scripts",
    source_lang="zh",
    target_lang="zh-Hant",
    render=render,
    authority="OpenCC and Unihan, as named in termkit/lang/zh/data/traditional.tsv",
)
