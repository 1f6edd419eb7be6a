"""Words and phrases of a bitext with their renderings: the translation lexicon.

Each unit is aligned word by word; stretches that may be terms are followed to the other
side, and what stands there is counted, with the places where it was seen.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from termkit.align.grow import grow_names
from termkit.align.known import WORD_BYTES, KnownPair, KnownPhrases
from termkit.align.phrase_pair import PhrasePair, Place, best_first
from termkit.align.phrases import Words, find_phrases
from termkit.align.seeds import known_pairs as known_words
from termkit.align.tally import PLACES, Tallies, Tally
from termkit.align.tokens import Side, read_side
from termkit.align.vocabulary import Vocabulary
from termkit.align.wanted import Key, Wanted
from termkit.align.watch import Watch, unwatched
from termkit.align.words import Links, align_words

_FEW, _SAME = 4, 0.6  # words of a unit that may be all names, and the share that may be the same


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a bitext says of words and phrases.

    Attributes:
        source, target: Its sides.
        pairs: By source phrase, the best rendering first.
    """

    source: Side
    target: Side
    pairs: tuple[PhrasePair, ...]


def learn_lexicon(
    texts: Sequence[tuple[str, str]],
    langs: tuple[str, str],
    known: Iterable[KnownPair] = (),
    *,
    watch: Watch = unwatched,
) -> Lexicon:
    """Align a bitext word by word and gather its phrase pairs.

    Args:
        texts: Source and target text of each unit.
        langs: BCP 47 tags.
        known: Pairs of names and terms known beforehand. They teach the aligner, as if they
            were units, and a unit with both sides of one has it as a phrase.
        watch: Told of each round, then of each unit.
    """
    taught = [*texts, *known]
    sides = tuple(read_side([pair[n] for pair in taught], langs[n]) for n in (0, 1))
    source, target = sides
    sizes = (int(source.stems.max(initial=0)) + 1, int(target.stems.max(initial=0)) + 1)
    pairs = [
        (source.stems[one], target.stems[[] if is_untranslated(source, target, unit) else other])
        for unit, (one, other) in enumerate(zip(source.numbers, target.numbers, strict=True))
    ]
    wanted = [Wanted(side, len(texts)) for side in sides]
    tallies: Tallies = defaultdict(Tally)
    lookup = KnownPhrases(
        (one.tobytes(), other.tobytes())
        for one, other in zip(
            source.numbers[len(texts) :], target.numbers[len(texts) :], strict=True
        )
    )
    aligned = align_words(pairs, sizes, _known_words(source, target), watch=watch)
    for unit, links in watch(aligned, len(pairs), "gathering phrases"):
        if unit < len(texts):
            _count(unit, links, wanted, lookup, tallies)
    grow_names(sides, wanted, tallies)
    found = _pairs(sides, wanted, tallies, len(texts))
    return Lexicon(source, target, tuple(found))


def is_untranslated(source: Side, target: Side, unit: int) -> bool:
    """Whether most words of a unit's target are those of its source: it teaches nothing."""
    words = target.keys(unit, 0, len(target.numbers[unit]))
    there = set(source.keys(unit, 0, len(source.numbers[unit])))
    same = sum(word in there for word in words)
    return source.lang != target.lang and len(words) >= _FEW and same > _SAME * len(words)


def _known_words(source: Side, target: Side) -> dict[tuple[int, int], float]:
    """Numbers, names of the same letters, Sino-Vietnamese and pinyin readings, by stem."""
    vocabularies = Vocabulary(), Vocabulary()
    for vocabulary, side in zip(vocabularies, (source, target), strict=True):
        for word in side.stem_words:
            vocabulary.number(word)
    names = set(source.names), set(target.names)
    return known_words(*vocabularies, (source.lang, target.lang), names)


def _count(
    unit: int,
    links: Links,
    wanted: Sequence[Wanted],
    lookup: KnownPhrases,
    tallies: Tallies,
) -> None:
    """Enter the phrase pairs of one unit: what is known first, then what agrees with it."""
    source, target = wanted
    names = source.names(unit), target.names(unit)
    known = lookup.find(*(side.side.numbers[unit].tobytes() for side in wanted))
    taken = {phrase.source for phrase in known}, {phrase.target for phrase in known}
    phrases = find_phrases(
        links, source.stretches(unit) | names[0], target.stretches(unit) | names[1]
    )
    learnt = (p for p in phrases if p.source not in taken[0] and p.target not in taken[1])
    for phrase in (*known, *learnt):
        if not source.is_term(unit, phrase.source) or not target.is_term(unit, phrase.target):
            continue
        tally = tallies[source.key(unit, phrase.source), target.key(unit, phrase.target)]
        tally.pieces += _is_part(phrase.source, names[0]) or _is_part(phrase.target, names[1])
        tally.is_name |= phrase.source in names[0] or phrase.target in names[1]
        tally.enter(Place(unit, phrase.source, phrase.target), phrase.weight)


def _is_part(words: Words, names: set[Words]) -> bool:
    """Whether a stretch is inside a name and is none itself."""
    return words not in names and any(a <= words[0] and words[1] <= b for a, b in names)


def _pairs(
    sides: Sequence[Side],
    wanted: Sequence[Wanted],
    tallies: Mapping[tuple[Key, Key], Tally],
    units: int,
) -> list[PhrasePair]:
    counts = [want.count({keys[n] for keys in tallies}, units) for n, want in enumerate(wanted)]
    forms = _forms(sides, tallies)
    found = [
        PhrasePair(
            source=forms[0][source],
            target=forms[1][target],
            words=(len(source) // WORD_BYTES, len(target) // WORD_BYTES),
            count=tally.count,
            source_count=counts[0][0][source],
            target_count=counts[1][0][target],
            units=(counts[0][1][source], counts[1][1][target], tally.units),
            sureness=tally.weight / tally.count,
            is_name=tally.is_name,
            pieces=tally.pieces,
            places=tuple(tally.places[:PLACES]),
        )
        for (source, target), tally in tallies.items()
    ]
    return best_first(found)


def _forms(
    sides: Sequence[Side], tallies: Mapping[tuple[Key, Key], Tally]
) -> tuple[dict[Key, str], dict[Key, str]]:
    """How each phrase is most often written; of equals the form that comes first."""
    seen: tuple[dict[Key, Counter[str]], ...] = (defaultdict(Counter), defaultdict(Counter))
    for keys, tally in tallies.items():
        for place in tally.places:
            for n, words in enumerate((place.source, place.target)):
                seen[n][keys[n]][sides[n].surface(place.unit, *words)] += 1
    first, second = (
        {key: max(forms, key=lambda form: forms[form]) for key, forms in side.items()}
        for side in seen
    )
    return first, second
