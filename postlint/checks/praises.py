"""Praise, ranking or recommendation of an organisation that the house names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ..config import Config
from ..employer.saying import Saying
from ..employer.stance import stance
from ..employer.targets import Target, house, insist_on
from ..employer.views import view_near
from ..model import Match
from ..post import Post
from ..terms import Terms


def check(
    post: Post, *, settings: Config, roles: tuple[str, ...], words: Terms, least: float, least_without: float
) -> Iterator[Match]:
    """Yield the first praise of each target that has one of the `roles`.

    A post that uses one of the `words` beside the name must be `least` sure to hold a view, any other `least_without`.
    """
    targets = [target for target in house(settings).targets if target.role in roles]
    insist_on(settings, targets, f"the settings name no {' or '.join(roles)}; add [[organisations]]")
    if post.opinion.confidence < least:
        return
    for target in targets:
        found = (_praise(post, at, target, words, least_without) for at in range(len(post.sayings)))
        yield from islice(filter(None, found), 1)


def _praise(post: Post, at: int, target: Target, words: Terms, least_without: float) -> Match | None:
    """Praise in the sentence that names the target, or in the next."""
    named = next(target.terms.find(post.sayings[at].text), None)
    for near in post.sayings[at : at + 2] if named else ():
        span = next(words.find(near.text), None)
        if span and _is_meant(near):
            return Match(near.place(span), {"target": target.name}, post.opinion.confidence)
    view = view_near(post, post.sayings[at], least_without) if named else None
    return Match(view.span, {"target": target.name}, view.confidence) if view and not view.faults else None


def _is_meant(saying: Saying) -> bool:
    """Whether nothing in the sentence turns the praise round."""
    side = stance(saying.text, False)
    return side is None or side.side == "for"
