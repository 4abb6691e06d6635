"""A post that is longer than its channel takes."""

from __future__ import annotations

from collections.abc import Iterator

from ..lengths import measure
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
    unit = "bytes" if length.unit == "utf8" else "characters"
    return {"used": length.used, "limit": length.limit, "over": length.over, "unit": unit, "sum": arithmetic(length)}


def arithmetic(length: Length) -> str:
    """How a length comes about, in words: 246 letters + 1 link = 23 + 7 emoji = 14."""
    parts = [_part(part.kind, part.count, part.cost) for part in length.parts if part.cost]
    return " + ".join(parts)


def _part(kind: str, count: int, cost: int) -> str:
    name = kind.removesuffix("s") if count == 1 else kind
    return f"{count:,} {name}" if count == cost else f"{count:,} {name} = {cost:,}"
