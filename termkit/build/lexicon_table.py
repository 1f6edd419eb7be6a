"""The word and phrase table of a bitext: TSV with a header line, best rendering first.

Columns: source, target, score (how good a rendering, 0 to 1), forward and backward (share of
the places of each side where the other renders it), count, source_count, target_count (places),
dice, log_likelihood, fisher (association over units), source_lang, target_lang.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from termkit.align.terms import Lexicon

COLUMNS = (
    "source", "target", "score", "forward", "backward", "count", "source_count", "target_count",
    "dice", "log_likelihood", "fisher", "source_lang", "target_lang",
)  # fmt: skip
LEAST_SCORE = 0.1
"""A weaker rendering is noise."""
_BREAK = re.compile(r"\s+")


def render_lexicons(lexicons: Iterable[Lexicon]) -> str:
    """The whole table."""
    lines = ["\t".join(COLUMNS)]
    for lexicon in lexicons:
        units = len(lexicon.source.texts)
        for pair in lexicon.pairs:
            if pair.score < LEAST_SCORE:
                continue
            strength = pair.association(units)
            row = (
                _BREAK.sub(" ", pair.source),
                _BREAK.sub(" ", pair.target),
                f"{pair.score:.4f}",
                f"{pair.forward:.4f}",
                f"{pair.backward:.4f}",
                str(pair.count),
                str(pair.source_count),
                str(pair.target_count),
                f"{strength.dice:.4f}",
                f"{strength.log_likelihood:.2f}",
                f"{strength.fisher:.3g}",
                lexicon.source.lang,
                lexicon.target.lang,
            )
            lines.append("\t".join(row))
    return "\n".join(lines) + "\n"
