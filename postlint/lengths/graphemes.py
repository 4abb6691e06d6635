"""Counting what a reader sees as one character, as Bluesky and Mastodon do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from ..extract.mastodon import name_only
from ..model import Channel, Entity, Length, Span
from .pieces import Piece, pieces, total, with_placeholders


def count(text: str, channel: Channel, limit: int | None, found: Sequence[Entity]) -> Length:
    """The number of graphemes; links count in full."""
    return _count(text, limit, "graphemes", pieces(text, found, ["emoji"]), lambda piece: clusters(_of(text, piece)))


def count_for_mastodon(text: str, channel: Channel, limit: int | None, found: Sequence[Entity]) -> Length:
    """The number of graphemes, where a link costs the same at any length and @name@server counts as @name."""
    link = int(channel.says("link_cost") or 0)

    def cost(piece: Piece) -> int:
        if piece.kind == "mentions":
            return clusters(name_only(_of(text, piece)))
        return link if piece.kind in ("links", "link placeholders") else clusters(_of(text, piece))

    parts = pieces(text, with_placeholders(text, found), ["url", "placeholder", "mention", "emoji"])
    return _count(text, limit, "graphemes", parts, cost)


def _count(text: str, limit: int | None, unit: str, parts: Any, cost: Any) -> Length:
    def units(span: Span) -> Iterator[tuple[int, int]]:
        for cluster in _pattern().finditer(text, span.start, span.end):
            yield cluster.end(), 1

    return total(text, parts, limit, unit, cost, units)


def _of(text: str, piece: Piece) -> str:
    return text[piece.span.start : piece.span.end]


def clusters(text: str) -> int:
    """How many graphemes a text has."""
    if text.isascii():
        return len(text) - text.count("\r\n")
    return len(_pattern().findall(text))


@cache
def _pattern() -> Any:
    import regex

    return regex.compile(r"\X")
