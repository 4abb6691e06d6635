"""More of something than a channel advises, warns of, or takes."""

from __future__ import annotations

from collections.abc import Iterator

from ..extract import entities
from ..model import Fact, Match, Span
from ..post import Post


def check(
    post: Post, *, of: str, advised: Fact | None = None, warned: Fact | None = None, limit: Fact | None = None
) -> Iterator[Match]:
    """Yield one match over all that comes after the most that is allowed, by the gravest fact that is broken.

    What stands in a film's title counts too.
    """
    found = getattr(post, of)
    in_title = _in_title(post, of)
    for fact in (limit, warned, advised):
        if fact is not None and len(found) + in_title > fact.number:
            first = min(max(0, fact.number - in_title), len(found) - 1)
            values = {"count": len(found) + in_title, "most": fact.number}
            yield Match(Span(found[first].start, found[-1].end), values, fact=fact)
            return


def _in_title(post: Post, of: str) -> int:
    """How many of them the title of the brief holds, where the channel has titles."""
    if not post.brief.title or not post.channel.says("title_length"):
        return 0
    return sum(f"{entity.kind}s" == of for entity in entities(post.brief.title, post.channel.dialect))
