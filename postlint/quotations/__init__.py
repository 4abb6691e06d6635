"""What stands between quotation marks, and who is said to have spoken it.

`marks` finds the spans, `speakers` the attribution, `speech` tells speech from a title or a term.
"""

from __future__ import annotations

from ..model import Quotation, Span
from .marks import pairs
from .speakers import speaker

__all__ = ["quotations"]


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations in a text, marks included, in order. One inside another is part of the outer one."""
    spans = pairs(text)
    befores = [0, *(span.end for span in spans)]
    afters = [*(span.start for span in spans[1:]), len(text)]
    return tuple(
        Quotation(span.start, span.end, text[span.start : span.end], speaker(text, span, Span(before, after)))
        for span, before, after in zip(spans, befores, afters, strict=False)
    )
