"""B101: a concept of the source that the target does not name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from termkit.check.as_is import stands_as_is
from termkit.check.offices_left_out import heads_of, may_be_left_out
from termkit.check.paraphrase import is_completed, may_paraphrase
from termkit.check.renderings import (
    Rendering,
    expected,
    find_renderings,
    is_loosely_there,
)
from termkit.check.rule import Mark, rule
from termkit.check.view import TextView, UnitView
from termkit.glossary.matcher import Match
from termkit.lang.tables import load_words
from termkit.model.concept import Concept, ConceptType, Designation
from termkit.model.finding import Severity
from termkit.model.span import Span
from termkit.text.scripts import HAN, has_han

_NAMES = (ConceptType.PERSON, ConceptType.PLACE)
# What stands for a thing that was named before.
_ANAPHORA = re.compile(
    r"\b(?:it|its|this|that|these|those|they|their|the (?:two|former|latter|party|ministry|agency"
    r"|organi[sz]ation|country|bloc)|which|nó|này|đó|ấy|nói trên|trên|hai|tổ chức"
    r"|counterparts?|người đồng cấp)\b"
    r"|[该该此其这那它]|上述|双方|两国",
    re.IGNORECASE,
)

_FOREIGN_OFFICE = re.compile(
    r"大臣|国务卿|首相|[外财防]相|防长|长官"
    r"|\b(?:Secretary of State|Chancellor|(?:Foreign|Home|Defen[cs]e) Secretary"
    r"|Quốc vụ khanh|Thủ hiến)\b"
)
_SHORT_TITLE = 2  # words or syllables: Prime Minister, Thủ tướng, Đại sứ
_PARTY = {
    "en": re.compile(
        r"(?<!Communist )(?<!Democratic )(?<!Republican )(?<!Labour )(?<!People's )\bParty\b"
    ),
    "vi": re.compile(r"\bĐảng\b(?! (?:Cộng|Dân|Lao|Bảo|Nhân|Tự)\b)"),
    "zh": re.compile("(?<![共民主和])党"),
}
_DEPUTY = ("副", "代")
_PART = re.compile(rf"[{HAN}]|[^\W_]+")


@rule(
    "B101",
    "missing-designation",
    scope="translation",
    severity="warning",
    since="0.1",
    yields_to=("B102",),
)
def RULE(view: UnitView) -> Iterator[Mark]:
    """The source names a concept of the glossary, and the target none of its designations.

    Every admitted designation counts, of either concept where two share a name; of nested
    designations the longest. Titles and names count that held on the unit's date. Where the
    target has half the words of a designation close together it is taken for a paraphrase,
    unless they are the name of something else. A concept that the glossary marks as
    `untranslated` must stand as it is, capitals included, in English also in its plural; a
    transliteration is none. Other people and places are rule B201's; a common word of one
    syllable or character alone is reported under `--strict`.

    ## Why it matters
    *Comprehensive partnership* for *comprehensive strategic partnership* is another rank of
    relations, and a term that is simply gone leaves the reader without the matter.

    ## Use instead
    The designation that the house style prefers, else the preferred one of the glossary.

    ## Source
    ISO 704:2022 on preferred and admitted designations; ISO 18587:2017, 4.4, on terminology.
    """
    if view.source is None or not view.target.text or not view.source.all_matches:
        return
    renderings = view.once(find_renderings)
    # Also what is named inside a longer designation: the ministry in its spokesperson.
    named = frozenset(ident for match in view.source.all_matches for ident in _ids(match))
    for found in renderings:
        if found.concept.untranslated:
            yield from _translated(view, found)
            continue
        if found.concept.type in _NAMES:
            continue
        if all(_is_in_longer_body(view.source, match) for match in found.source):
            continue
        wanted = expected(
            view.document.glossary, found.candidates, view.target.lang, view.document.date
        )
        if not wanted:
            continue
        if not found.is_rendered:
            if not _is_there(view, found, wanted, named):
                if not all(_goes_on(view, match) for match in found.source):
                    yield _missing(view, found, wanted, named)
            else:
                yield from _exchanged(view, found, named)
        elif len(found.valid) < len(found.source) and not found.forbidden:
            yield from _fewer(view, found, wanted)


def _is_in_longer_body(text: TextView, match: Match) -> bool:
    """Whether a well-known body that the glossary lacks is named: 联合国 in 联合国教科文组织."""
    lang = text.lang.split("-")[0]
    return any(
        (start := text.text.find(name, max(0, match.span.end - len(name)))) >= 0
        and start <= match.span.start
        for name in _longer_bodies(lang, match.text)
    )


def _goes_on(view: UnitView, match: Match) -> bool:
    """Whether a term is the first half of one with which the glossary ends a designation: *đổi
    mới* is another thing in *đổi mới sáng tạo*."""
    assert view.source is not None
    text, inside = view.source.text.casefold(), f" {match.text.casefold()} "
    return any(
        before and rest and text.startswith(rest, match.span.end + 1)
        for concept in view.document.glossary.concepts.values()
        if concept.id != match.concept.id
        for one in concept.in_language(view.source.lang)
        for before, _, rest in (one.text.casefold().partition(inside),)
    )


@lru_cache(maxsize=1024)
def _longer_bodies(lang: str, part: str) -> tuple[str, ...]:
    return tuple(
        name for name in load_words(lang, "bodies") if part in name and len(name) > len(part)
    )


def _translated(view: UnitView, found: Rendering) -> Iterator[Mark]:
    """A concept that is written the same in every language, and does not stand in the target."""
    assert view.source is not None
    concept, first = found.concept, found.source[0]
    lang = view.target.lang
    approved = [one.text for one in concept.designations if one.is_approved]
    if not lang.startswith("zh"):  # 微信 is WeChat in Vietnamese
        approved = [name for name in approved if not has_han(name)] or approved
    is_homograph = any(not match.concept.untranslated for match in found.valid)
    if is_homograph or stands_as_is(approved, view.target.text, lang):
        return
    yield view.source.mark(
        first.span,
        f"{first.text!r} is not to be translated and does not stand in the translation",
        concept_id=concept.id,
    )


def _missing(
    view: UnitView, found: Rendering, wanted: tuple[Designation, ...], named: frozenset[str]
) -> Mark:
    assert view.source is not None
    first = found.source[0]
    return view.source.mark(
        first.span,
        f"{first.text!r} is not rendered; the glossary has {wanted[0].text!r}",
        concept_id=found.concept.id,
        severity=Severity.HINT if may_be_left_out(view, found, wanted, named) else None,
        # Datelines and credits name agencies, and translations have others.
        strict=_is_common(first)
        or found.concept.subject_field == "media"
        or _is_of_another_country(view, first),
    )


def _is_of_another_country(view: UnitView, title: Match) -> bool:
    """Whether a short title may be that of another country, called otherwise there.

    *Prime Minister* Hun Manet is 首相, *Thủ tướng* Lý Cường is Premier.
    """
    assert view.source is not None
    if title.concept.type is not ConceptType.TITLE:
        return False
    if _FOREIGN_OFFICE.search(view.target.text):
        return True
    if len(title.text.split()) > _SHORT_TITLE:
        return False
    known = {ident for match in view.source.all_matches for ident in _ids(match)}
    return all(
        any(one.text.startswith(title.text) for one in match.concept.in_language(view.source.lang))
        for match in view.target.matches(types=(ConceptType.TITLE,))
        if not known & _ids(match)
    )


def _exchanged(view: UnitView, found: Rendering, named: frozenset[str]) -> Iterator[Mark]:
    """A body inside a paraphrased designation for which the target names another body.

    外交部发言人 is no *người phát ngôn Bộ Quốc phòng*: a paraphrase of the whole, but not of
    the ministry in it.
    """
    assert view.source is not None
    inside = _bodies(view.source, found.source[0].span)
    if not inside:
        return
    others = [match for match in _bodies(view.target) if not named & _ids(match)]
    rendered = {ident for match in view.target.all_matches for ident in _ids(match)}
    for match in inside:
        if others and not rendered & _ids(match):
            yield view.source.mark(
                match.span,
                f"{match.text!r} is not rendered; the translation names {others[0].text!r}",
                concept_id=match.concept.id,
            )
            return


def _bodies(text: TextView, around: Span | None = None) -> list[Match]:
    """The organisations that a text names by themselves, or inside a longer designation."""
    return [
        match
        for match in text.all_matches
        if match.concept.type is ConceptType.ORGANISATION
        and (match.nested_in is None if around is None else match.nested_in == around)
    ]


def _ids(match: Match) -> frozenset[str]:
    return frozenset((match.concept.id, *match.homographs))


def _fewer(view: UnitView, found: Rendering, wanted: tuple[Designation, ...]) -> Iterator[Mark]:
    """The concept is named less often; a pronoun may stand for it, or a part of its name."""
    assert view.source is not None
    text = view.target.text
    if _ANAPHORA.search(text):
        return
    if found.concept.type is ConceptType.TITLE and (
        _FOREIGN_OFFICE.search(text) or _has_another_title(view)
    ):
        return
    taken = [match.span for match in found.valid]
    if may_paraphrase([one.text for one in wanted], text, view.target.lang, taken):
        return
    last = found.source[-1]
    yield view.source.mark(
        last.span,
        f"{last.text!r} stands {len(found.source)} times in the source"
        f" and is rendered {len(found.valid)} times",
        concept_id=found.concept.id,
        severity=Severity.HINT if heads_of(found, wanted, view.target.lang) else Severity.INFO,
        strict=_is_common(last),
    )


def _has_another_title(view: UnitView) -> bool:
    """Whether the target has a title that the source does not name: 总理 is Premier in one
    country and Prime Minister in the next."""
    assert view.source is not None
    known = {ident for match in view.source.all_matches for ident in _ids(match)}
    return any(not known & _ids(match) for match in view.target.matches(types=(ConceptType.TITLE,)))


def _is_there(
    view: UnitView,
    found: Rendering,
    wanted: tuple[Designation, ...],
    named: frozenset[str],
) -> bool:
    text, lang = view.target.text, view.target.lang
    if is_loosely_there(wanted, text, lang):
        return True
    if _is_in_other_order(view, found) or _is_bare_office(view, wanted):
        return True
    if _is_bare_party(view, found.concept) or _is_in_office(view, found, named):
        return True
    # The source's own word, left as it is: ASEAN, VietnamPlus.
    if any(match.text in text for match in found.source if not lang.startswith("zh")):
        return True
    return may_paraphrase([one.text for one in wanted], text, lang, _others(view, named, wanted))


def _is_bare_office(view: UnitView, wanted: tuple[Designation, ...]) -> bool:
    """Whether the Chinese target has the office without its body, as a title of any country:
    总理 for 政府总理, and never for 副总理."""
    if not view.target.lang.startswith("zh"):
        return False
    return any(
        match.concept.type is ConceptType.TITLE
        and len(match.text) > 1
        and one.text.endswith(match.text)
        and not one.text.removesuffix(match.text).endswith(_DEPUTY)
        and not view.target.text.endswith(_DEPUTY, 0, match.span.start)
        for match in view.target.all_matches
        for one in wanted
    )


def _is_in_office(view: UnitView, found: Rendering, named: frozenset[str]) -> bool:
    """Whether a body only says whose office the next word is, and the office is rendered:
    越共中央|总书记 is *Tổng Bí thư*. Where the target names another body it is not."""
    assert view.source is not None
    if not view.source.lang.startswith("zh"):
        return False
    rendered = {ident for match in view.target.all_matches for ident in _ids(match)}
    offices = [
        match.span
        for match in view.source.matches(types=(ConceptType.TITLE,))
        if rendered & _ids(match)
    ]
    return all(
        any(body.span.start < span.start <= body.span.end < span.end for span in offices)
        for body in found.source
    ) and all(named & _ids(match) for match in _bodies(view.target))


def _is_bare_party(view: UnitView, concept: Concept) -> bool:
    """Whether a party is called *the Party*, which is no other's name."""
    if not any(one.text.startswith("Đảng Cộng sản ") for one in concept.in_language("vi")):
        return False
    return _PARTY[view.target.lang.split("-")[0]].search(view.target.text) is not None


def _is_in_other_order(view: UnitView, found: Rendering) -> bool:
    """Whether the target names the same countries in the other order, as each side does:
    *Vietnam-China* and 中越."""
    assert view.source is not None
    lang = view.source.lang
    wanted = {_in_order(match.text) for match in found.source}
    wanted |= {_in_order(one.text) for one in found.concept.in_language(view.target.lang)}
    return any(
        _in_order(match.text) in wanted
        or any(_in_order(one.text) in wanted for one in match.concept.in_language(lang))
        for match in view.target.all_matches
    )


def _in_order(text: str) -> tuple[str, ...]:
    words = _PART.findall(text.lower())
    return tuple(sorted(words)) if len(words) > 1 else (text,)


def _others(view: UnitView, named: frozenset[str], wanted: tuple[Designation, ...]) -> list[Span]:
    """What the target names that the source does not: no paraphrase is made of it.

    The head of a designation whose other words stand beside it is a part of one: *Standing |
    member of the Party Central Committee's Secretariat*.
    """
    text, lang = view.target.text, view.target.lang
    return [
        match.span
        for match in view.target.matches()
        if not named & _ids(match)
        and match.concept.type not in _NAMES
        and not any(is_completed(match.span, text, one.text, lang) for one in wanted)
    ]


def _is_common(match: Match) -> bool:
    """A word that is a term in one place and a word in another: *resolution*, 会谈, *Minister*."""
    text = match.text
    if match.designation.lang.startswith("zh"):
        return len(text) <= 2 and match.concept.type is not ConceptType.ORGANISATION
    if " " not in text and "-" not in text:
        return not (text.isupper() and len(text) > 2)
    if match.concept.type in (ConceptType.TITLE, ConceptType.TERM):
        return len(text.split()) <= 2 and match.designation.text.islower()
    return False
