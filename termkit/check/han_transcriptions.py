"""One foreign name in two transcriptions within a document: *乌尔曼*, once *乌尔蔓*; rule N102.

No table need have the name: the document uses one form and, once, another that differs in one
character that transcriptions exchange, where both stand as names do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import compress, count

from termkit.check.han_variants import JoinedTexts, joined
from termkit.check.rule import Mark
from termkit.check.slips_zh import is_little_word, is_zh_word, makes_a_word
from termkit.check.surroundings import in_gloss, in_quotation
from termkit.check.view import DocumentView
from termkit.lang.tables import load_words
from termkit.lang.zh.names import family_names
from termkit.lang.zh.pinyin import sound_alike
from termkit.model.span import Span
from termkit.names.transcription import alternate, is_foreign, transcribing
from termkit.names.world import han_figures, han_names
from termkit.text.memory import Memory
from termkit.text.scripts import is_han

_SHORT, _LEAST, _LONGEST = 2, 3, 9  # characters of a name; a short one wants a role beside it
_ROLES = (
    *("成员", "外交官", "发言人", "车长", "国王", "总统", "首相", "议长", "王储", "总裁", "总干事"),
    *("球星", "选手", "教练", "主帅"),
)
_SAYS = (
    *("说", "表示", "指出", "认为", "强调", "介绍", "告诉", "称", "透露", "补充", "宣布", "重申"),
    *("回应", "会见", "会谈", "会晤", "抵达", "访问", "出席", "当选", "率领", "警告", "赞赏"),
    *("感谢", "希望", "当天", "此前", "随后", "应邀", "先生", "女士", "夫人", "一行", "主持"),
    *("举行", "参加", "作为", "致电"),
)
_REPORT = 50_000  # characters; in a longer text chance brings two such stretches together
_MOST = 5  # slips of a document; more are a list of names of one sort
_TO = ("对", "同", "向", "与")
_MEETS = ("会见", "会晤", "会谈", "访问", "邀请", "接见", "任命")
_TRANSCRIBES, _OTHER, _NONE = "T", "h", "."  # kinds of characters
_KINDS: Memory[str] = Memory(lambda character: _kind(character))
_PARTICLES = frozenset("和与及同对向给由被在于的等将还也则、")


def find_han_transcriptions(view: DocumentView) -> Iterator[Mark]:
    """Marks at a form used once beside another one of the same name."""
    if view.language != "zh" or len(joined(view).text) > _REPORT:
        return
    found = list(_find(view, joined(view)))
    yield from found if len(found) <= _MOST else ()


def _find(view: DocumentView, whole: JoinedTexts) -> Iterator[Mark]:
    everything = whole.text
    told: set[int] = set()
    for stretch, at, other in _near(whole):
        name = _name_around(everything, stretch.start, len(stretch))
        if name is None or name.start in told:
            continue
        odd = name.slice(everything)
        index = at - name.start
        usual = f"{odd[:index]}{other}{odd[index + 1 :]}"
        if everything.count(odd) > 1 or not _is_one_name(odd, usual, index):
            continue
        right = _first(everything, usual)
        if right is None or (everything.count(usual) == 1 and right > name.start):
            continue
        if everything[at] not in transcribing() and makes_a_word(everything, at):
            continue
        unit, start = whole.place(name.start)
        text, span = view.texts[unit], Span(start, start + len(name))
        if in_gloss(text.text, span) or in_quotation(text.text, span):
            continue
        told.add(name.start)
        there, start = whole.place(right)
        place = view.texts[there]
        yield text.mark(
            span,
            f"{odd!r} here, {usual!r} elsewhere in this document",
            replacement=usual,
            related=(place.related(Span(start, start + len(usual)), "the other form"),),
        )


def _is_one_name(odd: str, usual: str, at: int) -> bool:
    """Whether neither is a word, and the odd one no other known name, with or without an end."""
    known = han_names() | han_figures()
    pairs = {odd[n : n + 2] for n in range(len(odd) - 1)} - {odd}
    if any(is_zh_word(pair) and not is_foreign(pair) and pair not in known for pair in pairs):
        return False  # 得以应用 beside 可以应用
    if odd in known or is_zh_word(odd) or (is_zh_word(usual) and usual not in known):
        return False
    rest = odd[1:] if at == 0 else odd[:-1] if at == len(odd) - 1 else ""
    if rest in known:
        return False  # 自伊拉克 and 达伊拉克
    # A family name first is somebody's whose given name has another sound.
    chinese = odd[0] in family_names() and len(odd) == _LEAST and not is_foreign(usual[1:])
    return sound_alike(odd[at], usual[at]) if chinese or len(odd) == _SHORT else True


def _near(whole: JoinedTexts) -> Iterator[tuple[Span, int, str]]:
    """Stretches that differ from another of the document in one character that alternates.

    Stretch, place of the character, and what stands there elsewhere. The other characters are
    those of transcriptions. What a document says twice is meant; what is no name is left out.
    """
    for size, places in ((_LEAST, _with_repeated), (_SHORT, _beside_roles)):
        found: set[tuple[int, int, int, int, str]] = set()
        for start, at in places(whole):
            if _is_once(whole, start, size) and _name_around(whole.text, start, size):
                found.update(_others(whole.text, start, size, at))
        for _, at, start, _, other in sorted(found):
            yield Span(start, start + size), start + at, other


def _with_repeated(whole: JoinedTexts) -> Iterator[tuple[int, int]]:
    """Stretches of three of which two come back: where they begin, and the place of the third."""
    grams = whole.grams
    for keys, counts, at, begin in (
        (grams.pairs, grams.pair_counts, 0, -1),
        (grams.outer, grams.outer_counts, 1, 0),
        (grams.pairs, grams.pair_counts, 2, 0),
    ):
        again = {
            pair
            for pair, number in counts.items()
            if number > 1 and _KINDS[pair[0]] == _KINDS[pair[1]] == _TRANSCRIBES
        }
        for place in compress(count(), map(again.__contains__, keys)):
            start = place + begin
            if 0 <= start <= len(whole.text) - _LEAST and _KINDS[whole.text[start + at]] != _NONE:
                yield start, at


def _beside_roles(whole: JoinedTexts) -> Iterator[tuple[int, int]]:
    """Stretches of two that have a role or a verb beside them, with either place."""
    text, (before, behind) = whole.text, _beside()
    starts = {len(text) - match.start() for match in before.finditer(text[::-1])}
    starts.update(match.start() - _SHORT for match in behind.finditer(text))
    for start in starts:
        if 0 <= start <= len(text) - _SHORT:
            kinds = _KINDS[text[start]] + _KINDS[text[start + 1]]
            if _NONE not in kinds:
                yield from ((start, at) for at in range(_SHORT) if kinds[1 - at] == _TRANSCRIBES)


@cache
def _beside() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The ends of what stands before a short name, in a text read backwards, and the beginnings of
    what stands behind."""
    before = [word[::-1] for word in ("·", *_titles())]
    return _beginnings(before), _beginnings(("·", *_after(), *_TO))


def _beginnings(words: Iterable[str]) -> re.Pattern[str]:
    """The first character of any of some words: another may begin within the word."""
    rests: dict[str, set[str]] = defaultdict(set)
    for word in words:
        rests[word[0]].add(word[1:])
    return re.compile(
        "|".join(f"{first}(?={'|'.join(sorted(rest))})" for first, rest in sorted(rests.items()))
    )


def _is_once(whole: JoinedTexts, start: int, size: int) -> bool:
    grams = whole.grams
    if any(grams.pair_counts[pair] == 1 for pair in grams.pairs[start : start + size - 1]):
        return True  # the usual case
    stretch = whole.text[start : start + size]
    return size > _SHORT and whole.text.find(stretch, whole.text.find(stretch) + 1) < 0


def _others(text: str, start: int, size: int, at: int) -> Iterator[tuple[int, int, int, int, str]]:
    """What else stands between the others of a stretch and alternates, for sorting.

    Where any stretch of that group is first, the place of the character in it, the stretch, where
    the other form is first, and the other character.
    """
    before, after = text[start : start + at], text[start + at + 1 : start + size]
    first = start
    forms: dict[str, int] = {}
    found = text.find(before or after)
    while found >= 0:
        place = found + at if before else found - 1
        whole = 0 <= place < len(text) and text.startswith(after, place + 1)
        if whole and _KINDS[text[place]] != _NONE:
            forms.setdefault(text[place], place - at)
            first = min(first, place - at)
        found = text.find(before or after, found + 1)
    odd = text[start + at]
    for other, where in forms.items():
        if other != odd and alternate(odd, other):
            yield first, at, start, where, other


def _kind(character: str) -> str:
    if character in transcribing():
        return _TRANSCRIBES
    return _OTHER if is_han(character) and not is_little_word(character) else _NONE


def _name_around(text: str, start: int, size: int) -> Span | None:
    """The name that a stretch of it stands in, cut off as names are; ``None`` where it is none.

    One of two characters is all of it, and somebody's: a title or what is said is beside it.
    """
    end = start + size
    if size > _SHORT:
        characters = transcribing()
        while not _begins(text, start) and text[start - 1] in characters:
            start -= 1
        while not _ends(text, end) and text[end] in characters:
            end += 1
    elif not _is_somebody(text, start, end):
        return None
    whole = _begins(text, start) and _ends(text, end) and end - start <= _LONGEST
    return Span(start, end) if whole else None


def _is_somebody(text: str, start: int, end: int) -> bool:
    """Whether a title, a part of the name or what is said stands beside a short one."""
    if text.endswith(("·", *_titles()), 0, start) or text.startswith(("·", *_after()), end):
        return True
    first = not is_han(text[start - 1 : start] or "。")
    return first and text.startswith(_TO, end)


def _begins(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    return not is_han(before or "。") or before in _PARTICLES or text.endswith(_before(), 0, start)


def _ends(text: str, end: int) -> bool:
    after = text[end : end + 1]
    return not is_han(after or "。") or after in _PARTICLES or text.startswith(_after(), end)


@cache
def _titles() -> tuple[str, ...]:
    return tuple(sorted({*load_words("zh", "name_titles"), *_ROLES}))


@cache
def _before() -> tuple[str, ...]:
    return _titles() + _MEETS


@cache
def _after() -> tuple[str, ...]:
    return _titles() + _SAYS


def _first(text: str, name: str) -> int | None:
    """Where a name stands first as names do."""
    start = text.find(name)
    while start >= 0:
        if _begins(text, start) and _ends(text, start + len(name)):
            return start
        start = text.find(name, start + 1)
    return None
