"""The kinds of errors, how each is planted, and the rules of which one finds it."""

from __future__ import annotations

import re

from planted.carriers import ARTIFICIAL, FORBIDDEN
from planted.slots import (
    Plant,
    gone,
    misspelt,
    other_currency,
    other_digit,
    other_rank,
    other_scale,
    other_unit,
    other_weekday,
    replace,
)
from planted.texts import (
    foreign,
    of_text,
    other_address,
    other_placeholder,
    other_product,
    other_script,
    with_sentence,
    without_one,
    without_sentence,
)

ERRORS: dict[str, tuple[Plant, tuple[str, ...]]] = {
    "number changed": (replace("number", other_digit), ("B301",)),
    "number dropped": (replace("year", gone), ("B301",)),
    "amount changed": (replace("money", other_digit), ("B301",)),
    "magnitude": (replace("money", other_scale), ("B301",)),
    "ordinal changed": (replace("ordinal", other_digit), ("B301",)),
    "percent changed": (replace("percent", other_digit), ("B301",)),
    "percent sign lost": (
        replace("percent", lambda text, _: re.sub(r"%| per cent", "", text)), ("B306",)),
    "currency": (replace("money", other_currency), ("B306",)),
    "unit": (replace("length", other_unit), ("B306",)),
    "date changed": (
        replace("date", lambda t, c: re.sub(r"\d{2}", lambda m: other_digit(m[0], c), t)),
        ("B302",)),
    "weekday changed": (replace("weekday", other_weekday), ("B303",)),
    "term dropped": (replace("term", gone), ("B101",)),
    "term replaced": (replace("term", other_rank), ("B101",)),
    "person dropped": (replace("person", gone), ("B201",)),
    "person distorted": (replace("person", misspelt), ("B202", "B201")),
    "place dropped": (replace("place", gone), ("B201",)),
    "sentence left out": (of_text(without_sentence), ("B401",)),
    "sentence added": (of_text(with_sentence), ("B401",)),
    "untranslated": (of_text(lambda source, *_: source), ("B402",)),
    "no translation": (of_text(lambda *_: ""), ("B402",)),
    "wrong language": (of_text(foreign), ("B403",)),
    "wrong script": (of_text(other_script), ("B404", "B402")),
    "anniversary changed": (replace("years", other_digit), ("B305",)),
    "placeholder changed": (of_text(other_placeholder), ("B504",)),
    "product translated": (of_text(other_product), ("B402",)),
    "forbidden rendering": (
        replace("artificial", lambda text, _: FORBIDDEN[
            next(lang for lang, name in ARTIFICIAL.items() if name == text)]),
        ("B102",)),
    "bracket lost": (of_text(without_one("()（）")), ("B501",)),
    "quotation mark lost": (of_text(without_one('"“”')), ("B502",)),
    "address changed": (of_text(other_address), ("B503",)),
}  # fmt: skip
