"""A view of the author's own: not a quoted or reported one, nor thanks, instruction, a finding or a question."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Match
from ..post import Post


def check(post: Post, *, kind: str, least: float) -> Iterator[Match]:
    """Yield the words that most likely hold a view of this `kind`, where it is at least so sure that they do."""
    if post.opinion.confidence < least:
        return
    for view in post.opinion.views:
        if view.kind == kind and view.confidence >= least:
            yield Match(view.span, confidence=view.confidence)
