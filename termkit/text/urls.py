"""Web and mail addresses in running text: nobody's spelling, so rules look elsewhere."""

from __future__ import annotations

import re
from functools import lru_cache

from termkit.model.span import Span

_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.)+"
# Without a scheme only these ends make a name: "e.g.the" and "U.S.trade" are slips, not hosts.
_ENDS = r"(?:com|org|net|gov|edu|int|info|vn|cn|hk|tw|uk|us|jp|kr|la|kh|sg|ru|eu|io)"
_PATH = r"[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%\-]*"
_ADDRESS = re.compile(
    rf"(?:https?|ftp)://[^\s<>\"\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+"
    rf"|mailto:\S+@\S+"
    rf"|[A-Za-z0-9._%+-]{{1,64}}@{_HOST}[A-Za-z]{{2,24}}"
    rf"|(?<![A-Za-z0-9À-ɏẠ-ỹ.@-])(?:www\.{_HOST}[A-Za-z]{{2,24}}|{_HOST}{_ENDS})"
    rf"(?![A-Za-z0-9À-ɏẠ-ỹ-])(?!\.[A-Za-z0-9])(?::\d{{1,5}})?(?:[/?#]{_PATH})?",
    re.IGNORECASE,
)
_SIGNAL = re.compile(r"@|://|\.[a-z]", re.IGNORECASE)  # what every address has
# What stands after an address belongs to the sentence.
_AFTER = ".,;:!?'\"’”…"


@lru_cache(maxsize=64)  # several rules ask of the same few texts
def url_spans(text: str) -> tuple[Span, ...]:
    """Spans of web and mail addresses, in order; the stop after one is not in it.

    >>> [span.slice("Xem https://vnexpress.net/a_(b), hay viet-nam@x.vn.")
    ...  for span in url_spans("Xem https://vnexpress.net/a_(b), hay viet-nam@x.vn.")]
    ['https://vnexpress.net/a_(b)', 'viet-nam@x.vn']
    >>> url_spans("Viet Nam.China ties")
    ()
    """
    if not _SIGNAL.search(text):
        return ()
    found = []
    for match in _ADDRESS.finditer(text):
        start, end = match.span()
        while end > start and (
            text[end - 1] in _AFTER
            or (text[end - 1] == ")" and text.count("(", start, end) < text.count(")", start, end))
        ):
            end -= 1
        if end > start:
            found.append(Span(start, end))
    return tuple(found)
