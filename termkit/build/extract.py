"""From translation units to candidates: terms beside their renderings, with the evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from termkit.align.known import known_pairs
from termkit.align.phrase_pair import PhrasePair
from termkit.align.terms import Lexicon, learn_lexicon
from termkit.align.watch import Watch, unwatched
from termkit.build.contexts import unit_contexts
from termkit.build.held import Held
from termkit.build.termhood import Words, c_values, concept_type, plausibility
from termkit.build.whole import whole_pairs
from termkit.glossary.store import Glossary
from termkit.model.bitext import TranslationUnit
from termkit.model.concept import ConceptType
from termkit.model.review import Candidate, Evidence, Form, Rendering, candidate_id

LEAST_SCORE = 0.12
_RENDERINGS = 8
_PIECE = 0.6  # what it costs to be only a part of longer names
_OTHER_SHARE, _OTHER_COUNT = 0.15, 2  # of a rendering that is not the best one


def learn_units(
    units: Sequence[TranslationUnit],
    langs: tuple[str, str],
    glossary: Glossary,
    *,
    watch: Watch = unwatched,
) -> Lexicon:
    """The lexicon of some units of one pair of languages; ``watch`` as `learn_lexicon`."""
    texts = [(unit.source.text, unit.target.text) for unit in units]
    return learn_lexicon(texts, langs, known_pairs(glossary, langs), watch=watch)


def extract(
    units: Sequence[TranslationUnit],
    lexicon: Lexicon,
    glossary: Glossary,
    *,
    least_score: float = LEAST_SCORE,
    watch: Watch = unwatched,
) -> list[Candidate]:
    """Candidates of a bitext, the best first.

    Args:
        units: That the lexicon was learnt from.
        lexicon: Of their words and phrases.
        glossary: Says what is known already.
        least_score: A weaker candidate is left out.
        watch: Told of each pair.
    """
    langs = lexicon.source.lang, lexicon.target.lang
    terms = _Terms(lexicon)
    ahead: dict[str, list[PhrasePair]] = defaultdict(list)
    back: dict[str, list[PhrasePair]] = defaultdict(list)
    for pair in lexicon.pairs:
        ahead[pair.source].append(pair)
        back[pair.target].append(pair)
    held = [Held(glossary, lang) for lang in langs]
    found = []
    for pair in watch(whole_pairs(lexicon), len(lexicon.pairs), "weighing candidates"):
        likely = terms.plausibility(pair)
        if pair.score * likely < least_score:
            continue
        sources, targets = ahead[pair.source], back[pair.target]
        if not _is_worth_showing(pair, sources, targets):
            continue
        source, target = Form(langs[0], pair.source), Form(langs[1], pair.target)
        strength = pair.association(len(units))
        contexts = unit_contexts(pair.places, units, lexicon)
        evidence = Evidence(
            count=pair.count,
            source_count=pair.source_count,
            target_count=pair.target_count,
            dice=round(strength.dice, 4),
            log_likelihood=round(strength.log_likelihood, 2),
            fisher=float(f"{strength.fisher:.3g}"),
            renderings=_renderings(sources, lambda other: other.target),
            back_renderings=_renderings(targets, lambda other: other.source),
            contexts=contexts,
            publishers=tuple(sorted({c.publisher for c in contexts if c.publisher})),
            concepts=tuple(sorted(held[0].find(pair.source) | held[1].find(pair.target))),
        )
        score = round(pair.score * likely, 4)
        ident = candidate_id(source, target)
        found.append(Candidate(ident, source, target, score, evidence, terms.type_of(pair)))
    return sorted(found, key=lambda c: (-c.score, c.source.text, c.target.text))


def _is_worth_showing(
    pair: PhrasePair, sources: Sequence[PhrasePair], targets: Sequence[PhrasePair]
) -> bool:
    """The best rendering of either side, or a variant that comes again."""
    best = pair is sources[0] or pair.score >= max(other.score for other in targets)
    return best or (pair.count >= _OTHER_COUNT and pair.forward >= _OTHER_SHARE)


def _renderings(
    pairs: Sequence[PhrasePair], form: Callable[[PhrasePair], str]
) -> tuple[Rendering, ...]:
    ranked = sorted(pairs, key=lambda pair: (-pair.score, form(pair)))[:_RENDERINGS]
    return tuple(Rendering(form(pair), pair.count, round(pair.score, 4)) for pair in ranked)


class _Terms:
    """How much each phrase of a lexicon looks like a term."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        counts: tuple[dict[Words, int], dict[Words, int]] = ({}, {})
        for pair in lexicon.pairs:
            for n, words in enumerate(self._words(pair)):
                counts[n][words] = pair.source_count if n == 0 else pair.target_count
        self._values = [c_values(side) for side in counts]

    def plausibility(self, pair: PhrasePair) -> float:
        """Of both sides: a term stands beside a term."""
        sides = zip(self._words(pair), self._langs, self._values, strict=True)
        both = [
            plausibility(words, lang, values[words], is_name=pair.is_name)
            for words, lang, values in sides
        ]
        whole = 1 - _PIECE * pair.pieces / pair.count
        return float((both[0] * both[1]) ** 0.5) * whole

    def type_of(self, pair: PhrasePair) -> ConceptType:
        """What the head nouns say, of the side where they say something."""
        for words, lang in zip(self._words(pair), self._langs, strict=True):
            kind = concept_type(words, lang)
            if kind is not None:
                return kind
        return ConceptType.TERM

    @property
    def _langs(self) -> tuple[str, str]:
        return self._lexicon.source.lang, self._lexicon.target.lang

    def _words(self, pair: PhrasePair) -> tuple[Words, Words]:
        place = pair.places[0]
        return (
            self._lexicon.source.keys(place.unit, *place.source),
            self._lexicon.target.keys(place.unit, *place.target),
        )
