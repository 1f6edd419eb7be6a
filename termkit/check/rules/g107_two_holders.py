"""G107: two holders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from termkit.check.rule import rule
from termkit.glossary.lint import GlossaryMark, GlossaryView
from termkit.model.concept import Concept, Relation, RelationKind

# Offices that several people hold at once, by the words that say so.
_SHARED = re.compile(r"\b(?:deputy|vice|member|spokesperson|envoy|counsellor|secretary of)\b", re.I)


def _surely_overlap(one: Relation, other: Relation) -> bool:
    """Whether the two periods share days, however their months and years are read."""
    if one.valid_from is None or other.valid_from is None:
        return False
    start = max(one.valid_from.last, other.valid_from.last)
    return all(
        (end := relation.valid_until or relation.confirmed) is not None and start < end.first
        for relation in (one, other)
    )


@rule("G107", "two-holders", scope="glossary", severity="hint", since="0.1")
def RULE(view: GlossaryView) -> Iterator[GlossaryMark]:
    """Two people of one country are said to hold one office at one time.

    ## Why it matters
    One of the dates may be wrong: then the rule on offices is silent, or blames the wrong text.

    ## Use instead
    The dates of the sources. Where an office has several holders (deputies, members,
    spokespersons) nothing is wrong.

    ## Source
    The sources of the two entries.
    """
    offices: dict[tuple[str, str], list[tuple[Concept, Relation]]] = {}
    for concept in view.glossary:
        for relation in concept.relations:
            target = view.glossary.concepts.get(relation.target)
            title = target.preferred("en") if target is not None else None
            if relation.kind is not RelationKind.HOLDS_OFFICE or title is None:
                continue
            if not _SHARED.search(title.text):
                key = (relation.target, concept.subject_field)
                offices.setdefault(key, []).append((concept, relation))
    for (office, _), holders in offices.items():
        for (one, first), (other, second) in combinations(holders, 2):
            if one is not other and _surely_overlap(first, second):
                message = f"{one.id} and {other.id} both hold {office}"
                yield view.mark(one.id, message, at=office)
