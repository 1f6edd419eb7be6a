"""Formal names of states: a form of state, then a name that has that form.

*Cộng hòa Xã hội chủ nghĩa Việt Nam* is Việt Nam; *Cộng hòa Việt Nam* is none.

Source: tables `state_forms.tsv` of the three language rooms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from termkit.lang.tables import load_rows
from termkit.names.territory_inexact import find_unmarked
from termkit.names.territory_keys import bare_key, words
from termkit.names.territory_names import han_names, known


def find_formal(found: tuple[str, ...], lang: str | None) -> str | None:
    """The code of a formal name in letters, as `territory_keys.words` has it."""
    if found[0] == "nước":
        found = found[1:]
        if (code := known("".join(found), lang)) is not None:
            return code
    bare = tuple(map(bare_key, found))
    for length in range(min(_longest_form(), len(found) - 1), 0, -1):
        forms = state_words().get(found[:length])
        if forms is None and bare == found:  # Cong hoa Xa hoi chu nghia Viet Nam
            forms = _bare_state_words().get(bare[:length])
        if forms:
            rest = found[length:]
            code = known("".join(rest), None) or find_unmarked("".join(rest))
            if code is not None and forms & _state_forms().get(code, frozenset()):
                return code
    return None


def find_formal_han(han: str) -> str | None:
    """The code of a formal name in characters: 越南社会主义共和国."""
    for text, forms in _han_state_words():
        if han.endswith(text) and len(han) > len(text) + 1:
            code = han_names().get(han.removesuffix(text))
            if code is not None and forms & _state_forms().get(code, frozenset()):
                return code
    return None


@cache
def state_words() -> Mapping[tuple[str, ...], frozenset[str]]:
    """The words in front of a name, Vietnamese and English, and the forms they stand for."""
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for form, text in load_rows("vi", "state_forms"):
        found[words(text) or ()].add(form)
        found[words(f"{form} of") or ()].add(form)
    found[("cooperative", "republic", "of")].add("co-operative republic")
    found[("federal", "republic", "of")].add("federal republic")
    return {key: frozenset(forms) for key, forms in found.items()}


@cache
def _state_forms() -> Mapping[str, frozenset[str]]:
    """The forms of state of each code."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, form in load_rows("en", "state_forms"):
        found[code].add(form)
    return {code: frozenset(forms) for code, forms in found.items()}


@cache
def _longest_form() -> int:
    return max(map(len, state_words()))


@cache
def _bare_state_words() -> Mapping[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], frozenset[str]] = {}
    for key, forms in state_words().items():
        bare = tuple(map(bare_key, key))
        found[bare] = found.get(bare, frozenset()) | forms
    return found


@cache
def _han_state_words() -> tuple[tuple[str, frozenset[str]], ...]:
    found: dict[str, set[str]] = defaultdict(set)
    for form, text in load_rows("zh", "state_forms"):
        found[text].add(form)
    return tuple((text, frozenset(found[text])) for text in sorted(found, key=len, reverse=True))
