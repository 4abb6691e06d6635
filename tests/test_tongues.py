"""Which parts of a post are in another language, and that the rules about wording say so instead of guessing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint import Linter
from postlint.tongues import foreign


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mae ein clinig cof newydd ar agor.", [("Welsh", "Mae ein clinig cof newydd ar agor")]),
        ("Our new clinic is open. Mae ein clinig newydd ar agor.", [("Welsh", "Mae ein clinig newydd ar agor")]),
        ("La clinique est ouverte pour tous.", [("French", "La clinique est ouverte pour tous")]),
        ("Klinika jest otwarta oraz dla rodzin.", [("Polish", "Klinika jest otwarta oraz dla rodzin")]),
        ("Клиника открыта сегодня для всех", [("another language", "Клиника открыта сегодня для всех")]),
        ("Nurses Day 2026", []),
        ("Thank you, Ysbyty Gwynedd!", []),
        ("Join w/ us: https://example.org/yn/ar/mae/wedi", []),
        ("Ward round, bay 2, 9am. Bring pens.", []),
    ],
)  # fmt: skip
def test_the_small_words_of_a_language_show_it(text: str, found: list[tuple[str, str]]) -> None:
    """English names, headings and links are not taken for another language, and half a post may be."""
    assert [(part.language, text[part.span.start : part.span.end].strip()) for part in foreign(text)] == found


@given(st.text())
def test_parts_lie_inside_the_text_and_apart(text: str) -> None:
    """Spans are in order, inside the text, and never overlap."""
    ends = [0]
    for part in foreign(text):
        assert ends[-1] <= part.span.start < part.span.end <= len(text)
        ends.append(part.span.end)


def test_a_part_in_welsh_is_listed_as_not_evaluated() -> None:
    """The English half is judged; the Welsh half is named, once for each rule that reads English."""
    report = Linter().lint("The new rota is a shambles. Mae'r rota newydd yn warthus i bawb ar y ward.").posts[0]
    assert [s.rule for s in report.suggestions if s.rule.startswith("opinion/")] == ["opinion/judgement"]
    reasons = {one.rule: one.reason for one in report.not_evaluated}
    assert "Welsh" in reasons["opinion/judgement"]
    assert "Mae'r rota newydd" in reasons["opinion/criticism"]


def test_a_post_in_another_language_is_never_guessed_at() -> None:
    """Nothing is said of its wording, and the report says why."""
    report = Linter().lint("Mae'r bwrdd iechyd wedi methu pob un ohonom, ac mae'n warthus.").posts[0]
    assert not [s for s in report.suggestions if s.rule.startswith("opinion/")]
    assert any(one.rule == "opinion/criticism" for one in report.not_evaluated)
