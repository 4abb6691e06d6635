"""The exit code of a run: the one thing that a script reads."""

from __future__ import annotations

from .config import FailOn
from .model import LEVELS
from .report import PostReport, Report

FINE, FINDINGS, NOT_DONE, INTERRUPTED = 0, 1, 2, 130


def exit_code(report: Report, fail_on: FailOn, fail_under: float | None) -> int:
    """2 where anything could not be checked, else 1 where something is as grave as `fail_on` or scores too low."""
    if report.problems or not report.posts:
        return NOT_DONE
    return FINDINGS if any(fails(post, fail_on, fail_under) for post in report.posts) else FINE


def fails(post: PostReport, fail_on: FailOn, fail_under: float | None) -> bool:
    """Whether a post holds a run up. Reminders never do, nor does what is acknowledged."""
    too_low = fail_under is not None and post.score is not None and post.score < fail_under
    return too_low or any(_grave(s.level, fail_on) for s in post.suggestions if s.acknowledged is None)


def _grave(level: str, fail_on: FailOn) -> bool:
    return fail_on != "never" and LEVELS.index(level) <= LEVELS.index(fail_on)
