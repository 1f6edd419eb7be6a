"""The one canonical text of every glossary file, written atomically.

Keys in a fixed order, designations by language, status and text, defaults left out, NFC, LF.
Two branches then conflict only where people disagree. Comments have no place in it: what is
worth saying is a ``note``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from termkit.atomic import write_text
from termkit.glossary.allowance import Allowance
from termkit.glossary.parse import PROPER, parse_allowance, parse_concept, parse_source
from termkit.glossary.profile import Profile, StyleLine, parse_profile
from termkit.glossary.table import Table, parse_toml
from termkit.model.concept import (
    AdminStatus,
    Concept,
    Designation,
    DesignationKind,
    Form,
    Relation,
    Review,
    SourceRef,
)
from termkit.model.period import PartialDate
from termkit.model.slug import slugify

Value = str | bool | StrEnum | PartialDate | tuple[str, ...] | None
_WIDTH = 100  # as for code: a longer list of sources goes one to a line
_ESCAPES = {
    '"': '\\"',
    "\\": "\\\\",
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "\b": "\\b",
    "\f": "\\f",
}
_STATUSES = tuple(AdminStatus)


def render_concept(concept: Concept) -> str:
    """A concept file.

    >>> from termkit.model.concept import ConceptType
    >>> hue = Concept("hue", ConceptType.PLACE, "geography",
    ...     (Designation("vi", "Huế", DesignationKind.PROPER_NAME),))
    >>> print(render_concept(hue), end="")
    id = "hue"
    type = "place"
    subject_field = "geography"
    confidence = "medium"
    <BLANKLINE>
    [[designation]]
    lang = "vi"
    text = "Huế"
    """
    usual = DesignationKind.PROPER_NAME if concept.type in PROPER else DesignationKind.TERM
    parts = [
        _table(
            "",
            ("id", concept.id),
            ("type", concept.type),
            ("subject_field", concept.subject_field),
            ("definition", concept.definition or None),
            ("review", _unless(concept.review, Review.REVIEWED)),
            ("confidence", concept.confidence),
            ("claim", concept.claim or None),
            ("untranslated", concept.untranslated or None),
            ("valid_from", concept.valid_from),
            ("valid_until", concept.valid_until),
            ("sources", concept.sources),
            ("note", concept.note or None),
        )
    ]
    parts += [_designation(d, usual) for d in sorted(concept.designations, key=_designation_key)]
    parts += [_relation(r) for r in sorted(concept.relations, key=_relation_key)]
    return "\n".join(parts)


def render_sources(sources: Iterable[SourceRef]) -> str:
    """``sources.toml``, by id."""
    return "\n".join(
        _table("[[source]]", ("id", s.id), ("title", s.title), ("date", s.date))
        for s in sorted(sources, key=lambda source: source.id)
    )


def render_allowed(allowed: Iterable[Allowance]) -> str:
    """``allowed.toml``, by path, code and text."""
    return "\n".join(
        _table(
            "[[allowed]]",
            ("code", entry.code),
            ("path", entry.path),
            ("text", entry.text or None),
            ("fingerprint", entry.fingerprint or None),
            ("reason", entry.reason),
        )
        for entry in sorted(allowed, key=lambda e: (e.path, e.code, e.text, e.fingerprint))
    )


def render_profile(profile: Profile) -> str:
    """A house style, as it stands in its file: without what it inherits."""
    head = _table(
        "",
        ("name", profile.name),
        ("lang", profile.lang),
        ("title", profile.title or None),
        ("extends", profile.extends),
        ("complete", None if profile.complete else False),
        ("note", profile.note or None),
    )
    parts = [head]
    if profile.settings:
        parts.append("[settings]\n" + "".join(_lines(profile.settings.items())))
    if profile.preferred:
        forms = ((key, lines) for key, lines in sorted(profile.preferred.items()))
        parts.append("[preferred]\n" + "".join(_lines(forms)))
    return "\n".join(parts)


def canonical_text(relative: str, data: bytes, *, path: str | Path) -> str:
    """What a glossary file should look like.

    Args:
        relative: Its name within the glossary, with ``/``.
        data: What it holds now.
        path: Of the file, for errors.

    Raises:
        GlossarySyntaxError: The file does not parse.
    """
    values, text = parse_toml(data, path=path)
    folder = relative.split("/", 1)[0]
    if folder == "concepts":
        return render_concept(parse_concept(values, path=path, text=text))
    if folder == "profiles":
        return render_profile(parse_profile(values, path=path, text=text))
    if relative == "sources.toml":
        sources = Table(values, path=path, text=text, known=("source",)).tables("source")
        return render_sources(parse_source(s, path=path, text=text) for s in sources)
    if relative == "allowed.toml":
        entries = Table(values, path=path, text=text, known=("allowed",)).tables("allowed")
        return render_allowed(parse_allowance(e, path=path, text=text) for e in entries)
    table = Table(values, path=path, text=text, known=("name", "title", "note"))
    keys = ("name", "title", "note")
    return _table("", *((key, table.string(key, "") or None) for key in keys))


def concept_path(root: Path, concept: Concept) -> Path:
    """Where a new concept goes: a folder per subject field."""
    return root / "concepts" / slugify(concept.subject_field or "general") / f"{concept.id}.toml"


def write_concept(path: Path, concept: Concept) -> None:
    """Write one concept file, making its folder.

    Raises:
        OSError: The folder may not be written to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    write_text(path, render_concept(concept))


def _designation(designation: Designation, usual: DesignationKind) -> str:
    return _table(
        "[[designation]]",
        ("lang", designation.lang),
        ("text", designation.text),
        ("kind", _unless(designation.kind, usual)),
        ("status", _unless(designation.status, AdminStatus.PREFERRED)),
        ("review", _unless(designation.review, Review.REVIEWED)),
        ("form", _unless(designation.form, Form.FULL)),
        ("toponym", designation.toponym),
        ("conversion", designation.conversion),
        ("valid_from", designation.valid_from),
        ("valid_until", designation.valid_until),
        ("deprecated_by", designation.deprecated_by),
        ("sources", designation.sources),
        ("note", designation.note or None),
    )


def _relation(relation: Relation) -> str:
    return _table(
        "[[relation]]",
        ("kind", relation.kind),
        ("target", relation.target),
        ("valid_from", relation.valid_from),
        ("valid_until", relation.valid_until),
        ("confirmed", relation.confirmed),
        ("sources", relation.sources),
        ("note", relation.note or None),
    )


def _designation_key(designation: Designation) -> tuple[str, int, str]:
    return designation.lang, _STATUSES.index(designation.status), designation.text


def _relation_key(relation: Relation) -> tuple[str, str, str, str]:
    dates = (str(relation.valid_from or ""), str(relation.valid_until or ""))
    return (relation.kind.value, relation.target, *dates)


def _table(header: str, *pairs: tuple[str, Value]) -> str:
    lines = [header] if header else []
    for key, value in pairs:
        if value is None or value == ():
            continue
        line = f"{key} = {_value(value)}"
        if isinstance(value, tuple) and len(line) > _WIDTH:
            items = "".join(f"  {_string(item)},\n" for item in value)
            line = f"{key} = [\n{items}]"
        lines.append(line)
    return "\n".join(lines) + "\n"


def _lines(entries: Iterable[tuple[str, StyleLine | tuple[StyleLine, ...]]]) -> Iterator[str]:
    for key, entry in entries:
        if isinstance(entry, StyleLine):
            yield f"{key} = {_line(entry)}\n"
        elif len(entry) == 1:
            yield f"{key} = {_line(entry[0])}\n"
        else:
            yield f"{key} = [\n" + "".join(f"  {_line(line)},\n" for line in entry) + "]\n"


def _line(line: StyleLine) -> str:
    pairs: list[tuple[str, Value]] = [
        ("value", line.value),
        ("evidence", line.evidence),
        ("since", line.since),
        ("sources", line.sources),
        ("note", line.note or None),
    ]
    inside = ", ".join(
        f"{key} = {_value(value)}" for key, value in pairs if value is not None and value != ()
    )
    return f"{{ {inside} }}"


def _unless(value: StrEnum, usual: StrEnum) -> StrEnum | None:
    return None if value is usual else value


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "[" + ", ".join(_string(item) for item in value) + "]"
    return _string(str(value))


def _string(text: str) -> str:
    """A basic string: NFC, control characters escaped."""
    composed = unicodedata.normalize("NFC", text)
    return '"' + "".join(_ESCAPES.get(c) or _escaped(c) for c in composed) + '"'


def _escaped(character: str) -> str:
    control = unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp")
    if not control:
        return character
    code = ord(character)
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


def has_comments(data: bytes) -> bool:
    """Whether a file has lines that are comments, which the canonical text cannot keep.

    >>> has_comments(b'# why\\nid = "hue"\\n'), has_comments(b'note = \"\"\"\\n# no\\n\"\"\"\\n')
    (True, False)
    """
    import tomllib

    lines = data.decode("utf-8").splitlines(keepends=True)
    rest = [line for line in lines if not line.lstrip().startswith("#")]
    if len(rest) == len(lines):
        return False
    try:
        return tomllib.loads("".join(rest)) == tomllib.loads("".join(lines))
    except tomllib.TOMLDecodeError:
        return False
