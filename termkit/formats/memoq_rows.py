"""The table of a memoQ term base: a row an entry, columns by language and name.

Source: memoQ developer documentation, *Term base in CSV format* (docs.memoq.com, TB service, read
2026-11): ``Entry_…`` columns, then for each language its definition and its terms, each followed
by its properties. The names of those columns (``English_Def``, ``English``, ``Term_Info``,
``Term_Example``; ``CasePermissive;HalfPrefix``) are those of published exports; that ``NonTerm``
marks a forbidden term is known from a public reader of such files alone, not from memoQ. So a
deprecated name goes out only when asked for (`--dialect forbidden`). No limits are published.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from termkit.errors import UnreadableDocumentError
from termkit.formats.base import ConceptDoor, ConceptOptions
from termkit.formats.pairs import but
from termkit.lang.locale import language_names
from termkit.model.concept import AdminStatus, Concept, ConceptType, Designation

DIALECTS = ("usable", "forbidden")
LOSES = but("subject_field", "note", "definition", "designation.status", "claim")

_ENTRY = ("Entry_ID", "Entry_Subject", "Entry_Note")
_READ = (*_ENTRY, "Term_Info")
_PLAIN_INFO = "CasePermissive;HalfPrefix"
_FORBIDDEN = "NonTerm"
_NAMES = {
    "en": "English",
    "vi": "Vietnamese",
    "zh-Hans": "Chinese_PRC",
    "zh-Hant": "Chinese_Taiwan",
}
_CHINESE = {
    "Chinese_PRC": "zh-Hans",
    "Chinese_Singapore": "zh-Hans",
    "Chinese_Taiwan": "zh-Hant",
    "Chinese_Hong_Kong": "zh-Hant",
    "Chinese_Hong_Kong_SAR": "zh-Hant",
    "Chinese_Macau_SAR": "zh-Hant",
}


def loses_more(options: ConceptOptions) -> tuple[str, ...]:
    """Without the mark of forbidden terms no status is carried."""
    return () if options.dialect == "forbidden" else ("designation.status",)


def keeps(concept: Concept, options: ConceptOptions) -> Concept:
    """The names in languages memoQ knows, each usable or forbidden; no name that is a claim."""
    if concept.claim:
        return replace(concept, designations=())
    names = tuple(
        replace(name, status=_two_way(name))
        for name in concept.designations
        if name_of(name.lang) is not None
    )
    if not any(name.status is AdminStatus.PREFERRED for name in names):
        names = ()
    return replace(concept, designations=names)


def _two_way(name: Designation) -> AdminStatus:
    return AdminStatus.PREFERRED if name.is_approved else AdminStatus.DEPRECATED


def name_of(lang: str) -> str | None:
    """What memoQ calls a language in a column, or ``None``.

    >>> name_of("zh-Hant"), name_of("fr"), name_of("vi-Hani")
    ('Chinese_Taiwan', 'French', None)
    """
    if lang in _NAMES:
        return _NAMES[lang]
    if lang == "zh" or lang not in language_names():
        return None
    return language_names()[lang].replace(" ", "_")


def lang_of(name: str) -> str | None:
    """The language of a column, its region left out, or ``None``.

    >>> lang_of("English_United_States"), lang_of("Chinese_PRC"), lang_of("Martian")
    ('en', 'zh-Hans', None)
    """
    if name in _CHINESE:
        return _CHINESE[name]
    codes = {title: code for code, title in language_names().items()}
    words = name.replace("(", " ").replace(")", " ").replace("_", " ").split()
    for count in range(len(words), 0, -1):
        code = codes.get(" ".join(words[:count]))
        if code is not None and code != "zh":
            return code
    return None


def rows_of(concepts: Iterable[Concept], options: ConceptOptions) -> Iterator[list[str]]:
    """Header and rows; as many columns a language as the entry with most names needs."""
    found = list(concepts)
    widths: dict[str, int] = dict.fromkeys(options.languages, 0)
    for concept in found:
        for lang in {name.lang for name in concept.designations}:
            widths[lang] = max(widths.get(lang, 0), len(concept.named(lang)))
    languages = [lang for lang in sorted(widths) if widths[lang]]
    header = list(_ENTRY)
    for lang in languages:
        title = str(name_of(lang))
        header += [f"{title}_Def", *[title, "Term_Info", "Term_Example"] * widths[lang]]
    yield header
    for number, concept in enumerate(found, start=1):
        row = [str(number), concept.subject_field, concept.note]
        for place, lang in enumerate(languages):
            row.append(concept.definition if place == 0 else "")
            names = concept.named(lang)
            for name in names:
                row += [name.text, _info(name), ""]
            row += ["", "", ""] * (widths[lang] - len(names))
        yield row


def _info(name: Designation) -> str:
    if name.status is AdminStatus.PREFERRED:
        return _PLAIN_INFO
    return f"{_PLAIN_INFO};{_FORBIDDEN}"


def concepts_of(
    header: Sequence[str],
    rows: Iterable[tuple[int, Sequence[str]]],
    path: str,
    options: ConceptOptions,
) -> Iterator[Concept]:
    """A concept a row; columns that a glossary has no field for are left out.

    Raises:
        UnreadableDocumentError: A column that is no language of memoQ's.
    """
    columns = [_column(name.strip(), path) for name in header]
    for _, cells in rows:
        for (kind, _), cell in zip(columns, cells, strict=False):
            if cell and kind.startswith(("Entry_", "Term_")) and kind not in _READ:
                options.left_out(f"column {kind}")
        concept = _concept(columns, cells)
        if concept.designations:
            yield concept


def _column(name: str, path: str) -> tuple[str, str]:
    """What a column holds: a field of the entry, a definition, a term, or what is said of one."""
    if not name or name.startswith(("Entry_", "Term_")):
        return name, ""
    lang = lang_of(name.removesuffix("_Def"))
    if lang is None:
        raise UnreadableDocumentError(
            f"column {name!r} is no language",
            path=path,
            line=1,
            hint="English, Vietnamese, Chinese_PRC, Chinese_Taiwan",
        )
    return ("definition" if name.endswith("_Def") else "term"), lang


def _concept(columns: Sequence[tuple[str, str]], cells: Sequence[str]) -> Concept:
    entry: dict[str, str] = {}
    names: dict[tuple[str, str], Designation] = {}
    last: tuple[str, str] | None = None
    for (kind, lang), cell in zip(columns, cells, strict=False):
        if kind == "term":
            last = (lang, cell) if cell.strip() else None
            if last is not None:
                names.setdefault(last, Designation(lang, cell))
        elif kind == "Term_Info" and last is not None and _FORBIDDEN in cell.split(";"):
            names[last] = replace(names[last], status=AdminStatus.DEPRECATED)
        elif cell:
            entry.setdefault(kind, cell)
    return Concept(
        "",
        ConceptType.TERM,
        entry.get("Entry_Subject", ""),
        tuple(names.values()),
        definition=entry.get("definition", ""),
        note=entry.get("Entry_Note", ""),
    )


DOOR = ConceptDoor(
    loses=LOSES,
    loses_more=loses_more,
    keeps=keeps,
    dialects=DIALECTS,
)
