"""Write the countries that Taiwan names otherwise, in Simplified characters, beside the usual name.

    python scripts/build_taiwan_territories.py 2026-11-28

A name that is a Chinese word, or a part of a usual name (印尼, 乌兹别克), is written everywhere and
left out. The table spares a check the Traditional locale, which is larger than all of it.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from termkit.check.slips_zh import is_zh_word  # noqa: E402
from termkit.lang.locale import territory_names  # noqa: E402
from termkit.lang.zh.hanzi import simplify  # noqa: E402


def main(retrieved: str) -> None:
    """Write the table."""
    from babel import __version__

    usual = territory_names("zh")
    everywhere = "\n".join(usual.values())
    rows = [
        f"{name}\t{usual[code]}\n"
        for code, traditional in sorted(territory_names("zh-Hant").items())
        if len(code) == 2 and code.isalpha() and code in usual and code[0] not in "XZ"
        for name in (simplify(traditional),)
        if name not in everywhere and usual[code] not in name and not is_zh_word(name)
    ]
    header = (
        "# Countries by their names in Taiwan, in Simplified characters.\n"
        f"# source: Unicode CLDR (as in babel {__version__}), by"
        f" scripts/build_taiwan_territories.py licence: Unicode-3.0 retrieved: {retrieved}\n"
        "# columns: name, usual name\n"
    )
    path = ROOT / "termkit" / "lang" / "zh" / "data" / "taiwan_territories.tsv"
    path.write_text(header + "".join(rows), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
