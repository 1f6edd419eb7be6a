"""Personal names and what comparing two written names says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a comparison says; the strongest first."""

    SAME = "same"
    COMPATIBLE = "compatible"  # one side says less, and contradicts nothing
    CONFLICT = "conflict"


class Role(StrEnum):
    """What a part of a personal name is."""

    TITLE = "title"
    FAMILY = "family"
    MIDDLE = "middle"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class NamePart:
    """One part of a personal name as written: *Lê*, *Hoài*, *Trung*."""

    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class PersonalName:
    """A personal name taken apart.

    Attributes:
        parts: In the order written.
        lang: Whose custom the name follows: ``vi``, ``zh`` or ``en``.
        short_form: What stands alone on second mention; ``None`` when nothing does.
    """

    parts: tuple[NamePart, ...]
    lang: str
    short_form: str | None


@dataclass(frozen=True, slots=True)
class NameComparison:
    """Whether two written names can be the name of one.

    Attributes:
        verdict: ``same``, ``compatible`` (one side says less and contradicts nothing) or
            ``conflict``.
        score: In [0, 1]; 1 for ``same``, below 0.5 for ``conflict``.
        reasons: One sentence per syllable, in the order of the first name.
    """

    verdict: Verdict
    score: float
    reasons: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether the two match: ``same`` or ``compatible``."""
        return self.verdict is not Verdict.CONFLICT
