"""The views in a post that may be of something in particular, and how surely they are."""

from __future__ import annotations

from msgspec.structs import replace

from ..model import Span
from ..opinion import View
from ..post import Post
from .saying import Saying

_ELSEWHERE = 0.7
"""How much of a view's confidence is left where its target stands in another sentence."""


def view_near(post: Post, saying: Saying, least: float) -> View | None:
    """The surest view in the sentence, else the surest in the post at less confidence; None below `least`."""
    if post.opinion.confidence < least:
        return None
    here = Span(saying.sentence.start, saying.sentence.end)
    found = [view if view.span.overlaps(here) else _elsewhere(view) for view in post.opinion.views]
    best = max(found, key=lambda view: view.confidence, default=None)
    return best if best is not None and best.confidence >= least else None


def _elsewhere(view: View) -> View:
    return replace(view, confidence=view.confidence * _ELSEWHERE)
