"""O213: a word that stands twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.rule import Mark, rule
from termkit.check.slips_zh import is_zh_word
from termkit.check.view import UnitView
from termkit.lang.tables import load_words
from termkit.lang.zh.frequencies import is_verb
from termkit.model.span import Span
from termkit.text.scripts import HAN, LATIN

_EDGE = rf"[{LATIN}\d'’_-]"
_WORD = re.compile(rf"(?<!{_EDGE})(?<!\.)(?P<word>[{LATIN}]+)[ \n]+(?P=word)(?!{_EDGE})")
_PAIR = re.compile(rf"(?<!{_EDGE})(?P<word>[{LATIN}]+ [{LATIN}]+) (?P=word)(?!{_EDGE})")
# What English may say twice: that that plan …, had had, and what is said for weight or sound.
_EN_TWICE = frozenset(
    ("that", "had", "is", "was", "do", "so", "very", "far", "long", "many", "much", "more", "well",
     "really", "too", "no", "yes", "never", "there", "here", "in", "on", "out", "up", "over",
     "half", "such", "her", "you", "old", "new", "again", "please", "wait", "go", "now", "can",
     "bye", "ha", "knock", "cha", "tut", "blah", "rah", "chop", "hush", "pom", "tom")
)  # fmt: skip
_THE = re.compile(r" (?:the|a|an|its|their) ")  # came in in May, but never in in the first half
# Whatever happens happens: the clause ends with the first, and the second is the sentence's verb.
_CLAUSE = re.compile(r"\b(?:what|who|which)(?:ever)? $", re.IGNORECASE)
# Syllables of grammar that Vietnamese never doubles; từ từ, luôn luôn, ngày ngày are words.
_VI_ONCE = frozenset(
    ("và", "của", "các", "những", "được", "trong", "với", "tại", "đã", "sẽ", "đang", "cho", "để",
     "rằng", "bởi", "do", "nhằm", "này", "khi", "nếu", "thì", "bị", "cũng", "nhưng", "hoặc",
     "cùng", "về", "vào", "trên", "giữa", "nhất", "việc", "hai", "bên")
)  # fmt: skip
# Who acts, named by what they do; and a verb with its result before a passive: nhìn được được coi.
_VI_DOER = re.compile(
    r"\b(?:người|bên|viện|cơ quan|tòa|toà|đoàn|hội|ban|đơn vị|tổ chức|bộ phận|nhà|cán bộ) $",
    re.IGNORECASE,
)
_VI_RESULT = re.compile(r"\b(?:nghe|nhìn|đọc|thấy|nhặt|thu|tìm|nhận|có|làm|đạt|bắt) được được$")
_VI_SYLLABLE = re.compile(rf" [{LATIN}]+")
_REACH = 12  # code points before a word that are looked at
_ZH_WORD = re.compile(r"(?P<word>[的与被是于了在和将并从向及])(?P=word)")
_ZH_PAIR = re.compile(rf"(?P<word>[{HAN}]{{2}})(?P=word)")
# 一步一步, 很多很多, 听着听着, 多少多少; 四二三四: numbers.
_ZH_TWICE = re.compile(
    r"[一很老极最好多有那这如说何几每]|.[着了的个年月日]|.?[二三四五六七八九十百千万]"
)


@rule("O213", "doubled-word", scope="unit", severity="warning", since="0.1")
def RULE(view: UnitView) -> Iterator[Mark]:
    """A word stands twice in a row where the language does not double it: *the the*, 的的.

    In Vietnamese, which makes words by doubling, only syllables of grammar and compounds
    are judged; in Chinese characters of grammar and words of two characters that are no
    verbs (照顾照顾 is to look after a little). Names (*Boutros Boutros-Ghali*) and what is
    said twice for weight or sense (*had had*, 一步一步) are left alone.

    ## Why it matters
    It is left behind by editing, and the eye reads over it.

    ## Use instead
    The word once.

    ## Source
    Quirk et al. (1985), A Comprehensive Grammar of the English Language, 18.58, on
    repetition; Nguyễn Tài Cẩn (1975), Ngữ pháp tiếng Việt, on doubled words; Chao (1968), A
    Grammar of Spoken Chinese, 4.2, on doubled verbs.
    """
    text = view.target
    find = {"en": _english, "vi": _vietnamese, "zh": _chinese}[view.document.language]
    for match in find(text.text):
        yield text.mark(
            Span(*match.span()),
            f"{match['word']!r} stands twice in a row",
            replacement=match["word"],
        )


def _english(text: str) -> Iterator[re.Match[str]]:
    for match in _WORD.finditer(text):
        word = match["word"]
        twice = word in _EN_TWICE and not (word in ("in", "on") and _THE.match(text, match.end()))
        if not word.islower() or len(word) < 2 or twice:
            continue
        if not _CLAUSE.search(text, max(0, match.start() - 12), match.start()):
            yield match


def _vietnamese(text: str) -> Iterator[re.Match[str]]:
    for match in _WORD.finditer(text):
        if match["word"] in _VI_ONCE and not _VI_RESULT.search(text, 0, match.end()):
            yield match
    for match in _PAIR.finditer(text):
        if match["word"] in load_words("vi", "compounds") and not _is_headed(text, match):
            yield match


def _is_headed(text: str, match: re.Match[str]) -> bool:
    """Whether the first of two ends the name of who does the second: *Viện kiểm sát kiểm sát*,
    *người yêu cầu yêu cầu*; or the second begins a longer word: *xuất bản xuất bản phẩm*."""
    if _VI_DOER.search(text, max(0, match.start() - _REACH), match.start()):
        return True
    behind = _VI_SYLLABLE.match(text, match.end())
    return behind is not None and f"{match['word']}{behind[0]}" in load_words("vi", "compounds")


def _chinese(text: str) -> Iterator[re.Match[str]]:
    for match in _ZH_WORD.finditer(text):
        pairs = (text[match.start() - 2 : match.start()], text[match.end() : match.end() + 2])
        if not any(len(set(pair)) == 1 for pair in pairs) and not _is_shared(text, match, 1):
            yield match  # 实实在在 and 的的确确 are words
    for match in _ZH_PAIR.finditer(text):
        word = match["word"]
        if word[0] == word[1] or _ZH_TWICE.match(word) or not is_zh_word(word):
            continue
        # A verb is doubled for "a little": 照顾照顾, 研究研究.
        if not is_verb(word) and not _is_shared(text, match, 2):
            yield match


def _is_shared(text: str, match: re.Match[str], size: int) -> bool:
    """Whether one of the two belongs to a longer word: 反对 and 对, 天主教 and 主教."""
    start, end = match.start(), match.end()
    before = (text[start - more : start + size] for more in (1, 2))
    after = (text[end - size : end + more] for more in (1, 2))
    return any(len(word) > size and is_zh_word(word) for word in (*before, *after))
