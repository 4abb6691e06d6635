"""A view that holds something against the employer, or against an organisation that the house names."""

from __future__ import annotations

from collections.abc import Iterator

from ..config import Config
from ..employer.saying import Saying, sayings
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
    said = list(sayings(post))
    for target in house(settings).targets:
        if target.role in roles:
            yield from [match for saying in said if (match := _against(post, saying, target, least))][:1]


def _against(post: Post, saying: Saying, target: Target, least: float) -> Match | None:
    if saying.text not in target.terms:
        return None
    near = view_near(post, saying, least)
    if near is None or not _holds_against(saying, near[0].kind):
        return None
    view, confidence = near
    return Match(saying.whole or view.span, {"target": target.name}, confidence, grade=target.role)


def _holds_against(saying: Saying, kind: str) -> bool:
    """Whether a view finds fault: by its kind, or as a verdict whose words are no praise."""
    side = stance(saying.text, False)
    if side is not None:
        return side.side == "against"
    praised = cues.listed("strong-praise") | cues.listed("good")
    return kind in NEGATIVE or (
        kind == "judgement" and not any(word.small in praised for word in saying.sentence.words)
    )
