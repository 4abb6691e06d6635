"""A text as the pieces that are counted one by one, and the sum of what they cost."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from ..data import lexicon
from ..model import Entity, Length, LengthPart, Span
from ..spans import Covered

LETTERS = "letters"
KINDS = {"url": "links", "emoji": "emoji", "placeholder": "link placeholders", "mention": "mentions"}
"""What the parts of a length are called."""
_ORDER = {kind: place for place, kind in enumerate([LETTERS, *KINDS.values()])}

_MAYBE = re.compile(r"[\[{<]")


class Piece(Struct, frozen=True, gc=False):
    """A stretch of text that is counted in one way: letters, or one entity."""

    kind: str
    span: Span


def pieces(text: str, found: Iterable[Entity], kinds: Sequence[str]) -> Iterator[Piece]:
    """The text from end to end: entities of these kinds one by one, and the letters between them."""
    at = 0
    marked = sorted((entity.start, entity.end, entity.kind) for entity in found if entity.kind in kinds)
    for start, end, kind in marked:
        if start < at:  # inside the entity before
            continue
        if start > at:
            yield Piece(LETTERS, Span(at, start))
        yield Piece(KINDS[kind], Span(start, end))
        at = end
    if at < len(text):
        yield Piece(LETTERS, Span(at, len(text)))


def with_placeholders(text: str, found: Sequence[Entity]) -> Sequence[Entity]:
    """The entities, and as one of their own each placeholder that a link is to replace."""
    if not _MAYBE.search(text):
        return found
    spans = [Span(*match.span()) for match in _placeholders().finditer(text)]
    free = list(Covered(entity.span for entity in found).clear(spans)) if spans else []
    return [*found, *(Entity("placeholder", span.start, span.end, text[span.start : span.end]) for span in free)]


@cache
def _placeholders() -> re.Pattern[str]:
    words = lexicon("placeholders")["links"]
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)), re.IGNORECASE)


def total(
    text: str,
    parts: Iterable[Piece],
    limit: int | None,
    unit: str,
    cost: Callable[[Piece], int],
    units: Callable[[Span], Iterator[tuple[int, int]]],
) -> Length:
    """The sum of what the pieces cost. `units` breaks letters into what can't be cut: (where it ends, its cost)."""
    counts: dict[str, list[int]] = {}
    used = 0
    fits = len(text) if limit is None else -1
    for piece in parts:
        price = cost(piece)
        number = piece.span.end - piece.span.start if piece.kind == LETTERS else 1
        found = counts.setdefault(piece.kind, [0, 0])
        found[0] += number
        found[1] += price
        if limit is not None and fits < 0 and used + price > limit:
            fits = _cut(piece, limit - used, units)
        used += price
    named = tuple(LengthPart(kind, number, price) for kind, (number, price) in sorted(counts.items(), key=_order))
    return Length(used, limit, unit, named, len(text) if fits < 0 else fits)


def _order(part: tuple[str, list[int]]) -> int:
    return _ORDER[part[0]]


def _cut(piece: Piece, room: int, units: Callable[[Span], Iterator[tuple[int, int]]]) -> int:
    """How far into a piece the text fits: never into a link or an emoji."""
    at = piece.span.start
    for end, price in units(piece.span) if piece.kind == LETTERS else ():
        if price > room:
            break
        at, room = end, room - price
    return at
