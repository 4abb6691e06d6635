"""`--timing`: how long each rule took, over all drafts."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import wraps
from typing import Any

from msgspec.structs import replace

from .model import Match, Rule


class Stopwatch:
    """Adds up the seconds of each rule. What a rule is the first to read, such as a post's links, is on its account."""

    def __init__(self) -> None:
        self._started = time.perf_counter()
        self._seconds: defaultdict[str, float] = defaultdict(float)
        self._calls: Counter[str] = Counter()

    def around(self, rule: Rule) -> Rule:
        """The rule with its check watched."""

        @wraps(rule.check)
        def watched(*given: Any, **options: Any) -> Iterable[Match]:
            start = time.perf_counter()
            try:
                return list(rule.check(*given, **options))
            finally:
                self._seconds[rule.id] += time.perf_counter() - start
                self._calls[rule.id] += 1

        return replace(rule, check=watched)

    def table(self) -> str:
        """One line a rule, the slowest first: milliseconds in all, times asked; then the whole run."""
        rows = sorted(self._seconds.items(), key=lambda row: (-row[1], row[0]))
        lines = [f"{seconds * 1000:>10.1f} ms {self._calls[rule]:>7,} x  {rule}" for rule, seconds in rows]
        whole = time.perf_counter() - self._started
        return "\n".join([*lines, f"{whole * 1000:>10.1f} ms            the whole run, starting apart"])
