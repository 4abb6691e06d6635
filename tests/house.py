"""Helpers for tests: rule files of a house's own, written where a test wants them."""

from __future__ import annotations

from pathlib import Path

RULE = """\
title = "A calm word"
level = "{level}"
message = "{message}"
why = "A calm word is heard."
check = "{check}"
options = {options}

[[source]]
title = "House style"
url = "https://example.org/style"
checked = 2026-11-22

[[fail]]
text = "This is a shambles."
at = ["shambles"]

[[fail]]
text = "What a shambles, they said."

[[pass]]
text = "This is a queue."

[[pass]]
text = "All went well."
"""


def write_rule(
    folder: Path,
    rule_id: str = "tone/calm",
    *,
    level: str = "warning",
    message: str = '\\"{text}\\" is a strong word.',
    check: str = "phrases",
    options: str = '{ words = ["shambles"] }',
    more: str = "",
) -> Path:
    """Write a rule into a folder of house rules; it flags the word shambles unless told otherwise."""
    path = folder / f"{rule_id}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    rule = RULE.replace("{level}", level).replace("{message}", message)
    path.write_text(more + rule.replace("{check}", check).replace("{options}", options), "utf-8")
    return path
