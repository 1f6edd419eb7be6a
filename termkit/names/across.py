"""Names of two scripts, two ways of romanising, or two languages: whether they meet at all.

Asked of pairs whose letters differ, so most answers are no, and the first questions are cheap.
"""

from __future__ import annotations

from termkit.model.name import Verdict
from termkit.names.by_sound import compare_by_sound
from termkit.names.exonyms import compare_territories
from termkit.names.latin import Marks, Outcome
from termkit.names.read import NameText
from termkit.names.readings import compare_conventional, compare_han, compare_han_latin
from termkit.names.romanised import compare_romanised

Languages = tuple[str | None, str | None]


def compare_across(one: NameText, two: NameText, langs: Languages, marks: Marks) -> Outcome | None:
    """What readings, conventional spellings and names of states say; ``None`` where nothing does.

    Args:
        one: A name.
        two: Another.
        langs: The language of each, where known.
        marks: Whether the source of each is known to write marks.
    """
    found: Outcome | None = None
    if one.han and two.han:
        found = compare_han(one.han, two.han)
    elif one.han and two.words:
        found = compare_han_latin(one.han, two, langs[1], marks[1])
    elif two.han and one.words:
        found = compare_han_latin(two.han, one, langs[0], marks[0])
    elif one.words and two.words:
        found = compare_romanised(one, two, marks)
    if found is None or found.verdict is Verdict.CONFLICT:
        return (
            compare_conventional(one, two)
            or compare_territories(one, two, *langs)
            or (compare_by_sound(one, two) if one.joints or two.joints else None)
            or found
        )
    return found
