"""B104: one source text translated in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.repeats import is_one_wording, rendering_fact, wordings
from termkit.check.rule import Judgement, rule
from termkit.check.view import UnitView
from termkit.glossary.store import Glossary
from termkit.model.finding import Fact, Tally


def judge(key: str, tally: Tally, glossary: Glossary) -> Iterator[Judgement]:
    """One judgement per source text with two translations that differ in words."""
    first, *others = sorted(tally.counts, key=lambda one: tally.counts[one].first.order)
    written = tally.counts[first].first.text
    others = [one for one in others if not is_one_wording(written, tally.counts[one].first.text)]
    if not others:
        return
    shown = tally.counts[others[0]].first.text
    yield Judgement(
        value=others[0],
        message=f"{shown!r} translates what is elsewhere {written!r}",
        related=(first, *others[1:]),
    )


@rule("B104", "source-two-ways", scope="collection", severity="info", since="0.1", judge=judge)
def RULE(view: UnitView) -> Iterator[Fact]:
    """The same source text is translated in two ways, in one file or across files.

    Whole segments are compared; capitals, punctuation, white space, marks of tone placement
    and numbers that differ alike are no difference.

    ## Why it matters
    A caption or an article of a statement that changes its words between two documents is
    read as a change of position.

    ## Use instead
    One of the two, in both places.

    ## Source
    ISO 17100:2015, 5.3.1 on consistency of terminology and phraseology.
    """
    pair = view.once(wordings)
    if pair is not None:
        source, target = pair.keys
        yield rendering_fact(view, source, target, pair.place)
