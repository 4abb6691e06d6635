"""The title of a film: there, and short enough."""

from __future__ import annotations

from collections.abc import Iterator

from ..lengths import measure
from ..model import Fact, Match
from ..post import Post


def check(post: Post, *, required: Fact, length: Fact) -> Iterator[Match]:
    """Yield one match where the brief has no title, or one that is longer than the channel takes."""
    title = post.brief.title.strip()
    if not title and required.value:
        yield Match(values={"said": "the brief has no title; add one, such as title: How we cut falls"}, fact=required)
        return
    found = measure(title, post.channel, fact="title_length", found=())
    if found.over:
        yield Match(
            values={"said": f"the title has {found.used} characters, {found.over} more than the {found.limit} allowed"},
            fact=length,
        )
