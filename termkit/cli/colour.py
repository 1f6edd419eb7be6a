"""Whether a stream gets colours: a terminal that was not told otherwise."""

from __future__ import annotations

import os
from typing import TextIO

CHOICES = ("auto", "always", "never")


def wants_colour(stream: TextIO, choice: str) -> bool:
    """Whether to colour what goes to a stream.

    Args:
        stream: Where the text goes.
        choice: ``always``, ``never``, or ``auto``: on a terminal, unless the environment
            variable NO_COLOR is set (https://no-color.org) or TERM is ``dumb``.

    >>> import io
    >>> wants_colour(io.StringIO(), "auto"), wants_colour(io.StringIO(), "always")
    (False, True)
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()
