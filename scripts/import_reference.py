"""Build `glossaries/diplomacy/` from the audited tables of the field.

    python scripts/import_reference.py TERMS.tsv ROW_CHANGES.tsv PEOPLE_STATUS.tsv [--into DIR]

Every row becomes a concept, every text a designation. What needs reading is not computed here:
it is in the tables of `reference_data/`, each line with its source: the rows that a change adds
or splits, further titles, the offices of people with their dates, who calls a deprecated
designation wrong, which names state a claim, which keep their quotation marks. House styles,
`glossary.toml` and `allowed.toml` are edited by hand and left alone; the sources that styles cite
are kept.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from termkit.atomic import write_text
from termkit.glossary.parse import PROPER, parse_source
from termkit.glossary.table import parse_toml
from termkit.glossary.write import concept_path, render_sources, write_concept
from termkit.model.concept import (
    AdminStatus,
    Concept,
    ConceptType,
    Confidence,
    Designation,
    DesignationKind,
    Form,
    Relation,
    RelationKind,
    Review,
    SourceRef,
)
from termkit.model.period import PartialDate
from termkit.model.slug import slugify

HERE = Path(__file__).resolve().parent
DATA = HERE / "reference_data"
UNVERIFIED = "general knowledge, unverified"
COLUMNS = (
    ("en_preferred", "en", AdminStatus.PREFERRED),
    ("en_admitted", "en", AdminStatus.ADMITTED),
    ("en_deprecated", "en", AdminStatus.DEPRECATED),
    ("vi_preferred", "vi", AdminStatus.PREFERRED),
    ("vi_admitted", "vi", AdminStatus.ADMITTED),
    ("zh_preferred", "zh-Hans", AdminStatus.PREFERRED),
    ("zh_admitted", "zh-Hans", AdminStatus.ADMITTED),
)
Row = dict[str, str]


def main(arguments: list[str] | None = None) -> int:
    """Write the glossary; prints what it wrote."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("terms", type=Path)
    parser.add_argument("row_changes", type=Path)
    parser.add_argument("people_status", type=Path)
    parser.add_argument("--into", type=Path, default=HERE.parent / "glossaries" / "diplomacy")
    parser.add_argument("--data", type=Path, default=DATA, help="the reviewed tables")
    options = parser.parse_args(arguments)
    rows = changed_rows(read_table(options.terms), read_table(options.row_changes), options.data)
    citations = Citations()
    concepts = build(rows, read_table(options.people_status), citations, options.data)
    wanted = {concept_path(options.into, concept): concept for concept in concepts}
    for stale in set((options.into / "concepts").rglob("*.toml")) - wanted.keys():
        stale.unlink()
    for path, concept in wanted.items():
        write_concept(path, concept)
    kept = _sources_of_styles(options.into, citations)
    write_text(options.into / "sources.toml", render_sources([*citations.sources, *kept]))
    texts = sum(len(concept.designations) for concept in concepts)
    print(f"{len(concepts)} concepts, {texts} designations, {len(citations.sources)} sources")
    return 0


def read_table(path: Path) -> list[Row]:
    """Rows of a tab-separated table without quoting; ``#`` lines before the header are comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    body = [line for line in lines if not line.startswith("#")]
    return list(csv.DictReader(body, delimiter="\t", quoting=csv.QUOTE_NONE))


def changed_rows(rows: list[Row], changes: list[Row], data: Path = DATA) -> list[Row]:
    """The table after its changes: rows added, split, renamed and folded into others.

    Raises:
        ValueError: A change that is neither of these, or that has no reviewed row.
    """
    table = {row["concept_id"]: dict(row) for row in rows}
    written: dict[str, list[Row]] = {}
    for row in read_table(data / "changed_rows.tsv"):
        written.setdefault(row.pop("change"), []).append(row)
    for change in changes:
        key, text, evidence = change["concept_id"], change["change"], change["evidence"]
        if key not in table:
            raise ValueError(f"row-changes: {key!r} is not in the table")
        if found := re.match(r"RENAME id to ([a-z0-9-]+)", text):
            row = table.pop(key)
            row["concept_id"] = found[1]
            table[found[1]] = _noted(row, f"Its id was {key}.")
        elif found := re.match(r"DELETE: fold into ([a-z0-9-]+)", text):
            folded = table.pop(key)
            target = table[found[1]]
            target["source"] = " ; ".join(
                dict.fromkeys([*_split(target["source"]), *_split(folded["source"])])
            )
            _noted(target, folded["usage_note"])
        elif text.startswith(("ADD", "SPLIT")):
            if key not in written:
                raise ValueError(f"row-changes: nobody has written the rows of {key!r}")
            for row in written[key]:
                table[row["concept_id"]] = _noted(dict(row), f"Evidence: {evidence}.")
        else:
            raise ValueError(f"row-changes: not understood: {text!r}")
    for row in read_table(data / "added_titles.tsv"):
        table[row["concept_id"]] = row
    return sorted(table.values(), key=lambda row: row["concept_id"])


def build(
    rows: Iterable[Row], status: list[Row], citations: Citations, data: Path = DATA
) -> list[Concept]:
    """A concept for every row, with the offices of people as dated relations."""
    deprecated_by = {
        (row["concept_id"], row["text"]): row["deprecated_by"]
        for row in read_table(data / "deprecations.tsv")
    }
    claims = {row["concept_id"] for row in read_table(data / "claims.tsv")}
    quoted = {row["concept_id"] for row in read_table(data / "quoted.tsv")}
    dates = {
        (row["concept_id"], row["lang"], row["text"]): (_date(row["from"]), _date(row["until"]))
        for row in read_table(data / "dates.tsv")
    }
    offices: dict[str, list[Row]] = {}
    for row in read_table(data / "offices.tsv"):
        offices.setdefault(row["person"], []).append(row)
    extras: dict[str, list[Row]] = {}
    for row in read_table(data / "extra_designations.tsv"):
        extras.setdefault(row["concept_id"], []).append(row)
    seen = {row["concept_id"]: row for row in status}
    concepts = []
    for row in rows:
        id_ = row["concept_id"]
        sources = [citations.cite(text) for text in _split(row["source"])]
        type_ = ConceptType(row["type"])
        person = type_ is ConceptType.PERSON
        designations = _designations(row, id_ in quoted, type_)
        designations += [_extra(extra) for extra in extras.pop(id_, ())]
        designations = [
            replace(d, deprecated_by=deprecated_by.pop((id_, d.text), d.deprecated_by))
            for d in designations
        ]
        designations = [_dated(d, dates.pop((id_, d.lang, d.text), None)) for d in designations]
        valid_from, valid_until = dates.pop(
            (id_, "", ""), (_date(row["valid_from"]), _date(row["valid_to"]))
        )
        note = row["usage_note"]
        if id_ in seen:
            note = f"{note} As of 2026-11: {_status(seen[id_])}.".strip()
        unsure = row["confidence"] == "low" or row["source"] == UNVERIFIED
        concepts.append(
            Concept(
                id=id_,
                type=type_,
                subject_field=row["subject_field"],
                designations=tuple(designations),
                relations=tuple(_office(o, citations) for o in offices.pop(id_, ())),
                review=Review.PROPOSED if unsure else Review.REVIEWED,
                confidence=Confidence(row["confidence"]),
                claim=id_ in claims,
                # A person's dates are dates of office: they are in the relations.
                valid_from=None if person else valid_from,
                valid_until=None if person else valid_until,
                sources=tuple(dict.fromkeys(sources)),
                note=note,
            )
        )
    left = {*offices, *extras, *(key[0] for key in (*deprecated_by, *dates))}
    known = {concept.id for concept in concepts}
    if left or not (claims | quoted) <= known:
        raise ValueError(f"reference_data speaks of unknown rows: {left or claims - known}")
    return concepts


class Citations:
    """Sources by the text that cites them; each gets a slug of its own."""

    def __init__(self) -> None:
        self._by_text: dict[str, SourceRef] = {}

    @property
    def sources(self) -> list[SourceRef]:
        return list(self._by_text.values())

    def cite(self, text: str) -> str:
        """The id of a source, made on first use."""
        text = re.sub(r"^seed \d: ", "", text)
        if text not in self._by_text:
            taken = {source.id for source in self._by_text.values()}
            slug = _short(slugify(text))
            while slug in taken:
                slug = f"{slug}-b"
            self._by_text[text] = SourceRef(slug, text, _source_date(text))
        return self._by_text[text].id


def _designations(row: Row, quoted: bool, type_: ConceptType) -> list[Designation]:
    made: list[Designation] = []
    for column, lang, status in COLUMNS:
        for text in filter(None, row[column].split("|")):
            text = unicodedata.normalize("NFC", text.strip())
            if not quoted:
                text = _unquoted(text)
            earlier = [d for d in made if d.lang == lang]
            if any(d.text == text for d in earlier):
                continue
            kind = DesignationKind.PROPER_NAME if type_ in PROPER else DesignationKind.TERM
            if re.fullmatch(r"[\w.-]+\.(?:vn|com|cn)", text):
                kind = DesignationKind.SYMBOL  # an address, not a word of prose
            form = Form.FULL
            if earlier and kind is not DesignationKind.SYMBOL:
                form = form_of(text, [d.text for d in earlier], lang)
            made.append(Designation(lang, text, kind, status, form=form))
    return made


def form_of(text: str, earlier: list[str], lang: str) -> Form:
    """How a designation relates to those before it, the preferred one first.

    >>> form_of("Political mutual trusts", ["political mutual trust"], "en").value
    'variant'
    >>> form_of("CPV", ["Communist Party of Vietnam"], "en").value
    'acronym'
    >>> form_of("HCM City", ["Ho Chi Minh City"], "en").value
    'abbreviation'
    >>> form_of("中联部", ["中共中央对外联络部"], "zh-Hans").value
    'abbreviation'
    >>> form_of("National Assembly", ["National Assembly of Vietnam"], "en").value
    'short'
    >>> form_of("important consensus", ["common perceptions"], "en").value
    'full'
    """
    if any(_bare(text) == _bare(other) for other in earlier):
        return Form.VARIANT
    first = earlier[0]
    if lang.startswith("zh"):
        if len(text) < len(first) and _is_subsequence(text, first):
            return Form.SHORT if text in first else Form.ABBREVIATION
        return Form.FULL
    if _is_acronym(text):
        return Form.ACRONYM
    words = text.split()
    initials = "".join(w[0].upper() for w in re.findall(r"\w+", first) if w not in _SMALL)
    if any(len(w) > 1 and w.isupper() and w.isalpha() and w in initials for w in words):
        return Form.ABBREVIATION
    if "." in text and " " in first and text[0] == first[0]:
        return Form.ABBREVIATION  # TP.HCM, TP. Hồ Chí Minh
    if f" {text.lower()} " in f" {first.lower()} ":
        return Form.SHORT
    return Form.FULL


_SMALL = frozenset(["of", "the", "and", "for", "on", "in", "to", "và", "về", "của", "ở"])
"""Words that give no letter to an acronym: the Communist Party *of* Vietnam is the CPV."""


def _bare(text: str) -> str:
    """Capitals, marks, spaces, hyphens, quotes and the plural taken away."""
    plain = text.replace("đ", "d").replace("Đ", "D")
    letters = unicodedata.normalize("NFD", plain.casefold())
    kept = "".join(c for c in letters if not unicodedata.combining(c))
    return "".join(word.removesuffix("s") for word in re.findall(r"\w+", kept))


def _is_acronym(text: str) -> bool:
    """One word, at least two capitals, mostly capitals: MoU and ADMM+, not VietNam."""
    capitals = sum(c.isupper() for c in text)
    return " " not in text and capitals >= 2 and 2 * capitals > sum(c.isalpha() for c in text)


def _is_subsequence(text: str, whole: str) -> bool:
    characters = iter(whole)
    return all(character in characters for character in text)


def _unquoted(text: str) -> str:
    """Quotation marks are no part of the term; an apostrophe is.

    >>> _unquoted("“六个更”总体目标"), _unquoted("two 'centenary goals'"), _unquoted("Yan'an")
    ('六个更总体目标', 'two centenary goals', "Yan'an")
    """
    bare = re.sub(r"[“”\"]", "", text)
    return re.sub(r"(?<!\w)'([^']+)'(?!\w)", r"\1", bare)


def _dated(
    designation: Designation, period: tuple[PartialDate | None, PartialDate | None] | None
) -> Designation:
    if period is None:
        return designation
    return replace(designation, valid_from=period[0], valid_until=period[1])


def _extra(row: Row) -> Designation:
    return Designation(
        row["lang"],
        row["text"],
        DesignationKind.PROPER_NAME,
        AdminStatus(row["status"]),
        form=Form(row["form"] or "full"),
        deprecated_by=row["deprecated_by"] or None,
        note=row["note"],
    )


def _office(row: Row, citations: Citations) -> Relation:
    return Relation(
        RelationKind.HOLDS_OFFICE,
        row["title"],
        _date(row["from"]),
        _date(row["until"]),
        _date(row["confirmed"]),
        (citations.cite(row["source"]),),
        row["note"],
    )


def _status(row: Row) -> str:
    seen = f" ({row['last_seen']})" if row["last_seen"] else ""
    return f"{row['status_2026_11'].removesuffix(' as of 2026-11')}{seen}"


def _noted(row: Row, remark: str) -> Row:
    row["usage_note"] = f"{row['usage_note']} {remark}".strip()
    return row


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(" ; ") if part.strip()]


def _date(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def _source_date(text: str) -> PartialDate | None:
    """The one full date of a citation; none when it names several or none."""
    dates = set(re.findall(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)", text))
    return PartialDate.parse(dates.pop()) if len(dates) == 1 else None


def _short(slug: str, limit: int = 48) -> str:
    """At most ``limit`` letters, cut between words."""
    return slug if len(slug) <= limit else slug[: limit + 1].rsplit("-", 1)[0]


def _sources_of_styles(root: Path, citations: Citations) -> Iterator[SourceRef]:
    """Sources already in the glossary that no row cites: styles do."""
    path = root / "sources.toml"
    if not path.exists():
        return
    values, text = parse_toml(path.read_bytes(), path=path)
    made = {source.id for source in citations.sources}
    styles = "".join(p.read_text(encoding="utf-8") for p in (root / "profiles").glob("*.toml"))
    for entry in values.get("source", ()):
        source = parse_source(entry, path=path, text=text)
        if source.id not in made and f'"{source.id}"' in styles:
            yield source


if __name__ == "__main__":
    sys.exit(main())
