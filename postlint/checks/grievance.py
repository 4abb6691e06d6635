"""A complaint about one's own work: pay, rota, managers. It is a right, and may be heard better elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ..employer.saying import Saying
from ..employer.views import view_near
from ..model import Match
from ..post import Post
from ..terms import Terms


def check(
    post: Post, *, work: Terms, mine: Terms, complaints: Terms, least: float, least_without: float
) -> Iterator[Match]:
    """Yield the first complaint about one's own work: what holds both a word of `work` and one that is `mine`.

    With one of the words of `complaints` the post must be `least` sure to hold a view, else `least_without`.
    """
    if post.opinion.confidence < least or post.text not in work:
        return
    needed = least if post.text in complaints else least_without
    found = (_complaint(post, saying, work, mine, needed) for saying in post.sayings)
    yield from islice(filter(None, found), 1)


def _complaint(post: Post, saying: Saying, work: Terms, mine: Terms, needed: float) -> Match | None:
    if saying.text not in work or saying.text not in mine:
        return None
    view = view_near(post, saying, needed)
    return Match(view.span, confidence=view.confidence) if view and view.faults else None
