"""Syllables and school grades, near enough to tell easy from hard."""

from __future__ import annotations

import re

import pytest

from postlint.readability import grade, syllables


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("the", 1), ("nurse", 1), ("nurses", 2), ("table", 2), ("hospital", 3), ("people", 2), ("wanted", 2),
        ("walked", 1), ("evaluation", 5), ("infarction", 3), ("ward", 1), ("2026", 1), ("GP", 1), ("likes", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_nearly_right(word: str, number: int) -> None:
    """Out by one at most, where vowels meet."""
    assert abs(syllables(word) - number) <= 1


def test_a_long_learned_sentence_is_hard_and_a_short_plain_one_easy() -> None:
    """The grade of a known sentence is the published formula's, and plain words stay far below it."""
    hard = (
        "Individuals exhibiting symptomatology consistent with acute myocardial infarction should be expeditiously "
        "conveyed to the nearest emergency department for evaluation and subsequent percutaneous coronary intervention"
    )
    easy = "Signs of a stroke are a weak arm and slurred speech. Call for help right away. Time counts."
    assert grade(re.findall(r"\w+", hard), 1) == pytest.approx(26.7, abs=0.5)
    assert grade(re.findall(r"\w+", easy), 3) < 4


def test_no_words_have_no_grade_to_speak_of() -> None:
    """An empty text breaks nothing."""
    assert grade([], 0) < 0
