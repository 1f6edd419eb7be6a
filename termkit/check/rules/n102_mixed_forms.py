"""One name in two forms within a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from termkit.check.han_transcriptions import find_han_transcriptions
from termkit.check.houses import (
    free_mentions,
    house_forms,
    in_school_name,
    may_be_written,
    places_in_bodies,
)
from termkit.check.marked_names import find_odd_marks
from termkit.check.mentions import names_of
from termkit.check.mixed_by_sound import find_mixed_by_sound
from termkit.check.mixed_capitals import find_mixed_capitals
from termkit.check.mixed_names import find_closed_up, find_marked_short, find_mixed_han
from termkit.check.mixed_territories import find_mixed_territories
from termkit.check.regional_names import find_regional_names
from termkit.check.rule import Mark, rule
from termkit.check.surroundings import in_title_of_work, is_other_form
from termkit.check.view import DocumentView, TextView
from termkit.glossary.matcher import Likeness, Match
from termkit.lang.vi.marks import without_marks
from termkit.model.concept import ConceptType
from termkit.model.name import Verdict
from termkit.model.span import Span
from termkit.names.forms import name_key, with_capitals_of
from termkit.names.written import compare_written, has_marks


@dataclass(frozen=True, slots=True)
class _Use:
    """One place where a name stands."""

    text: TextView
    span: Span
    found: str
    concept_id: str | None

    @property
    def order(self) -> tuple[int, int]:
        return self.text.index, self.span.start


@rule(
    "N102",
    "mixed-forms",
    scope="document",
    severity="warning",
    since="0.1",
    yields_to=("N101", "N103", "N104", "O101", "O102", "O104"),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """One person or place is written in two forms in the same document.

    ## Why it matters
    No house writes *Lê Hoài Trung* in one paragraph and *Le Hoai Trung* in the next, or
    *Vietnam* beside *Viet Nam*: somebody pasted. Whoever searches for one misses the other.

    ## Use instead
    The form that the document uses more often; the later of two that are equally frequent
    is marked. A short form on second mention, the other form once in parentheses, and
    the capitals of a headline are no mixture.

    ## Source
    Consistency within one text; the forms are the designations of the glossary, and the
    marks of names it does not know.
    """
    yield from _mixed(_known(view))
    yield from _mixed(_strangers(view))
    yield from _mixed_short(view)
    yield from find_marked_short(view)
    yield from find_odd_marks(view)
    yield from find_closed_up(view)
    yield from find_mixed_han(view)
    yield from find_regional_names(view)
    yield from find_han_transcriptions(view)
    yield from find_mixed_territories(view)
    yield from find_mixed_capitals(view)
    yield from find_mixed_by_sound(view)


def _known(view: DocumentView) -> dict[tuple[str, str], list[_Use]]:
    uses: dict[tuple[str, str], list[_Use]] = defaultdict(list)
    for text in view.texts:
        for match in free_mentions(view, text):
            if _is_settled(view, match):
                continue  # N101 knows which form is right
            if match.likeness is Likeness.UNMARKED and has_marks(match.text):
                continue  # Tô Lam is no form of Tô Lâm but a slip: N103
            if not has_marks(match.text) and in_school_name(text, match.span):
                continue  # Đại học Thanh Hoa is Tsinghua
            key = name_key(match.text)
            if key and match.concept.type in (ConceptType.PERSON, ConceptType.PLACE):
                use = _Use(text, match.span, match.text, match.concept.id)
                uses[match.concept.id, key].append(use)
    for text in view.texts:
        for match in places_in_bodies(text):
            group = uses.get((match.concept.id, name_key(match.text)))
            if group and may_be_written(view, text, match, group[0].found):
                group.append(_Use(text, match.span, match.text, match.concept.id))
    return uses


def _is_settled(view: DocumentView, match: Match) -> bool:
    """Whether the house has one form of the name, or none like the one that was found.

    A house that only drops marks allows *Vietnam* and *Viet Nam*, though not in one text.
    """
    key = name_key(match.text)
    forms = [form for form in house_forms(view, match.concept) if key and name_key(form) == key]
    same = match.text in forms or match.text in map(str.upper, forms)
    return bool(forms) and not (len(forms) > 1 and same)


def _strangers(view: DocumentView) -> dict[tuple[str, str], list[_Use]]:
    """Names outside the glossary, where one writing has all marks and the other none."""
    uses: dict[tuple[str, str], list[_Use]] = defaultdict(list)
    for mention in names_of(view).strangers:
        text = view.texts[mention.unit]
        bound = is_other_form(text.text, mention.span) or in_title_of_work(text.text, mention.span)
        if mention.lang == "vi" and not bound:
            uses[mention.key, ""].append(_Use(text, mention.span, mention.text, None))
    return {key: group for key, group in uses.items() if _is_one_name({use.found for use in group})}


def _is_one_name(forms: set[str]) -> bool:
    """Whether one form has marks and none contradicts another."""
    return len([form for form in forms if has_marks(form)]) == 1 and all(
        compare_written(a, b) != Verdict.CONFLICT for a, b in combinations(forms, 2)
    )


def _mixed(groups: dict[tuple[str, str], list[_Use]]) -> Iterator[Mark]:
    for group in groups.values():
        yield from _minority(group)


def _minority(uses: list[_Use]) -> Iterator[Mark]:
    """Mark the uses of every form but the commonest; of equals, the one that came first stays."""
    written = _forms(use.found for use in uses)
    forms: dict[str, list[_Use]] = defaultdict(list)
    for use in sorted(uses, key=lambda use: use.order):
        forms[written[use.found.casefold()]].append(use)
    if len(forms) < 2:
        return
    usual = min(forms, key=lambda form: (-len(forms[form]), forms[form][0].order))
    first = forms[usual][0]
    for form, places in forms.items():
        if form == usual:
            continue
        for use in places:
            yield use.text.mark(
                use.span,
                f"{use.found!r} here, {first.found!r} elsewhere in this document",
                replacement=with_capitals_of(use.found, usual),
                concept_id=use.concept_id,
                related=(first.text.related(first.span, "the other form"),),
            )


def _forms(found: Iterable[str]) -> dict[str, str]:
    """Each form by its casefold, as its first use has it that is not all in capitals.

    *HANOI* is the *Hanoi* of the same document, *Tỉnh Quảng Trị* its *tỉnh Quảng Trị*.
    """
    forms: dict[str, str] = {}
    for form in dict.fromkeys(found):
        folded = form.casefold()
        if folded not in forms or (forms[folded].isupper() and not form.isupper()):
            forms[folded] = form
    return forms


def _mixed_short(view: DocumentView) -> Iterator[Mark]:
    """The second mention without the marks of the first: *Chinh* after *Phạm Minh Chính*."""
    if view.profile is not None and view.profile.setting("diacritics") is not None:
        return  # N101 knows
    names = names_of(view)
    for word in names.called:
        if view.language == "vi" and not word.addressed:
            continue  # Trong is "in" at the start of a sentence
        bearers = names.bearers_before(word, "vi")
        forms = {mention.short for mention in bearers}
        whole = {form for form in forms if form and has_marks(form)}
        if len(forms) != 1 or len(whole) != 1 or any(word.text in m.shorts for m in bearers):
            continue
        form = whole.pop()
        if has_marks(word.text):
            continue
        if word.text in (without_marks(form), without_marks(form).upper()):
            yield view.texts[word.unit].mark(
                word.span,
                f"{word.text!r} here, {bearers[0].text!r} before",
                replacement=with_capitals_of(word.text, form),
                concept_id=bearers[0].person.id if bearers[0].person else None,
                related=(view.texts[bearers[0].unit].related(bearers[0].span, "the full name"),),
            )
