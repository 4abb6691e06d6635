"""Posts per second on one core, with every rule on, beside proselint in process; and whether memory stays flat.

    python -m tests.benchmarks.throughput DATA

Both tools see the same real posts, in turns; what counts are the medians and their ratio. Then come microseconds of
CPU a post in a house with an employer, over short posts and long ones: the best of several turns for each few posts,
so that what else the machine does counts as little as can be.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
import resource
import time
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from postlint import Linter
from tests.benchmarks.posts import folder, texts

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
TURNS = 5
FILES = ("gold-train.jsonl", "written-train.jsonl", "health-posts.jsonl")
HOUSE = Path(__file__).parent / "employer" / "house.toml"
FEW = 50
"""How many posts are timed together."""


def main() -> None:
    """Print posts per second, the ratio, the CPU that a post takes, and the memory before and after many posts."""
    data = folder(__doc__)
    posts = texts(data)
    linter = Linter({"select": ["ALL"]}, now=NOW)
    tools: dict[str, Callable[[Sequence[str]], None]] = {"postlint": lambda posts: drain(linter, posts)}
    if importlib.util.find_spec("proselint"):
        tools["proselint"] = proselint()
    rates = measure(tools, posts)
    for name, rate in rates.items():
        print(f"{name:10} {rate:8,.0f} posts per second   postlint does {rates['postlint'] / rate:.1f} x this")
    cpu([text for name in FILES for text in texts(data, name)])
    memory(linter, posts)


def cpu(posts: Sequence[str]) -> None:
    """What a post takes with an employer configured and every rule on."""
    house = tomllib.loads(HOUSE.read_text("utf-8"))
    linter = Linter({**house, "select": ["ALL"]}, now=NOW)
    groups = [posts[at : at + FEW] for at in range(0, len(posts), FEW)]
    turns = [[seconds(linter, group) for group in groups] for _ in range(TURNS)]
    best = sum(map(min, zip(*turns, strict=True)))
    print(f"with an employer: {1e6 * best / len(posts):.0f} us of CPU a post, over {len(posts):,} posts")


def seconds(linter: Linter, posts: Sequence[str]) -> float:
    """The CPU time that the posts take."""
    start = time.process_time()
    drain(linter, posts)
    return time.process_time() - start


def drain(linter: Linter, posts: Sequence[str]) -> None:
    """Check every post and keep nothing."""
    for _ in linter.lint_many(posts):
        pass


def proselint() -> Callable[[Sequence[str]], None]:
    """proselint with its own rules, loaded once."""
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(__register__)

    def run(posts: Sequence[str]) -> None:
        for post in posts:
            LintFile("post", post).lint()

    return run


def measure(tools: dict[str, Callable[[Sequence[str]], None]], posts: Sequence[str]) -> dict[str, float]:
    """The median posts per second of each tool; the first turn is not counted."""
    times: dict[str, list[float]] = {name: [] for name in tools}
    for turn in range(TURNS + 1):
        for name, run in tools.items():
            start = time.perf_counter()
            run(posts)
            if turn:
                times[name].append(time.perf_counter() - start)
    return {name: len(posts) / median(found) for name, found in times.items()}


def memory(linter: Linter, posts: Sequence[str]) -> None:
    """The peak of the process after each round over the posts: flat, or it grows."""
    for turn in range(1, 6):
        drain(linter, posts)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"memory after {turn * len(posts):,} more posts: {peak} MiB at its peak")


if __name__ == "__main__":
    main()
