"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from termkit import atomic


def test_text_is_utf8_with_lf(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    atomic.write_text(path, "Huế 𡨸\n")
    assert path.read_bytes() == "Huế 𡨸\n".encode()
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.toml"]


def test_permissions_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.sh"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o750)
    atomic.write_text(path, "new")
    assert path.stat().st_mode & 0o777 == 0o750


def test_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "real.toml").write_text("old", encoding="utf-8")
    (tmp_path / "link.toml").symlink_to("real.toml")
    atomic.write_text(tmp_path / "link.toml", "new")
    assert (tmp_path / "link.toml").is_symlink()
    assert (tmp_path / "real.toml").read_text(encoding="utf-8") == "new"


def test_what_is_no_file_is_written_through(tmp_path: Path) -> None:
    """A pipe stays a pipe, as /dev/null must stay a device."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        atomic.write_text(pipe, "new")
        assert os.read(reader, 10) == b"new"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.toml"
    path.write_text("old", encoding="utf-8")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        atomic.write_text(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.toml"]
