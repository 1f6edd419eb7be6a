"""G105: untidy text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from termkit.check.rule import rule
from termkit.glossary.lint import GlossaryMark, GlossaryView

_HIDDEN = ("Cc", "Cf", "Zl", "Zp", "Zs")


@rule("G105", "untidy-text", scope="glossary", severity="warning", since="0.1")
def RULE(view: GlossaryView) -> Iterator[GlossaryMark]:
    """A text has spaces at its edges, two in a row, or characters that cannot be seen.

    ## Why it matters
    It never matches what people write, and nobody sees why.

    ## Use instead
    The text without them; ``termkit normalize`` shows what is there.

    ## Source
    Unicode Standard Annex #44, general categories Cc, Cf, Zl and Zp.
    """
    for concept in view.glossary:
        for designation in concept.designations:
            text = designation.text
            if text != text.strip() or "  " in text:
                yield view.mark(concept.id, f"{text!r} has spaces too many", at=text)
            hidden = [c for c in text if c != " " and unicodedata.category(c) in _HIDDEN]
            if hidden:
                name = unicodedata.name(hidden[0], f"U+{ord(hidden[0]):04X}")
                yield view.mark(concept.id, f"{text!r} has an invisible character: {name}", at=text)
    for file, data in view.files.items():
        raw = data.decode("utf-8", "replace")
        for line in raw.splitlines() if not raw.isascii() else ():
            if not unicodedata.is_normalized("NFC", line):
                yield GlossaryMark(file, f"decomposed text: {line.strip()[:60]}", at=line)
