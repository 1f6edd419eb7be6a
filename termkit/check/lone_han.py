"""Who speaks without an office has been introduced: *冯玉海笑着说* where 冯玉梅 was met before.

Two people of one report hardly share family name and half of the given name while one of them
is never introduced, so the odd name is the other's, whatever its character sounds like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.han_variants import joined
from termkit.check.nearby import matches_near
from termkit.check.rule import Mark
from termkit.check.view import DocumentView, TextView
from termkit.lang.zh.names import family_names
from termkit.model.concept import ConceptType
from termkit.model.span import Span
from termkit.text.scripts import HAN

_SPEAKS = (
    "(?:也|还|则|进一步|笑着|坦言|随后|同时)?"
    "(?:说(?![法明话服到])|表示|指出|认为|强调|介绍|告诉|称(?![为作呼号之])|透露|补充|解释|回忆|坦言)"
)
_LONE = re.compile(rf"(?:(?<![{HAN}、·])|^)(?P<name>[{HAN}]{{3}})(?={_SPEAKS})")
# Verbs and little words: 王毅还说 is no name of three characters.
_NO_NAME = re.compile(
    "[的了是在和与及等将已也还都又再更向对为从由以于同说答称表会指出强重今昨前后到就此首当者们人方员地被个只这那]"
    "|外长|部长|总理|主席|总统|大使"
)
_REPORT = 50_000  # characters; in a longer text many people share a family name


def find_lone_han(view: DocumentView) -> Iterator[Mark]:
    """Marks at a lone speaker who is one given character away from somebody met before."""
    everything = joined(view).text
    for text in view.texts if len(everything) <= _REPORT else ():
        for match in _LONE.finditer(text.text):
            name, span = match["name"], Span(*match.span("name"))
            if name[0] not in family_names() or _NO_NAME.search(name[1:]):
                continue
            if everything.count(name) > 1 or _is_known(text, span):
                continue
            other = _met_before(view, text, span)
            if other is not None:
                yield text.mark(
                    span,
                    f"{name!r} here, {other!r} elsewhere in this document",
                    replacement=other,
                )


def _met_before(view: DocumentView, text: TextView, span: Span) -> str | None:
    """The one name before that shares family name and one character, place for place."""
    name = span.slice(text.text)
    near = re.compile(f"{name[:2]}[{HAN}]|{name[0]}[{HAN}]{name[2]}")
    before = [other.text for other in view.texts[: text.index]] + [text.text[: span.start]]
    found = {
        match[0]
        for part in before
        for match in near.finditer(part)
        if match[0] != name and not _NO_NAME.search(match[0][1:])
    }
    return found.pop() if len(found) == 1 else None


def _is_known(text: TextView, span: Span) -> bool:
    return any(
        match.concept.type is ConceptType.PERSON and match.span.overlaps(span)
        for match in matches_near(text, span)
    )
