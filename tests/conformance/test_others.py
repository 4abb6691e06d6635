"""Bluesky's and Mastodon's vectors, every emoji of Unicode's list, and Unicode's own test of graphemes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from postlint import channels, entities
from postlint.lengths import measure
from postlint.lengths.graphemes import clusters

Data = Callable[..., Path]
BLUESKY = channels.builtin()["bluesky"]
KINDS = {"mentions": "mention", "links": "url", "hashtags": "hashtag", "cashtags": "cashtag"}

NEWER_UNICODE = "÷ 2701 × 200D × 2701 ÷"
"""Unicode 16 and later no longer count U+2701 among the pictures that joiners join; the test file is of 15.0."""


def vectors(path: Path) -> list[dict[str, Any]]:
    """The cases of a file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_bluesky_lengths(shared_data: Data) -> None:
    """Graphemes and bytes are counted as Bluesky counts them."""
    for case in vectors(shared_data("bluesky", "vectors.jsonl")):
        if "graphemes" in case:
            assert measure(case["text"], BLUESKY).used == case["graphemes"], case
        if "utf8_bytes" in case:
            assert measure(case["text"], BLUESKY, fact="length_bytes").used == case["utf8_bytes"], case


def test_bluesky_facets(shared_data: Data) -> None:
    """Mentions, links, hashtags and cashtags stand just where Bluesky's own detector puts them."""
    for case in vectors(shared_data("bluesky", "vectors.jsonl")):
        text = case["text"]
        found = entities(text, "bluesky")
        for key, kind in KINDS.items():
            places = [(size(text[: e.start]), size(text[: e.end])) for e in found if e.kind == kind]
            if key in case and all(isinstance(facet, dict) for facet in case[key]):
                assert places == [(facet["start"], facet["end"]) for facet in case[key]], case
            elif key in case:
                assert [e.text.upper() for e in found if e.kind == kind] == case[key], case


def size(text: str) -> int:
    """The suite's places count UTF-8 bytes."""
    return len(text.encode())


def test_mastodon_lengths(shared_data: Data) -> None:
    """A post is too long, or not, as a Mastodon server says."""
    place = channels.builtin()["mastodon"]
    for case in vectors(shared_data("mastodon", "vectors.jsonl")):
        length = measure(built(case.get("text", "")), place, content_warning=built(case.get("spoiler", "")))
        assert (length.over > 0) == case["too_long"], case["name"]


def built(text: Any) -> str:
    """A text that a vector writes down in short."""
    if isinstance(text, str):
        return text
    if "repeat" in text:
        piece, times = text["repeat"]
        return str(piece) * int(times)
    return "".join(map(built, text["concat"]))


def test_every_emoji_counts_2_on_x_and_1_on_bluesky(shared_data: Data) -> None:
    """All 4,733 sequences of Unicode's list; but © and ®, without the mark that asks for the picture, are letters."""
    place = channels.builtin()["twitter"]
    lines = shared_data("unicode", "emoji-test.txt").read_text("utf-8").splitlines()
    sequences = [decoded(line.partition(";")[0]) for line in lines if ";" in line and not line.startswith("#")]
    assert len(sequences) == 4733
    odd = [s for s in sequences if (measure(s, place).used, measure(s, BLUESKY).used) != (2, 1)]
    assert odd == ["©", "®"]


def test_graphemes_break_where_unicode_says(shared_data: Data) -> None:
    """Every line of GraphemeBreakTest.txt, but for the one that newer Unicode has changed."""
    lines = shared_data("unicode", "GraphemeBreakTest.txt").read_text("utf-8").splitlines()
    cases = [line.partition("#")[0].strip() for line in lines if line.startswith("÷")]
    assert len(cases) == 602
    wrong = [case for case in cases if clusters(text_of(case)) != case.count("÷") - 1]
    assert wrong in ([], [NEWER_UNICODE])


def text_of(case: str) -> str:
    """The text of a line of the test, without its signs."""
    return decoded(case.replace("÷", " ").replace("×", " "))


def decoded(codes: str) -> str:
    """Characters out of hexadecimal numbers."""
    return "".join(chr(int(code, 16)) for code in codes.split())
