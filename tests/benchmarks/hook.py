"""How long the pre-commit hook takes on ten drafts, beside postlint run by hand on the same drafts.

    python -m tests.benchmarks.hook [--runs 11]

The hook's environment is built first and isn't counted. A hook that does nothing shows what pre-commit itself takes.
The three take turns, and what counts are the medians. pre-commit must be installed beside postlint.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.benchmarks.startup import DRAFTS
from tests.scratch import Scratch

NOTHING = """\
repos:
  - repo: local
    hooks: [{id: nothing, name: nothing, entry: "true", language: system}]
"""
TEXTS = {
    "no sentence has to be read": DRAFTS["no sentence has to be read"],
    "spaCy reads a question": DRAFTS["spaCy reads a question"],
}


def main() -> None:
    """Print both medians and their ratio, for drafts that need spaCy and for drafts that don't."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=11)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        scratch = Scratch(Path(folder))
        for title, text in TEXTS.items():
            for number in range(10):
                scratch.write(f"drafts/{number}.txt", text)
            scratch.run("git add .")
            hook = ["pre-commit", "run", "--all-files"]
            nothing = [*hook, "--config", str(scratch.write("../nothing.yaml", NOTHING))]
            by_hand, by_hook, empty = measure([[postlint(), "drafts"], hook, nothing], scratch, runs)
            print(f"{title}: by hand {by_hand:.3f} s, hook {by_hook:.3f} s, {by_hook / by_hand:.2f} times")
            print(f"  a hook that does nothing {empty:.3f} s; without it {(by_hook - empty) / by_hand:.2f} times")


def postlint() -> str:
    """The command that is installed beside this Python."""
    return str(Path(sys.executable).with_name("postlint"))


def measure(commands: list[list[str]], scratch: Scratch, runs: int) -> list[float]:
    """The median seconds of each command, after one run of each that isn't counted."""
    times: list[list[float]] = [[] for _ in commands]
    for turn in range(runs + 1):
        for number, command in enumerate(commands):
            start = time.perf_counter()
            subprocess.run(command, cwd=scratch.folder, env=scratch.environment, capture_output=True, check=False)
            if turn:
                times[number].append(time.perf_counter() - start)
    return [median(found) for found in times]


if __name__ == "__main__":
    main()
