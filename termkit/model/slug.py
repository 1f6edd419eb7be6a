"""Ids of concepts: slugs, which are file names and addresses as well."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termkit.model.concept import Designation

SLUG = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
_LONGEST = 80  # characters; an id is a file name too


def slugify(text: str) -> str:
    """A slug of any Latin text; other letters fall away.

    >>> slugify("places Vietnam"), slugify("Decision 1868/QĐ-TTg")
    ('places-vietnam', 'decision-1868-qd-ttg')
    """
    plain = text.replace("đ", "d").replace("Đ", "D")
    letters = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    words = "".join(c.lower() if c.isalnum() else " " for c in letters).split()
    return "-".join(words)


def made_up_id(designations: Iterable[Designation]) -> str:
    """An id for a concept that came without one, from the first name that gives a slug.

    English first, then Vietnamese, then the rest; a name in Han characters alone gives a
    digest, the same each time.

    >>> from termkit.model.concept import Designation
    >>> made_up_id([Designation("vi", "Huế"), Designation("en", "Hue City")])
    'hue-city'
    >>> made_up_id([Designation("zh-Hans", "顺化")])
    'concept-1b9d3249'
    """
    order = ("en", "vi")
    named = sorted(
        designations,
        key=lambda d: (order.index(d.lang[:2]) if d.lang[:2] in order else 2, d.lang, d.text),
    )
    for designation in named:
        slug = slugify(designation.text)[:_LONGEST].strip("-")
        if slug:
            return slug
    return f"concept-{hashlib.sha256(named[0].text.encode()).hexdigest()[:8]}"
