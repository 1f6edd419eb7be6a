"""ISO Schematron with XSLT 2 binding, as far as the TBX dialects use it, on elementpath.

`lxml.isoschematron` refuses the binding, and jing reports 2 of 36 failures. Within a pattern
the first rule whose context a node matches is the only one that speaks of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

_SCH = "{http://purl.oclc.org/dsdl/schematron}"


def failed_asserts(document: Any, schema: Path) -> list[str]:
    """Line and message of every assertion that fails."""
    from elementpath import XPath2Parser, XPathContext, get_node_tree

    rules = etree.parse(str(schema)).getroot()
    spaces = {ns.get("prefix"): ns.get("uri") for ns in rules.iter(f"{_SCH}ns")}
    parser = XPath2Parser(namespaces=spaces)
    tree = get_node_tree(document.getroottree())
    found = []
    for pattern in rules.iter(f"{_SCH}pattern"):
        spoken_for: set[int] = set()
        for rule in pattern.iter(f"{_SCH}rule"):
            context = " | ".join(f"//{part.strip()}" for part in rule.get("context").split("|"))
            nodes = list(parser.parse(context).select(XPathContext(tree)))
            for node in nodes:
                if id(node) in spoken_for:
                    continue
                spoken_for.add(id(node))
                for check in rule.iter(f"{_SCH}assert"):
                    token = parser.parse(check.get("test"))
                    result = list(token.select(XPathContext(tree, item=node)))
                    if not token.boolean_value(result):
                        message = " ".join("".join(check.itertext()).split())
                        found.append(f"{_line(node)}: {message}")
    return found


def _line(node: Any) -> int:
    element = node.elem if getattr(node, "elem", None) is not None else node.parent.elem
    return int(element.sourceline)
