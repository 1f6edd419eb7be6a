"""Who is named in a document, where, and in which form: what the rules about names share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from termkit.check.nearby import before
from termkit.check.surroundings import in_address, is_joined
from termkit.check.view import DocumentView, TextView
from termkit.glossary.matcher import Likeness, Match
from termkit.lang import get_language
from termkit.lang.zh.pinyin import count_syllables
from termkit.model.concept import AdminStatus, Concept, ConceptType, Form
from termkit.model.span import Span
from termkit.names.forms import name_key
from termkit.names.parse import capital_runs, find_personal_names, is_family_name
from termkit.names.written import has_marks, lacks_marks, syllables
from termkit.text.cover import Cover

HONORIFICS = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Mme|Dr|Prof)\.?|\b(?:Comrade|Comrades|Professor|Uncle|Sir|Madam)"
    r"|\b(?:[ôÔ]ng|[bB]à|[aA]nh|[cC]hị|[đĐ]ồng chí|[nN]gài|[cC]ụ|[bB]ác|[tT]iến sĩ|[gG]iáo sư))\s$"
)
# The last word of a rank, in front of a name: what is a title though no glossary has it.
_RANK = re.compile(
    r"\b(?:President|Chairman|Chairwoman|Chairperson|Secretary|Premier|Minister|Ambassador|"
    r"Governor|Mayor|Director|Counsellor|Councilor|Envoy|Leader|General|Spokesperson|"
    r"Spokesman|Spokeswoman|Chief|Head|Captain|Colonel|Admiral|leader|spokesperson|"
    r"Bí thư|[tT]rưởng|Chủ tịch|Thủ tướng|Chủ nhiệm|Đại sứ|[tT]ướng|nước|Quốc hội|Chính phủ|"
    r"Ngoại giao|viên|đốc)\s$"
)


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


def ranked(text: TextView, span: Span) -> bool:
    """Whether a rank or office stands right before a name."""
    return _RANK.search(before(text.text, span)) is not None


class DocumentNames:
    """The names of one document, found once; `names_of` keeps it."""

    def __init__(self, view: DocumentView) -> None:
        self._texts = view.texts
        self._glossary = view.glossary

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
        people = {
            name_key(form): (person, form)
            for person in self._glossary
            if person.type is ConceptType.PERSON
            for form in written_forms(person, "vi")
        }
        found = []
        for text in self._texts:
            if text.lang.startswith("zh"):
                continue
            known = [match.span for match in text.all_matches if match.text[:1].isupper()]
            for name in find_personal_names(text.text, without=known):
                if in_address(text.text, name.span):
                    continue
                words_before = before(text.text, name.span)
                if (
                    len(syllables(name.text)) == 2
                    and name.lang == "vi"
                    and not (HONORIFICS.search(words_before) or _RANK.search(words_before))
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
    def _lone_by_unit(self) -> dict[int, list[LoneWord]]:
        found: dict[int, list[LoneWord]] = defaultdict(list)
        for word in self.lone_words:
            found[word.unit].append(word)
        return found

    def lone_in(self, unit: int) -> list[LoneWord]:
        """The lone words of one text."""
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

    @cached_property
    def lone_words(self) -> tuple[LoneWord, ...]:
        """Lone capitalised words of running text, in order; headings have none."""
        return tuple(
            word for text in self._texts if not text.is_heading for word in find_lone_words(text)
        )


def names_of(view: DocumentView) -> DocumentNames:
    """The names of a document: six rules ask, one looks."""
    return view.once(DocumentNames)


def own_language(person: Concept) -> str | None:
    """Whose custom a person's name follows: ``vi``, ``zh``, or ``None`` when it does not show.

    A Vietnamese name is written abroad with the same letters (*Tô Lâm*, *To Lam*); a Chinese
    one is in pinyin there and has another, Sino-Vietnamese, form in Vietnamese.
    """
    english, vietnamese = person.preferred("en"), person.preferred("vi")
    if english is None:
        return None
    if vietnamese is not None and name_key(vietnamese.text) == name_key(english.text):
        return "vi" if has_marks(vietnamese.text) else None
    words = syllables(english.text)
    if len(words) == 2 and is_family_name(words[0], "zh") and count_syllables(words[1]):
        return "zh" if person.preferred("zh") is not None else None
    return None


def is_written_name(match: Match) -> bool:
    """Whether a match in Latin script is capitalised as a name is; *lam* is no *Lam*."""
    return all(word[0].isupper() for word in syllables(match.text)) or not match.text.isascii()


def written_forms(person: Concept, lang: str) -> tuple[str, ...]:
    """The full names a text in a language may use."""
    return tuple(
        designation.text
        for designation in person.named(lang.split("-")[0])
        if designation.status in (AdminStatus.PREFERRED, AdminStatus.ADMITTED)
        and designation.form is not Form.SHORT
    )


def find_lone_words(text: TextView) -> Iterator[LoneWord]:
    """Capitalised words with no other capitalised word beside them but a title before."""
    titles = {match.span.end for match in text.matches(types=(ConceptType.TITLE,), nested=True)}
    people = Cover(match.span for match in text.matches(types=(ConceptType.PERSON,), foreign=True))
    for run in capital_runs(text.text):
        span = run[-1]
        if people.overlaps(span) or is_joined(text.text, span):
            continue
        if text.lang.startswith("vi") and text.language.straddles(text.text, span):
            continue  # Chính of "Thủ tướng Chính phủ Phạm Minh Chính" is half a word
        words_before = before(text.text, span)
        addressed = (
            bool(HONORIFICS.search(words_before) or _RANK.search(words_before))
            or span.start - len(words_before) + len(words_before.rstrip()) in titles
        )
        if (len(run) == 1 or addressed) and not in_address(text.text, span):
            yield LoneWord(text.index, span, span.slice(text.text), addressed)
