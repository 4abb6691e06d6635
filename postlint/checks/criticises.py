"""A view that holds something against the employer, or against an organisation that the house names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ..config import Config
from ..employer.saying import Saying
from ..employer.stance import stance
from ..employer.targets import Target, house
from ..employer.views import NEGATIVE, view_near
from ..errors import NotEvaluatedError
from ..model import Match
from ..opinion import cues
from ..post import Post


def check(post: Post, *, settings: Config, roles: tuple[str, ...], least: float) -> Iterator[Match]:
    """Yield the first words against each target that has one of the `roles`, where a view is `least` sure of it."""
    if not settings.employer.name:
        raise NotEvaluatedError("no employer is set; name it under [employer] in postlint.toml")
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
    if view is None or not _holds_against(saying, view.kind):
        return None
    return Match(saying.whole or view.span, {"target": target.name}, view.confidence, grade=target.role)


def _holds_against(saying: Saying, kind: str) -> bool:
    """Whether a view finds fault: by its kind, or as a verdict whose words are no praise."""
    side = stance(saying.text, False)
    if side is not None:
        return side.side == "against"
    praised = cues.listed("strong-praise") | cues.listed("good")
    return kind in NEGATIVE or (
        kind == "judgement" and not any(word.small in praised for word in saying.sentence.words)
    )
