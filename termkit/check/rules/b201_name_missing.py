"""B201: a person or place of the source that the target does not name."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.names_lost import find_lost_names
from termkit.check.rule import Mark, rule
from termkit.check.view import UnitView
from termkit.model.finding import Severity


@rule("B201", "name-missing", scope="translation", severity="warning", since="0.1")
def RULE(view: UnitView) -> Iterator[Mark]:
    """A person or place of the glossary stands in the source and not in the target.

    Every form counts: with marks or without, the short form, the Sino-Vietnamese reading of a
    Chinese name, pinyin, an adjective (*Vietnamese*). A pronoun that the source does not have
    may stand for a person, *both countries* for a country. That the readers' own country is not
    named is a hint.

    ## Why it matters
    Who said it, and where, is the news.

    ## Use instead
    The name in the form of the house.

    ## Source
    ISO 17100:2015, 5.3.1: a translation is complete and its proper names are right.
    """
    for lost in view.once(find_lost_names):
        if lost.wrong is None:
            yield lost.text.mark(
                lost.span,
                f"{lost.name!r} is not named in the translation",
                concept_id=lost.concept.id if lost.concept else None,
                severity=None if lost.is_sure else Severity.HINT,
            )
