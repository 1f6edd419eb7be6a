"""Which columns of a table hold translation units, and the units of its rows.

Documented names come first, then what other tools call them; a table may also name its two
texts by their languages (``en``, ``vi``).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from termkit.errors import UnreadableDocumentError
from termkit.formats.base import Languages
from termkit.formats.dates import read_stamp
from termkit.formats.languages import canonical, has_room, pick, settle
from termkit.model.bitext import TranslationUnit
from termkit.model.document import Segment

NAMES: Mapping[str, tuple[str, ...]] = {
    "source": ("source", "source_text", "src", "src_text", "source_segment", "original"),
    "target": ("target", "target_text", "tgt", "trg", "tgt_text", "target_segment", "translation"),
    "source_lang": ("source_lang", "source_language", "src_lang", "srclang", "lang_source"),
    "target_lang": ("target_lang", "target_language", "tgt_lang", "trg_lang", "trglang",
                    "lang_target"),
    "id": ("id", "unit_id", "key"),
    "date": ("date", "published", "publication_date", "created"),
    "publisher": ("publisher", "agency", "outlet"),
    "profile": ("profile", "house_style", "style"),
    "confidence": ("confidence", "score"),
    "translate": ("translate",),
}  # fmt: skip
"""What a column is called, the documented name first; capitals, spaces and hyphens aside."""

_NO = frozenset(("no", "false", "0", "n"))


@dataclass(frozen=True)
class UnitColumns:
    """Where the parts of a unit stand in a row.

    Attributes:
        names: Of all columns, in order.
        places: Name of a part to the index of its column; ``source`` and ``target`` are there.
        langs: What the header itself says of the languages.
    """

    names: tuple[str, ...]
    places: Mapping[str, int]
    langs: Languages = Languages()  # noqa: RUF009 (frozen)

    def unit(
        self,
        row: Sequence[object],
        number: int,
        path: str,
        languages: Languages,
        segment: Callable[[str, str, str, int], Segment],
    ) -> TranslationUnit:
        """The unit of one row.

        Args:
            row: Cells in the order of the columns; ``None`` where one is empty.
            number: Of the unit, from 1.
            path: Of the file.
            languages: What the user says.
            segment: Makes a side out of id, language, text and column.

        Raises:
            UsageError: Nobody says a language.
            UnsupportedLanguageError: There is no room for one.
        """
        ident = f"{path}#{number}"
        sides = []
        for side in ("source", "target"):
            said = self._cell(row, f"{side}_lang") or getattr(self.langs, side)
            lang = settle(said, languages, side, path)
            place = self.places[side]
            sides.append(segment(ident, lang, _text(row, place), place))
        return TranslationUnit(
            ident,
            sides[0],
            sides[1],
            publisher=self._cell(row, "publisher"),
            date=self._date(row),
            profile=self._cell(row, "profile"),
            confidence=read_confidence(self._cell(row, "confidence")),
            translate=(self._cell(row, "translate") or "").lower() not in _NO,
        )

    def _cell(self, row: Sequence[object], part: str) -> str | None:
        place = self.places.get(part)
        return None if place is None else _text(row, place).strip() or None

    def _date(self, row: Sequence[object]) -> datetime.date | None:
        return read_stamp(self._cell(row, "date"))


def read_confidence(text: str | None) -> float | None:
    """A probability in [0, 1]; a score of another kind is none.

    >>> read_confidence("0.97"), read_confidence("12"), read_confidence(None)
    (0.97, None, None)
    """
    try:
        found = float(text or "")
    except ValueError:
        return None
    return found if 0 <= found <= 1 else None


def find_columns(names: Sequence[str], languages: Languages) -> UnitColumns | None:
    """The columns of translation units among the names of a table, or ``None``.

    >>> found = find_columns(("ID", "Source Text", "target"), Languages("vi", "en"))
    >>> sorted(found.places.items())
    [('id', 0), ('source', 1), ('target', 2)]
    >>> find_columns(("vi", "en"), Languages(target="vi")).places["source"]
    1
    >>> find_columns(("text", "lang"), Languages()) is None
    True
    """
    plain = [_plain(name) for name in names]
    places: dict[str, int] = {}
    for part, known in NAMES.items():
        place = next((plain.index(name) for name in known if name in plain), None)
        if place is not None:
            places[part] = place
    if "source" in places and "target" in places:
        return UnitColumns(tuple(names), places)
    return _by_language(names, plain, places, languages)


def missing_columns(names: Sequence[str], path: str, line: int | None = None) -> Exception:
    """What to say of a table without translation units."""
    shown = ", ".join(names[:12]) or "none"
    return UnreadableDocumentError(
        f"no columns for a source and its translation: {shown}",
        path=path,
        line=line,
        hint="name them 'source' and 'target', or by their languages ('en', 'vi')",
    )


def _by_language(
    names: Sequence[str], plain: Sequence[str], places: dict[str, int], languages: Languages
) -> UnitColumns | None:
    asked = [canonical(tag) for tag in (languages.source, languages.target) if tag]
    tags = [name for name in names if _is_tag(name) or canonical(name) in asked]
    source = pick(tags, languages.source) if languages.source else None
    target = pick(tags, languages.target) if languages.target else None
    rest = [tag for tag in tags if tag not in (source, target)]
    if languages.source is None and rest:
        source = rest.pop(0)
    if languages.target is None and rest:
        target = rest.pop(0)
    if source is None or target is None:
        return None
    places = {
        **places,
        "source": list(names).index(source),
        "target": list(names).index(target),
    }
    return UnitColumns(tuple(names), places, Languages(canonical(source), canonical(target)))


def _is_tag(name: str) -> bool:
    """Whether a column is named by its language: *vi*, *zh-Hans*; no other word begins so."""
    primary = name.strip().replace("_", "-").split("-")[0]
    return len(primary) == 2 and len(name) <= 12 and has_room(primary)


def _plain(name: str) -> str:
    return "_".join(name.strip().lower().replace("-", " ").replace("_", " ").split())


def _text(row: Sequence[object], place: int) -> str:
    value = row[place] if place < len(row) else None
    return "" if value is None else str(value)
