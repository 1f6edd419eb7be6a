"""T208: titles before names, with a capital here and without one there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from termkit.check.rule import Mark, rule
from termkit.check.usage import Use, find_mix
from termkit.check.view import DocumentView, TextView
from termkit.lang.tables import load_words
from termkit.model.span import Span

_UPPER, _LOWER = "capitals", "no capitals"


@rule("T208", "title-case-mix", scope="document", severity="info", since="0.1", languages=("en",))
def RULE(view: DocumentView) -> Iterator[Mark]:
    """A title right before a name has capitals in one place and none in another.

    *General Secretary To Lam* beside *foreign minister Wang Yi*. Titles that stand alone or
    behind a name are lower case in most houses and are not compared; nor are former and
    future offices.

    ## Why it matters
    The capitals seem to rank the two people.

    ## Use instead
    The form most of the document has.

    ## Source
    The Associated Press Stylebook, titles: formal titles before a name have capitals. The
    Chicago Manual of Style, 8.19.
    """
    uses = [use for text in view.texts if not text.is_heading for use in _find(text)]
    mix = find_mix(uses, ties=(_UPPER,))
    for use in mix.odd if mix else ():
        assert mix is not None
        other = mix.nearest(use)
        yield use.view.mark(
            use.span,
            f"{use.text!r} before a name has {use.form}, {other.text!r} {mix.form}",
            replacement=use.replacement,
            related=(other.related(f"{mix.form} here"),),
        )


# Without capitals the end of such a title is plain: minister of foreign affairs Wang Yi.
_MINISTER = re.compile(
    r"(?<!former )(?<!then )(?<!late )(?<!ex-)(?<!future )(?<!incoming )(?<!outgoing )(?<!\w)"
    r"(?P<title>(?:deputy |vice )?minister of(?: (?:for|and|[a-z]{5,})){1,5})"
    r"(?= [A-ZĐ]\w+(?: [A-ZĐ]\w+){1,3}(?!\w))"
)


def _find(text: TextView) -> Iterator[Use]:
    for match in _MINISTER.finditer(text.text):
        span = Span(match.start("title"), match.end("title"))
        yield Use(text, span, _LOWER, _capitalised(match["title"]))
    for match in _pattern().finditer(text.text):
        span = Span(match.start("title"), match.end("title"))
        words = re.findall(r"[^\W\d_]+", match["title"])
        upper = [word[0].isupper() for word in words if word != "of"]
        if all(upper) and not text.starts_sentence(span):
            yield Use(text, span, _UPPER, match["title"].lower())
        elif not any(upper):
            yield Use(text, span, _LOWER, _capitalised(match["title"]))


@cache
def _pattern() -> re.Pattern[str]:
    titles = sorted(load_words("en", "titles_before_names"), key=len, reverse=True)
    inner = "|".join(re.escape(title) for title in titles)
    return re.compile(
        r"(?<!former )(?<!then )(?<!late )(?<!ex-)(?<!future )(?<!incoming )(?<!outgoing )"
        rf"(?<![\w-])(?P<title>(?i:{inner}))(?= (?!(?:of|and|for|in|on|at|The|A)\b)"
        r"[A-ZĐ]\w+(?: [A-ZĐ]\w*\.?){1,4}(?!\w))"
    )


def _capitalised(title: str) -> str:
    return re.sub(
        r"[^\W\d_]+",
        lambda match: match[0] if match[0] in ("of", "and", "for") else match[0].title(),
        title,
    )
