"""A title that is longer than its channel takes."""

from __future__ import annotations

from collections.abc import Iterator

from ..lengths import measure
from ..model import Fact, Match
from ..post import Post


def check(post: Post, *, length: Fact) -> Iterator[Match]:
    """Yield one match where the brief's title is too long."""
    found = measure(post.brief.title, post.channel, fact="title_length", found=())
    if found.over:
        yield Match(values={"used": found.used, "limit": found.limit, "over": found.over}, fact=length)
