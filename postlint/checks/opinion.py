"""A view of the author's own: not a quoted or reported one, nor thanks, instruction, a finding or a question."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Match
from ..post import Post


def check(post: Post, *, kind: str, least: float, least_alone: float) -> Iterator[Match]:
    """Yield the words that most likely hold a view of this `kind`, where the post is `least` sure to hold one.

    Of several sentences the view's must be `least_alone` sure by itself: a post that is only like others with a view
    is left in peace.
    """
    if post.opinion.confidence < least:
        return
    for view in post.opinion.views:
        if view.kind == kind and view.confidence >= least and view.alone >= least_alone:
            yield Match(view.span, confidence=view.confidence)
