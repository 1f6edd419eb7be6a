"""Names in Han characters that the document itself writes in two ways: 黄循财, once 黄循才."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from termkit.check.han_variants import find_variants, joined
from termkit.check.mistaken_han import is_mistaken
from termkit.check.nearby import matches_near
from termkit.check.rule import Mark
from termkit.check.slips_zh import makes_a_word
from termkit.check.view import DocumentView, TextView
from termkit.lang.tables import load_words
from termkit.lang.zh.names import family_names
from termkit.lang.zh.pinyin import sound_alike
from termkit.model.concept import ConceptType
from termkit.model.span import Span
from termkit.text.scripts import HAN, is_han

# What reports call somebody by before the name. Most are no forms of address (nobody says
# 王负责人), and the table of titles is also asked what stands behind a family name.
_CALLINGS = ("特使", "研究员", "工程师", "经理", "专家", "学者", "负责人", "站长", "所长")
# Before a name in another language, by its sound: 国王哇集拉隆功.
_FOREIGN_TITLES = ("国王", "总统", "首相", "议长", "王储", "殿下")
# What is no part of a name: verbs and little words after one of two characters, 王毅在北京.
_NOT_IN_NAMES = re.compile(
    "[的了是在和与及等将已也都又再更向对为从由以于同说称表会指强宣重访出率抵应当一行首此曾并"
    "还今昨前后到就参致签发谈见说及她他女先]"
)
_SAYS = re.compile(
    "(?:(?:[对向在]|受访|接受)[^，。；：]{0,14}?)?(?:也|还|进一步|笑着|感慨地)?(?:说|表示|指出|认为|强调|介绍|告诉|称|透露|补充)"
)
_OFTEN = 3
_THREE = 3  # characters of most names
_LONG = 4  # characters; two such strings are hardly alike by chance


@cache
def _titles() -> tuple[str, ...]:
    """Longest first: 委员 must not be found where 委员长 stands."""
    return tuple(sorted({*load_words("zh", "name_titles"), *_CALLINGS}, key=lambda t: (-len(t), t)))


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(_titles())})(?=(?P<name>[{HAN}]{{3,4}}))")


@cache
def _foreign() -> re.Pattern[str]:
    titles = sorted({*_titles(), *_FOREIGN_TITLES}, key=lambda t: (-len(t), t))
    return re.compile(f"(?:{'|'.join(titles)})(?P<name>[{HAN}]{{4,7}})")


def find_near_han_strangers(view: DocumentView) -> Iterator[Mark]:
    """Marks at a name used once that sounds like one that stands after a title.

    The other must be used three times, or the odd one speak without a title (刘少伟说).
    Another sound is a slip only where the whole title before it is that of the right name.
    """
    everything = joined(view).text
    count = cache(everything.count)
    for name in sorted(_names(view, everything) | _foreign_names(view, everything)):
        often = everything.count(name) >= _OFTEN or len(name) > _LONG
        for text, span in find_variants(view, name, range(1, len(name))):
            found = span.slice(text.text)
            if count(found) > 1 or _is_known(text, span):
                continue
            at = next(i for i, (a, b) in enumerate(zip(found, name, strict=True)) if a != b)
            if _NOT_IN_NAMES.match(found[at]) or not _is_alike(found[at], name[at], len(name)):
                continue
            if makes_a_word(text.text, span.start + at):
                continue
            if often or _speaks(text, span):
                yield _mark(text, span, name)
        if everything.count(name) >= _OFTEN:
            yield from _same_office(view, name, everything)


def _is_alike(written: str, right: str, size: int) -> bool:
    """The same sound; in a name of three the same look, too. 阮氏金根 is another woman."""
    return is_mistaken(written, right) if size == _THREE else sound_alike(written, right)


def _speaks(text: TextView, span: Span) -> bool:
    """Whether a name begins a clause and says something: who does has been introduced."""
    begins = not is_han(text.text[span.start - 1 : span.start] or "。")
    return begins and _SAYS.match(text.text, span.end) is not None


def _is_known(text: TextView, span: Span) -> bool:
    return any(
        match.concept.type is ConceptType.PERSON and match.span.overlaps(span)
        for match in matches_near(text, span)
    )


def _same_office(view: DocumentView, name: str, everything: str) -> Iterator[Mark]:
    """委员长粟战书 beside 委员长栗战书: two people do not share office and two thirds of a name.

    Another family name, or any character of a Vietnamese woman's name (阮氏金银).
    """
    woman = len(name) == 4 and name[1] == "氏"
    if len(name) != 3 and not woman:
        return
    right = re.compile(f"(?P<title>[{HAN}]{{5}}){name}")
    titles = {
        match["title"] for match in right.finditer(everything) if match[1].endswith(_titles())
    }
    places = (2, 3) if woman else (0,)
    wrong = "|".join(f"{name[:at]}[{HAN}]{name[at + 1 :]}" for at in places)
    for text in view.texts if titles else ():
        for match in re.finditer(f"(?P<title>[{HAN}]{{5}})(?P<name>{wrong})", text.text):
            found, span = match["name"], Span(*match.span("name"))
            if match["title"] not in titles or found == name or everything.count(found) > 1:
                continue
            at = next(i for i, (a, b) in enumerate(zip(found, name, strict=True)) if a != b)
            told = at > 0 and sound_alike(found[at], name[at])  # whatever stands before it
            if told or _is_known(text, span) or (at == 0 and found[0] not in family_names()):
                continue
            if not _NOT_IN_NAMES.match(found[at]):
                yield _mark(text, span, name)


def _mark(text: TextView, span: Span, name: str) -> Mark:
    message = (
        f"{text.text[slice(span.start, span.end)]!r} here, {name!r} elsewhere in this document"
    )
    return text.mark(span, message, replacement=name)


def _names(view: DocumentView, everything: str) -> set[str]:
    """Names of three or four characters that stand after a title."""
    names = set()
    for text in view.texts:
        for match in _titled().finditer(text.text):
            long, short = match["name"], match["name"][:3]
            # 阮氏金银, 欧阳修明: all others have three characters at most.
            name = long if long[1] == "氏" or long[:2] in family_names() else short
            span = Span(match.start("name"), match.start("name") + len(name))
            if name[0] not in family_names() or _is_known(text, span):
                continue
            if not _NOT_IN_NAMES.search(name):
                names.add(name)
    return names


def _foreign_names(view: DocumentView, everything: str) -> set[str]:
    """The longest beginning of what stands after a title that the document has again."""
    names = set()
    count = cache(everything.count)
    for text in view.texts:
        for match in _foreign().finditer(text.text):
            for size in range(len(match["name"]), 3, -1):
                name = match["name"][:size]
                if count(name) > 1:
                    if not _NOT_IN_NAMES.search(name):
                        names.add(name)
                    break
    return names
