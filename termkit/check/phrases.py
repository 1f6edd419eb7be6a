"""Designations as sequences of words that can be compared: what two wordings share.

Two designations of one concept differ in ways that are nobody's slip (capitals, number,
marks, *Viet Nam* for *Vietnam*, *defense* for *defence*), in ways that are ordinary prose
(a short form after the full one, an article more), and in words. Only the last is a choice
of term. `wording` takes the first kind away; `is_ordinary` recognises the second.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from termkit.check.capitals import weighty_capitals
from termkit.glossary.store import Glossary
from termkit.lang import get_language
from termkit.lang.en.inflect import make_singular
from termkit.lang.tables import load_rows
from termkit.lang.vi.tones import set_tone_style
from termkit.model.concept import Concept, ConceptType, Designation, Form
from termkit.text.fold import strip_marks
from termkit.text.normalise import normalise

# Closed classes that carry no naming (Quirk et al., A Comprehensive Grammar of the English
# Language, 2.34; the Vietnamese and Chinese ones are their counterparts).
FUNCTION_WORDS = {
    "en": frozenset(
        {"the", "a", "an", "of", "on", "in", "for", "with", "to", "at", "by", "from", "between"}
        | {"among", "and", "or", "that", "which", "its", "their", "our", "this", "these", "as"}
    ),
    "vi": frozenset(("của", "về", "và", "các", "những", "cho", "với", "ở", "tại", "giữa", "trong")),
    "zh": frozenset("的和与之及"),
}
_SHORT_FORMS = (Form.SHORT, Form.ABBREVIATION, Form.ACRONYM)


@dataclass(frozen=True, slots=True)
class Wording:
    """A designation without what is nobody's choice of term.

    Attributes:
        words: Keys in order: lower case, no number, one spelling; places by concept id.
        content: Those that are not function words.
    """

    words: tuple[str, ...]
    content: frozenset[str]


def wording(glossary: Glossary, lang: str, text: str) -> Wording:
    """The wording of a designation or of a text that names something."""
    return glossary.once(("phrases", lang, text), lambda: _wording(glossary, lang, text))


@lru_cache(maxsize=1 << 15)
def word_key(word: str, lang: str) -> str:
    """One key for the forms of a word that are the same word: number, capitals, spelling.

    >>> word_key("Neighbours'", "en") == word_key("neighbor", "en")
    True
    >>> word_key("Hòa", "vi") == word_key("hoà", "vi"), word_key("sẽ", "vi") == word_key("sẻ", "vi")
    (True, False)
    """
    key = word.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if not lang.startswith("en"):
        # Hoà and hòa are one syllable in two styles.
        return set_tone_style(key, "old") if lang.startswith("vi") else key
    key = strip_marks(key)
    key = re.sub(r"'s$|'$", "", key)
    # People is the singular of peoples here: People's Court, Peoples' Court.
    key = key if key == "people" else make_singular(key) or key
    return _american().get(key, key)


def is_ordinary(
    first: Wording,
    second: Wording,
    optional: frozenset[str] = frozenset(),
    *,
    formula: bool = False,
) -> bool:
    """Whether two wordings differ as prose differs, not as terms do.

    So they do when one is the other with words left out (a short form, an expansion), or when
    the content words are the same, words that the concept's own designations leave out or put
    in (``optional``) not counted. In a ``formula`` the function words belong to the wording,
    and the same content words with others between them are another wording.

    >>> full = Wording(("high", "level", "perception"), frozenset(("high", "level", "perception")))
    >>> short = Wording(("perception",), frozenset(("perception",)))
    >>> other = Wording(("consensus",), frozenset(("consensus",)))
    >>> is_ordinary(full, short), is_ordinary(full, other)
    (True, False)
    """
    if _left_out(first.words, second.words) or _left_out(second.words, first.words):
        return True
    return not formula and first.content - optional == second.content - optional


def optional_words(glossary: Glossary, concept: Concept, lang: str) -> frozenset[str]:
    """Content words that some designation of the concept has and another leaves out.

    *high-level* in *high-level common perceptions*, because *common perceptions* is the same
    concept: then *high-level consensus* and *important consensus* differ in nothing that names.
    """

    def make() -> frozenset[str]:
        known = [wording(glossary, lang, d.text) for d in full_designations(concept, lang)]
        found: set[str] = set()
        for longer in known:
            for shorter in known:
                if shorter.words != longer.words and _left_out(shorter.words, longer.words):
                    found |= longer.content - shorter.content
        return frozenset(found)

    return glossary.once(("phrases", lang, "optional", concept.id), make)


def full_designations(concept: Concept, lang: str) -> list[Designation]:
    """Approved designations that are spelt out, in the file's order."""
    return [
        designation
        for designation in named_in(concept, lang)
        if designation.is_approved and not is_abbreviated(designation)
    ]


def named_in(concept: Concept, lang: str) -> list[Designation]:
    """Designations in a language, whatever script or region subtag they carry."""
    primary = lang.split("-")[0].lower()
    return [d for d in concept.designations if d.lang.split("-")[0].lower() == primary]


def is_initiative(concept: Concept) -> bool:
    """Whether a term is a name: all its full English designations have capitals throughout.

    *Global Security Initiative*, and not *comprehensive strategic partnership*.
    """
    names = [name.text for name in full_designations(concept, "en") if " " in name.text]
    return concept.type is ConceptType.TERM and any(names) and all(map(_is_capitalised, names))


def _is_capitalised(name: str) -> bool:
    return all(weighty_capitals(name.split()))


def is_abbreviated(designation: Designation) -> bool:
    """Whether it stands for a longer form: *UNCLOS*, *BRI*, 越共.

    >>> is_abbreviated(Designation("en", "UNCLOS 1982")), is_abbreviated(Designation("zh", "共识"))
    (True, False)
    """
    if designation.form in _SHORT_FORMS:
        return True
    letters = [c for c in designation.text if c.isalpha()]
    return bool(letters) and all(c.isupper() for c in letters) and letters[0].isupper()


def _wording(glossary: Glossary, lang: str, text: str) -> Wording:
    text = normalise(text).text
    places = [
        (match.span, match.concept.id)
        for match in glossary.matcher(lang).find(text)
        if match.concept.type is ConceptType.PLACE and not match.is_foreign
    ]
    places.sort(key=lambda place: (place[0].start, -len(place[0])))
    primary = lang.split("-")[0].lower()
    functions = FUNCTION_WORDS.get(primary, frozenset())
    words: list[str] = []
    end = 0
    for word in get_language(lang).words(text):
        if word.start < end:
            continue
        place = next((p for p in places if p[0].start == word.start), None)
        if place is not None:
            words.append(f"@{place[1]}")
            end = place[0].end
        else:
            words.append(word_key(word.slice(text), primary))
    while len(words) > 1 and words[0] in ("the", "a", "an"):
        del words[0]
    return Wording(tuple(words), frozenset(word for word in words if word not in functions))


def _left_out(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether the shorter is the longer with words left out, the order kept."""
    rest = iter(longer)
    return all(word in rest for word in shorter)


@cache
def _american() -> dict[str, str]:
    """British spellings to American ones: a key needs one of the two, and either will do."""
    return {row[0]: row[1] for row in load_rows("en", "spelling")}
