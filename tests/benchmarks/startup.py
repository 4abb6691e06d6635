"""How long `postlint draft.txt` takes, as whole processes, beside proselint and codespell on the same draft.

    python -m tests.benchmarks.startup [--runs 21]

The tools take turns, so that whatever else the machine does falls on all of them alike. What counts
are the medians and their ratios: of the time that passes, and of the processor's, which a busy machine
disturbs less. proselint and codespell must be installed beside postlint. All may keep their bytecode,
as installed packages do; the first run of each, which keeps it, isn't counted.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

DRAFTS = {
    "no sentence has to be read": (
        "Flu vaccines are free if you are 65 or over, pregnant, or live with diabetes. "
        "Book now: https://www.nhs.uk/flu-vaccine #FluVaccine\n"
    ),
    "spaCy reads a question": "How did one ward cut falls by a third in a year? #PatientSafety\n",
}


def main() -> None:
    """Print a table of medians and ratios for each draft."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=21)
    runs = parser.parse_args().runs
    for title, text in DRAFTS.items():
        print(f"\n{title}: {text.strip()}")
        with tempfile.TemporaryDirectory() as folder:
            draft = Path(folder, "draft.txt")
            draft.write_text(text, "utf-8")
            report(measure(commands(draft), runs))


def commands(draft: Path) -> dict[str, list[str]]:
    """The tools that are installed beside this Python, each with the draft."""
    given = {
        "postlint": ["postlint", str(draft)],
        "proselint": ["proselint", "check", str(draft)],
        "codespell": ["codespell", str(draft)],
        "python -c pass": [sys.executable, "-c", "pass"],
    }
    place = str(Path(sys.executable).parent)
    found = {name: [shutil.which(command[0], path=place) or "", *command[1:]] for name, command in given.items()}
    found["python -c pass"] = given["python -c pass"]
    return {name: command for name, command in found.items() if command[0]}


def measure(tools: dict[str, list[str]], runs: int) -> dict[str, tuple[float, float]]:
    """The median seconds of each tool, by the clock and of the processor, after one run that isn't counted."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in tools}
    for turn in range(runs + 1):
        for name, command in tools.items():
            took = seconds(command)
            if turn:
                times[name].append(took)
    each = {name: zip(*found, strict=True) for name, found in times.items()}
    return {name: (median(clock), median(cpu)) for name, (clock, cpu) in each.items()}


def seconds(command: list[str]) -> tuple[float, float]:
    """How long a command takes, by the clock and of the processor."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start, before = time.perf_counter(), getrusage(RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=False, env=environment)
    clock, after = time.perf_counter() - start, getrusage(RUSAGE_CHILDREN)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def report(medians: dict[str, tuple[float, float]]) -> None:
    """One line a tool: milliseconds by the clock and of the processor, and postlint's as multiples of them."""
    own, own_cpu = medians["postlint"]
    for name, (clock, cpu) in medians.items():
        times = f"{clock * 1000:7.1f} ms, processor {cpu * 1000:7.1f} ms"
        print(f"  {name:16} {times}   postlint takes {own / clock:.2f} x and {own_cpu / cpu:.2f} x this")


if __name__ == "__main__":
    main()
