"""ISO Schematron with XSLT 2 binding, as far as the TBX dialects use it, on elementpath.

`lxml.isoschematron` refuses the binding, and jing reports 2 of 36 failures. Within a pattern
the first rule whose context a node matches is the only one that speaks of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

_SCH = "{http://purl.oclc.org/dsdl/schematron}"
_CODEPOINT = "http://www.w3.org/2005/xpath-functions/collation/codepoint"


def failed_asserts(document: Any, schema: Path) -> list[str]:
    """Line and message of every assertion that fails, and of every report that holds."""
    from elementpath import XPath2Parser, get_node_tree

    rules = etree.parse(str(schema)).getroot()
    spaces = {ns.get("prefix"): ns.get("uri") for ns in rules.iter(f"{_SCH}ns")}
    # The usual collation is a locale that need not be installed; its failure keeps a lock.
    parser = XPath2Parser(namespaces=spaces, default_collation=_CODEPOINT)
    run = _Run(parser, get_node_tree(document.getroottree()))
    return [
        complaint
        for pattern in rules.iter(f"{_SCH}pattern")
        for complaint in _complaints(pattern, run)
    ]


@dataclass(frozen=True)
class _Run:
    parser: Any
    tree: Any

    def select(self, path: str, item: Any, variables: dict[str, Any]) -> list[Any]:
        from elementpath import XPathContext

        context = XPathContext(self.tree, item=item, variables=variables)
        return list(self.parser.parse(path).select(context))

    def holds(self, test: str, item: Any, variables: dict[str, Any]) -> bool:
        return bool(self.parser.parse(test).boolean_value(self.select(test, item, variables)))


def _complaints(pattern: Any, run: _Run) -> Iterator[str]:
    spoken_for: set[int] = set()
    for rule in pattern.iter(f"{_SCH}rule"):
        context = " | ".join(f"//{part.strip()}" for part in rule.get("context").split("|"))
        for node in run.select(context, None, {}):
            if id(node) in spoken_for:
                continue
            spoken_for.add(id(node))
            variables: dict[str, Any] = {}
            for part in rule:
                if part.tag == f"{_SCH}let":
                    variables[part.get("name")] = run.select(part.get("value"), node, variables)
                elif part.tag in (f"{_SCH}assert", f"{_SCH}report"):
                    wanted = part.tag == f"{_SCH}assert"
                    if run.holds(part.get("test"), node, variables) is not wanted:
                        yield f"{_line(node)}: {' '.join(''.join(part.itertext()).split())}"


def _line(node: Any) -> int:
    element = node.elem if getattr(node, "elem", None) is not None else node.parent.elem
    return int(element.sourceline)
