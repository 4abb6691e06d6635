"""A draft with nothing in it."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Match
from ..post import Post


def check(post: Post) -> Iterator[Match]:
    """Yield one match for a post without a word and without media."""
    if not post.text.strip() and not post.media:
        yield Match()
