"""A view of the author's own: not a quoted or reported one, nor thanks, instruction, a finding or a question."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Match
from ..post import Post


def check(post: Post, *, kind: str, least: float, least_condemning: float, least_alone: float) -> Iterator[Match]:
    """Yield the words that most likely hold a view of this `kind`.

    The post must be `least` sure to hold a view, `least_condemning` where its words condemn outright; and of several
    sentences the view's must be `least_alone` by itself: a post that is only like others with a view is left in peace.
    """
    if post.opinion.confidence < min(least, least_condemning):
        return
    for view in post.opinion.views:
        needed = least_condemning if view.condemns else least
        if view.kind == kind and view.confidence >= needed and view.alone >= least_alone:
            yield Match(view.span, confidence=view.confidence)
