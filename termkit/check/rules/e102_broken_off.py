"""E102: a file of translations that could be read up to a place only."""

from __future__ import annotations

from collections.abc import Iterator

from termkit.check.rule import Mark, rule
from termkit.errors import TermkitError
from termkit.model.span import Span


@rule("E102", "broken-off", scope="run", severity="error", since="0.1")
def RULE(error: TermkitError) -> Iterator[Mark]:
    """A file of translations breaks off or is damaged; what came before was checked.

    ## Why it matters
    A memory that was cut on its way looks like a short one, and the units behind the damage
    were not checked. The run ends with exit code 2.

    ## Use instead
    Fetch the file again, or mend it at the line that is named.

    ## Source
    Extensible Markup Language (XML) 1.0, 1.2: a violation of well-formedness is a fatal error,
    after which a processor must not go on as if nothing had happened.
    """
    hint = "" if error.hint is None else f" ({error.hint})"
    yield Mark(unit=0, span=Span(0, 0), message=f"{error.problem}{hint}")
