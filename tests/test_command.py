"""The command: what it prints, where, and with which exit code."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from postlint.__main__ import main
from tests.house import write_rule

GOOD = "How did one ward cut falls by a third? https://example.org/falls #PatientSafety\n"
BAD = "TODO: say how ward 4 cut falls\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A folder of its own with one bad draft."""
    path = tmp_path / "draft.txt"
    path.write_text(BAD, "utf-8")
    return path


def test_a_good_draft_is_0_and_a_bad_one_1(tmp_path: Path, draft: Path) -> None:
    """The code says whether somebody must look."""
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    assert main([str(tmp_path / "good.txt")]) == 0
    assert main([str(draft)]) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.txt"], "no such file"),
        ([], "no draft is named"),
        (["--chanel", "x", "d.txt"], "did you mean"),
        (["--channel", "twiter", "{draft}"], 'did you mean "twitter"'),
        (["--select", "hashtag", "{draft}"], 'did you mean "hashtags"'),
        (["--channels", "x"], "did you mean --channel x"),
        (["--rules", "--channels"], "can't go together"),
        (["--explain", "hashtags/mising"], 'did you mean "hashtags/missing"'),
        (["--now", "soon", "{draft}"], "not a moment"),
        (["--fail-under", "200", "{draft}"], "between 0 and 100"),
        (["--output-format", "xml", "{draft}"], "full"),
        (["--config", "missing.toml", "{draft}"], "missing.toml"),
        (["--test-rules", "nowhere"], "no such folder"),
    ],
)
def test_what_cant_be_done_is_2_with_the_mend(
    arguments: list[str], said: str, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each slip on the command line is told, with what was meant."""
    assert main([argument.replace("{draft}", str(draft)) for argument in arguments]) == 2
    captured = capsys.readouterr()
    assert said in captured.out + captured.err


def test_2_wins_over_1_and_the_rest_is_still_checked(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing file beside a bad draft: both are told."""
    assert main([str(draft), str(draft.parent / "missing.txt")]) == 2
    out = capsys.readouterr().out
    assert "draft/placeholder" in out
    assert "missing.txt" in out


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--fail-on", "never"], 0),
        (["--fail-on", "error"], 1),
        (["--fail-on", "advice"], 1),
        (["--ignore", "draft"], 0),
        (["--ignore", "draft", "--fail-on", "advice"], 1),
        (["--ignore", "draft", "--fail-under", "99"], 1),
        (["--select", "hashtags,media", "--ignore", "media"], 0),
        (["--channel", "linkedin,bluesky"], 1),
    ],
)
def test_options_move_the_code(options: list[str], code: int, draft: Path) -> None:
    """What fails a run is the caller's choice."""
    assert main([str(draft), *options]) == code


def test_the_config_file_decides_where_the_options_are_silent(draft: Path) -> None:
    """fail-on in the closest config holds for the exit code; the option wins over it."""
    (draft.parent / "postlint.toml").write_text('fail-on = "never"\n', "utf-8")
    assert main([str(draft)]) == 0
    assert main([str(draft), "--fail-on", "error"]) == 1


def test_json_is_one_object_and_nothing_else(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Standard output holds the report and only the report."""
    main([str(draft), "--output-format", "json"])
    data = json.loads(capsys.readouterr().out)
    assert data["posts"][0]["path"] == str(draft)
    assert data["posts"][0]["verdict"] == "stop"


def test_the_report_is_for_people(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The verdict and the score come first, the words in question are underlined, and a pipe gets no colour."""
    main([str(draft)])
    out = capsys.readouterr().out
    lines = out.splitlines()
    assert lines[0].endswith("draft.txt")
    assert "STOP" in lines[1]
    assert "score" in lines[1]
    shown = next(number for number, line in enumerate(lines) if line.endswith("│ TODO: say how ward 4 cut falls"))
    assert lines[shown + 1].index("^^^^") == lines[shown].index("TODO")
    assert "\x1b" not in out


def test_a_good_draft_gets_one_calm_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where all is well the report says so and no more than it must."""
    path = tmp_path / "good.txt"
    path.write_text(f"---\nmedia:\n  - {{file: w.jpg, alt: A nurse beside a bed}}\n---\n{GOOD}", "utf-8")
    (tmp_path / "w.jpg").write_bytes(b"")
    assert main([str(path), "--fail-on", "advice"]) == 0
    out = capsys.readouterr().out
    assert f"{path}: ready for X (Twitter) (score 100)" in out


def test_colour_can_be_asked_for_and_refused(
    draft: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """--color always colours a pipe."""
    main([str(draft), "--color", "always"])
    assert "\x1b[" in capsys.readouterr().out


def test_a_draft_cant_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Escape codes in a draft or its name are shown as dots."""
    path = tmp_path / "draft.txt"
    path.write_text("TODO \x1b[2J\u202e wipe", "utf-8")
    main([str(path)])
    assert "\x1b" not in capsys.readouterr().out


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A hyphen stands for standard input."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("TODO é".encode()), "ascii"))
    assert main(["-"]) == 1
    assert "standard input" in capsys.readouterr().out


def test_a_rule_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """The page has the reason, examples of both kinds and the sources."""
    assert main(["--explain", "hashtags/missing"]) == 0
    out = capsys.readouterr().out
    for heading in ("## Why", "## What it flags", "## What it leaves alone", "## Sources"):
        assert heading in out


def test_rules_and_channels_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Both lists name what is there; a channel can be picked."""
    assert main(["--rules"]) == 0
    assert "`length/limit`" in capsys.readouterr().out
    assert main(["--channels", "--channel", "x"]) == 0
    out = capsys.readouterr().out
    assert "twitter" in out
    assert "linkedin" not in out.lower().split("| source |")[0]


def test_a_folder_of_rules_is_tested(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Good examples are 0, examples that don't hold are 1, a file that can't be read is 2."""
    write_rule(tmp_path / "good")
    assert main(["--test-rules", str(tmp_path / "good")]) == 0
    write_rule(tmp_path / "wrong", options='{ words = ["queue"] }')
    assert main(["--test-rules", str(tmp_path / "wrong")]) == 1
    assert "tone/calm, [[pass]] 1" in capsys.readouterr().out
    write_rule(tmp_path / "broken", more="x = 1\n")
    assert main(["--test-rules", str(tmp_path / "broken")]) == 2


def test_a_name_with_spaces_and_emoji_is_no_trouble(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """File names are anything that a system allows."""
    path = tmp_path / "flu jab 💉.txt"
    path.write_text(BAD, "utf-8")
    assert main([str(path)]) == 1
    assert "flu jab 💉.txt" in capsys.readouterr().out


def test_a_closed_pipe_ends_quietly(draft: Path) -> None:
    """A reader that stops reading causes no traceback."""
    code = f"{sys.executable} -m postlint --rules | head -c 10"
    done = subprocess.run(code, shell=True, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


def test_the_machines_encoding_does_not_matter(draft: Path) -> None:
    """Under a C locale, emoji are read and written all the same."""
    draft.write_text("TODO 💉 é", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "postlint", str(draft)],
        capture_output=True,
        check=False,
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
        cwd=Path(__file__).parent.parent,
    )
    assert done.returncode == 1
    assert "💉" in done.stdout.decode("utf-8")


def test_help_names_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    """--help is where a newcomer looks first."""
    assert main(["--help"]) == 0
    assert "exit codes" in capsys.readouterr().out
