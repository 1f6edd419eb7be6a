"""Word pairs that are known before anything is learnt: numbers, names, dates, the glossary.

One table holds them all: a pair of lexemes and the probability that one renders the other.
Names of several words enter it by a *key* of their own (``#territory-VN``), which `mark`
puts into the text of either language wherever one of their names stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from termkit.align.lexemes import LETTERS, LanguagePair, Lexemes
from termkit.align.lexicon import Pair
from termkit.align.vocabulary import Vocabulary
from termkit.lang.locale import cldr_names
from termkit.model.concept import Concept
from termkit.text.fold import strip_marks
from termkit.text.scripts import is_han

SAME_NAME = 0.8  # a key, a number, an address, a month
SAME_WORD = 0.5  # the same letters: mostly a name or a shared root
READ = 0.4  # a Han word and its Sino-Vietnamese or pinyin reading
MONTH_NUMBER = 0.3  # *February* and the 2 of *2/2026*
_LONGEST = 8  # lexemes of a name
_SHORTEST = 3  # letters that two words must share
_MOST_READINGS = 16


@dataclass(frozen=True, slots=True)
class NameKeys:
    """Names of one language that have a key.

    Attributes:
        by_first: Each name as its lexemes, longest first, with its key; by first lexeme.
    """

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]

    def mark(self, lexemes: Sequence[str]) -> tuple[str, ...]:
        """The lexemes, then the key of each name among them; the longest name at each place."""
        keys = []
        at = 0
        while at < len(lexemes):
            step = 1
            for name, key in self.by_first.get(lexemes[at], ()):
                if tuple(lexemes[at : at + len(name)]) == name:
                    keys.append(key)
                    step = len(name)
                    break
            at += step
        return (*lexemes, *keys)


def name_keys(pair: LanguagePair, concepts: Iterable[Concept]) -> tuple[NameKeys, NameKeys]:
    """The keys of both languages: names that CLDR has in both, and concepts that name both.

    Args:
        pair: The languages of both.
        concepts: Of the user's glossary. Deprecated designations count: texts use them.
    """
    forms: list[dict[str, set[str]]] = [defaultdict(set), defaultdict(set)]
    for side, lang in enumerate(pair.langs):
        for key, names in cldr_names(lang).items():
            forms[side][key].update(names)
    for concept in concepts:
        for side, lang in enumerate(pair.langs):
            for designation in concept.designations:
                if _speaks(designation.lang, lang):
                    forms[side][concept.id].add(designation.text)
    shared = forms[0].keys() & forms[1].keys()
    source, target = pair.lexemes
    return _keys(forms[0], shared, source), _keys(forms[1], shared, target)


def known_pairs(
    source: Vocabulary, target: Vocabulary, langs: tuple[str, str], capitals: tuple[set[str], ...]
) -> dict[Pair, float]:
    """Pairs of words of two vocabularies that render each other, as far as is known.

    Args:
        source, target: What the texts have.
        langs: BCP 47 tags.
        capitals: Lexemes that stand with a capital inside a sentence, both sides: names.
            Between Vietnamese and another language only names may be told by their letters,
            for *thế* is no *the*.
    """
    found: dict[Pair, float] = {}
    rules = (_same_letters, _months, _readings)
    for rule in rules:
        for pair, probability in rule(source, target, langs, capitals):
            found[pair] = max(probability, found.get(pair, 0.0))
    return found


def _keys(forms: Mapping[str, set[str]], shared: Iterable[str], lexemes: Lexemes) -> NameKeys:
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for key in shared:
        for form in forms[key]:
            name = lexemes(form)
            if 0 < len(name) <= _LONGEST and (len(name) > 1 or len(form) > 1):
                owners[name].add(key)
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, keys in owners.items():
        if len(keys) == 1:  # a name of two things tells nothing
            found[name[0]].append((name, f"#{next(iter(keys))}"))
    return NameKeys(
        {first: tuple(sorted(names, key=lambda n: -len(n[0]))) for first, names in found.items()}
    )


def _speaks(lang: str, tag: str) -> bool:
    return lang.split("-")[0].lower() == tag.split("-")[0].lower()


Found = Iterator[tuple[Pair, float]]


def _same_letters(
    source: Vocabulary, target: Vocabulary, langs: tuple[str, str], capitals: tuple[set[str], ...]
) -> Found:
    """Keys, numbers, addresses; names and words with the same letters once marks are off."""
    letters: dict[str, list[str]] = defaultdict(list)
    for word in target.words:
        letters[_bare(word)].append(word)
    vietnamese = any(_speaks(lang, "vi") for lang in langs)
    for word in source.words:
        bare = _bare(word)
        for other in letters.get(bare, ()):
            if word[0] == "#" or word[0].isdigit() or "." in word:
                probability = SAME_NAME if word == other else 0.0
            elif len(bare) < _SHORTEST or is_han(bare[0]):
                probability = SAME_WORD if word == other and is_han(bare[0]) else 0.0
            elif word in capitals[0] and other in capitals[1]:
                probability = SAME_NAME
            else:
                probability = 0.0 if vietnamese else SAME_WORD
            if probability:
                yield (source.number(word), target.number(other)), probability


def _bare(word: str) -> str:
    """The letters of a lexeme, as far as lexemes of other languages keep them."""
    if word[0] == "#" or word[0].isdigit() or "." in word:
        return word
    return strip_marks(word).replace(" ", "")[:LETTERS]


def _months(
    source: Vocabulary, target: Vocabulary, langs: tuple[str, str], capitals: tuple[set[str], ...]
) -> Found:
    """The key of a month and the number that stands for it in a date of digits."""
    for number in range(1, 13):
        key, digits = f"#month-{number}", str(number)
        for one, other in ((key, digits), (digits, key)):
            s, t = source.find(one), target.find(other)
            if s is not None and t is not None:
                yield (s, t), MONTH_NUMBER


def _readings(
    source: Vocabulary, target: Vocabulary, langs: tuple[str, str], capitals: tuple[set[str], ...]
) -> Found:
    """Han words and how another language reads them: *hợp tác* for 合作, *Beijing* for 北京."""
    sides = [lang.split("-")[0].lower() for lang in langs]
    if "zh" not in sides or sides[0] == sides[1]:
        return
    forward = sides[0] == "zh"
    han, other = (source, target) if forward else (target, source)
    read = _han_viet if "vi" in sides else _pinyin
    words: dict[str, list[str]] = defaultdict(list)
    for word in other.words:
        if word[0] != "#":
            words[_reading_form(word, vietnamese="vi" in sides)].append(word)
    names = capitals[1 if forward else 0]
    for word in han.words:
        if word and all(map(is_han, word)):
            for reading in read(word):
                for written in words.get(reading, ()):
                    if "vi" in sides or written in names:
                        pair = han.number(word), other.number(written)
                        yield pair if forward else pair[::-1], READ


def _reading_form(word: str, *, vietnamese: bool) -> str:
    if not vietnamese:
        return strip_marks(word).replace("'", "")
    from termkit.lang.vi.han_viet import reading_key

    return " ".join(map(reading_key, word.split()))


def _han_viet(word: str) -> Iterator[str]:
    from termkit.lang.vi.han_viet import han_viet_readings, reading_key

    choices = [han_viet_readings(character) for character in word]
    if len(word) <= 4:
        for reading in islice(product(*choices), _MOST_READINGS):
            yield " ".join(map(reading_key, reading))


def _pinyin(word: str) -> Iterator[str]:
    """In pinyin without tones, as much of it as a lexeme keeps; a lone character is too short."""
    from termkit.lang.zh.pinyin import find_readings

    if 2 <= len(word) <= 4:
        choices = [find_readings(character) for character in word]
        for reading in islice(product(*choices), _MOST_READINGS):
            yield "".join(reading).replace("v", "u")[:LETTERS]
