"""How often each rule fires over real posts on one channel, and whether two runs are byte-equal.

python -m tests.benchmarks.firing DATA
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable

from postlint import Linter, Report, Suggestion
from tests.benchmarks.posts import folder, texts

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)


def main() -> None:
    """Print a table of rules, the verdicts, and the proof of two equal runs."""
    posts = texts(folder(__doc__))
    linter = Linter({"select": ["ALL"]}, now=NOW)
    reports = list(linter.lint_many(posts))
    print(f"{len(posts)} posts, {sum(len(report.problems) for report in reports)} problems")
    table(reports)
    verdicts = Counter(post.verdict for report in reports for post in report.posts)
    print(", ".join(f"{count} {verdict}" for verdict, count in verdicts.most_common()))
    print("two runs are byte-equal:", digest(reports) == digest(linter.lint_many(posts)))


def table(reports: list[Report]) -> None:
    """Each rule with the posts it fires on, most first."""
    fired = Counter((s.rule, s.level) for report in reports for post in report.posts for s in _once(post.suggestions))
    for (rule, level), count in fired.most_common():
        print(f"  {rule:28} {level:9} {count:6,} posts  {100 * count / len(reports):5.1f} %")


def _once(suggestions: Iterable[Suggestion]) -> Iterable[Suggestion]:
    return {(s.rule, s.level): s for s in suggestions}.values()


def digest(reports: Iterable[Report]) -> str:
    """One fingerprint of all reports."""
    return hashlib.sha256("".join(report.to_json() for report in reports).encode()).hexdigest()


if __name__ == "__main__":
    main()
