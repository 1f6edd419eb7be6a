"""Vale: a substitution rule of a style, or the accept or reject list of a vocabulary.

Source: vale.sh, *Docs: Checks: substitution* and *Docs: Vocabularies* (Vale 3, read 2026-11), and
its source (internal/check/substitution.go, 2026): the keys of ``swap`` are regular expressions
with lookarounds, matched with their capitals; ``(`` opens a group even where it is escaped;
``|`` in a value parts two suggestions, ``$1`` refers to a group; ``nonword`` takes Vale's own
word boundaries away, which know ASCII alone. A line of a vocabulary is a regular expression;
those to accept are also how Vale wants the word written, so ``(?i)`` stands before all but names.

dialects
    substitution: ``styles/NAME/Terms.yml``. accept, reject: ``config/vocabularies/NAME/*.txt``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from termkit.errors import FormatLimitError
from termkit.formats.base import ConceptDoor, ConceptOptions, Format, text_into
from termkit.formats.wrong_words import (
    LOSES,
    UNICODE_LETTERS,
    WrongWord,
    keeps,
    keeps_pairs,
    literal,
    pattern,
    spellings,
    wrong_words,
)
from termkit.model.concept import Concept, DesignationKind

_HEAD = """\
extends: substitution
message: "Use '%s' instead of '%s'."
level: warning
ignorecase: false
nonword: true
action:
  name: replace
swap:
"""
_NOWHERE = "(?!)"  # matches nothing, while a rule without a swap would match everything
# What JSON leaves as it is and YAML does not take in double quotation marks.
_NOT_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """The rule or the list that the dialect says.

    Raises:
        FormatLimitError: A replacement with ``|`` or ``$`` and a digit, which mean something.
    """
    with text_into(out) as text:
        if options.dialect == "accept":
            text.writelines(f"{line}\n" for line in _accepted(concepts))
            return
        words = wrong_words(concepts, options.languages[0])
        if options.dialect == "reject":
            for word in _spelled(words):
                text.write(pattern(word, UNICODE_LETTERS) + "\n")
            return
        text.write(_HEAD)
        for word in _spelled(words):
            text.write(f"  {_yaml(pattern(word, UNICODE_LETTERS))}: {_yaml(_better(word))}\n")
        if not words:
            text.write(f'  {_yaml(_NOWHERE)}: ""\n')


def _spelled(words: Iterable[WrongWord]) -> Iterator[WrongWord]:
    """Each spelling once: YAML takes no key twice."""
    known: set[str] = set()
    for word in words:
        for spelled in spellings(word):
            if spelled.text not in known:
                known.add(spelled.text)
                yield spelled


def _better(word: WrongWord) -> str:
    if "|" in word.better or re.search(r"\$\d", word.better):
        raise FormatLimitError(
            f"{word.concept_id}: {word.better!r} has | or $ with a digit, which Vale reads as more "
            "than text",
            hint=f"leave it out: --without {word.concept_id}",
        )
    return word.better


def _accepted(concepts: Iterable[Concept]) -> Iterator[str]:
    lines: dict[str, None] = {}
    for concept in concepts:
        for name in concept.designations:
            if name.is_approved:
                exact = name.kind is DesignationKind.PROPER_NAME
                line = literal(name.text).replace("#", r"\x23")
                lines[line if exact else f"(?i){line}"] = None
    return iter(lines)


def _yaml(text: str) -> str:
    """A scalar in double quotation marks, in which YAML and JSON agree."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _NOT_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _keeps(concept: Concept, options: ConceptOptions) -> Concept:
    lists = options.dialect in ("accept", "reject")
    return keeps(concept, options) if lists else keeps_pairs(concept, options)


FORMAT = Format(
    name="vale",
    suffixes=(".yml", ".yaml"),
    spec="Vale 3, substitution rule or vocabulary",
    concepts=ConceptDoor(
        writes=write,
        loses=LOSES,
        keeps=_keeps,
        sides=1,
        dialects=("substitution", "accept", "reject"),
    ),
)
