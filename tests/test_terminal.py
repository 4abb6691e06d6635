"""What a person sees who runs the command: more or less of it, how far it has got, and how long it took."""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint import PostlintError, crew, progress
from postlint.__main__ import main
from postlint.config import Settings
from postlint.work import Request

BAD = "TODO: say how ward 4 cut falls\n"
GOOD = "How did one ward cut falls by a third? https://example.org/falls #PatientSafety\n"


@pytest.fixture(autouse=True)
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own with a bad draft and a good one."""
    monkeypatch.chdir(tmp_path)
    Path("bad.txt").write_text(BAD, "utf-8")
    Path("good.txt").write_text(GOOD, "utf-8")


def test_quiet_shows_what_must_be_looked_at(capsys: pytest.CaptureFixture[str]) -> None:
    """No good draft, no advice, no reasons, no reminders; the error and the sum."""
    assert main([".", "-q"]) == 1
    out = capsys.readouterr().out
    assert "still to be filled in" in out
    assert "bad.txt" in out
    for left_out in ("good.txt", "advice", "Why:", "Remember:"):
        assert left_out not in out


def test_verbose_tells_sources_and_settings(capsys: pytest.CaptureFixture[str]) -> None:
    """Where each suggestion comes from; and, apart from the report, which config the drafts go by."""
    Path("postlint.toml").write_text("", "utf-8")
    main([".", "-v"])
    captured = capsys.readouterr()
    assert re.search(r"Source: .*, https://", captured.out)
    assert re.search(r"by .*postlint\.toml: 2 drafts", captured.err)


def test_statistics_count_rules(capsys: pytest.CaptureFixture[str]) -> None:
    """How often, how grave, in how many drafts; in place of the report."""
    Path("more.txt").write_text("[DATE] [PLACE] TODO #patientsafety", "utf-8")
    assert main([".", "--statistics"]) == 1
    out = capsys.readouterr().out
    assert re.search(r"^ +4  draft/placeholder +error +in 2 drafts$", out, re.MULTILINE)
    assert re.search(r"hashtags/case +advice +in 1 draft, 1 with a fix$", out, re.MULTILINE)
    counts = [int(line.split()[0]) for line in out.splitlines()[:-1]]
    assert counts == sorted(counts, reverse=True)


def test_timing_stays_out_of_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    """Milliseconds of each rule on standard error; the report is the same as without."""
    main([".", "--output-format", "json"])
    plain = capsys.readouterr().out
    main([".", "--output-format", "json", "--timing"])
    captured = capsys.readouterr()
    assert captured.out == plain
    assert re.search(r"^ +[\d.]+ ms +2 x  draft/placeholder$", captured.err, re.MULTILINE)


def test_exit_zero_hides_findings_and_no_problem() -> None:
    """1 becomes 0; 2 stays."""
    assert main(["bad.txt", "--exit-zero"]) == 0
    assert main(["bad.txt", "missing.txt", "--exit-zero"]) == 2


def test_standard_input_can_have_a_name(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The name decides on the config and on how the text is read, and stands in the report."""
    Path("drafts").mkdir()
    Path("drafts/postlint.toml").write_text('channels = ["bluesky"]\n', "utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Hi ![a chart](https://example.org/c.png)")))
    assert main(["-", "--stdin-filename", "drafts/new.md", "--output-format", "json"]) == 0
    (post,) = json.loads(capsys.readouterr().out)["posts"]
    assert (post["path"], post["channel"]) == ("drafts/new.md", "bluesky")
    assert "media/missing" not in {one["rule"] for one in post["suggestions"]}


class Screen(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        """Always."""
        return True


def test_a_bar_is_shown_while_many_drafts_are_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal, and gone at the end; never in a pipe, nor for a few drafts."""
    monkeypatch.setenv("TERM", "xterm")
    screen, pipe = Screen(), io.StringIO()
    assert list(progress.shown(range(400), 400, screen)) == list(range(400))
    assert "of 400 drafts" in screen.getvalue()
    assert screen.getvalue().rpartition("\r")[2] == ""
    last = screen.getvalue().split("\r")[-2]
    assert last == " " * len(progress.bar(400, 400))
    list(progress.shown(range(400), 400, pipe))
    list(progress.shown(range(3), 3, few := Screen()))
    assert pipe.getvalue() == few.getvalue() == ""


def test_the_bar_goes_away_when_something_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C in the middle leaves a clean line."""
    monkeypatch.setenv("TERM", "xterm")
    screen = Screen()

    def coming() -> Iterator[int]:
        yield from range(200)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(progress.shown(coming(), 400, screen))
    assert screen.getvalue().endswith(" \r")


@given(st.integers(1, 100_000), st.data())
def test_the_bar_keeps_its_width(total: int, data: st.DataObject) -> None:
    """However far it has got, the line is as long as at the end, so that the end wipes all of it."""
    done = data.draw(st.integers(0, total))
    assert len(progress.bar(done, total)) == len(progress.bar(total, total))


def test_several_processes_say_what_one_says(capsys: pytest.CaptureFixture[str]) -> None:
    """Same bytes, same order, problems among them, however many work."""
    for number in range(40):
        text = [BAD, GOOD, "---\nchanels: x\n---\nHi", "#patientsafety"][number % 4]
        Path(f"{number:02}.txt").write_text(text, "utf-8")
    outs = []
    for jobs in ("1", "2", "3"):
        assert main([".", "missing.txt", "--output-format", "json", "--now", "2026-11-25", "-j", jobs]) == 2
        outs.append(capsys.readouterr().out)
    assert outs[0] == outs[1] == outs[2]
    assert len(json.loads(outs[0])["problems"]) == 11


def test_several_processes_mend_what_one_mends() -> None:
    """Fixes too can be shared out."""
    for number in range(20):
        Path(f"{number:02}.txt").write_text("Falls  are down #patientsafety", "utf-8")
    main([".", "--fix", "-j", "2", "-o", os.devnull])
    assert {Path(f"{number:02}.txt").read_text("utf-8") for number in range(20)} == {"Falls are down #PatientSafety"}


def ended(_: Settings) -> Settings:
    """What the system may do to a process for want of memory."""
    os._exit(9)


def test_a_process_that_is_ended_is_a_problem_and_no_wait() -> None:
    """Nobody waits for an answer that won't come, and the mend is told."""
    files = [Path(name) for name in ("bad.txt", "good.txt")]
    with pytest.raises(PostlintError, match="--jobs 1"):
        list(crew.each(files, Request(adjust=ended), 2))


def test_few_drafts_are_checked_by_one_process() -> None:
    """Starting others would take longer than they save."""
    assert crew.jobs_for(10) == 1
    assert crew.jobs_for(10_000) == crew.cores()


@pytest.mark.parametrize("jobs", ["0", "-1", "x"])
def test_a_number_of_processes_that_is_none_is_2(jobs: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip on the command line, told as one."""
    assert main([".", "--jobs", jobs]) == 2
    assert "--jobs" in capsys.readouterr().err
