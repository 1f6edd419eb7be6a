"""What decides the findings of a document: glossary, rules, house style."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from termkit import __version__
from termkit.check.allow import check_codes
from termkit.check.rule import Rule, all_rules
from termkit.check.view import DocumentView
from termkit.errors import ConfigError, nearest
from termkit.glossary.profile import Profile, profile_on
from termkit.glossary.store import Glossary
from termkit.model.document import Document
from termkit.model.signature import Signature


@dataclass(frozen=True)
class Plan:
    """Everything that decides the findings of a document; pickles, so that it travels.

    Attributes:
        codes: Of the rules that run, in order.
        profile: A house style for every document, over what each document says itself.
        strict: Marks that are silent by default are reported.
    """

    glossary: Glossary
    codes: tuple[str, ...]
    profile: str | None = None
    strict: bool = False

    @property
    def rules(self) -> tuple[Rule, ...]:
        rules = all_rules()
        return tuple(rules[code] for code in self.codes)

    @property
    def signature(self) -> Signature:
        return Signature(
            (
                ("glossary", f"{self.glossary.name}@{self.glossary.digest[:7]}"),
                ("profile", self.profile or "by-document"),
                ("rules", f"{len(self.codes)}{'-strict' if self.strict else ''}"),
                ("termkit", __version__),
            )
        )


def make_plan(
    glossary: Glossary,
    codes: tuple[str, ...],
    *,
    profile: str | None = None,
    strict: bool = False,
) -> Plan:
    """Settle what runs.

    Raises:
        ConfigError: The house style is not one of the glossary's, or its ``allowed.toml``
            names no rule.
    """
    check_codes(glossary.allowed)
    if profile is not None:
        _find_profile(glossary, profile)
    return Plan(glossary, codes, profile, strict)


def view_of(document: Document, plan: Plan) -> DocumentView:
    """The view that rules get of a document under a plan."""
    profile = profile_for(plan, document.profile, document.lang, document.date)
    return DocumentView(document, plan.glossary, profile)


def profile_for(
    plan: Plan, name: str | None, lang: str, date: datetime.date | None
) -> Profile | None:
    """The house style that a plan applies to a text in a language on a date, if any.

    Raises:
        ConfigError: The style is not one of the glossary's.
    """
    name = plan.profile or name
    profile = None if name is None else _find_profile(plan.glossary, name)
    if profile is None or profile.lang != lang.split("-")[0]:
        return None  # a style speaks of one language; a Chinese file in a mixed folder has none
    return profile_on(profile, date)


def _find_profile(glossary: Glossary, name: str) -> Profile:
    if name not in glossary.profiles:
        raise ConfigError(
            f"house style {name!r} is not known", hint=nearest(name, glossary.profiles)
        )
    return glossary.profiles[name]
