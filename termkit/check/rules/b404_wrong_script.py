"""B404: a translation in another script than its language is written in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from termkit.check.rule import Mark, rule
from termkit.check.view import TextView, UnitView
from termkit.lang.pieces import HAN as OF_HAN
from termkit.lang.pieces import sign_of_characters
from termkit.lang.zh.hanzi import simplify, traditional_variants
from termkit.lang.zh.script import han_side
from termkit.model.script import script_of
from termkit.model.span import Span
from termkit.text.scripts import HAN

# Alphabets of running text, Greek to those of Asia, and the signs of East Asia: kana, Hangul, Yi.
# Mathematical letters, phonetic signs and full-width forms have blocks of their own: they are
# nobody's other script.
_LETTERS = "\u0370-\u1cff\u1f00-\u1fff\u2c80-\u2dff"
_SIGNS = "\u3041-\u312f\u31a0-\u31ff\ua000-\ua4cf\uac00-\ud7af"
_SETS_APART = re.compile(r"[(（\[［「『《“\"„‘«:：]|[)）\]］」』》”’»]")
_CLOSING = ")）]］」』》”’»"
_ROOM = 60  # code points before a run in which a bracket or a mark may have opened
# A text about writing shows it.
_OF_WRITING = re.compile(
    r"\b(?:[Cc]hữ\b|[Tt]iếng [A-ZĐ])"
    r"|\b(?:[Ll]etters?|[Cc]haracters?|[Ss]cripts?|written|spel[lt]\w*)\b"
    r"|[俄泰韩韓日原][文语語]|文字|字母|[写寫]作"
)


def _runs(signs: str) -> re.Pattern[str]:
    """Words in other scripts: one or two letters are a formula (α, ΔT), one sign is a sign (福)."""
    either = signs + _LETTERS
    return re.compile(
        rf"(?:[{signs}]{{2}}|[{_LETTERS}]{{3}})[{either}]*(?:[\s\d,.、。-]{{0,3}}[{either}]+)*"
    )


_FOREIGN = sign_of_characters(re.compile(f"[{_SIGNS}{_LETTERS}]").match)
_TRADITIONAL = sign_of_characters(lambda character: han_side(character) > 0)
_SIMPLIFIED = sign_of_characters(lambda character: han_side(character) < 0)
_OTHERS = {"Hans": _TRADITIONAL, "Hant": _SIMPLIFIED}
_IN_LATIN = _runs(_SIGNS + HAN)
_IN_HAN = _runs(_SIGNS)
_TEXTS = {"en": "an English", "vi": "a Vietnamese", "zh": "a Chinese"}


@rule(
    "B404",
    "wrong-script",
    scope="translation",
    severity="warning",
    since="0.1",
    yields_to=("B402", "B403", "O102"),
)
def RULE(view: UnitView) -> Iterator[Mark]:
    """The target has words in a script that its language is not written in.

    A target in `zh-Hans` has traditional characters, or one in `zh-Hant` simplified ones: those
    that both scripts share are of both, and a tag that names no script promises none. Or an
    English, Vietnamese or Chinese target has a word in Cyrillic, Thai, kana or the like, an
    English or Vietnamese one in Han characters: not what the source has as well, nor the original
    in brackets, in quotation marks or behind a colon, nor a single sign.

    ## Why it matters
    The text is for other readers, and no search finds its words.

    ## Use instead
    The characters of the script that the file names.

    ## Source
    BCP 47 (RFC 5646), script subtags; GB 2312-1980 and Big5 for Hans and Hant.
    """
    target = view.target
    if view.source is None or target.text.isascii():
        return
    script = script_of(target.lang)
    if target.signs & _OTHERS.get(script, 0):
        yield from _other_characters(target, -1 if script == "Hans" else 1)
    if script != "Hani":
        yield from _foreign_words(view.source, target)


def _foreign_words(source: TextView, target: TextView) -> Iterator[Mark]:
    is_chinese = target.lang.startswith("zh")
    if not target.signs & (_FOREIGN if is_chinese else _FOREIGN | OF_HAN):
        return  # nearly every text
    pattern = _IN_HAN if is_chinese else _IN_LATIN
    for run in pattern.finditer(target.text):
        is_kept = run[0] in source.text or _is_set_apart(target.text, run.start())
        if is_kept or _OF_WRITING.search(_around(target.text, run)):
            continue
        script = unicodedata.name(run[0][0], "").split(" ")[0].title()
        name = "Han" if script in ("Cjk", "Ideographic") else script
        text = _TEXTS[target.language.tag]
        yield target.mark(Span(*run.span()), f"{run[0]!r} is {name} script in {text} text")


def _is_set_apart(text: str, start: int) -> bool:
    """Whether a bracket, a quotation mark or a colon stands open before a place."""
    marks = _SETS_APART.findall(text, max(0, start - _ROOM), start)
    return bool(marks) and marks[-1] not in _CLOSING


def _around(text: str, run: re.Match[str]) -> str:
    """What stands beside a run: the run itself says nothing about writing."""
    return (
        f"{text[max(0, run.start() - _ROOM) : run.start()]} {text[run.end() : run.end() + _ROOM]}"
    )


def _other_characters(target: TextView, wanted: int) -> Iterator[Mark]:
    """Stretches of characters that only the other script of Chinese has."""
    start = None
    for index, character in enumerate((*target.text, "")):
        if character and _is_other(character, wanted):
            start = index if start is None else start
        elif start is not None:
            span = Span(start, index)
            written = span.slice(target.text)
            name = "traditional" if wanted < 0 else "simplified"
            yield target.mark(
                span,
                f"{written!r} is {name} in a {target.lang} text",
                replacement=simplify(written) if wanted < 0 else None,
            )
            start = None


@lru_cache(maxsize=1 << 15)
def _is_other(character: str, wanted: int) -> bool:
    """Whether only the other script has the character, and the wanted one has one for it."""
    if character < "\u3400" or han_side(character) != -wanted:
        return False
    if wanted < 0:
        return simplify(character) != character
    return any(other != character for other in traditional_variants(character))
