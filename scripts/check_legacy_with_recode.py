"""Hold the tables of legacy encodings against independent converters.

    python scripts/check_legacy_with_recode.py [--write]

Debian's `recode` knows VISCII, VIQR, TCVN, VPS and VNI, the C library's `iconv` TCVN, VISCII
and CP1258; both must be installed. Every letter is read from what they write, and what they
write is read by us. Differences are printed; ``--write`` records what they wrote as the table
that the tests use, so that the tests need neither.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from termkit.errors import EncodingError
from termkit.lang.vi.legacy import decode, encode
from termkit.lang.vi.legacy_tables import letters

TABLE = Path(__file__).parents[1] / "tests" / "lang" / "vi" / "cases" / "legacy_letters.tsv"
PEERS = {
    "recode": {"viscii": "VISCII", "viqr": "VIQR", "tcvn3": "TCVN", "vps": "VPS", "vni": "VNI"},
    "iconv": {"tcvn3": "TCVN5712-1:1993", "viscii": "VISCII", "cp1258": "CP1258"},
}


def convert(text: str, peer: str, name: str) -> bytes | None:
    """What a converter writes for a text; ``None`` when it cannot."""
    arguments = [f"UTF-8..{name}"] if peer == "recode" else ["-f", "UTF-8", "-t", name]
    done = subprocess.run([peer, *arguments], input=text.encode(), capture_output=True, check=False)
    return done.stdout if done.returncode == 0 and done.stdout else None


def main() -> None:
    rows = []
    for peer, names in PEERS.items():
        for ours, theirs in names.items():
            alike = read = missing = 0
            for letter in letters():
                data = convert(letter, peer, theirs)
                if data is None:
                    missing += 1
                    print(f"  {peer} {theirs} has no {letter}")
                    continue
                rows.append(f"{peer}\t{ours}\t{letter}\t{data.hex()}")
                try:
                    back = decode(data, ours)
                except EncodingError as error:
                    back = error.problem
                if back == letter:
                    read += 1
                else:
                    print(f"  {peer} {theirs} {letter}: {data.hex()} is {back!r} to us")
                alike += encode(letter, ours) == data
            total = len(letters()) - missing
            print(f"{peer:6} {theirs:16} read {read} of {total}, written alike {alike}")
    if "--write" in sys.argv:
        header = (
            "# source: GNU recode 3.6 and glibc iconv, run by scripts/check_legacy_with_recode.py"
            " licence: facts retrieved: 2026-11-21\nconverter\tencoding\tletter\tbytes\n"
        )
        TABLE.write_text(header + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
