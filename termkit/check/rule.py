"""What a rule is: a function with a code, and the marks it yields.

Rule files import this module, never the engine.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any

from termkit.check.signal import Signal
from termkit.errors import ConfigError, nearest
from termkit.model.finding import Fact, Safety, Severity, Side, Tally
from termkit.model.span import Span
from termkit.registry import discover

SECTIONS = ("Why it matters", "Use instead", "Source")
_CODE = re.compile(r"[TNXAOGEB]\d{3}")


class Scope(StrEnum):
    """What a rule sees, which decides how it may be spread."""

    UNIT = "unit"
    TRANSLATION = "translation"  # a unit with both its sides
    DOCUMENT = "document"
    COLLECTION = "collection"
    GLOSSARY = "glossary"
    RUN = "run"  # about the run itself: an unreadable file, an unused allowance


class Status(StrEnum):
    """The life of a rule; an old code keeps resolving."""

    PREVIEW = "preview"
    STABLE = "stable"
    DEPRECATED = "deprecated"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class MarkRelated:
    """Another place in the same document: unit index and span of its original text."""

    unit: int
    span: Span
    message: str
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a rule fired and what it says; the engine makes the finding of it.

    Attributes:
        unit: Index of the unit in its document.
        span: Code points of the unit's **original** text; `TextView.mark` maps them.
        message: What is wrong, one line.
        side: ``None`` in a document that is not a translation.
        replacement: Text for the span, when one is right.
        safety: Of that replacement.
        concept_id: The concept it speaks of.
        related: Other places of the same document.
        severity: When it differs from the rule's.
        strict: Reported only under ``--strict``: true, but ordinary prose.
    """

    unit: int
    span: Span
    message: str
    side: Side | None = None
    replacement: str | None = None
    safety: Safety = Safety.UNSAFE
    concept_id: str | None = None
    related: tuple[MarkRelated, ...] = ()
    severity: Severity | None = None
    strict: bool = False

    def but(self, **changes: Any) -> Mark:
        """The same mark with some fields changed."""
        return replace(self, **changes)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a collection rule says of one key: a message, and the values it is about.

    Attributes:
        value: The (value, source) of the tally whose first place carries the finding.
        related: The others.
    """

    value: tuple[str, str]
    message: str
    related: tuple[tuple[str, str], ...] = ()
    concept_id: str | None = None
    severity: Severity | None = None
    strict: bool = False


Check = Callable[[Any], Iterable[Mark]]
Collect = Callable[[Any], Iterable[Fact]]
Judge = Callable[[str, Tally, Any], Iterable[Judgement]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with a code.

    Attributes:
        code: Family letter and three digits, never reused.
        name: Kebab case.
        scope: Decides what ``check`` receives: a `UnitView` (with a source, where the scope is
            a translation), a `DocumentView` or a glossary.
        severity: Of its findings unless a mark says otherwise.
        since: The version that brought it.
        check: Yields marks; ``None`` in a collection rule.
        collect, judge: The two pure halves of a collection rule.
        languages: Languages of the text it can judge; empty is all of them.
        strict: The whole rule runs only under ``--strict`` (or when selected by code).
        yields_to: Codes that explain the same slip better: where one of them overlaps a
            finding of this rule, this one is dropped, so that one slip is one finding.
        documents_only: Of the scope unit, but not for translation units: too slow for a corpus.
        signal: What must stand in a text for the rule to say anything (`termkit.check.signal`);
            ``None`` when it is to be called for every text.
        signs: Of the scope translation: any of them must stand on a side of the unit for the
            rule to say anything (`termkit.lang.pieces`); 0 when it is to be called for every unit.
        summary: First line of the docstring.
        sections: The docstring's sections: why, what instead, source.
    """

    code: str
    name: str
    scope: Scope
    severity: Severity
    since: str
    check: Check | None
    collect: Collect | None
    judge: Judge | None
    languages: tuple[str, ...]
    strict: bool
    yields_to: tuple[str, ...]
    documents_only: bool
    status: Status
    summary: str
    sections: tuple[tuple[str, str], ...]
    signal: Signal | None = None
    signs: int = 0

    @property
    def judges_units(self) -> bool:
        """Whether it runs on translation units one by one."""
        is_single = self.scope in (Scope.UNIT, Scope.TRANSLATION)
        return is_single and not self.documents_only

    @property
    def is_bilingual(self) -> bool:
        """Whether it judges translation units, and documents never."""
        return self.code.startswith("B")


def rule(
    code: str,
    name: str,
    *,
    scope: str,
    severity: str,
    since: str,
    languages: tuple[str, ...] = (),
    strict: bool = False,
    yields_to: tuple[str, ...] = (),
    documents_only: bool = False,
    status: str = "stable",
    judge: Judge | None = None,
    signal: Signal | None = None,
    signs: int = 0,
) -> Callable[[Callable[[Any], Iterable[Any]]], Rule]:
    """Make a `Rule` of the function below; its docstring is the rule's page.

    In a collection rule the function is the ``collect`` half and ``judge`` the other.

    Raises:
        ValueError: The code is malformed or the docstring lacks a section: a mistake of
            the rule's author, found when the module is imported.
    """
    if not _CODE.fullmatch(code):
        raise ValueError(f"not a rule code: {code!r}")

    def make(function: Callable[[Any], Iterable[Any]]) -> Rule:
        summary, sections = _page(code, inspect.getdoc(function) or "")
        collection = Scope(scope) is Scope.COLLECTION
        return Rule(
            code=code,
            name=name,
            scope=Scope(scope),
            severity=Severity(severity),
            since=since,
            check=None if collection else function,
            collect=function if collection else None,
            judge=judge,
            languages=languages,
            strict=strict,
            yields_to=yields_to,
            documents_only=documents_only,
            status=Status(status),
            summary=summary,
            sections=sections,
            signal=signal,
            signs=signs,
        )

    return make


def _page(code: str, docstring: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    head, *parts = re.split(r"^## (.+)$", docstring, flags=re.MULTILINE)
    titles, bodies = parts[0::2], parts[1::2]
    missing = [title for title in SECTIONS if title not in titles]
    if missing or not head.strip():
        raise ValueError(f"{code}: the docstring lacks {missing or 'a first line'}")
    sections = tuple(
        (title.strip(), body.strip()) for title, body in zip(titles, bodies, strict=True)
    )
    return head.strip(), sections


@cache
def all_rules() -> dict[str, Rule]:
    """Every rule by code, in alphabetical order of codes."""
    rules = discover("termkit.check.rules", "RULE").values()
    return {rule.code: rule for rule in sorted(rules, key=lambda rule: rule.code)}


def select_rules(
    select: Iterable[str] = (), ignore: Iterable[str] = (), *, strict: bool = False
) -> tuple[str, ...]:
    """Codes that run, given codes, families (``"O"``) or names to select and to ignore.

    Raises:
        ConfigError: A selector that fits no rule.
    """
    wanted = set(resolve_rules(select)) if select else set()
    codes = [
        rule.code
        for rule in all_rules().values()
        if rule.status in (Status.STABLE, Status.PREVIEW)
        and (rule.code in wanted if select else (strict or not rule.strict))
    ]
    dropped = set(resolve_rules(ignore))
    return tuple(code for code in codes if code not in dropped)


def find_rules(selector: str) -> tuple[str, ...]:
    """Codes of the rules that a code, a family or a name stands for; empty when there are none.

    >>> find_rules("o203"), find_rules("hyphen-spacing"), find_rules("O000")
    (('O203',), ('O203',), ())
    """
    start, name = selector.upper(), selector.lower()
    return tuple(
        rule.code
        for rule in all_rules().values()
        if selector and (rule.name == name or rule.code.startswith(start))
    )


def resolve_rules(selectors: Iterable[str]) -> Iterator[str]:
    """Codes of all rules that codes, families and names stand for.

    Raises:
        ConfigError: A selector that fits no rule.
    """
    for selector in selectors:
        found = find_rules(selector)
        if not found:
            rules = all_rules()
            is_code = any(map(str.isdigit, selector))
            known = list(rules) if is_code else [rule.name for rule in rules.values()]
            raise ConfigError(
                f"no rule is called {selector!r}",
                hint=f"{nearest(selector, known)} (termkit rules lists them)",
            )
        yield from found
