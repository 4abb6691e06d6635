"""The report for people: what is underlined, what is told once, and text that can't steer a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint import Linter
from postlint.fixes import apply
from postlint.model import Edit, Fix
from postlint.positions import Lines
from postlint.reports.excerpt import excerpt
from postlint.reports.full import render
from postlint.reports.terminal import Style, cells, harmless

LINTER = Linter()


def shown(text: str, width: int = 100) -> list[str]:
    """The excerpt of the first placeholder in a text."""
    report = LINTER.lint(text)
    found = next(s for s in report.posts[0].suggestions if s.rule == "draft/placeholder")
    return list(excerpt(found, Lines(report.posts[0].draft.text), Style(width=width)))


@pytest.mark.parametrize("before", ["", "Hello ", "日本語 ", "👍🏽 ", "e\u0301 ", "\t", "👩‍👩‍👧‍👦 "])
def test_the_marks_stand_under_the_words(before: str) -> None:
    """Wide letters, emoji and accents before the words move the marks as a terminal does."""
    line, marks = shown(f"{before}TODO now")
    assert cells(line.partition("TODO")[0]) == marks.index("^")
    assert marks.count("^") == 4


def test_a_long_line_is_cut_around_the_words() -> None:
    """However long the line, the words are seen, and the cuts are marked."""
    line, marks = shown(f"{'ward ' * 80}TODO {'bed ' * 80}", width=80)
    assert "TODO" in line
    assert line.count("…") == 2
    assert cells(line) <= 80
    assert line[marks.index("^") :].startswith("TODO")


def test_what_channels_share_is_told_once() -> None:
    """A finding that holds for three channels names them, and reminders stand at the end, once."""
    out = render(LINTER.lint("TODO", ["twitter", "linkedin", "bluesky"]))
    assert out.count("still to be filled in") == 1
    assert "X (Twitter), LinkedIn, Bluesky" in out
    assert out.count("Be ready to answer") == 1


def test_the_posts_of_a_thread_are_told_apart() -> None:
    """Each post of a thread has its own lines."""
    out = render(LINTER.lint("Part one TODO\n---\nPart two TODO"))
    assert "post 1 of 2" in out
    assert "post 2 of 2" in out


def test_an_acknowledged_finding_is_told_with_its_reason() -> None:
    """What somebody has agreed to is not hidden."""
    brief = "---\npostlint: {ignore: [{rule: draft/placeholder, reason: agreed with Jo}]}\n---\n"
    out = render(LINTER.lint(f"{brief}TODO"))
    assert "agreed with Jo" in out
    assert "STOP" not in out


@given(st.text())
def test_nothing_in_a_text_steers_a_terminal(text: str) -> None:
    """No control character and no turn of direction comes through, and offsets stay."""
    assert len(harmless(text)) == len(text)
    assert not any(ord(char) < 32 and char != "\n" for char in harmless(text))
    assert not set("\x1b\x7f\x9b\u202e\u2066") & set(harmless(text))


@given(st.text("ab\n\r👍é", max_size=60), st.data())
def test_lines_and_columns_lead_back_to_the_offset(text: str, data: st.DataObject) -> None:
    """Every offset has one line and one column, and they lead back to it."""
    offset = data.draw(st.integers(0, len(text)))
    line, column = Lines(text).position(offset)
    assert Lines(text).starts[line - 1] + column - 1 == offset


edits = st.tuples(st.integers(0, 20), st.integers(0, 5), st.text("xy", max_size=3))


@given(st.lists(edits, max_size=6))
def test_fixes_that_overlap_are_not_both_made(drawn: list[tuple[int, int, str]]) -> None:
    """Whatever is asked, what no edit touches stays, and a fix is made whole or not at all."""
    text = "abcdefghijklmnopqrstuvwxyz"
    fixes = [Fix((Edit(start, start + size, new),)) for start, size, new in drawn]
    touched = {at for start, size, _ in drawn for at in range(start, start + size)}
    fixed = apply(text, fixes)
    assert all(char in fixed for at, char in enumerate(text) if at not in touched and char not in "xy")


def test_a_fix_of_two_edits_is_made_whole() -> None:
    """Both edits of a fix, or neither, where another fix came first."""
    both = Fix((Edit(0, 1, "A"), Edit(4, 5, "E")))
    assert apply("abcde", [both]) == "AbcdE"
    assert apply("abcde", [Fix((Edit(0, 2, "-"),)), both]) in ("-cde", "AbcdE")
