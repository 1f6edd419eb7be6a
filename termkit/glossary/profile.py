"""House styles: what one publisher prefers, each line with its evidence.

```toml
name = "vns"
lang = "en"
title = "Việt Nam News"
extends = []                # styles it builds on, nearest first
complete = true             # false: an example nobody has verified; nothing of it fires

[settings]                  # keys and values: `SETTINGS`
diacritics = { value = "keep", evidence = "usage", sources = ["vns-2026-02-04"] }

[preferred]                 # concept id to the form, or forms, the house writes
country-vietnam = { value = "Việt Nam", evidence = "usage", sources = ["vns-2026-02-04"] }
```

A line may be plain text (``diacritics = "keep"``); then it is usage without a source.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from termkit.errors import ConfigError, nearest
from termkit.glossary.table import Table
from termkit.model.period import PartialDate

SETTINGS: dict[str, tuple[str, ...]] = {
    # Vietnamese names in running text: Lê Hoài Trung or Le Hoai Trung.
    "diacritics": ("keep", "drop"),
    # neighbourhood, -ise | neighborhood, -ize | neighbourhood, -ize
    "spelling": ("british", "american", "oxford"),
    # What closes a dateline: HÀ NỘI — | BEIJING, Feb. 3 (Xinhua) -- | PARIS –
    "dateline-dash": ("em", "en", "double-hyphen", "hyphen"),
    # "..." and ' | “...” and ’
    "quotes": ("straight", "curly"),
    # Việt Nam - China | Việt Nam-China
    "country-hyphen": ("spaced", "closed"),
    # Which country stands first in a pair.
    "country-order": ("vietnam-first", "china-first", "by-speaker"),
    # the two Parties | the two parties
    "party-case": ("upper", "lower"),
    # Comprehensive Strategic Cooperative Partnership | comprehensive strategic ...
    "partnership-case": ("upper", "lower"),
    # The short form of a person: the part their own country uses alone (Trung, Wang),
    # the family name always, or the full name again.
    "second-mention": ("native", "family", "full"),
    # February 4 and Feb. 4 | 4 February | 2026-02-04 | ngày 4/2
    "date-order": ("month-day", "day-month", "year-month-day"),
}
"""Every setting and the values it may take. Keys that no style uses yet are fine to add."""


class Evidence(StrEnum):
    """How a line of a style is known."""

    RULE = "rule"  # a published rule was seen
    USAGE = "usage"  # seen in the publisher's own text
    TENDENCY = "tendency"  # usual, with counter-examples: never fires


@dataclass(frozen=True, slots=True)
class StyleLine:
    """One choice of a house style, with its evidence.

    Attributes:
        value: What the house writes.
        evidence: How it is known. A tendency is documented and never fires.
        sources: Ids of the glossary's sources.
        since: First date it was seen, as a year, month or day.
    """

    value: str
    evidence: Evidence
    sources: tuple[str, ...] = ()
    since: str | None = None
    note: str = ""

    @property
    def fires(self) -> bool:
        return self.evidence is not Evidence.TENDENCY

    def known_on(self, day: datetime.date) -> bool:
        """Whether the house had the habit by then, as far as anybody has seen."""
        return self.since is None or PartialDate.parse(self.since).first <= day


@dataclass(frozen=True, slots=True)
class Profile:
    """A house style.

    Attributes:
        name: Such as ``"vns"``.
        lang: The language it speaks of: the primary subtag.
        title: In words.
        extends: Names of the styles it builds on, nearest first.
        complete: False for an example that nobody has verified: it never fires.
        preferred: Concept id to the designation(s) this house writes. For people, places and
            countries this is the house form (``country-vietnam`` -> *Việt Nam*).
        settings: Keyed choices; the keys and their values are `SETTINGS`.
        note: In words.
    """

    name: str
    lang: str
    title: str = ""
    extends: tuple[str, ...] = ()
    complete: bool = True
    preferred: dict[str, tuple[StyleLine, ...]] = field(default_factory=dict)
    settings: dict[str, StyleLine] = field(default_factory=dict)
    note: str = ""

    def setting(self, key: str) -> str | None:
        """The value of a setting that may fire, or ``None``."""
        line = self.settings.get(key)
        return line.value if line is not None and line.fires and self.complete else None

    def lines(self) -> Iterator[StyleLine]:
        """Every line, settings first."""
        yield from self.settings.values()
        for lines in self.preferred.values():
            yield from lines

    def forms(self, concept_id: str) -> tuple[str, ...]:
        """What this house writes for a concept, as far as that may fire; best first."""
        if not self.complete:
            return ()
        return tuple(line.value for line in self.preferred.get(concept_id, ()) if line.fires)


def profile_on(profile: Profile, day: datetime.date | None) -> Profile:
    """The style as it was on a day: without the lines that were first seen later.

    >>> line = StyleLine("Viet Nam", Evidence.USAGE, since="2025-04")
    >>> style = Profile("cn-mfa-en", "en", preferred={"ctry-vietnam": (line,)})
    >>> profile_on(style, datetime.date(2021, 9, 12)).forms("ctry-vietnam")
    ()

    A document without a date is taken to be of today.

    >>> profile_on(style, None) is style
    True
    """
    if day is None or all(line.known_on(day) for line in profile.lines()):
        return profile
    preferred = {
        concept_id: kept
        for concept_id, lines in profile.preferred.items()
        if (kept := tuple(line for line in lines if line.known_on(day)))
    }
    settings = {key: line for key, line in profile.settings.items() if line.known_on(day)}
    return replace(profile, preferred=preferred, settings=settings)


def parse_profile(values: Any, *, path: str | Path, text: str = "") -> Profile:
    """One house style from its table, without the styles it extends.

    Raises:
        GlossarySyntaxError: An unknown key, setting, value, language or evidence class.

    >>> style = parse_profile({"name": "vns", "lang": "en",
    ...     "settings": {"diacritics": "keep"}}, path="vns.toml")
    >>> style.setting("diacritics")
    'keep'
    """
    known = ("name", "lang", "title", "extends", "complete", "settings", "preferred", "note")
    table = Table(values, path=path, text=text, known=known)
    settings = Table(values.get("settings", {}), path=path, text=text, known=SETTINGS)
    preferred = Table(values.get("preferred", {}), path=path, text=text)
    return Profile(
        name=table.slug("name"),
        lang=table.tag(),
        title=table.string("title", ""),
        extends=table.strings("extends"),
        complete=table.flag("complete", True),
        preferred={
            key: tuple(
                _line(entry, preferred, key)
                for entry in (value if isinstance(value, list) else [value])
            )
            for key, value in preferred.values.items()
        },
        settings={key: _setting(value, settings, key) for key, value in settings.values.items()},
        note=table.string("note", ""),
    )


def resolve_profiles(profiles: Mapping[str, Profile]) -> dict[str, Profile]:
    """Each style with the lines of those it extends; its own lines win, then the nearest.

    Raises:
        ConfigError: A style extends one that does not exist, of another language, or itself.
    """
    return {name: _resolved(profiles[name], profiles, (name,)) for name in sorted(profiles)}


def _resolved(profile: Profile, profiles: Mapping[str, Profile], path: tuple[str, ...]) -> Profile:
    preferred: dict[str, tuple[StyleLine, ...]] = {}
    settings: dict[str, StyleLine] = {}
    for name in reversed(profile.extends):
        if name not in profiles:
            raise ConfigError(
                f"house style {profile.name!r} extends {name!r}, which is not known",
                hint=nearest(name, profiles),
            )
        if name in path:
            raise ConfigError(f"house style {name!r} extends itself: {' > '.join((*path, name))}")
        if profiles[name].lang != profile.lang:
            raise ConfigError(
                f"house style {profile.name!r} is {profile.lang}, {name!r} is "
                f"{profiles[name].lang}",
                hint="a style extends styles of its own language",
            )
        parent = _resolved(profiles[name], profiles, (*path, name))
        preferred.update(parent.preferred)
        settings.update(parent.settings)
    preferred.update(profile.preferred)
    settings.update(profile.settings)
    return Profile(
        profile.name,
        profile.lang,
        profile.title,
        profile.extends,
        profile.complete,
        preferred,
        settings,
        profile.note,
    )


def _setting(value: Any, table: Table, key: str) -> StyleLine:
    line = _line(value, table, key)
    if line.value not in SETTINGS[key]:
        table.start = max(0, table.text.find(key))
        table.fail(
            f"{key} {line.value!r} is not known",
            at=line.value,
            hint=nearest(line.value, SETTINGS[key]),
        )
    return line


def _line(value: Any, parent: Table, key: str) -> StyleLine:
    if isinstance(value, str):
        value = {"value": value}
    known = ("value", "evidence", "sources", "since", "note")
    table = Table(value, path=parent.path, text=parent.text, known=known, after=key)
    since = table.date("since")
    return StyleLine(
        value=table.string("value"),
        evidence=table.member("evidence", Evidence, Evidence.USAGE),
        sources=table.strings("sources"),
        since=None if since is None else str(since),
        note=table.string("note", ""),
    )
