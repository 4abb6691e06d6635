"""A side taken, in the author's own voice, on the employer or on an organisation that the house names."""

from __future__ import annotations

from collections.abc import Iterator

from ..config import Config
from ..employer.attitudes import attitude
from ..employer.targets import Target, house, insist_on
from ..model import Match
from ..post import Post


def check(
    post: Post, *, settings: Config, roles: tuple[str, ...], sides: tuple[str, ...], least: float
) -> Iterator[Match]:
    """Yield the words that take one of the `sides` on a target with one of the `roles`, where `least` sure."""
    targets = [target for target in house(settings).targets if target.role in roles]
    insist_on(settings, targets, f"the settings name no {' or '.join(roles)}; add [[organisations]]")
    found = filter(None, (_taken(post, target, sides) for target in targets))
    yield from (match for match in found if match.confidence is not None and match.confidence >= least)


def _taken(post: Post, target: Target, sides: tuple[str, ...]) -> Match | None:
    found = attitude(post, target.terms)
    if found is None:
        return None
    return Match(found.span, {"target": target.name}, sum(found.shares[side] for side in sides), grade=target.role)
