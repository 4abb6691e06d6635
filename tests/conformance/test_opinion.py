"""The rules of opinion on real posts: what they may not cost a communications team."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from postlint import Linter

LEVELS = ("error", "warning")


@pytest.fixture
def posts(shared_data: Callable[..., Path]) -> list[dict[str, Any]]:
    """Real posts that were labelled twice, without those on which the readers could not decide."""
    lines = shared_data("gold-dev.jsonl").read_text("utf-8").splitlines()
    return [post for post in map(json.loads, lines) if post["opinion"] is not None]


def test_health_organisations_are_hardly_ever_warned(posts: list[dict[str, Any]]) -> None:
    """Of their posts that hold no view one may be sent back, and one more in each hundred."""
    posts = [post for post in posts if post["kind"] == "health_org" and post["opinion"] == 0]
    linter = Linter({"select": ["opinion"]})
    warned = [post for post in posts if _is_warned(linter, post["text"])]
    assert len(warned) <= len(posts) / 100 + 1


def test_most_views_are_found_and_most_warnings_are_right(posts: list[dict[str, Any]]) -> None:
    """A floor under what was measured, so that a change for the worse is noticed."""
    linter = Linter({"select": ["opinion"]})
    answers = [(_is_warned(linter, post["text"]), post["opinion"] == 1) for post in posts]
    right = sum(warned and view for warned, view in answers)
    assert right / sum(warned for warned, _ in answers) >= 0.6
    assert right / sum(view for _, view in answers) >= 0.5


def _is_warned(linter: Linter, text: str) -> bool:
    return any(suggestion.level in LEVELS for suggestion in linter.lint(text).posts[0].suggestions)
