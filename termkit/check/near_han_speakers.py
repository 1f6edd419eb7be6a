"""Who speaks in a transcript, with one character of the name mistaken: 林建：, once, for 林剑：."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.han_variants import joined
from termkit.check.mistaken_han import is_mistaken
from termkit.check.rule import Mark
from termkit.check.view import DocumentView, TextView
from termkit.lang.tables import load_words
from termkit.lang.zh.names import family_names
from termkit.model.span import Span
from termkit.text.scripts import HAN

_SPEAKER = re.compile(f"[{HAN}]{{2,4}}(?=[：:])")


def find_near_han_speakers(view: DocumentView) -> Iterator[Mark]:
    """Marks at a speaker named once who sounds or looks like one with the same family name.

    Who speaks has been introduced, and is named more than once: the other speaks too, and
    stands behind a title (发言人林剑) elsewhere.
    """
    speakers = [(text, name) for text in view.texts if (name := _speaker(text)) is not None]
    names = {name for _, name in speakers}
    if len(names) < 2:
        return  # the usual case
    everything = joined(view).text
    for text, odd in speakers:
        if everything.count(odd) > 1:
            continue
        for name in sorted(names - {odd}):
            if _is_one_apart(odd, name) and _is_introduced(name, everything):
                yield text.mark(
                    Span(0, len(odd)),
                    f"{odd!r} speaks here, {name!r} elsewhere in this document",
                    replacement=name,
                )
                break


def _speaker(text: TextView) -> str | None:
    """The name that a paragraph begins with, before a colon."""
    found = _SPEAKER.match(text.text)
    if found is None or found[0][0] not in family_names():
        return None
    return found[0]


def _is_one_apart(odd: str, name: str) -> bool:
    if len(odd) != len(name) or odd[0] != name[0]:
        return False
    pairs = [(a, b) for a, b in zip(odd, name, strict=True) if a != b]
    return len(pairs) == 1 and is_mistaken(*pairs[0])


def _is_introduced(name: str, everything: str) -> bool:
    titles = load_words("zh", "name_titles")
    return any(
        everything.endswith(title, 0, found.start())
        for found in re.finditer(name, everything)
        for title in titles
    )
