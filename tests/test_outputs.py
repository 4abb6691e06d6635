"""Where reports go: several in one run, and files that are there whole or not at all."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from postlint import atomic
from postlint.__main__ import main


@pytest.fixture(autouse=True)
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own with one bad draft."""
    monkeypatch.chdir(tmp_path)
    Path("draft.txt").write_text("TODO: flu jabs 💉\n", "utf-8")


def test_several_reports_come_out_of_one_run(capsys: pytest.CaptureFixture[str]) -> None:
    """One to the terminal, two into files; the exit code is that of the findings."""
    formats = ["--output-format", "concise", "--output-format", "json:a.json", "--output-format", "html:a.html"]
    assert main(["draft.txt", *formats]) == 1
    assert capsys.readouterr().out.startswith("draft.txt:1:1: error")
    assert json.loads(Path("a.json").read_text("utf-8"))["summary"]["stop"] == 1
    assert "💉" in Path("a.html").read_text("utf-8")


def test_output_file_holds_the_report_that_would_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """-o moves the report into a file, and the code stays."""
    assert main(["draft.txt", "-o", "report.txt"]) == 1
    assert capsys.readouterr().out == ""
    assert "STOP" in Path("report.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--output-format", "sarfi"], 'did you mean "sarif"'),
        (["--output-format", "sarif:"], "names no file"),
        (["--output-format", "json", "--output-format", "sarif"], "can't both go to standard output"),
        (["--output-format", "json:a", "--output-format", "sarif:a"], "can't both go to a"),
        (["--output-format", "json:a", "-o", "b"], "nothing to hold"),
        (["-o", "nowhere/report.txt"], "can't be written"),
    ],
)
def test_a_report_that_cant_go_anywhere_is_2(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip in where a report goes is told, and nothing is left half done."""
    assert main(["draft.txt", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert [path.name for path in Path().iterdir()] == ["draft.txt"]


def test_a_file_keeps_its_permissions_and_its_link(tmp_path: Path) -> None:
    """What is written anew stays as open or closed as it was; a link leads to the new content."""
    (tmp_path / "real.txt").write_text("old", "utf-8")
    os.chmod(tmp_path / "real.txt", 0o640)
    (tmp_path / "link.txt").symlink_to("real.txt")
    atomic.write(tmp_path / "link.txt", b"new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"
    assert (tmp_path / "real.txt").stat().st_mode & 0o777 == 0o640


def test_what_fails_halfway_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk leaves the file as it was, and nothing beside it."""
    (tmp_path / "report.txt").write_text("old", "utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        atomic.write(tmp_path / "report.txt", b"new")
    assert (tmp_path / "report.txt").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["draft.txt", "report.txt"]


def test_a_device_is_written_to_as_it_is() -> None:
    """/dev/null stays what it is."""
    assert main(["draft.txt", "-o", "/dev/null"]) == 1
    assert not Path("/dev/null").is_file()
