"""PO for concepts: a compendium, each message with the id of its concept as ``msgctxt``.

``msgmerge --compendium`` takes translations from it, so only what may be suggested is in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from termkit import __version__
from termkit.errors import FormatLimitError
from termkit.formats.base import ConceptDoor, ConceptOptions, text_into
from termkit.formats.best import one_target
from termkit.formats.tbx_entry import CORE_LOSES
from termkit.model.concept import Concept, ConceptType, Designation

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def write(concepts: Iterable[Concept], out: BinaryIO, options: ConceptOptions) -> None:
    """One message per source designation, each with the best target designation.

    Raises:
        FormatLimitError: A text that gettext refuses.
    """
    source, target = options.languages
    header = (
        f"Project-Id-Version: {' '.join(options.title.split())}\n"
        f"Language: {target.replace('-', '_')}\n"
        "MIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
        f"X-Generator: termkit {__version__}\n"
        f"X-Source-Language: {source}\n"
    )
    with text_into(out) as text:
        text.write('msgid ""\nmsgstr ""\n')
        text.writelines(f"{_quoted(line)}\n" for line in header.splitlines(keepends=True))
        for concept in concepts:
            (translation,) = concept.named(target)
            for original in concept.named(source):
                _check(concept.id, original.text, translation.text)
                text.write(
                    f"\nmsgctxt {_quoted(concept.id)}\n"
                    f"msgid {_quoted(original.text)}\n"
                    f"msgstr {_quoted(translation.text)}\n"
                )


def _quoted(text: str) -> str:
    """A string of PO; control characters beyond the usual are written in octal.

    >>> print(_quoted('a "b"\\n'), _quoted("\\x07"))
    "a \\"b\\"\\n" "\\007"
    """
    pieces = (_ESCAPES.get(c) or (f"\\{ord(c):03o}" if ord(c) < 32 else c) for c in text)
    return f'"{"".join(pieces)}"'


def _check(concept_id: str, original: str, translation: str) -> None:
    """Line breaks at the edges must agree, or ``msgfmt --check`` fails the whole catalogue."""
    for where in ("startswith", "endswith"):
        if getattr(original, where)("\n") != getattr(translation, where)("\n"):
            raise FormatLimitError(
                f"{concept_id}: one of {original!r} and {translation!r} has a line break "
                "at its edge, the other has not",
                hint="gettext wants both or none",
            )


def read(file: BinaryIO, path: str, options: ConceptOptions) -> Iterator[Concept]:
    """One concept per ``msgctxt``; a message without one is text, and no concept.

    Raises:
        DocumentError: As the reader of translation units.
    """
    from termkit.formats.po import read_messages

    source, target = options.languages[:2]
    found: dict[str, dict[tuple[str, str], Designation]] = {}
    for message in read_messages(file, path):
        context, original, translation = map(message.text, ("msgctxt", "msgid", "msgstr"))
        if not (context and original and translation) or message.is_fuzzy:
            if original:
                options.left_out("a message without a context, or not translated")
            continue
        named = found.setdefault(context, {})
        for lang, text in ((source, original), (target, translation)):
            named.setdefault((lang, text), Designation(lang, text))
    for context, named in found.items():
        yield Concept(context, ConceptType.TERM, "", tuple(named.values()))


DOOR = ConceptDoor(
    reads=read,
    writes=write,
    loses=(*CORE_LOSES, "note", "designation.note"),
    picks=one_target,
    suggests=True,
    sides=2,
    names_languages=False,
)
