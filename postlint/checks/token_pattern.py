"""spaCy's token patterns: words in their sentence, such as "off the record" without a "not" before it.

spaCy is loaded only for a post that holds the words that a pattern can't do without.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..language import Patterns
from ..model import Match
from ..post import Post
from ..spans import Covered


def check(
    post: Post,
    *,
    patterns: Patterns,
    unless: Patterns | None = None,
    in_quotations: bool = True,
    confidence: float = 1.0,
) -> Iterator[Match]:
    """Yield each stretch that one of `patterns` fits, but none that touches a stretch that fits one of `unless`."""
    found = patterns.find(post.text, post.entities) if patterns.may_fit(post.text) else ()
    if not found:
        return
    spared = list(unless.find(post.text, post.entities)) if unless else []
    spared += [] if in_quotations else [quotation.span for quotation in post.quotations]
    for span in Covered(spared).clear(found):
        yield Match(span, confidence=confidence)
