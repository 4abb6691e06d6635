"""Lengths: by our own cases, and by what must hold for every text."""

from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from postlint import channels
from postlint.lengths import UNITS, measure
from tests.growth import grows_in_step

CHANNELS = channels.builtin()
CASES = tomllib.loads((Path(__file__).parent / "vectors" / "lengths.toml").read_text("utf-8"))["case"]
PIECES = [*"aé ’…日\n#@.\u0301\u1100\u1161", "👍🏽", "❤️", "https://example.org/a ", "[LINK]", "\r\n"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
NAMES = st.sampled_from(sorted(CHANNELS))


@pytest.mark.parametrize("case", CASES, ids=[f"{case.get('channel', 'twitter')} {case['text'][:20]}" for case in CASES])
def test_a_text_is_as_long_as_its_channel_says(case: dict[str, Any]) -> None:
    """Each case has its length, and the arithmetic where it names it."""
    text = case["text"] * case.get("times", 1)
    channel = CHANNELS[case.get("channel", "twitter")]
    length = measure(text, channel, fact=case.get("fact", "length"), content_warning=case.get("content_warning", ""))
    assert length.used == case["used"]
    if "parts" in case:
        assert [f"{part.kind} {part.count} {part.cost}" for part in length.parts] == case["parts"]


@given(TEXTS, NAMES)
def test_the_parts_add_up(text: str, name: str) -> None:
    """A length explains itself: what its parts cost is the whole."""
    length = measure(text, CHANNELS[name])
    assert sum(part.cost for part in length.parts) == length.used


@given(TEXTS, TEXTS, NAMES)
def test_lengths_add_up_over_lines(left: str, right: str, name: str) -> None:
    """Two texts with line breaks between them are as long as both and the breaks."""
    assume(not unicodedata.combining(right[:1] or "a") and right[:1] not in "\ufe0f\n\r")
    channel = CHANNELS[name]
    parts = measure(left, channel).used + measure(right, channel).used
    assert measure(f"{left}\n\n{right}", channel).used == parts + 2


@given(TEXTS, NAMES, st.sampled_from([" a", " 👍", " https://example.org"]))
def test_appending_never_shortens(text: str, name: str, more: str) -> None:
    """More text is never less long."""
    channel = CHANNELS[name]
    assert measure(text + more, channel).used >= measure(text, channel).used


@settings(max_examples=60)
@given(TEXTS, st.integers(150, 400), NAMES)
def test_what_fits_fits(text: str, times: int, name: str) -> None:
    """The text up to `fits` is within the limit, and a whole text that fits is said to."""
    channel = CHANNELS[name]
    text = (text or "a") * times
    length = measure(text, channel)
    assert (length.fits == len(text)) == (not length.over)
    assert not measure(text[: length.fits].rstrip("[{<"), channel).over


def test_a_link_or_an_emoji_is_never_cut() -> None:
    """Where one doesn't fit, the text is cut before it."""
    text = "a" * 270 + " https://example.org/falls"
    assert measure(text, CHANNELS["twitter"]).fits == 271
    assert measure("a" * 279 + "👍🏽", CHANNELS["twitter"]).fits == 279


def test_a_composed_cut_lies_in_the_text_as_it_was_given() -> None:
    """Accents that stand apart are counted with their letters, and the cut is where they end."""
    length = measure("e\u0301" * 281, CHANNELS["twitter"])
    assert (length.used, length.fits) == (281, 560)


def test_units_are_known_ones() -> None:
    """Every fact about a length names a unit that can be counted."""
    for channel in CHANNELS.values():
        for name, fact in channel.facts.items():
            assert not name.startswith("length") or fact.unit in UNITS, (channel.id, name)


@pytest.mark.parametrize("piece", ["a", "👍🏽", "e\u0301", "[link]", "[", "日", "a.co ", "\r\n"])
def test_time_grows_with_the_text(piece: str) -> None:
    """Counting takes as long as the text deserves, over the limit too."""
    for name in ("twitter", "bluesky", "mastodon", "threads"):
        assert grows_in_step(
            lambda text, name=name: measure(text, CHANNELS[name]), lambda size: piece * (size // len(piece))
        )
