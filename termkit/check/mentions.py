"""Who is named in a document, where, and in which form: what the rules about names share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from termkit.check.signal import some_stretch
from termkit.check.surroundings import in_address
from termkit.check.view import DocumentView, TextView
from termkit.glossary.matcher import Likeness, Match
from termkit.glossary.store import Glossary
from termkit.lang import get_language
from termkit.model.concept import AdminStatus, Concept, ConceptType, Form
from termkit.model.span import Span
from termkit.names.address import follows_rank, is_addressed, may_end_title
from termkit.names.custom import custom_of
from termkit.names.forms import name_key
from termkit.names.parse import find_personal_names, may_hold_person
from termkit.names.read import read_name
from termkit.names.standing import Standing, standing_of
from termkit.names.text_words import TextWords, capitalised
from termkit.names.written import has_marks, lacks_marks, syllables
from termkit.text.cover import Cover


@dataclass(frozen=True, slots=True)
class Mention:
    """A full name in a document.

    Attributes:
        unit: Index of its text.
        span: Code points of the normalised text.
        text: What stands there.
        person: ``None`` when the glossary does not know the name.
        lang: Whose custom the name follows: ``vi``, ``zh``, or ``None``.
        right: The name as it should be, where it is a known one that lost marks.
        near: A known name with the same letters and other marks, which it may be a slip for.
    """

    unit: int
    span: Span
    text: str
    person: Concept | None
    lang: str | None
    right: str | None = None
    near: str | None = None

    @property
    def order(self) -> tuple[int, int]:
        return self.unit, self.span.start

    @property
    def key(self) -> str:
        """What identifies the bearer: the concept, or the letters of the name."""
        return self.person.id if self.person is not None else name_key(self.text)

    @property
    def short(self) -> str | None:
        """The part that stands alone on second mention."""
        return get_language(self.lang).short_form(self.right or self.text) if self.lang else None

    @property
    def shorts(self) -> frozenset[str]:
        """The short form, and that of the name it may be a slip for."""
        vietnamese = get_language("vi").short_form
        forms = (self.short, vietnamese(self.near) if self.near else None)
        return frozenset(form for form in forms if form)


@dataclass(frozen=True, slots=True)
class LoneWord:
    """A capitalised word that stands by itself, or with a title before it.

    Attributes:
        addressed: A title or honorific stands before it: it is somebody's name.
    """

    unit: int
    span: Span
    text: str
    addressed: bool

    @property
    def order(self) -> tuple[int, int]:
        return self.unit, self.span.start


HAS_PERSON = some_stretch(may_hold_person)
"""Whether a person may be told by the shape of the name."""


def ranked(text: TextView, span: Span) -> bool:
    """Whether a rank or office stands right before a name."""
    return follows_rank(text.text, span.start)


class DocumentNames:
    """The names of one document, found once; `names_of` keeps it."""

    def __init__(self, view: DocumentView) -> None:
        self._view = view
        self._texts = view.texts
        self._glossary = view.glossary
        self._read: dict[int, _Reading] = {}
        self._lone: dict[tuple[int, int], LoneWord | None] = {}

    @cached_property
    def known(self) -> tuple[Mention, ...]:
        """Full mentions of people of the glossary, in reading order, headings included."""
        return tuple(
            Mention(
                text.index,
                match.span,
                match.text,
                match.concept,
                own_language(match.concept),
                match.designation.text if match.likeness is Likeness.UNMARKED else None,
            )
            for text in self._texts
            for match in text.matches(types=(ConceptType.PERSON,))
            if match.designation.form is not Form.SHORT and is_written_name(match)
        )

    @cached_property
    def _by_shape(self) -> tuple[Mention, ...]:
        """Full names, by their shape, that no designation of the glossary covers."""
        people = self._glossary.once(("mentions", "people"), lambda: _people_by_key(self._glossary))
        found = []
        for text in self._view.texts_with(HAS_PERSON):
            if text.lang.startswith("zh"):
                continue
            known = [match.span for match in text.all_matches if match.text[:1].isupper()]
            for name in find_personal_names(text.text, without=known):
                if in_address(text.text, name.span):
                    continue
                if (
                    len(syllables(name.text)) == 2
                    and name.lang == "vi"
                    and not self.is_addressed(text, name.span)
                ):
                    continue  # Hà Trung may be a place
                person, right = people.get(name_key(name.text), (None, None))
                if right is None or (has_marks(name.text) and not lacks_marks(name.text, right)):
                    found.append(
                        Mention(text.index, name.span, name.text, None, name.lang, near=right)
                    )
                else:
                    found.append(
                        Mention(text.index, name.span, name.text, person, name.lang, right)
                    )
        return tuple(found)

    def _reading(self, unit: int) -> _Reading:
        if unit not in self._read:
            self._read[unit] = _Reading(self._texts[unit])
        return self._read[unit]

    def is_addressed(self, text: TextView, span: Span) -> bool:
        """Whether a title or honorific stands before a name."""
        reading, before = self._reading(text.index), span.start - 1
        if text.text[before : span.start] == " " and before not in reading.title_ends:
            piece = text.text[text.text.rfind(" ", 0, before) + 1 : before]
            if piece and not piece[-1].isspace() and not may_end_title(piece):
                return False  # the usual case
        words = reading.words
        return is_addressed(words, words.place_at(span.start))

    @cached_property
    def strangers(self) -> tuple[Mention, ...]:
        """Full names of people whom the glossary does not know, by their shape."""
        return tuple(mention for mention in self._by_shape if mention.person is None)

    @cached_property
    def everyone(self) -> tuple[Mention, ...]:
        return tuple(sorted((*self.known, *self._by_shape), key=lambda mention: mention.order))

    @cached_property
    def _by_short(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.everyone:
            found[name_key(mention.short or "")].append(mention)
        return found

    def bearers(self, word: str) -> list[Mention]:
        """Everyone whose short form has the letters of a word, marks aside, in order."""
        return self._by_short.get(name_key(word), []) if word else []

    def bearers_before(self, word: LoneWord, lang: str) -> list[Mention]:
        """Those named in full before a word, by the custom of one language."""
        return [
            mention
            for mention in self.bearers(word.text)
            if mention.lang == lang and mention.order < word.order
        ]

    @cached_property
    def _by_part(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.everyone:
            parts = syllables(mention.right or mention.text)
            for part in {name_key(parts[0]), name_key(parts[-1])} if parts else ():
                found[part].append(mention)
        return found

    def namesakes(self, word: str) -> list[Mention]:
        """Everyone whose first or last name has the letters of a word, in order."""
        return self._by_part.get(name_key(word), [])

    @cached_property
    def called(self) -> tuple[LoneWord, ...]:
        """The lone words that are somebody's short form, in order."""
        return tuple(self.lone(self.bearers)) if self.everyone else ()

    @cached_property
    def _lone_by_unit(self) -> dict[int, list[LoneWord]]:
        found: dict[int, list[LoneWord]] = defaultdict(list)
        for word in self.called:
            found[word.unit].append(word)
        return found

    def lone_in(self, unit: int) -> list[LoneWord]:
        """The lone words of one text that are somebody's short form."""
        return self._lone_by_unit.get(unit, [])

    @cached_property
    def _known_by_unit(self) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.known:
            found[mention.unit].append(mention)
        return found

    def known_in(self, unit: int) -> list[Mention]:
        """Full mentions of people of the glossary in one text."""
        return self._known_by_unit.get(unit, [])

    def lone(self, wanted: Callable[[str], object]) -> Iterator[LoneWord]:
        """Lone capitalised words of running text, in order; headings have none.

        Args:
            wanted: Whether a word matters, whatever stands around it: that is looked at last.
        """
        words = filter(wanted, self._capitalised)
        for unit, start in sorted(place for word in words for place in self._capitalised[word]):
            if (unit, start) not in self._lone:
                self._lone[unit, start] = self._reading(unit).lone_word(start)
            found = self._lone[unit, start]
            if found is not None:
                yield found

    @cached_property
    def _capitalised(self) -> dict[str, list[tuple[int, int]]]:
        """Unit and start of each word with a capital."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for text in self._texts:
            for start, word in () if text.is_heading else capitalised(text.text):
                found[word].append((text.index, start))
        return found


def _people_by_key(glossary: Glossary) -> dict[str, tuple[Concept, str]]:
    """Letters of a Vietnamese form to the person and the form."""
    return {
        name_key(form): (person, form)
        for person in glossary
        if person.type is ConceptType.PERSON
        for form in written_forms(person, "vi")
    }


def names_of(view: DocumentView) -> DocumentNames:
    """The names of a document: six rules ask, one looks."""
    return view.once(DocumentNames)


def own_language(person: Concept) -> str | None:
    """Whose custom a person's name follows: ``vi``, ``zh``, or ``None`` for any other."""
    custom = custom_of(
        read_name(designation.text)
        for designation in person.designations
        if designation.form is not Form.SHORT and designation.status is not AdminStatus.DEPRECATED
    )
    return None if custom == "en" else custom


def is_written_name(match: Match) -> bool:
    """Whether a match in Latin script is capitalised as a name is; *lam* is no *Lam*."""
    return all(word[0].isupper() for word in syllables(match.text)) or not match.text.isascii()


def written_forms(person: Concept, lang: str) -> tuple[str, ...]:
    """The full names a text in a language may use."""
    return tuple(
        designation.text
        for designation in person.named(lang.split("-")[0])
        if designation.is_approved and designation.form is not Form.SHORT
    )


class _Reading:
    """The words of one text, with the titles, people and places of the glossary among them."""

    def __init__(self, text: TextView) -> None:
        titles = text.matches(types=(ConceptType.TITLE,), nested=True)
        self.title_ends = {match.span.end for match in titles}
        self._text = text

    @cached_property
    def words(self) -> TextWords:
        """Few texts are ever asked for them."""
        return TextWords(self._text.text, self._text.language.tag, self.title_ends)

    @cached_property
    def _borders(self) -> _KnownBorders:
        return _KnownBorders(self.words, self._text)

    def lone_word(self, start: int) -> LoneWord | None:
        """The word at a place, if it stands by itself or behind a title (`names.standing`)."""
        place = self.words.place_at(start)
        span = self.words.span(place)
        if self._borders.people.overlaps(span):
            return None
        standing = standing_of(self.words, place, 1, self._borders)
        if standing is Standing.PART or in_address(self._text.text, span):
            return None
        word = span.slice(self._text.text)
        return LoneWord(self._text.index, span, word, standing is Standing.ADDRESSED)


class _KnownBorders:
    """Where the people and places of the glossary begin and end in a text."""

    def __init__(self, words: TextWords, text: TextView) -> None:
        named = (ConceptType.PERSON, ConceptType.PLACE)
        found = [match.span for match in text.matches(types=named, foreign=True)]
        self._words = words
        self._starts = {span.start for span in found}
        self._ends = {span.end for span in found}
        self.people = Cover(
            match.span for match in text.matches(types=(ConceptType.PERSON,), foreign=True)
        )

    def begins_known(self, place: int) -> bool:
        return self._words.tokens[place].span.start in self._starts

    def ends_known(self, place: int) -> bool:
        return self._words.tokens[place].span.end in self._ends
