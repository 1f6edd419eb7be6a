"""From beads to translation units: the text of each bead, every character at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from termkit.model.bitext import Bead, TranslationUnit
from termkit.model.document import Segment


def translation_units(
    beads: Iterable[Bead],
    source: Sequence[Segment],
    target: Sequence[Segment],
    *,
    bitext: str,
    langs: tuple[str, str],
    joiners: tuple[str, str] = (" ", " "),
) -> Iterator[TranslationUnit]:
    """The text of each bead, both sides joined.

    Args:
        beads: Of one alignment of the two.
        source, target: The segments that were aligned.
        bitext: Names the pair of documents; a unit is ``"<bitext>#<n>"``.
        langs: BCP 47 tags; source first.
        joiners: `Language.joiner` of each side; a space serves a language without a room.
    """
    for number, bead in enumerate(beads, start=1):
        sides = (
            source[bead.source.start : bead.source.stop],
            target[bead.target.start : bead.target.stop],
        )
        left, right = (
            join_segments(segments, joiner, lang=lang)
            for segments, joiner, lang in zip(sides, joiners, langs, strict=True)
        )
        yield TranslationUnit(f"{bitext}#{number}", left, right, confidence=bead.confidence)


def join_segments(segments: Sequence[Segment], joiner: str, *, lang: str) -> Segment:
    """One segment out of several neighbours, each character still knowing its place.

    Args:
        segments: In reading order; none makes an empty segment.
        joiner: What the language writes between sentences: a space in Vietnamese and
            English, nothing in Chinese. It stands where the segment before it ends.
        lang: BCP 47 tag, for the empty segment.

    >>> from termkit.model.span import Locator
    >>> a = Segment("d#1", "en", "One.", Locator(offset=0))
    >>> b = Segment("d#2", "en", "Two.", Locator(offset=9))
    >>> joined = join_segments([a, b], " ", lang="en")
    >>> joined.text, joined.file_offset(5)
    ('One. Two.', 9)
    """
    if not segments:
        return Segment("", lang, "")
    if len(segments) == 1:
        return segments[0]
    text = joiner.join(segment.text for segment in segments)
    origin = [*_offsets(segments[0])]
    for before, segment in pairwise(segments):
        origin.extend(before.file_end(len(before.text)) for _ in joiner)
        origin.extend(_offsets(segment))
    last = segments[-1]
    origin.append(last.file_end(len(last.text)))
    return replace(segments[0], text=text, origin=tuple(origin))


def _offsets(segment: Segment) -> Iterator[int]:
    return (segment.file_offset(index) for index in range(len(segment.text)))
