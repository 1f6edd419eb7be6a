"""Known names under keys of their letters, so that a look-up never scans.

Four tables: the letters of the whole name, closed up; first and last word, for names without
their middle; the first letter of one and the whole of the other, for initials; and the part
that stands alone. What lies under a key is then compared mark by mark.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import TypeVar

from termkit.lang.zh.hanzi import same_han
from termkit.names.attested import may_lead_a_name
from termkit.names.codes import code_name, code_of, mask_of, relate_codes
from termkit.names.grades import grade_marks, grade_part, relate_all, relate_recut
from termkit.names.known import Known, KnownHan, cuts_of, han_key
from termkit.names.spellings import spellings
from termkit.names.words import Kind, read_word

Kinds = frozenset[str]
_T = TypeVar("_T")
Found = dict[int, set[int]]
"""Entries by grade: 0 agree in every mark, 1 contradict none, higher the less sure."""
MOST_WORDS = 8
"""More words are no person's name in another order or without its middle."""


class NameTable:
    """Known names, found by their letters."""

    def __init__(self) -> None:
        self._whole: defaultdict[str, list[Known]] = defaultdict(list)
        self._short: defaultdict[str, list[Known]] = defaultdict(list)
        self._han: defaultdict[str, list[KnownHan]] = defaultdict(list)
        self._short_han: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        self._initials: defaultdict[str, list[Known]] = defaultdict(list)
        self._people: list[Known] = []
        self.has_han: set[int] = set()
        self.longest = 1
        self.longest_han = 1

    def add(self, known: Known) -> None:
        """A form in letters."""
        alone = known.short_words
        if alone:
            self._short[_letters(alone)].append(known)
        if len(alone) < len(known.words):
            self._whole[_letters(known.words)].append(known)
            self.longest = max(self.longest, len(known.words))
            if known.kinds:
                self._initials[_first_letters(known.words)].append(known)
            if known.person and known.rank == 0 and len(known.words) <= MOST_WORDS:
                self._people.append(known)

    def add_han(self, known: KnownHan) -> None:
        """A form in Han characters."""
        self.has_han.add(known.entry)
        self._han[han_key(known.text)].append(known)
        self.longest_han = max(self.longest_han, len(known.text))

    def add_short_han(self, entry: int, han: str) -> None:
        """Han characters that stand alone on second mention."""
        self._short_han[han_key(han)].append((entry, han))

    def forms(self) -> Iterator[Known]:
        """Known names in letters, those that stand alone aside."""
        for forms in self._whole.values():
            yield from forms

    def han_names(self) -> Iterator[tuple[int, str]]:
        """Entries and their names in Han characters."""
        for forms in self._han.values():
            for known in forms:
                yield known.entry, known.text

    def has_letters(self, letters: str) -> bool:
        """Whether a name of these letters, closed up and without marks, is known."""
        return letters in self._whole

    def known_as(self, words: Sequence[str]) -> list[Known]:
        """What is known under the letters of these words."""
        return self._whole.get(_letters(words), [])

    def best_in_text(self, words: Sequence[str], capitals: int) -> set[int]:
        """Entries whose name has these words and no capital that the text lacks."""
        found = self.find_whole(words)
        if not found:
            return set()
        entries = best(found)
        wanted = (1 << len(words)) - 1
        forms = [known for known in self.known_as(words) if known.entry in entries]
        return {
            known.entry
            for known in forms
            if not (known.capitals & wanted if len(known.words) == len(words) else 1) & ~capitals
        }

    def han_in_text(self, han: str) -> set[int]:
        """Entries with this name in Han characters."""
        return best(self.find_han(han))

    def find_whole(
        self, words: Sequence[str], kinds: Kinds = frozenset(), *, recut: bool = True
    ) -> Found:
        """Entries whose name has these words: marks, spaces and hyphens aside.

        Args:
            words: In lower case, composed.
            kinds: What kind of place the mention says it is.
            recut: Whether the words may be closed up or cut otherwise; initials may not.
        """
        found = self._at(words, kinds, recut=recut)
        if found:
            return found
        for other in spellings(tuple(words)):
            for grade, entries in self._at(other, kinds).items():
                found.setdefault(grade + 2, set()).update(entries)
        return found

    def _at(
        self, words: Sequence[str], kinds: Kinds, *, people: bool = False, recut: bool = True
    ) -> Found:
        found: Found = {}
        forms = self._whole.get(_letters(words))
        if not forms:
            return found
        code = code_name(words)
        mask = mask_of(code)
        cuts = cuts_of(words)
        for known in forms:
            if kinds and known.kinds and not kinds & known.kinds:
                continue
            if known.kinds and not kinds and known.words[0].isdigit():
                continue
            if people and not known.person:
                continue
            if cuts == known.cuts:
                kind = relate_codes(code, mask, known.code)
            else:
                kind = relate_recut(words, known.words) if recut else Kind.CONFLICT
            grade = grade_marks(kind, code, known.full)
            if grade is not None:
                # Hồ Chí Minh is a person before it is a city.
                less = 4 * known.rank + 2 * (bool(known.kinds) is not bool(kinds))
                found.setdefault(grade + less, set()).add(known.entry)
        return found

    def find_initials(self, words: Sequence[str], kinds: Kinds) -> Found:
        """Places of one of these kinds whose words begin so: *TP.HCM*."""
        forms = self._initials.get(_first_letters(words), ())
        entries = {known.entry for known in forms if kinds & known.kinds}
        return {1: entries} if entries and len(words) > 1 else {}

    def find_reordered(self, words: Sequence[str]) -> Found:
        """People whose name has these words in another order."""
        found: Found = {}
        if not 2 <= len(words) <= MOST_WORDS:
            return found
        for order in orders(words):
            if len(words) == 2 and not (may_lead_a_name(order[0])):
                continue
            for grade, entries in self._at(order, frozenset(), people=True).items():
                found.setdefault(grade, set()).update(entries)
        return found

    def find_part(
        self, words: Sequence[str], initials: frozenset[int], *, turn: bool = True
    ) -> Found:
        """People whose name has these words and more between, or begins with these initials.

        Args:
            words: In lower case, composed.
            initials: Which words are initials.
            turn: Whether the words may stand in another order.
        """
        found: Found = {}
        if not 2 <= len(words) <= MOST_WORDS:
            return found
        marked = any(code_of(word)[0] for word in words)
        places = range(len(words))
        for order in itertools.chain([list(places)], orders(places) if turn else ()):
            arranged = [words[place] for place in order]
            at = frozenset(n for n, place in enumerate(order) if place in initials)
            for known in self._near(arranged, at):
                grade = grade_part(arranged, at, known, marked)
                if grade is not None:
                    found.setdefault(grade, set()).add(known.entry)
            if found and order == list(places):
                break
        return found

    def _near(self, words: Sequence[str], initials: frozenset[int]) -> Iterable[Known]:
        last = len(words) - 1
        if not initials:
            return self._by_ends.get((_base(words[0]), _base(words[-1])), ())
        if 0 not in initials and last not in initials:
            if len(words) == 2:
                return ()
            return self._by_ends.get((_base(words[0]), _base(words[-1])), ())
        if last not in initials:
            return self._by_initial.get((_base(words[0])[:1], _base(words[-1])), ())
        if 0 not in initials:
            return self._by_initial.get((_base(words[0]), _base(words[-1])[:1]), ())
        return ()

    @cached_property
    def _by_ends(self) -> dict[tuple[str, str], list[Known]]:
        return _filed(self._people, lambda words: [(_base(words[0]), _base(words[-1]))], 3)

    @cached_property
    def _by_initial(self) -> dict[tuple[str, str], list[Known]]:
        return _filed(
            self._people,
            lambda words: [
                (_base(words[0])[:1], _base(words[-1])),
                (_base(words[0]), _base(words[-1])[:1]),
            ],
            2,
        )

    def find_short(
        self, words: Sequence[str], among: set[int] | None = None, *, marked: bool = False
    ) -> Found:
        """People who are called so alone.

        Args:
            words: In lower case, composed.
            among: Entries to choose from, when not all.
            marked: Whether what stands around them has marks: *ông Thanh* is no Thành if
                there is a Thanh.
        """
        found: Found = {}
        forms = self._short.get(_letters(words))
        if not forms or among == set():
            return found
        if among is not None:
            forms = [known for known in forms if known.entry in among]
        marked = marked or any(code_of(word)[0] for word in words)
        for known in forms:
            kind = relate_all(words, known.short_words)
            grade = grade_marks(kind, marked, known.full)
            if grade is not None:
                found.setdefault(grade + 4 * (known.rank > 1), set()).add(known.entry)
        return found

    def called(self, words: Sequence[str]) -> set[int]:
        """People who are called so alone, marks and all."""
        forms = self._short.get(_letters(words), ())
        return {known.entry for known in forms if relate_all(words, known.short_words) is Kind.SAME}

    def find_han(self, han: str, kinds: Kinds = frozenset()) -> Found:
        """Entries whose name has these Han characters, in either script."""
        found: Found = {}
        for known in self._han.get(han_key(han), ()):
            if kinds and known.kinds and not kinds & known.kinds:
                continue
            if same_han(han, known.text):
                grade = 2 * (bool(known.kinds) and not kinds)
                found.setdefault(grade, set()).add(known.entry)
        return found

    def find_short_han(self, han: str) -> Found:
        """People who are called by these Han characters alone."""
        entries = {
            entry for entry, text in self._short_han.get(han_key(han), ()) if same_han(han, text)
        }
        return {0: entries} if entries else {}


def orders(words: Sequence[_T]) -> Iterator[list[_T]]:
    """The words as their bearer's custom has them, where they may be written the Western way.

    *Hoai Trung Le* and *Trung Le Hoai* go round to *Le Hoai Trung*; *Trung Hoai Le* is turned.

    >>> [" ".join(order) for order in orders(("trung", "hoai", "le"))]
    ['hoai le trung', 'le trung hoai', 'le hoai trung']
    """
    n = len(words)
    listed = list(words)
    for k in range(1, n):
        yield [*listed[k:], *listed[:k]]
    for given in (1, 2):
        if n >= 3 and given < n - 1:
            yield [listed[-1], *listed[given:-1], *listed[:given]]


def best(found: Found) -> set[int]:
    """The entries of the surest grade."""
    return found[min(found)] if found else set()


@lru_cache(maxsize=1 << 15)
def _base(word: str) -> str:
    return read_word(word).base


def _letters(words: Sequence[str]) -> str:
    return "".join([_base(word) for word in words])


def _first_letters(words: Sequence[str]) -> str:
    return "".join([_base(word)[:1] for word in words])


def _filed(
    people: list[Known],
    keys: Callable[[tuple[str, ...]], list[tuple[str, str]]],
    least: int,
) -> dict[tuple[str, str], list[Known]]:
    found: defaultdict[tuple[str, str], list[Known]] = defaultdict(list)
    for known in people:
        if len(known.words) >= least:
            for key in dict.fromkeys(keys(known.words)):
                found[key].append(known)
    return found
