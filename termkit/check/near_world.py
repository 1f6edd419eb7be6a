"""Heads of state, cities and regions of the world with a slip: *Narenda Modi*, *Budapset*.

Nobody has entered these in the glossary, and a report mentions them once; what is known is the
name as its table has it (`termkit.names.world`). What is written must be no known name itself:
an office stands before who could be anybody, and a kind of place or a preposition beside a place
that could be something else.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from termkit.check.gazetteer import is_another_place
from termkit.check.listed import is_listed_beside
from termkit.check.nearby import before, matches_near
from termkit.check.rule import Mark
from termkit.check.signal import Signal, some_stretch
from termkit.check.supports import is_introduced_as_another
from termkit.check.surroundings import in_address, in_title_of_work
from termkit.check.view import DocumentView, TextView
from termkit.lang.en.misspelling import is_english_word
from termkit.lang.tables import load_words
from termkit.lang.vi.syllables import is_unmarked_syllable
from termkit.lang.zh.pinyin import count_syllables
from termkit.model.concept import ConceptType
from termkit.model.finding import Severity
from termkit.model.span import Span
from termkit.names.forms import with_capitals_of
from termkit.names.parse import CAPITALISED
from termkit.names.stretches import PARTICLES
from termkit.names.world import (
    NearIndex,
    WorldName,
    chinese_figures,
    families,
    known_words,
    leaders,
    lone_regions,
    regions,
)
from termkit.text.fold import fold, strip_marks
from termkit.text.near import one_edit_apart
from termkit.text.scripts import LATIN

_PIECE = re.compile(rf"[{LATIN}]+(?:['’](?![sS]\b)[{LATIN}]+)*")
# Small words stand inside a name: Lula da Silva, Mohammed bin Salman.
_SMALL = f"(?:(?:{'|'.join(PARTICLES)}) )*"
_RUN = re.compile(rf"{CAPITALISED}(?:-{_PIECE.pattern}| {_SMALL}{CAPITALISED})*")
_FAMILIES = "families"
_LONGEST = 5
_LEAST = 4  # letters of a word that one slip makes no other of
_LONE = 6  # letters of a name of one word
_FAMILY = 8  # letters of a family name that nobody else bears nearly, or beside Sea and Bay
_OFFICE = re.compile(
    r"(?:(?<!Deputy )(?<!Vice )(?:President|Prime Minister|PM|Premier|Chancellor)|King|Queen|"
    r"Emperor|Sultan|Emir|Crown Prince|[Ll]eader|[Cc]ounterpart|"
    r"(?<!Phó )(?:Tổng thống|Thủ tướng)|Quốc vương|Nhà vua|Nữ hoàng|Hoàng đế|Thái tử|"
    r"[Nn]gười đồng cấp|[Nn]hà lãnh đạo)(?: of [^.;:,]{1,25},?|[^.;:,\d]{0,25}?),? $"
)
# Between office and name stand words of the office alone, no verb: *Minister of National Defence*.
_CHINESE_OFFICE = re.compile(
    r"\b(?:[Pp]remier|[Pp]resident|[Cc]hairm[ae]n|[Cc]hairperson|[Mm]inister|[Ss]ecretary|"
    r"[Cc]ouncill?or|[Cc]ounterpart|(?:Chinese|[Pp]arty|top) leader|"
    r"top (?:legislator|political advisor)|"
    r"(?<!Phó )Thủ tướng|[Nn]gười đồng cấp|[Nn]hà lãnh đạo)(?=[^,.;:]{1,40}$)"
    r"(?: (?:(?:of|for|and|the) )*(?:[A-Z][\w'’-]*|affairs|commerce|defen[cs]e|education|finance|"
    r"foreign|general|health|national|public|security|trade))* $"
)
_CHINESE_AFTER = re.compile(
    r"(?:,? and [A-Z]\w+ [A-Z]\w+)?, (?:(?:an?|the|who (?:is|was)|[\w-]+) ){0,3}"
    r"(?:chair(?:m[ae]n|persons?|wom[ae]n)?|heads?|leaders?|members?|ministers?|premier|president|"
    r"secretary|(?:vice |deputy )?director)\b"
)
_LISTED = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")
_LISTS = re.compile(rf"{_LISTED.pattern}(?:(?:,|,? and) {_LISTED.pattern})+")
_PEERS = 2  # leaders in a list that make one of who is nearly one
_OFFICE_AFTER = re.compile(r", (?:the )?(?:\w+ )?(?:president|prime minister|premier|chancellor)")
_KIND_AFTER = re.compile(
    r" (?:[Pp]rovinces?|[Cc]ity|[Cc]ities|[Mm]unicipality|[Ss]tates?|[Pp]refectures?|[Rr]egions?)\b"
    r"|,? and [A-ZĐ][\w ]{2,20} (?:provinces|cities|states)\b"
)
_KIND_BEFORE = re.compile(
    r"(?:[Cc]apital(?: city)?(?: of)?|[Cc]ity of|[Pp]rovince of|[Ss]tate of|[Pp]ort of|"
    r"[Tt]ỉnh|[Tt]hành phố|[Tt]hủ đô|[Bb]ang|[Kk]hu tự trị) $"
)
_IN = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Ff]rom|[Aa]t|via|around|outside|to|between|visit(?:ed|ing|s)?|left|"
    r"leav(?:es|ing)|reach(?:ed|es|ing)|capital|[Tt]ại|[Ởở]|[Đđ]ến|[Tt]ới|[Tt]ừ|[Tt]hăm|[Rr]ời) $"
)
_AND = re.compile(r"(?:,|,? and| và) $")
_SHORT = 6  # letters of a Chinese given name, whose family name has two
# What makes of a place an adjective or its people.
_ENDINGS = frozenset("nsiea")
# Letters that stand for each other where a name is written by its sound.
_SOUNDS = str.maketrans({"y": "i", "k": "c", "q": "c", "z": "s", "w": "v", "h": None, "j": "i"})
_VOWELS = frozenset("aeiou")
# Spellings of one sound between which houses choose: Sergei, Sergey; Zelenskiy, Zelensky.
_SPELLINGS = (
    ("y", "i"), ("ii", "i"), ("ee", "i"), ("ou", "u"), ("oo", "u"), ("kh", "h"), ("q", "k"),
    ("ph", "f"), ("w", "v"), ("dj", "j"),
)  # fmt: skip


def find_near_world(view: DocumentView) -> Iterator[Mark]:
    """Marks at names that are one slip away from a leader's or a place's, and nobody's own."""
    lang = view.language
    if lang not in ("en", "vi"):
        return
    runs = [(text, run) for text in view.texts_with(_signal(lang)) for run in _runs(text.text)]
    uses = cache(lambda: Counter(_words(view)))
    for text, run in runs:
        taken: list[Span] = []
        for span, name in (
            *_leaders(text, run),
            *_chinese(text, run),
            *_regions(text, run, lang),
            *_lone(text, run, lang),
            *_families(text, run, lang),
        ):
            written = span.slice(text.text)
            if any(span.overlaps(other) for other in taken) or _is_known(text, span):
                continue
            if is_listed_beside(text, span, name.text):
                continue
            if any(uses()[word] > 1 for word in _differing(written, name)):
                continue  # what a document says twice is meant
            by_ear = _by_ear(written, name)
            if by_ear and any(
                fold(word) in known_words(lang) for word in _differing(written, name)
            ):
                continue  # Mohamad, Mohamed: both are names
            taken.append(span)
            right = name.text if text.has_marks else strip_marks(name.text)
            yield text.mark(
                span,
                f"{written!r} is one slip away from {right!r}",
                replacement=with_capitals_of(written, right),
                severity=Severity.INFO if by_ear else None,
            )


@cache
def _signal(lang: str) -> Signal:
    """Whether any words are one slip away from a name, whatever stands around them."""

    def has_near(stretch: str) -> bool:
        for run in _runs(stretch):
            indices = (leaders(), regions(lang))
            if any(any(_windows(stretch, run, index)) for index in indices):
                return True
            if any(_windows(stretch, run, chinese_figures(), family=_SHORT)):
                return True
            for word in (_folded(span.slice(stretch)) for span in run):
                if len(word) < _LONE or word in known_words(lang):
                    continue
                if word in _closed_up(lang) or _nearest(word, lang) or _nearest(word, _FAMILIES):
                    return True
        return False

    return some_stretch(has_near)


def _words(view: DocumentView) -> Iterator[str]:
    for text in view.texts:
        for run in _runs(text.text):
            yield from (span.slice(text.text) for span in run)


def _runs(text: str) -> Iterator[list[Span]]:
    """Capitalised words with one space between them, a hyphen or a small word: *Lee Jae-myung*."""
    for run in _RUN.finditer(text):
        pieces: list[Span] = []
        for piece in _PIECE.finditer(text, run.start()):  # a look beyond the end tells 's apart
            if piece.start() >= run.end():
                break
            pieces.append(Span(*piece.span()))
        yield pieces


def _windows(
    text: str, run: list[Span], index: NearIndex, family: int = _FAMILY
) -> Iterator[tuple[Span, WorldName]]:
    """Parts of a run that are a name of the index but for one word, a slip away from it.

    Beside words of few letters the word itself has so many as a `family` name has.
    """
    if len(run) < 2:
        return
    words = [_folded(span.slice(text)) for span in run]
    if index.words.isdisjoint(words):
        return  # the usual case
    for start in range(len(run) - 1):
        for size in range(2, min(_LONGEST, len(run) - start) + 1):
            part = tuple(words[start : start + size])
            if part in index.whole or index.words.isdisjoint(part):
                continue
            for at in range(size):
                rest = (*part[:at], *part[at + 1 :])
                for name in index.by_rest.get((size, at, rest), ()):
                    if _is_slip(
                        part[at], name.words[at], name.by_sound, sum(map(len, rest)), family
                    ):
                        yield Span(run[start].start, run[start + size - 1].end), name


def _is_slip(written: str, right: str, by_sound: bool, others: int, family: int = _FAMILY) -> bool:
    """One slip in a long word, or two letters that changed places in a shorter one.

    >>> _is_slip("emanuel", "emmanuel", False, 6), _is_slip("kier", "keir", False, 7)
    (True, True)
    >>> _is_slip("volodimyr", "volodymyr", True, 8), _is_slip("vladimar", "vladimir", True, 5)
    (False, True)
    """
    if written[0] != right[0] or not _is_near(written, right):
        return False
    swapped = len(written) == len(right) and sorted(written) == sorted(right)
    least = _LEAST - 1 if swapped else _LEAST
    if min(len(written), len(right)) < least or (others < least and len(right) < family):
        return False
    return swapped or not by_sound or _romanised(written) != _romanised(right)


def _is_near(written: str, right: str) -> bool:
    """One slip apart, or two that double the wrong letter: *Phillipines*."""
    if one_edit_apart(written, right):
        return True
    return written != right and len(right) > _LONE and _undoubled(written) == _undoubled(right)


def _undoubled(word: str) -> str:
    return "".join(c for c, last in zip(word, " " + word, strict=False) if c != last)


def _sound(word: str) -> str:
    """The consonants that every way of writing a foreign name keeps.

    >>> _sound("sergey") == _sound("sergei"), _sound("hussein") == _sound("hossain")
    (True, True)
    """
    return _undoubled("".join(c for c in word.translate(_SOUNDS) if c not in _VOWELS))


def _romanised(word: str) -> str:
    """What two houses' spellings of a foreign name have in common, letter for letter.

    >>> _romanised("zelenskiy") == _romanised("zelensky"), _romanised("yassar") == "iasser"
    (True, False)
    """
    for one, other in _SPELLINGS:
        word = word.replace(one, other)
    return word.removesuffix("h")


def _by_ear(written: str, name: WorldName) -> bool:
    """Whether only vowels or doubled letters are wrong in a name from another script."""
    return name.by_sound and all(
        _sound(one) == _sound(other) and sorted(one) != sorted(other)
        for one, other in zip(_folded(written).split(), name.words, strict=False)
        if one != other
    )


def _leaders(text: TextView, run: list[Span]) -> Iterator[tuple[Span, WorldName]]:
    personal = load_words("en", "personal_names")
    for span, name in _windows(text.text, run, leaders()):
        anybody = all(word in personal for word in span.slice(text.text).split())
        if not anybody or _has_office(text, span):
            yield span, name


def _chinese(text: TextView, run: list[Span]) -> Iterator[tuple[Span, WorldName]]:
    """A leader of China in pinyin; many Chinese have nearly the same name: an office tells, or
    a list of leaders."""
    for span, name in _windows(text.text, run, chinese_figures(), family=_SHORT):
        words = before(text.text, span)
        after = _CHINESE_AFTER.match(text.text, span.end)
        if _CHINESE_OFFICE.search(words) or after or _is_among_leaders(text, span):
            yield span, name


def _is_among_leaders(text: TextView, span: Span) -> bool:
    """Whether two of the names beside one in a list are those of known leaders."""
    people = {match.text for match in text.matches(types=(ConceptType.PERSON,))}
    known = 0
    for names in _LISTS.finditer(text.text):
        if names.start() <= span.start and span.end <= names.end():
            for name in _LISTED.findall(names[0]):
                known += name in people or tuple(fold(name).split()) in chinese_figures().whole
    return known >= _PEERS


def _has_office(text: TextView, span: Span) -> bool:
    """Whether an office that a country has one of stands before or behind a name."""
    if _OFFICE.search(before(text.text, span)):
        return True
    return _OFFICE_AFTER.match(text.text, span.end) is not None


def _regions(text: TextView, run: list[Span], lang: str) -> Iterator[tuple[Span, WorldName]]:
    for span, name in _windows(text.text, run, regions(lang)):
        written = span.slice(text.text)
        differing = [fold(word) for word in _differing(written, name)]
        if any(is_english_word(word) or word in known_words(lang) for word in differing):
            continue
        if any(_is_adjective(a, b) for a in differing for b in name.words):
            continue
        if is_another_place(written, lang) or is_introduced_as_another(text, span):
            continue
        possible = all(map(is_unmarked_syllable, fold(written).split()))
        if not possible or _is_placed(text, span, sure=True) or _is_listed(text, span, lang):
            yield span, name


def _lone(text: TextView, run: list[Span], lang: str) -> Iterator[tuple[Span, WorldName]]:
    """A name of one word, which no other capital word stands beside: *in Jakatra*."""
    for at, span in enumerate(run):
        word = _folded(span.slice(text.text))
        if len(word) < _LONE or word in known_words(lang) or not span.slice(text.text).istitle():
            continue
        alone = at == 0 or (at == 1 and _folded(run[0].slice(text.text)) in ("in", "at", "from"))
        if not alone or not _ends(text, run, span) or is_english_word(word):
            continue
        name = _closed_up(lang).get(word) or _nearest(word, lang)
        if name is None or is_another_place(span.slice(text.text), lang):
            continue
        possible = count_syllables(word) > 0 or is_unmarked_syllable(word)
        if _is_placed(text, span, sure=possible) or _is_listed(text, span, lang):
            yield span, name


@cache
def _closed_up(lang: str) -> dict[str, WorldName]:
    """Cities and regions of two words by their letters: *Kualalumpur*.

    A Vietnamese or Chinese name is one word in one house and two in another (*Danang*), and so
    is one with a hyphen: *Jalal-Abad*.
    """
    found = {}
    for name in regions(lang).by_rest.values():
        for one in name:
            free = not all(is_unmarked_syllable(w) or count_syllables(w) for w in one.words)
            if free and one.text.count(" ") == 1 and "-" not in one.text:
                found["".join(one.words)] = one
    return found


def _families(text: TextView, run: list[Span], lang: str) -> Iterator[tuple[Span, WorldName]]:
    """A family name by itself, or behind what belongs to no name: *UN chief Guterres*."""
    span = run[-1]
    word = _folded(span.slice(text.text))
    if len(word) < _LONE or word in known_words(lang) or not span.slice(text.text).istitle():
        return
    if is_english_word(word) or word.capitalize() in load_words("en", "personal_names"):
        return
    if count_syllables(word) or is_unmarked_syllable(word) or is_another_place(word.title(), lang):
        return
    titled = _OFFICE.search(before(text.text, span)) is not None
    if not titled and (len(run) > 1 or len(word) < _FAMILY):
        return  # Jacques Kallis is somebody else
    name = _nearest(word, _FAMILIES)
    if name is not None and _is_slip(word, name.words[0], name.by_sound, _LEAST):
        yield span, name


@lru_cache(maxsize=1 << 15)
def _nearest(word: str, kind: str) -> WorldName | None:
    """The one name of a kind that a word is a slip of: family names, or a language's places."""
    known = _by_part(kind)
    near = {
        right: name
        for part in _parts(word)
        for right, name in known.get(part, ())
        if abs(len(right) - len(word)) < 2 and right[0] == word[0]
        if _is_near(word, right) and not _is_derived(word, right)
    }
    return near.popitem()[1] if len(near) == 1 else None


@cache
def _by_part(kind: str) -> dict[str, list[tuple[str, WorldName]]]:
    """Names of one word by the parts of which a slip leaves one whole."""
    found: dict[str, list[tuple[str, WorldName]]] = defaultdict(list)
    names = families() if kind == _FAMILIES else lone_regions(kind)
    for right, name in names.items():
        for part in _parts(right) if len(right) >= _LONE else ():
            found[part].append((right, name))
    return found


def _parts(word: str) -> tuple[str, str, str]:
    """Words of six letters that are near share their beginning or end, or all but the doubling.

    >>> _parts("philippines")
    ('ph-', '-nes', 'philipines')
    """
    return f"{word[:2]}-", f"-{word[-3:]}", _undoubled(word)


_folded = lru_cache(maxsize=1 << 15)(fold)


def _is_derived(word: str, right: str) -> bool:
    """*Kazakhstani*, *Osakan*, and one letter for another at the end: *Bergama*, *Bergamo*."""
    return _is_adjective(word, right) or word[:-1] == right[:-1]


def _is_adjective(word: str, right: str) -> bool:
    longer, shorter = sorted((word, right), key=len, reverse=True)
    return longer[:-1] == shorter and longer[-1] in _ENDINGS


def _is_placed(text: TextView, span: Span, *, sure: bool) -> bool:
    """Whether a place is meant: its kind stands beside it or, unless to be sure, *in* before it."""
    words = before(text.text, span)
    if _KIND_BEFORE.search(words) or _KIND_AFTER.match(text.text, span.end):
        return True
    return not sure and _IN.search(words) is not None


def _is_listed(text: TextView, span: Span, lang: str) -> bool:
    """Whether a known place stands right before, joined to the name: *Hanoi and Budapset*."""
    words = before(text.text, span)
    joint = _AND.search(words)
    if joint is None:
        return False
    peer = [match[0] for match in _PIECE.finditer(words[: joint.start()])][-2:]
    if not all(word[0].isupper() for word in peer[-1:]):
        return False
    return fold(peer[-1]) in lone_regions(lang) or tuple(map(fold, peer)) in regions(lang).whole


def _ends(text: TextView, run: list[Span], span: Span) -> bool:
    """Whether the run ends with the name, but for the kind of place: *Hebei Province*."""
    return run[-1].end == span.end or _KIND_AFTER.match(text.text, span.end) is not None


def _is_known(text: TextView, span: Span) -> bool:
    """Whether a designation of the glossary lies over the name, or it is no running text."""
    if in_address(text.text, span) or in_title_of_work(text.text, span):
        return True
    return any(match.span.overlaps(span) for match in matches_near(text, span))


def _differing(written: str, name: WorldName) -> Iterator[str]:
    """The words as written that are not the name's."""
    for match in _PIECE.finditer(written):
        if fold(match[0]) not in name.words:
            yield match[0]
