"""What a program fills in, or reads, and no translator may change."""

from __future__ import annotations

import re

from termkit.lang.pieces import sign_of_pieces

PLACEHOLDER = re.compile(
    r"%(?:\d+\$)?[-+#0]?\d*(?:\.\d+)?(?:hh|h|ll|l|z)?[sdiufgxXc@](?![A-Za-z])"
    r"|%\([\w.-]+\)[-+#0]?\d*(?:\.\d+)?[sdifr]"
    r"|\{\{\s*[\w.|:-]+\s*\}\}|\$\{[\w.]+\}|\{[A-Za-z_][\w.]*(?:[:!][^{}]*)?\}|\{\d*\}"
    r"|</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>"
)
"""printf and Python formats, ``{name}``, ``${name}``, ``{{name}}``, and tags."""
MAY_BE_PLACEHOLDER = sign_of_pieces(re.compile(r"\{|<[/A-Za-z]|%[\w(+#.@-]").search)
