"""English tokens as machine translation counts them: the home of sacremoses.

The checker's own words (`termkit.lang.words`) keep their place in the text; these do not,
but they agree with the token counts and word alignments of other tools. Importing sacremoses
takes half a second, so nothing on the way to a finding calls this.

sacremoses serves English only: it has no Vietnamese abbreviations and cuts *TP.* in two.
"""

from __future__ import annotations

from functools import cache
from typing import Any


def tokenise(text: str) -> tuple[str, ...]:
    """Tokens in the way of the Moses tokeniser, punctuation included, nothing escaped.

    >>> tokenise("Mr. Lam's visit, on Feb. 3, isn't over.")
    ('Mr.', 'Lam', "'s", 'visit', ',', 'on', 'Feb.', '3', ',', 'isn', "'t", 'over', '.')
    """
    return tuple(str(token) for token in _tokeniser().tokenize(text, escape=False))


@cache
def _tokeniser() -> Any:
    from sacremoses import MosesTokenizer

    return MosesTokenizer(lang="en")
