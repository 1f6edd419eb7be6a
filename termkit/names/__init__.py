"""Names across languages: parts, forms, whether two are one, and whom a mention stands for.

What comparing two names does not need is imported on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from termkit.model.name import NameComparison as NameComparison
from termkit.model.name import Verdict as Verdict
from termkit.names.compare import compare_names as compare_names

if TYPE_CHECKING:
    from termkit.names.index import NameIndex as NameIndex
    from termkit.names.link import Link as Link
    from termkit.names.parts import read_personal_name as read_personal_name
    from termkit.names.territory import find_territory as find_territory
    from termkit.names.variant import Variant as Variant
    from termkit.names.variant import variants as variants

_LATER = {
    "Link": "termkit.names.link",
    "NameIndex": "termkit.names.index",
    "Variant": "termkit.names.variant",
    "find_territory": "termkit.names.territory",
    "read_personal_name": "termkit.names.parts",
    "variants": "termkit.names.variant",
}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module 'termkit.names' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_LATER[name]), name)
