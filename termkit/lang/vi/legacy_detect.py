"""Which legacy encoding some bytes or a pasted text are in: the name, or nothing.

Every encoding is tried, and the words it makes are weighed: common Vietnamese syllables speak
for it, letters that make no syllable against it. The same words are weighed as they stand, as
Vietnamese and as another European language, and only a clear gain counts. The answer for clean
text, for a draw and for too little text is ``None``: a wrong repair is worse than none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from operator import ne

from termkit.errors import EncodingError
from termkit.lang.vi.legacy_codecs import decode
from termkit.lang.vi.legacy_pasted import (
    UTF8,
    as_windows,
    decode_pasted,
    stands_for_bytes,
    to_bytes,
)
from termkit.lang.vi.legacy_score import IMPOSSIBLE, bare, family_names, foreign, prose, vietnamese
from termkit.lang.vi.legacy_tcvn3 import repair_capitals
from termkit.lang.vi.legacy_viqr_detect import looks_viqr
from termkit.lang.vi.legacy_vni import well_formed
from termkit.lang.vi.tones import tone_key
from termkit.text.compose import compose

MIN_GAIN = 3.0
"""By how much a reading must be more probable than the text as it stands, in nats."""
MIN_GAIN_ALONE = 6.0
"""The same where a single word is all there is."""
_MIN_LEAD = 2.5  # and than the next best reading that makes other words
_SAMPLE = 1 << 15  # bytes or characters of a long text that are weighed
_MOST_TOKENS = 4000
_NAME = 6  # as many words may be a name, which begins with a family name
_ALL_UTF8 = 10.0
"""Every run beyond ASCII is UTF-8, which other encodings make by chance in few of them."""
_FAMILY = 2.5  # what that adds
_REAL_UNICODE = -8.0  # what a letter that stands for no byte says against any byte
_NONSENSE = -4.0  # at most, a run of letters that makes no syllable
_LOUD = 3.0  # what a word in capitals costs in a line that has no other
# Of readings that make the same words, the first is named.
_EIGHT_BIT = ("cp1258", "tcvn3", "vni", "viscii", "vps")
_TOKEN = re.compile(r"[^\x00\x07-\x0f\x18\x1a\x1b\x20-\x40\x5b-\x60\x7b-\x7f\u2028\u2029\u3000]+")
_EDGE = re.compile("[\u2010-\u2026\u2039\u203a«»\xa0\u200b]+")
_EUROPEAN = re.compile("[\u0100-\u02af\u0370-\u052f\u1e00-\u1eff]")
_ONLY_VIETNAMESE = re.compile("[ĂăĐđƠơƯư\u1ea0-\u1ef9]")
# VISCII and VPS make pairs of bytes (ươ, ườ, ướ) that are letters of Syriac and N'Ko in UTF-8.
_STRAY = re.compile("[A-Za-z][\u0700-\u074f\u07c0-\u07ff]|[\u0700-\u074f\u07c0-\u07ff][A-Za-z]")


def detect(data: bytes) -> str | None:
    """The legacy encoding of some bytes; ``None`` for UTF-8, for another one, and when unsure.

    Args:
        data: A name, a line or a whole file; of a long one, a part is weighed.

    >>> detect("Vương Hoàng Duy".encode()), detect("Vöông Hoaøng Duy".encode("latin-1"))
    (None, 'vni')
    >>> detect(b"Nguye^~n Va(n A"), detect("Il est né à Paris".encode("latin-1")), detect(b"")
    ('viqr', None, None)
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data:
        return None
    if data.isascii():
        return detect_pasted(data.decode("ascii"))
    data = data[_first(re.search(rb"[\x80-\xff]", data)) :][:_SAMPLE]
    text = data.decode("utf-8", "replace")
    if "\N{REPLACEMENT CHARACTER}" not in text[:-1] and not _STRAY.search(text):
        return None
    return _best(as_windows(data), pasted=False)


def detect_pasted(text: str) -> str | None:
    """The encoding a text was pasted from; ``None`` for clean text and when unsure.

    Returns:
        A name of `legacy.ENCODINGS`, or ``utf-8`` for UTF-8 read as Windows-1252: what
        `decode_pasted` takes.

    >>> detect_pasted("Vöông Hoaøng Duy"), detect_pasted("LÃª HoÃ\\xa0i Trung")
    ('vni', 'utf-8')
    >>> detect_pasted("Lê Hoài Trung"), detect_pasted("Vương"), detect_pasted("Angela Müller")
    (None, None, None)
    """
    if text.isascii():
        return "viqr" if looks_viqr(text[:_SAMPLE]) else None
    sample = text[_first(re.search(r"[^\x00-\x7f]", text)) :][:_SAMPLE]
    return _best(compose(sample), pasted=True)


def _first(found: re.Match[str] | re.Match[bytes] | None) -> int:
    """Where the sample begins: some words before the first character beyond ASCII."""
    return max(0, (found.start() if found else 0) - 200)


def _best(text: str, *, pasted: bool) -> str | None:
    """The reading that gains most over the text as it stands, if it gains enough."""
    tokens = [found[0] for found in islice(_TOKEN.finditer(prose(text)), _MOST_TOKENS)]
    plain = [token for token in tokens if token.isascii() and token.isalpha()]
    marked = [token for token in tokens if not (token.isascii() and token.isalpha())]
    context = sum(map(bare, plain))
    quiet = not any(token.isupper() and len(token) > 1 for token in plain)
    opens = len(tokens) <= _NAME and bool(marked) and marked[0] == tokens[0]
    found: list[tuple[float, int, str, tuple[str | None, ...]]] = []
    for rank, name in enumerate((*_EIGHT_BIT, UTF8) if pasted else _EIGHT_BIT):
        readings = tuple(_reading(token, name) for token in marked)
        pairs = zip(marked, readings, strict=True)
        gain = sum(_gain(token, reading, name, pasted) for token, reading in pairs)
        gain -= _LOUD * sum(map(_is_loud, readings)) if quiet else 0.0
        if opens and tone_key((readings[0] or "").lower()) in family_names():
            gain += _FAMILY
        if name == UTF8 and all(map(ne, marked, readings)):
            gain += _ALL_UTF8
        if gain >= MIN_GAIN and (name == UTF8 or gain + context >= MIN_GAIN):
            found.append((gain, -rank, name, readings))
    if not found or (len(tokens) == 1 and max(one[0] for one in found) < MIN_GAIN_ALONE):
        return None
    found.sort(key=lambda one: one[:2], reverse=True)
    best = found[0]
    rivals = [gain for gain, _, _, words in found[1:] if words != best[3]]
    return None if rivals and best[0] - rivals[0] < _MIN_LEAD else best[2]


def _is_loud(reading: str | None) -> bool:
    """Whether a reading is a syllable in capitals, strange in a line without any."""
    return reading is not None and len(reading) > 1 and reading.isupper()


@lru_cache(maxsize=1 << 14)
def _reading(token: str, name: str) -> str | None:
    """A run of letters read in an encoding; ``None`` when the encoding cannot have made it."""
    if name == UTF8:
        return decode_pasted(token, UTF8)
    if not stands_for_bytes(token):
        return None
    try:
        text = decode(to_bytes(token), name)
    except EncodingError:
        return None
    if name == "vni" and not all(
        part.isascii() or well_formed().fullmatch(part) for part in _EDGE.split(token)
    ):
        return None
    return repair_capitals(text) if name == "tcvn3" else text


@lru_cache(maxsize=1 << 14)
def _gain(token: str, reading: str | None, name: str, pasted: bool) -> float:
    """How much more probable a run of letters is in a reading than as it stands."""
    if not stands_for_bytes(token):
        if _ONLY_VIETNAMESE.search(token):
            return IMPOSSIBLE
        return _REAL_UNICODE if _EUROPEAN.search(token) else 0.0
    if name == UTF8:
        if reading is None or reading == token:
            return 0.0
        meant = [max(vietnamese(part), foreign(part)) for part in _parts(reading)]
    else:
        meant = [IMPOSSIBLE] if reading is None else [*map(vietnamese, _parts(reading))]
    parts = _parts(token)
    if pasted:
        found = sum(max(vietnamese(part), foreign(part)) for part in parts)
    else:
        found = sum(map(foreign, parts))
    gain = sum(meant) - found
    # Nonsense is no proof, however odd the text is as it stands.
    return min(gain, _NONSENSE) if min(meant, default=0.0) <= IMPOSSIBLE else gain


def _parts(token: str) -> list[str]:
    """The words of a run of letters, without the typography around and between them."""
    return [part for part in _EDGE.split(token) if part]
