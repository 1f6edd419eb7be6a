"""XML entry by entry, in bounded memory: what every writer of concepts in XML needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from xml.sax.saxutils import escape

from termkit.errors import FormatLimitError
from termkit.model.concept import Concept, Designation, Relation

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

_IN_TEXT = {"\r": "&#13;"}
_IN_ATTRIBUTES = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}
# What XML 1.0 cannot hold, not even as a reference.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def spellable(concepts: Iterable[Concept]) -> Iterator[Concept]:
    """The concepts, each once it is sure that XML can spell what it says.

    Raises:
        FormatLimitError: A control character or the like.
    """
    for concept in concepts:
        _check(concept, concept.id)
        for designation in concept.designations:
            _check(designation, concept.id)
        for relation in concept.relations:
            _check(relation, concept.id)
        yield concept


def _check(value: Concept | Designation | Relation, concept_id: str) -> None:
    for entry in fields(value):
        text = getattr(value, entry.name)
        found = _NOT_XML.search(text) if isinstance(text, str) else None
        if found is not None:
            raise FormatLimitError(
                f"{concept_id}: U+{ord(found[0]):04X} in {entry.name}, which XML cannot hold",
                hint="take the character out",
            )


def plain(text: str) -> str:
    """A text of a header, with U+FFFD for what XML cannot hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def xml_id(slug: str) -> str:
    """A slug as an XML id, which may not begin with a digit.

    >>> xml_id("2026-summit"), xml_id("hue")
    ('_2026-summit', 'hue')
    """
    return f"_{slug}" if slug[:1].isdigit() else slug


def slug_of(identifier: str) -> str:
    """What `xml_id` was made of; ids of other files are given back as they are.

    >>> slug_of("_2026-summit"), slug_of("_a")
    ('2026-summit', '_a')
    """
    return identifier[1:] if re.match(r"_\d", identifier) else identifier


@dataclass(slots=True)
class Element:
    """An element to be written: text, or elements, within it.

    >>> note = Element("note", {"xml:lang": "vi"}, "Huế & Đà Nẵng")
    >>> print(render(Element("entry", children=[note])), end="")
    <entry>
      <note xml:lang="vi">Huế &amp; Đà Nẵng</note>
    </entry>
    """

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def add(self, name: str, attributes: dict[str, str] | None = None, text: str = "") -> Element:
        """A new element within this one, which is returned."""
        child = Element(name, attributes or {}, text)
        self.children.append(child)
        return child


def render(element: Element, depth: int = 0) -> str:
    """An element on lines of its own, two spaces a level; text is left as it is."""
    indent = "  " * depth
    tag = start_tag(element.name, element.attributes)[:-1]
    if element.children:
        inside = "".join(render(child, depth + 1) for child in element.children)
        return f"{indent}{tag}>\n{inside}{indent}</{element.name}>\n"
    if element.text:
        return f"{indent}{tag}>{escape(element.text, _IN_TEXT)}</{element.name}>\n"
    return f"{indent}{tag}/>\n"


def start_tag(name: str, attributes: dict[str, str]) -> str:
    """A start tag; line breaks and tabs in attributes survive."""
    pairs = (f' {key}="{escape(value, _IN_ATTRIBUTES)}"' for key, value in attributes.items())
    return f"<{name}{''.join(pairs)}>"
