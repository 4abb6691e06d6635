"""A complaint about one's own work: pay, rota, managers. It is a right, and may be heard better elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

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
    complains = post.text in complaints
    said = (saying for saying in post.sayings if saying.text in work and saying.text in mine)
    views = (view_near(post, saying, least if complains else least_without) for saying in said)
    found = (Match(view.span, confidence=view.confidence) for view in views if view and (complains or view.faults))
    yield from islice(found, 1)
