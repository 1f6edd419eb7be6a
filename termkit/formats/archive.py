"""Zip archives (DOCX, XLSX) from people nobody knows: what they unpack to, before they do."""

from __future__ import annotations

import zipfile
from typing import BinaryIO

from termkit.errors import UnreadableDocumentError

MAX_RATIO = 200
"""Unpacked to packed; prose packs four- to tenfold, a bomb a thousandfold."""


def check_archive(file: BinaryIO, path: str, *, what: str, limit: int) -> None:
    """Refuse an archive that is damaged or too large unpacked; the file is left at its start.

    Args:
        file: Open and seekable.
        path: For messages.
        what: What it should be, such as ``DOCX``.
        limit: Most bytes it may unpack to.

    Raises:
        UnreadableDocumentError: Not such an archive, protected, damaged, or a bomb.
    """
    packed = file.seek(0, 2)
    file.seek(0)
    if file.read(4) == b"\xd0\xcf\x11\xe0":
        raise UnreadableDocumentError(
            "an old Office file, or one protected by a password",
            path=path,
            hint=f"save it as {what} without a password",
        )
    try:
        with zipfile.ZipFile(file) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except Exception:  # zipfile lets ValueError and struct.error through as well
        raise UnreadableDocumentError(
            f"not a {what}: the archive is damaged or cut off", path=path
        ) from None
    if unpacked > limit or unpacked > MAX_RATIO * packed + 1024 * 1024:
        raise UnreadableDocumentError(
            f"unpacks to {unpacked // 1024} KiB from {packed // 1024} KiB: refused",
            path=path,
            hint="a document does not pack that well",
        )
    file.seek(0)
