"""Write the letters of all names of territories and cities, by which comparing asks for more.

    python scripts/build_territory_letters.py 2026-11-28

Reads what `names.find_territory` reads: CLDR as the installed babel has it, and the tables of the
rooms. Two names in letters of which neither is here need none of that.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from termkit.names.exonyms import letters_of_territories  # noqa: E402


def main(retrieved: str) -> None:
    """Write one table for each room."""
    from babel import __version__

    for lang in ("en", "vi"):
        header = (
            "# Letters of the names of territories and cities, closed up and without marks.\n"
            f"# source: Unicode CLDR (as in babel {__version__}) and the tables territory_names,"
            " territory_variants and city_names of this room, by"
            " scripts/build_territory_letters.py"
            f" licence: Unicode-3.0 retrieved: {retrieved}\n"
            "# columns: letters\n"
        )
        path = ROOT / "termkit" / "lang" / lang / "data" / "territory_letters.tsv"
        rows = sorted(letters_of_territories(lang))
        path.write_text(header + "".join(f"{row}\n" for row in rows), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
