"""Vietnamese names of people nobody knows, with a syllable that cannot be one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from termkit.check.mentions import DocumentNames, names_of
from termkit.check.nearby import matches_near
from termkit.check.rule import Mark
from termkit.check.signal import some_stretch
from termkit.check.view import DocumentView, TextView
from termkit.lang.en.ordinary import is_ordinary_word
from termkit.lang.tables import load_words
from termkit.lang.vi.marks import without_marks
from termkit.lang.vi.misspelling import is_used_syllable
from termkit.lang.vi.syllables import is_syllable, is_unmarked_syllable
from termkit.lang.vi.tones import tone_key
from termkit.lang.zh.pinyin import count_syllables
from termkit.model.concept import ConceptType
from termkit.model.span import Span
from termkit.names.parse import capital_runs, is_family_name
from termkit.names.world import vietnamese_figures
from termkit.names.written import has_marks
from termkit.text.fold import fold
from termkit.text.near import one_edit_apart

# The families that nine in ten Vietnamese belong to.
_FAMILIES = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ",
    "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Trịnh", "Đoàn", "Lương",
)  # fmt: skip
_SPEAKS = re.compile(
    r",? (?:\(?\d{2}\b|cho biết|cho rằng|nói|khẳng định|nhấn mạnh|chia sẻ|said|says|told|added)"
)
_LONGEST = 5  # words of a name
_SHORT = 3  # letters; a shorter word is one letter away from too many


def find_garbled_vietnamese(view: DocumentView) -> Iterator[Mark]:
    """Marks at a full name whose family is a mark away from a great one, or with no syllable.

    *Nguyện Sinh Nhật Tân* where a role or an age shows that a person is meant; *Nguyển Hoàng
    Khải* and *Lê Văn Thih* anywhere, for no name and no word is written so.
    """
    names = names_of(view)
    for text in view.texts_with(_SIGNAL) if view.language in ("vi", "en") else ():
        for whole in capital_runs(text.text):
            for start in _starts(whole):
                run = whole[start:]
                words = [span.slice(text.text) for span in run]
                found = _no_syllable(words) or _wrong_family(names, text, run, words, start)
                if found is None or _is_known(text, run):
                    continue
                index, meant = found
                span = Span(run[0].start, run[-1].end)
                why = f"; the family is {meant!r}" if meant else ""
                yield text.mark(
                    span, f"{words[index]!r} in {span.slice(text.text)!r} is no name{why}"
                )
                break


def find_garbled_shorts(view: DocumentView) -> Iterator[Mark]:
    """Marks at a second mention that is no syllable and a letter away from one: *PM Chihn*."""
    names = names_of(view)
    known = {mention.short for mention in names.everyone if mention.short}

    def may_be_garbled(word: str) -> bool:
        if not _is_no_word(word) or names.namesakes(word):
            return False
        return any(one_edit_apart(word, short) for short in known)

    for word in names.lone(may_be_garbled) if known and view.language in ("vi", "en") else ():
        if not word.addressed:
            continue
        shorts = {
            mention.short: mention
            for mention in names.everyone
            if mention.short
            and mention.order < word.order
            and one_edit_apart(word.text, mention.short)
        }
        if len(shorts) == 1 and min(len(word.text), *map(len, shorts)) > _SHORT:
            short, bearer = shorts.popitem()
            yield view.texts[word.unit].mark(
                word.span,
                f"{word.text!r} is no name; {bearer.text!r} is {short!r} on second mention",
                replacement=short,
                concept_id=bearer.person.id if bearer.person else None,
                related=(view.texts[bearer.unit].related(bearer.span, "the full name"),),
            )


@lru_cache(maxsize=1 << 14)
def _is_no_word(word: str) -> bool:
    """Whether letters are a word of none of the languages, nor a syllable of a name."""
    low = word.lower()
    if not word.isalpha() or _is_syllable(word):
        return False
    return not (is_ordinary_word(low) or count_syllables(low))


def _is_known(text: TextView, run: list[Span]) -> bool:
    whole = Span(run[0].start, run[-1].end)
    return _is_figure([span.slice(text.text) for span in run]) or any(
        match.concept.type in (ConceptType.PERSON, ConceptType.PLACE, ConceptType.ORGANISATION)
        and match.span.overlaps(whole)
        for match in matches_near(text, whole)
    )


def _is_figure(words: list[str]) -> bool:
    """Whether the last words of a run are the name of a leader or a historical figure."""
    marked = has_marks(" ".join(words))
    keys = tuple(tone_key(word.lower()) if marked else fold(word) for word in words)
    known = vietnamese_figures(marked=marked).whole
    return any(keys[start:] in known for start in range(len(keys) - 1))


def _wrong_family(
    names: DocumentNames, text: TextView, run: list[Span], words: list[str], start: int
) -> tuple[int, str] | None:
    """*Trấn Quốc Hùng*, *Phám Xuân Hồng*: a person by what stands around the name."""
    meant = _other_family(words)
    if meant is None:
        return None
    whole = Span(run[0].start, run[-1].end)
    speaks = start == 0 and _SPEAKS.match(text.text, whole.end)
    person = speaks or names.is_addressed(text, whole) or not _is_in_use(words[0])
    return (0, meant) if person else None


def _other_family(words: list[str]) -> str | None:
    """The great family that the first syllable of a name with marks is not, but nearly is."""
    meant = _families_like(words[0])
    if len(meant) != 1 or not has_marks(" ".join(words)):
        return None
    if not has_marks(words[0]) and words[0] != meant[0] and all(map(is_syllable, words[1:])):
        return meant[0]  # Nguyen Đức: its own marks are lost, and the others are not
    if is_family_name(words[0], "vi") or words[0] in load_words("vi", "rare_family_names"):
        return None
    return meant[0] if all(map(is_syllable, words)) else None


def _starts(run: Sequence[object]) -> range:
    """Where names of three to five words may begin that end a run."""
    return range(max(0, len(run) - _LONGEST), len(run) - 2)


def _may_be_garbled(stretch: str) -> bool:
    """Whether any words are such a name, whatever stands around them."""
    for run in capital_runs(stretch):
        words = [span.slice(stretch) for span in run]
        tails = [words[start:] for start in _starts(words)]
        if any(_no_syllable(tail) or _other_family(tail) for tail in tails):
            return True
    return False


_SIGNAL = some_stretch(_may_be_garbled)


@lru_cache(maxsize=1 << 14)
def _families_like(word: str) -> tuple[str, ...]:
    """Great families with the letters of a word, marks aside."""
    return tuple(f for f in _FAMILIES if without_marks(f) == without_marks(word))


def _is_in_use(syllable: str) -> bool:
    """Whether some name or word has the syllable: *Nguyện*, and not *Nguyển*."""
    low = syllable.lower()
    return tone_key(low) in load_words("vi", "name_syllables") or is_used_syllable(low)


def _no_syllable(words: list[str]) -> tuple[int, str] | None:
    """*Lê Văn Thih*, *Nguyen Thi Bch Hao*: one syllable of a full name is none."""
    if not is_family_name(words[0], "vi"):
        return None
    wrong = [
        index for index, word in enumerate(words) if not _is_syllable(word) or not word.istitle()
    ]
    if len(wrong) != 1:
        return None
    word = words[wrong[0]]
    short = word.isalpha() and word.istitle() and 2 < len(word) <= 6
    return (wrong[0], "") if short and _is_near_syllable(word) else None


def _is_syllable(word: str) -> bool:
    """Whether a word is a syllable, or one that only names have: *Phớc*."""
    if has_marks(word):
        return is_syllable(word) or tone_key(word.lower()) in vietnamese_figures(marked=True).words
    return is_unmarked_syllable(word) or fold(word) in vietnamese_figures(marked=False).words


def _is_near_syllable(word: str) -> bool:
    """Whether two letters that changed places, or one that is lost, explain the word.

    The letters of a syllable under other marks were meant to be it; the names of other
    peoples (*Phươle*) have letters of their own.

    English and other foreign names among the syllables explain themselves.
    """
    if has_marks(word) and is_unmarked_syllable(without_marks(word)):
        return True
    if is_ordinary_word(word.lower()):
        return False
    swapped = (
        word[:at] + word[at + 1].lower() + word[at].lower() + word[at + 2 :]
        for at in range(1, len(word) - 1)
    )
    lost = (
        word[:at] + letter + word[at:] for at in range(1, len(word) + 1) for letter in "aeioungh"
    )
    return any(map(_is_syllable, swapped)) or any(map(_is_syllable, lost))
