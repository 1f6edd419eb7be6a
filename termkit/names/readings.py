"""Names across scripts: Han characters, and a name in letters that reads them.

习近平 is read *Xí Jìnpíng* in China and *Tập Cận Bình* in Vietnam, and was *Hsi Chin-p'ing* in
older books. Where each character has one reading, the reading is the name (``same``); where it
has several, or the tones are not written, the two only agree (``compatible``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from termkit.lang.vi.han_viet import han_viet_readings, read_han_viet, reading_key
from termkit.lang.zh.autonomous import short_autonomous
from termkit.lang.zh.conventional import han_by_letters
from termkit.lang.zh.hanzi import same_han, simplify
from termkit.lang.zh.readings import can_read_pinyin, pinyin_readings
from termkit.lang.zh.syllables import read_pinyin
from termkit.lang.zh.wade_giles import read_wade_giles
from termkit.model.name import Verdict
from termkit.names.han_sounds import (
    pinyin_begins,
    sounds_of,
    wade_giles_begins,
)
from termkit.names.latin import Outcome, compare_latin, judge
from termkit.names.read import NameText, read_name
from termkit.names.respelled import read_respelled
from termkit.names.romanised import is_pinyin, rotations
from termkit.names.titles import strip_han, strip_latin
from termkit.names.words import Kind, Relation, relate

_NO_KINDS: frozenset[str] = frozenset()
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


def compare_conventional(one: NameText, two: NameText) -> Outcome | None:
    """Two names of which one is a spelling that no romanisation gives; else ``None``.

    >>> found = compare_conventional(read_name("Chiang Kai-shek"), read_name("Tưởng Giới Thạch"))
    >>> str(found.verdict) if found else None, found.reasons[0] if found else ""
    ('compatible', 'Chiang Kai-shek is 蒋介石')
    """
    spelled = han_by_letters()
    for x, kinds_one in ((one, _NO_KINDS), *((bare.name, bare.kinds) for bare in strip_latin(one))):
        for y, kinds_two in (
            (two, _NO_KINDS), *((bare.name, bare.kinds) for bare in strip_latin(two)),
        ):  # fmt: skip
            if not (x.letters in spelled or y.letters in spelled):
                continue
            kinds_one = kinds_one or strip_han(x.han)[1]
            kinds_two = kinds_two or strip_han(y.han)[1]
            if kinds_one and kinds_two and not kinds_one & kinds_two:
                continue  # 金门县 is no Kinmen Bay
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
    if _begins_so(pinyin_begins, name.words, pinyin) and is_pinyin(name):
        for words in rotations(name.words):
            if can_read_pinyin(han, text := " ".join(words)):
                yield _read_as_pinyin(han, text)
    if _begins_so(wade_giles_begins, name.words, pinyin):
        for words in rotations(name.words):
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
        for words in rotations(name.words):
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
        # A reading has all its marks: Mấu is no Mâu that lost one.
        outcome = _if_unique(compare_latin(name, form, (known, True)), han)
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
