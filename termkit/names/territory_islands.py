"""Names with a word for islands or territory that the lists do not give them, or without it."""

from __future__ import annotations

import re

from termkit.names.territory_names import han_names, known

_ISLANDS = (
    ("lãnh", "thổ", "quần", "đảo"),
    ("quần", "đảo"),
    ("đảo", "quốc"),
    ("lãnh", "thổ"),
    ("đảo",),
)


def find_islands(found: tuple[str, ...], lang: str | None) -> str | None:
    """A name with a word for islands or territory that the table does not give it."""
    rest = next((found[len(head) :] for head in _ISLANDS if found[: len(head)] == head), None)
    if rest is None and found[-1] in ("island", "islands", "territory"):
        rest = found[:-1]
    if not rest:
        return None
    heads = ((), *_ISLANDS) if rest != found[:-1] else ((),)
    forms = {"".join((*head, *rest)) for head in heads}
    if rest == found[:-1]:
        forms |= {"".join((*rest, tail)) for tail in ("island", "islands")}
    codes = {code for form in forms if (code := known(form, lang)) is not None}
    return codes.pop() if len(codes) == 1 else None


def find_island_han(han: str) -> str | None:
    """A name with or without its *island* or *islands*: 阿鲁巴岛, 根西."""
    bare = re.sub("群?岛$", "", han)
    forms = (bare, f"{bare}岛", f"{bare}群岛") if len(bare) > 1 else ()
    codes = {han_names()[form] for form in forms if form in han_names()}
    return codes.pop() if len(codes) == 1 else None
