"""The README's session with the hook, run anew: `python -m tests.session` writes it. pre-commit must be installed."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from tests import readme
from tests.scratch import Scratch

_SESSION = re.compile(r"(?<=<!-- session -->\n```console\n)(.*?)(?=```)", re.DOTALL)


def renewed(text: str, scratch: Scratch) -> str:
    """The README with each command of its session followed by what it prints in the scratch repository."""
    found = _SESSION.search(text)
    assert found, "the README has no session"
    commands = re.findall(r"^\$ (.*)$", found[0], re.MULTILINE)
    printed = [f"$ {command}\n{_plain(scratch.run(command))}" for command in commands]
    return text[: found.start()] + "".join(printed) + text[found.end() :]


def _plain(printed: str) -> str:
    """What a command prints, without the blank line at its end."""
    return f"{printed.strip()}\n" if printed.strip() else ""


def main() -> None:
    """Write the session into the README."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Scratch(Path(folder))
        scratch.run("pre-commit install-hooks")
        readme.README.write_text(renewed(readme.README.read_text("utf-8"), scratch), "utf-8")


if __name__ == "__main__":
    main()
