"""What must be stopped is stopped, and what is ordinary goes out: written posts of both kinds."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from postlint import Linter

VECTORS = Path(__file__).parent / "vectors"
LINTER = Linter(now=dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC))
ORDINARY = [line for line in (VECTORS / "ordinary.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
GRAVE = [
    (rule, text)
    for rule, table in tomllib.loads((VECTORS / "grave.toml").read_text("utf-8")).items()
    for text in table["posts"]
]


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_post_is_left_alone(text: str) -> None:
    """Staff by name, patients by the hundred, wards, ministers, medicines and cures: each has its ordinary place."""
    (post,) = LINTER.lint(text, ["linkedin"]).posts
    assert [(s.rule, s.text) for s in post.suggestions if s.level in ("error", "warning")] == []


@pytest.mark.parametrize(("rule", "text"), GRAVE)
def test_a_grave_post_is_stopped_by_its_rule(rule: str, text: str) -> None:
    """The verdict is stop, and the rule that says so is the right one."""
    (post,) = LINTER.lint(text, ["linkedin"]).posts
    assert post.verdict == "stop"
    assert rule in {suggestion.rule for suggestion in post.suggestions if suggestion.level == "error"}


@pytest.mark.parametrize(("rule", "text"), [pair for pair in GRAVE if pair[0].startswith("confidentiality")])
def test_a_private_group_clears_nothing_that_is_confidential(rule: str, text: str) -> None:
    """Whoever is in the group can pass it on."""
    (post,) = LINTER.lint(f"---\nvisibility: private-group\n---\n{text}", ["facebook"]).posts
    assert rule in {suggestion.rule for suggestion in post.suggestions}


@pytest.mark.parametrize(
    ("account", "rule", "level"),
    [
        ("official", "politics/partisan", "error"),
        ("", "politics/partisan", "error"),
        ("professional", "politics/personal", "advice"),
        ("personal", "politics/personal", "advice"),
    ],
)
def test_whose_account_it_is_decides_how_grave_politics_are(account: str, rule: str, level: str) -> None:
    """People may be active in politics in their own name; an official account may not."""
    config = {"account": {"type": account}} if account else {}
    (post,) = Linter(config).lint("The minister is a liar.").posts
    assert [(s.rule, s.level) for s in post.suggestions if s.rule.startswith("politics")] == [(rule, level)]
