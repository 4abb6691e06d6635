"""The rules of employer/ on our own drafts: found, and falsely reported, by rule.

    python -m tests.benchmarks.employer [-v]

The part `tuned` was read while the rules were made; the part `apart` was not. -v names the drafts that went wrong.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from postlint import Linter

_FOLDER = Path(__file__).parent


def main() -> None:
    """Print a table for each part."""
    linter = Linter(_FOLDER / "house.toml")
    drafts = [json.loads(line) for line in (_FOLDER / "drafts.jsonl").read_text("utf-8").splitlines()]
    for part in ("tuned", "apart"):
        _print_part(part, [(draft, _fired(linter, draft["text"])) for draft in drafts if draft["part"] == part])


def _fired(linter: Linter, text: str) -> set[str]:
    suggestions = linter.lint(text).posts[0].suggestions
    return {suggestion.rule.removeprefix("employer/") for suggestion in suggestions}


def _print_part(part: str, answers: list[tuple[dict[str, Any], set[str]]]) -> None:
    wanted = Counter(rule for draft, _ in answers for rule in draft["rules"])
    found = Counter(rule for draft, fired in answers for rule in fired & set(draft["rules"]))
    false = Counter(rule for draft, fired in answers for rule in fired - set(draft["rules"]))
    silent = [fired for draft, fired in answers if not draft["rules"]]
    print(f"\n{part}: {len(silent)} drafts that should stay silent, {sum(map(bool, silent))} of them flagged")
    for rule in sorted(wanted):
        print(f"  {rule:20} {found[rule]:3} of {wanted[rule]:3} found, {false[rule]:3} falsely reported")
    print(f"  {'all':20} {found.total():3} of {wanted.total():3}")
    for draft, fired in answers if "-v" in sys.argv and part == "tuned" else ():
        if fired != set(draft["rules"]):
            print(f"    {draft['rules']} {sorted(fired)} {draft['text']}")


if __name__ == "__main__":
    main()
