"""A view of the author's own: not a quoted or reported one, nor thanks, instruction, a finding or a question."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Match
from ..post import Post
from ..terms import Terms


def check(
    post: Post, *, kind: str, least: float, least_alone: float, disclaimers: Terms, values: Terms
) -> Iterator[Match]:
    """Yield the words that most likely hold a view of this `kind`, where the post is `least` sure to hold one.

    Of several sentences the view's must be `least_alone` sure by itself: a post that is only like others with a view
    is left in peace. Words with one of the `disclaimers` or of the `values` that everybody shares are no view.
    """
    if post.opinion.confidence < least:
        return
    for view in post.opinion.views:
        if view.kind == kind and view.confidence >= least and view.alone >= least_alone:
            words = post.text[view.span.start : view.span.end]
            if words not in disclaimers and words not in values:
                yield Match(view.span, confidence=view.confidence)
