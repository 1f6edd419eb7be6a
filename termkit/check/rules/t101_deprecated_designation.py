"""T101: a designation that the glossary marks as deprecated or superseded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.phrases import is_abbreviated, named_in, wording
from termkit.check.quoted import is_quoted
from termkit.check.rule import Mark, rule
from termkit.check.view import DocumentView, TextView, UnitView
from termkit.check.wanted import fit, wanted_designation
from termkit.glossary.matcher import Match
from termkit.model.concept import AdminStatus, Review
from termkit.model.finding import Severity

# Before a name that is mentioned as what something used to be called.
_FORMERLY = re.compile(
    r"(?:formerly|previously|then|originally|once|also) (?:known|called|named|translated|rendered)"
    r"(?: as)?\W*$|\bformerly\W*$|\bso-called\W*$"
    r"|(?:trước đây|trước đó|khi đó|tên cũ|còn)(?: \w+){0,2} (?:là|gọi là)\W*$"
    r"|(?:原名|旧称|曾称|曾用名|原称|又称|前称)\W*$",
    re.IGNORECASE,
)
_REACH = 60  # code points before the name in which such words stand


@rule("T101", "deprecated-designation", scope="unit", since="0.1", severity="hint")
def RULE(view: UnitView) -> Iterator[Mark]:
    """The text uses a designation that the glossary marks as deprecated or superseded.

    ## Why it matters
    Readers meet two names for one thing and look for two things. A warning stands only where
    the glossary names who calls the form wrong; another house's usage is worth a hint, and a
    note where the document has the approved form as well, or its house prefers one.
    A house whose style prefers the form, a quotation and a former name ("formerly known as")
    are left alone.

    ## Use instead
    The designation that the house style prefers, else the preferred one of the glossary, in
    the number and capitals of the text.

    ## Source
    ISO 704:2022 and ISO 30042:2019 on preferred, deprecated and superseded designations.
    """
    text = view.target
    for match in text.matches():
        if match.designation.is_approved:
            continue
        if _is_approved_elsewhere(match, view.document) or _is_mention(text, match):
            continue
        if not _holds_today(match, view.document):
            continue
        if _is_house_form(match, view.document):
            continue
        better = wanted_designation(match.concept, view.document)
        blamed = match.designation.deprecated_by
        yield text.mark(
            match.span,
            _message(match, blamed),
            replacement=None if better is None else fit(better, match.text, text.language),
            concept_id=match.concept.id,
            severity=_severity(match, view.document),
        )


def _severity(match: Match, document: DocumentView) -> Severity:
    if match.designation.review is not Review.REVIEWED:
        return Severity.HINT
    if match.designation.deprecated_by:
        return Severity.WARNING
    concept = match.concept.id
    preferred = document.profile is not None and document.profile.forms(concept)
    if preferred or concept in document.once(_approved):
        return Severity.INFO
    return Severity.HINT


def _approved(document: DocumentView) -> frozenset[str]:
    """Concepts that running text calls by a full approved designation somewhere."""
    return frozenset(
        match.concept.id
        for text in document.texts
        if not text.is_heading
        for match in text.matches(nested=True)
        if match.designation.is_approved
        and not is_abbreviated(match.designation)
        and not match.homographs
    )


def _message(match: Match, blamed: str | None) -> str:
    if match.designation.status is AdminStatus.SUPERSEDED:
        until = match.designation.valid_until
        return f"{match.text!r} is superseded" + (f" since {until}" if until else "")
    return f"{match.text!r} is deprecated" + (f": {blamed}" if blamed else "")


def _is_approved_elsewhere(match: Match, document: DocumentView) -> bool:
    """Whether another concept has this text as an approved designation (a homograph)."""
    return any(
        designation.is_approved and designation.text.casefold() == match.designation.text.casefold()
        for other in match.homographs
        for designation in named_in(document.glossary.concepts[other], document.lang)
    )


def _is_mention(text: TextView, match: Match) -> bool:
    before = text.text[max(0, match.span.start - _REACH) : match.span.start]
    return is_quoted(text.text, match.span) or _FORMERLY.search(before) is not None


def _holds_today(match: Match, document: DocumentView) -> bool:
    """Whether the verdict held on the document's date; without one, only a plain verdict does."""
    until = match.designation.valid_until
    if document.date is None:
        return match.designation.status is AdminStatus.DEPRECATED and until is None
    return until is None or document.date > until.last


def _is_house_form(match: Match, document: DocumentView) -> bool:
    if document.profile is None:
        return False
    lines = document.profile.preferred.get(match.concept.id, ())
    form = wording(document.glossary, document.lang, match.designation.text)
    return any(wording(document.glossary, document.lang, line.value) == form for line in lines)
