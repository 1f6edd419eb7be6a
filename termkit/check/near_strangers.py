"""Names that the document itself writes in two ways: one slip among right ones."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from termkit.check.kindred import KindredNames
from termkit.check.listed import is_introduced_in_list, is_listed_beside
from termkit.check.mentions import Mention, names_of
from termkit.check.rule import Mark
from termkit.check.supports import has_other_title, is_introduced_as_another
from termkit.check.view import DocumentView, TextView
from termkit.lang.en.ordinary import is_ordinary_word
from termkit.lang.tables import load_words
from termkit.lang.vi.syllables import is_unmarked_syllable
from termkit.lang.zh.pinyin import count_syllables
from termkit.model.name import Verdict
from termkit.model.span import Span
from termkit.names.forms import name_key
from termkit.names.parse import capital_runs, is_family_name
from termkit.names.written import compare_syllables, has_marks, syllables
from termkit.text.near import one_edit_apart

_THREE = 3  # words
_SPEAKS = re.compile(
    ",? (?:còn |cũng )?(?:cho biết|cho rằng|nói|khẳng định|nhấn mạnh|chia sẻ|phát biểu|bày tỏ)"
)


def find_near_strangers(view: DocumentView) -> Iterator[Mark]:
    """Marks at a full name used once that is one mark or letter away from one used often.

    *Often* is twice, short mentions included. Another person with almost the same name is
    introduced by a role or called by the short name, or bears another common name (*Hùng*
    beside *Hưng*); then nothing is said.
    """
    names = names_of(view)
    uses: dict[str, list[Mention]] = defaultdict(list)
    for mention in names.strangers:
        uses[mention.text].append(mention)
    shorts = {mention.short for mention in names.strangers}
    called = {word.text for word in names.lone(shorts.__contains__)}
    bearers = Counter(mentions[0].short for mentions in uses.values())
    kindred = KindredNames(uses)
    for odd, mentions in uses.items():
        if len(mentions) != 1:
            continue
        mention = mentions[0]
        text = view.texts[mention.unit]
        # Another full name with the same short form: that one says nothing.
        if mention.short in called and bearers[mention.short] == 1:
            continue
        if _is_another(text, mention.span):
            continue
        for usual in kindred.like(syllables(odd)):
            others = uses[usual]
            if others[0].lang != mention.lang or is_listed_beside(text, mention.span, usual):
                continue
            often = len(others) + (others[0].short in called)
            if often > 1 and _one_slip(odd, usual):
                yield _mark(view, text, mention.span, others[0])
                break
            # Who speaks and is not introduced has been introduced, under the right name.
            met = others[0].order < mention.order and _SPEAKS.match(text.text, mention.span.end)
            if met and view.language == "vi" and _one_mark(odd, usual):
                yield _mark(view, text, mention.span, others[0])
                break


def find_impossible_strangers(view: DocumentView) -> Iterator[Mark]:
    """Marks at a name with a syllable of neither language, one slip from a name in the text.

    *Zhang Dejaing* beside *Zhang Dejiang*: nobody is called so. Letters that stand only in
    private spellings of Vietnamese names (*Dzung* for *Dũng*) say nothing.
    """
    firsts: dict[str, Mention] = {}
    for mention in names_of(view).strangers:
        firsts.setdefault(mention.text, mention)
    kindred = KindredNames(firsts)
    families = {syllables(name)[0] for name in firsts}
    sizes = sorted({len(syllables(name)) for name in firsts})
    for text in view.texts if firsts else ():
        for run in capital_runs(text.text):
            words = [span.slice(text.text) for span in run]
            for start, word in enumerate(words):
                if word not in families:
                    continue
                ends = [start + size for size in sizes if start + size <= len(words)]
                likes = [name for end in ends for name in kindred.like(words[start:end])]
                for usual in sorted(likes, key=lambda name: firsts[name].order):
                    parts = syllables(usual)
                    if _is_impossible(words[start : start + len(parts)], parts):
                        span = Span(run[start].start, run[start + len(parts) - 1].end)
                        yield _mark(view, text, span, firsts[usual])
                        break


def _is_another(text: TextView, span: Span) -> bool:
    return (
        is_introduced_as_another(text, span)
        or has_other_title(text, span)
        or is_introduced_in_list(text, span)
    )


def _is_impossible(written: list[str], right: list[str]) -> bool:
    differing = [(a, b) for a, b in zip(written, right, strict=False) if a != b]
    if len(written) != len(right) or len(differing) != 1:
        return False
    word, other = differing[0]
    return (
        word.isascii()
        and min(len(word), len(other)) > 3
        and not word.isupper()
        and not is_unmarked_syllable(word)
        and not count_syllables(word)
        and not is_ordinary_word(word.lower())
        and not ({"f", "w", "z", "j"} & set(word.lower()) - set(other.lower()))
        and one_edit_apart(name_key(word), name_key(other))
        and not has_marks(other)
    )


def _mark(view: DocumentView, text: TextView, span: Span, usual: Mention) -> Mark:
    return text.mark(
        span,
        f"{span.slice(text.text)!r} here, {usual.text!r} elsewhere in this document",
        replacement=usual.text,
        related=(view.texts[usual.unit].related(usual.span, "the other"),),
    )


def _one_mark(odd: str, usual: str) -> bool:
    """Whether one syllable has other marks, or none, in names of three and more with marks."""
    ones, others = syllables(odd), syllables(usual)
    if len(ones) != len(others) or len(ones) < _THREE or ones[0] != others[0]:
        return False
    differing = [(a, b) for a, b in zip(ones, others, strict=True) if a != b]
    if len(differing) != 1 or not has_marks(odd):
        return False
    a, b = differing[0]
    return name_key(a) == name_key(b) and a not in load_words("vi", "given_names")


def _one_slip(odd: str, usual: str) -> bool:
    ones, others = syllables(odd), syllables(usual)
    if len(ones) != len(others) or (has_marks(usual) and not has_marks(odd)):
        return False  # no marks at all is another form, and N102 speaks of it
    differing = [
        (a, b)
        for a, b in zip(ones, others, strict=True)
        if compare_syllables(a, b) is not Verdict.SAME
    ]
    if len(differing) != 1 or ones[0] != others[0]:
        return False
    if differing[0][0] in load_words("vi", "given_names") or is_family_name(differing[0][0], "vi"):
        return False
    a, b = map(name_key, differing[0])
    return a == b or (one_edit_apart(a, b) and min(len(a), len(b)) > 3)
