"""A post that is longer than its channel takes."""

from __future__ import annotations

from collections.abc import Iterator

from ..lengths import measure
from ..lengths.arithmetic import arithmetic, unit_name
from ..model import LEVELS, Fact, Length, Match, Span
from ..post import Post


def check(
    post: Post,
    *,
    length: Fact,
    ceiling: Fact | None = None,
    characters: Fact | None = None,
    octets: Fact | None = None,
) -> Iterator[Match]:
    """Yield what doesn't fit, by the gravest of the channel's limits that is broken, with the arithmetic."""
    limits = {"length_ceiling": ceiling, "length_characters": characters, "length_bytes": octets, "length": length}
    broken = [(fact, found) for name, fact in limits.items() if fact and (found := _measured(post, name)).over]
    if broken:
        fact, found = min(broken, key=lambda pair: LEVELS.index(pair[0].gravity))
        yield Match(Span(found.fits, len(post.text)), _values(found), fact=fact)


def _measured(post: Post, name: str) -> Length:
    warning = post.brief.content_warning
    return post.length if name == "length" else measure(post.text, post.channel, fact=name, content_warning=warning)


def _values(length: Length) -> dict[str, object]:
    return {
        "used": length.used,
        "limit": length.limit,
        "over": length.over,
        "unit": unit_name(length),
        "sum": arithmetic(length),
    }
