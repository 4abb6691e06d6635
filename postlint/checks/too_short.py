"""A post with next to nothing to say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ..model import Match
from ..post import Post


def check(post: Post, *, least: int, confidence: float = 0.6) -> Iterator[Match]:
    """Yield one match for a post of fewer than `least` words beside its links, tags and mentions, and without media."""
    if post.text and not post.media:
        words = sum(1 for _ in islice(post.each_word(), least))
        if words < least:
            yield Match(values={"words": words, "least": least}, confidence=confidence)
