"""Read the Markdown cases of the rules and run them."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from termkit.check.bitext import Bitext
from termkit.check.engine import check_documents
from termkit.check.plan import make_plan
from termkit.formats.read import read_bytes
from termkit.glossary.profile import Profile, parse_profile
from termkit.glossary.store import Glossary, load_glossary, parse_concept
from termkit.model.bitext import TranslationUnit
from termkit.model.document import Document, Segment

_FENCE = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)


@dataclass
class Case:
    """One claim about one rule."""

    code: str
    label: str
    glossary: str | None = None  # TOML; None is the empty glossary
    default_glossary: bool = False
    profiles: list[str] = field(default_factory=list)
    documents: list[tuple[str, str]] = field(default_factory=list)  # info string, text
    units: list[tuple[str, str]] = field(default_factory=list)  # info string, lines
    expected: tuple[str, ...] = ()

    def directions(self) -> Iterator[tuple[tuple[str, str], bool]]:
        """Primary languages of each block of units, and whether something is found in it."""
        for number, (info, _) in enumerate(self.units, start=1):
            source, target = (tag.split("-")[0] for tag in info.split()[:2])
            start = f"{number}/" if len(self.units) > 1 else ""
            yield (source, target), any(line.startswith(start) for line in self.expected)


def load_cases(path: Path) -> list[Case]:
    """The cases of one file, in order; the code is read from the file name."""
    code = path.stem.split("_")[0].upper()
    cases: list[Case] = []
    text = path.read_text(encoding="utf-8")
    case = Case(code, "")
    end = 0
    for fence in _FENCE.finditer(text):
        kind, info, body = fence[1], fence[2].strip(), fence[3]
        prose = " ".join(text[end : fence.start()].split())
        end = fence.end()
        if prose and not case.label:
            case.label = f"{code}: {prose.lstrip('# ')[:90]}"
        if kind == "glossary":
            case.default_glossary = info == "default"
            case.glossary = body
        elif kind == "profile":
            case.profiles.append(body)
        elif kind == "document":
            case.documents.append((info, body))
        elif kind == "units":
            case.units.append((info, body))
        elif kind == "findings":
            case.expected = tuple(line for line in body.splitlines() if line.strip())
            cases.append(case)
            case = Case(code, "")
        else:
            raise AssertionError(f"{path.name}: fence {kind!r} is not known")
    return cases


@cache
def shipped() -> Glossary:
    return load_glossary()


def findings_of(case: Case) -> list[str]:
    """What the rule under test says, in the notation of the case files."""
    if case.units:
        return _findings_of_units(case)
    documents = [_document(n, *entry) for n, entry in enumerate(case.documents, start=1)]
    strict = any(" strict" in f" {info}" for info, _ in case.documents)
    plan = make_plan(_glossary(case), (case.code,), strict=strict)
    result = check_documents(documents, plan)
    lines = []
    for number, file in enumerate(result.files, start=1):
        assert file.error is None, file.error
        document = file.document
        assert document is not None
        segments = {segment.id: segment for segment in document.segments}
        for finding in file.findings:
            segment = segments[finding.unit_id]
            start = document.position(segment, finding.span.start)
            end = document.position(segment, finding.span.end, end=True)
            place = f"{start.line}:{start.column}-{end.column}"
            if len(documents) > 1:
                place = f"{number}/{place}"
            line = f"{place} {finding.severity} {finding.code} {finding.message}"
            lines.append(f"{line} -> {finding.fix.replacement}" if finding.fix else line)
    return lines


def _findings_of_units(case: Case) -> list[str]:
    strict = any(" strict" in f" {info}" for info, _ in case.units)
    plan = make_plan(_glossary(case), (case.code,), strict=strict)
    bitexts = [_bitext(n, *entry) for n, entry in enumerate(case.units, start=1)]
    result = check_documents(bitexts, plan)
    lines = []
    for number, file in enumerate(result.files, start=1):
        assert file.error is None, file.error
        for finding in file.findings:
            unit = finding.unit_id.rpartition("#")[2]
            place = f"{unit} {finding.side} {finding.span.start}-{finding.span.end}"
            if len(bitexts) > 1:
                place = f"{number}/{place}"
            line = f"{place} {finding.severity} {finding.code} {finding.message}"
            lines.append(f"{line} -> {finding.fix.replacement}" if finding.fix else line)
    return lines


def _bitext(number: int, info: str, body: str) -> Bitext:
    source, target, *options = info.split()
    values = dict(option.split("=", 1) for option in options if "=" in option)
    date = values.get("date")
    path = f"case-{number}.tmx"
    units = []
    for index, line in enumerate(body.splitlines(), start=1):
        one, _, other = line.partition("|")
        ident = f"{path}#{index}"
        sides = (
            Segment(ident, lang, _with_escapes(text.strip()))
            for lang, text in ((source, one), (target, other))
        )
        units.append(
            TranslationUnit(
                ident,
                *sides,
                date=datetime.date.fromisoformat(date) if date else None,
                profile=values.get("profile"),
            )
        )
    return Bitext(path, units)


def _with_escapes(text: str) -> str:
    return re.sub(
        r"\\u[0-9A-Fa-f]{4}", lambda match: match[0].encode().decode("unicode_escape"), text
    )


def _glossary(case: Case) -> Glossary:
    profiles: dict[str, Profile] = {}
    for text in case.profiles:
        profile = parse_profile(tomllib.loads(text), path="case")
        profiles[profile.name] = profile
    if case.default_glossary:
        base = shipped()
        return Glossary(base.name, base.concepts, base.sources, {**base.profiles, **profiles})
    tables: list[dict[str, Any]] = []
    if case.glossary:
        data = tomllib.loads(case.glossary)
        tables = data.get("concept", [data])
    concepts = [parse_concept(table, path="case") for table in tables]
    return Glossary("case", {concept.id: concept for concept in concepts}, {}, profiles)


def _document(number: int, info: str, body: str) -> Document:
    lang, *options = info.split()
    values = dict(option.split("=", 1) for option in options if "=" in option)
    if "escapes" in options:
        body = re.sub(
            r"\\N\{[^}]+\}|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}",
            lambda match: match[0].encode().decode("unicode_escape"),
            body,
        )
    date = values.get("date")
    return read_bytes(
        body.encode("utf-8"),
        path=f"case-{number}.txt",
        lang=lang,
        source=values.get("source"),
        date=datetime.date.fromisoformat(date) if date else None,
        profile=values.get("profile"),
    )
