"""One foreign name in its own letters and as Vietnamese spells it, within a document: rule N102.

*Ê-đin-bua* beside *Edinburgh*, *Bu-đa-pét* beside *Budapest*, *Đắc Nông* beside *Đắk Nông*. The
two spellings share their consonants and their beginning; which foreign names there are need not
be known, for the document itself has both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from termkit.check.gazetteer import is_another_place
from termkit.check.rule import Mark
from termkit.check.surroundings import in_address, in_quotation, is_joined, is_set_apart
from termkit.check.usage import Use, odd_ones
from termkit.check.view import DocumentView, TextView
from termkit.lang.tables import load_words
from termkit.lang.vi.names import family_names
from termkit.lang.vi.syllables import is_syllable, is_unmarked_syllable
from termkit.lang.vi.tones import tone_key
from termkit.model.span import Span
from termkit.names.forms import name_key
from termkit.names.parse import capital_runs
from termkit.names.territory_keys import close_key, sound_key
from termkit.names.words import read_word
from termkit.names.written import has_marks
from termkit.text.near import one_edit_apart
from termkit.text.scripts import CAPITALS, LATIN

_SPELLED = re.compile(rf"(?<![\w-])[{CAPITALS}][{LATIN}]*(?:-[{LATIN}]+)+(?![\w-])")
_VOWELS = re.compile("[aeiou]+")
_AFFRICATE = re.compile("ti(?=[aeou])|ch|tr")
_SILENT = re.compile("(?<!n)gh?$|h$")
_OF = re.compile(r"\b(?:of|the|and|in|for|de|la|du) $")
_LEAST = 3  # consonants of a name that no other is mistaken for
_LETTERS = 5  # of a foreign word
_Sounds = tuple[tuple[str, tuple[str, ...], str], ...]


def find_mixed_by_sound(view: DocumentView) -> Iterator[Mark]:
    """Marks at the rarer spelling of a name that a Vietnamese document spells in two ways."""
    if view.language != "vi":
        return
    foreign: dict[str, list[Use]] = defaultdict(list)
    spelled: dict[str, list[Use]] = defaultdict(list)
    letters: dict[_Sounds, list[Use]] = defaultdict(list)
    for text in view.texts:
        for kind, span in _names(text):
            if is_set_apart(text.text, span) or in_quotation(text.text, span):
                continue
            form = tone_key(span.slice(text.text).lower())
            use = Use(text, span, form)
            if kind == "foreign":
                foreign[form].append(use)
            elif kind == "spelled" or _may_be_foreign(use.text):
                spelled[form].append(use)
            if kind == "pair":
                letters[_sounds(form)].append(use)
    groups = [uses for uses in letters.values() if len({use.form for use in uses}) > 1]
    for form, uses in spelled.items():
        near = [other for other in foreign if _is_one_name(form, other)]
        near = [other for other in near if name_key(other) != name_key(form)]  # Vietnam: closed up
        if len(near) == 1:
            groups.append(sorted((*uses, *foreign[near[0]]), key=lambda use: use.place))
    for group in groups:
        for use, other in odd_ones(group):
            yield use.view.mark(
                use.span,
                f"{use.text!r} here, {other.text!r} elsewhere in this document",
                replacement=other.text,
                related=(other.related("the other form"),),
            )


def _names(text: TextView) -> Iterator[tuple[str, Span]]:
    """Foreign words that stand alone, names with hyphens, and pairs of Vietnamese syllables."""
    for match in _SPELLED.finditer(text.text):
        if has_marks(match[0]) and all(map(_may_be_syllable, match[0].split("-"))):
            yield "spelled", Span(*match.span())
    for run in capital_runs(text.text):
        words = [span.slice(text.text) for span in run]
        while words and words[0].lower() in load_words("vi", "function_words"):
            del words[0]  # Tại Glasgow: a sentence begins
        own = run[len(run) - len(words) :]
        if len(own) == 1 and _is_foreign(words[0]):
            if not _is_bound(text.text, own[0]):
                yield "foreign", own[0]
        elif len(own) == 2 and _are_syllables(words):
            yield "pair", Span(own[0].start, own[1].end)


def _is_bound(text: str, span: Span) -> bool:
    """Whether a foreign word is part of a longer foreign name: *University of Glasgow*."""
    if is_joined(text, span) or in_address(text, span):
        return True
    return _OF.search(text[max(0, span.start - 5) : span.start]) is not None


def _are_syllables(words: list[str]) -> bool:
    """Whether two words are syllables with marks, and no family name begins them."""
    if words[0] in family_names() or not has_marks(" ".join(words)):
        return False
    return all(is_syllable(word) or is_syllable(_with_c(word)) for word in words)


def _may_be_foreign(name: str) -> bool:
    """No Vietnamese place, and with a consonant first: a vowel alone tells little."""
    return name[0].lower() not in "aeiouy" and not is_another_place(name, "vi")


def _sounds(name: str) -> _Sounds:
    """One key for one sound, whatever spells it.

    >>> _sounds("đắk nông") == _sounds("đắc nông"), _sounds("mỹ đức") == _sounds("mĩ đức")
    (True, True)
    >>> _sounds("đồi chay") == _sounds("đồi chai"), _sounds("đắk nông") == _sounds("đác nông")
    (False, False)
    """
    words = map(read_word, name.split())
    return tuple((_with_c(word.key), word.shapes, word.tone) for word in words)


def _with_c(spelling: str) -> str:
    """*Kông* as *Công*, *Lắk* as *Lắc*."""
    return spelling.lower().replace("k", "c")


def _may_be_syllable(part: str) -> bool:
    """A spelling by sound has syllables that Vietnamese lacks: *xgâu*, *Xlô*."""
    return is_syllable(part) or is_syllable(part[1:]) or is_unmarked_syllable(part)


def _is_foreign(word: str) -> bool:
    return len(word) >= _LETTERS and word.isalpha() and not is_unmarked_syllable(word.lower())


@lru_cache(maxsize=1 << 14)
def _is_one_name(spelled: str, foreign: str) -> bool:
    """Whether Vietnamese syllables spell a foreign word.

    >>> _is_one_name("viêng chăn", "vientiane"), _is_one_name("ê-đin-bua", "edinburgh")
    (True, True)
    >>> _is_one_name("ê-đin-bua", "edison"), _is_one_name("mê công", "mexico")
    (False, False)
    """
    one, other = _skeleton(spelled), _skeleton(foreign)
    if one[:1] != other[:1] or min(len(one), len(other)) < _LEAST:
        return False
    return one == other or ("-" in spelled and len(other) > _LEAST and one_edit_apart(one, other))


def _skeleton(name: str) -> str:
    """The first letter and the consonants, as far as a spelling by sound keeps them."""
    sound = sound_key(_AFFRICATE.sub("t", close_key(name)))
    sound = _SILENT.sub("", sound).replace("ng", "n")
    return sound[:1] + _VOWELS.sub("", sound[1:])
