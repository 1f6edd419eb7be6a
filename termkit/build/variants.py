"""Variants of one wording across sources: the same words around, others inside.

Xinhua writes *community with a shared future of strategic significance*, VNS *... that carries
strategic significance*. Where two phrases share their beginning and their end and differ in a
few words between, and different sources write them, they are proposed as variants of one
designation. A number or a name in the gap makes another thing of it, no variant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from termkit.align.stretches import is_term_edge
from termkit.align.tokens import Side, read_side
from termkit.build.contexts import different_first, snippet
from termkit.build.held import Held
from termkit.glossary.store import Glossary
from termkit.model.document import Document, Segment
from termkit.model.review import Candidate, Context, Evidence, Form, candidate_id

MOST_WORDS = 300_000
"""Words of one language that are compared; more text than that is left out."""
_LEFT, _RIGHT, _GAP = 2, 1, 3  # words that must agree, and that may differ
_REACH = 8  # words that agree on one side, at most
_LEAST_SHARED = 3  # words with a meaning of their own
_MOST_FORMS = 4  # of one template; more is a slot of the grammar

Template = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Found:
    """A place of a template: words around a gap."""

    unit: int
    start: int
    gap: tuple[int, int]
    stop: int


def find_variants(documents: Sequence[Document], lang: str, glossary: Glossary) -> list[Candidate]:
    """Candidates of two forms of one language, the best first.

    Args:
        documents: Of one language; each has a publisher, or counts as a source of its own.
        lang: Their language.
        glossary: Says what is known already.
    """
    segments = [(document, segment) for document in documents for segment in document.segments]
    side = read_side([segment.text for _, segment in segments], lang)
    sources = [document.source or document.path for document, _ in segments]
    held = Held(glossary, lang)
    found: dict[str, Candidate] = {}
    for places in _templates(side).values():
        forms: dict[tuple[str, ...], list[_Found]] = defaultdict(list)
        for place in places:
            forms[side.keys(place.unit, *place.gap)].append(place)
        if not 2 <= len(forms) <= _MOST_FORMS:
            continue
        for one, other in combinations(forms.values(), 2):
            if not _is_variant(side, sources, one, other):
                continue
            candidate = _candidate(side, segments, held, one, other)
            old = found.get(candidate.id)
            if old is None or old.score < candidate.score:
                found[candidate.id] = candidate
    return _longest(sorted(found.values(), key=lambda c: (-c.score, c.source.text)))


def _templates(side: Side) -> dict[Template, list[_Found]]:
    """Places by the words next to a gap, two before and one behind."""
    found: dict[Template, list[_Found]] = defaultdict(list)
    room = MOST_WORDS
    for unit, numbers in enumerate(side.numbers):
        room -= len(numbers)
        if room < 0:
            break
        breaks = side.breaks(unit)
        keys = side.keys(unit, 0, len(numbers))
        for begin in range(_LEFT, len(keys)):
            for end in range(begin, min(begin + _GAP, len(keys) - _RIGHT) + 1):
                start, stop = begin - _LEFT, end + _RIGHT
                if stop > len(keys) or any(breaks[start + 1 : stop]):
                    continue
                template = keys[start:begin], keys[end:stop]
                if is_term_edge(template[0][0], side.lang) and is_term_edge(
                    template[1][-1], side.lang
                ):
                    found[template].append(_Found(unit, start, (begin, end), stop))
    return found


def _is_variant(
    side: Side, sources: Sequence[str], one: Sequence[_Found], other: Sequence[_Found]
) -> bool:
    """Different sources, and nothing in the gap that makes another thing of it."""
    writers = [{sources[place.unit] for place in places} for places in (one, other)]
    if writers[0] & writers[1]:
        return False
    if any(_names_something(side, places[0]) for places in (one, other)):
        return False
    gaps = [side.keys(places[0].unit, *places[0].gap) for places in (one, other)]
    if all(gaps) and (gaps[0][0] == gaps[1][0] or gaps[0][-1] == gaps[1][-1]):
        return False  # a narrower gap tells the same
    # Beside nothing at all, a grammatical word makes no variant: is ready, is also ready.
    return all(gaps) or any(is_term_edge(word, side.lang) for gap in gaps for word in gap)


def _names_something(side: Side, place: _Found) -> bool:
    words = side.texts[place.unit]
    return any(
        word[:1].isupper() or any(map(str.isdigit, word))
        for word in (span.slice(words) for span in side.spans[place.unit][slice(*place.gap)])
    )


def _candidate(
    side: Side,
    segments: Sequence[tuple[Document, Segment]],
    held: Held,
    one: Sequence[_Found],
    other: Sequence[_Found],
) -> Candidate:
    widths = _agreement(side, one[0], other[0])
    places = [[_widened(place, *widths) for place in found] for found in (one, other)]
    texts = [side.surface(found[0].unit, found[0].start, found[0].stop) for found in places]
    source, target = (Form(side.lang, text) for text in texts)
    shared = _meaning(side, places[0][0])
    gap = max(place[0].gap[1] - place[0].gap[0] for place in places)
    contexts = different_first([_context(side, segments, p) for found in places for p in found])
    return Candidate(
        candidate_id(source, target),
        source,
        target,
        round(shared / (shared + gap + 1), 4),
        Evidence(
            count=min(len(one), len(other)),
            source_count=len(one),
            target_count=len(other),
            contexts=contexts,
            publishers=tuple(sorted({c.publisher for c in contexts if c.publisher})),
            concepts=tuple(sorted(held.find(texts[0]) | held.find(texts[1]))),
        ),
    )


def _agreement(side: Side, one: _Found, other: _Found) -> tuple[int, int]:
    """How many more words agree before and behind, with a meaning at both ends."""
    ends = []
    for step, at in ((-1, "start"), (1, "stop")):
        more, kept = 0, 0
        while more < _REACH:
            words = [_word_at(side, p, getattr(p, at), step, more) for p in (one, other)]
            if words[0] is None or words[0] != words[1]:
                break
            more += 1
            if is_term_edge(words[0], side.lang):
                kept = more
        ends.append(kept)
    return ends[0], ends[1]


def _word_at(side: Side, place: _Found, edge: int, step: int, more: int) -> str | None:
    """The word that many steps beyond an edge, or ``None`` behind a break."""
    at = edge + more if step > 0 else edge - 1 - more
    if not 0 <= at < len(side.numbers[place.unit]):
        return None
    breaks = side.breaks(place.unit)
    if breaks[at if step > 0 else at + 1]:
        return None
    return side.keys(place.unit, at, at + 1)[0]


def _widened(place: _Found, before: int, behind: int) -> _Found:
    return _Found(place.unit, place.start - before, place.gap, place.stop + behind)


def _meaning(side: Side, place: _Found) -> int:
    """Words around the gap that are not grammatical."""
    words = (
        *side.keys(place.unit, place.start, place.gap[0]),
        *side.keys(place.unit, place.gap[1], place.stop),
    )
    return sum(is_term_edge(word, side.lang) for word in words)


def _context(side: Side, segments: Sequence[tuple[Document, Segment]], place: _Found) -> Context:
    document, segment = segments[place.unit]
    span = side.place(place.unit, place.start, place.stop)
    return Context(
        unit=segment.id,
        source=snippet(side.texts[place.unit], span.start, span.end),
        path=document.path,
        line=segment.locator.line,
        publisher=document.source,
        date=document.date,
    )


def _longest(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without those that a longer pair holds on both sides, and without too little shared."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: -len(c.source.text)):
        inside = any(
            candidate.source.text in other.source.text
            and candidate.target.text in other.target.text
            for other in kept
        )
        if not inside and candidate.score >= _LEAST_SHARED / (_LEAST_SHARED + _GAP + 1):
            kept.append(candidate)
    return sorted(kept, key=lambda c: (-c.score, c.source.text))
