"""Spans against spans, in time that grows with their number and not with its square."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from .model import Span


class Covered:
    """Stretches of a text, overlapping or not, ready to be asked what they cover."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def __contains__(self, place: int) -> bool:
        at = bisect_right(self._starts, place) - 1
        return at >= 0 and place < self._ends[at]

    def touches(self, span: Span) -> bool:
        """Whether any of the stretches shares a character with the span."""
        at = bisect_right(self._ends, span.start)
        return at < len(self._starts) and self._starts[at] < span.end

    def clear(self, spans: Iterable[Span]) -> Iterator[Span]:
        """Those of the spans that touch none of the stretches."""
        return (span for span in spans if not self.touches(span))


def starting(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Those of some spans, which come in order, that start from `start` on and before `end`."""
    return spans[bisect_left(spans, start, key=_start) : bisect_left(spans, end, key=_start)]


def _start(span: Span) -> int:
    return span.start


def apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Spans in order, without those that overlap one already taken; of two that start together the longer."""
    end = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            yield span
            end = span.end
