"""The posts on which an error or a warning falls, to be read by eye: real posts of health newsrooms and organisations.

    python -m tests.benchmarks.alarms DATA [--rules confidentiality,clinical]

Most of these posts went out and harmed nobody, so that an alarm is more likely to be the rule's fault than theirs.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path

from postlint import Linter

NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
GRAVE = ("error", "warning")
OUR_KIND = "health_org"
NOT_AS_POSTED = "length"
"""The archives add a link for each picture and quoted post, so that lengths are not those that went out."""


def main() -> None:
    """Print each alarm with its post, and for each set of posts how many of a hundred have one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="the folder of shared data")
    parser.add_argument("--rules", default="ALL", help="only these rules or groups, parted by commas")
    given = parser.parse_args()
    linter = Linter({"select": given.rules.split(","), "ignore": [NOT_AS_POSTED]}, now=NOW)
    show("health-posts.jsonl", linter, posts(given.data / "health-posts.jsonl"))
    show("gold-dev.jsonl, health organisations", linter, posts(given.data / "gold-dev.jsonl", OUR_KIND))


def posts(file: Path, kind: str = "") -> list[str]:
    """The texts of a file, of one kind or of all."""
    found = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    return [post["text"] for post in found if not kind or post["kind"] == kind]


def show(name: str, linter: Linter, texts: Iterable[str]) -> None:
    """The alarms of one set, and their share."""
    number = alarmed = 0
    for text, report in zip(texts := list(texts), linter.lint_many(texts), strict=True):
        number += 1
        grave = [s for post in report.posts for s in post.suggestions if s.level in GRAVE]
        alarmed += bool(grave)
        for s in grave:
            print(f"  {s.level:8}{s.rule}: {s.text!r}\n          {' '.join(text.split())}")
    print(f"{name}: {alarmed} of {number} posts, {100 * alarmed / max(1, number):.2f} in 100\n")


if __name__ == "__main__":
    main()
