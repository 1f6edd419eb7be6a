"""Vietnamese names that keep their marks in an English text whose others have none.

Rule N101 tells them in a house that drops marks, whatever they name; rule N102 one that stands
among bare ones, where no house says what is right.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from termkit.check.houses import free_mentions, house_name, is_quoted_name
from termkit.check.mentions import names_of
from termkit.check.nearby import matches_near
from termkit.check.rule import Mark
from termkit.check.view import DocumentView, TextView
from termkit.lang.vi.marks import without_marks
from termkit.lang.vi.syllables import is_syllable
from termkit.model.concept import ConceptType
from termkit.model.finding import Safety, Severity
from termkit.model.span import Span
from termkit.names.forms import name_key
from termkit.names.parse import capital_runs
from termkit.names.written import has_marks

_BARE = 3  # names without marks that make of one with them the odd one
_LEAST = 3  # syllables by which a bare name is known to be Vietnamese
_NAMED = (ConceptType.PERSON, ConceptType.PLACE)
# Marks of Vietnamese alone; é, ê, à and the like are French, Portuguese and others' as well.
_OWN = "\N{COMBINING HOOK ABOVE}\N{COMBINING DOT BELOW}\N{COMBINING HORN}"
_MARKS = re.compile("[\u0300-\u036f]+")


def find_marked_names(view: DocumentView) -> Iterator[Mark]:
    """Names outside the glossary, in a house that writes them without marks."""
    known = {(mention.unit, mention.span) for mention in names_of(view).strangers}
    for text in view.texts:
        for span in _marked(text):
            named = any(match.span.overlaps(span) for match in matches_near(text, span))
            told = any(unit == text.index and other.overlaps(span) for unit, other in known)
            if not (named or told or is_quoted_name(text, span)):
                written = span.slice(text.text)
                yield text.mark(
                    span,
                    f"{written!r} keeps its marks; {house_name(view)} writes names without",
                    replacement=without_marks(written),
                    safety=Safety.SAFE,
                )


def find_odd_marks(view: DocumentView) -> Iterator[Mark]:
    """The one name with marks, where the text writes all its others without."""
    if view.language != "en":
        return
    if view.profile is not None and view.profile.setting("diacritics") is not None:
        return  # rule N101 knows
    marked = [(text, span) for text in view.texts for span in _marked(text)]
    if len(marked) != 1 or is_quoted_name(*marked[0]):
        return
    text, span = marked[0]
    written = span.slice(text.text)
    bare = _bare_names(view) - {name_key(written)}
    if len(bare) >= _BARE:
        yield text.mark(
            span,
            f"{written!r} has its marks, the document's other names have none",
            replacement=without_marks(written),
            severity=Severity.INFO,
        )


def _marked(text: TextView) -> Iterator[Span]:
    """Vietnamese syllables with capitals side by side, of which one can be of no other language."""
    if text.text.isascii():
        return
    for run in capital_runs(text.text):
        syllables: list[Span] = []
        for span in (*run, None):
            if span is not None and is_syllable(span.slice(text.text).lower()):
                syllables.append(span)
                continue
            if any(_is_vietnamese(syllable.slice(text.text)) for syllable in syllables):
                yield Span(syllables[0].start, syllables[-1].end)
            syllables = []


def _is_vietnamese(word: str) -> bool:
    """Whether a word has a mark that no other language has.

    >>> [_is_vietnamese(word) for word in ("Quốc", "Đảo", "José", "Côte")]
    [True, True, False, False]
    """
    groups = _MARKS.findall(unicodedata.normalize("NFD", word))
    return "đ" in word.lower() or any(len(group) > 1 or group in _OWN for group in groups)


def _bare_names(view: DocumentView) -> set[str]:
    """Vietnamese names without their marks, by their letters."""
    found: set[str] = set()
    for text in view.texts:
        for match in free_mentions(view, text):
            own = any(has_marks(name.text) for name in match.concept.named("vi"))
            vietnamese = own and match.concept.subject_field != "places China"
            if vietnamese and not has_marks(match.text) and match.concept.type in _NAMED:
                found.add(name_key(match.text))
    for mention in names_of(view).strangers:
        long_enough = len(mention.text.split()) >= _LEAST
        if mention.lang == "vi" and long_enough and not has_marks(mention.text):
            found.add(mention.key)
    return found
