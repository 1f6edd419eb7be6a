"""B404: a Chinese translation in the other script than the file says."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.rule import Mark, rule
from termkit.check.view import UnitView
from termkit.lang.zh.hanzi import simplify, traditional_variants
from termkit.lang.zh.script import han_side
from termkit.model.span import Span


@rule(
    "B404",
    "wrong-script",
    scope="translation",
    severity="warning",
    since="0.1",
    languages=("zh",),
)
def RULE(view: UnitView) -> Iterator[Mark]:
    """A target in `zh-Hans` has traditional characters, or one in `zh-Hant` simplified ones.

    Characters that both scripts share are of both. A tag that names no script promises none.

    ## Why it matters
    The text is for other readers, and no search finds its words.

    ## Use instead
    The characters of the script that the file names.

    ## Source
    BCP 47 (RFC 5646), script subtags Hans and Hant; GB 2312-1980 and Big5.
    """
    target = view.target
    wanted = {"zh-Hans": -1, "zh-Hant": 1}.get(target.lang)
    if wanted is None or target.text.isascii():
        return
    start = None
    for index, character in enumerate((*target.text, "")):
        if character and _is_other(character, wanted):
            start = index if start is None else start
        elif start is not None:
            span = Span(start, index)
            written = span.slice(target.text)
            name = "traditional" if wanted < 0 else "simplified"
            yield target.mark(
                span,
                f"{written!r} is {name} in a {target.lang} text",
                replacement=simplify(written) if wanted < 0 else None,
            )
            start = None


def _is_other(character: str, wanted: int) -> bool:
    """Whether only the other script has the character, and the wanted one has one for it."""
    if character < "\u3400" or han_side(character) != -wanted:
        return False
    if wanted < 0:
        return simplify(character) != character
    return any(other != character for other in traditional_variants(character))
