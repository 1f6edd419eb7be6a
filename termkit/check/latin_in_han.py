"""People and places of Vietnam and China in Latin letters in a Chinese text: rule N104."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.rule import Mark
from termkit.check.surroundings import in_address, in_title_of_work
from termkit.check.view import DocumentView
from termkit.glossary.store import Glossary
from termkit.lang.vi.marks import without_marks
from termkit.model.concept import Concept, ConceptType
from termkit.model.span import Span
from termkit.text.scripts import CAPITALS, LATIN, has_han, is_han

_NAMED = (ConceptType.PERSON, ConceptType.PLACE)
_BRACKETS = "（(《〈“\"'‘「"
# Words with a capital; Han characters part words as spaces do.
_WORD = f"[{CAPITALS}][{LATIN}]*"
_NAME = re.compile(
    rf"(?<![{LATIN}\d])(?<![{LATIN}][ .-]){_WORD}(?: {_WORD})*(?![{LATIN}\d]|[ .&-][{LATIN}])"
)


def find_latin_in_han(view: DocumentView) -> Iterator[Mark]:
    """*Tô Lâm* or *To Lam* among Han characters, where no bracket says that it is a gloss."""
    names = view.glossary.once("latin_in_han", lambda: _names(view.glossary))
    for text in view.texts:
        if not has_han(text.text):
            continue  # a line in another language
        for found in _NAME.finditer(text.text):
            span, written = Span(*found.span()), found[0]
            concept = names.get(without_marks(written))
            right = concept.preferred("zh-Hans") if concept is not None else None
            if concept is None or right is None or not _is_running(text.text, span):
                continue
            if " " not in written and concept.type is not ConceptType.PLACE:
                continue
            if in_address(text.text, span) or in_title_of_work(text.text, span):
                continue
            yield text.mark(
                span,
                f"{written!r} is in Latin letters; Chinese writes {right.text!r}",
                replacement=right.text,
                concept_id=concept.id,
            )


def _names(glossary: Glossary) -> dict[str, Concept]:
    """Names without marks, in English and Vietnamese."""
    return {
        without_marks(name.text): concept
        for concept in glossary
        if concept.type in _NAMED and not concept.claim
        for lang in ("en", "vi")
        for name in concept.named(lang)
        if name.is_approved and name.text[0].isupper()
    }


def _is_running(text: str, span: Span) -> bool:
    """Whether Chinese words stand beside a name, and no bracket before it."""
    left, right = text[: span.start].rstrip()[-1:], text[span.end :].lstrip()[:1]
    bracketed = left != "" and left in _BRACKETS
    return not bracketed and (is_han(left or "a") or is_han(right or "a"))
