"""termkit: terminology and translation consistency for Vietnamese, English and Chinese.

The public names are imported on first use: a look-up bound to a key cannot wait for all.
"""

from __future__ import annotations

from typing import Any

__version__ = "0.1.0"

_PUBLIC = {
    "check_document": "termkit.check.engine",
    "check_documents": "termkit.check.engine",
    "load_glossary": "termkit.glossary.store",
    "make_plan": "termkit.check.plan",
    "normalise": "termkit.text.normalise",
    "read_document": "termkit.formats.read",
    "select_rules": "termkit.check.rule",
}

__all__ = ["__version__", *sorted(_PUBLIC)]


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module 'termkit' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_PUBLIC[name]), name)
