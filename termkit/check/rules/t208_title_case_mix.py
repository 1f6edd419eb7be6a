"""T208: titles with capitals here and without them there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from termkit.check.rule import Mark, rule
from termkit.check.signal import some_word
from termkit.check.usage import Use, odd_ones
from termkit.check.view import DocumentView, TextView
from termkit.lang.tables import load_words
from termkit.model.span import Span

_UPPER, _LOWER, _HALF = "capitals", "no capitals", "only half its capitals"
_WORD = re.compile(r"\w+")


def _ends_title(word: str) -> bool:
    return word.casefold() in _last_words()


_has_title = some_word(_ends_title)


@rule(
    "T208",
    "title-case-mix",
    scope="document",
    severity="info",
    since="0.1",
    languages=("en", "vi"),
    signal=_has_title,
)
def RULE(view: DocumentView) -> Iterator[Mark]:
    """A title has capitals in one place and none, or half of them, in another.

    *General Secretary To Lam* beside *foreign minister Wang Yi* or *General secretary To Lam*;
    in Vietnamese *Tổng Bí thư* beside *Tổng bí thư*. English titles that stand alone or
    behind a name are lower case in most houses and are not compared; nor are former and
    future offices. *Foreign Minister of Laos X* counts, *the foreign minister of Laos X* not.
    In Vietnamese one title is compared with itself.

    ## Why it matters
    The capitals seem to rank the two people.

    ## Use instead
    The form most of the document has.

    ## Source
    The Associated Press Stylebook, titles: formal titles before a name have capitals. The
    Chicago Manual of Style, 8.19. For Vietnamese, Nghị định 30/2020/NĐ-CP, Phụ lục II.
    """
    texts = [text for text in view.texts if not text.is_heading and _has_title(text)]
    if view.language == "vi":
        yield from _compare_vi(texts)
        return
    yield from _half_alone(texts)
    found = [(text, match) for text in texts for match in _find(text.text)]
    uses = [use for text, match in found for use in _named(text, match)]
    uses += _short_named(texts, found, uses)
    uses.sort(key=lambda use: use.place)
    for use, other in odd_ones(uses, ties=(_UPPER,)):
        capitals = other.form == _UPPER or (other.form == _HALF and use.form == _LOWER)
        yield use.view.mark(
            use.span,
            f"{use.text!r} before a name has {use.form}, {other.text!r} {other.form}",
            replacement=_capitalised(use.text) if capitals else use.text.lower(),
            related=(other.related(f"{other.form} here"),),
        )


@cache
def _last_words() -> frozenset[str]:
    """The last word of every title, and of the longer ones *minister of*."""
    titles = load_words("en", "titles_before_names") | load_words("vi", "name_titles")
    return frozenset(_WORD.findall(title.casefold())[-1] for title in titles) | {"minister"}


_NOW = r"(?<!former )(?<!then )(?<!late )(?<!ex-)(?<!future )(?<!incoming )(?<!outgoing )(?<![\w-])"
# Without capitals the end of such a title is plain: minister of foreign affairs Wang Yi.
_MINISTER = re.compile(
    _NOW + r"(?P<title>(?:[Dd]eputy |[Vv]ice )?[Mm]inister of(?: (?:for|and|[a-z]{5,})){1,5})"
    r"(?= (?P<name>[A-ZĐ]\w+(?P<more>(?: [A-ZĐ]\w+){1,3})?)(?!\w))"
)
# With an article or possessive a title of a country is a common noun: the president of Laos X.
_ARTICLE = re.compile(r"\b(?:the|an?|its|his|her|their|our|['’]s|s['’]) $", re.IGNORECASE)
_NEAR = 30  # code points before a title that are looked at
_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December"
)


def _find(text: str) -> Iterator[re.Match[str]]:
    """Titles before a name."""
    yield from _found_at(dict.fromkeys(("minister", "deputy", "vice"), _MINISTER), text)
    yield from _found_at(_patterns(), text)


def _found_at(patterns: Mapping[str, re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    """What patterns find, each of which begins with a word and is tried at that alone."""
    if patterns.keys().isdisjoint(map(str.casefold, _WORD.findall(text))):
        return  # the usual case
    end = 0
    for word in _WORD.finditer(text):
        if word.start() >= end and word[0].casefold() in patterns:
            match = patterns[word[0].casefold()].match(text, word.start())
            if match is not None:
                end = match.end()
                yield match


def _by_first_word(titles: Iterable[str]) -> Iterator[tuple[str, str]]:
    """First words of titles, and the titles that have it as alternatives, the longest first."""
    groups: dict[str, list[str]] = {}
    for title in sorted(titles, key=len, reverse=True):
        groups.setdefault(_WORD.findall(title.casefold())[0], []).append(re.escape(title))
    for first, group in groups.items():
        yield first, "|".join(group)


def _named(text: TextView, match: re.Match[str]) -> Iterator[Use]:
    """A title before a name of two words or more."""
    landed = "land" in match.groupdict() and match["land"]
    before = max(0, match.start() - _NEAR)
    if match["more"] and not (landed and _ARTICLE.search(text.text, before, match.start())):
        yield from _use(text, match)


def _short_named(
    texts: list[TextView], titles: list[tuple[TextView, re.Match[str]]], uses: list[Use]
) -> list[Use]:
    """Half a title's capitals before one word, where the whole title is in the document.

    *General secretary Trọng*: a single word behind a title may be no name, so only what is
    wrong either way counts.
    """
    whole = {use.text.lower() for use in uses if use.form == _UPPER}
    everything = "\n".join(text.text for text in texts)
    found = []
    for text, match in titles:
        if match["more"] or match.groupdict().get("land") or _DAY.fullmatch(match["name"]):
            continue
        known = match["title"].lower() in whole or _capitalised(match["title"]) in everything
        found += [use for use in _use(text, match) if known and use.form == _HALF]
    return found


def _half_alone(texts: list[TextView]) -> Iterator[Mark]:
    """*The Prime minister said*: half a title's capitals without a name, inside a sentence.

    Only where the document has the whole title with its capitals.
    """
    everything = "\n".join(text.text for text in texts)
    for text in texts:
        for match in _found_at(_half_titles(), text.text):
            whole = _capitalised(match["title"])
            for use in _use(text, match) if whole in everything else ():
                message = f"{use.text!r} has {use.form}, the document has {whole!r}"
                yield text.mark(use.span, message, replacement=whole)


@cache
def _half_titles() -> Mapping[str, re.Pattern[str]]:
    """Titles of two words with one capital, before a word in lower case; by first word."""
    titles = [title for title in load_words("en", "titles_before_names") if title.count(" ") == 1]
    halves = [title[0].upper() + title[1:].lower() for title in titles]
    return {
        first: re.compile(rf"{_NOW}(?P<title>{inner})(?= [a-z])")
        for first, inner in _by_first_word(halves)
    }


def _use(text: TextView, match: re.Match[str]) -> Iterator[Use]:
    span = Span(match.start("title"), match.end("title"))
    words = re.findall(r"[^\W\d_]+", match["title"])
    upper = [word[0].isupper() for word in words if word not in ("of", "and", "for")]
    if not any(upper):
        yield Use(text, span, _LOWER)
    elif text.starts_sentence(span):
        return
    elif all(upper):
        yield Use(text, span, _UPPER)
    elif upper[0]:
        yield Use(text, span, _HALF)


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """Titles before a name, by first word."""
    return {
        first: re.compile(
            rf"{_NOW}(?P<title>(?i:{inner}))(?= (?P<land>of [A-ZĐ]\w+ )?"
            r"(?!(?:of|and|for|in|on|at|The|A)\b)"
            r"(?P<name>[A-ZĐ]\w+(?P<more>(?: [A-ZĐ]\w*\.?){1,4})?)(?!\w))"
        )
        for first, inner in _by_first_word(load_words("en", "titles_before_names"))
    }


def _capitalised(title: str) -> str:
    return re.sub(
        r"[^\W\d_]+",
        lambda match: match[0] if match[0] in ("of", "and", "for") else match[0].title(),
        title,
    )


# Bodies, and heads of one: Trưởng Ban Đối ngoại is the head of the Ban Đối ngoại.
_NO_TITLE_VI = re.compile(
    r"công an|ngoại giao|quốc phòng|ông bà|quý .*|bộ trưởng bộ|ban bí thư"
    r"|(?:phó )?(?:trưởng|chánh văn) phòng|.*(?:trưởng|phó) (?:ban|đoàn)|.*ubnd"
)
_CONFERENCE_VI = re.compile(r"(?i:hội nghị|hội đồng|văn phòng|diễn đàn|cuộc họp)(?: các)? $")
# What one holder of the office does: Tổng bí thư nhấn mạnh.
_DOES_VI = re.compile(
    r" (?:nhấn mạnh|khẳng định|cho biết|cho rằng|đề nghị|nêu rõ|bày tỏ|đánh giá cao|hoan nghênh"
    r"|chúc mừng|tin tưởng)\b"
)


def _compare_vi(texts: list[TextView]) -> Iterator[Mark]:
    uses: dict[str, list[Use]] = {}
    for text in texts:
        for match in _found_at(_patterns_vi(), text.text):
            title, span = match[0], Span(match.start(), match.end())
            if not title[0].isupper() or title.isupper():
                continue  # any holder of the office; a line in capitals
            named = text.text[span.end + 1 : span.end + 2].isupper()
            if text.starts_sentence(span) and not (named or _DOES_VI.match(text.text, span.end)):
                continue
            if not _CONFERENCE_VI.search(text.text, max(0, span.start - _NEAR), span.start):
                uses.setdefault(title.lower(), []).append(Use(text, span, title))
    for places in uses.values():
        for use, other in odd_ones(places):
            yield use.view.mark(
                use.span,
                f"{use.text!r} beside {other.form!r}: one title with other capitals",
                replacement=other.form,
                related=(other.related("the other capitals"),),
            )


@cache
def _patterns_vi() -> Mapping[str, re.Pattern[str]]:
    """Titles, by first word."""
    titles = [
        title
        for title in load_words("vi", "name_titles")
        if " " in title and not _NO_TITLE_VI.fullmatch(title)
    ]
    return {
        first: re.compile(rf"(?<!\w)(?i:{inner})(?!\w)") for first, inner in _by_first_word(titles)
    }
