"""A side taken, in the author's own voice, on the employer or on an organisation that the house names."""

from __future__ import annotations

from collections.abc import Iterator

from ..config import Config
from ..employer.attitudes import attitude
from ..employer.targets import with_role
from ..model import Match
from ..post import Post


def check(
    post: Post, *, settings: Config, roles: tuple[str, ...], sides: tuple[str, ...], least: float
) -> Iterator[Match]:
    """Yield the words that take one of the `sides` on a target with one of the `roles`, where `least` sure."""
    for target in with_role(settings, roles):
        found = attitude(post, target.terms)
        if found and found.sure(sides) >= least:
            yield Match(found.span, {"target": target.name}, found.sure(sides), grade=target.role)
