"""``python -m termkit``, and the console script."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

# When the collector of cycles looks: most of what a command makes is tables that stay. At
# Python's own pace it took a fifth of the time of all rules.
_SELDOM = (20_000, 20, 20)


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command line and return its exit code.

    The version alone is answered here: scripts ask for it often, and nothing need be loaded.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments in (["--version"], ["-V"]):
        from termkit import __version__

        print(f"termkit {__version__}")
        return 0
    from termkit.cli.main import run

    gc.set_threshold(*_SELDOM)
    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
