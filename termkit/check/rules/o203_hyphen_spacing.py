"""O203: one kind of compound closed up and spaced in one document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.compounds import Joint, find_han_joints, find_joints, is_long_compound, is_marked
from termkit.check.route_chains import find_uneven_chains
from termkit.check.rule import Mark, rule
from termkit.check.usage import Use, find_mix, odd_ones
from termkit.check.view import DocumentView
from termkit.model.finding import Severity
from termkit.model.span import Span
from termkit.text.scripts import HAN

# After "two-" these show that the second half comes later: two- and three-way.
_SUSPENDED = frozenset(
    ("and", "or", "to", "nor", "but", "not", "if", "even", "yet", "rather", "through", "versus",
     "vs", "as", "plus", "than", "into", "and/or", "và", "hoặc", "hay", "đến", "tới")
)  # fmt: skip
_HALF_SPACED = re.compile(rf"[{HAN}]{{2}}(?: [-—–]|[-—–] )[{HAN}]{{2}}")
_YEAR = re.compile("(?:1[6-9]|20)[0-9][0-9]")
_YEAR_END = re.compile("(?:1[6-9]|20)?[0-9][0-9]")
_HABIT = 2  # spaced compounds that show how a document writes them
_IN_WORDS = {"closed": "no spaces", "spaced": "spaces"}


@rule("O203", "hyphen-spacing", scope="document", severity="warning", since="0.1")
def RULE(view: DocumentView) -> Iterator[Mark]:
    """The hyphen of a compound has spaces here and none there, or a space on one side.

    Pairs of countries are compared with each other (*Việt Nam - China*, *ASEAN-China*), any
    other compound only with itself, and the places of one route with each other (*the
    Vinh - Vientiane-Udon Thani railway*). In Chinese, which has no spaces, the mark itself is
    compared (*中国-东盟*, *中国—东盟*); one that no other compound of the document has is worth
    a note. A dash between clauses is no compound, and the hanging
    hyphen of *two- and three-way* is right.

    ## Why it matters
    Two spellings of one compound in one text look careless, and a search finds half of them.

    ## Use instead
    What the house style says; else what most of the document has; when both are equally
    common, closed up in English and spaced in Vietnamese.

    ## Source
    The Chicago Manual of Style, 7.84-7.96 (hyphens are closed up; suspended hyphens).
    Vietnamese: usage of VNA and Nhân Dân (see the house style `vi-vn`). Chinese:
    GB/T 15834-2011, 4.13, on the three joining marks.
    """
    if view.language == "zh":
        yield from _mixed_marks(view)
        return
    everything = find_joints(view)
    joints = [joint for joint in everything if not _is_range(joint)]
    whole = [joint for joint in joints if joint.spaces in _IN_WORDS and not _is_clause_dash(joint)]
    usual = "spaced" if view.language == "vi" else "closed"
    house = view.profile.setting("country-hyphen") if view.profile else None
    marked: set[tuple[int, Span]] = set()

    pairs = [joint for joint in whole if joint.countries]
    groups = [(pairs, house)]
    by_key: dict[tuple[str, str], list[Joint]] = {}
    for joint in whole:
        by_key.setdefault(joint.key, []).append(joint)
    groups += [(group, None) for group in by_key.values()]
    years = [joint for joint in everything if _is_years(joint)]
    for group, wanted in groups:
        for mark, place in _mixed(group, wanted, usual):
            if place not in marked:
                marked.add(place)
                yield mark
    if view.language == "vi":
        yield from _odd_compound([joint for joint in whole if _place(joint) not in marked])
    if house is not None and pairs and not any(_place(joint) in marked for joint in pairs):
        yield from _foreign(pairs, house)

    form = house or usual
    yield from find_uneven_chains(view, form)
    spans = [joint for joint in years if joint.spaces in _IN_WORDS]
    yield from (mark.but(severity=Severity.INFO) for mark, _ in _mixed(spans, None, "closed"))
    yield from (_half_spaced(joint, "closed") for joint in years if joint not in spans)
    for joint in joints:
        if joint.spaces not in _IN_WORDS and _is_half_spaced(joint, view.language):
            wanted = form if joint.countries or view.language == "vi" else "closed"
            yield _half_spaced(joint, wanted)


def _half_spaced(joint: Joint, wanted: str) -> Mark:
    return joint.view.mark(
        joint.span,
        f"{joint.text!r} has a space on one side of the {joint.mark} only",
        replacement=joint.written(wanted),
    )


def _mixed(
    group: list[Joint], house: str | None, usual: str
) -> Iterator[tuple[Mark, tuple[int, Span]]]:
    """Marks for the joints of one kind that are spaced unlike the others."""
    by_use = {Use(joint.view, joint.span, joint.spaces): joint for joint in group}
    mix = find_mix(by_use, house=house, ties=(usual,))
    if mix is not None:
        for use in mix.odd:
            joint, other = by_use[use], mix.nearest(use)
            yield (
                joint.view.mark(
                    joint.span,
                    f"{joint.text!r} has {_IN_WORDS[joint.spaces]} around the {joint.mark}, "
                    f"{other.text!r} has {'none' if mix.form == 'closed' else 'some'}",
                    replacement=joint.written(mix.form),
                    related=(other.related(f"{mix.form} here"),),
                ),
                _place(joint),
            )
        return
    by_use = {Use(joint.view, joint.span, joint.mark): joint for joint in group}
    mix = find_mix(by_use, ties=("hyphen",))
    if mix is None:
        return
    for use in mix.odd:
        joint, other = by_use[use], mix.nearest(use)
        yield (
            joint.view.mark(
                joint.span,
                f"{joint.text!r} has a {joint.mark}, {other.text!r} a {mix.form}",
                replacement=joint.written(joint.spaces, mix.form),
                related=(other.related(f"{mix.form} here"),),
                severity=Severity.INFO,
            ),
            _place(joint),
        )


def _odd_compound(joints: list[Joint]) -> Iterator[Mark]:
    """One Vietnamese compound closed up like no other of the document, whatever it joins.

    *Quốc phòng-an ninh* beside *kinh tế - xã hội* and *Lào Cai - Hà Nội*.
    """
    uses = [
        Use(joint.view, joint.span, joint.spaces)
        for joint in joints
        if is_long_compound(joint) and not joint.countries and not joint.view.is_heading
    ]
    mix = find_mix(uses)
    if mix is None or mix.form != "spaced" or len(mix.odd) > 1 or len(mix.usual) < _HABIT:
        return
    use, other = mix.odd[0], mix.nearest(mix.odd[0])
    yield use.view.mark(
        use.span,
        f"{use.text!r} has no spaces around the hyphen, {other.text!r} has some",
        related=(other.related("spaced here"),),
        severity=Severity.INFO,
    )


def _mixed_marks(view: DocumentView) -> Iterator[Mark]:
    by_key: dict[tuple[str, str], list[Use]] = {}
    for joint in find_han_joints(view):
        by_key.setdefault(joint.key, []).append(Use(joint.view, joint.span, joint.mark))
    for text in view.texts:
        for match in _HALF_SPACED.finditer(text.text):
            yield text.mark(
                Span(*match.span()),
                f"{match[0]!r} has a space on one side of the hyphen only",
                replacement=match[0].replace(" ", ""),
            )
    alike = [uses for uses in by_key.values() if len({use.form for use in uses}) == 1]
    yield from _odd_joints([use for uses in alike for use in uses if not use.view.is_heading])
    for uses in by_key.values():
        for use, other in odd_ones(uses, ties=("—",)):
            yield use.view.mark(
                use.span,
                f"{use.text!r} is joined by {use.form!r}, {other.text!r} by {other.form!r}",
                replacement=use.text.replace(use.form, other.form),
                related=(other.related(f"{other.form} here"),),
            )


def _odd_joints(joints: list[Use]) -> Iterator[Mark]:
    """One joint spaced, or joined by a sign, like no other of the document, whatever it joins."""
    spaced = [use for use in joints if use.form != use.form.strip()]
    if len(spaced) == 1:
        yield spaced[0].view.mark(
            spaced[0].span,
            f"{spaced[0].text!r} has spaces, which Chinese does without",
            replacement=spaced[0].text.replace(" ", ""),
            severity=Severity.INFO,
        )
    closed = [use for use in joints if use not in spaced and len(use.form) == 1]
    mix = find_mix(closed)
    if mix is not None and len(mix.odd) == 1 < len(mix.usual):
        use, other = mix.odd[0], mix.nearest(mix.odd[0])
        yield use.view.mark(
            use.span,
            f"{use.text!r} is joined by {use.form!r}, {other.text!r} by {other.form!r}",
            replacement=use.text.replace(use.form, other.form),
            related=(other.related(f"{other.form} here"),),
            severity=Severity.INFO,
        )


def _foreign(pairs: list[Joint], house: str) -> Iterator[Mark]:
    """A document that is consistent, but not in its house's way."""
    for joint in pairs:
        if joint.spaces != house:
            yield joint.view.mark(
                joint.span,
                f"{joint.text!r} has {_IN_WORDS[joint.spaces]} around the {joint.mark}; "
                f"the house writes it {house}",
                replacement=joint.written(house),
                severity=Severity.INFO,
            )


def _place(joint: Joint) -> tuple[int, Span]:
    return joint.view.index, joint.span


def _is_range(joint: Joint) -> bool:
    """Numbers and single letters: scores, ranges, options and lists, not compounds."""
    return not (joint.left[-1:].isalpha() and joint.right[:1].isalpha())


def _is_years(joint: Joint) -> bool:
    """A span of years, 2021-2025; of the second only the last two figures may stand."""
    return _YEAR.fullmatch(joint.left) is not None and _YEAR_END.fullmatch(joint.right) is not None


def _is_clause_dash(joint: Joint) -> bool:
    """Two countries with a dash between that sets off what follows.

    *the capital of Vietnam - China's neighbour - is* : the second mark, or a possessive,
    shows that this is no pair.
    """
    if joint.spaces != "spaced" or joint.view.lang.startswith("vi"):
        return False
    after = joint.view.text[joint.span.end : joint.span.end + 80]
    return re.match(r"['’]s\b|[^.,;]{0,60} [-–—] [a-z]", after) is not None


def _is_half_spaced(joint: Joint, language: str) -> bool:
    if "\n" in joint.original or "\r" in joint.original:
        return False  # a word divided at the end of a line, or a list
    if joint.mark == "dash" and "\N{EM DASH}" in joint.text:
        return False
    if joint.span.start == 0 and joint.left.isupper():
        return False  # NDO- Sáng 3/2: the paper's own mark in front of a story
    if joint.spaces == "right":
        return _fold(joint.right) not in _SUSPENDED and joint.left[0].isalpha()
    # " -word": an option or a bullet, unless two names or two Vietnamese words meet.
    if joint.right.isupper() and not joint.left.isupper():
        return False  # dùng với -CỘT
    if language == "vi" and (is_long_compound(joint) or is_marked(joint)):
        return True
    return len(joint.right) > 1 and joint.left[0].isupper() and joint.right[0].isupper()


def _fold(word: str) -> str:
    return word.casefold()
