"""What somebody has agreed to, and what was there before: told, and in nobody's way."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from postlint import Linter, Report
from postlint.__main__ import main

NOW = dt.datetime(2026, 11, 25, 9, tzinfo=dt.UTC)
LINTER = Linter(now=NOW)


def brief(*entries: str, channels: str = "twitter") -> str:
    """A brief that acknowledges."""
    lines = "\n".join(f"    - {{{entry}}}" for entry in entries)
    return f"---\nchannels: [{channels}]\npostlint:\n  ignore:\n{lines}\n---\n"


def told(report: Report) -> list[tuple[str, str]]:
    """What is said of acknowledgements: rule and words, channel by channel."""
    return [(s.rule, s.text) for post in report.posts for s in post.suggestions if s.rule.startswith("acknowledged/")]


def test_one_that_is_needed_is_not_told() -> None:
    """An acknowledgement that does its work says no more than its reason."""
    report = LINTER.lint(brief("rule: draft/placeholder, reason: Jo") + "TODO")
    assert told(report) == []
    assert report.posts[0].verdict == "ready"


def test_one_that_has_run_out_holds_no_longer_and_is_told() -> None:
    """Its finding is back, and the brief's line is pointed at."""
    entry = "rule: draft/placeholder, reason: Jo, until: 2026-11-24"
    report = LINTER.lint(brief(entry) + "TODO")
    assert told(report) == [("acknowledged/expired", f"{{{entry}}}")]
    assert report.posts[0].verdict == "stop"
    assert told(LINTER.lint(brief(entry.replace("24", "25")) + "TODO")) == []


def test_one_that_nothing_needs_is_told() -> None:
    """Its place in the brief, as advice that costs no point; in every way of writing a list."""
    report = LINTER.lint(brief("rule: draft/placeholder, reason: Jo") + "Falls are down.")
    assert told(report) == [("acknowledged/unused", "{rule: draft/placeholder, reason: Jo}")]
    block = "---\npostlint:\n  ignore:\n    - rule: draft/placeholder\n      reason: Jo\n---\nFalls are down."
    assert told(LINTER.lint(block)) == [("acknowledged/unused", "rule: draft/placeholder\n      reason: Jo")]
    assert report.posts[0].score == LINTER.lint("Falls are down.").posts[0].score


def test_one_that_is_needed_on_one_channel_is_needed() -> None:
    """Too long for one channel only: the acknowledgement is not unused for the other."""
    text = "Falls are down on every ward of our hospital this year. " * 6
    entry = "rule: length/limit, reason: it goes out as a picture (Jo)"
    assert told(LINTER.lint(brief(entry, channels="twitter, linkedin") + text)) == []
    assert told(LINTER.lint(brief(entry, channels="twitter, linkedin") + text, ["linkedin"])) == []
    unused = told(LINTER.lint(brief(entry, channels="linkedin, facebook") + text))
    assert [rule for rule, _ in unused] == ["acknowledged/unused"] * 2


def test_one_for_a_rule_that_was_not_asked_is_not_told() -> None:
    """Whoever asks few rules learns nothing about the others."""
    entry = brief("rule: draft/placeholder, reason: Jo") + "Falls are down."
    assert told(Linter({"select": ["hashtags"]}, now=NOW).lint(entry)) == []


def test_no_ignore_shows_all(tmp_path: Path) -> None:
    """For an audit: as if nobody had agreed to anything."""
    draft = tmp_path / "d.txt"
    draft.write_text(brief("rule: draft/placeholder, reason: Jo") + "TODO", "utf-8")
    assert main([str(draft)]) == 0
    assert main([str(draft), "--no-ignore"]) == 1


@pytest.mark.parametrize("entry", ["rule: draft/placeholder", "rule: draft/placeholder, reason: ''"])
def test_a_reason_is_required(tmp_path: Path, entry: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Without one it is a slip in the brief, with the mend."""
    draft = tmp_path / "d.txt"
    draft.write_text(brief(entry) + "TODO", "utf-8")
    assert main([str(draft)]) == 2
    assert "reason" in capsys.readouterr().out


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of old drafts with a baseline."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts/a.txt").write_text("TODO: say how ward 4 cut falls\n", "utf-8")
    (tmp_path / "drafts/b.txt").write_text("Join us on [DATE] at [PLACE]\n", "utf-8")
    assert main(["drafts", "--write-baseline", "known.json"]) == 0
    return tmp_path


def test_what_the_baseline_holds_stops_nobody(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Old findings are told as a number, new ones in full; lines may move."""
    assert main(["drafts"]) == 1
    assert main(["drafts", "--baseline", "known.json", "--fail-on", "advice"]) == 0
    assert "findings of the baseline" in capsys.readouterr().out
    (old / "drafts/b.txt").write_text("Hello.\n\nJoin us on [DATE] at [PLACE]\n", "utf-8")
    assert main(["drafts", "--baseline", "known.json"]) == 0
    assert main(["drafts", "--baseline", "known.json", "--no-ignore"]) == 1


def test_a_finding_is_known_as_often_as_it_was_there(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same words a second time, or in another draft, are new."""
    (old / "drafts/b.txt").write_text("Join us on [DATE] or [DATE] at [PLACE]\n", "utf-8")
    assert main(["drafts", "--baseline", "known.json", "--output-format", "json"]) == 1
    posts = json.loads(capsys.readouterr().out)["posts"]
    assert [post["verdict"] for post in posts] == ["ready", "stop"]
    (old / "drafts/c.txt").write_text("TODO: say how ward 4 cut falls\n", "utf-8")
    assert main(["drafts/c.txt", "--baseline", "known.json"]) == 1


def test_the_baseline_goes_by_its_own_folder(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever folder the command runs in."""
    monkeypatch.chdir(old / "drafts")
    assert main(["a.txt", "--baseline", "../known.json"]) == 0


def test_what_is_mended_is_told(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A baseline that holds more than there is can be written anew; only drafts that were checked count."""
    (old / "drafts/a.txt").write_text("Falls are down\n", "utf-8")
    assert main(["drafts/b.txt", "--baseline", "known.json"]) == 0
    assert "no longer in the drafts" not in capsys.readouterr().err
    main(["drafts", "--baseline", "known.json"])
    assert "no longer in the drafts: 1;" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "--write-baseline known.json"), ("{", "is no baseline"), ('{"schema": "x", "findings": []}', "schema")],
)
def test_a_baseline_that_cant_be_read_is_2(
    old: Path, content: str | None, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing or broken baseline is never an empty one."""
    Path("known.json").unlink() if content is None else Path("known.json").write_text(content, "utf-8")
    assert main(["drafts", "--baseline", "known.json"]) == 2
    assert said in capsys.readouterr().err


def test_a_baseline_of_a_draft_that_cant_be_read_is_2(old: Path) -> None:
    """What was not checked is not known."""
    (old / "drafts/c.txt").write_bytes(b"caf\xe9")
    assert main(["drafts", "--write-baseline", "known.json"]) == 2
