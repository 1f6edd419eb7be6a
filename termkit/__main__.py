"""``python -m termkit``, and the console script."""

from __future__ import annotations

import sys
from collections.abc import Sequence


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

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
