"""More of something than a channel advises, warns of, or takes."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Fact, Match, Span
from ..post import Post


def check(
    post: Post, *, of: str, advised: Fact | None = None, warned: Fact | None = None, limit: Fact | None = None
) -> Iterator[Match]:
    """Yield one match over all that comes after the most that is allowed, by the gravest fact that is broken."""
    found = getattr(post, of)
    for fact in (limit, warned, advised):
        if fact is not None and len(found) > int(fact.value):  # type: ignore[arg-type]
            first, last = found[int(fact.value)], found[-1]  # type: ignore[arg-type]
            yield Match(Span(first.start, last.end), {"count": len(found), "most": fact.value}, fact=fact)
            return
