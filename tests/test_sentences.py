"""Sentences as their marks show them, and what stands in which of them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.model import Span
from postlint.sentences import around, grouped, sentences


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Come in. Sit down!", ["Come in.", "Sit down!"]),
        ("Dr. Rowe met Mr. Webb, e.g. on Monday. Tea.", ["Dr. Rowe met Mr. Webb, e.g. on Monday.", "Tea."]),
        ("J. R. Lowther spoke. We heard.", ["J. R. Lowther spoke.", "We heard."]),
        ("At 9.30am, 2.5 mg. Done", ["At 9.30am, 2.5 mg.", "Done"]),
        ("Bring:\n- a book\n- a friend", ["Bring:", "- a book", "- a friend"]),
        ("“Is it?” she said. “It is!” Yes…", ["“Is it?”", "she said.", "“It is!”", "Yes…"]),
        ("  \n ", []),
    ],
)  # fmt: skip
def test_a_text_falls_into_its_sentences(text: str, parts: list[str]) -> None:
    """Abbreviations, initials and numbers end none; a line does."""
    assert [text[span.start : span.end] for span in sentences(text)] == parts


@given(st.text(alphabet=st.sampled_from('aB. !?\n”"…)'), max_size=60))
def test_sentences_are_in_order_and_leave_no_letter_out(text: str) -> None:
    """Every letter stands in just one of them."""
    spans = sentences(text)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(any(span.start <= at < span.end for span in spans) for at, char in enumerate(text) if not char.isspace())


@given(st.lists(st.integers(0, 17), max_size=9))
def test_each_place_is_told_with_its_sentence(places: list[int]) -> None:
    """Found one by one or all together, a place is in the same sentence, and none is lost."""
    spans = sentences("One. Two three. 4!")
    found = [Span(place, place + 1) for place in places]
    together = [(sentence, span) for sentence, group in grouped(found, spans) for span in group]
    assert together == [(around(spans, span.start), span) for span in sorted(found)]
