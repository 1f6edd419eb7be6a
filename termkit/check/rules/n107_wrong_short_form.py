"""A second mention by the wrong part of the name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from termkit.check.mentions import DocumentNames, LoneWord, Mention, names_of
from termkit.check.nearby import before, matches_near
from termkit.check.rule import Mark, rule
from termkit.check.supports import is_acting
from termkit.check.surroundings import in_quotation
from termkit.check.view import DocumentView, TextView
from termkit.lang.en.ordinary import is_ordinary_word
from termkit.lang.zh.pinyin import count_syllables
from termkit.model.concept import Form
from termkit.model.name import Verdict
from termkit.names.parse import capital_runs
from termkit.names.written import compare_written, syllables

_PAST = re.compile(
    r" (?!need|feed|proceed|exceed|succeed|speed|breed|heed|embed|shed|wed|shred|led\b)"
    r"(?:\w+ed|said|told|met|spoke|made|took|gave|went|left|began|wrote|was|is|has|had|will)\b"
)
_TITLE = re.compile(
    r"^(?:Mr|Mrs|Ms|Dr|PM|FM|President|Minister|Chairman|Chairwoman|Secretary|Premier|Ambassador|Envoy|"
    r"Comrade|General|Leader|In|The|But|And|When|As|After|For|With|Then|That|While)$"
)


# "Yi, also a member of …" and "under Nguyen," speak of a person.
_ALSO = re.compile(r", also (?:a|an|the) [a-z]")
_GOVERNED = re.compile(r"\b(?:under|by|told|met|thanked|succeeded) $")
_DYNASTY = re.compile(r" (?:dynast|lord|king|emperor|rule|court)|,? (?:and|or) [A-ZĐ]")


@rule(
    "N107",
    "wrong-short-form",
    scope="document",
    severity="warning",
    since="0.1",
    languages=("en",),
    yields_to=("N101", "N102", "N103"),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """A person is called by the part of the name that does not stand alone.

    ## Why it matters
    Le Hoai Trung is *Trung*, not *Le*; Xi Jinping is *Xi*, not *Jinping*. Nearly two in
    five Vietnamese are *Nguyen*: a family name names nobody.

    ## Use instead
    The given name of Vietnamese, the family name of Chinese. Silent where somebody of that
    name is in the text, and where the house always uses the family name.

    ## Source
    News style of Vietnamese and Chinese agencies; Yomiuri 2017 and UNSW on Vietnamese
    names; The Economist's style guide on Chinese names.
    """
    if view.profile is not None and view.profile.setting("second-mention") == "family":
        return
    names = names_of(view)
    middles: dict[str, list[Mention]] = defaultdict(list)
    for mention in names.known:
        for part in _middle(mention):
            middles[part].append(mention)
    by_middle = cache(lambda word: _by_middle(view, word, names, middles.get(word, [])))
    for word in names.lone(lambda word: word in middles or names.namesakes(word)):
        text = view.texts[word.unit]
        if in_quotation(text.text, word.span):
            continue
        if not word.addressed and is_ordinary_word(word.text.lower()):
            after = text.text[word.span.end : word.span.end + 30]
            if word.text != "To" or not _PAST.match(after):
                continue  # "To win" is a purpose; "To arrived" is a man called To
        bearers = [
            mention
            for mention in (*names.namesakes(word.text), *by_middle(word.text))
            if mention.order < word.order and _wrong_part(word, mention) is not None
        ]
        if not bearers or len({mention.key for mention in bearers}) > 1:
            continue
        if _is_somebody(view, word, names) or not _used_as_name(view, word, bearers[0]):
            continue
        bearer = bearers[0]
        yield text.mark(
            word.span,
            f"{bearer.text!r} is {bearer.short!r} on second mention, not {word.text!r}",
            replacement=bearer.short,
            concept_id=bearer.person.id if bearer.person else None,
            related=(view.texts[bearer.unit].related(bearer.span, "the full name"),),
        )


def _wrong_part(word: LoneWord, mention: Mention) -> str | None:
    """The family or middle name of a Vietnamese, the given name of a Chinese."""
    parts = syllables(mention.text)
    if mention.lang is None or len(parts) < 2:
        return None
    wrong = parts[0] if mention.lang == "vi" else parts[-1]
    if word.text in _middle(mention):
        wrong = word.text
    if wrong == mention.short or compare_written(word.text, wrong) != Verdict.SAME:
        return None
    if mention.person is not None and any(
        designation.form is Form.SHORT and designation.text.split()[-1] == word.text
        for designation in mention.person.designations
    ):
        return None  # President Ho: a custom of his own
    return wrong


def _middle(mention: Mention) -> list[str]:
    """The middle names of a known Vietnamese: a stranger may well go by one of his."""
    known = mention.lang == "vi" and mention.person is not None
    return syllables(mention.text)[1:-1] if known else []


def _by_middle(
    view: DocumentView, word: str, names: DocumentNames, found: list[Mention]
) -> list[Mention]:
    """Those people of that middle name, where the word is part of no other name at all."""
    if not found or names.namesakes(word):
        return []
    alone = sum(1 for _ in names.lone(lambda other: other == word))
    anywhere = re.compile(rf"\b{re.escape(word)}\b")
    everywhere = sum(len(anywhere.findall(text.text)) for text in view.texts)
    return found if everywhere == alone + len(found) else []


def _is_somebody(view: DocumentView, word: LoneWord, names: DocumentNames) -> bool:
    """Whether the word is the right short form of anybody, or a place or body."""
    if any(mention.short == word.text for mention in names.bearers(word.text)):
        return True
    own = {(mention.unit, mention.span.end) for mention in names.namesakes(word.text)}
    if any(_ends_a_name(text, word.text, own) for text in view.texts[: word.unit + 1]):
        return True  # Kevin Nguyen, Viet Thanh Nguyen: family name last
    return any(
        match.span.overlaps(word.span) and not match.is_foreign
        for match in matches_near(view.texts[word.unit], word.span)
    )


def _used_as_name(view: DocumentView, word: LoneWord, bearer: Mention) -> bool:
    """Whether the word stands where a person does: with a title, a possessive, or a verb.

    A Chinese given name of two syllables (*Jinping*) is nothing else anywhere.
    """
    text = view.texts[word.unit]
    if word.addressed or is_acting(text, word.span) or _ALSO.match(text.text, word.span.end):
        return True
    if (
        bearer.lang == "vi"
        and _GOVERNED.search(before(text.text, word.span))
        and not _DYNASTY.match(text.text, word.span.end)
    ):
        return True
    return bearer.lang == "zh" and count_syllables(word.text) == 2


def _ends_a_name(text: TextView, word: str, own: set[tuple[int, int]]) -> bool:
    """Whether the word ends a name of another order than that of the people who bear it."""
    return word in text.text and any(
        run[-1].slice(text.text) == word and not _TITLE.search(run[-2].slice(text.text))
        for run in capital_runs(text.text)
        if len(run) > 1 and (text.index, run[-1].end) not in own
    )
