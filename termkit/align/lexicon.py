"""A word translation table learnt from aligned text: IBM model 1, both ways.

The table of one direction says with which probability a word is rendered by another. It is
estimated by expectation maximisation over the beads that an aligner is sure of; what is
known beforehand (numbers, names, a glossary) enters as a Dirichlet prior, so that a rare
word keeps its prior and a frequent one obeys the text.

Source: Brown et al. (1993), The Mathematics of Statistical Machine Translation, model 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ITERATIONS = 5
MOST_PAIRS = 4_000_000
"""Token pairs that one estimate looks at; more text than that teaches it little."""
PRIOR_STRENGTH = 2.0
"""How many sightings the prior of a word is worth."""
_UNKNOWN = 0.5  # sightings that are held back for translations nobody has met
_LEAST = 0.01  # a weaker translation is noise


@dataclass(frozen=True, slots=True)
class WordTable:
    """Translation probabilities of word pairs, sorted by source word.

    A probability is ``count / total``; what is missing to 1 is what the table leaves open.

    Attributes:
        starts: Where the pairs of each source word start, shape (source words + 1,).
        targets: Target word of each pair, shape (pairs,).
        forward: P(target | source) of each pair.
        backward: P(source | target) of each pair.
        seen: Part of both probabilities that the text itself gave, as expected counts;
            shape (2, pairs). The rest is the prior's.
        source_totals: Expected count of each source word, prior included, shape (source words,).
        target_totals: The same of each target word.
    """

    starts: NDArray[np.int64]
    targets: NDArray[np.int32]
    forward: NDArray[np.float32]
    backward: NDArray[np.float32]
    seen: NDArray[np.float32]
    source_totals: NDArray[np.float32]
    target_totals: NDArray[np.float32]

    @property
    def sources(self) -> NDArray[np.int32]:
        """Source word of each pair."""
        import numpy as np

        return np.repeat(np.arange(len(self.starts) - 1, dtype=np.int32), np.diff(self.starts))


Pair = tuple[int, int]
TokenPair = tuple["NDArray[np.int32]", "NDArray[np.int32]"]


def learn_words(
    pairs: Sequence[TokenPair],
    sizes: tuple[int, int],
    prior: Mapping[Pair, float],
    *,
    iterations: int = ITERATIONS,
) -> WordTable:
    """Estimate both directions from paired texts.

    Args:
        pairs: Source and target word numbers of each bead, the surest first: what exceeds
            `MOST_PAIRS` is left out.
        sizes: Number of source and of target words.
        prior: Probability of a pair, known beforehand; good for both directions.
    """
    import numpy as np

    keys, forward_group, backward_group = _token_pairs(_within(pairs), sizes[1])
    known = np.array([s * sizes[1] + t for s, t in prior], np.int64)
    weights = np.array(list(prior.values()), np.float64)
    order = np.argsort(known)
    known, weights = known[order], weights[order]
    unique, numbers = np.unique(np.concatenate([keys, known]), return_inverse=True)
    seeds = np.zeros(len(unique))
    seeds[numbers[len(keys) :]] = weights
    inverse = numbers[: len(keys)].astype(np.int32)
    del keys, numbers
    source, target = unique // sizes[1], unique % sizes[1]
    forward, forward_seen, source_totals = _expect(
        inverse, forward_group, (source, target), seeds, sizes, iterations
    )
    backward, backward_seen, target_totals = _expect(
        inverse, backward_group, (target, source), seeds, sizes[::-1], iterations
    )
    kept = (forward > _LEAST) | (backward > _LEAST)
    return WordTable(
        np.searchsorted(source[kept], np.arange(sizes[0] + 1)).astype(np.int64),
        target[kept].astype(np.int32),
        forward[kept].astype(np.float32),
        backward[kept].astype(np.float32),
        np.stack([forward_seen[kept], backward_seen[kept]]).astype(np.float32),
        source_totals.astype(np.float32),
        target_totals.astype(np.float32),
    )


def _within(pairs: Iterable[TokenPair]) -> list[TokenPair]:
    """The first pairs, as many as an estimate looks at."""
    kept: list[TokenPair] = []
    room = MOST_PAIRS
    for source, target in pairs:
        size = len(source) * len(target)
        if not size or size > room:
            continue
        room -= size
        kept.append((source, target))
    return kept


def _token_pairs(
    pairs: Sequence[TokenPair], width: int
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int32]]:
    """Every source token with every target token of its bead.

    Returns:
        The pair of words as one number, and the running number of its target token and of
        its source token.
    """
    import numpy as np

    if not pairs:
        empty = np.zeros(0, np.int64)
        return empty, empty.astype(np.int32), empty.astype(np.int32)
    size = sum(len(s) * len(t) for s, t in pairs)
    keys = np.empty(size, np.int64)
    by_target, by_source = np.empty(size, np.int32), np.empty(size, np.int32)
    at = seen_source = seen_target = 0
    for source, target in pairs:
        end = at + len(source) * len(target)
        keys[at:end] = (source.astype(np.int64)[:, None] * width + target).ravel()
        by_source[at:end] = np.repeat(
            np.arange(seen_source, seen_source + len(source), dtype=np.int32), len(target)
        )
        by_target[at:end] = np.tile(
            np.arange(seen_target, seen_target + len(target), dtype=np.int32), len(source)
        )
        seen_source += len(source)
        seen_target += len(target)
        at = end
    return keys, by_target, by_source


def _expect(
    inverse: NDArray[np.int32],
    group: NDArray[np.int32],
    words: tuple[NDArray[np.int64], NDArray[np.int64]],
    seeds: NDArray[np.float64],
    sizes: tuple[int, int],
    iterations: int,
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Expectation maximisation of one direction: probabilities, expected counts, totals.

    Args:
        inverse: The pair of words that each pair of tokens is.
        group: The token that each pair of tokens explains.
        words: Of each pair the word that is given, and the word that it explains.
        seeds: Prior probability of each pair.
        sizes: Numbers of words: given, explained.
    """
    import numpy as np

    given, explained = words
    prior = PRIOR_STRENGTH * seeds
    strength = np.bincount(given, prior, sizes[0]) + _UNKNOWN
    if not len(inverse):
        share = np.asarray(prior / strength[given], np.float64)
        return share, np.zeros(len(seeds)), strength.astype(np.float64)
    share = np.full(len(seeds), 1.0 / max(1, sizes[1])) + seeds
    # The empty word renders every word as often as the text has it.
    word = np.zeros(int(group[-1]) + 1, np.int64)
    word[group] = explained[inverse]
    null = np.bincount(word, minlength=sizes[1])[word] / len(word)
    for _ in range(max(1, iterations)):
        weight = share[inverse]
        norm = np.bincount(group, weight, len(null)) + null
        seen = np.bincount(inverse, weight / norm[group], len(seeds))
        total = np.bincount(given, seen, sizes[0]) + strength
        share = (seen + prior) / total[given]
    return share, seen.astype(np.float64), np.asarray(total, np.float64)
