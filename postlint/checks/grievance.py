"""A complaint about one's own work: pay, rota, managers. It is a right, and may be heard better elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ..config import Config
from ..employer.attitudes import attitude
from ..employer.saying import may_say
from ..employer.targets import house
from ..model import Match
from ..opinion import Attitude
from ..post import Post
from ..terms import Terms


def check(
    post: Post, *, settings: Config, work: Terms, mine: Terms, least: float, least_of_work: float
) -> Iterator[Match]:
    """Yield what is `least` sure to be a complaint about work for the employer.

    Where the employer isn't named but a sentence holds a word of `work` and one that is `mine`, the side taken on the
    work counts, from `least_of_work` up.
    """
    employers = (target for target in house(settings).targets if target.role == "employer")
    of_employer = (_complaint(attitude(post, target.terms), ("grievance",), least) for target in employers)
    if _may_complain(post, work, mine) and any(saying.text in work and saying.text in mine for saying in post.sayings):
        of_work = [_complaint(attitude(post, work), ("grievance", "against"), least_of_work)]
    else:
        of_work = []
    yield from islice(filter(None, (*of_employer, *of_work)), 1)


def _may_complain(post: Post, work: Terms, mine: Terms) -> bool:
    """A quick look, before the sentences are taken apart."""
    return may_say(post, work, mine) and post.opinion.may_take_sides


def _complaint(found: Attitude | None, sides: tuple[str, ...], least: float) -> Match | None:
    return Match(found.span, confidence=found.sure(sides)) if found and found.sure(sides) >= least else None
