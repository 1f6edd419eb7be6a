"""The concept: the unit of knowledge, and the designations that name it (ISO 1087, ISO 30042)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from termkit.model.period import PartialDate, Period
from termkit.model.script import script_of


class ConceptType(StrEnum):
    """What kind of thing a concept is."""

    EVENT = "event"
    ORGANISATION = "organisation"
    PERSON = "person"
    PLACE = "place"
    SET_PHRASE = "set-phrase"
    SLOGAN = "slogan"
    TERM = "term"
    TITLE = "title"
    TREATY = "treaty"


class DesignationKind(StrEnum):
    """What names the concept (ISO 1087)."""

    TERM = "term"
    PROPER_NAME = "proper-name"
    SYMBOL = "symbol"


class AdminStatus(StrEnum):
    """Administrative status of a designation (ISO 30042)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"


class Review(StrEnum):
    """Whether people have read the entry; nothing proposed is reported above a hint."""

    PROPOSED = "proposed"
    REVIEWED = "reviewed"


class Form(StrEnum):
    """How a designation relates to the full one."""

    FULL = "full"
    SHORT = "short"
    ABBREVIATION = "abbreviation"
    ACRONYM = "acronym"
    VARIANT = "variant"


class Toponym(StrEnum):
    """Whether a place name is used where the place is (UNGEGN)."""

    ENDONYM = "endonym"
    EXONYM = "exonym"


class Conversion(StrEnum):
    """How a name came from another language."""

    TRANSLITERATION = "transliteration"
    TRANSCRIPTION = "transcription"
    READING = "reading"
    TRANSLATION = "translation"


class Confidence(StrEnum):
    """How sure the compiler of an entry was."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class RelationKind(StrEnum):
    """How one concept stands to another."""

    HOLDS_OFFICE = "holds-office"
    SUCCEEDS = "succeeds"
    BROADER = "broader"
    PART_OF = "part-of"


@dataclass(frozen=True, slots=True)
class SourceRef:
    """A text or page that an entry rests on.

    Attributes:
        id: Slug by which entries cite it.
        title: As a person would cite it.
        date: When it was published, if known.
    """

    id: str
    title: str
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A dated link between two concepts.

    The dates of an office belong here, between person and title, never to the name.

    Attributes:
        kind: What the link says.
        target: Id of the other concept.
        valid_from: First date it held.
        valid_until: Last date it held; ``None`` when open or unknown.
        confirmed: Last date a page showed it. No finding speaks of the relation after it.
        sources: Ids of `SourceRef`.
        note: In words.
    """

    kind: RelationKind
    target: str
    valid_from: PartialDate | None = None
    valid_until: PartialDate | None = None
    confirmed: PartialDate | None = None
    sources: tuple[str, ...] = ()
    note: str = ""

    @property
    def period(self) -> Period:
        return Period(self.valid_from, self.valid_until)


@dataclass(frozen=True, slots=True)
class Designation:
    """A term, proper name or symbol that names a concept in one language.

    Its key within the concept is (`lang`, `text`). The same text in two concepts is a
    homograph and legal.

    Attributes:
        deprecated_by: Who calls a deprecated designation wrong. ``None`` when it is only
            another house's usage: then it is worth a hint, not a warning.
    """

    lang: str
    text: str
    kind: DesignationKind = DesignationKind.TERM
    status: AdminStatus = AdminStatus.PREFERRED
    review: Review = Review.REVIEWED
    form: Form = Form.FULL
    toponym: Toponym | None = None
    conversion: Conversion | None = None
    valid_from: PartialDate | None = None
    valid_until: PartialDate | None = None
    deprecated_by: str | None = None
    sources: tuple[str, ...] = ()
    note: str = ""

    @property
    def is_approved(self) -> bool:
        """Whether a text may use it: preferred or admitted, not deprecated or superseded.

        >>> old = Designation("en", "Tonkin", status=AdminStatus.SUPERSEDED)
        >>> Designation("en", "Ha Noi", status=AdminStatus.ADMITTED).is_approved, old.is_approved
        (True, False)
        """
        return self.status in (AdminStatus.PREFERRED, AdminStatus.ADMITTED)


@dataclass(frozen=True, slots=True)
class Concept:
    """A unit of knowledge, independent of language.

    Attributes:
        id: Slug fixed at creation; it never follows a renaming.
        claim: The choice of form states a claim of sovereignty: such a name is never
            rewritten and never suggested.
        review: Proposed until a person has accepted it.
        untranslated: Its designations stand as they are in every language (ITS 2.0, data
            category Translate: no).
    """

    id: str
    type: ConceptType
    subject_field: str
    designations: tuple[Designation, ...]
    definition: str = ""
    relations: tuple[Relation, ...] = ()
    review: Review = Review.REVIEWED
    confidence: Confidence = Confidence.MEDIUM
    claim: bool = False
    valid_from: PartialDate | None = None
    valid_until: PartialDate | None = None
    sources: tuple[str, ...] = ()
    note: str = ""
    untranslated: bool = False

    def named(self, lang: str) -> tuple[Designation, ...]:
        """Designations in one language, in the file's order."""
        return tuple(d for d in self.designations if d.lang == lang)

    def in_language(self, lang: str) -> tuple[Designation, ...]:
        """Designations that a text in a language may use, in the file's order.

        Unlike `named`, *zh* meets *zh-Hans* and *zh-Hant*: see `same_language`.
        """
        return tuple(d for d in self.designations if same_language(d.lang, lang))

    def preferred(self, lang: str) -> Designation | None:
        """The preferred designation in a language, or ``None`` when there is none."""
        for designation in self.in_language(lang):
            if designation.status is AdminStatus.PREFERRED:
                return designation
        return None


_USUAL_SCRIPTS = {"en": ("Latn",), "vi": ("Latn",), "zh": ("Hans", "Hant", "Hani")}


def same_language(tag: str, other: str) -> bool:
    """Whether two BCP 47 tags name the same language in the same writing.

    A tag without a script means that of its region, else the usual ones of its language.

    >>> same_language("zh", "zh-Hans"), same_language("zh-Hant", "zh-Hans")
    (True, False)
    >>> same_language("zh-TW", "zh-Hant"), same_language("zh-TW", "zh-Hans")
    (True, False)
    >>> same_language("vi", "vi-Hani"), same_language("zh", "zh-Latn-pinyin")
    (False, False)
    """
    if tag == other:
        return True
    language, script = _subtags(tag)
    other_language, other_script = _subtags(other)
    if language != other_language:
        return False
    if script and other_script:
        return script == other_script
    usual = _USUAL_SCRIPTS.get(language, ())
    return not usual or (script or other_script or usual[0]) in usual


def _subtags(tag: str) -> tuple[str, str]:
    """Primary language, lower case, and script or the empty text."""
    return tag.split("-")[0].lower(), script_of(tag)
