"""What only a real process shows: signals, pipes, locales, time."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from termkit.atomic import write_text

REPOSITORY = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "termkit"]
# The C locale, as in many containers, and streams that were promised to be ASCII.
BARE = {
    "PATH": os.environ["PATH"],
    "PYTHONPATH": str(REPOSITORY),
    "LC_ALL": "C",
    "PYTHONIOENCODING": "ascii",
}


def _run(*args: str, stdin: bytes = b"", **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *args],
        input=stdin,
        capture_output=True,
        timeout=60,
        env=BARE,
        check=False,
        **options,  # type: ignore[call-overload]
    )


def test_output_is_utf8_in_the_c_locale(desk: Path) -> None:
    (desk / "Huế.txt").write_bytes("Đây là một câu tiếng Việt.\n\n\ufb01n".encode())
    done = _run("check", ".", "--lang", "vi", "--glossary", "words", "--format", "json", cwd=desk)
    assert done.stderr == b""
    assert '"path": "Huế.txt"'.encode() in done.stdout


def test_a_file_name_that_is_not_utf8_does_not_end_the_run(desk: Path) -> None:
    import json

    (desk / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"One ordinary sentence.\n")
    done = _run("check", ".", "--lang", "en", "--glossary", "words", "--format", "json", cwd=desk)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["files"][0]["path"] == "caf\udce9.txt"


@pytest.mark.parametrize("args", [["rules"], ["--help"], ["check", "--help"]])
def test_a_closed_pipe_is_no_traceback(args: list[str]) -> None:
    process = subprocess.Popen(
        [*COMMAND, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=BARE
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    errors = process.stderr.read()
    process.stderr.close()
    # A list shorter than the pipe may be gone before the pipe is closed.
    assert process.wait(timeout=60) in (0, 141)
    assert errors == b""


def _until_it_waits(pid: int) -> None:
    """A busy machine starts a process late; one that sleeps for half a second is waiting."""
    asleep, until = 0, time.monotonic() + 60
    while asleep < 5 and time.monotonic() < until:
        time.sleep(0.1)
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        asleep = asleep + 1 if state == "S" else 0


def test_interrupted_from_the_keyboard(desk: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "check", "-", "--lang", "en", "--glossary", "words"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=BARE,
        cwd=desk,
    )
    _until_it_waits(process.pid)  # for standard input, which never ends
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"interrupted\n")


def test_a_killed_run_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    """Killed at random moments, the file is always whole."""
    target = tmp_path / "report.json"
    old, new = "old\n" * 200_000, "new\n" * 200_000
    write_text(target, old)
    program = (
        "import sys; from termkit.atomic import write_text\n"
        "print('ready', flush=True)\n"
        f"while True: write_text({str(target)!r}, 'new\\n' * 200_000)\n"
    )
    for delay in (0.0, 0.003, 0.01, 0.02, 0.05):
        process = subprocess.Popen(
            [sys.executable, "-c", program], stdout=subprocess.PIPE, env=BARE
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(delay)
        process.kill()
        process.wait(timeout=60)
        process.stdout.close()
        assert target.read_text() in (old, new)


@pytest.mark.parametrize(("args", "limit"), [(["--version"], 0.060)])
def test_processor_time(args: list[str], limit: float) -> None:
    """The best of some runs: other processes may be busy, the work stays the same."""

    def once() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert _run(*args).returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(once() for _ in range(7)) < limit
