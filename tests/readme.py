"""The parts of the README that are made from the code: `python -m tests.readme` writes them anew."""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import postlint.checks
from postlint import Linter
from postlint.__main__ import main
from postlint.explain import table

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"


def made() -> str:
    """The README with every generated part as the code has it now."""
    text = README.read_text("utf-8")
    for name in re.findall(r"<!-- printed: (\S+) -->", text):
        text = put(text, f"printed: {name}", "printed", f"```text\n{printed(name)}\n```")
    linter = Linter()
    text = put(text, "rules", "rules", table(rule for rule in linter.rules if not rule.id.startswith("acme/")))
    text = put(text, "channels", "channels", "\n".join(channels(linter)))
    return put(text, "checks", "checks", "\n".join(checks()))


def put(text: str, opening: str, closing: str, content: str) -> str:
    """The text with what stands between two marks replaced."""
    start = text.index(f"<!-- {opening} -->") + len(f"<!-- {opening} -->")
    end = text.index(f"<!-- /{closing} -->", start)
    return f"{text[:start]}\n{content}\n{text[end:]}"


def printed(draft: str) -> str:
    """What the command prints for a draft."""
    out = io.StringIO()
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        with contextlib.redirect_stdout(out):
            main([draft])
    finally:
        os.chdir(before)
    return out.getvalue().strip()


def channels(linter: Linter) -> Iterator[str]:
    """The table of channels: id, limit, unit, how sure."""
    yield "| channel | id | limit | counted in | how sure |"
    yield "|---|---|--:|---|---|"
    for channel in linter.channels.values():
        fact = channel.facts["length"]
        names = ", ".join(f"`{name}`" for name in (channel.id, *channel.aliases))
        yield f"| {channel.name} | {names} | {fact.value:,} | {fact.unit} | {fact.confidence} |"


def checks() -> Iterator[str]:
    """The table of checks: name, options, what it yields."""
    yield "| check | what it looks for |"
    yield "|---|---|"
    for found in sorted(pkgutil.iter_modules(postlint.checks.__path__), key=lambda found: found.name):
        module = importlib.import_module(f"postlint.checks.{found.name}")
        yield f"| `{found.name}` | {(module.__doc__ or '').splitlines()[0]} |"


if __name__ == "__main__":
    README.write_text(made(), "utf-8")
