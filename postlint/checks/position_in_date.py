"""Positions of the house that were to be looked at again by a day that has passed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ..config import Config
from ..model import Match
from ..post import Post


def check(_post: Post, *, settings: Config, now: dt.datetime) -> Iterator[Match]:
    """Yield each position whose review is overdue, for the whole post."""
    for position in settings.positions:
        if position.review_until and position.review_until < now.date():
            yield Match(None, {"topic": position.topic, "date": position.review_day})
