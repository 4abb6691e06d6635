"""The hooks as pre-commit runs them: a commit that is refused, mended and made; and the README's own session."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests import readme, session
from tests.scratch import ROOT, SNIPPET, Scratch

BESIDE = Path(sys.executable).with_name("pre-commit")
if not BESIDE.exists():
    pytest.skip("pre-commit is not installed beside this Python", allow_module_level=True)
if not (ROOT / ".pre-commit-hooks.yaml").exists() or shutil.which("git") is None:
    pytest.skip("the hooks are tried in a checkout, with git", allow_module_level=True)

GOOD = "How did one ward cut falls by a third? https://example.org/falls #PatientSafety\n"
FILES = {
    "drafts/good.txt": GOOD,
    "drafts/warned.txt": "RT if you agree: 𝗙𝗿𝗲𝗲 checks on ward 4\n",
    "drafts/flu jab 💉.txt": "TODO: say when\n",
    "drafts/README.md": "TODO: about this folder\n",
    "drafts/archive/old.txt": "TODO: long gone\n",
    "docs/notes.md": "TODO: no draft at all\n",
    "docs/news.post.md": "TODO: a draft by its name\n",
    "postlint.toml": 'exclude = ["archive"]\n',
}


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    """A repository with drafts of every kind, whose hooks have been installed once."""
    made = Scratch(tmp_path_factory.mktemp("hooks"))
    done = made.done("pre-commit install-hooks")
    if done.returncode != 0 and "pip" in done.stdout:
        pytest.skip("pre-commit can't install here: no package index can be reached")
    assert done.returncode == 0, done.stdout
    return made


@pytest.fixture
def drafts(scratch: Scratch) -> Iterator[Scratch]:
    """The repository with its files as they were, and all of them known to git."""
    for name, text in FILES.items():
        scratch.write(name, text)
    scratch.run("git add .")
    yield scratch
    scratch.run("git rm -r --quiet --cached . && rm -rf drafts docs postlint.toml")


HOOK = "postlint, args: [--quiet]"


def with_hook(scratch: Scratch, hook: str) -> None:
    """Let the repository use another hook."""
    config = scratch.folder / ".pre-commit-config.yaml"
    config.write_text(re.sub(r"\{id: .*\}", f"{{id: {hook}}}", config.read_text("utf-8")), "utf-8")


def named(output: str) -> set[str]:
    """The drafts that a report names."""
    return {name for name in FILES if name in output}


def test_each_draft_is_checked_and_nothing_else(drafts: Scratch) -> None:
    """Drafts by folder and by name, one with blanks and an emoji; no README, nothing excluded, no other Markdown."""
    done = drafts.done("pre-commit run --all-files postlint --verbose")
    assert done.returncode == 1
    assert named(done.stdout) == {"drafts/warned.txt", "drafts/flu jab 💉.txt", "docs/news.post.md"}
    assert "Checked 4 posts on 1 channel: 2 to stop, 1 to review, 1 ready." in done.stdout


def test_a_good_draft_passes(drafts: Scratch) -> None:
    """What is ready is committed without a word."""
    done = drafts.done("pre-commit run postlint --files drafts/good.txt drafts/README.md drafts/archive/old.txt")
    assert done.returncode == 0
    assert "Passed" in done.stdout


def test_fixes_are_made_and_told(drafts: Scratch) -> None:
    """postlint-fix mends the file, fails as it must when a file changes, and passes the second time."""
    with_hook(drafts, "postlint-fix")
    drafts.run("git add .")
    try:
        done = drafts.done("pre-commit run --files drafts/warned.txt")
        assert done.returncode == 1
        assert "files were modified by this hook" in done.stdout
        mended = (drafts.folder / "drafts/warned.txt").read_text("utf-8")
        assert mended == FILES["drafts/warned.txt"].replace("𝗙𝗿𝗲𝗲", "Free")
        drafts.run("git add .")
        assert drafts.done("pre-commit run --files drafts/warned.txt").returncode == 0
    finally:
        with_hook(drafts, HOOK)


def test_the_whole_repository_is_checked_by_hand(drafts: Scratch) -> None:
    """postlint-ci runs in the manual stage, on what the config calls a draft."""
    with_hook(drafts, "postlint-ci, args: [.]")
    drafts.write("postlint.toml", 'include = ["drafts/**"]\nexclude = ["archive"]\n')
    drafts.run("git add .")
    try:
        done = drafts.done("pre-commit run --hook-stage manual --all-files")
        assert done.returncode == 1
        assert named(done.stdout) == {"drafts/good.txt", "drafts/warned.txt", "drafts/flu jab 💉.txt"}
        assert "postlint" not in drafts.done("pre-commit run --all-files").stdout
    finally:
        with_hook(drafts, HOOK)


def test_the_hooks_can_be_tried_without_a_config(drafts: Scratch) -> None:
    """`pre-commit try-repo` finds the hook, builds it, and it speaks."""
    done = drafts.done(f"pre-commit try-repo {drafts.postlint} postlint --files 'drafts/flu jab 💉.txt'")
    assert done.returncode == 1
    assert "drafts/flu jab 💉.txt" in done.stdout
    assert "draft/placeholder" in done.stdout


def test_the_snippet_in_the_readme_is_the_one_that_is_tried() -> None:
    """Four lines, and the hooks that it may name are those that there are."""
    text = readme.README.read_text("utf-8")
    shown = re.search(r"```yaml\n(repos:\n.*?)```", text, re.DOTALL)
    assert shown
    read = yaml.safe_load(shown[1])["repos"][0]
    tried = yaml.safe_load(SNIPPET.format(address=read["repo"], version=read["rev"], hook="postlint"))
    assert tried["repos"] == [read]
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    for hook in hooks:
        assert f"`{hook['id']}`" in text


def test_the_session_in_the_readme_runs_as_it_says(scratch: Scratch) -> None:
    """Every command prints what stands under it, in a new repository; `python -m tests.session` writes it anew."""
    text = readme.README.read_text("utf-8")
    scratch.run("rm -rf .git drafts docs postlint.toml && git init --quiet --initial-branch main .")
    assert session.renewed(text, scratch) == text
