"""Posts per second for the entities and the length of real posts on one core, as X reads them.

python -m tests.benchmarks.entities DATA
"""

from __future__ import annotations

import time
from statistics import median

from postlint import channels
from postlint.extract import entities
from postlint.lengths import measure
from tests.benchmarks.posts import folder, texts

TURNS = 7


def main() -> None:
    """Print the medians for entities alone, and for entities and length."""
    posts = texts(folder(__doc__))
    channel = channels.builtin()["twitter"]

    def both(text: str) -> None:
        measure(text, channel, found=entities(text))

    for name, work in (("entities", entities), ("entities and length", both)):
        times = []
        for _ in range(TURNS):
            start = time.perf_counter()
            for text in posts:
                work(text)
            times.append(time.perf_counter() - start)
        print(f"{name:20} {len(posts) / median(times):8,.0f} posts per second")


if __name__ == "__main__":
    main()
