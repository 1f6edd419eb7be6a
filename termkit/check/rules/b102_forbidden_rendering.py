"""B102: a deprecated or superseded designation renders a concept of the source."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.quoted import is_quoted
from termkit.check.renderings import expected, find_renderings, holds
from termkit.check.rule import Mark, rule
from termkit.check.view import UnitView
from termkit.check.wanted import fit, wanted_designation
from termkit.glossary.matcher import Match
from termkit.model.concept import AdminStatus
from termkit.model.finding import Severity


@rule("B102", "forbidden-rendering", scope="translation", severity="warning", since="0.1")
def RULE(view: UnitView) -> Iterator[Mark]:
    """The target renders a concept by a designation that the glossary rejects.

    It is reported also where the preferred one stands beside it, and not inside a longer
    approved designation, in a short quotation, or where the house style prefers the very form.
    A title or name that no longer held on the unit's date is rejected as well.

    ## Why it matters
    A deprecated rendering is usually a mistranslation that somebody has met before.

    ## Use instead
    The designation that the house style prefers, else the preferred one of the glossary.

    ## Source
    ISO 704:2022 and ISO 30042:2019 on deprecated and superseded designations.
    """
    if view.source is None or not view.source.all_matches:
        return
    for found in view.once(find_renderings):
        for match in found.forbidden:
            if match.is_foreign or is_quoted(view.target.text, match.span):
                continue
            profile = view.document.profile
            if profile is not None and match.designation.text in profile.forms(found.concept.id):
                continue
            wanted = expected(
                view.document.glossary, found.candidates, view.target.lang, view.document.date
            )
            better = wanted_designation(match.concept, view.document)
            if better is None and wanted:
                better = wanted[0].text
            yield view.target.mark(
                match.span,
                _message(match, view),
                replacement=None
                if better is None
                else fit(better, match.text, view.target.language),
                concept_id=match.concept.id,
                severity=None if _is_blamed(match, view) else Severity.INFO,
            )


def _message(match: Match, view: UnitView) -> str:
    designation = match.designation
    if not holds(designation, view.document.date):
        until = designation.valid_until
        return f"{match.text!r} is not valid on {view.document.date}" + (
            f": superseded since {until}" if until else ""
        )
    said = f": {designation.deprecated_by}" if designation.deprecated_by else ""
    return f"{match.text!r} is {designation.status}{said}"


def _is_blamed(match: Match, view: UnitView) -> bool:
    """Whether it is wrong in every house; without a name it is another house's usage."""
    return (
        match.designation.deprecated_by is not None
        or match.designation.status is AdminStatus.SUPERSEDED
        or not holds(match.designation, view.document.date)
    )
