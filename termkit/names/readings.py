"""Names across scripts: Han characters, their readings, and two ways of romanising them.

习近平 is read *Xí Jìnpíng* in China and *Tập Cận Bình* in Vietnam, and was *Hsi Chin-p'ing* in
older books. Where each character has one reading, the reading is the name (``same``); where it
has several, or the tones are not written, the two only agree (``compatible``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache

from termkit.lang.vi.han_viet import han_viet_readings, read_han_viet, reading_key
from termkit.lang.zh.autonomous import short_autonomous
from termkit.lang.zh.conventional import han_by_letters
from termkit.lang.zh.hanzi import same_han, simplify
from termkit.lang.zh.readings import can_read_pinyin, pinyin_readings
from termkit.lang.zh.syllables import read_pinyin, split_syllables
from termkit.lang.zh.wade_giles import read_wade_giles
from termkit.model.name import Verdict
from termkit.names.han_sounds import (
    is_pinyin_word,
    pinyin_begins,
    pinyin_of_vietnamese,
    sounds_of,
    wade_giles_begins,
)
from termkit.names.latin import Marks, Outcome, compare_latin, judge
from termkit.names.read import NameText, read_name
from termkit.names.respelled import compare_respelled, read_respelled
from termkit.names.titles import strip_han, strip_latin
from termkit.names.words import Kind, Relation, relate

MOST_HAN = 12
"""A longer run of characters is no name that is read."""


def compare_han(one: str, two: str) -> Outcome:
    """Two names in Han characters, of either script.

    >>> str(compare_han("習近平主席", "习近平").verdict), str(compare_han("王毅", "王义").verdict)
    ('same', 'conflict')
    """
    first, kinds_one = strip_han(one)
    second, kinds_two = strip_han(two)
    pairs = [(one, two), (first, second), (first, two), (one, second)]
    if kinds_one and kinds_two and not kinds_one & kinds_two:
        pairs = pairs[:1]
    for x, y in pairs:
        if same_han(x, y):
            reasons = [
                f"{p} and {q} are the same" if p != q else f"{p} is the same"
                for p, q in zip(x, y, strict=True)
            ]
            return Outcome(Verdict.SAME, 1.0, tuple(reasons))
    x, y = simplify(first), simplify(second)
    size = max(len(x), len(y))
    reasons = [
        f"{p} and {q} are {'the same' if p == q else 'different'}"
        for p, q in zip(x.ljust(size, "-")[:32], y.ljust(size, "-")[:32], strict=True)
    ]
    shared = sum(p == q for p, q in zip(x, y, strict=False))
    return Outcome(Verdict.CONFLICT, 0.49 * shared / size, tuple(reasons))


def compare_han_latin(
    han: str, name: NameText, lang: str | None = None, known: bool | None = None
) -> Outcome:
    """Han characters and a name in letters: any reading of the one that the other spells.

    Args:
        han: The characters.
        name: The name in letters.
        lang: Its language where known: Chinese is read by pinyin, Vietnamese by Hán Việt.
        known: Whether the source of the letters is known to write marks.

    >>> [str(compare_han_latin("习近平", read_name(name)).verdict) for name in
    ...  ("Tập Cận Bình", "Xi Jinping", "Jinping Xi", "Hsi Chin-p'ing", "Tap Can Binh", "Xi Jin")]
    ['same', 'compatible', 'compatible', 'compatible', 'compatible', 'conflict']
    """
    best: Outcome | None = None
    for characters in dict.fromkeys((strip_han(han)[0], han, short_autonomous(han) or han)):
        if len(characters) > MOST_HAN:
            continue
        for part in (*(bare.name for bare in strip_latin(name)), name):
            for found in _readings(characters, part, lang, known):
                if found.verdict is not Verdict.CONFLICT:
                    return found
                best = best if best and best.score >= found.score else found
    return best or Outcome(
        Verdict.CONFLICT, 0.0, (f"{' '.join(name.words)[:80]} is no reading of {han[:80]}",)
    )


def compare_romanised(one: NameText, two: NameText, marks: Marks = (None, None)) -> Outcome | None:
    """Two names in letters that may be two readings of the same characters.

    >>> [str(found.verdict) if found else None for found in (
    ...     compare_romanised(read_name(a), read_name(b)) for a, b in (
    ...     ("Mao Tse-tung", "Mao Zedong"), ("Xi Jinping", "Tập Cận Bình"),
    ...     ("Xi Jinming", "Tập Cận Bình"), ("Chang Wei", "Zhang Wei")))]
    ['compatible', 'compatible', None, None]
    """
    if len(one.words) > MOST_HAN or len(two.words) > MOST_HAN or one.letters == two.letters:
        return None  # the same letters with other marks are no other spelling
    if not any(map(is_pinyin_word, (one.words[0], one.words[-1], two.words[0], two.words[-1]))):
        return None
    names_one = [*(bare.name for bare in strip_latin(one)), one]
    names_two = [*(bare.name for bare in strip_latin(two)), two]
    for x in names_one:
        for y in names_two:
            if not (_is_pinyin(x) or _is_pinyin(y) or x.marked or y.marked):
                continue
            found = (
                _romanised(x, y)
                or _romanised(y, x)
                or compare_respelled(x, y)
                or compare_respelled(y, x)
            )
            if found is not None:
                return found
    return None


def compare_conventional(one: NameText, two: NameText) -> Outcome | None:
    """Two names of which one is a spelling that no romanisation gives; else ``None``.

    >>> found = compare_conventional(read_name("Chiang Kai-shek"), read_name("Tưởng Giới Thạch"))
    >>> str(found.verdict) if found else None, found.reasons[0] if found else ""
    ('compatible', 'Chiang Kai-shek is 蒋介石')
    """
    for x in (one, *(bare.name for bare in strip_latin(one))):
        for y in (two, *(bare.name for bare in strip_latin(two))):
            spelled = han_by_letters()
            if not (x.letters in spelled or y.letters in spelled):
                continue
            for first in spelled.get(x.letters, (x.han,)):
                for second in spelled.get(y.letters, (y.han,)):
                    found = _compare_spelled((x, first), (y, second))
                    if found is not None:
                        return found
    return None


def _compare_spelled(one: tuple[NameText, str], two: tuple[NameText, str]) -> Outcome | None:
    """Two names, each with the characters it has or stands for; one of them may have none."""
    (x, first), (y, second) = one, two
    if first and second:
        found = compare_han(first, second)
    else:
        found = compare_han_latin(first or second, y if first else x)
    if found.verdict is Verdict.CONFLICT:
        return None
    said = [f"{name.text} is {han}" for name, han in (one, two) if han and not name.han]
    return found._replace(reasons=(*said, *found.reasons))


def _readings(han: str, name: NameText, lang: str | None, known: bool | None) -> Iterator[Outcome]:
    room = (lang or "")[:2]
    if len(name.words) <= len(han):  # every word reads one character at least
        yield from _by_system(han, name, room, known)
    if room != "vi" and (found := read_respelled(han, name)) is not None:
        yield found


def _by_system(han: str, name: NameText, room: str, known: bool | None) -> Iterator[Outcome]:
    if room != "zh":
        yield from _by_han_viet(han, name, known)
    pinyin = sounds_of(han).pinyin
    if _begins_so(pinyin_begins, name.words, pinyin) and _is_pinyin(name):
        for words in _rotations(name.words):
            if can_read_pinyin(han, text := " ".join(words)):
                yield _read_as_pinyin(han, text)
    if _begins_so(wade_giles_begins, name.words, pinyin):
        for words in _rotations(name.words):
            if _reads_wade_giles(han, text := " ".join(words)):
                yield _spelled(han, text, "Wade-Giles")


def _begins_so(
    begins: Callable[[str], Sequence[str]], words: Sequence[str], sounds: frozenset[str]
) -> bool:
    """Whether every word can begin with one of the sounds, by one way of writing them."""
    return not any(sounds.isdisjoint(begins(word)) for word in words)


def _by_han_viet(han: str, name: NameText, known: bool | None) -> Iterator[Outcome]:
    """The name as a Hán Việt reading, one syllable for one character."""
    sounds = sounds_of(han)
    if len(han) == len(name.words) and all(word.key in sounds.keys for word in name.read):
        for words in _rotations(name.words):
            found: list[Relation] = []
            for character, word in zip(han, words, strict=True):
                found.append(_best_reading(character, word))
                if found[-1].kind is Kind.CONFLICT:
                    break
            else:
                one = NameText(tuple(words))
                outcome = judge(found, one, one, (known, None))
                yield _if_unique(outcome, han)
    if not sounds.letters.issuperset(name.letters):
        return
    for form in _han_viet_forms(han).get("".join(sorted(name.letters)), ()):
        outcome = _if_unique(compare_latin(name, form, (known, None)), han)
        yield outcome._replace(reasons=tuple(_of_characters(outcome.reasons, han)))


def _of_characters(reasons: Sequence[str], han: str) -> Iterator[str]:
    """Reasons that were said of a reading's syllables, said of its characters."""
    if len(reasons) != len(han):
        yield from reasons
        return
    for reason, character in zip(reasons, han, strict=True):
        word = reason.removesuffix(" is the same")
        yield f"{word}{',' if word == reason else ' is'} a reading of {character}"


@lru_cache(maxsize=1 << 12)
def _han_viet_forms(han: str) -> dict[str, list[NameText]]:
    """Readings of the whole name by their letters in alphabetical order."""
    forms: dict[str, list[NameText]] = {}
    for form in map(read_name, read_han_viet(han)):
        forms.setdefault("".join(sorted(form.letters)), []).append(form)
    return forms


@lru_cache(maxsize=1 << 14)
def _best_reading(character: str, word: str) -> Relation:
    """How a written syllable stands to the reading of a character that is nearest to it."""
    relations = [relate(word, reading) for reading in han_viet_readings(character)]
    best = min(relations, key=lambda relation: relation.kind, default=None)
    shown = word.capitalize()
    if best is None or best.kind in (Kind.CONFLICT, Kind.MORE):
        # A mark that the reading has not is another syllable: Bính is no Bình, nor Trúng Trung.
        return Relation(Kind.CONFLICT, 0, 0.0, f"{shown} is no reading of {character}")
    if best.kind is Kind.SAME:
        return Relation(Kind.SAME, 0, 1.0, f"{shown} is a reading of {character}")
    said = f"{shown} is a reading of {character} with fewer marks"
    return Relation(best.kind, best.missing, best.score, said)


def _if_unique(outcome: Outcome, han: str) -> Outcome:
    """``same`` only where every character can be read in one way."""
    if outcome.verdict is Verdict.SAME and any(
        len({reading_key(reading) for reading in han_viet_readings(character)}) > 1
        for character in han
    ):
        return Outcome(Verdict.COMPATIBLE, 0.95, outcome.reasons)
    return outcome


def _read_as_pinyin(han: str, text: str) -> Outcome:
    toned = any(
        all(s.tone for s in split) and len(split) == len(han) for split in read_pinyin(text)
    )
    unique = all(len(pinyin_readings(character)) == 1 for character in han)
    found = _spelled(han, text, "pinyin")
    return Outcome(Verdict.SAME, 1.0, found.reasons) if toned and unique else found


def _spelled(han: str, text: str, system: str) -> Outcome:
    splits = [split for split in read_pinyin(text) if len(split) == len(han)]
    written = [str(s) for s in splits[0]] if splits and system == "pinyin" else [text] * len(han)
    reasons = [
        f"{w.capitalize()} is a reading of {c}"
        if system == "pinyin"
        else f"{c} is read so in {text.title()} ({system})"
        for c, w in zip(han, written, strict=True)
    ]
    return Outcome(Verdict.COMPATIBLE, 0.9, tuple(reasons))


def _reads_wade_giles(han: str, text: str) -> bool:
    return any(
        len(candidates) == len(han)
        and all(
            any(reading.letters in possible for reading in pinyin_readings(character))
            for character, possible in zip(han, candidates, strict=True)
        )
        for candidates in read_wade_giles(text)
    )


def _rotations(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield words
    for k in range(1, len(words) if len(words) <= 6 else 1):
        yield (*words[k:], *words[:k])


def _romanised(one: NameText, two: NameText) -> Outcome | None:
    """The second in pinyin, or in Wade-Giles; the first in pinyin, Wade-Giles or Hán Việt."""
    if not _is_pinyin(two):
        return _vietnamese_and_wade_giles(one, two)
    splits = _pinyin_splits(two)
    if _is_pinyin(one) and _same_pinyin(one, two):
        return _agree(one, two, "is the same in pinyin")
    if _shows_wade_giles(one) and all(map(_is_wade_giles_word, one.words)):
        for words in _rotations(one.words):
            for candidates in read_wade_giles(" ".join(words)):
                if any(_fits(candidates, split) for split in splits):
                    return _agree(one, two, "is Wade-Giles for what the other has in pinyin")
    if _is_vietnamese(one, two):
        for words in _rotations(one.words):
            sounds = [pinyin_of_vietnamese(word) for word in words]
            if any(_fits(sounds, split) for split in splits):
                return _agree(one, two, "is a reading of what the other has in pinyin")
    return _vietnamese_and_wade_giles(one, two)  # Lee is le e as well


def _vietnamese_and_wade_giles(one: NameText, two: NameText) -> Outcome | None:
    """*Đặng Tiểu Bình* and *Teng Hsiao-p’ing*."""
    if not one.marked or len(one.words) < 2 or not _writes_wade_giles(two):
        return None
    if not (all(map(pinyin_of_vietnamese, one.words)) and all(map(_is_wade_giles_word, two.words))):
        return None
    sounds = [pinyin_of_vietnamese(word) for word in one.words]
    for words in _rotations(two.words):
        for candidates in read_wade_giles(" ".join(words)):
            if len(candidates) == len(sounds) and all(
                not possible.isdisjoint(wade_giles)
                for possible, wade_giles in zip(sounds, candidates, strict=True)
            ):
                return _agree(one, two, "is a reading of what the other has in Wade-Giles")
    return None


def _fits(sounds: Sequence[Collection[str]], split: tuple[str, ...]) -> bool:
    """Whether each syllable is one of those that stand in its place."""
    return len(sounds) == len(split) and all(
        syllable in possible for possible, syllable in zip(sounds, split, strict=True)
    )


def _agree(one: NameText, two: NameText, said: str) -> Outcome:
    reasons = [f"{word.capitalize()} {said}" for word in one.words]
    return Outcome(Verdict.COMPATIBLE, 0.8, tuple(reasons))


def _is_pinyin(name: NameText) -> bool:
    """Whether every word can be pinyin."""
    return all(map(is_pinyin_word, name.words))


@lru_cache(maxsize=1 << 15)
def _is_wade_giles_word(word: str) -> bool:
    return bool(read_wade_giles(word))


def _pinyin_splits(name: NameText) -> tuple[tuple[str, ...], ...]:
    """Ways to read a whole name as pinyin, tones aside."""
    return split_syllables(" ".join(name.words))


def _same_pinyin(one: NameText, two: NameText) -> bool:
    """Two spellings of one pinyin: *Lv Ying*, *Lǚ Yǐng*; where no tone is written, u may be ü."""
    if one.marked or two.marked:
        return one.marked is not two.marked and set(_pinyin_splits(one)) == set(_pinyin_splits(two))
    return _dotless(one) == _dotless(two)


def _dotless(name: NameText) -> frozenset[tuple[str, ...]]:
    return frozenset(
        tuple(syllable.replace("ü", "u") for syllable in split) for split in _pinyin_splits(name)
    )


def _shows_wade_giles(name: NameText) -> bool:
    """Whether a name is no pinyin as it is written: *Mao Tse-tung*, and not *Chang Wei*."""
    return _writes_wade_giles(name) or not _pinyin_splits(name)


def _writes_wade_giles(name: NameText) -> bool:
    """Whether a name has the hyphens or apostrophes of Wade-Giles."""
    return bool(name.joints) or any("'" in word for word in name.words)


def _is_vietnamese(name: NameText, pinyin: NameText) -> bool:
    """Whether a name is to be read as Hán Việt: by its marks, or since the other is none.

    One syllable is too little: *Úc* is 澳 and so read *ào*, but *Áo* is another country.
    """
    if len(name.words) < 2 or not all(map(pinyin_of_vietnamese, name.words)):
        return False
    if name.marked and not pinyin.marked:
        return True
    # Without marks, either may be Vietnamese as well as pinyin: one that is both says nothing.
    return not all(map(pinyin_of_vietnamese, pinyin.words)) and (
        name.marked or not _is_pinyin(name)
    )
