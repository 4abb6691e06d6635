"""Counting code points, UTF-16 units or UTF-8 bytes, and Threads' own mixture."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..model import Channel, Entity, Length, Span
from .pieces import Piece, pieces, total


def count_codepoints(text: str, channel: Channel, limit: int | None, found: Sequence[Entity]) -> Length:
    """The number of code points."""
    return _count(text, limit, "codepoints", found, len)


def count_utf16(text: str, channel: Channel, limit: int | None, found: Sequence[Entity]) -> Length:
    """The number of UTF-16 units: two for a character beyond the first 65,536."""
    return _count(text, limit, "utf16", found, _utf16)


def count_utf8(text: str, channel: Channel, limit: int | None, found: Sequence[Entity]) -> Length:
    """The number of UTF-8 bytes."""
    return _count(text, limit, "utf8", found, _utf8)


def count_for_threads(text: str, channel: Channel, limit: int | None, found: Sequence[Entity]) -> Length:
    """The number of characters, where each emoji counts as many as it has UTF-8 bytes."""
    return _count(text, limit, "characters", found, len, _utf8)


def _utf16(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _utf8(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def _count(
    text: str,
    limit: int | None,
    unit: str,
    found: Sequence[Entity],
    size: Callable[[str], int],
    emoji_size: Callable[[str], int] | None = None,
) -> Length:
    def cost(piece: Piece) -> int:
        measure = emoji_size if emoji_size and piece.kind == "emoji" else size
        return measure(text[piece.span.start : piece.span.end])

    def units(span: Span) -> Iterator[tuple[int, int]]:
        for at in range(span.start, span.end):
            yield at + 1, size(text[at])

    return total(text, pieces(text, found, ["emoji"]), limit, unit, cost, units)
