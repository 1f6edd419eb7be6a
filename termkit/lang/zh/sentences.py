"""Sentences of Chinese text.

Source: GB/T 15834-2011, General rules for punctuation: 。！？ end a sentence, a closing quote
belongs to the sentence it closes, and …… ends one only when nothing of it follows. Who spoke
belongs to the sentence of the quotation (“你好。”他说。). Full stops after Latin words are
judged as in English.
"""

from __future__ import annotations

import re
from functools import cache, partial

from termkit.lang.en.sentences import sentence_habits
from termkit.lang.full_stops import ends_sentence
from termkit.lang.sentence_ends import cut_sentences
from termkit.lang.tables import load_words
from termkit.model.span import Span

_LONGEST_TITLE = 80  # code points; a bracket left open hides no sentence
_CLOSING = "”’」』）》〉】〕\"')"
_BRACKETS = {"）": "（", ")": "(", "】": "【", "〕": "〔"}
_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
# A question mark inside a web address is none; a question may trail off (怎么办？……).
_MARKS = r"(?:[。｡！？]|[!?](?!(?<=[A-Za-z0-9/].)[A-Za-z0-9]))+"
_END = re.compile(
    rf"(?P<mark>{_MARKS}(?:(?<=[！？!?])…+)?|(?<!…)…++(?=[{_CLOSING}]|\s|$)|(?<![\d.])\.(?=\s|$))"
    rf"(?P<close>[{_CLOSING}]*)"
)
# The same with . or ．for 。, in a text that has no other full stop.
_POINT_END = re.compile(
    rf"(?P<mark>{_MARKS}|(?<={_HAN})[.．](?={_HAN}|[“「]|\s|$))(?P<close>[{_CLOSING}]*)"
)
_POINT_LAST = re.compile(rf"{_HAN}[.．][{_CLOSING}]*\s*$")
# What goes on after a quotation that ended inside the sentence: “好！”、“妙！” and “……。”的说法;
# “快！”和“慢！”; “不许动！”这句话; “加油！”声.
_GOES_ON = re.compile(
    r"[，、；：,;:）)》的之都]|[和与與及或](?=[“「『])|[这這那][句个個种種声聲番话話]|[声聲](?![明称稱])"
)
# Not 小说, 传说, 学说, 据说, 听说, 再说, 提问; nor 他不说, which tells of silence.
_OTHER_WORD = "(?<![小传傳学學据據听聽再提不没沒])"
_PRONOUN = "[他她它我你您咱][们們]?"


def find_sentences(text: str) -> tuple[Span, ...]:
    """Spans of the sentences of a normalised text, in order.

    >>> text = "王毅说：“同志加兄弟。”双方将合作！“好。”他说。增长3.5%。"
    >>> [span.slice(text) for span in find_sentences(text)]
    ['王毅说：“同志加兄弟。”', '双方将合作！', '“好。”他说。', '增长3.5%。']
    """
    points = not any(stop in text for stop in "。｡") and _POINT_LAST.search(text[-20:]) is not None
    return cut_sentences(text, _POINT_END if points else _END, partial(_ends, text))


def _ends(text: str, match: re.Match[str], start: int) -> bool:
    if match["mark"] == "." and text[match.end() : match.end() + 1].isspace():
        return ends_sentence(text, start, match, sentence_habits())
    close = match["close"]
    if _in_title(text, start, match.start()):
        return match.end() == len(text)
    if close == "" or match.end() == len(text):
        return True
    if close[-1] in _BRACKETS:
        # 他赢了（太棒了！）比赛: only a bracket that opens the sentence closes it.
        return text[start] == _BRACKETS[close[-1]]
    if _GOES_ON.match(text, match.end()):
        return False
    return not (_opens_with_quotation(text, start) and _speaker_follows(text, match))


def _in_title(text: str, start: int, place: int) -> bool:
    """《摔跤吧！爸爸》, 《谁是最可爱的人？》是名篇: no sentence ends inside a title."""
    opening = text.rfind("《", max(start, place - _LONGEST_TITLE), place)
    return opening >= 0 and text.find("》", opening, opening + _LONGEST_TITLE) >= place


def _opens_with_quotation(text: str, start: int) -> bool:
    """A quotation after 他说： has had its speaker; one that opens the sentence may have its
    speaker after it."""
    return text[start] in "“‘「『\"'"


def _speaker_follows(text: str, match: re.Match[str]) -> bool:
    """``他说`` after a quotation; ``王毅说：`` leads to the next one."""
    return _speaker().match(text, match.end()) is not None


@cache
def _speaker() -> re.Pattern[str]:
    """Who spoke, up to the end of the clause (妈妈喊道。), or a pronoun at its verb (他说完就)."""
    verbs = "|".join(sorted(load_words("zh", "speech_verbs"), key=len, reverse=True))
    return re.compile(
        rf"{_HAN}{{1,6}}?{_OTHER_WORD}(?:{verbs})[道着著]?(?=[，。！？；,;.!?…]|$)"
        rf"|{_PRONOUN}(?:{verbs})(?!{_HAN}{{0,6}}[：:])"
    )
