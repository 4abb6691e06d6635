"""Entities as each channel reads them: by our own cases, by properties, and in time that grows with the text."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from emoji import EMOJI_DATA
from hypothesis import given
from hypothesis import strategies as st

from postlint import channels, entities
from postlint.extract import DIALECTS
from postlint.extract import entities as read
from postlint.extract.addresses import is_address
from postlint.extract.domains import top_level_domains
from postlint.extract.emoji import emoji
from postlint.extract.mentions import reply_to
from postlint.model import Span
from tests.growth import grows_in_step

CASES = tomllib.loads((Path(__file__).parent / "vectors" / "entities.toml").read_text("utf-8"))["case"]

PIECES = [*"aZ0_-.@#$/?&=()'\"＃＠ \n\u0301\u200d\ufe0f\u202a日é", "👩", "👍🏽", "❤️", ".com", "https://", "t.co/"]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:30] for case in CASES])
def test_what_a_channel_makes_of_a_text(case: dict[str, Any]) -> None:
    """Each case has exactly the entities that it names."""
    found = entities(case["text"], case.get("channel", "twitter"))
    assert [f"{entity.kind} {entity.text}" for entity in found] == case["found"]


@given(TEXTS, st.sampled_from(sorted(DIALECTS)))
def test_an_entity_is_the_text_at_its_place(text: str, dialect: str) -> None:
    """Offsets are exact, entities come in order, and none overlaps another."""
    found = read(text, dialect)
    end = 0
    for entity in found:
        assert text[entity.start : entity.end] == entity.text
        assert end <= entity.start < entity.end
        end = entity.end


@given(TEXTS, TEXTS, st.sampled_from(sorted(DIALECTS)))
def test_a_blank_keeps_entities_apart(left: str, right: str, dialect: str) -> None:
    """What stands before two line breaks is read as if nothing followed."""
    alone = Counter((e.kind, e.start, e.text) for e in read(left, dialect))
    together = Counter((e.kind, e.start, e.text) for e in read(f"{left}\n\n{right}", dialect) if e.end <= len(left))
    assert together == alone


HOSTILE = [
    "a.",
    "日.",
    "a.com/(",
    "@a",
    "#1",
    "a.co",
    "http://",
    "日com.",
    "-.com",
    "$a",
    "x.com?!",
    "\u0301#",
    "(",
    "👩\u200d",
    "RT@",
    "a@b.",
    "www.",
    "_.",
    "1️⃣",
    "\u202a.com",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text(piece: str) -> None:
    """No text made of one piece over and over takes longer than its length deserves, in any dialect."""
    for dialect in sorted(DIALECTS):
        assert grows_in_step(
            lambda text, dialect=dialect: read(text, dialect), lambda size: piece * (size // len(piece))
        )


def test_the_reply_is_the_name_that_a_post_opens_with() -> None:
    """A blank may stand before it; a name in the middle is no reply."""
    assert reply_to(" @ward4 thank you") == "ward4"
    assert reply_to("thank you @ward4") is None


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://192.168.0.1/", True),
        ("http://[::1]:80/", True),
        ("http://user:pass@example.org", True),
        ("ftp://example.org", False),
        ("http://256.1.2.3/", False),
        ("http://a b.org", False),
        ("http://intranet/rota", False),
        ("https://example.org/ ", False),
    ],
)
def test_an_address_is_judged_by_the_standards(address: str, good: bool) -> None:
    """What a browser could open, whatever a channel makes of it."""
    assert is_address(address) is good


def test_the_list_of_top_level_domains_is_whole() -> None:
    """Old and new ones, in every script."""
    assert {"com", "uk", "amazon", "music", "рф", "vermögensberatung"} <= top_level_domains()
    assert len(top_level_domains()) == 315 + 1259 + 17


def test_every_channel_names_a_way_of_reading_that_exists() -> None:
    """A slip in a channel's file would read nothing at all."""
    assert {channel.dialect for channel in channels.builtin().values()} <= DIALECTS


def test_every_emoji_is_found_whole() -> None:
    """Each sequence of the list is one emoji, with its own length, also where the text ends with it."""
    sequences = [sequence for sequence in EMOJI_DATA if sequence not in "©®"]
    assert [s for s in sequences if list(emoji(s)) != [Span(0, len(s))]] == []
    assert [s for s in sequences if list(emoji(f"a {s} b")) != [Span(2, 2 + len(s))]] == []
