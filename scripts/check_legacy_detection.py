"""Measure how well legacy encodings are detected, on files of clean lines.

    python scripts/check_legacy_detection.py --encoded VI.txt --clean VI.txt EN.txt FR.txt

Each line of the first file is cut into pieces of some syllables, and every piece is written in
every encoding: as bytes, and as text pasted from them. The lines of the clean files are given
as they are: as UTF-8, as Windows-1252 where that holds them, and as text. Printed are the
shares found, wrong and unsure, and the share of false alarms.
"""

from __future__ import annotations

import argparse
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from termkit.errors import EncodingError
from termkit.lang.vi.legacy_codecs import ENCODINGS, decode, encode
from termkit.lang.vi.legacy_detect import detect, detect_pasted
from termkit.lang.vi.legacy_pasted import UTF8, as_windows, decode_pasted


def pieces(lines: list[str], size: int, *, syllables: bool) -> Iterator[str]:
    """Runs of words; with `syllables`, only those whose every word is Vietnamese."""
    from termkit.lang.vi.syllables import is_syllable

    for line in lines:
        words = line.split()
        for start in range(0, len(words) - size + 1, size):
            piece = words[start : start + size]
            plain = [re.sub(r"^\W+|\W+$", "", word) for word in piece]
            if syllables and not all(is_syllable(word) or not word.isalpha() for word in plain):
                continue
            if sum(not word.isascii() for word in plain) >= size / 3:
                yield " ".join(piece)


def measure(texts: list[str], show: int) -> None:
    """One row per encoding: found by name, read right whatever the name, wrong, unsure."""
    for name in (*ENCODINGS, UTF8):
        for pasted in (False, True):
            if (name == "viqr" and pasted) or (name == UTF8 and not pasted):
                continue
            tally: Counter[str] = Counter()
            for text in texts:
                try:
                    data = text.encode() if name == UTF8 else encode(text, name)
                except EncodingError:
                    continue
                if pasted:
                    shown = as_windows(data)
                    if shown == text:
                        continue
                    found = detect_pasted(shown)
                    read = decode_pasted(shown, found) if found else shown
                else:
                    found = detect(data)
                    read = decode(data, found) if found else ""
                kind = "found" if found == name else "alike" if read == text else "unsure"
                kind = "WRONG" if kind == "unsure" and found else kind
                tally[kind] += 1
                if kind in ("WRONG", "unsure") and show > 0 and tally[kind] <= show:
                    print("   ", kind, name, found, repr(text), repr(read))
            total = tally.total()
            shares = "  ".join(f"{kind} {tally[kind] / total:.4f}" for kind in sorted(tally))
            print(f"{name:7} {'pasted' if pasted else 'bytes':7} n={total:6} {shares}")


def alarms(path: Path, lines: list[str], show: int) -> None:
    """False alarms on clean lines, in three guises."""
    guises: dict[str, Callable[[str], str | None]] = {
        "utf-8": lambda line: detect(line.encode()),
        "text": detect_pasted,
        "nfd": lambda line: detect_pasted(unicodedata.normalize("NFD", line)),
        "cp1252": lambda line: detect(line.encode("cp1252")),
    }
    for guise, finder in guises.items():
        found = []
        total = 0
        for line in lines:
            try:
                name = finder(line)
            except UnicodeEncodeError:
                continue
            total += 1
            if name:
                found.append((name, line))
        if total:
            share = len(found) / total
            print(f"{path.name:10} {guise:7} n={total:6} alarms {len(found)} = {share:.5f}")
        for name, line in found[:show]:
            print("   ", name, repr(line[:150]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoded", type=Path, help="clean Vietnamese lines to encode")
    parser.add_argument("--clean", type=Path, nargs="*", default=[], help="lines to leave alone")
    parser.add_argument(
        "--size", type=int, default=8, help="syllables in a piece; 0 takes lines whole"
    )
    parser.add_argument("--most", type=int, default=4000, help="pieces or lines of each file")
    parser.add_argument("--show", type=int, default=0, help="failures to print of each kind")
    parser.add_argument("--syllables", action="store_true", help="pieces without foreign words")
    args = parser.parse_args()
    chosen = random.Random(7)
    if args.encoded:
        lines = args.encoded.read_text("utf-8").splitlines()
        cut = pieces(lines, args.size, syllables=args.syllables)
        texts = list(cut) if args.size else [line for line in lines if not line.isascii()]
        measure(chosen.sample(texts, min(args.most, len(texts))), args.show)
    for path in args.clean:
        lines = path.read_text("utf-8").splitlines()
        short = [" ".join(line.split()[: args.size or 3]) for line in lines]
        for few in (lines, short):
            alarms(path, chosen.sample(few, min(args.most, len(few))), args.show)


if __name__ == "__main__":
    main()
