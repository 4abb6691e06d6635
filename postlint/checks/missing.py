"""Something that a post should hold, and holds none of."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Match
from ..post import Post


def check(
    post: Post, *, of: str, confidence: float = 1.0, confidence_with_link: float | None = None
) -> Iterator[Match]:
    """Yield one match where no post of the thread holds any of `of`, such as hashtags or media.

    `confidence_with_link` is for what a link may bring along, as its preview brings a picture.
    """
    if not post.text or any(getattr(part, of) for part in post.thread):
        return
    linked = confidence_with_link is not None and any(part.urls for part in post.thread)
    yield Match(confidence=confidence_with_link if linked and confidence_with_link is not None else confidence)
