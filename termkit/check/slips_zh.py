"""Chinese slips: a character written by its sound, missing, doubled, or swapped with the next."""

from __future__ import annotations

from termkit.check.slip import Slip, SlipKind
from termkit.lang.zh.frequencies import word_counts
from termkit.lang.zh.pinyin import sound_alike
from termkit.model.span import Span
from termkit.text.scripts import is_han

# Numbers; and Jordan's short name, which sounds like Vietnam's: 驻约使馆.
_FREE = frozenset("〇零一二三四五六七八九十百千万亿两第约")
# The word that is left must be this many times rarer than the broken one: 民和 than 共和.
_RARER = 10
# Characters that come and go in names of bodies and offices.
_LOOSE = frozenset("的大小新老总副前原")
# Short names of countries change places with the speaker: 中越, 越中.
_COUNTRIES = frozenset("中越俄美日韩朝老柬泰印缅法德英澳欧")
# Words of one character that may stand anywhere, and verbs that another phrase may have.
_LITTLE = frozenset(
    "的了是在和与及等将已也都又再更最很可能要会为对从向自由以所把被让给并且而但或于各该其此本"
    "这那之即须应曾均仍还就才只不无有我你他她它们个年月日时地得着过到去来上下中内外前后间"
)
_LONGEST = 4  # characters of a word
_OFTEN = 5000  # times that a character of the list's corpus was a word
_SHORT = 4  # characters; a phrase so short is said in many ways


def is_wrong_character(
    slip: Slip, known: tuple[str, ...], text: str, *, is_formula: bool = False
) -> bool:
    """Whether a character is a slip: 共同题 for 共同体.

    Args:
        slip: The difference.
        known: Characters of the designation.
        text: Where the slip stands: a character that makes a word there is none.
        is_formula: Whether the wording is fixed to its last character: a set phrase ends so,
            while a body's name may go on as another thing's (中国国防报).
    """
    if {*slip.written, *slip.known} & _FREE or not is_simplified(slip.written):
        return False
    if len(slip.written) > 2 or (len(slip.known) > 1 and slip.kind is SlipKind.MISSING):
        return False  # whole words: see `slips_zh_words`
    if len(known) <= _SHORT:
        wrong = slip.kind is SlipKind.WRONG and sound_alike(slip.written, slip.known)
        free = is_little_word(slip.written) or is_little_word(slip.known)
        if not wrong or free:
            return False
        start = slip.span.start - slip.index
        whole = Span(start, start + len(known))
        if is_enclosed(text, whole):
            return whole.slice(text) not in word_counts()  # though half of it is a word
        if len(known) < _SHORT:
            return False
        return not makes_a_word(text, slip.span.start)
    if slip.kind is SlipKind.SWAPPED:
        return not set(slip.written) <= _COUNTRIES
    if slip.kind is SlipKind.WRONG:
        # Written by sound, as most slips at a keyboard are. Any other character may make
        # another thing: 全面战略协作伙伴关系 is not 全面战略合作伙伴关系.
        if sound_alike(slip.written, slip.known):
            edge = slip.index in (0, len(known) - 1)
            return not (edge and makes_a_word(text, slip.span.start))  # 科学技术培训 is no 部
        inside = _is_inside(slip, known, text) or (is_formula and slip.index > 0)
        return inside and _is_no_word(slip, known, text)
    if slip.kind is SlipKind.MISSING:
        edge = slip.index in (0, len(known) - 1)
        if is_country_sign(known[slip.index - 1]):
            return False  # 驻越大使 for 驻越南大使
        return len(known) >= 6 and not edge and _breaks_a_word(slip, known)
    return slip.written in (known[slip.index - 1], known[slip.index])


def is_enclosed(text: str, span: Span) -> bool:
    """Whether quotation marks or brackets hold a phrase and nothing else."""
    around = text[span.start - 1 : span.start] + text[span.end : span.end + 1]
    return around in ("“”", "「」", "『』", "《》", "‘’", '""')


def _is_inside(slip: Slip, known: tuple[str, ...], text: str) -> bool:
    """Whether nothing before or behind the phrase can claim the character: 中国国防报记者."""
    if slip.index == 0:
        return False
    return slip.index < len(known) - 1 or not is_han(
        text[slip.span.end : slip.span.end + 1] or "。"
    )


def _is_no_word(slip: Slip, known: tuple[str, ...], text: str) -> bool:
    """Whether a character breaks a word and makes none with what stands around it: 共同休.

    In the place of a little word it may be another: 合作走深 beside 合作更深.
    """
    free = _LITTLE | _LOOSE | _COUNTRIES
    if slip.written in free or slip.known in free or not is_han(slip.written):
        return False
    right = "".join(known)
    return makes_a_word(right, slip.index) and not makes_a_word(text, slip.span.start)


def is_zh_word(text: str) -> bool:
    """Whether a text of two to four characters is a Chinese word.

    >>> is_zh_word("合作"), is_zh_word("作合")
    (True, False)
    """
    return text in word_counts()


def is_country_sign(character: str) -> bool:
    """Whether a character stands for a country: 中越, 俄中.

    >>> is_country_sign("越"), is_country_sign("海")
    (True, False)
    """
    return character in _COUNTRIES


def is_free(written: str, known: str) -> bool:
    """Whether one of two characters may be another on purpose: a number, a country.

    >>> is_free("二", "三"), is_free("论", "轮")
    (True, False)
    """
    free = _FREE | _COUNTRIES
    return bool({*written, *known} & free) or not (is_han(written) and is_simplified(written))


def is_little_word(character: str) -> bool:
    """Whether a character is a word of grammar, which may stand before or after any other.

    >>> is_little_word("和"), is_little_word("河")
    (True, False)
    """
    return character in _LITTLE or character in "同某些吗呢"


def stands_alone(character: str) -> bool:
    """Whether a character is often a word by itself.

    >>> stands_alone("说"), stands_alone("励")
    (True, False)
    """
    return _count(character) > _OFTEN


def makes_a_word(text: str, index: int) -> bool:
    """Whether a character of a text makes a Chinese word with what stands around it.

    >>> makes_a_word("双方合作", 2), makes_a_word("黄循才说", 2)
    (True, False)
    """
    words = word_counts()
    for size in range(2, _LONGEST + 1):
        for start in range(max(0, index - size + 1), index + 1):
            word = text[start : start + size]
            if word in words and len(word) == size:
                return True
    return False


def _breaks_a_word(slip: Slip, known: tuple[str, ...]) -> bool:
    """Whether a missing character leaves the other half of its word alone: 中华民共和国.

    What stands alone can be left out: 国家副主席 is another office, 发展改革 is 发展和改革.
    """
    if slip.known in _LOOSE:
        return False
    before, after = known[slip.index - 1], known[slip.index + 1]
    broken = max(_count(before + slip.known), _count(slip.known + after))
    return broken > _RARER * _count(before + after)


def _count(word: str) -> int:
    return word_counts().get(word, 0)


def is_simplified(text: str) -> bool:
    """Whether a text can be simplified Chinese: 議 is 议 in the other script, and no slip.

    >>> is_simplified("题"), is_simplified("議")
    (True, False)
    """
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
