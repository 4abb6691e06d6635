"""A side taken, in the author's own voice, on the employer or on an organisation that the house names."""

from __future__ import annotations

from collections.abc import Iterator

from ..config import Config
from ..employer.attitudes import attitude
from ..employer.targets import house, insist_on
from ..model import Match
from ..post import Post


def check(
    post: Post, *, settings: Config, roles: tuple[str, ...], sides: tuple[str, ...], least: float
) -> Iterator[Match]:
    """Yield the words that take one of the `sides` on a target with one of the `roles`, where `least` sure."""
    targets = [target for target in house(settings).targets if target.role in roles]
    insist_on(settings, targets, f"the settings name no {' or '.join(roles)}; add [[organisations]]")
    for target in targets:
        found = attitude(post, target.terms)
        if found and found.sure(sides) >= least:
            yield Match(found.span, {"target": target.name}, found.sure(sides), grade=target.role)
