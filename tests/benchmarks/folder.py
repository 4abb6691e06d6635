"""How long a folder of 10,000 drafts takes, with one process and with all cores.

    python -m tests.benchmarks.folder [--drafts 10000] [--runs 3]

Whole processes, the report into a file. The two take turns, and the reports must be the same to the byte.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from postlint.crew import cores
from tests.test_clean_posts import CLEAN


def main() -> None:
    """Print the medians, and drafts per second."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--drafts", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder / "drafts", given.drafts)
        times: dict[int, list[float]] = {jobs: [] for jobs in sorted({1, cores()})}
        for _ in range(given.runs):
            for jobs, found in times.items():
                found.append(seconds(folder, jobs))
        for jobs, found in times.items():
            print(f"{jobs} processes: {median(found):.2f} s, {given.drafts / median(found):,.0f} drafts a second")
        assert len({(folder / f"{jobs}.jsonl").read_bytes() for jobs in times}) == 1


def fill(folder: Path, drafts: int) -> None:
    """Write the drafts, five hundred to a folder."""
    texts = list(CLEAN.values())
    for number in range(drafts):
        path = folder / f"{number // 500:03}" / f"{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{texts[number % len(texts)]}\n\nPost {number}.\n", "utf-8")


def seconds(folder: Path, jobs: int) -> float:
    """How long one run takes."""
    start = time.perf_counter()
    options = ["--output-format", f"jsonl:{jobs}.jsonl", "--now", "2026-11-25", "-j", str(jobs)]
    command = [sys.executable, "-m", "postlint", "drafts", *options]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
