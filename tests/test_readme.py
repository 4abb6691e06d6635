"""The README says what the code does: its tables, reports, commands and examples are those of this very version."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from postlint.__main__ import main
from postlint.commandline import options
from tests import readme

if not readme.README.exists():
    pytest.skip("the README is not beside the tests", allow_module_level=True)

TEXT = readme.README.read_text("utf-8")


def test_the_generated_parts_are_up_to_date() -> None:
    """Tables and reports are what `python -m tests.readme` writes."""
    assert readme.made() == TEXT


def test_every_option_is_documented() -> None:
    """Whoever reads the README knows every option there is."""
    missing = [flag for flag in options() if f"`{flag}" not in TEXT and f"postlint {flag}" not in TEXT]
    assert missing == []


def test_the_rule_of_the_five_minutes_passes_its_examples(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A reader who copies the rule has one that works."""
    found = re.search(r"<!-- rule: (\S+) -->\n```toml\n(.*?)```", TEXT, re.DOTALL)
    assert found
    path = tmp_path / found[1]
    path.parent.mkdir(parents=True)
    path.write_text(found[2], "utf-8")
    assert main(["--test-rules", str(tmp_path / "house-rules")]) == 0, capsys.readouterr().out


def test_the_settings_in_the_readme_can_be_read(tmp_path: Path) -> None:
    """A reader who copies the config has one that is accepted."""
    found = re.search(r"## Settings.*?```toml\n(.*?)```", TEXT, re.DOTALL)
    assert found
    (tmp_path / "house-rules").mkdir()
    (tmp_path / "postlint.toml").write_text(found[1], "utf-8")
    (tmp_path / "draft.txt").write_text("Falls are down on ward 4.", "utf-8")
    assert main([str(tmp_path / "draft.txt"), "--fail-on", "never", "--fail-under", "0"]) == 0
    assert tomllib.loads(found[1])["packs"] == ["house-rules"]


def test_the_brief_in_the_readme_can_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A reader who copies the brief has one without a slip; only its pictures aren't there."""
    found = re.search(r"## A draft.*?```yaml\n(.*?)```", TEXT, re.DOTALL)
    assert found
    (tmp_path / "draft.txt").write_text(found[1], "utf-8")
    assert main([str(tmp_path / "draft.txt")]) == 1
    assert "media/file" in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["main", "test"])
def test_the_two_commands_are_one_line_each(kind: str) -> None:
    """Each makes its own virtual environment, installs, and runs."""
    found = re.search(rf"<!-- the {kind} command -->\n```sh\n(.*)\n```", TEXT)
    assert found
    assert shlex.split(found[1])[:3] == ["python3", "-m", "venv"]
