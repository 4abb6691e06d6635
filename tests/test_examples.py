"""Every rule passes its own examples, carries enough of them, and cites a source that somebody looked at."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from postlint import Linter
from postlint.examples import LEAST, faults
from postlint.model import Rule
from tests.house import write_rule

LINTER = Linter()


def test_every_built_in_file_can_be_read() -> None:
    """No rule, channel or word list of our own has a slip in it."""
    assert LINTER.problems == ()


@pytest.mark.parametrize("rule", LINTER.rules, ids=lambda rule: rule.id)
def test_a_rule_passes_its_own_examples(rule: Rule) -> None:
    """What it must flag it flags, exactly at the words; what it must leave alone it leaves alone."""
    assert list(faults(rule, LINTER.channels)) == []


@pytest.mark.parametrize("rule", LINTER.rules, ids=lambda rule: rule.id)
def test_a_rule_cites_a_source_that_was_looked_at(rule: Rule) -> None:
    """Each source has a title, an address and a day that has been."""
    for source in rule.sources:
        assert source.title
        assert source.url.startswith("https://")
        assert source.checked <= dt.date(2026, 11, 25)


def test_too_few_examples_are_a_fault(tmp_path: Path) -> None:
    """A rule without examples of both kinds is not finished."""
    path = write_rule(tmp_path)
    path.write_text(path.read_text("utf-8").partition("[[fail]]")[0], "utf-8")
    linter = Linter({"select": ["tone"]}, packs=[tmp_path])
    assert len(list(faults(linter.selected[0], linter.channels))) == 2
    assert LEAST == 2


def test_an_example_that_names_the_wrong_words_is_a_fault(tmp_path: Path) -> None:
    """The words of `at` are compared exactly."""
    path = write_rule(tmp_path)
    path.write_text(path.read_text("utf-8").replace('at = ["shambles"]', 'at = ["a shambles"]'), "utf-8")
    linter = Linter({"select": ["tone"]}, packs=[tmp_path])
    assert "flags ['shambles']" in next(iter(faults(linter.selected[0], linter.channels)))
