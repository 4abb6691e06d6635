"""Quotations, their speakers, and what is speech: by our own cases and by properties."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.quotations import quotations
from postlint.quotations.speech import is_speech
from tests.growth import grows_in_step

CASES = tomllib.loads((Path(__file__).parent / "vectors" / "quotations.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_quotations_have_their_words_and_speakers(case: dict[str, Any]) -> None:
    """Each case has exactly its quotations, the speaker where one is named, and says what is speech."""
    text = case["text"]
    found = [
        [q.text, text[q.speaker.start : q.speaker.end] if q.speaker else "", "speech" if is_speech(text, q) else ""]
        for q in quotations(text)
    ]
    assert found == case["found"]


@given(st.lists(st.sampled_from([*"\"'“”„«»‘’ aS.,:\n1—-", "said ", "Rowe", "s' "]), max_size=50).map("".join))
def test_quotations_stand_where_they_say(text: str) -> None:
    """Each is the text at its place, they come in order and apart, and a speaker stands in the text."""
    end = 0
    for found in quotations(text):
        assert found.start >= end
        assert text[found.start : found.end] == found.text
        assert found.speaker is None or 0 <= found.speaker.start < found.speaker.end <= len(text)
        end = found.end


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "' ",
        "“",
        "“a” ",
        '"a" said ',
        "s' a ",
        "“\n\n",
        'A "a" ',
        '"a"\n',
        "'a",
        "« »",
        "A, ",
        'said A of the "a" ',
        '"a" – a-b a ',
    ],
)
def test_time_grows_with_the_text(piece: str) -> None:
    """Marks without end are no trouble."""
    assert grows_in_step(quotations, lambda size: piece * (size // len(piece)))
