"""Questions: whose they are, where they start, and whom they ask."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.extract import entities
from postlint.questions import answers_elsewhere, holds_answer, is_rhetorical, is_to_readers, questions, wants_replies
from postlint.quotations import quotations
from tests.growth import grows_in_step

CASES = tomllib.loads((Path(__file__).parent / "vectors" / "questions.toml").read_text("utf-8"))["case"]


def own(text: str) -> list[str]:
    """The author's questions in a text."""
    return [text[span.start : span.end] for span in questions(text, quotations(text), entities(text))]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_questions_are_the_authors_own(case: dict[str, Any]) -> None:
    """Each case has exactly its questions, and the last one asks whom the case says."""
    text = case["text"]
    assert own(text) == case["found"]
    if case["found"]:
        last = questions(text, quotations(text), entities(text))[-1]
        assert is_to_readers(text, last) is case["to_readers"]


@given(st.lists(st.sampled_from([*'?？!. \n"“”a#@', "https://a.co/?b ", "Dr. "]), max_size=40).map("".join))
def test_a_question_ends_with_its_mark(text: str) -> None:
    """Every question ends with a mark, and starts with no blank."""
    for question in own(text):
        assert question[-1] in "?？!！"
        assert not question[0].isspace()


@pytest.mark.parametrize("piece", ["?", "? ", "a? ", "a?", "?a", "🎉?", "“a?” ", "#a? ", "\n", ". "])
def test_time_grows_with_the_text(piece: str) -> None:
    """Question marks without end are no trouble."""
    assert grows_in_step(
        lambda text: questions(text, quotations(text), entities(text)), lambda size: piece * (size // len(piece))
    )


def test_a_post_may_ask_for_replies_or_point_to_the_answer() -> None:
    """Words that ask for replies, and words that stand in place of a link."""
    assert wants_replies("How do you hand over? Tell us below.")
    assert answers_elsewhere("Curious? Link in bio.")
    assert not answers_elsewhere("Curious? So were we.")


@pytest.mark.parametrize(
    ("text", "rhetorical"),
    [
        ("How cute are these tiny hats?", True),
        ("Isn't it lovely today?", True),
        ("Lovely morning, isn’t it?", True),
        ("It's nearly Friday, right?", True),
        ("Who knew porters walked ten miles a day?", True),
        ("What's not to love?", True),
        ("How safe is the new vaccine?", False),
        ("Why isn't sepsis seen sooner?", False),
        ("Who invented the stethoscope?", False),
    ],
)
def test_some_questions_wait_for_no_answer(text: str, rhetorical: bool) -> None:
    """An exclamation or a nod is none that a link could answer."""
    assert is_rhetorical(text, questions(text, (), ())[0]) is rhetorical


def test_words_after_a_question_may_answer_it() -> None:
    """A word is enough, but not one that only sends the reader on."""
    assert holds_answer("No")
    assert holds_answer("Two minutes")
    assert not holds_answer("Find out")
    assert not holds_answer("")
