"""Spans against spans: what the quick way says is what the plain way says."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from postlint.model import Span
from postlint.spans import Covered, apart

spans = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 40), st.integers(1, 8))


@given(st.lists(spans, max_size=12), spans, st.integers(0, 50))
def test_covered_is_what_any_span_covers(covering: list[Span], span: Span, place: int) -> None:
    """A place is covered, or a span touched, just where one of the stretches does it."""
    covered = Covered(covering)
    assert covered.touches(span) == any(span.overlaps(other) for other in covering)
    assert (place in covered) == any(other.start <= place < other.end for other in covering)


@given(st.lists(spans, max_size=12))
def test_spans_apart_keep_the_first_and_longest(drawn: list[Span]) -> None:
    """What is kept doesn't overlap, and everything left out overlaps something kept."""
    kept = list(apart(drawn))
    assert all(one.end <= other.start for one, other in pairwise(kept))
    assert all(any(span.overlaps(other) for other in kept) for span in drawn)
