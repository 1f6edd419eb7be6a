"""One body, treaty or event whose name has other capitals the second time: rule N102."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from termkit.check.rule import Mark
from termkit.check.surroundings import in_address, in_quotation
from termkit.check.usage import Use, odd_ones
from termkit.check.view import DocumentView
from termkit.model.concept import ConceptType

_NAMED = (ConceptType.ORGANISATION, ConceptType.TREATY, ConceptType.EVENT)


def find_mixed_capitals(view: DocumentView) -> Iterator[Mark]:
    """*Liên Hợp Quốc* beside *Liên hợp quốc*, *Asean* beside *ASEAN*.

    Both are right, each in another house; a capital that no house leaves out is rule T207's.
    """
    groups: dict[tuple[str, str], list[Use]] = defaultdict(list)
    for text in view.texts:
        for match in () if text.is_heading else text.matches(types=_NAMED, nested=True):
            written = match.text
            free = not (in_quotation(text.text, match.span) or in_address(text.text, match.span))
            listed = any(name.text == written for name in match.concept.designations)
            # A small letter first makes it any such thing: a code of conduct to come.
            if free and listed and written[0].isupper() and not match.homographs:
                groups[match.concept.id, written.casefold()].append(Use(text, match.span, written))
    for (concept_id, _), uses in groups.items():
        for use, other in odd_ones(uses):
            yield use.view.mark(
                use.span,
                f"{use.text!r} here, {other.text!r} elsewhere in this document",
                replacement=other.text,
                concept_id=concept_id,
                related=(other.related("the other capitals"),),
            )
