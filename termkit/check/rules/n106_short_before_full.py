"""A short name before the full name has been given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from termkit.check.first_called import Named, find_first_called
from termkit.check.first_called_han import find_first_called_han
from termkit.check.mentions import Mention, names_of
from termkit.check.nearby import before
from termkit.check.rule import Mark, MarkRelated, rule
from termkit.check.surroundings import in_quotation
from termkit.check.unintroduced import find_uncalled
from termkit.check.unintroduced_vi import Unintroduced, find_unintroduced
from termkit.check.view import DocumentView, TextView
from termkit.lang import get_language
from termkit.lang.en.ordinary import is_ordinary_word
from termkit.lang.tables import load_words
from termkit.model.finding import Severity
from termkit.model.name import Verdict
from termkit.model.span import Span
from termkit.names.written import compare_written

# What a short name stands behind; a country may come between: 越南梁主席.
_BEFORE_SHORT = re.compile(
    r"(?:^|[，。；：、“（(\s对向与和同说由在请据应受见晤访兼]|达成|邀请|转达)"
    r"(?:越南|中国|越方|中方|对方|来访的)?(?:政府|国务院|国会|越共中央|中共中央|外交部)?$"
)

# A question with its speaker, in one line on top of a transcript, is no headline.
_ASKED = re.compile(r"记者：.*？$")


@rule(
    "N106",
    "short-before-full",
    scope="document",
    severity="warning",
    since="0.1",
    yields_to=("N101", "N102", "N103", "N107"),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """A person's short name stands before the full name.

    ## Why it matters
    *Trung said* tells the reader nothing before *Le Hoai Trung* has been introduced. It
    happens when paragraphs are moved.

    ## Use instead
    The full name, with the office, at the first mention; the short form after it. A
    headline may abbreviate, and does not introduce anybody. Vietnamese people whom the text
    calls by the given name, lets speak and never introduces are worth a note, unless they are
    several.

    ## Source
    Second-mention rule of news style: given name of Vietnamese, family name of Chinese.
    """
    if view.language == "zh":
        yield from _foreign(find_first_called_han(view))
        yield from _chinese(view)
        return
    yield from _foreign(find_first_called(view))
    yield from _never_whole(view)
    yield from map(_mark_unintroduced, find_unintroduced(view))
    names = names_of(view)
    for word in names.called:
        text = view.texts[word.unit]
        if not _is_name(text, word.span, addressed=word.addressed):
            continue
        bearers = [
            mention
            for mention in names.bearers(word.text)
            if not view.texts[mention.unit].is_heading and _is_short_for(word.text, mention)
        ]
        later = [mention for mention in bearers if mention.order > word.order]
        if later and len(later) == len(bearers) and _one_person(later):
            yield _mark(text, word.span, later[0], view)


def _foreign(pairs: Iterable[tuple[Named, Named]]) -> Iterator[Mark]:
    """People of other custom, told by the titles before their names."""
    for short, full in pairs:
        found, whole = (name.span.slice(name.text.text) for name in (short, full))
        yield short.text.mark(
            short.span,
            f"{found!r} stands before the full name {whole!r}",
            replacement=whole,
            related=(full.text.related(full.span, "the full name"),),
            severity=Severity.INFO,
        )


def _never_whole(view: DocumentView) -> Iterator[Mark]:
    """People of whom age or office is told, and no full name anywhere."""
    for lone in find_uncalled(view):
        yield view.texts[lone.unit].mark(
            lone.span,
            f"{lone.text!r} is introduced here without a full name",
            severity=Severity.INFO,
        )


def _mark_unintroduced(called: Unintroduced) -> Mark:
    """Who is called by the given name and has no whole one before it, or none at all."""
    name = called.span.slice(called.text.text)
    why = f"{name!r} is never introduced by the full name"
    if called.person is not None:
        return called.text.mark(
            called.span,
            f"{why} {called.full!r}",
            replacement=called.full,
            concept_id=called.person.id,
        )
    related: tuple[MarkRelated, ...] = ()
    if called.place is not None:
        text, span = called.place
        why = f"{name!r} stands before the full name {called.full!r}"
        related = (text.related(span, "the full name"),)
    return called.text.mark(called.span, why, related=related, severity=Severity.INFO)


def _is_short_for(word: str, mention: Mention) -> bool:
    return mention.short is not None and compare_written(word, mention.short) != Verdict.CONFLICT


def _one_person(mentions: list[Mention]) -> bool:
    return len({mention.key for mention in mentions}) == 1


def _is_name(text: TextView, span: Span, *, addressed: bool) -> bool:
    """Whether a lone capitalised word is a name, by its place alone.

    A title before it says so. Without one, English words that are names as well (*He*,
    *To*, *Long*) and every word that opens a sentence of Vietnamese need one.
    """
    word = span.slice(text.text)
    if word.isupper():
        return False  # an abbreviation, or the A of a list
    if in_quotation(text.text, span):
        return False
    if before(text.text, span).endswith(("'s ", "’s ")):
        return False  # China’s Xi: who is meant is said
    if addressed:
        return True
    if text.lang.startswith("vi"):
        return False  # Trung ương, Trung Quốc, miền Trung: a bare syllable is mostly a word
    return not is_ordinary_word(word.lower())


def _mark(text: TextView, span: Span, full: Mention, view: DocumentView) -> Mark:
    found = span.slice(text.text)
    return text.mark(
        span,
        f"{found!r} stands before the full name {full.text!r}",
        replacement=full.text,
        concept_id=full.person.id if full.person else None,
        related=(view.texts[full.unit].related(full.span, "the full name"),),
    )


def _chinese(view: DocumentView) -> Iterator[Mark]:
    """The family name with an office or a form of address, 王外长, before 王毅."""
    titles = "|".join(sorted(load_words("zh", "name_titles"), key=len, reverse=True))
    first: dict[str, list[Mention]] = {}
    for mention in names_of(view).known:
        if not view.texts[mention.unit].is_heading:
            family = get_language("zh").short_form(mention.text)
            if family is not None:
                first.setdefault(family, []).append(mention)
    for family, mentions in first.items():
        if not _one_person(mentions):
            continue
        for text in view.texts:
            if text.is_heading and not _ASKED.search(text.text):
                continue
            for match in re.finditer(rf"{re.escape(family)}(?=(?:{titles}))", text.text):
                span = Span(*match.span())
                if (text.index, span.start) > mentions[0].order:
                    continue
                if _BEFORE_SHORT.search(before(text.text, span)) and not in_quotation(
                    text.text, span
                ):
                    yield _mark(text, span, mentions[0], view)
