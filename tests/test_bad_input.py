"""What goes wrong around the drafts: names, folders, links, pipes, disks and people who stop the run."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from postlint.__main__ import main
from postlint.outputs import FORMATS

BAD = "TODO: say how ward 4 cut falls\n"
COMMAND = [sys.executable, "-m", "postlint"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own with one bad draft."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent.parent))
    Path("bad.txt").write_text(BAD, "utf-8")


def problems(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, str]:
    """The problems that a run tells, by path; whatever they are, the bad draft is reported too."""
    assert main([*arguments, "--output-format", "json"]) == 2
    report = json.loads(capsys.readouterr().out)
    assert "bad.txt" in {post["path"] for post in report["posts"]}
    return {problem["path"]: problem["message"] for problem in report["problems"]}


@pytest.mark.parametrize("name", FORMATS)
def test_a_name_that_is_no_utf8_is_no_trouble(name: str) -> None:
    """The draft is checked, and every format can name it somehow, on standard output and in a file."""
    path = os.fsencode("caf") + b"\xe9.txt"
    try:
        Path(os.fsdecode(path)).write_text(BAD, "utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    done = subprocess.run([*COMMAND, path, "--output-format", name], capture_output=True, check=False)
    assert done.returncode == 1, done.stderr
    assert b"caf" in done.stdout or name == "statistics"
    done.stdout.decode("utf-8")
    assert main([os.fsdecode(path), "--output-format", f"{name}:report"]) == 1
    assert Path("report").read_bytes().decode("utf-8").rstrip() == done.stdout.decode("utf-8").rstrip()


def test_a_name_that_is_no_utf8_can_be_mended_and_known() -> None:
    """Fixes and baselines find the file again."""
    path = os.fsdecode(b"caf\xe9.txt")
    with contextlib.suppress(OSError):
        Path(path).write_text("TODO  #patientsafety", "utf-8")
    if not Path(path).exists():
        pytest.skip("this file system takes UTF-8 names only")
    assert main([path, "--fix"]) == 1
    assert Path(path).read_text("utf-8") == "TODO #PatientSafety"
    assert main([path, "--write-baseline", "known.json"]) == 0
    assert main([path, "--baseline", "known.json"]) == 0


def test_a_folder_that_cant_be_read_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder is named, and the other drafts are checked."""
    Path("shut").mkdir()
    look = os.scandir

    def scandir(path: Any) -> Any:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert problems(capsys, ".") == {"shut": "can't be read: Permission denied"}


@pytest.mark.parametrize("name", ["postlint.toml", "pyproject.toml"])
def test_settings_that_cant_be_read_are_told(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Drafts that go by them are not checked by other rules instead; those that don't are."""
    Path("own").mkdir()
    Path("own/draft.txt").write_text(BAD, "utf-8")
    Path("own", name).write_text("", "utf-8")
    read = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name == name:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    (told,) = problems(capsys, ".").values()
    assert told == "can't be read: Permission denied; the drafts that go by it were not checked"


def test_links_in_a_circle_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    """A link to itself is a draft that can't be read; a link to the folder above is not followed."""
    Path("loop.txt").symlink_to("loop.txt")
    Path("dead.md").symlink_to("nowhere.md")
    Path("deep").mkdir()
    Path("deep/up").symlink_to("..", target_is_directory=True)
    told = problems(capsys, ".")
    assert set(told) == {"loop.txt", "dead.md"}
    assert "ymbolic link" in told["loop.txt"]


def test_a_link_to_a_draft_is_checked_once(capsys: pytest.CaptureFixture[str]) -> None:
    """Two names of one file are one draft."""
    Path("same.txt").symlink_to("bad.txt")
    main([".", "--output-format", "json"])
    assert len(json.loads(capsys.readouterr().out)["posts"]) == 1


def test_pipes_and_sockets_in_a_folder_are_no_drafts() -> None:
    """Nobody waits for a pipe that happens to be called like a draft."""
    os.mkfifo("pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.txt")
        done = subprocess.run([*COMMAND, "."], capture_output=True, check=False, timeout=60)
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"caf\xe9", "UTF-8"), (b"a\0b", "NUL"), (b"\xff\xfea", "UTF-8"), (b"---\ngoal: x", "never closed")],
)
def test_a_draft_that_cant_be_read_is_told_and_left_alone(
    content: bytes, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --fix too: not a byte of it changes, and the drafts beside it are mended."""
    Path("broken.txt").write_bytes(content)
    Path("mend.txt").write_text("Falls  are down", "utf-8")
    assert said in problems(capsys, ".", "--fix")["broken.txt"]
    assert Path("broken.txt").read_bytes() == content
    assert Path("mend.txt").read_text("utf-8") == "Falls are down"


@pytest.mark.parametrize("text", ["", "\n\n", "---\n---\n", "💉" * 300, "---\ngoal: x\n---\n", "a" * 1_000_000])
def test_odd_drafts_are_drafts(text: str) -> None:
    """Empty, blank, nothing but a brief, nothing but emoji, a million letters: an answer, in every format."""
    Path("odd.txt").write_text(text, "utf-8")
    for name in FORMATS:
        assert main(["odd.txt", "--output-format", f"{name}:report"]) in (0, 1)


def test_many_fixes_take_no_time() -> None:
    """Time grows with their number and not with its square."""
    Path("many.txt").write_text("ward  falls " * 20_000, "utf-8")
    start = time.perf_counter()
    main(["many.txt", "--fix", "-o", os.devnull])
    assert "  " not in Path("many.txt").read_text("utf-8")
    assert time.perf_counter() - start < 60


def test_a_reader_that_has_gone_ends_the_run_quietly() -> None:
    """No traceback; and 2, since the report did not arrive."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*COMMAND, "bad.txt"], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (2, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told() -> None:
    """On standard output and for a file: 2, one line that says why, no traceback."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*COMMAND, "bad.txt"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("postlint: what was to be printed is not whole: No space")
    assert len(done.stderr.splitlines()) == 1
    assert main(["bad.txt", "-o", "/dev/full"]) == 2


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_is_130_and_leaves_nothing_half_done(jobs: str) -> None:
    """However many processes work: no report, no scrap of one, no traceback, nobody left running."""
    for number in range(1200):
        Path(f"{number}.txt").write_text(f"Falls  are down on ward {number}", "utf-8")
    command = [*COMMAND, ".", "-j", jobs, "-o", "report.txt", "--fix"]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    wait_for_a_fix(running)
    os.killpg(running.pid, signal.SIGINT)
    said = running.communicate(timeout=60)[1]
    assert running.returncode == 130
    assert "Traceback" not in said
    assert not Path("report.txt").exists()
    assert [path.name for path in Path().iterdir() if path.name.startswith(".")] == []
    texts = {path.read_text("utf-8").partition(" on ")[0] for path in Path().glob("[0-9]*.txt")}
    assert texts <= {"Falls  are down", "Falls are down"}


def wait_for_a_fix(running: subprocess.Popen[str]) -> None:
    """Wait until the run has mended a draft, and is in the middle of its work."""
    while running.poll() is None:
        if any("  " not in Path(f"{number}.txt").read_text("utf-8") for number in range(0, 1200, 50)):
            return
        time.sleep(0.01)


def test_what_interrupts_a_run_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever it comes."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("postlint.checking.check", interrupted)
    assert main(["bad.txt"]) == 130
