"""spaCy's token patterns: words in their sentence, such as "off the record" without a "not" before it.

spaCy is loaded only for a post that holds the words that a pattern can't do without.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model import Match
from ..post import Post


def check(
    post: Post,
    *,
    patterns: list[list[dict[str, Any]]],
    unless: list[list[dict[str, Any]]] | None = None,
    in_quotations: bool = True,
    confidence: float = 1.0,
) -> Iterator[Match]:
    """Yield each stretch that one of `patterns` fits, but none that touches a stretch that fits one of `unless`."""
    from ..language import matches, may_fit

    if not may_fit(post.text, patterns):
        return
    spared = list(matches(post.text, unless, post.entities)) if unless else []
    spared += [] if in_quotations else [quotation.span for quotation in post.quotations]
    for span in matches(post.text, patterns, post.entities):
        if not any(span.overlaps(other) for other in spared):
            yield Match(span, confidence=confidence)
