"""The rules of employer/ on our own drafts: found, and falsely reported, by rule.

    python -m tests.benchmarks.employer [-v]

The part `tuned` was read while the rules were made; the part `apart` was not. -v names the drafts that went wrong.
Then come the sides that the network takes to be taken, on drafts that it never saw.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from postlint import Linter
from postlint.opinion import judge
from postlint.opinion.judge import SIDES
from tests.benchmarks.opinion.corpus import SIDED, SIDED_HARD, Sided, sided
from tests.benchmarks.opinion.posts import reading

_FOLDER = Path(__file__).parent


def main() -> None:
    """Print a table for each part."""
    linter = Linter(_FOLDER / "house.toml")
    drafts = [json.loads(line) for line in (_FOLDER / "drafts.jsonl").read_text("utf-8").splitlines()]
    for part in ("tuned", "apart"):
        _print_part(part, [(draft, _fired(linter, draft["text"])) for draft in drafts if draft["part"] == part])
    for name, file in (("drafts", SIDED), ("harder drafts", SIDED_HARD)):
        _print_sides(name, [draft for draft in sided(file) if draft.held_back])


def _print_sides(name: str, drafts: list[Sided]) -> None:
    """How often each side is told where it is taken, and taken where it is told."""
    pairs = [(draft.side, _told(draft)) for draft in drafts]
    taken, told = Counter(side for side, _ in pairs), Counter(side for _, side in pairs)
    right = Counter(side for side, said in pairs if side == said)
    print(f"\nsides on {name} that the network never saw: {right.total()} of {len(pairs)} right")
    for side in SIDES:
        print(f"  {side:20} {right[side]:3} of {taken[side]:3} found, {told[side] - right[side]:3} falsely told")


def _told(draft: Sided) -> str:
    """The likeliest side, in the network's eyes."""
    found = judge.sides(judge.read(judge.skim(reading(draft.text), draft.marks)))
    return max(found[0], key=found[0].__getitem__) if found else SIDES[0]


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
