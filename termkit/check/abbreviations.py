"""Abbreviations: where a text says what one stands for, and where it uses it.

Pairing follows Schwartz and Hearst (2003), *A Simple Algorithm for Identifying Abbreviation
Definitions in Biomedical Text*: the letters of the short form are sought from right to left
in the words before the bracket. Vietnamese texts keep English initials (*Công ước Liên hợp
quốc về Luật Biển (UNCLOS)*) and Chinese ones pick characters (世界卫生组织（世卫组织）), so
both have a way of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from termkit.check.asides import find_asides
from termkit.check.view import DocumentView, TextView
from termkit.lang.tables import load_words
from termkit.model.document import SegmentKind
from termkit.model.span import Span
from termkit.text.fold import fold_same_length, strip_marks
from termkit.text.scripts import HAN, has_han

_SHORT = r"[A-ZĐ][A-Za-zĐđ0-9&./-]{0,9}[A-ZĐ0-9s]"
_HAN = f"[{HAN}]"
_LATIN = "A-Za-z0-9_\u00c0-\u024f\u1e00-\u1eff"  # Han beside a short form is no part of it
_MARKERS = (
    r"(?:hereinafter|hereafter|abbreviated(?: as| to)?|known as|referred to as|called|or"
    r"|sau đây gọi(?: tắt)? là|gọi tắt là|viết tắt(?: là)?|tên viết tắt(?: là)?|tiếng Anh là"
    r"|以下简称|以下簡稱|简称为?|簡稱|下称|下稱|英文缩写为?|英文簡稱|缩写为?)"
)
_BRACKET = re.compile(
    rf" ?(?<!\$)[（(](?P<marker>{_MARKERS}[:：]?\s*)?(?:the )?[“\"「'‘]?"
    rf"(?P<short>{_SHORT}|(?:{_HAN}|[A-Z0-9]){{2,10}})[”\"」'’]?(?:,? (?:19|20)\d\d)?[)）]"
)
_SENTENCE_END = re.compile(r"[;:!?。！？；：，、“”\"()（）《》]|[.,](?=\s)")
_REACH = 400
"""Code points before a bracket that may hold the long form; no name is longer."""
_DAY = re.compile("[0-9][年月日]")
_HAN_TAIL = 12  # characters of a long form whose beginning is not known
_SAME_WORDS, _SAME_WORDS_MOST = 3, 12  # before two brackets of one short form
_POSSESSIVE = ("’s", "'s", "s’", "s'")
_PLURAL = re.compile(r"(?<=[A-ZĐ0-9])s$")


_Bracket = tuple[TextView, re.Match[str]]


@dataclass(frozen=True, slots=True)
class Definition:
    """A long form with its short form in brackets.

    Attributes:
        long: As written.
        key: What equal long forms share: no case, marks of number or leading article.
        span: Both, brackets included.
        short_span: The short form.
    """

    view: TextView
    short: str
    long: str
    key: str
    span: Span
    short_span: Span

    @property
    def place(self) -> tuple[int, int]:
        return self.view.index, self.short_span.start


@dataclass(frozen=True, slots=True)
class ShortUse:
    """One place where an abbreviation stands in running text."""

    view: TextView
    short: str
    span: Span

    @property
    def place(self) -> tuple[int, int]:
        return self.view.index, self.span.start


def find_definitions(document: DocumentView) -> tuple[Definition, ...]:
    """Every definition in running text, in order. Headings, tables and captions have none."""
    return document.once(_definitions)


def _definitions(document: DocumentView) -> tuple[Definition, ...]:
    found: list[Definition] = []
    asides = find_asides(document.document)
    brackets = [
        (text, match)
        for text in document.texts
        if text.segment.kind is SegmentKind.PARAGRAPH and text.index not in asides
        for match in _BRACKET.finditer(text.text)
    ]
    said = _said_often(brackets) if document.language != "zh" else frozenset()
    for text, match in brackets:
        definition = _said_twice(text, match, said) or _definition(text, match, found)
        if definition is not None:
            found.append(definition)
    return tuple(found)


def _said_often(brackets: list[_Bracket]) -> frozenset[tuple[str, str]]:
    """Short forms with words that stand before two brackets of theirs."""
    counts = Counter(
        (base_form(match["short"]), words)
        for text, match in brackets
        for words in _words_before(text.text, match.start())
    )
    return frozenset(said for said, number in counts.items() if number > 1)


def _said_twice(
    text: TextView, match: re.Match[str], said: frozenset[tuple[str, str]]
) -> Definition | None:
    """A definition that stands elsewhere as well, with the same words before its bracket."""
    short = base_form(match["short"])
    for words in _words_before(text.text, match.start()) if said else ():
        if (short, words) in said:
            return _made(text, match, short, words, len(words))
    return None


def _words_before(text: str, end: int) -> Iterator[str]:
    """What may be a long form before a bracket, longest first: from a capital on, in a sentence.

    A name of a person, which may be followed by a country's letters, has capitals throughout and
    no mark of a possessive.
    """
    start = max(0, end - _REACH)
    words = text[start:end].split(" ")
    if start:
        del words[0]  # perhaps the end of a word
    words = words[-_SAME_WORDS_MOST:]
    ends = [place for place, word in enumerate(words) if _SENTENCE_END.search(word)]
    words = words[ends[-1] + 1 :] if ends else words
    for first, word in enumerate(words):
        same = words[first:]
        if (
            word[:1].isupper()
            and sum(map(bool, same)) >= _SAME_WORDS
            and any(each[:1].islower() or each.endswith(_POSSESSIVE) for each in same)
        ):
            yield " ".join(same)


def find_uses(document: DocumentView, short: str) -> Iterator[ShortUse]:
    """Where a short form stands, its definitions and headings included."""
    pattern = _use_pattern(short)
    for text in document.texts:
        start = text.text.find(short)  # a plain search, as texts may have many short forms
        while start >= 0:
            match = pattern.match(text.text, start)
            if match is not None:
                yield ShortUse(text, short, Span(match.start(), match.end()))
            start = text.text.find(short, start + len(short) if match else start + 1)


def find_capitals(document: DocumentView) -> Iterator[ShortUse]:
    """Every word in capitals that may be an abbreviation, headings included."""
    for text in document.texts:
        found = list(_CAPITALS.finditer(text.text))
        if found and _is_in_capitals(text.text):
            continue
        for match in found:
            yield ShortUse(text, base_form(match[0]), Span(match.start(), match.end()))


def _is_in_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return not has_han(text) and sum(map(str.isupper, letters)) > len(letters) / 2


_CAPITALS = re.compile(
    rf"(?<![{_LATIN}.@#/&-])[A-ZĐ][A-ZĐ&]{{1,7}}s?(?![{_LATIN}@]|[.&/-][{_LATIN}])"
)


def base_form(short: str) -> str:
    """A short form without its plural ending.

    >>> base_form("SMEs"), base_form("GPS")
    ('SME', 'GPS')
    """
    return _PLURAL.sub("", short)


@cache
def known_abbreviations(lang: str) -> frozenset[str]:
    """Abbreviations that need no explanation in a language; the English ones in every one."""
    known = load_words("en", "known_abbreviations")
    return known | load_words("vi", "known_abbreviations") if lang == "vi" else known


def long_form(before: str, short: str) -> str | None:
    """The words that a short form abbreviates, at the end of a text; ``None`` if none fit.

    >>> long_form("member of the Communist Party of China", "CPC")
    'Communist Party of China'
    >>> long_form("1982 United Nations Convention on the Law of the Sea", "UNCLOS")
    'United Nations Convention on the Law of the Sea'
    >>> long_form("talks on a Code of Conduct", "COC")
    'Code of Conduct'
    >>> long_form("in Beijing on Tuesday", "CPC") is None
    True
    """
    letters = [char for char in _fold(short) if char.isalnum()]
    if not letters:
        return None
    start = len(before)
    folded = fold_same_length(before)
    for letter in reversed(letters[1:]):
        start = folded.rfind(letter, 0, max(0, start))
        if start < 0:
            return None
    for begin in _word_starts(folded, start, letters[0]):
        found = before[begin:]
        if len(found.split()) > min(len(letters) + 5, len(letters) * 2):
            return None
        if len(found) > len(short) and _initials_fit(found, letters):
            return found
    return None


def _word_starts(folded: str, end: int, letter: str) -> Iterator[int]:
    """Where words with a first letter begin before a place, the nearest first.

    The nearest may be in the middle of the long form: *Conduct* of *Code of Conduct (COC)*.
    """
    while (end := folded.rfind(letter, 0, max(0, end))) >= 0:
        if not end or not (folded[end - 1].isalnum() or folded[end - 1] in "'’"):
            yield end


def _initials_fit(found: str, letters: list[str]) -> bool:
    """At least half of the letters begin a word: *Beijing* is not what *BEG* stands for."""
    initials = [_fold(word)[:1] for word in re.split(r"[\s–-]+", found) if word]
    place = hits = 0
    for initial in initials:
        if initial in letters[place:]:
            place = letters.index(initial, place) + 1
            hits += 1
    return hits * 2 >= len(letters)


def _definition(text: TextView, match: re.Match[str], known: list[Definition]) -> Definition | None:
    short = base_form(match["short"])
    before = text.text[max(0, match.start() - _REACH) : match.start()]
    titled = re.search(r"《([^《》]+)》$", before)
    if titled is not None:
        return _made(text, match, short, titled[1], len(titled[0]))
    ends = list(_SENTENCE_END.finditer(before))
    before = before[ends[-1].end() :] if ends else before
    letters = [char for char in short if char.isalpha()]
    capitals = sum(char.isupper() or not char.isascii() for char in letters)
    if not before.strip() or capitals < 2 or capitals * 3 < len(letters) or _DAY.search(short):
        return None
    if re.match(_HAN, short):
        long = _han_long_form(before, short, marked=match["marker"] is not None)
    else:
        long = (
            long_form(before, short)
            or _known_long_form(text, match.start(), before, short, known)
            or _headed_long_form(before, text.lang.split("-")[0])
        )
    if long is None:
        return None
    return _made(text, match, short, long, len(long))


def _made(text: TextView, match: re.Match[str], short: str, long: str, length: int) -> Definition:
    return Definition(
        text,
        short,
        long,
        _key(long),
        Span(match.start() - length, match.end()),
        Span(match.start("short"), match.end("short")),
    )


def _known_long_form(
    text: TextView, end: int, before: str, short: str, known: list[Definition]
) -> str | None:
    """A long form that the document has defined, or the glossary knows, right before."""
    folded = _key(before)
    for definition in known:
        if folded.endswith(definition.key):
            return before[-len(definition.long) :]
    for found in text.all_matches:
        if found.span.end == end and any(
            designation.text == short for designation in found.concept.designations
        ):
            return str(found.text)
    return None


def _headed_long_form(before: str, lang: str) -> str | None:
    """In Vietnamese and Chinese, foreign initials say nothing of the words before them."""
    if lang == "zh":
        run = re.search(rf"{_HAN}{{4,30}}$", before)
        return run[0][-_HAN_TAIL:] if run else None
    if lang != "vi":
        return None
    heads = "|".join(sorted(load_words("vi", "long_form_heads"), key=len, reverse=True))
    starts = [m.start() for m in re.finditer(rf"(?<!\w)(?i:{heads})(?!\w)", before)]
    near = [start for start in starts if len(before[start:].split()) <= 16]
    return before[near[0] :].strip() if near and len(before[near[0] :].split()) > 1 else None


def _han_long_form(before: str, short: str, *, marked: bool) -> str | None:
    """The shortest run of characters before the bracket that holds the short form's, in order."""
    run = re.search(rf"(?:{_HAN}|[A-Za-z0-9·—-]){{2,40}}$", before)
    if run is None:
        return None
    text, start = run[0], len(run[0])
    for char in reversed(short):
        start = text.rfind(char, 0, start)
        if start < 0:
            return text[-_HAN_TAIL:] if marked else None
    found = text[start:]
    if found == short:  # 国会合作委员会（合作委员会）: the end of the name stands for all of it
        return text[-_HAN_TAIL:] if len(text) > len(short) else None
    return found


def _use_pattern(short: str) -> re.Pattern[str]:
    escaped = re.escape(short)
    if re.match(_HAN, short):
        return re.compile(escaped)
    return re.compile(rf"(?<![{_LATIN}@#/.]){escaped}s?(?![{_LATIN}@]|\.[{_LATIN}])")


def _key(long: str) -> str:
    words = re.sub(r"[\s\N{HYPHEN}–-]+", " ", _fold(long)).split()
    if words and words[0] in ("the", "a", "an"):
        words = words[1:]
    return " ".join(re.sub(r"(?<=[a-z]{3})s$", "", word) for word in words)


def _fold(text: str) -> str:
    return strip_marks(text).casefold()
