"""A post that leaves its readers nothing to do."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Match
from ..post import Post
from ..terms import Terms


def check(post: Post, *, invitations: Terms, confidence: float = 0.8) -> Iterator[Match]:
    """Yield one match where the thread has no question, no invitation, no mention and no link."""
    if post.text and not any(_invites(part, invitations) for part in post.thread):
        yield Match(confidence=confidence)


def _invites(post: Post, invitations: Terms) -> bool:
    return bool(post.urls or post.mentions or post.questions) or post.text in invitations
