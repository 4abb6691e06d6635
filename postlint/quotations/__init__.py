"""What stands between quotation marks, and who is said to have spoken it.

`marks` finds the spans, `speakers` the attribution, `speech` tells speech from a title or a term.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Quotation, Span
from .marks import pairs
from .speakers import goes_on_speaking, speaker

__all__ = ["quotations"]


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations in a text, marks included, in order. One inside another is part of the outer one."""
    spans = pairs(text)
    speakers = _shared(text, spans, list(_speakers(text, spans)))
    return tuple(
        Quotation(span.start, span.end, text[span.start : span.end], who)
        for span, who in zip(spans, speakers, strict=True)
    )


def _speakers(text: str, spans: Sequence[Span]) -> Iterator[Span | None]:
    """For each, who is named beside it, or who goes on speaking ("We tried," said Rowe. "It worked.")."""
    afters = (*(span.start for span in spans[1:]), len(text))
    before, who = 0, None
    for span, after in zip(spans, afters, strict=False):
        last, who = who, speaker(text, span, Span(before, after))
        if who is None and last is not None and last.start >= before and goes_on_speaking(text[last.end : span.start]):
            who = last
        yield who
        before = span.end


def _shared(text: str, spans: Sequence[Span], speakers: list[Span | None]) -> list[Span | None]:
    """The same, where several in a row are followed by one name ("Kind staff." "A calm ward." – patients)."""
    for at in range(len(spans) - 2, -1, -1):
        if speakers[at] is None and not text[spans[at].end : spans[at + 1].start].strip():
            speakers[at] = speakers[at + 1]
    return speakers
