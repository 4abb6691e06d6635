"""What others copy into their repositories: the GitHub Action and the recipes of the README, run as they stand."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import readme
from tests.test_formats import insist_on

ACTION = readme.ROOT / "action.yml"
if not ACTION.exists():
    pytest.skip("the action is not beside the tests", allow_module_level=True)

TEXT = readme.README.read_text("utf-8")


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with a bad draft whose name holds a blank, and this postlint first among the commands."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts/flu jab.txt").write_text("TODO: say when\n", "utf-8")
    monkeypatch.setenv("PATH", os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    if shutil.which("postlint") is None:
        pytest.skip("postlint is not installed as a command")


def run(command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command as a CI's shell runs it."""
    shell = ["bash", "-e", "-o", "pipefail", "-c", command]
    return subprocess.run(shell, env={**os.environ, **environment}, capture_output=True, text=True, check=False)


def blocks(language: str) -> list[str]:
    """The README's blocks in a language."""
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


def action() -> dict[str, Any]:
    """The action as GitHub reads it."""
    read: dict[str, Any] = yaml.safe_load(ACTION.read_text("utf-8"))
    return read


@pytest.mark.parametrize(
    ("paths", "arguments", "code"),
    [
        ("drafts", "", 1),
        ("drafts/flu jab.txt\n", "--fail-on never", 0),
        ("drafts\nmissing", "", 2),
        ("$(touch hacked)\n; touch hacked", "", 2),
    ],
)
def test_the_action_marks_the_words(drafts: None, tmp_path: Path, paths: str, arguments: str, code: int) -> None:
    """Its last step, run with its inputs: annotations, a summary, postlint's exit code; an input is never a command."""
    step = action()["runs"]["steps"][-1]
    done = run(
        step["run"],
        POSTLINT_PATHS=paths,
        POSTLINT_ARGUMENTS=arguments,
        GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"),
    )
    assert done.returncode == code, done.stderr
    assert not (tmp_path / "hacked").exists()
    if "drafts" in paths:
        assert "::error title=postlint (draft/placeholder),file=drafts/flu jab.txt,line=1,col=1" in done.stdout
        assert "draft/placeholder" in (tmp_path / "summary.md").read_text("utf-8")


def test_the_action_gives_its_inputs_by_environment() -> None:
    """No input stands in a command itself, where it could add one; and the README names inputs that there are."""
    steps = action()["runs"]["steps"]
    assert not any("${{" in step.get("run", "") for step in steps)
    given = {name for step in steps for name in re.findall(r"inputs\.(\w+)", str(step.get("env", "")))}
    assert given == set(action()["inputs"])
    workflow = next(yaml.safe_load(block) for block in blocks("yaml") if "actions/checkout" in block)
    assert set(workflow[1]["with"]) <= set(action()["inputs"])


def test_the_recipe_for_gitlab_leaves_its_report(drafts: None) -> None:
    """The script, without its installing, fails for the bad draft and leaves what GitLab reads."""
    job = next(yaml.safe_load(block) for block in blocks("yaml") if "codequality" in block)["postlint"]
    *_, command = job["script"]
    assert run(command).returncode == 1
    insist_on(json.loads(Path(job["artifacts"]["reports"]["codequality"]).read_text("utf-8")), "gitlab")
    assert job["artifacts"]["when"] == "always"


def test_the_recipe_for_make_leaves_a_page(drafts: None) -> None:
    """`make posts` says what is wrong, fails, and leaves the page."""
    if shutil.which("make") is None:
        pytest.skip("make is not installed")
    Path("Makefile").write_text(blocks("make")[0], "utf-8")
    done = run("make posts")
    assert done.returncode == 2
    assert "still to be filled in" in done.stdout
    assert "<!doctype html>" in Path("approve.html").read_text("utf-8")
