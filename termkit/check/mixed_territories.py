"""One country or city in two spellings of its name within a document: rule N102."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from termkit.check.nearby import before
from termkit.check.rule import Mark
from termkit.check.surroundings import in_quotation, is_set_apart
from termkit.check.usage import Use, odd_ones
from termkit.check.view import DocumentView, TextView
from termkit.glossary.matcher import Match
from termkit.lang.locale import territory_names
from termkit.lang.tables import load_rows
from termkit.lang.vi.tones import tone_key
from termkit.model.concept import ConceptType
from termkit.model.finding import Severity
from termkit.model.span import Span
from termkit.names.forms import name_key
from termkit.names.territory import find_territory
from termkit.names.territory_keys import close_key, sound_key
from termkit.text.cover import Cover
from termkit.text.memory import Memory
from termkit.text.near import edits
from termkit.text.scripts import CAPITALS, LATIN

# A word with a capital, its parts behind hyphens included.
_CAPITALISED = re.compile(rf"[{CAPITALS}](?<![{LATIN}].)(?<![{LATIN}]-.)[{LATIN}]*(?:-[{LATIN}]+)*")
_OF_A_BODY = re.compile(r"\b[A-Z]\w+ of (?:the )?$")
_FORMER = re.compile(
    r"(?:\b(?:[Ff]ormer(?:ly)?|then|old|ancient|colonial|British|French|Portuguese|known as|called|"
    r"or|now|renamed|as)|\() (?:the )?$|\($"
)
_EQUATED = re.compile(r",? (?:is|was|became|has become|now|once|formerly)(?: \w+){0,3} ?")
# Part of a longer foreign name: Thailand Open, Bank of Egypt.
_CAPITAL_BEFORE = re.compile(rf"(?:[{CAPITALS}][{LATIN}]*|of|the|in)[ -]$")
_CAPITAL_AFTER = re.compile(rf"[ -][{CAPITALS}]")
_DISPUTED = frozenset(("PS", "TW", "IO", "FK"))
_LONGEST = 4
"""Words of a name that has a second spelling."""


def find_mixed_territories(view: DocumentView) -> Iterator[Mark]:
    """*Cu Ba* beside *Cuba*, *Ukraina* beside *Ukraine*: one name, spelled in two ways.

    Two names of one country (*Mỹ* and *Hoa Kỳ*, *the UK* and *Britain*) are the writer's
    choice; in English a state's former name beside its own is worth a note (*Swaziland*,
    *Eswatini*) unless it is said to be one. Places of the glossary have their own forms; only
    its countries, and no name that is a claim, are held to one spelling here (*Xinh-ga-po*
    beside *Singapore*).
    """
    if view.language not in ("en", "vi"):
        return
    if not _may_be_mixed(view):
        return
    groups: dict[str, list[Use]] = defaultdict(list)
    for text in view.texts:
        for code, span in _mentions(text, view.language):
            # In the Bahamas; The Bahamas, where a sentence begins.
            form = span.slice(text.text).casefold().removeprefix("the ")
            groups[code].append(Use(text, span, tone_key(form)))
    for code, uses in groups.items():
        for use, other in odd_ones(uses):
            respelled = _is_respelled(use.form, other.form)
            if respelled and _is_known_to_differ(use, other):
                continue
            if respelled or _is_renamed(code, use, other) or _is_english(code, use, other):
                yield use.view.mark(
                    use.span,
                    f"{use.text!r} here, {other.text!r} elsewhere in this document",
                    replacement=None if use.text.isupper() else other.text,
                    related=(other.related("the other form"),),
                    severity=None if respelled else Severity.INFO,
                )


def _is_english(code: str, use: Use, other: Use) -> bool:
    """Whether a Vietnamese text has the Vietnamese name of a state and, standing alone, its
    English one: *Ai Cập*, *Egypt*."""
    if not use.view.lang.startswith("vi") or code in _DISPUTED:
        return False
    english, own = territory_names("en").get(code), territory_names("vi").get(code)
    forms = {use.text: use, other.text: other}
    if english == own or english not in forms or own not in forms:
        return False
    text, span = forms[english].view.text, forms[english].span
    beside = _CAPITAL_BEFORE.search(text[: span.start]) or _CAPITAL_AFTER.match(text, span.end)
    return beside is None and not in_quotation(text, span)


def _is_renamed(code: str, use: Use, other: Use) -> bool:
    """Whether one of two English names is what the state was called before, and nobody says so."""
    if not use.view.lang.startswith("en") or code in _DISPUTED:
        return False
    forms = {name_key(use.text), name_key(other.text)}
    if len(forms & _former_names().get(code, frozenset())) != 1:
        return False
    first, second = sorted((use, other), key=lambda one: one.place)
    between = first.view.text[first.span.end : second.span.start]
    if first.view is second.view and _EQUATED.fullmatch(between):
        return False
    return not any(
        _FORMER.search(before(one.view.text, one.span)) or one.view.is_heading
        for one in (use, other)
    )


@cache
def _former_names() -> dict[str, frozenset[str]]:
    """Names that no other name of the state contains, by its code."""
    found: dict[str, set[str]] = defaultdict(set)
    rows = [row for row in load_rows("en", "territory_variants") if row[2] == "older"]
    rows += [row for row in load_rows("en", "territory_names") if row[2].startswith("CLDR")]
    for code, name, _ in rows:
        own = territory_names("en").get(code, "")
        key = name_key(name)
        if name.isupper() or key in name_key(own) or name_key(own) in key:
            key = _renamed_to(own, name)
        if key:
            found[code].add(key)
    return {code: frozenset(keys) for code, keys in found.items()}


def _renamed_to(own: str, name: str) -> str:
    """CLDR has both names of a state in one: *Myanmar (Burma)*."""
    return name_key(name) if f"({name})" in own else ""


def _may_be_mixed(view: DocumentView) -> bool:
    """Whether any country or city is named in two forms, whatever stands around them."""
    named = _named_in(view.language)
    found = set().union(*[named[stretch] for stretch in view.stretches])
    return len(found) > len({code for code, _ in found})


@cache
def _named_in(lang: str) -> Memory[tuple[tuple[str, str], ...]]:
    """Codes and forms of all countries and cities that a stretch of capitals may name."""

    def find(stretch: str) -> tuple[tuple[str, str], ...]:
        parts = [span.slice(stretch) for run in _runs(stretch) for span in _parts(run, lang)]
        return tuple(
            (code, tone_key(part.casefold().removeprefix("the ")))
            for part in parts
            if (code := _territory(part, lang)) is not None
        )

    return Memory(find)


def _mentions(text: TextView, lang: str) -> Iterator[tuple[str, Span]]:
    places = list(text.matches(types=(ConceptType.PLACE,), nested=True, foreign=True))
    known = Cover(match.span for match in places)
    countries = set(map(_country, places))
    for run in _runs(text.text):
        for span in _parts(run, lang):
            code = _territory(span.slice(text.text), lang)
            if code is None or _is_bound(text.text, span, lang):
                continue
            if known.overlaps(span) and span not in countries:
                continue
            yield code, span
            break


def _country(match: Match) -> Span | None:
    """Where a country of the glossary stands by itself, and no claim."""
    free = match.nested_in is None and not match.concept.claim
    return match.span if free and match.concept.subject_field == "countries" else None


def _runs(text: str) -> Iterator[list[Span]]:
    """Runs of words with a capital; one that is spelled by sound goes on in small letters."""
    run: list[Span] = []
    for match in _CAPITALISED.finditer(text):
        _, *more = match[0].split("-")
        if run and text[run[-1].end : match.start()] != " ":
            yield run
            run = []
        if all(part.islower() for part in more):
            run.append(Span(*match.span()))
        else:
            if run:
                yield run
            yield [Span(*match.span())]  # Timor-Leste
            run = []
    if run:
        yield run


def _parts(run: list[Span], lang: str) -> Iterator[Span]:
    """What of a run of capitals may be the name, longest first.

    English words around it make it a name of something else, *Turkey Tech*; Vietnamese goes
    on with the name of a person, *Đại sứ Cuba Rogelio Polanco*.
    """
    if lang == "en" and len(run) > 1 and run[0].end - run[0].start == len("In"):
        run = run[1:]  # In Myanmar, at the head of a sentence
    widths = [len(run)] if lang == "en" else range(min(_LONGEST, len(run)), 0, -1)
    for width in widths:
        for start in range(len(run) - width + 1):
            yield Span(run[start].start, run[start + width - 1].end)


def _is_bound(text: str, span: Span, lang: str) -> bool:
    """Whether somebody else chose the spelling."""
    if is_set_apart(text, span):
        return True
    return lang == "en" and _OF_A_BODY.search(before(text, span)) is not None


def _is_known_to_differ(use: Use, other: Use) -> bool:
    """Whether two forms of an entry differ in spaces and marks alone: those the rule knows."""
    return name_key(use.text) == name_key(other.text) and any(
        match.span == use.span and _country(match) is not None
        for match in use.view.matches(types=(ConceptType.PLACE,), foreign=True)
    )


def _is_respelled(form: str, other: str) -> bool:
    """Whether two forms are one name in two spellings."""
    one, two = close_key(form), close_key(other)
    one, two = sound_key(one), sound_key(two)
    most = max(len(one), len(two)) // 3
    return one[:1] == two[:1] and edits(one, two, most=most) <= most


@lru_cache(maxsize=1 << 16)
def _territory(name: str, lang: str) -> str | None:
    return find_territory(name, lang=lang)
