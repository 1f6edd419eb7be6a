"""Which of overlapping candidates stand: the longest claims, within one concept.

Matches of other concepts inside a longer one stay, and say in what they are nested.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from termkit.glossary.match import Match
from termkit.glossary.verify import Candidate
from termkit.lang.words import TOKEN
from termkit.model.concept import AdminStatus
from termkit.model.span import Span

_ENOUGH_SHARED = 2  # words or Han characters that two designations may share
_STATUS_RANK = {status: rank for rank, status in enumerate(AdminStatus)}


def settle(candidates: Iterable[Candidate], text: str) -> tuple[Match, ...]:
    """Matches in text order, the longer first, from all candidates of a text."""
    best: dict[tuple[int, int, str], Candidate] = {}
    for candidate in candidates:
        key = (candidate.start, candidate.end, candidate.pattern.concept.id)
        known = best.get(key)
        if known is None or _fit(candidate) < _fit(known):
            best[key] = candidate
    matches: list[Match] = []
    for cluster in _clusters(best.values()):
        standing = _without_crossings(_longest_per_concept(cluster), text)
        own = {(c.start, c.end) for c in standing if not c.pattern.foreign}
        standing = [c for c in standing if not c.pattern.foreign or (c.start, c.end) not in own]
        standing.sort(key=lambda c: (c.start, -c.end, c.pattern.concept.id))
        matches += [_match(candidate, standing, text) for candidate in standing]
    return tuple(matches)


def _clusters(candidates: Iterable[Candidate]) -> Iterator[list[Candidate]]:
    """Candidates that overlap, in one chain or another: no other can have a say in them."""
    cluster: list[Candidate] = []
    end = 0
    for candidate in sorted(candidates, key=lambda c: (c.start, c.end)):
        if cluster and candidate.start >= end:
            yield cluster
            cluster = []
        cluster.append(candidate)
        end = max(end, candidate.end)
    if cluster:
        yield cluster


def _fit(candidate: Candidate) -> tuple[int, ...]:
    """Smaller is better: own language, the designation's own places, likeness, status."""
    pattern = candidate.pattern
    return (
        pattern.foreign,
        len(candidate.interchanged),
        candidate.likeness.rank,
        _STATUS_RANK[pattern.designation.status],
        pattern.order,
    )


def _precedence(candidate: Candidate) -> tuple[int, int, int]:
    """More tokens first, then more letters: *Ho Chi Minh* before *President Ho*."""
    return -candidate.size, candidate.start - candidate.end, candidate.start


def _longest_per_concept(candidates: list[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    taken: dict[str, list[tuple[int, int]]] = {}
    for candidate in sorted(candidates, key=_precedence):
        ranges = taken.setdefault(candidate.pattern.concept.id, [])
        if not any(start < candidate.end and candidate.start < end for start, end in ranges):
            ranges.append((candidate.start, candidate.end))
            kept.append(candidate)
    return kept


def _without_crossings(candidates: list[Candidate], text: str) -> list[Candidate]:
    """Of two that share a bit of text at their ends, the longer, or the first.

    *Trung Quốc hội nhập* has *Trung Quốc* in it, not *Quốc hội*. Two that share a name or a
    phrase are both right: *14th Congress of the CPV* and *CPV Central Committee*.
    """
    ranges = {(c.start, c.end) for c in candidates}
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=_precedence):
        shared = (
            (max(candidate.start, other.start), min(candidate.end, other.end))
            for other in kept
            if candidate.start < other.start < candidate.end < other.end
            or other.start < candidate.start < other.end < candidate.end
        )
        if all(
            part in ranges or len(TOKEN.findall(text[slice(*part)])) >= _ENOUGH_SHARED
            for part in shared
        ):
            kept.append(candidate)
    return kept


def _match(candidate: Candidate, standing: list[Candidate], text: str) -> Match:
    pattern = candidate.pattern
    around: Candidate | None = None
    homographs = []
    for other in standing:
        if other.start > candidate.start:
            break
        if other.pattern.concept.id == pattern.concept.id or other.end < candidate.end:
            continue
        if (other.start, other.end) == (candidate.start, candidate.end):
            homographs.append(other.pattern.concept.id)
        elif around is None or other.end - other.start > around.end - around.start:
            around = other
    if around is not None and _is_slip_inside(candidate, around):
        around = None
    return Match(
        span=Span(candidate.start, candidate.end),
        text=text[candidate.start : candidate.end],
        concept=pattern.concept,
        designation=pattern.designation,
        likeness=candidate.likeness,
        nested_in=None if around is None else Span(around.start, around.end),
        is_foreign=pattern.foreign,
        homographs=tuple(homographs),
    )


def _is_slip_inside(candidate: Candidate, around: Candidate) -> bool:
    """A deprecated form of a name that the longer designation does not approve."""
    return not candidate.pattern.designation.is_approved and any(
        start <= candidate.start and candidate.end <= end for start, end in around.interchanged
    )
