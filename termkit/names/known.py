"""A known name, ready to be found: the words, marks and readings of one form of an entry."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from termkit.lang.vi.han_viet import read_han_viet
from termkit.lang.zh.conventional import conventional_spellings
from termkit.lang.zh.hanzi import simplify
from termkit.lang.zh.readings import family_readings, pinyin_readings
from termkit.lang.zh.syllables import PinyinSyllable
from termkit.names.attested import is_known_place, may_lead_a_name
from termkit.names.codes import code_name
from termkit.names.custom import custom_of, short_han, short_words
from termkit.names.entry import NameEntry, NameForm, NameKind
from termkit.names.place_words import split_kind
from termkit.names.read import NameText, read_name
from termkit.names.titles import is_company, strip_han, strip_latin
from termkit.names.words import read_word

MOST_READINGS = 6
"""Of one Han name in one romanisation; names with more are read in the likeliest ways."""
_NO_KINDS: frozenset[str] = frozenset()


class Known:
    """One form of an entry in Latin letters.

    Attributes:
        entry: Index of the entry.
        words: In lower case, composed.
        cuts: How many letters each word has.
        code: Its marks (`termkit.names.codes`).
        full: All its marks are written, so that a further one contradicts it.
        rank: 0 a form that the source gives; 1 the likeliest reading of its Han characters;
            2 another reading.
        kinds: What kind of place it says it is.
        person: It may be a person's, whose words change places and fall out.
        short: How many words stand alone on second mention: the last for -1, the first
            one or two, none for 0.
        capitals: One bit per word: the source writes it with a capital.
    """

    __slots__ = (
        "capitals", "code", "cuts", "entry", "full", "kinds", "person", "rank", "short", "words",
    )  # fmt: skip

    def __init__(
        self,
        entry: int,
        words: Sequence[str],
        *,
        full: bool = False,
        rank: int = 0,
        kinds: frozenset[str] = _NO_KINDS,
        person: bool = False,
        short: int = 0,
        capitals: int = -1,
    ) -> None:
        self.entry = entry
        self.words = tuple([intern(word) for word in words])
        self.cuts = cuts_of(self.words)
        self.code = code_name(self.words)
        self.full = full
        self.rank = rank
        self.kinds = kinds
        self.person = person
        self.short = short
        self.capitals = capitals

    @property
    def short_words(self) -> tuple[str, ...]:
        if not self.short:
            return ()
        return self.words[self.short :] if self.short < 0 else self.words[: self.short]


class KnownHan(NamedTuple):
    """One form of an entry in Han characters, and the kind of place that was taken off it."""

    entry: int
    text: str
    kinds: frozenset[str] = _NO_KINDS


@lru_cache(maxsize=1 << 14)
def _length(word: str) -> int:
    return len(read_word(word).base)


_CUTS: dict[tuple[int, ...], tuple[int, ...]] = {}


def cuts_of(words: Sequence[str]) -> tuple[int, ...]:
    """How many letters each word has; equal tuples are one object."""
    cuts = tuple([_length(word) for word in words])
    return _CUTS.setdefault(cuts, cuts) if len(_CUTS) < 10_000 else cuts


class Forms(NamedTuple):
    """What an index keeps of an entry.

    Attributes:
        letters: Forms in Latin letters.
        han: Forms in Han characters.
        alone: Han characters that stand alone on second mention.
        custom: Whose custom the name follows; the empty text for what is no person.
    """

    letters: tuple[Known, ...]
    han: tuple[KnownHan, ...]
    alone: tuple[str, ...]
    custom: str


class Reader:
    """Turns entries into what an index keeps of them.

    Args:
        marked: Languages whose forms are known to write marks; the empty text is one.
    """

    def __init__(self, marked: frozenset[str]) -> None:
        self._marked = marked

    def read(self, number: int, entry: NameEntry) -> Forms:
        """All forms of an entry."""
        texts = [(form, read_name(spell_out(form.text))) for form in entry.names]
        kind = entry.kind or _guess_kind(texts)
        is_person = kind is not NameKind.PLACE and kind is not NameKind.ORGANISATION
        full_names = [text for form, text in texts if not form.short and not form.wrong]
        custom = custom_of(full_names) if is_person and full_names else ""
        shorts = [(form, text) for form, text in texts if form.short]
        own_latin = any(text.words for _, text in shorts)
        han = list(
            dict.fromkeys(
                text.han for form, text in texts if text.han and not text.words and not form.short
            )
        )
        letters: list[Known] = []
        for form, text in texts:
            if not text.words or form.short:
                continue
            letters += self._letters(number, form, text, custom, own_latin)
        letters = list(_without_bare_sisters(letters))
        if han:
            rows = list(_romanised(number, han, letters, custom, is_person))
            if custom == "zh":
                letters = [_with_tones(known, han) for known in letters]
            letters += [known for known in rows if known.words]
            letters += _conventional(number, han)
        characters = [known for one in han for known in _characters(number, one, is_person)]
        alone = []
        if custom == "zh" and not any(text.han for _, text in shorts):
            alone = [short for one in han if (short := short_han(one))]
        alone += [text.han for _, text in shorts if text.han]
        letters += self._alone(number, shorts, full_names)
        return Forms(tuple(letters), tuple(characters), tuple(alone), custom)

    def _alone(
        self, number: int, shorts: list[tuple[NameForm, NameText]], full_names: list[NameText]
    ) -> Iterator[Known]:
        """What a person is called alone, in letters, as the source gives it."""
        for form, text in shorts:
            if text.han or not text.words:
                continue
            bares = strip_latin(text)
            words = bares[0].name.words if bares else text.words
            words = _with_marks(words, full_names)  # Uncle Ho is Hồ, as in Hồ Chí Minh
            full = self._is_full(form, text) or words != text.words
            yield Known(number, words, person=True, short=len(words), full=full)

    def _letters(
        self, number: int, form: NameForm, text: NameText, custom: str, own_short: bool
    ) -> Iterator[Known]:
        full = self._is_full(form, text)
        is_person = bool(custom)
        short = 0
        words = text.words
        bares = strip_latin(text)
        if is_person:
            words = next((b.name.words for b in bares if len(b.name.words) > 1), words)
        if is_person and not own_short and not form.wrong and len(words) > 1:
            alone = short_words(words, custom)
            short = len(alone) if alone == words[: len(alone)] else -1
        capitals = _capitals(form.text, len(text.words))
        if words is not text.words:
            capitals = -1
        native = words
        if (
            custom == "vi"
            and len(words) > 1
            and not may_lead_a_name(words[0])
            and may_lead_a_name(words[-1])
            and not (text.marked and form.lang == "vi")  # Trường Giang, and no Giang first
        ):
            native = (words[-1], *words[1:-1], words[0])  # Trung Hoài Lê
        if native is not words:
            yield Known(number, native, full=full, person=True, short=short)
            short = 0
        yield Known(
            number,
            words,
            full=full,
            person=is_person and may_change(words, custom),
            short=short,
            capitals=capitals,
        )
        if not is_person:
            for name, kinds in itertools.islice(split_kind(text), 1):
                yield Known(number, name.words, full=full, kinds=kinds)

    def _is_full(self, form: NameForm, text: NameText) -> bool:
        return text.marked or form.lang.split("-")[0] in self._marked


def _characters(number: int, han: str, is_person: bool) -> Iterator[KnownHan]:
    """A Han name, and that of a place without its kind."""
    yield KnownHan(number, han)
    plain, kinds = strip_han(han)
    if plain != han and kinds and not is_person:
        yield KnownHan(number, plain, kinds)


def _with_marks(words: Sequence[str], names: list[NameText]) -> tuple[str, ...]:
    """Bare words with the marks that they have in the full names."""
    marked = {
        word.base: text
        for name in names
        if name.marked
        for word, text in zip(name.read, name.words, strict=True)
    }
    return tuple([marked.get(word, word) for word in words])


def spell_out(text: str) -> str:
    """The text with signs that are read: *Vietnam+* is another name than *Vietnam*.

    >>> spell_out("Vietnam+"), spell_out("Hanoi")
    ('Vietnam plus', 'Hanoi')
    """
    return text.replace("+", " plus ").strip() if "+" in text else text


def may_change(words: Sequence[str], custom: str) -> bool:
    """Whether the words may stand in another order or fall out: they begin with a family name.

    >>> may_change(("lê", "hoài", "trung"), "vi"), may_change(("vĩnh", "long"), "vi")
    (True, False)
    """
    return custom != "vi" or may_lead_a_name(words[0])


def _guess_kind(texts: list[tuple[NameForm, NameText]]) -> NameKind:
    """Of an entry whose source does not say: a place when it says so itself, else anybody."""
    for _, text in texts:
        if text.words:
            if is_company(text):
                return NameKind.ORGANISATION
            is_known = is_known_place(text.words) and not may_lead_a_name(text.words[0])
            if is_known or any(split_kind(text)):
                return NameKind.PLACE
            if len(text.words) > 6:
                return NameKind.ORGANISATION
        elif text.han and (strip_han(text.han)[1] or len(text.han) > 5):
            return NameKind.PLACE
    return NameKind.UNKNOWN


def _capitals(text: str, words: int) -> int:
    """One bit for each word of the text that begins with a capital; all when it is unclear."""
    parts = text.replace("-", " ").split()
    if len(parts) != words:
        return -1
    return sum(part[0].isupper() << place for place, part in enumerate(parts))


def _without_bare_sisters(letters: list[Known]) -> Iterator[Known]:
    """*Le Hoai Trung* goes where *Lê Hoài Trung* is another form of the same entry.

    It would be taken for a name that might have any marks.
    """
    marked = {
        tuple(read_word(word).base for word in known.words) for known in letters if known.code
    }
    for known in letters:
        if known.code or known.words not in marked:
            yield known


def _with_tones(known: Known, han: list[str]) -> Known:
    """A name in bare pinyin with the tones of its characters, which may then contradict."""
    if known.code or known.rank or known.short < 0:
        return known
    letters = "".join(known.words).replace("'", "")
    for name in han:
        for words in read_pinyin_names(name):
            if "".join(read_word(word).base for word in words) == letters:
                toned = Known(known.entry, words, full=True, person=known.person)
                toned.short = len(short_han(name) or "") if known.short else 0
                return toned
    return known


def _romanised(
    number: int, han: list[str], letters: list[Known], custom: str, is_person: bool
) -> Iterator[Known]:
    """Readings of Han names, in the scripts that the entry has no form of."""
    pinyin = any(_could_be_pinyin(known.words) for known in letters)
    vietnamese = any(known.code for known in letters)
    for name in han:
        if not vietnamese:
            for rank, text in enumerate(read_han_viet(name)[:MOST_READINGS]):
                words = tuple(text.lower().split())
                short = len(short_words(words, custom)) if custom == "zh" else 0
                yield Known(
                    number, words, full=True, rank=min(rank, 1) + 1,
                    person=is_person, short=short,
                )  # fmt: skip
        if not pinyin:
            for rank, words in enumerate(read_pinyin_names(name, is_person)):
                family = len(short_han(name) or "") if custom == "zh" else 0
                yield Known(
                    number, words, full=True, rank=min(rank, 1) + 1,
                    person=is_person, short=family,
                )  # fmt: skip


def _conventional(number: int, han: list[str]) -> Iterator[Known]:
    """Spellings that no reading gives: *Sun Yat-sen*, *Peking*; whole, and never turned round."""
    for name in han:
        for spelling in conventional_spellings(name):
            words = read_name(spelling).words
            yield Known(number, words, full=True, capitals=_capitals(spelling, len(words)))


def _could_be_pinyin(words: Sequence[str]) -> bool:
    from termkit.lang.zh.syllables import split_syllables

    return bool(split_syllables(" ".join(words)))


def read_pinyin_names(han: str, is_person: bool = True) -> list[tuple[str, ...]]:
    """Readings of a Han name in pinyin with tones, syllable by syllable, the likeliest first.

    >>> read_pinyin_names("习近平")[:2], read_pinyin_names("吕布")[:2]
    ([('xí', 'jìn', 'píng'), ('xí', 'jìn', 'pián')], [('lǚ', 'bù'), ('lyǔ', 'bù')])
    """
    family = short_han(han) if is_person else None
    choices: list[tuple[PinyinSyllable, ...]] = []
    start = 0
    if family:
        known = family_readings(family)
        if known:
            choices = [tuple(way[place] for way in known) for place in range(len(family))]
            start = len(family)
    choices += [pinyin_readings(character) for character in han[start:]]
    if not all(choices):
        return []
    ways: list[tuple[int, tuple[PinyinSyllable, ...]]] = [(0, ())]
    for readings in choices:
        plain = list(dict.fromkeys(readings))[:3]
        ways = [(cost + at, (*way, one)) for cost, way in ways for at, one in enumerate(plain)]
        ways = sorted(ways, key=lambda way: way[0])[:MOST_READINGS]
    found = []
    for _, way in ways:
        words = tuple(map(str, way))
        found.append(words)
        if any("ü" in syllable.letters for syllable in way):
            found.append(tuple(_passport(syllable) for syllable in way))
    return list(dict.fromkeys(found))


def _passport(syllable: PinyinSyllable) -> str:
    """*ü* as *yu*, which passports write (GB/T 28039-2011)."""
    return str(syllable).translate(_YU) if "ü" in syllable.letters else str(syllable)


_YU = {ord(u): "y" + plain for u, plain in zip("üǖǘǚǜ", "uūúǔù", strict=True)}


@lru_cache(maxsize=1 << 14)
def _plain_han(character: str) -> str:
    return simplify(character)


def han_key(han: str) -> str:
    """What a Han name has in common in both scripts: character by character, no words.

    >>> han_key("習近平") == han_key("习近平"), han_key("") == ""
    (True, True)
    """
    return "".join([_plain_han(character) for character in han])
