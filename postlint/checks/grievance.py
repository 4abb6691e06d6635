"""A complaint about one's own work: pay, rota, managers. It is a right, and may be heard better elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ..employer.saying import Saying
from ..employer.views import view_near
from ..model import Match
from ..post import Post
from ..terms import Terms


def check(post: Post, *, work: Terms, mine: Terms, least: float) -> Iterator[Match]:
    """Yield the first view, `least` sure, in a sentence about one's own work."""
    if post.opinion.confidence < least or post.text not in work:
        return
    found = (_complaint(post, saying, work, mine, least) for saying in post.sayings)
    yield from islice(filter(None, found), 1)


def _complaint(post: Post, saying: Saying, work: Terms, mine: Terms, least: float) -> Match | None:
    if saying.text not in work or post.text not in mine:
        return None
    view = view_near(post, saying, least)
    return Match(view.span, confidence=view.confidence) if view else None
