"""Links to hosts that only stand for others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Match
from ..post import Post

_HOST = re.compile(r"(?:https?://)?(?:www\.)?([^/?#:]+)", re.IGNORECASE)


def check(post: Post, *, hosts: frozenset[str]) -> Iterator[Match]:
    """Yield each link whose host is one of `hosts`, such as a link shortener's."""
    for url in post.urls:
        host = _HOST.match(url.text)
        if host and host[1].lower() in hosts:
            yield Match(url.span, {"host": host[1].lower()})
