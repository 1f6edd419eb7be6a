"""A language without a room: sentences and words by what most languages have in common.

Only aligning may ask for it. Its sentences end at any final mark before a capital or a
letter without case. Abbreviations are those of the Moses tokeniser, which has a list for
some thirty languages; a number of a day ends no sentence (*am 3. Mai*).
"""

from __future__ import annotations

import re
from functools import cache, partial

from termkit.lang.base import Language
from termkit.lang.full_stops import Habits
from termkit.lang.sentence_ends import cut_sentences, split_sentences
from termkit.lang.words import find_words
from termkit.model.span import Span

# Japanese, Cantonese and classical Chinese write nothing between sentences.
_NO_SPACE = frozenset({"ja", "yue", "lzh", "wuu"})
# Ends of sentences that no space need follow: ideographic, danda, Arabic, Ethiopic, Burmese.
_END = re.compile(
    "[\u3002\uff01\uff1f\u0964\u0965\u061f\u06d4\u1362\u104b\u17d4]+[\u201d\u2019\u300d\u300f\uff09)]*"
)

# Thai, Lao, Burmese, Khmer and kana.
_NO_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff]")


def last_resort(tag: str) -> Language:
    """The doors of a language that has no room, but for the knowledge of one.

    >>> german = last_resort("de")
    >>> text = "Er kam. Sie ging. Das war am 3. Mai."
    >>> [span.slice(text) for span in german.sentences(text)]
    ['Er kam.', 'Sie ging.', 'Das war am 3. Mai.']
    """
    return Language(
        tag=tag,
        joiner="" if tag.split("-")[0].lower() in _NO_SPACE else " ",
        sentences=partial(_sentences, tag.split("-")[0].lower()),
        words=find_words,
        lexical_words=_lexical_words,
        inflections=lambda designation: (),
        straddles=lambda text, span: False,
        short_form=lambda name: None,
        quantities=lambda text: (),
        number_hints=lambda text: frozenset(),
        figure_signs=0,
        numeral_signs=0,
    )


def _sentences(lang: str, text: str) -> tuple[Span, ...]:
    return tuple(
        Span(part.start + sentence.start, part.start + sentence.end)
        for part in cut_sentences(text, _END, lambda match, start: True)
        for sentence in split_sentences(part.slice(text), _habits(lang))
    )


def _lexical_words(text: str) -> tuple[Span, ...]:
    """Words; in a script that writes no spaces each letter is one."""
    found: list[Span] = []
    for span in find_words(text):
        if _NO_SPACES.search(text, span.start, span.end):
            found.extend(Span(index, index + 1) for index in range(span.start, span.end))
        else:
            found.append(span)
    return tuple(found)


@cache
def _habits(lang: str) -> Habits:
    from sacremoses.corpus import NonbreakingPrefixes

    prefixes = NonbreakingPrefixes()
    known = prefixes.words(lang) if lang in prefixes.available_langs.values() else ()
    abbreviations = {
        f"{word}.": "before-name"
        for word in (*known, *range(1, 32))
        if len(str(word)) > 1 or str(word).isdigit()
    }
    return Habits(abbreviations)
