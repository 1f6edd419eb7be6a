"""Concepts for the contract of the formats: the golden glossary, and any that may exist."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from termkit.errors import FormatLimitError
from termkit.formats.xml_write import spellable
from termkit.glossary.store import load_glossary
from termkit.model.concept import (
    AdminStatus,
    Concept,
    ConceptType,
    Confidence,
    Conversion,
    Designation,
    DesignationKind,
    Form,
    Relation,
    RelationKind,
    Review,
    Toponym,
)
from termkit.model.period import PartialDate

GOLDEN = Path(__file__).parents[1] / "formats" / "golden"


def golden() -> tuple[Concept, ...]:
    """Every field, every status and every trap."""
    return tuple(canonical(concept) for concept in load_glossary(GOLDEN))


def canonical(concept: Concept) -> Concept:
    """Names, relations and sources in one order: which one a file gives them says nothing."""
    parts = {
        name: sorted(
            (replace(part, sources=tuple(sorted(part.sources))) for part in getattr(concept, name)),
            key=repr,
        )
        for name in ("designations", "relations")
    }
    return replace(
        concept,
        designations=tuple(parts["designations"]),
        relations=tuple(parts["relations"]),
        sources=tuple(sorted(concept.sources)),
    )


def by_id(concepts: Iterable[Concept]) -> dict[str, Concept]:
    return {concept.id: canonical(concept) for concept in concepts}


_CHARACTERS = st.one_of(
    st.characters(exclude_categories=("Cs", "Cc")),
    st.sampled_from("\t\n\"',;|=+-@#<>&\\“”‘’ếộđĐ𡨸喃"),
)
_PROSE = st.text(_CHARACTERS, max_size=20).map(lambda text: unicodedata.normalize("NFC", text))
_TEXTS = st.text(_CHARACTERS, min_size=1, max_size=20).map(
    lambda text: unicodedata.normalize("NFC", text)
)
_SLUGS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
_LANGS = st.sampled_from(
    ("vi", "en", "zh-Hans", "zh-Hant", "vi-Hani", "zh-Latn-pinyin", "zh-Latn-wadegile")
)
_DATES = st.one_of(
    st.builds(PartialDate, st.integers(1000, 2999)),
    st.builds(PartialDate, st.integers(1000, 2999), st.integers(1, 12)),
    st.builds(PartialDate, st.integers(1000, 2999), st.integers(1, 12), st.integers(1, 28)),
)
_SOURCES = st.lists(_SLUGS, max_size=2, unique=True).map(tuple)


def _designations() -> st.SearchStrategy[Designation]:
    return st.builds(
        Designation,
        lang=_LANGS,
        text=_TEXTS.filter(lambda text: bool(text.strip())),
        kind=st.sampled_from(DesignationKind),
        status=st.sampled_from(AdminStatus),
        review=st.sampled_from(Review),
        form=st.sampled_from(Form),
        toponym=st.none() | st.sampled_from(Toponym),
        conversion=st.none() | st.sampled_from(Conversion),
        valid_from=st.none() | _DATES,
        valid_until=st.none() | _DATES,
        deprecated_by=st.none() | _TEXTS,
        sources=_SOURCES,
        note=_PROSE,
    )


def _relations() -> st.SearchStrategy[Relation]:
    return st.builds(
        Relation,
        kind=st.sampled_from(RelationKind),
        target=_SLUGS,
        valid_from=st.none() | _DATES,
        valid_until=st.none() | _DATES,
        confirmed=st.none() | _DATES,
        sources=_SOURCES,
        note=_PROSE,
    )


def concepts() -> st.SearchStrategy[list[Concept]]:
    """Up to four concepts that a glossary could hold."""
    one = st.builds(
        Concept,
        id=_SLUGS,
        type=st.sampled_from(ConceptType),
        subject_field=_PROSE,
        designations=st.lists(
            _designations(), min_size=1, max_size=4, unique_by=lambda d: (d.lang, d.text)
        ).map(tuple),
        definition=_PROSE,
        relations=st.lists(_relations(), max_size=2, unique_by=lambda r: (r.kind, r.target)).map(
            tuple
        ),
        review=st.sampled_from(Review),
        confidence=st.sampled_from(Confidence),
        claim=st.booleans(),
        valid_from=st.none() | _DATES,
        valid_until=st.none() | _DATES,
        sources=_SOURCES,
        note=_PROSE,
        untranslated=st.booleans(),
    )
    return st.lists(one, min_size=1, max_size=4, unique_by=lambda concept: concept.id)


def spelt_in_xml(wanted: Iterable[Concept]) -> bool:
    """Whether XML has a way to write all of it."""
    try:
        return bool(list(spellable(wanted)))
    except FormatLimitError:
        return False
