"""Regular expressions, bounded in time, for what words alone can't say."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ..model import Match, Span
from ..post import Post
from ..spans import Covered

_SECONDS = 0.25
"""How long one pattern may look at one post; past it the rule is reported as stopped."""


def check(
    post: Post,
    *,
    patterns: tuple[regex.Pattern[str], ...],
    in_quotations: bool = True,
    in_links: bool = False,
    confidence: float = 1.0,
) -> Iterator[Match]:
    """Yield each stretch that one of the patterns fits. A named group of a pattern is a value for the message."""
    found = [one for pattern in patterns for one in pattern.finditer(post.text, timeout=_SECONDS)]
    spared = [] if in_links or not found else [entity.span for entity in post.urls]
    spared += [] if in_quotations or not found else [quotation.span for quotation in post.quotations]
    covered = Covered(spared)
    for one in found:
        span = Span(*one.span())
        if span.start < span.end and not covered.touches(span):
            yield Match(span, one.groupdict(), confidence)
