"""Counts exclamation marks."""

from __future__ import annotations

from collections.abc import Iterator

from postlint.model import Match, Span
from postlint.post import Post


def check(post: Post, *, most: int) -> Iterator[Match]:
    """Yield each exclamation mark past the first `most`."""
    places = [place for place, char in enumerate(post.text) if char == "!"]
    for place in places[most:]:
        yield Match(Span(place, place + 1), {"most": most})
