"""A link, and no question that it answers."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Match
from ..post import Post
from ..terms import Terms


def check(post: Post, *, clickable: bool, invitations: Terms, confidence: float = 0.7) -> Iterator[Match]:
    """Yield the first link of a post that asks nothing, where links can be followed.

    A post that invites its readers to do something has given the link its reason already.
    """
    if clickable and post.urls and not any(part.questions for part in post.thread) and post.text not in invitations:
        yield Match(post.urls[0].span, confidence=confidence)
