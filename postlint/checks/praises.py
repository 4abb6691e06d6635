"""Praise, ranking or recommendation of an organisation that the house names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ..config import Config
from ..employer.saying import Saying
from ..employer.stance import stance
from ..employer.targets import Target, house
from ..errors import NotEvaluatedError
from ..model import Match, Span
from ..post import Post
from ..terms import Terms


def check(
    post: Post, *, settings: Config, roles: tuple[str, ...], words: Terms, least: float, confidence: float
) -> Iterator[Match]:
    """Yield the first of the `words` of praise for each target that has one of the `roles`.

    Where the post holds no view that is `least` sure, praise has to stand beside the name.
    """
    targets = [target for target in house(settings).targets if target.role in roles]
    if not targets:
        raise NotEvaluatedError(f"no {' or '.join(roles)} is set; name them under [[organisations]] in postlint.toml")
    said = post.sayings if any(post.text in target.terms for target in targets) or post.hashtags else ()
    for target in targets if said else ():
        found = (_praise(post, said, at, target, words, least, confidence) for at in range(len(said)))
        yield from islice(filter(None, found), 1)


def _praise(
    post: Post, said: tuple[Saying, ...], at: int, target: Target, words: Terms, least: float, sure: float
) -> Match | None:
    """Praise in the sentence that names the target, or in the next."""
    saying = said[at]
    named = next(target.terms.find(saying.text), None)
    if named is None:
        return None
    for near in (saying, *said[at + 1 : at + 2]):
        praise = next(words.find(near.text), None)
        if praise and _is_meant(near) and post.opinion.confidence >= least:
            span = _together(named, praise) if near is saying else praise
            return Match(near.place(span), {"target": target.name}, max(sure, post.opinion.confidence))
    return None


def _together(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def _is_meant(saying: Saying) -> bool:
    """Whether nothing in the sentence turns the praise round."""
    side = stance(saying.text, False)
    return side is None or side.side == "for"
