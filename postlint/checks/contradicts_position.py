"""A post that takes a side on a topic of the employer's: the other side, or any where none is agreed."""

from __future__ import annotations

from collections.abc import Iterator

from ..config import Config
from ..employer.attitudes import attitude, plain_attitude
from ..employer.settings import Position
from ..employer.stance import explanation
from ..employer.targets import Topic, house, insist_on
from ..model import Match
from ..opinion import Attitude
from ..post import Post


def check(post: Post, *, settings: Config, least: float, plain: float) -> Iterator[Match]:
    """Yield the words that may conflict with a position of the house, where they are `least` sure to.

    A side taken in plain words, such as oppose or petition, is worth `plain`; so is an explanation of what the house
    says nothing on. Else the network tells.
    """
    insist_on(settings, settings.positions, "the settings hold no positions; add [[positions]]")
    for topic in house(settings).topics:
        found = _plain(post, topic, plain) or attitude(post, topic.terms)
        sure = _conflict(topic.position, found) if found else 0.0
        if found and sure >= least:
            yield Match(found.span, _values(topic.position), sure)


def _plain(post: Post, topic: Topic, confidence: float) -> Attitude | None:
    side = plain_attitude(post, topic.terms, confidence)
    if side or topic.position.stance != "neutral":
        return side
    return plain_attitude(post, topic.terms, confidence, explanation)


def _conflict(position: Position, found: Attitude) -> float:
    """How surely a post with this attitude to its topic conflicts with the position."""
    if position.stance == "neutral" or position.status != "agreed":
        return 1 - found.shares["neither"]
    return found.sure(["for"] if position.stance == "oppose" else ["against", "grievance"])


def _values(position: Position) -> dict[str, object]:
    line = f"“{position.line}”" if position.line else "no comment" if position.stance == "neutral" else position.stance
    dated = f", to be reviewed by {position.review_day}" if position.review_day else ""
    return {"topic": position.topic, "line": line + dated}
