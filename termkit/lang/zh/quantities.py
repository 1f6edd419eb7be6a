"""Numbers in Chinese text: digits, Han numerals, ordinals, fractions, decades."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from termkit.lang.digits import Custom, read_digits
from termkit.lang.pieces import sign_of_characters, signs_of
from termkit.lang.quantity import DIGIT, PERCENT, Number, Quantity, exact, numerals

_DIGITS = "〇零○一二三四五六七八九"
_SOME = "[多余餘几幾来來]"  # 200多万, 三百余亿: and some, before the scale
_MORE = re.compile(rf"{_SOME}|有")  # 八十有三: eighty and three
_HAN = re.compile(
    rf"[{_DIGITS}两兩]?[{_DIGITS}两兩十百千万萬亿億兆]+(?:{_SOME}[万萬亿億]+|(?<=十)有[{_DIGITS}])?"
    rf"(?:点[{_DIGITS}]+)?"
)
_EITHER = re.compile("([二两三四五六七八])([三四五六七八九])(?=[十百千万亿])")  # 两三百万
_PLAN = re.compile("十[一二三四五六七八]五")  # 十四五: short for the 14th five-year plan
_SCALE = re.compile(
    rf" ?(?:{_SOME}(?=[万萬亿億]))?"
    "(?:[百千]?[万萬][亿億]|[百千]?[万萬亿億]|[百千兆](?![瓦米克赫帕伏卡]))"
)
# 千瓦 and 兆瓦 are units, not scales of one.
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_SHARE = re.compile(rf"(?P<whole>[{_DIGITS}十百千万亿\d.]+)分之(?P<part>[{_DIGITS}两十百千点\d.]+)")
_PRICE = re.compile("(?<![一二三四五六七八九])([一二三四五六七八九])(五?)折(?![叠射断磨腾算旧])")
_DECADE = re.compile(r"年代")
_GENERATION = re.compile(r"(?<!\d)\d[05]后")
_TENTHS = re.compile(
    "([一二两三四五六七八九])成([一二三四五六七八九半])?(?![立为功员本果长绩交分效都])"
)
_CENTURY = re.compile(r"世纪 ?\d0年代")
_HAN_NUMERAL = sign_of_characters(f"{_DIGITS}两兩十百千万萬亿億兆")
_TENTH = sign_of_characters("成")
FIGURES = DIGIT | sign_of_characters("分月")  # 百分之三十, 二月三日
NUMERALS = _HAN_NUMERAL
_VAGUE_BEFORE = re.compile(r"[数數几幾上成好每]$")


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Every number of a normalised text, in digits and in Han numerals.

    >>> [(q.values[0], q.unit) for q in find_quantities("12亿美元，25%，百分之三十，1.5万公里")]
    [(1200000000, 'USD'), (25, '%'), (30, '%'), (15000, 'km')]
    >>> [q.values[0] for q in find_quantities("200多万人，三百余万，20多亿")]
    [2000000, 3000000, 2000000000]
    >>> [q.values[0] for q in find_quantities("二〇二六年，三百万，第十四届，三分之一，1亿2000万")]
    [2026, 3000000, 14, Fraction(1, 3), 120000000]
    """
    found: list[Quantity] = []
    signs = signs_of(text)
    if not signs & (DIGIT | _HAN_NUMERAL):
        return ()
    shares = list(_shares(text)) if "分之" in text else []
    if signs & _TENTH:
        shares += _tenths(text)
    found += shares
    if signs & DIGIT:
        found += (_finished(text, one) for one in read_digits(text, _CUSTOM)
                  if not _within(one, shares))  # fmt: skip
    found += (one for one in _in_han(text) if not _within(one, found))
    found.sort(key=lambda quantity: quantity.start)
    return tuple(found)


def find_hints(text: str) -> frozenset[Number]:
    """Values that words mean without being numerals: 双, 半, 首, 世纪.

    >>> sorted(find_hints("双方，首次，一半"))
    [Fraction(1, 2), 1, 2]
    """
    found = {value for word, value in numerals("zh", "hint").items() if word in text}
    for tenths, more in _PRICE.findall(text) if "折" in text else ():
        share = 10 * int(read_han(tenths)[0]) + (5 if more else 0)
        found |= {share, 100 - share}  # 七折 is 70% of the price, 30% off
    return frozenset(found)


def read_han(text: str) -> tuple[Number, ...]:
    """What Han numerals mean; digit by digit where no scale stands among them.

    >>> [read_han(text) for text in ("十四", "二百零五", "三万五千", "十二亿", "二〇二六", "两千")]
    [(14,), (205,), (35000,), (1200000000,), (2026,), (2000,)]
    >>> read_han("三点五"), read_han("一千五")
    ((Fraction(7, 2),), (1500, 1005))
    """
    whole, _, decimals = text.partition("点")
    if decimals:
        value = Fraction(f"{_number(whole)[0]}.{''.join(str(_one(c)) for c in decimals)}")
        return (exact(value),)
    return _number(whole)


def _number(text: str) -> tuple[Number, ...]:
    if _PLAN.fullmatch(text):
        return (10 + _one(text[1]),)
    if not any(character in _SMALL or character in _LARGE for character in text):
        digits = [_one(character) for character in text]
        value = int("".join(map(str, digits)) or "0")
        return (value, *digits) if len(digits) == 2 else (value,)
    total = section = digit = 0
    last_scale = 1
    for character in text:
        if character in _SMALL:
            section += (digit or 1) * _SMALL[character]
            digit, last_scale = 0, _SMALL[character]
        elif character in _LARGE:
            scale = _LARGE[character]
            section += digit
            if total and total < scale:
                total, section = (total + section) * scale, 0
            else:
                total, section = total + (section or 1) * scale, 0
            digit, last_scale = 0, scale
        else:
            digit = _one(character)
            last_scale = 1 if digit == 0 else last_scale
    plain = total + section + digit
    if digit and last_scale > 10:
        return (total + section + digit * last_scale // 10, plain)  # 一千五 is 1,500
    return (plain,)


def _one(character: str) -> int:
    return int(numerals("zh", "ones").get(character, 0))


def _in_han(text: str) -> Iterator[Quantity]:
    for match in _HAN.finditer(text):
        written = match[0].rstrip("点")
        start, end = match.start(), match.start() + len(written)
        if _VAGUE_BEFORE.search(text, max(0, start - 1), start) and written[0] in "十百千万亿":
            continue
        if written[0] in "百千万亿" and len(written) > 1 and written[1] not in "万亿":
            continue
        values = read_han(_MORE.sub("", written))
        either = _EITHER.match(written)
        if either is not None and _one(either[2]) - _one(either[1]) == 1:
            values = (*values, *read_han(_MORE.sub("", written.removeprefix(either[1]))))
            values = (*values, *read_han(_MORE.sub("", either[1] + written[either.end() :])))
        if _DECADE.match(text, end):
            value = values[0]
            yield Quantity(start, end, (value, 1900 + value, 2000 + value), is_sure=False,
                           kind="decade")  # fmt: skip
            continue
        kind = "ordinal" if text[start - 1 : start] == "第" and start else "word"
        yield Quantity(start, end, values, is_sure=False, kind=kind)


def _finished(text: str, quantity: Quantity) -> Quantity:
    value = quantity.values[0]
    if _DECADE.match(text, quantity.end) and value % 10 == 0:
        values = (value, value % 100) if value > 100 else (value, 1900 + value, 2000 + value)
        return quantity._replace(values=values, kind="decade")
    if _GENERATION.match(text, quantity.start):
        return quantity._replace(is_sure=False)  # 90后: those who were born in the 1990s
    if _CENTURY.match(text, quantity.end):
        return quantity._replace(is_sure=False)  # of 20世纪90年代 the decade is enough
    if text[quantity.end : quantity.end + 1] == "月" and 1 <= value <= 12:
        return quantity._replace(kind="month", is_sure=False)
    if text[quantity.end : quantity.end + 1] in ("日", "号") and 1 <= value <= 31:
        return quantity._replace(is_sure=False)  # a day that the other side may call Saturday
    if quantity.start and text[quantity.start - 1] == "第":
        return quantity._replace(kind="ordinal")
    return quantity


def _tenths(text: str) -> Iterator[Quantity]:
    """Tenths: 三成 is 30 percent, 七成五 75."""
    for match in _TENTHS.finditer(text):
        more = 5 if match[2] == "半" else _one(match[2] or "")
        value = 10 * _one(match[1]) + more
        yield Quantity(*match.span(), (value,), PERCENT, is_sure=False, kind="word")


def _shares(text: str) -> Iterator[Quantity]:
    """Percentages and fractions with 分之."""
    for match in _SHARE.finditer(text):
        whole, part = _either(match["whole"]), _either(match["part"])
        if whole == 100:
            yield Quantity(*match.span(), (part,), PERCENT)
        elif whole:
            value = exact(Fraction(part) / Fraction(whole))
            yield Quantity(*match.span(), (value, part, whole), is_sure=False, kind="word")


def _either(text: str) -> Number:
    if re.fullmatch(r"\d+(?:\.\d+)?", text):
        return exact(Fraction(text))
    return read_han("".join(c for c in text if not c.isascii()))[0]


def _scale(text: str, end: int) -> tuple[int, Number]:
    match = _SCALE.match(text, end)
    if match is None:
        return end, 1
    factor = 1
    for character in match[0].strip():
        factor *= _SMALL.get(character) or _LARGE.get(character, 1)
    return match.end(), factor


def _within(quantity: Quantity, taken: list[Quantity]) -> bool:
    return any(one.start < quantity.end and quantity.start < one.end for one in taken)


_CUSTOM = Custom("zh", ".", _scale, is_han=True)
