"""A post as its readers would see it, cut up where a finding begins or ends, and where the channel's limit falls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from ..model import Part, Span
from ..report import PostReport


class Segment(Struct, frozen=True):
    """A stretch of a post, the numbers of the findings about it, and whether it lies past the limit."""

    text: str
    findings: tuple[int, ...]
    over: bool


def segments(post: PostReport, places: Sequence[tuple[int, Span]]) -> Iterator[Segment]:
    """The whole text of a post in stretches. `places` are findings by number, and where they stand in the file."""
    part = post.draft.parts[post.part - 1]
    marks = [(number, inside) for number, place in places for inside in in_part(part, place)]
    limit = post.length.fits if post.length.over else len(part.text)
    ends = (end for _, span in marks for end in (span.start, span.end))
    for start, end in pairwise(sorted({0, limit, len(part.text), *ends})):
        stretch = Span(start, end)
        about = tuple(number for number, span in marks if span.overlaps(stretch))
        yield Segment(part.text[start:end], about, start >= limit)


def in_part(part: Part, place: Span) -> Iterator[Span]:
    """Where a stretch of the file stands in the text of a part: in several pieces where an image lies between."""
    starts = [*part.pieces, (len(part.text), 0)]
    for (text_start, file_start), (text_end, _) in pairwise(starts):
        start = max(place.start, file_start) - file_start + text_start
        end = min(place.end - file_start + text_start, text_end)
        if start < end:
            yield Span(start, end)
