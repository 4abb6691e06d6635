"""The same link twice in one post."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Match
from ..post import Post


def check(post: Post, *, confidence: float = 1.0) -> Iterator[Match]:
    """Yield each link that stood in the post before, whatever its protocol, case of the host or last slash."""
    seen: set[str] = set()
    for url in post.urls:
        address = url.text.partition("://")[2] or url.text
        host, slash, rest = address.partition("/")
        key = f"{host.lower().removeprefix('www.')}{slash}{rest}".rstrip("/")
        if key in seen:
            yield Match(url.span, confidence=confidence)
        seen.add(key)
