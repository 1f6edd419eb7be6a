"""Which sentences of a document and of its translation belong together.

Lengths and words decide together, in a few passes. The first knows only the words that need
no learning (`align.seeds`); each pass learns from the beads it is sure of how the texts
render words, how long translations are and which beads are usual, and the next looks again,
in a narrower band. Documents that are aligned together learn together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from termkit import __version__
from termkit.align.anchors import band_around, rough_way
from termkit.align.beads import KINDS, Path, best_path, learn_priors, usual_priors
from termkit.align.confidence import calibrated, log_odds
from termkit.align.encoder import Encoder, encode
from termkit.align.evidence import MOST, Chances, Evidence, word_chances
from termkit.align.headings import Joins
from termkit.align.lengths import LengthModel, whole_text_model
from termkit.align.lexicon import WordTable, learn_words
from termkit.align.likeness import (
    Likeness,
    LikenessModel,
    Ranges,
    Vectors,
    centred,
    learn_likeness,
)
from termkit.align.support import Support, Weighed, learn_support, weigh_beads
from termkit.align.texts import Texts, read_texts
from termkit.align.vocabulary import TokenizedText
from termkit.align.watch import Watch, unwatched
from termkit.lang.base import Language
from termkit.model.bitext import Alignment, Bead
from termkit.model.concept import Concept
from termkit.model.signature import Signature

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WORD_WEIGHT = 0.5
"""Of the evidence of words: they repeat each other, and half of what they say is news."""
VECTOR_WEIGHT = 1.0
"""Of the evidence of sentence vectors, where there are any."""
WIDTHS = (40, 20, 12)
"""Segments on each side of the way in which each pass looks."""
WIDEST = 300
"""The most on each side, where nothing is known of a stretch."""
_CELLS = 3_000_000  # rows times half a band: very long documents get narrower bands
_FIRST_MOST = 3  # segments on one side of a bead in the first pass
_SURE = 0.0  # log-odds of a bead that teaches


@dataclass(frozen=True, slots=True)
class _Knowledge:
    """What a pass goes by: `_learn` makes the next one's."""

    table: WordTable
    lengths: LengthModel
    priors: tuple[float, ...]
    ways: tuple[list[tuple[int, int]], ...]
    trained: tuple[NDArray[np.int64] | None, ...]
    likeness: LikenessModel


@dataclass(frozen=True, slots=True)
class _Found:
    """The beads of one pair of documents.

    Attributes:
        path: The beads.
        odds: Log-odds of the posterior of each.
        weighed: The evidence of each.
    """

    path: Path
    odds: NDArray[np.float64]
    weighed: Weighed


def align_sentences(
    source: Sequence[str],
    target: Sequence[str],
    languages: tuple[Language, Language],
    *,
    tags: tuple[str, str] | None = None,
    concepts: Iterable[Concept] = (),
    encoder: Encoder | None = None,
) -> Alignment:
    """Pair the sentences of a document with those of its translation, in order.

    As `align_documents`, for one pair.

    >>> from termkit.lang import get_language
    >>> found = align_sentences(
    ...     ["Trade grew.", "It reached 25 billion USD, said Le Hoai Trung."],
    ...     ["Thương mại tăng.", "Ông Lê Hoài Trung cho biết.", "Kim ngạch đạt 25 tỷ USD."],
    ...     (get_language("en"), get_language("vi")),
    ... )
    >>> [bead.kind for bead in found.beads]
    ['1-1', '1-2']
    """
    pair = [(source, target)]
    return align_documents(pair, languages, tags=tags, concepts=concepts, encoder=encoder)[0]


def align_documents(
    documents: Sequence[tuple[Sequence[str], Sequence[str]]],
    languages: tuple[Language, Language],
    *,
    tags: tuple[str, str] | None = None,
    concepts: Iterable[Concept] = (),
    encoder: Encoder | None = None,
    watch: Watch = unwatched,
) -> list[Alignment]:
    """Pair the sentences of documents with those of their translations.

    What one pair of documents teaches about words helps with all: short documents should be
    aligned together.

    Args:
        documents: Texts of the source and target segments of each pair, in reading order.
        languages: Of both sides; `lang.last_resort` where there is no room.
        tags: BCP 47 tags; `Language.tag` of both when not given.
        concepts: Of a glossary: its names and terms are known to render each other.
        encoder: Adds what sentence vectors say; see `align.encoder`.
        watch: Told of each step of each document, and of the encoder's.

    Returns:
        One alignment per pair. Text without a counterpart stands in a 1-0 or 0-1 bead, and
        each bead has a confidence.
    """
    tags = tags or (languages[0].tag, languages[1].tag)
    texts = read_texts(documents, languages, tags, concepts)
    chances = word_chances(texts.pairs, texts.numbers)
    vectors = _vectors(documents, texts, encoder, watch)
    knowledge = _begin(texts)
    found: list[_Found] = []
    steps = len(WIDTHS) * len(texts.pairs)
    for step in watch(range(steps), steps, "aligning"):
        turn, number = divmod(step, len(texts.pairs))
        if not number:
            knowledge = _learn(texts, vectors, found, knowledge) if turn else knowledge
            found = []
        pair = texts.pairs[number]
        found.append(_look(pair, vectors[number], number, turn, knowledge, chances))
    signature = Signature((("aligner", "1"), ("langs", "-".join(tags)), ("termkit", __version__)))
    support = learn_support((one.weighed, one.odds >= _SURE) for one in found)
    return [Alignment(tuple(_beads(one, support)), signature) for one in found]


def _begin(texts: Texts) -> _Knowledge:
    """What is known before anything was aligned."""
    lengths = [sum(float(pair[side].lengths.sum()) for pair in texts.pairs) for side in (0, 1)]
    return _Knowledge(
        learn_words([], texts.sizes, texts.known),
        whole_text_model(*lengths),
        usual_priors(),
        tuple(rough_way(*pair, texts.known) for pair in texts.pairs),
        (None,) * len(texts.pairs),
        LikenessModel(),
    )


def _vectors(
    documents: Sequence[tuple[Sequence[str], Sequence[str]]],
    texts: Texts,
    encoder: Encoder | None,
    watch: Watch,
) -> list[Vectors | None]:
    """The vectors of each pair of documents, where there is an encoder."""
    if encoder is None:
        return [None] * len(documents)
    every = [text for document in documents for side in document for text in side]
    left = encode(encoder, every, watch=watch)
    found: list[Vectors | None] = []
    for source, target in texts.pairs:
        sides = left[: len(source)], left[len(source) : len(source) + len(target)]
        found.append(centred(sides, (source.lengths, target.lengths)))
        left = left[len(source) + len(target) :]
    return found


def _look(
    pair: tuple[TokenizedText, TokenizedText],
    vectors: Vectors | None,
    number: int,
    turn: int,
    knowledge: _Knowledge,
    chances: Chances,
) -> _Found:
    """Align one pair of documents by what is known now."""
    source, target = pair
    most = MOST if turn else _FIRST_MOST
    way = knowledge.ways[number]
    width = WIDTHS[turn]
    widest = max(width, min(WIDEST, _CELLS // max(1, len(source))))
    band = band_around(way, (len(source), len(target)), width, widest)
    words = Evidence(source, target, knowledge.table, chances, band, knowledge.trained[number])
    joins = Joins(source, target)
    alike = Likeness(vectors, knowledge.likeness) if vectors is not None else None

    def evidence(*row: int) -> NDArray[np.float32]:
        found = WORD_WEIGHT * words.row(*row) + joins.row(*row)
        return found if alike is None else found + VECTOR_WEIGHT * alike.row(*row)

    scores: list[NDArray[np.float32]] = []
    path = best_path(
        band,
        (source.lengths, target.lengths),
        knowledge.lengths,
        knowledge.priors,
        evidence,
        most=most,
        keep=scores,
    )
    insert = knowledge.priors[KINDS.index((0, 1))]
    lengths = source.lengths, target.lengths
    return _Found(
        path,
        log_odds(band, scores, path, insert, most=most),
        weigh_beads(band, scores, path, lengths, knowledge.lengths, knowledge.priors, most=most),
    )


def _learn(
    texts: Texts,
    vectors: Sequence[Vectors | None],
    found: Sequence[_Found],
    before: _Knowledge,
) -> _Knowledge:
    """What the beads that a pass is sure of teach the next."""
    import numpy as np

    lessons: list[tuple[float, NDArray[np.int32], NDArray[np.int32]]] = []
    lengths: list[tuple[float, float]] = []
    trained: list[NDArray[np.int64] | None] = []
    alike: list[tuple[Vectors, list[Ranges]]] = []
    ways = []
    for (source, target), vector, one in zip(texts.pairs, vectors, found, strict=True):
        taught = np.zeros((len(source), 2), np.int64)
        way = []
        for (i, j), kind, odds in zip(
            one.path.ends.tolist(), one.path.kinds.tolist(), one.odds.tolist(), strict=True
        ):
            a, b = KINDS[kind]
            if not a or not b or odds < _SURE:
                continue
            lessons.append((odds, source.between(i - a, i), target.between(j - b, j)))
            lengths.append((source.lengths[i - a : i].sum(), target.lengths[j - b : j].sum()))
            taught[i - a : i] = (j - b, j)
            way.append((i, j))
        trained.append(taught)
        if vector is not None:
            alike.append((vector, _sure(one)))
        ways.append(way)
    lessons.sort(key=lambda lesson: -lesson[0])
    sizes = np.array(lengths or np.zeros((0, 2)))
    return _Knowledge(
        learn_words([lesson[1:] for lesson in lessons], texts.sizes, texts.known),
        before.lengths.learn(sizes[:, 0], sizes[:, 1]),
        learn_priors([kind for one in found for kind in one.path.kinds.tolist()]),
        tuple(ways),
        tuple(trained),
        learn_likeness(alike),
    )


def _sure(found: _Found) -> list[Ranges]:
    """The segments of the beads with two sides that are sure."""
    sure = []
    for (i, j), kind, odds in zip(
        found.path.ends.tolist(), found.path.kinds.tolist(), found.odds.tolist(), strict=True
    ):
        a, b = KINDS[kind]
        if a and b and odds >= _SURE:
            sure.append(((i - a, i), (j - b, j)))
    return sure


def _beads(found: _Found, support: Support) -> Iterable[Bead]:
    """Beads with their confidence; the cost is its negative logarithm."""
    weighed = found.weighed
    rows = zip(
        found.path.ends.tolist(),
        found.path.kinds.tolist(),
        found.odds.tolist(),
        weighed.beads.tolist(),
        weighed.sizes.tolist(),
        strict=True,
    )
    for (i, j), kind, odds, evidence, size in rows:
        a, b = KINDS[kind]
        sure = calibrated(odds, support.lack(evidence, size) if a and b else 0.0)
        yield Bead(range(i - a, i), range(j - b, j), cost=-log(sure), confidence=sure)
