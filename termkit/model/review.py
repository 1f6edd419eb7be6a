"""From a proposal to a person's word: candidates, what speaks for them, and decisions."""

from __future__ import annotations

import datetime
import hashlib
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from termkit.model.concept import ConceptType


@dataclass(frozen=True, slots=True)
class Form:
    """A written form in a language.

    Attributes:
        lang: BCP 47 tag.
        text: As most often written, case and marks kept.
    """

    lang: str
    text: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """One of the forms that render a form, and how often it was seen to."""

    text: str
    count: int
    score: float


@dataclass(frozen=True, slots=True)
class Context:
    """A place where a candidate was seen.

    Attributes:
        unit: Id of the translation unit, or of the segment.
        path: Its file; ``None`` where it came from none.
        line: Counted from 1; ``None`` when the format has no lines.
        source, target: Text around both forms; the target is empty in a single language.
        publisher: Who published it.
        date: Of publication.
    """

    unit: str
    source: str
    target: str = ""
    path: str | None = None
    line: int | None = None
    publisher: str | None = None
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a candidate.

    Attributes:
        count: Places where one form renders the other, or stands where the other does.
        source_count, target_count: Places where each form stands.
        dice, log_likelihood, fisher: Association of the two; see `termkit.align.association`.
        renderings: Every rendering of the source form, the best first, this one included.
        back_renderings: What the target form renders, the best first.
        contexts: Places where it was seen, of different publishers first.
        publishers: Who writes the pair.
        concepts: Ids of concepts of the glossary that have one of the forms.
    """

    count: int
    source_count: int
    target_count: int
    dice: float = 0.0
    log_likelihood: float = 0.0
    fisher: float = 1.0
    renderings: tuple[Rendering, ...] = ()
    back_renderings: tuple[Rendering, ...] = ()
    contexts: tuple[Context, ...] = ()
    publishers: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two forms that may name one concept: a term and its translation, or two variants.

    Attributes:
        id: `candidate_id` of the forms: the same pair has the same id in every run.
        source, target: The forms; of one language when they are variants.
        score: In [0, 1]; higher is better.
        evidence: What speaks for it.
        type: What kind of concept its form speaks of.
    """

    id: str
    source: Form
    target: Form
    score: float
    evidence: Evidence
    type: ConceptType = ConceptType.TERM

    @property
    def is_variant(self) -> bool:
        """Whether it holds two forms of one language."""
        return self.source.lang == self.target.lang


class Verdict(StrEnum):
    """What a reviewer says of a candidate."""

    ACCEPT = "accept"
    REJECT = "reject"
    MERGE = "merge"
    DEFER = "defer"
    RETRACT = "retract"


@dataclass(frozen=True, slots=True)
class Decision:
    """A reviewer's word on a candidate. Later words of the same reviewer replace earlier ones.

    Attributes:
        candidate: Id of the candidate.
        verdict: ``merge`` names the concept it belongs to; ``defer`` leaves it in the queue;
            ``retract`` takes back the reviewer's last word.
        reviewer: Who says so.
        date: When, with its offset from UTC.
        concept: Id of the concept to merge into.
        reason: In words.
        source, target: The forms as they were decided on, so that a decision reads alone.
        type: What kind of concept it is, where the reviewer says.
        extra: Further columns of a review sheet, name and value.
    """

    candidate: str
    verdict: Verdict
    reviewer: str
    date: datetime.datetime
    source: Form
    target: Form
    concept: str | None = None
    reason: str = ""
    type: ConceptType | None = None
    extra: tuple[tuple[str, str], ...] = ()

    def agrees(self, other: Decision) -> bool:
        """Whether two reviewers say the same."""
        return (self.verdict, self.concept) == (other.verdict, other.concept)


def candidate_id(source: Form, target: Form) -> str:
    """Twelve hexadecimal digits that stand for a pair of forms, spaces and case aside.

    >>> a, b = Form("vi", "Biển Đông"), Form("en", "South China Sea")
    >>> candidate_id(a, b) == candidate_id(Form("vi", "biển  đông"), b)
    True
    >>> candidate_id(a, b) == candidate_id(b, a)
    False
    """
    forms = (part for form in (source, target) for part in (form.lang, _normal(form.text)))
    return hashlib.sha256("\0".join(forms).encode()).hexdigest()[:12]


def _normal(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
