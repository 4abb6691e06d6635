"""Something to keep in mind for every post that a rule applies to."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Match
from ..post import Post


def check(post: Post) -> Iterator[Match]:
    """Yield one match for a post that has anything in it."""
    if post.text or post.media:
        yield Match()
