"""A git repository to try the hooks in, with the hooks of this very checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SNIPPET = """\
repos:
  - repo: {address}
    rev: {version}
    hooks: [{{id: {hook}, args: [--quiet]}}]
"""


class Scratch:
    """A new repository under `place`, and beside it a copy of postlint's with all that is not committed yet."""

    def __init__(self, place: Path, hook: str = "postlint") -> None:
        self.folder = place / "scratch"
        self.postlint = place / "postlint"
        self.environment = {**os.environ, **_identity(), "PRE_COMMIT_HOME": str(place / "cache")}
        self.environment["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        _copy(self.postlint)
        for folder in (self.postlint, self.folder):
            folder.mkdir(exist_ok=True)
            self.run("git init --quiet --initial-branch main .", folder)
        self.run("git add . && git commit --quiet --no-verify --message postlint", self.postlint)
        version = self.run("git rev-parse HEAD", self.postlint).strip()
        self.write(".pre-commit-config.yaml", SNIPPET.format(address=self.postlint, version=version, hook=hook))

    def write(self, name: str, text: str) -> Path:
        """Write a file into the repository, and the folders above it."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def run(self, command: str, folder: Path | None = None) -> str:
        """What a shell command prints, to either stream."""
        return self.done(command, folder).stdout

    def done(self, command: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
        """A shell command as it went: its exit code, and what it printed to either stream."""
        return subprocess.run(
            command, shell=True, cwd=folder or self.folder, env=self.environment, text=True, encoding="utf-8",
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip


def _copy(place: Path) -> None:
    """The checkout without what git, Python and others have left in it."""
    left_out = shutil.ignore_patterns(".*cache*", "__pycache__", ".git", ".venv", "*.egg-info", ".hypothesis")
    shutil.copytree(ROOT, place, ignore=left_out)


def _identity() -> dict[str, str]:
    """Somebody who commits, whatever the machine's own settings are."""
    names = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in _WHO.items()}
    return {**names, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


_WHO = {"NAME": "Jo", "EMAIL": "jo@example.org"}
