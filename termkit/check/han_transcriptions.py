"""One foreign name in two transcriptions within a document: *乌尔曼*, once *乌尔蔓*; rule N102.

No table need have the name: the document uses one form and, once, another that differs in one
character that transcriptions exchange, where both stand as names do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from termkit.check.han_variants import joined
from termkit.check.rule import Mark
from termkit.check.slips_zh import is_little_word, is_zh_word, makes_a_word
from termkit.check.surroundings import in_gloss, in_quotation
from termkit.check.view import DocumentView, TextView
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
_MEETS = ("会见", "会晤", "会谈", "访问", "邀请", "接见", "任命")
_TRANSCRIBES, _OTHER, _NONE = "T", "h", "."  # kinds of characters
_KINDS: Memory[str] = Memory(lambda character: _kind(character))
_PARTICLES = frozenset("和与及同对向给由被在于的等将还也则、")


def find_han_transcriptions(view: DocumentView) -> Iterator[Mark]:
    """Marks at a form used once beside another one of the same name."""
    everything = joined(view).text if view.language == "zh" else ""
    if not 0 < len(everything) <= _REPORT:
        return
    found = list(_find(view, everything))
    yield from found if len(found) <= _MOST else ()


def _find(view: DocumentView, everything: str) -> Iterator[Mark]:
    told: set[tuple[int, int]] = set()
    for text, gram, at, other in _near(view):
        name = _name_around(text.text, gram.start, len(gram))
        if name is None or (text.index, name.start) in told:
            continue
        odd = name.slice(text.text)
        index = at - name.start
        usual = f"{odd[:index]}{other}{odd[index + 1 :]}"
        if everything.count(odd) > 1 or not _is_one_name(odd, usual, index):
            continue
        right = _first(view, usual)
        if right is None or (everything.count(usual) == 1 and right > (text.index, name.start)):
            continue
        if text.text[at] not in transcribing() and makes_a_word(text.text, at):
            continue
        if in_gloss(text.text, name) or in_quotation(text.text, name):
            continue
        told.add((text.index, name.start))
        place = view.texts[right[0]]
        yield text.mark(
            name,
            f"{odd!r} here, {usual!r} elsewhere in this document",
            replacement=usual,
            related=(place.related(Span(right[1], right[1] + len(usual)), "the other form"),),
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


def _near(view: DocumentView) -> Iterator[tuple[TextView, Span, int, str]]:
    """Stretches that differ from another of the document in one character that alternates.

    Text, stretch, place of the character, and what stands there elsewhere.
    """
    for size in (_LEAST, _SHORT):
        groups: dict[tuple[int, str], dict[str, list[tuple[TextView, int]]]] = defaultdict(dict)
        for text in view.texts:
            for start, at in _windows(text.text, size):
                gram = text.text[start : start + size]
                group = groups[at, gram[:at] + gram[at + 1 :]]
                group.setdefault(gram[at], []).append((text, start))
        for (at, _), forms in groups.items():
            if len(forms) < 2:
                continue
            for odd, places in forms.items():
                if len(places) > 1:
                    continue  # what a document says twice is meant
                for other in forms:
                    if other != odd and alternate(odd, other):
                        text, start = places[0]
                        yield text, Span(start, start + size), start + at, other


def _kind(character: str) -> str:
    if character in transcribing():
        return _TRANSCRIBES
    return _OTHER if is_han(character) and not is_little_word(character) else _NONE


def _windows(text: str, size: int) -> Iterator[tuple[int, int]]:
    """Start and one place of each stretch whose other characters are those of transcriptions."""
    kinds = "".join(map(_KINDS.__getitem__, text))
    for match in _window(size).finditer(kinds):
        odd = match[1].find(_OTHER)
        for at in range(size) if odd < 0 else (odd,):
            yield match.start(), at


@cache
def _window(size: int) -> re.Pattern[str]:
    ways = {_TRANSCRIBES * at + _OTHER + _TRANSCRIBES * (size - at - 1) for at in range(size)}
    return re.compile(f"(?=({_TRANSCRIBES * size}|{'|'.join(sorted(ways))}))")


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
    return first and text.startswith(("对", "同", "向", "与"), end)


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


def _first(view: DocumentView, name: str) -> tuple[int, int] | None:
    """Where a name stands first as names do."""
    for text in view.texts:
        start = text.text.find(name)
        while start >= 0:
            if _begins(text.text, start) and _ends(text.text, start + len(name)):
                return text.index, start
            start = text.text.find(name, start + 1)
    return None
