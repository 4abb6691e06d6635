"""Something that the brief should say, and doesn't."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Match
from ..post import Post


def check(post: Post, *, key: str, confidence: float = 1.0) -> Iterator[Match]:
    """Yield one match where the brief leaves `key` out, such as title, goal or audience."""
    if not str(getattr(post.brief, key)).strip():
        yield Match(values={"key": key}, confidence=confidence)
