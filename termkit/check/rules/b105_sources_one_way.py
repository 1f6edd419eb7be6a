"""B105: two source texts translated in one way."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.repeats import rendering_fact, wordings
from termkit.check.rule import Judgement, rule
from termkit.check.view import UnitView
from termkit.glossary.store import Glossary
from termkit.model.finding import Fact, Tally


def judge(key: str, tally: Tally, glossary: Glossary) -> Iterator[Judgement]:
    """One judgement per translation of two source texts that differ in words."""
    places = sorted(tally.counts, key=lambda one: tally.counts[one].first.order)
    if len(places) < 2:
        return
    first, *others = places
    yield Judgement(
        value=others[0],
        message=f"{tally.counts[others[0]].first.text!r} translates another source text elsewhere",
        related=(first, *others[1:]),
    )


@rule("B105", "sources-one-way", scope="collection", severity="info", since="0.1", judge=judge)
def RULE(view: UnitView) -> Iterator[Fact]:
    """Two different source texts have the same translation.

    Whole segments of some length are compared; capitals, punctuation and white space are no
    difference.

    ## Why it matters
    A sentence was copied down one row too far, or a difference of the source is lost.

    ## Use instead
    A translation for each.

    ## Source
    ISO 17100:2015, 5.3.1 on accuracy and consistency.
    """
    pair = view.once(wordings)
    if pair is not None and pair.is_long:
        source, target = pair.keys
        yield rendering_fact(view, target, source, pair.place)
