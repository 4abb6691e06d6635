"""Words that somebody said, and nothing about who."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Match
from ..post import Post
from ..quotations.speech import is_speech


def check(post: Post, *, confidence: float = 0.8) -> Iterator[Match]:
    """Yield each quotation that is speech, not a title or a term, and has no speaker or role."""
    for quotation in post.quotations:
        if quotation.speaker is None and is_speech(post.text, quotation):
            yield Match(quotation.span, confidence=confidence)
