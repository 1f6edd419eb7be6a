"""How fast text becomes canonical, beside unidecode: `python scripts/bench/canonical.py FILE...`.

Each file is Vietnamese text; it is measured as it is, decomposed, and with its tone marks in
the other style, repeated to some megabytes. MB are of UTF-8, seconds of processor time.
"""

from __future__ import annotations

import argparse
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

from unidecode import unidecode

from termkit.cli.normalize import normalised
from termkit.lang.vi.tones import set_tone_style
from termkit.text.normalise import normalise

_LEAST = 4_000_000  # characters


def rate(work: Callable[[str], object], text: str) -> float:
    """Megabytes a second, the better of three runs."""
    work(text[:1000])
    seconds = []
    for _ in range(3):
        start = time.process_time()
        work(text)
        seconds.append(time.process_time() - start)
    return len(text.encode()) / 1e6 / min(seconds)


def main(paths: list[str]) -> None:
    """Print a line per kind of text."""
    text = "\n".join(Path(path).read_text(encoding="utf-8") for path in paths)
    text *= _LEAST // max(1, len(text)) + 1
    kinds = {
        "as it is": text,
        "decomposed": unicodedata.normalize("NFD", text),
        "old style": set_tone_style(text, "old"),
    }
    print("MB/s of one core      keep tones  new tones  with offsets  unidecode")
    for name, kind in kinds.items():
        rates = (
            rate(normalised, kind),
            rate(lambda t: normalised(t, tones="new"), kind),
            rate(normalise, kind),
            rate(unidecode, kind),
        )
        print(f"{name:<20}" + "".join(f"{number:12.1f}" for number in rates))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", metavar="FILE")
    main(parser.parse_args().paths)
