"""A view that holds something against the employer, or against an organisation that the house names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ..config import Config
from ..employer.saying import Saying
from ..employer.stance import stance
from ..employer.targets import Target, house, insist_on
from ..employer.views import view_near
from ..model import Match
from ..opinion import View
from ..post import Post


def check(post: Post, *, settings: Config, roles: tuple[str, ...], least: float) -> Iterator[Match]:
    """Yield the first words against each target that has one of the `roles`, where a view is `least` sure of it."""
    insist_on(settings, settings.employer.name, "the settings name no employer; add [employer]")
    if post.opinion.confidence < least:
        return
    for target in house(settings).targets:
        if target.role in roles:
            found = (_against(post, saying, target, least) for saying in post.sayings)
            yield from islice(filter(None, found), 1)


def _against(post: Post, saying: Saying, target: Target, least: float) -> Match | None:
    if saying.text not in target.terms:
        return None
    view = view_near(post, saying, least)
    if view is None or not _finds_fault(saying, view):
        return None
    return Match(saying.whole or view.span, {"target": target.name}, view.confidence, grade=target.role)


def _finds_fault(saying: Saying, view: View) -> bool:
    """Whether a view is against something: by clear words, else by what such views are."""
    side = stance(saying.text, False)
    return view.faults if side is None else side.side == "against" or view.faults
