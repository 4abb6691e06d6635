"""A link where links can't be followed."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Match
from ..post import Post
from ..questions import answers_elsewhere


def check(post: Post, *, clickable: bool) -> Iterator[Match]:
    """Yield each link on a channel that makes none clickable, unless the post says where else it is to be found."""
    if not clickable and not answers_elsewhere(post.text):
        for url in post.urls:
            yield Match(url.span)
