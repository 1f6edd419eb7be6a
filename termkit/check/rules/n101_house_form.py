"""A name in a form foreign to the document's house."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.houses import (
    NAMED,
    fitting_form,
    free_mentions,
    house_forms,
    house_name,
    is_quoted_name,
    may_be_written,
    other_house_form,
    places_in_bodies,
)
from termkit.check.marked_names import find_marked_names
from termkit.check.mentions import LoneWord, Mention, names_of, ranked
from termkit.check.nearby import matches_near
from termkit.check.rule import Mark, rule
from termkit.check.view import DocumentView, TextView
from termkit.glossary.matcher import Match
from termkit.lang import get_language
from termkit.lang.vi.marks import without_marks
from termkit.lang.zh.pinyin import count_syllables
from termkit.model.finding import Safety, Severity
from termkit.model.span import Span
from termkit.names.forms import with_capitals_of
from termkit.names.written import has_marks, syllables

_SOME = 3  # names with marks in a text that keeps them; words of a whole name


@rule(
    "N101",
    "house-form",
    scope="document",
    severity="warning",
    since="0.1",
    yields_to=("N103", "N104", "O101", "O102"),
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """A person's, place's or country's name is not in the form of this house.

    ## Why it matters
    *Việt Nam*, *Viet Nam* and *Vietnam* are all right, each in its own house. In one
    newspaper they are a slip, and readers of an official text see a choice behind it.

    ## Use instead
    The house's form, possessives and compounds included (*Việt Nam’s*, *Việt Nam-China*).
    *Vietnamese* is right everywhere. Names that others have given themselves stay as they
    are: *Vietnam Airlines*, titles of books, addresses.

    ## Source
    The house style of the document (`--profile`); only lines that rest on a rule or on
    usage seen in the house's own text fire.
    """
    if view.profile is None:
        return
    for text in view.texts:
        for match in free_mentions(view, text):
            yield from _judge(view, text, match)
        yield from _inside_organisations(view, text)
    if view.profile.setting("diacritics") == "drop":
        yield from _marked_strangers(view)
        yield from find_marked_names(view)
    if view.profile.setting("diacritics") == "keep":
        yield from _bare_strangers(view)
    yield from _short_names(view)


def _judge(view: DocumentView, text: TextView, match: Match) -> Iterator[Mark]:
    form = other_house_form(view, match)
    if form is not None:
        replacement = with_capitals_of(match.text, form)
        yield text.mark(
            match.span,
            f"{match.text!r} is not this house's form; {house_name(view)} writes {form!r}",
            replacement=replacement,
            safety=_safety(view, text, match.span, replacement),
            concept_id=match.concept.id,
        )


def _safety(view: DocumentView, text: TextView, span: Span, replacement: str) -> Safety:
    """Unsafe where somebody else may be meant whom the house writes otherwise.

    *Nguyen Van Dung* is Nguyễn Văn Dũng as well as Nguyễn Văn Dung.
    """
    found = span.slice(text.text)
    for other in matches_near(text, span):
        if other.span == span and other.concept.type in NAMED:
            form = fitting_form(house_forms(view, other.concept), found)
            if form is not None and with_capitals_of(found, form) != replacement:
                return Safety.UNSAFE
    return Safety.SAFE


def _inside_organisations(view: DocumentView, text: TextView) -> Iterator[Mark]:
    """The country in an organisation that has the house's form among its designations."""
    for match in places_in_bodies(text):
        form = fitting_form(house_forms(view, match.concept), match.text)
        if form is None or match.text in (form, form.upper()):
            continue
        if may_be_written(view, text, match, form):
            yield from _judge(view, text, match)


def _marked_strangers(view: DocumentView) -> Iterator[Mark]:
    """Vietnamese names that no glossary knows, in a house that drops marks."""
    for mention in names_of(view).strangers:
        text = view.texts[mention.unit]
        if (
            mention.lang == "vi"
            and has_marks(mention.text)
            and not is_quoted_name(text, mention.span)
        ):
            yield text.mark(
                mention.span,
                f"{mention.text!r} keeps its marks; {house_name(view)} writes names without",
                replacement=without_marks(mention.text),
                safety=Safety.SAFE,
            )


def _bare_strangers(view: DocumentView) -> Iterator[Mark]:
    """Vietnamese names that no glossary knows, without marks among names that keep theirs.

    Vietnamese abroad write themselves so: a note, and only where the whole name is in
    Vietnamese order, its family name no Chinese syllable, and a title or rank before it.
    """
    named = [mention for mention in names_of(view).strangers if mention.lang == "vi"]
    if sum(has_marks(mention.text) for mention in named) < _SOME:
        return
    for mention in named:
        text, words = view.texts[mention.unit], syllables(mention.text)
        if has_marks(mention.text) or len(words) < _SOME or count_syllables(words[0]):
            continue
        if ranked(text, mention.span) and not is_quoted_name(text, mention.span):
            yield text.mark(
                mention.span,
                f"{mention.text!r} has no marks; {house_name(view)} keeps those of names",
                severity=Severity.INFO,
            )


def _short_names(view: DocumentView) -> Iterator[Mark]:
    """The second mention in another form than the house's: *Lam* where it writes *Lâm*."""
    names = names_of(view)
    policy = view.profile.setting("diacritics") if view.profile else None
    if policy is None:
        return
    for word in names.called:
        if view.language == "vi" and not word.addressed:
            continue  # Trong is "in" at the start of a sentence
        bearers = names.bearers_before(word, "vi")
        forms = {_short_form(view, mention, policy) for mention in bearers}
        if len(forms) != 1 or (policy == "keep" and _is_right(view, word, bearers)):
            continue  # nobody's, or Dũng and Dung in one story
        form = forms.pop()
        found = word.text
        if found in (form, form.upper()) or (policy == "keep" and has_marks(found)):
            continue
        yield view.texts[word.unit].mark(
            word.span,
            f"{found!r} is not this house's form; {house_name(view)} writes {form!r}",
            replacement=with_capitals_of(found, form),
            concept_id=bearers[0].person.id if bearers[0].person else None,
        )


def _is_right(view: DocumentView, word: LoneWord, bearers: list[Mention]) -> bool:
    """Whether somebody is called so: nobody is *Lam* after *To Lam*, whom the house calls *Lâm*."""
    return any(
        word.text in mention.shorts
        for mention in bearers
        if mention.person is None or mention.text in house_forms(view, mention.person)
    )


def _short_form(view: DocumentView, mention: Mention, policy: str) -> str:
    full = mention.right or mention.text
    if mention.person is not None:
        full = fitting_form(house_forms(view, mention.person), full) or full
    elif policy == "drop":
        full = without_marks(full)
    return get_language("vi").short_form(full) or full
