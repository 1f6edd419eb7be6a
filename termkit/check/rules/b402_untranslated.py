"""B402: a segment without a translation, or one that repeats its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import and_

from termkit.check.placeholders import PLACEHOLDER
from termkit.check.rule import Mark, rule
from termkit.check.view import TextView, UnitView
from termkit.lang.en.ordinary import is_ordinary_word
from termkit.lang.pieces import pieces_of, word_set
from termkit.lang.vi.syllables import is_syllable
from termkit.model.span import Span
from termkit.text.normalise import normalise_text
from termkit.text.scripts import HAN
from termkit.text.urls import url_spans

_WORD = re.compile(r"[^\W\d_]+")
_HAN_RUN = re.compile(f"[{HAN}]{{2,}}")
_SMALL = re.compile(r"\b[a-zà-ỹđ]+(?:['’-][a-zà-ỹđ]+)*\b")
_GAPS = (" ", ", ")
_LONGEST = 60  # words of a stretch; the next one begins behind it
_RUN = 4  # small words in a row that two languages do not share by chance
_OPENING = "(（[［「『《“\"'‘<"
_SHARED = 2  # words that both sides have at least where a stretch of one stands in the other
_WORDS = 3  # of the language, in small letters: fewer may be a name, a product, a command


@rule("B402", "untranslated", scope="translation", severity="warning", since="0.1")
def RULE(view: UnitView) -> Iterator[Mark]:
    """A segment has no translation, repeats its source, or leaves a part of it as it was.

    Names, numbers, codes and addresses are the same in both languages, and a quotation of the
    original in brackets or quotation marks is meant so. What the file marks as not to be
    translated, a unit or a part of one (`translate="no"`, `mtype="protected"`), must stand in the
    translation as it is.

    ## Why it matters
    It is printed as it is.

    ## Use instead
    A translation.

    ## Source
    ISO 17100:2015, 5.3.1: a translation is complete.
    """
    source, target = view.source, view.target
    if source is None or not source.text:
        return
    protected = source.segment.protected
    if protected:
        yield from _changed(source, target)
    if _is_all(source, protected) or not _WORD.search(source.text):
        return
    if not target.text:
        yield source.mark(Span(0, len(source.text)), "no translation")
    elif source.lang.split("-")[0] == target.lang.split("-")[0]:
        return
    elif _is_same(source.text, target.text):
        if _is_prose(source):
            yield target.mark(Span(0, len(target.text)), "the target is the source")
    else:
        yield from _remains(source, target)


def _is_all(source: TextView, protected: tuple[Span, ...]) -> bool:
    """Whether nothing of a source is to be translated."""
    return len(protected) == 1 and protected[0].slice(source.original).strip() == (
        source.original.strip()
    )


def _changed(source: TextView, target: TextView) -> Iterator[Mark]:
    """Protected text that the target does not have; a target that is not made yet has none."""
    if not target.text:
        return
    there = _joined(target.text)
    for span in source.segment.protected:
        kept = _joined(normalise_text(span.slice(source.original)))
        if kept not in there:
            message = f"{span.slice(source.original)!r} is marked as not to be translated"
            yield source.mark_original(span, message)


def _joined(text: str) -> str:
    return "".join(text.split())


def _is_same(one: str, other: str) -> bool:
    begins_alike = one[0].lower() == other[0].lower()  # the quick no for nearly every unit
    return begins_alike and _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return "".join(text.lower().split()).rstrip(".。")


def _is_prose(text: TextView) -> bool:
    """Whether a text has words of its language that are no names."""
    if text.lang.startswith("zh"):
        return _HAN_RUN.search(text.text) is not None
    rest = text.text
    for span in reversed(url_spans(rest)):
        rest = rest[: span.start] + rest[span.end :]
    rest = PLACEHOLDER.sub(" ", rest)
    words = [word for word in _WORD.findall(rest) if word.islower() and len(word) > 1]
    is_word = is_ordinary_word if text.lang.startswith("en") else is_syllable
    return sum(map(is_word, words)) >= _WORDS


def _remains(source: TextView, target: TextView) -> Iterator[Mark]:
    """Stretches of the source that stand in the target as they were."""
    text, origin = target.text, source.text.lower()
    runs: Iterator[Span]
    if source.lang.startswith("zh"):
        runs = (Span(*run.span()) for run in _HAN_RUN.finditer(text))
    elif not _may_share_a_run(source.text, text):
        return
    else:
        runs = _latin_runs(origin, text)
    for run in runs:
        written = run.slice(text)
        if written.lower() not in origin:
            continue
        if any(written in span.slice(source.original) for span in source.segment.protected):
            continue
        if text[max(0, run.start - 2) : run.start].rstrip()[-1:] in tuple(_OPENING):
            continue
        yield target.mark(run, f"{written!r} of the source is not translated")


def _may_share_a_run(one: str, other: str) -> bool:
    """Whether two texts may have a run of small words in common.

    What stands inside one stands between two spaces in both, and a comma may follow.
    """
    shared = {piece.letters for piece in pieces_of(one)}
    inner = [piece.letters in shared for piece in pieces_of(other)]
    if not any(map(and_, inner, inner[1:])):
        return False
    return len(word_set(one) & word_set(other)) >= _SHARED


def _latin_runs(origin: str, text: str) -> Iterator[Span]:
    """The longest runs of small words of a text that stand in the original as they are.

    Args:
        origin: The source in small letters.
        text: The target.
    """
    known = frozenset(_SMALL.findall(origin))
    words = [found.span() for found in _SMALL.finditer(text) if found[0] in known]
    first = 0
    while first < len(words):
        last = first
        while (
            last + 1 < min(len(words), first + _LONGEST)
            and text[words[last][1] : words[last + 1][0]] in _GAPS
            and text[words[first][0] : words[last + 1][1]] in origin
        ):
            last += 1
        if last - first + 1 >= _RUN:
            yield Span(words[first][0], words[last][1])
        first = last + 1
