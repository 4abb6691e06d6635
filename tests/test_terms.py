"""Word lists: whole words, any case unless the list says otherwise, exact places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.hashtagwords import reading
from postlint.terms import Terms
from tests.growth import grows_in_step


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (["ward"], "Ward 4, wards, the WARD.", ["Ward", "WARD"]),
        (["cancel*"], "cancel, Cancelled; uncancelled", ["cancel", "Cancelled"]),
        (["Labour"], "Labour ward, labour ward", ["Labour"]),
        (["in  labour", "labour"], "in\nlabour and labour", ["in\nlabour", "labour"]),
        (["don't"], "Don’t and don't", ["Don’t", "don't"]),
        (["e-mail"], "an e-mail, an e - mail", ["e-mail"]),
        (["ward"], "#ward @ward a/ward ward@x ward.uk ward-round ward.", ["ward"]),
        (["link in bio"], "Link in bio!", ["Link in bio"]),
        (["fail"], "'fail' said", ["fail"]),
        (["£XX", "xx:xx", "@TBC"], "£XX at xx:xx with @TBC", ["£XX", "xx:xx", "@TBC"]),
        ([], "anything", []),
        (["", " "], "anything", []),
    ],
)
def test_terms_are_found_as_words(words: list[str], text: str, found: list[str]) -> None:
    """Each case finds exactly its words."""
    assert [text[span.start : span.end] for span in Terms(words).find(text)] == found


@given(st.lists(st.text("ab* '", max_size=5), max_size=5), st.text("ab '-.@#\n’", max_size=40))
def test_terms_stand_apart_and_in_order(words: list[str], text: str) -> None:
    """No two finds overlap, whatever the list."""
    end = 0
    for span in Terms(words).find(text):
        assert end <= span.start < span.end <= len(text)
        end = span.end


@pytest.mark.parametrize("piece", ["a ", "a", "'", "a b ", "ab "])
def test_time_grows_with_the_text(piece: str) -> None:
    """A long text is no trouble, nor are terms that start alike."""
    terms = Terms(["a b c d", "a b c", "a b", "ab*", "a*"])
    assert grows_in_step(lambda text: list(terms.find(text)), lambda size: piece * (size // len(piece)))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("patientsafety", "PatientSafety"),
        ("worldsepsisday", "WorldSepsisDay"),
        ("nhsworkforce", "NHSWorkforce"),
        ("Patientsafety", "PatientSafety"),
        ("mentalhealth2026", "MentalHealth2026"),
        ("endoflifecare", "EndOfLifeCare"),
        ("physiotherapy", None),
        ("therapist", None),
        ("infertility", None),
        ("Newtown", None),
        ("NHS", None),
        ("PatientSafety", None),
        ("xyzzyplugh", None),
        ("covid19", None),
        ("a", None),
        ("footwork", None),
    ],
)
def test_a_tag_reads_in_words_or_is_left_alone(tag: str, text: str | None) -> None:
    """Several words get their capitals; one word, a name and what isn't known get nothing."""
    found = reading(tag)
    assert (found.text if found else None) == text


@given(st.text("aefilnorst", max_size=60))
def test_a_reading_only_changes_case(tag: str) -> None:
    """Whatever a tag is read as, its letters stay the same."""
    found = reading(tag)
    assert found is None or found.text.lower() == tag
