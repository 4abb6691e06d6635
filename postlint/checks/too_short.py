"""A post with next to nothing to say."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Match
from ..post import Post


def check(post: Post, *, least: int, confidence: float = 0.6) -> Iterator[Match]:
    """Yield one match for a post of fewer than `least` words beside its links, tags and mentions, and without media."""
    if post.text and not post.media and len(post.words) < least:
        yield Match(values={"words": len(post.words), "least": least}, confidence=confidence)
