"""``termkit normalize``: the same text in canonical letters, its layout untouched."""

from __future__ import annotations

import argparse
from typing import Literal

from termkit.cli.base import Command
from termkit.cli.options import add_common, note, write_output
from termkit.errors import UnreadableDocumentError, UsageError

ToneChoice = Literal["old", "new", "keep"]


def normalised(text: str, *, tones: ToneChoice = "keep") -> str:
    """A text in canonical letters.

    Letters are composed, their marks in order; eth and African D in Vietnamese words become
    đ; invisible characters without work are dropped. Line breaks, spaces and quotes stay.

    Args:
        text: As found.
        tones: Style of tone placement to set: old is *hòa*, new is *hoà*.

    >>> normalised("Ðo\u031b\u0300n  vi\u200bệt\\r\\nhoà", tones="old")
    'Đờn  việt\\r\\nhòa'
    """
    from termkit.lang.vi.letters import repair_letters
    from termkit.lang.vi.tones import set_tone_style
    from termkit.text.compose import compose
    from termkit.text.invisible import without_invisible

    return set_tone_style(repair_letters(compose(without_invisible(text))), tones)


def _configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="text to read; - is standard input"
    )
    parser.add_argument(
        "--from",
        dest="encoding",
        metavar="ENCODING",
        help="what the text is in: tcvn3, vni, viscii, vps, viqr, cp1258, as bytes or pasted into "
        "Unicode; auto finds out, says so, and decodes only when sure (default: UTF-8)",
    )
    parser.add_argument(
        "--tones",
        choices=("old", "new", "keep"),
        default="keep",
        help="tone placement: old (hòa), new (hoà) or keep (default: keep)",
    )
    parser.add_argument(
        "--strip",
        action="store_true",
        help="drop all marks of Latin letters: a search key, not a spelling",
    )
    parser.add_argument(
        "--output", metavar="FILE", help="write there, whole or not at all (default: stdout)"
    )
    add_common(parser)


def _run(args: argparse.Namespace) -> int:
    from termkit.text.fold import strip_marks

    if not args.files:
        raise UsageError("no text is named", hint="give files, or - for standard input")
    texts = [normalised(_read(path, args), tones=args.tones) for path in args.files]
    result = "".join(texts)
    if args.strip:
        result = strip_marks(result)
    write_output(args, result.encode("utf-8"))  # bytes: line ends stay as they are
    return 0


def _read(path: str, args: argparse.Namespace) -> str:
    """The text of one file, line ends kept.

    Raises:
        UnreadableDocumentError: Missing, a folder, or not text (byte and offset are named).
        EmptyDocumentError: Nothing in it.
        EncodingError: ``--from`` names no encoding.
    """
    import sys
    from pathlib import Path

    from termkit.cli.legacy_input import text_of
    from termkit.formats.decode import decode

    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise UnreadableDocumentError(f"cannot be read: {error.strerror}", path=path) from None
    if args.encoding is None:
        return decode(data, path)
    text, remark = text_of(data, path, args.encoding)
    note(args, f"{path}: {remark}")
    return text


COMMAND = Command(
    name="normalize",
    summary="write a text in canonical letters, its layout untouched",
    configure=_configure,
    run=_run,
    examples=(
        ("termkit normalize draft.txt", "composed letters, đ for eth, nothing invisible"),
        ("termkit normalize --tones old draft.txt --output draft.txt", "hòa everywhere, in place"),
        ("termkit normalize --from auto old.txt --output new.txt", "out of TCVN3, VNI or VISCII"),
        ("termkit normalize --strip - < names.txt", "search keys without marks"),
    ),
)
