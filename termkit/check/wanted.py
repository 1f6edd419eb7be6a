"""What to write instead: the house's designation or the glossary's, in the shape of the text."""

from __future__ import annotations

import re

from termkit.check.phrases import named_in
from termkit.check.view import DocumentView
from termkit.lang.base import Language
from termkit.model.concept import AdminStatus, Concept

# What ends the head of an English noun phrase: "communities | of common destiny".
_TAIL = re.compile(r" (?:of|with|for|on|in|between|to|that|which)\b")


def wanted_designation(concept: Concept, document: DocumentView) -> str | None:
    """The designation that this house prefers, else the glossary; ``None`` when there is none."""
    profile = document.profile
    if profile is not None and profile.complete:
        for line in profile.preferred.get(concept.id, ()):
            if line.fires:
                return line.value
    for designation in named_in(concept, document.lang):
        if designation.status is AdminStatus.PREFERRED:
            return designation.text
    return None


def fit(better: str, written: str, language: Language, *, base: str | None = None) -> str:
    """The better designation in the number and capitals of the text it replaces.

    Args:
        better: A designation.
        written: What stands in the text.
        language: Of both.
        base: The designation of which the written text is a form. When both have the same
            number, the number says nothing: *consensus* is no singular of *perceptions*.

    >>> from termkit.lang import get_language
    >>> fit("border gate", "Frontier Posts", get_language("en"))
    'Border Gates'
    >>> fit("Hai hành lang, một vành đai", "hai hành lang", get_language("vi"))
    'Hai hành lang, một vành đai'
    """
    if language.tag == "en" and (base is None or is_plural(base) != is_plural(written)):
        better = _in_number(better, written, language)
    letters = [c for c in written if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters) and " " in written:
        return better.upper()
    words = [word for word in written.split() if len(word) > 3]
    if len(words) > 1 and all(word[0].isupper() for word in words) and better.islower():
        return _in_title_case(better)
    if written[:1].isupper():
        return better[:1].upper() + better[1:]
    return better


def _in_number(better: str, written: str, language: Language) -> str:
    if is_plural(better) == is_plural(written):
        return better
    for other in language.inflections(better):
        if is_plural(other) == is_plural(written):
            return other
    # The glossary's form is the plural: exchanges, for a written exchange.
    if is_plural(better) and not _TAIL.search(better):
        return re.sub(r"(?<!s)s$", "", better)
    return better


def is_plural(text: str) -> bool:
    """Whether the head of an English term is a plural.

    >>> is_plural("communities of common destiny"), is_plural("common perceptions")
    (True, True)
    >>> is_plural("political consensus"), is_plural("exchange of visits")
    (False, False)
    """
    head = _TAIL.split(text, maxsplit=1)[0]
    return head.endswith("s") and not head.endswith(("ss", "us", "is"))


def _in_title_case(text: str) -> str:
    return re.sub(
        r"\b(?!(?:of|with|for|on|in|and|the|a|an|to)\b)\w",
        lambda letter: letter[0].upper(),
        text,
    )
