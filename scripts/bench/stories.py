"""Stories with their translations, in the order they are told: the campaigns of Wesnoth.

    apt-get download wesnoth-1.16-data wesnoth-1.16-{httt,trow,low,nr,utbs}
    apt-get download wesnoth-1.16-{ei,sota,thot,tsg,dm,sof,l,sotbe}      (terms.py only)
    for file in wesnoth*.deb; do dpkg -x "$file" stories; done

What a person says is one message of one to five sentences, translated as a whole into
Vietnamese, Chinese, German and French. Where both sides of a message have as many sentences
they are beads in turn; one sentence against several is one bead, as the translator cut it.
Other messages are left out. Of the beads a few lose one side, with a fixed seed.
"""

from __future__ import annotations

import gettext
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from noise import Bead, Bench

from termkit.cli.align_inputs import language_of

STORIES = {
    "httt": "Heir_To_The_Throne",
    "trow": "The_Rise_Of_Wesnoth",
    "low": "Legend_of_Wesmere",
    "nr": "Northern_Rebirth",
    "utbs": "Under_the_Burning_Suns",
}
LATER_STORIES = {
    "ei": "Eastern_Invasion",
    "sota": "Secrets_of_the_Ancients",
    "thot": "The_Hammer_of_Thursagan",
    "tsg": "The_South_Guard",
    "dm": "Delfadors_Memoirs",
    "sof": "Sceptre_of_Fire",
    "l": "Liberty",
    "sotbe": "Son_Of_The_Black_Eye",
}
"""For names only: these were looked at last."""
CHAPTER = 120
"""Beads of one chapter."""
_LOCALES = {"vi": "vi", "zh": "zh_CN", "de": "de", "fr": "fr"}
_SHORTEST = 15  # letters of a message; a shorter one is a name or a button
_LOST = 0.02  # beads that lose the one side, and the same for the other
_MESSAGE = re.compile(r'_\s*"((?:[^"]|"")*)"')
_TAGS = re.compile(r"<[^>]+>|\s+")

Texts = tuple[list[str], list[str]]


def story_benches(folder: Path, langs: tuple[str, str]) -> Iterator[tuple[str, Bench]]:
    """Each story whole, then its first five chapters, with their names."""
    for code in STORIES:
        beads = list(story_beads(folder, code, langs))
        yield f"story {code}", _bench(beads, 1)
        for number, start in enumerate(range(0, min(len(beads), 5 * CHAPTER), CHAPTER), 1):
            part = beads[start : start + CHAPTER]
            if len(part) == CHAPTER:
                yield f"chapter {code} {number}", _bench(part, start)


def story_beads(folder: Path, code: str, langs: tuple[str, str]) -> Iterator[Texts]:
    """Sentences that belong together, message by message."""
    for texts in story_messages(folder, code, langs):
        sides = [_sentences(text, lang) for text, lang in zip(texts, langs, strict=True)]
        if len(sides[0]) == len(sides[1]):
            yield from (([a], [b]) for a, b in zip(*sides, strict=True))
        elif min(map(len, sides)) == 1 and max(map(len, sides)) <= 5:
            yield sides[0], sides[1]


def story_messages(folder: Path, code: str, langs: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """The messages of one story that both languages have, each once."""
    (root,) = folder.rglob("wesnoth/1.16")
    name = {**STORIES, **LATER_STORIES}[code]
    files = sorted((root / "data" / "campaigns" / name).rglob("*.cfg"))
    texts = (file.read_text("utf-8", errors="replace") for file in files)
    english = dict.fromkeys(m[1].replace('""', '"') for t in texts for m in _MESSAGE.finditer(t))
    catalogs = [story_catalog(folder, code, lang) for lang in langs]
    for message in english:
        pair = [catalog.get(message) if catalog else message for catalog in catalogs]
        if len(message) >= _SHORTEST and pair[0] and pair[1] and pair[0] != pair[1]:
            yield _plain(pair[0]), _plain(pair[1])


def story_catalog(folder: Path, code: str, lang: str) -> dict[str, str]:
    """English messages with their translations; none for English itself."""
    if lang == "en":
        return {}
    (path,) = folder.rglob(f"{_LOCALES[lang]}/LC_MESSAGES/wesnoth-{code}.mo")
    with path.open("rb") as file:
        entries = gettext.GNUTranslations(file)._catalog.items()  # type: ignore[attr-defined]
    return {key: text for key, text in entries if isinstance(key, str) and text != key}


def _bench(beads: Sequence[Texts], seed: int) -> Bench:
    chance = random.Random(seed)
    sides: Texts = ([], [])
    gold: list[Bead] = []

    def enter(*texts: Sequence[str]) -> None:
        starts = len(sides[0]), len(sides[1])
        for side, text in zip(sides, texts, strict=True):
            side.extend(text)
        source, target = (
            tuple(range(start, len(side))) for start, side in zip(starts, sides, strict=True)
        )
        gold.append((source, target))

    for source, target in beads:
        dice = chance.random()
        if dice < _LOST:
            for text in source:
                enter([text], [])
        elif dice < 2 * _LOST:
            for text in target:
                enter([], [text])
        else:
            enter(source, target)
    return Bench(tuple(sides[0]), tuple(sides[1]), tuple(gold))


def _plain(text: str) -> str:
    """Without markup, and without the note for translators that ends with a caret."""
    note, caret, rest = text.partition("^")
    return _TAGS.sub(" ", rest if caret and len(note) < 40 else text).strip()


def _sentences(text: str, lang: str) -> list[str]:
    return [span.slice(text) for span in language_of(lang).sentences(text)]
