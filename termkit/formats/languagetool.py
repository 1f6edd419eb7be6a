"""LanguageTool: a rule file that finds deprecated names.

Source: LanguageTool's schema of rule files (rules.xsd, 2025) and *Development overview*: each
rule has a ``regexp`` or a pattern of tokens, a message and an example. Vietnamese and Chinese are
cut into tokens by other rules than English; so the text itself is searched, as ``type="exact"``
does, with the dialect of java.util.regex. ``\\1`` in a message means a token.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from termkit.errors import FormatLimitError
from termkit.formats.base import ConceptDoor, ConceptOptions, Format, text_into
from termkit.formats.wrong_words import (
    LOSES,
    UNICODE_LETTERS,
    WrongWord,
    keeps,
    pattern,
    spellings,
    wrong_words,
)
from termkit.formats.xml_write import DECLARATION, spellable
from termkit.model.concept import Concept


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """A category with a group of rules for each deprecated name.

    Raises:
        FormatLimitError: A character that XML cannot hold, or a backslash with a digit.
    """
    lang = options.languages[0]
    words = wrong_words(spellable(concepts), lang)
    with text_into(out) as text:
        text.write(f"{DECLARATION}<rules lang={quoteattr(lang.split('-')[0])}>\n")
        text.write(' <category id="TERMKIT" name="Terminology" type="terminology">\n')
        for number, word in enumerate(words, start=1):
            text.write(_group(word, number))
        if not words:
            text.write(_NOTHING)
        text.write(" </category>\n</rules>\n")


def _group(word: WrongWord, number: int) -> str:
    name = quoteattr(f"{word.text} ({word.concept_id})")
    rules = "".join(_rule(form) for form in spellings(word))
    return f'  <rulegroup id="TERMKIT_{number}" name={name}>\n{rules}  </rulegroup>\n'


def _rule(word: WrongWord) -> str:
    for said in (word.better, word.blamed):
        if re.search(r"\\\d", said):
            raise FormatLimitError(
                f"{word.concept_id}: {said!r} has a backslash and a digit, a token to LanguageTool",
                hint=f"leave it out: --without {word.concept_id}",
            )
    found = escape(pattern(word, UNICODE_LETTERS))
    by = f" ({word.blamed})" if word.blamed else ""
    message = escape(f"‘{word.text}’ is deprecated{by}.".replace("\\", "⧵"))
    correction = ""
    if word.better:
        message += f" Use <suggestion>{escape(word.better)}</suggestion>."
        if "|" not in word.better:
            correction = f" correction={quoteattr(word.better)}"
    return (
        f'   <rule>\n    <regexp case_sensitive="yes" type="exact">{found}</regexp>\n'
        f"    <message>{message}</message>\n"
        f"    <example{correction}><marker>{escape(word.text)}</marker></example>\n   </rule>\n"
    )


_NOTHING = (
    '  <rule id="TERMKIT_NONE" name="nothing is deprecated" default="off">\n'
    '   <regexp type="exact">(?!)</regexp>\n   <message>Nothing.</message>\n'
    "   <example>Nothing.</example>\n  </rule>\n"
)


FORMAT = Format(
    name="languagetool",
    suffixes=(".xml",),
    spec="LanguageTool 6, rule file",
    concepts=ConceptDoor(writes=write, loses=LOSES, keeps=keeps, sides=1),
)
