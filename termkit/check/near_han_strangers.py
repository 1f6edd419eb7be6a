"""Names in Han characters that the document itself writes in two ways: 黄循财, once 黄循才."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.rule import Mark
from termkit.check.slips_zh import makes_a_word
from termkit.check.view import DocumentView, TextView
from termkit.lang.zh.names import family_names
from termkit.lang.zh.pinyin import sound_alike
from termkit.model.concept import ConceptType
from termkit.model.span import Span
from termkit.text.cover import Cover
from termkit.text.scripts import HAN

_TITLES = "(?:主席|总理|部长|总书记|委员长|大使|特使|发言人|主任|书记|省长|市长|会长|大将|上将)"
_ENDS = re.compile(f"{_TITLES}$")
_TITLED = re.compile(f"{_TITLES}(?=(?P<name>[{HAN}]{{3,4}}))")
# What is no part of a name: verbs and little words after one of two characters, 王毅在北京.
_NOT_IN_NAMES = re.compile(
    "[的了是在和与及等将已也都又再更向对为从由以于同说称表会指强宣重访出率抵应当一行首此曾并"
    "还今昨前后到就参致签发谈见说及她他女先]"
)
_OFTEN = 3


def find_near_han_strangers(view: DocumentView) -> Iterator[Mark]:
    """Marks at a name used once that sounds like one used three times and after a title.

    Another sound is a slip only where the whole title before it is that of the right name.
    """
    everything = "\n".join(text.text for text in view.texts)
    for name in sorted(_names(view, everything)):
        pattern = re.compile(
            "|".join(f"{name[:at]}[{HAN}]{name[at + 1 :]}" for at in range(1, len(name)))
        )
        for text in view.texts:
            barred = Cover(
                match.span for match in text.all_matches if match.concept.type is ConceptType.PERSON
            )
            for match in pattern.finditer(text.text):
                found, span = match[0], Span(*match.span())
                if found == name or everything.count(found) > 1 or barred.overlaps(span):
                    continue
                at = next(i for i, (a, b) in enumerate(zip(found, name, strict=True)) if a != b)
                if _NOT_IN_NAMES.match(found[at]) or not sound_alike(found[at], name[at]):
                    continue
                if makes_a_word(text.text, span.start + at):
                    continue
                yield _mark(text, span, name)
        yield from _same_office(view, name, everything)


def _same_office(view: DocumentView, name: str, everything: str) -> Iterator[Mark]:
    """委员长粟战书 beside 委员长栗战书: two people do not share office and two thirds of a name.

    Another family name, or any character of a Vietnamese woman's name (阮氏金银).
    """
    woman = len(name) == 4 and name[1] == "氏"
    if len(name) != 3 and not woman:
        return
    right = re.compile(f"(?P<title>[{HAN}]{{5}}){name}")
    titles = {match["title"] for match in right.finditer(everything) if _ENDS.search(match[1])}
    places = (2, 3) if woman else (0,)
    wrong = "|".join(f"{name[:at]}[{HAN}]{name[at + 1 :]}" for at in places)
    for text in view.texts if titles else ():
        barred = Cover(
            match.span for match in text.all_matches if match.concept.type is ConceptType.PERSON
        )
        for match in re.finditer(f"(?P<title>[{HAN}]{{5}})(?P<name>{wrong})", text.text):
            found, span = match["name"], Span(*match.span("name"))
            if match["title"] not in titles or found == name or everything.count(found) > 1:
                continue
            at = next(i for i, (a, b) in enumerate(zip(found, name, strict=True)) if a != b)
            told = at > 0 and sound_alike(found[at], name[at])  # whatever stands before it
            if told or barred.overlaps(span) or (at == 0 and found[0] not in family_names()):
                continue
            if not _NOT_IN_NAMES.match(found[at]):
                yield _mark(text, span, name)


def _mark(text: TextView, span: Span, name: str) -> Mark:
    message = (
        f"{text.text[slice(span.start, span.end)]!r} here, {name!r} elsewhere in this document"
    )
    return text.mark(span, message, replacement=name)


def _names(view: DocumentView, everything: str) -> set[str]:
    """Names of three or four characters that stand after a title, and often."""
    names = set()
    for text in view.texts:
        known = Cover(
            match.span for match in text.all_matches if match.concept.type is ConceptType.PERSON
        )
        for match in _TITLED.finditer(text.text):
            long, short = match["name"], match["name"][:3]
            # A woman's name of four characters, 阮氏金银, may end in the slip itself.
            slips = 1 if long[1] == "氏" else 0
            whole = everything.count(short) - everything.count(long) <= slips
            name = long if whole else short
            span = Span(match.start("name"), match.start("name") + len(name))
            if name[0] not in family_names() or known.overlaps(span):
                continue
            if not _NOT_IN_NAMES.search(name) and everything.count(name) >= _OFTEN:
                names.add(name)
    return names
