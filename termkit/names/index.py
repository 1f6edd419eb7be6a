"""Which entry of a glossary or a roster a written name stands for: one, several, or none.

    index = NameIndex(glossary)
    index.link("Le Hoai Trung").id                      'per-le-hoai-trung'
    index.link("Lê Hoài Trúng").ids                     ()
    index.link("Trung", context="... Le Hoai Trung ...").id

Never a guess: what a mention may mean is given in full, and a mention that contradicts every
entry in a mark is linked to none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Self

from termkit.lang.vi.han_viet import begins_whole_name, han_viet_readings, read_han_viet
from termkit.lang.vi.marks import without_marks
from termkit.lang.vi.names import folded_family_names
from termkit.lang.zh.conventional import find_conventional
from termkit.lang.zh.wade_giles import read_wade_giles
from termkit.model.concept import Concept
from termkit.model.span import Span
from termkit.names.custom import leads_vietnamese
from termkit.names.entry import NameEntry, NameKind, entries_of_concepts, entries_of_rows
from termkit.names.known import Reader, read_pinyin_names, spell_out
from termkit.names.link import Link, Way
from termkit.names.place_words import split_kind
from termkit.names.read import MOST_CHARACTERS, NameText, read_name
from termkit.names.respelled_index import RespelledNames
from termkit.names.table import Found, NameTable, best
from termkit.names.titles import is_company, strip_han, strip_latin
from termkit.names.words import read_word

_MARKED_SHARE = 0.5
_POSSESSIVE = re.compile(r"(?<=\w)['\u2019](?:[sS])?\s*$")


class NameIndex:
    """People, places and organisations, found by any written form of their names.

    Args:
        concepts: Of any type; people, places and organisations are taken.

    >>> index = NameIndex.from_names([("t", "Lê Hoài Trung"), ("x", "Xi Jinping"), ("x", "习近平")])
    >>> [index.link(mention).id for mention in
    ...  ("LE HOAI TRUNG", "Trung Le Hoai", "L. H. Trung", "Minister Le Trung", "Tập Cận Bình")]
    ['t', 't', 't', 't', 'x']
    >>> index.link("Lê Hoài Trúng").ids, index.link("习近乎").ids
    ((), ())
    """

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._load(list(entries_of_concepts(concepts)))

    @classmethod
    def from_names(cls, names: Iterable[Sequence[str]]) -> Self:
        """An index of a list.

        Args:
            names: Each an id, a name, and perhaps its language and kind: ``person``, ``place``,
                ``organisation``, or ``short`` for what a person is called alone against the
                custom. Several of one id are forms of one entry. One of more than
                `MOST_CHARACTERS` is no name: its entry stays, and is found by its other forms.

        Raises:
            ValueError: A row has fewer than two columns, or its kind is not known.
        """
        index = cls(())
        index._load(list(entries_of_rows(names)))
        return index

    def _load(self, entries: list[NameEntry]) -> None:
        self._ids = tuple(entry.id for entry in entries)
        self._numbers = {ident: number for number, ident in enumerate(self._ids)}
        self._table = NameTable()
        self.people = frozenset(
            number
            for number, entry in enumerate(entries)
            if entry.kind in (NameKind.PERSON, NameKind.UNKNOWN)
        )
        self._chinese: set[int] = set()
        reader = Reader(_marked_languages(entries))
        for number, entry in enumerate(entries):
            forms = reader.read(number, entry)
            for known in forms.letters:
                self._table.add(known)
            for one in forms.han:
                self._table.add_han(one)
            for text in forms.alone:
                self._table.add_short_han(number, text)
            if forms.custom == "zh":
                self._chinese.add(number)

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def ids(self) -> tuple[str, ...]:
        """Of all entries, in the order given."""
        return self._ids

    def link(self, mention: str, context: str | Iterable[str] | None = None) -> Link:
        """What a written name stands for.

        Args:
            mention: A name in any form, with titles or without.
            context: The text before the mention, or the ids of the entries it mentions. Then
                a short name is linked to those alone, and one of several candidates that was
                mentioned goes before the others.

        >>> index = NameIndex.from_names([("a", "Nguyễn Văn An"), ("b", "Lê Thị An")])
        >>> index.link("ông An").ids, index.link("An", context=["b"]).ids
        (('a', 'b'), ('b',))
        >>> index.link("An", context="Nguyen Van An met the press.").id, index.link("Văn").ids
        ('a', ())
        """
        before = None if context is None else self._mentioned(context)
        found, way = self._find(mention)
        if not found and len(mention) <= MOST_CHARACTERS:
            found, way = self._find_behind_titles(mention), Way.WHOLE
        if before is not None and way is Way.SHORT:
            found &= before
        elif before and len(found) > 1:
            found = found & before or found
        return self._link(mention, found, way)

    def link_document(self, text: str, lang: str) -> tuple[tuple[Span, Link], ...]:
        """Every mention in a running text that stands for an entry, in order.

        A short name is linked only after the full one, to whom it may mean of those mentioned.

        Args:
            text: As found; spans are code points of it, titles left out.
            lang: Of the text.

        Raises:
            UnsupportedLanguageError: termkit has no room for the language.

        >>> index = NameIndex.from_names([("t", "Lê Hoài Trung"), ("h", "He Wei")])
        >>> text = "Ambassador He Wei met Le Hoai Trung. He thanked Trung. Ambassador He left."
        >>> [(span.slice(text), link.id) for span, link in index.link_document(text, "en")]
        [('He Wei', 'h'), ('Le Hoai Trung', 't'), ('Trung', 't'), ('He', 'h')]
        """
        from termkit.names.running import link_document

        return link_document(self, text, lang)

    @property
    def table(self) -> NameTable:
        """The known names under their keys."""
        return self._table

    @property
    def lacks_han(self) -> bool:
        """Whether an entry has no name in Han characters."""
        return len(self._table.has_han) < len(self._ids)

    def read_han(self, han: str) -> set[int]:
        """Entries without a Han name whose name in letters the characters can be read as."""
        return best(self._read_han(han))

    def read_place(self, han: str) -> set[int]:
        """Places without a Han name whose name, marks and all, is the usual reading."""
        return self._read_han(han).get(0, set()) - self.people

    def can_lead_place(self, character: str) -> bool:
        """Whether a place without a Han name may begin with a Han character, by its reading."""
        return begins_whole_name(character) or not self._place_begins.isdisjoint(
            without_marks(reading) for reading in han_viet_readings(character)
        )

    @cached_property
    def _place_begins(self) -> frozenset[str]:
        return frozenset(
            read_word(known.words[0]).base
            for known in self._table.forms()
            if known.entry not in self.people | self._table.has_han
        )

    def make_link(self, mention: str, found: set[int], way: Way) -> Link:
        """The link of a mention to entries given by number."""
        return self._link(mention, found, way)

    def _link(self, mention: str, found: set[int], way: Way) -> Link:
        ids = tuple(self._ids[number] for number in sorted(found))
        return Link(mention, ids, way if ids else Way.NONE)

    def _mentioned(self, context: str | Iterable[str]) -> set[int]:
        if isinstance(context, str):
            from termkit.names.running import mentioned_in

            context = mentioned_in(self, context)
        return {self._numbers[ident] for ident in context if ident in self._numbers}

    def _find(self, mention: str) -> tuple[set[int], Way]:
        if not mention or len(mention) > MOST_CHARACTERS:
            return set(), Way.NONE
        name = read_name(spell_out(mention))
        if name.words:
            found = self._find_letters(name)
            if found[0] or not mention.rstrip().endswith(("s", "S", "'", "\u2019")):
                return found
            owner = _POSSESSIVE.sub("", mention)
            return found if owner == mention else self._find(owner)
        return self._find_han(name.han) if name.han else (set(), Way.NONE)

    def _find_behind_titles(self, mention: str) -> set[int]:
        """The person whose full name ends a mention that begins with a long title."""
        words = mention.split()
        if len(words) < 4 or not any(word[0].islower() for word in words[:-1]):
            return set()
        from termkit.names.running import ends_with_name

        return ends_with_name(self, mention)

    def _find_letters(self, name: NameText) -> tuple[set[int], Way]:
        table = self._table
        found = table.find_whole(name.words, recut=len(name.words) > 1 and not name.initials)
        if found:
            return best(found), Way.WHOLE
        if len(name.words) == 1:  # Toan is Toàn before it is Tô An
            found = table.find_short(name.words)
            if found:
                return best(found), Way.SHORT
            found = table.find_whole(name.words)
            if found:
                return best(found), Way.WHOLE
        for plain, kinds in split_kind(name):
            found = table.find_whole(plain.words, kinds)
            if not found and len(plain.initials) == len(plain.words):
                found = table.find_initials(plain.words, kinds)
            if found:
                return best(found), Way.WHOLE
        bares = strip_latin(name)
        for bare in bares if is_company(name) else ():  # and no person: Hoàng Anh has no Ltd
            found = table.find_whole(bare.name.words)
            if left := best(found) - self.people:
                return left, Way.WHOLE
        names = [bare.name for bare in bares if not bare.kinds]
        names.sort(key=lambda bare: -len(bare.words))
        for text in names:
            found = table.find_whole(text.words, recut=not text.initials)
            if left := best(found) & self.people:  # ông Hòa Bình is no town
                return left, Way.WHOLE
        names = [name, *names]
        for text in names:
            found, way = self._find_turned(text)
            if found:
                return best(found), way
        for text in names:
            if text is not name and not name.marked and leads_vietnamese(name.bases[0]):
                continue  # Hoang Tu Tra is no Prince Tra
            found = {} if text.initials else table.find_short(text.words, marked=name.marked)
            if found:
                return best(found), Way.SHORT
        return set().union(*map(self.find_romanised, names)), Way.READING

    def _find_turned(self, name: NameText) -> tuple[Found, Way]:
        """People whose name has these words in another order, or more words between them."""
        table = self._table
        # Two words with a family name first are a name without its middle before they are
        # one turned round.
        if len(name.words) == 2 and leads_vietnamese(name.bases[0]) and not name.initials:
            found = table.find_part(name.words, name.initials, turn=False)
            if found:
                return found, Way.PART
        found = {} if name.initials else table.find_reordered(name.words)
        if found:
            return found, Way.ORDER
        return table.find_part(name.words, name.initials), Way.PART

    def find_romanised(self, name: NameText) -> set[int]:
        """Entries whose name this is in another spelling than pinyin, of a system or of usage."""
        found = self._find_wade_giles(name) or self.respelled.find(name)
        return found.union(*map(self.read_han, find_conventional(name.letters)))

    @cached_property
    def respelled(self) -> RespelledNames:
        """Names in Han characters by their spellings in Hong Kong, Macao and Taiwan."""
        return RespelledNames(self._table.han_names())

    def _find_wade_giles(self, name: NameText) -> set[int]:
        """People known in pinyin whose name in Wade-Giles this is."""
        if not 2 <= len(name.words) <= 4 or name.initials or not is_plain(name.words):
            return set()
        parts = [
            ("-" if place in name.joints else " ") + word for place, word in enumerate(name.words)
        ]
        found: set[int] = set()
        for split in read_wade_giles("".join(parts).strip()):
            for words in _product(split):
                found |= best(self._table.find_whole(words)) & self._chinese
        return found

    def _find_han(self, han: str) -> tuple[set[int], Way]:
        bare, kinds = strip_han(han)
        for text, said in ((han, frozenset[str]()), (bare, kinds)):
            found = self._table.find_han(text, said)
            if found:
                return best(found), Way.WHOLE
        found = self._table.find_short_han(bare)
        if found:
            return best(found), Way.SHORT
        for text, said in ((han, frozenset[str]()), (bare, kinds)):
            found = self._read_han(text, said)
            if found:
                return best(found), Way.READING
        return set(), Way.NONE

    def _read_han(self, han: str, kinds: frozenset[str] = frozenset()) -> Found:
        """Entries without a Han form, whose name in letters the characters can be read as."""
        found: Found = {}
        if not 2 <= len(han) <= 12:
            return found
        read = [tuple(text.lower().split()) for text in read_han_viet(han)]
        for rank, words in enumerate((*read, *read_pinyin_names(han))):
            for grade, entries in self._table.find_whole(words, kinds).items():
                if left := entries - self._table.has_han:
                    is_first = rank in (0, len(read))
                    found.setdefault(grade + (0 if is_first else 8), set()).update(left)
        return found


def _marked_languages(entries: Iterable[NameEntry]) -> frozenset[str]:
    """Languages whose Vietnamese names are mostly written with marks."""
    counts: dict[str, list[int]] = {}
    for entry in entries:
        for form in entry.names:
            name = read_name(form.text)
            if len(name.words) > 1 and name.bases[0] in folded_family_names():
                count = counts.setdefault(form.lang.split("-")[0], [0, 0])
                count[0] += 1
                count[1] += name.marked
    return frozenset(
        lang for lang, (every, marked) in counts.items() if marked >= _MARKED_SHARE * every
    )


def is_plain(words: Sequence[str]) -> bool:
    """Whether the words have no marks but the dots of *ü*.

    >>> is_plain(("hsü", "chin")), is_plain(("lể",))
    (True, False)
    """
    return all(word.replace("ü", "u").isascii() for word in words)


def _product(split: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    ways: list[tuple[str, ...]] = [()]
    for choices in split:
        ways = [(*way, choice) for way in ways for choice in choices][:32]
    return ways
