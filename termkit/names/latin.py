"""Two names in Latin letters, compared word by word.

The words are laid side by side in the order written; where that fails, closed up or cut
otherwise (*Hanoi*), in another order (*Trung Le Hoai*), without middle names, or as initials.
Each is tried only where the letters allow it, so that most names that differ are told
apart at once.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from termkit.model.name import Verdict
from termkit.names.attested import (
    bare_is_meant,
    is_known_place,
    is_usual_family_name,
    mark_is_a_slip,
    may_be_pen_name,
    may_drop_middle,
    may_lead_a_name,
    neighbours_tell,
)
from termkit.names.read import MOST_WORDS, NameText
from termkit.names.titles import strip_latin
from termkit.names.words import Kind, Relation, read_word, relate, relate_initial


class Outcome(NamedTuple):
    """What one way of laying two names side by side says."""

    verdict: Verdict
    score: float
    reasons: tuple[str, ...]


# An enumeration's member takes a tenth of a microsecond to find, and each pair asks for ten.
_CONFLICT = Verdict.CONFLICT
_FEWER, _MORE, _INITIAL, _DIFFERENT = Kind.FEWER, Kind.MORE, Kind.INITIAL, Kind.CONFLICT

Words = Sequence[str]
Marks = tuple[bool | None, bool | None]
_DROPPED = 0.6


def compare_latin(one: NameText, two: NameText, marks: Marks = (None, None)) -> Outcome:
    """The best way to lay two names side by side, and what it says.

    Args:
        one: A name with at least one word.
        two: Another.
        marks: Whether the source of each is known to write marks.
    """
    written = None
    if len(one.words) == len(two.words):
        written = judge(_pairs(one, two), one, two, marks)
        if written.verdict is not _CONFLICT:
            return written
        if one.bases == two.bases:  # the marks contradict: no other order mends it
            return written
    if len(one.words) <= MOST_WORDS and len(two.words) <= MOST_WORDS:
        for relations in _other_ways(one, two):
            found = judge(relations, one, two, marks)
            if found.verdict is not _CONFLICT:
                return found
            written = written or found
    return written or _different(one, two)


def _pairs(one: NameText, two: NameText) -> list[Relation]:
    if not one.initials and not two.initials:
        return list(map(relate, one.words, two.words))
    return [
        _relate(one, i, two, j)
        for i, j in zip(range(len(one.words)), range(len(two.words)), strict=True)
    ]


def _relate(one: NameText, i: int, two: NameText, j: int) -> Relation:
    relation = relate(one.words[i], two.words[j])
    if relation.kind is _DIFFERENT:
        if i in one.initials:
            return relate_initial(one.words[i], two.words[j], first=True)
        if j in two.initials:
            return relate_initial(two.words[j], one.words[i], first=False)
    return relation


def _other_ways(one: NameText, two: NameText) -> Iterator[list[Relation]]:
    """Ways to lay the words side by side other than one by one, where the letters allow it."""
    n, m = len(one.words), len(two.words)
    if len(one.letters) == len(two.letters):
        if n != m and (one.letters == two.letters or one.key == two.key):
            yield _recut(one.words, two.words)
        if (n > 1 or m > 1) and sorted(one.key) == sorted(two.key):
            yield from _reordered(one, two)
    if one.initials or two.initials:
        yield from _with_initials(one, two)
    elif n != m and min(n, m) >= 2:
        yield from _without_middle(one, two)


def _reordered(one: NameText, two: NameText) -> Iterator[list[Relation]]:
    """The words in another order: the family name moves, what is between does not.

    *Lê Hoài Trung* is written *Trung Le Hoai*, *Hoai Trung Le* and *Trung Hoai Le* abroad;
    *Nguyễn Anh Minh* is not *Nguyễn Minh Anh*.
    """
    if len(one.words) > len(two.words):
        for relations in _reordered(two, one):
            yield [_turned(relation) for relation in relations]
        return
    bases, keys = two.bases, [word.key for word in two.read]
    for order in _orders(len(two.words)):
        if "".join([bases[at] for at in order]) != one.letters and (
            "".join([keys[at] for at in order]) != one.key
        ):
            continue
        if _keeps_sense(one, two):
            yield _recut(one.words, [two.words[at] for at in order])


@cache
def _orders(n: int) -> tuple[tuple[int, ...], ...]:
    """The orders in which ``n`` words of a name are written."""
    places = tuple(range(n))
    found = [(*places[k:], *places[:k]) for k in range(1, n)]
    for given in (1, 2):  # given, middle, family; and back
        if n >= 3 and given < n - 1:
            found.append((*places[-given:], *places[1:-given], 0))
            found.append((n - 1, *places[given:-1], *places[:given]))
    return tuple(found)


def _keeps_sense(one: NameText, two: NameText) -> bool:
    """Whether another order is style: not *Hà Nam* and *Nam Hà*, *Minh Anh* and *Anh Minh*."""
    if is_known_place(one.words) and is_known_place(two.words):
        return False
    if len(one.words) != 2 or len(two.words) != 2:
        return True
    return may_lead_a_name(one.words[0]) or may_lead_a_name(two.words[0])


def _with_initials(one: NameText, two: NameText) -> Iterator[list[Relation]]:
    n, m = len(one.words), len(two.words)
    if n == m:
        for k in range(1, n):
            order = [*range(k, m), *range(k)]
            yield [_relate(one, i, two, j) for i, j in enumerate(order)]
    elif min(n, m) >= 2:
        yield from _without_middle(one, two)


def _without_middle(one: NameText, two: NameText) -> Iterator[list[Relation]]:
    """First and last word agree, and the shorter name lacks some between."""
    if len(one.words) > len(two.words):
        for relations in _without_middle(two, one):
            yield [_turned(relation) for relation in relations]
        return
    n, m = len(one.words), len(two.words)
    for shift in range(n if one.initials or _same_words(one, two) else 1):
        at = [*range(shift, n), *range(shift)]
        first = _relate(one, at[0], two, 0)
        if first.kind is _DIFFERENT:
            continue
        last = _relate(one, at[-1], two, m - 1)
        if last.kind is _DIFFERENT:
            continue
        relations, i = [first], 1
        dropped = False
        for j in range(1, m - 1):
            relation = _relate(one, at[i], two, j) if i < n - 1 else None
            if relation is not None and relation.kind is not _DIFFERENT:
                relations.append(relation)
                i += 1
            else:
                dropped = dropped or j not in two.initials
                shown = two.words[j].capitalize()
                relations.append(
                    Relation(Kind.SPELLING, 0, _DROPPED, f"{shown} is left out on one side")
                )
        if i >= n - 1 and (not dropped or _can_drop(one, two)):
            yield [*relations, last]


def _same_words(one: NameText, two: NameText) -> bool:
    """Whether every word of the first has its letters in the second."""
    return set(one.bases) <= set(two.bases)


def _can_drop(shorter: NameText, longer: NameText) -> bool:
    """Whether the longer name may lose its middle, whichever end has the family name."""
    words = longer.words
    if may_drop_middle(words) or may_drop_middle((words[-1], *words[:-1])):
        return True
    return may_be_pen_name(words) and not is_known_place(shorter.words)


def _recut(ones: Words, others: Words) -> list[Relation]:
    """The same letters cut at every place where either side has a gap."""
    one, two = "".join(ones).replace("'", ""), "".join(others).replace("'", "")
    if len(one) != len(two):
        return [relate(one, two)]
    cuts = sorted({0, len(one)} | _gaps(ones) | _gaps(others))
    return [relate(one[i:j], two[i:j]) for i, j in itertools.pairwise(cuts)]


def _gaps(words: Words) -> set[int]:
    found, at = set(), 0
    for word in words:
        at += len(word.replace("'", ""))
        found.add(at)
    return found


@lru_cache(maxsize=4096)
def _turned(relation: Relation) -> Relation:
    """The relation seen from the other side."""
    turned = {Kind.FEWER: Kind.MORE, Kind.MORE: Kind.FEWER}
    kind = turned.get(relation.kind, relation.kind)
    return Relation(kind, relation.missing, relation.score, relation.reason)


def judge(relations: list[Relation], one: NameText, two: NameText, marks: Marks) -> Outcome:
    """What the relations of the words say about the names."""
    kinds, _, scores, reasons = zip(*relations, strict=True)
    if not any(kinds):  # Kind.SAME is nought
        return Outcome(Verdict.SAME, 1.0, reasons)
    score = sum(scores) / len(scores)
    if max(kinds) is _DIFFERENT:
        return Outcome(_CONFLICT, score * 0.49, reasons)
    refusal = _refusal(relations, kinds, one, two, marks)
    if refusal:
        return Outcome(_CONFLICT, score * 0.49, (*reasons[:-1], f"{reasons[-1]}; {refusal}"))
    return Outcome(Verdict.COMPATIBLE, max(0.5, min(score, 0.99)), reasons)


def _refusal(
    relations: list[Relation], kinds: tuple[Kind, ...], one: NameText, two: NameText, marks: Marks
) -> str:
    """Why missing marks or initials prove another name after all; empty when they do not."""
    if len(kinds) < 3 and kinds.count(_INITIAL) == len(kinds):
        return "initials alone name nobody"
    fewer, more = kinds.count(_FEWER), kinds.count(_MORE)
    if fewer and more:
        return "each side lacks a mark of the other"
    if not (fewer or more):
        return ""
    if marks[0 if fewer else 1]:
        return "the source without the mark is known to write marks"
    if marks[0 if fewer else 1] is None and fewer + more == 1:
        kind = _FEWER if fewer else _MORE
        less, whole = (one, two) if fewer else (two, one)
        return _statement(*_only_lacking(relations, kind, less, whole), less, whole)
    return ""


def _statement(bare: str, marked: str, less: NameText, more: NameText) -> str:
    """Why the one syllable that lacks one mark is meant as it stands; empty when it is not."""
    if not bare:
        return ""
    if less.marked and read_word(bare).base != read_word(marked).base:
        # Thy beside Thị: twice different
        return "it is spelled otherwise, and the other marks are written"
    if is_known_place(more.words) or _is_before_name(bare, marked, more):
        return ""  # whoever writes Vinh Xuân may mean it, or Vĩnh Xuân; Xa Bờ Y is Xã Bờ Y
    is_meant = _is_meant(bare, marked, less.words)
    if len(less.words) == len(more.words) and is_known_place(less.words):
        return "a place is called so, and none otherwise" if less.marked or is_meant else ""
    if less.marked and is_meant:
        return "the other marks are written, so this one would be"
    if len(less.words) > 1 or len(more.words) > 1:
        return ""  # a whole name without marks lost them
    return f"{marked.capitalize()} is in no name" if mark_is_a_slip(bare, marked) else ""


def _is_before_name(bare: str, marked: str, name: NameText) -> bool:
    """Whether a word is the title or kind of place before a name of two words or more.

    *Xa Bờ Y* is Xã Bờ Y; but *Chu Huy Mân* is no uncle, *chú*, for Chu is a family.
    """
    return (
        marked == name.words[0]
        and not is_usual_family_name(bare)
        and any(
            1 < len(rest.name.words) < len(name.words)
            and rest.name.words == name.words[-len(rest.name.words) :]
            for rest in strip_latin(name)
        )
    )


def _is_meant(bare: str, marked: str, words: tuple[str, ...]) -> bool:
    """Whether a syllable without a mark is meant so, by its neighbours or else by itself."""
    first = bare == words[0]
    told = None if first else neighbours_tell(bare, marked, words)
    return bare_is_meant(bare, marked, first=first) if told is None else told


def _only_lacking(
    relations: list[Relation], kind: Kind, less: NameText, more: NameText
) -> tuple[str, str]:
    """The bare and the marked word where one mark is all that is missing, else nothing.

    Two marks or more that are missing are a habit; one that is missing in a syllable which
    is a usual part of names as it stands (*Trung* beside *Trúng*) is another name.
    """
    lacking = next(n for n, relation in enumerate(relations) if relation.kind is kind)
    if relations[lacking].missing != 1:
        return "", ""
    return _lacking_words(lacking, relations, less, more)


def _lacking_words(
    place: int, relations: list[Relation], less: NameText, more: NameText
) -> tuple[str, str]:
    if len(relations) == len(less.words) == len(more.words):
        pair = less.words[place], more.words[place]
        if read_word(pair[0]).key == read_word(pair[1]).key:
            return pair
    by_key = {word.key: text for word, text in zip(more.read, more.words, strict=True)}
    for word, text in zip(less.read, less.words, strict=True):
        other = by_key.get(word.key)
        if other is not None and relate(text, other).kind is Kind.FEWER:
            return text, other
    return "", ""


def _different(one: NameText, two: NameText) -> Outcome:
    """Reasons for names that no way lays side by side: what each has that the other has not."""
    shared = set(one.bases) & set(two.bases)
    reasons = [
        f"{word.capitalize()} is in both"
        if base in shared
        else f"{word.capitalize()} is in one only"
        for word, base in zip(one.words[:64], one.bases[:64], strict=True)
    ]
    reasons += [
        f"{word.capitalize()} is in one only"
        for word, base in zip(two.words[:64], two.bases[:64], strict=True)
        if base not in shared
    ]
    most = max(len(one.words), len(two.words), 1)
    return Outcome(Verdict.CONFLICT, 0.49 * len(shared) / most, tuple(reasons))
