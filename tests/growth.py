"""Whether work grows in step with its input: by the time it takes, twice as long a text against the short one."""

from __future__ import annotations

import time
from collections.abc import Callable

SIZE = 3000
FACTOR = 4
TURNS = 3


def grows_in_step(work: Callable[[str], object], text: Callable[[int], str], size: int = SIZE) -> bool:
    """Whether a text four times as long takes less than ten times as long, by the best of a few turns.

    Work that grows with the square takes sixteen times as long. What is too quick to measure is in step.
    """
    work(text(100))
    short, long = _best(work, text(size)), _best(work, text(size * FACTOR))
    return long < 0.01 or long < 10 * short


def _best(work: Callable[[str], object], text: str) -> float:
    times = []
    for _ in range(TURNS):
        start = time.process_time()
        work(text)
        times.append(time.process_time() - start)
    return min(times)
