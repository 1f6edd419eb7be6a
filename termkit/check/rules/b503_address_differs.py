"""B503: a web or mail address that is lost or changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from termkit.check.rule import Mark, rule
from termkit.check.view import TextView, UnitView
from termkit.lang.pieces import sign_of_pieces
from termkit.model.span import Span
from termkit.text.urls import url_spans

_MAY_BE_ADDRESS = sign_of_pieces(re.compile(r"//|@|\.[A-Za-z]{2}").search)


@rule(
    "B503",
    "address-differs",
    scope="translation",
    severity="warning",
    since="0.1",
    signs=_MAY_BE_ADDRESS,
)
def RULE(view: UnitView) -> Iterator[Mark]:
    """A web or mail address of the source is lost or changed in the translation.

    Scheme, `www.`, capitals of the host and a closing slash are no difference, nor is the
    language in a path (`/vi/` for `/en/`).

    ## Why it matters
    One wrong letter leads nowhere, or to somebody else.

    ## Use instead
    The address of the source.

    ## Source
    RFC 3986, 6.2 (comparison of URIs); RFC 5321 (mail addresses).
    """
    source, target = view.source, view.target
    if source is None or not target.text:
        return
    here, there = _addresses(source), _addresses(target)
    if not here and not there:
        return
    lost = [span for key, span in here if key not in {other for other, _ in there}]
    added = [span for key, span in there if key not in {other for other, _ in here}]
    for one, other in zip(lost, added, strict=False):
        yield target.mark(
            other,
            f"{other.slice(target.text)!r} stands for {one.slice(source.text)!r} of the source",
            replacement=one.slice(source.text),
            related=(source.related(one, "here"),),
        )
    for one in lost[len(added) :]:
        yield source.mark(one, f"{one.slice(source.text)!r} is missing in the translation")


def _addresses(text: TextView) -> list[tuple[str, Span]]:
    if not text.signs & _MAY_BE_ADDRESS:
        return []
    found = ((_key(span.slice(text.text)), span) for span in url_spans(text.text))
    return [(key, span) for key, span in found if "." in key]  # "http://" alone is a word


def _key(address: str) -> str:
    plain = re.sub(r"^(?:[a-z]+://|mailto:)?(?:www\.)?", "", address, flags=re.IGNORECASE)
    host, slash, path = plain.partition("/")
    path = re.sub(r"(?:^|/)(?:en|vi|vn|zh|cn|zh-cn)(?=/|$)", "", path)
    return (host.lower() + slash + path).rstrip("/")
