"""Text for ``--from``: bytes in an encoding from before Unicode, or text pasted from one."""

from __future__ import annotations

from termkit.errors import EncodingError, UnreadableDocumentError

AUTO = "auto"


def text_of(data: bytes, path: str, encoding: str) -> tuple[str, str]:
    """The text of a file, and what was found out about it.

    A file in UTF-8 may hold text that was pasted from the encoding, character for byte; then
    that is what is read. With ``auto``, a file in UTF-8 stays as it is when unsure.

    Args:
        data: The file.
        path: Its path, for errors.
        encoding: A name of `termkit.lang.vi.legacy`, or ``auto``.

    Raises:
        EmptyDocumentError: Nothing in it.
        EncodingError: No such encoding.
        UnreadableDocumentError: Binary, a byte the encoding does not assign, or, with
            ``auto``, neither UTF-8 nor surely another encoding.

    >>> text_of("Vöông".encode("latin-1"), "a.txt", "vni")
    ('Vương', 'VNI')
    >>> text_of("Vöông Hoaøng Duy".encode(), "a.txt", "auto")
    ('Vương Hoàng Duy', 'VNI, pasted into Unicode')
    >>> text_of("Vương Hoàng Duy".encode(), "a.txt", "auto")
    ('Vương Hoàng Duy', 'UTF-8, no older encoding in it')
    """
    from termkit.formats.decode import decode as decode_unicode
    from termkit.lang.vi.legacy_codecs import encoding_name
    from termkit.lang.vi.legacy_detect import detect, detect_pasted
    from termkit.lang.vi.legacy_pasted import UTF8, decode_pasted
    from termkit.lang.vi.marks import looks_vietnamese

    automatic = encoding.strip().lower() == AUTO
    wanted = None if automatic else encoding_name(encoding)
    found = None if b"\0" in data else detect(data)
    if found is not None and found == (wanted or found):
        return _decoded(data, path, found), _shown(found)
    if wanted is not None and not _is_unicode(data):
        return _decoded(data, path, wanted), _shown(wanted)
    text = decode_unicode(data, path)
    pasted = wanted or detect_pasted(text)
    if pasted is None:
        return text, "UTF-8, no older encoding in it"
    if looks_vietnamese(text):  # then it is Unicode, whatever else is in it
        if wanted is None:
            return text, "UTF-8, left as it is"
        raise UnreadableDocumentError(
            f"this is Vietnamese in UTF-8, not {_shown(pasted)}",
            path=path,
            hint="leave out --from, or use --from auto",
        )
    if pasted == UTF8:
        return decode_pasted(text, UTF8), "UTF-8 that was read as Windows-1252, mended"
    return decode_pasted(text, pasted), f"{_shown(pasted)}, pasted into Unicode"


def _decoded(data: bytes, path: str, name: str) -> str:
    from termkit.formats.decode import refuse_binary
    from termkit.lang.vi.legacy_codecs import decode
    from termkit.lang.vi.legacy_tcvn3 import repair_capitals

    refuse_binary(data, path)
    try:
        text = decode(data, name)
    except EncodingError as error:
        raise UnreadableDocumentError(error.problem, path=path, hint=error.hint) from None
    return repair_capitals(text) if name == "tcvn3" else text


def _is_unicode(data: bytes) -> bool:
    """Whether the bytes are UTF-8 beyond ASCII, or begin like UTF-16."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    try:
        return not data.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False


def _shown(name: str) -> str:
    return "Windows-1258" if name == "cp1258" else name.upper()
