"""What waits until an election is over: people who stand or hold a seat, and new plans announced."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from .. import own
from ..agreements import publication
from ..config import Config
from ..model import Match
from ..post import Post
from ..terms import Terms
from .together import check as together


def check(
    post: Post,
    *,
    settings: Config,
    now: dt.datetime,
    visible: Terms,
    announcing: Terms,
    policies: Terms,
    unless: Terms,
) -> Iterator[Match]:
    """Yield each of `visible`, and each of `announcing` with one of `policies`, between the config's two days.

    Quotations count too: whoever is quoted is seen.
    """
    days = settings.pre_election
    if days is None or publication(post.brief.publish, now).date() not in days:
        return
    until = f"{days.end.day} {days.end:%B %Y}"
    for span in own.find(post, visible, unless=unless, in_quotations=True):
        yield Match(span, {"fault": "shows somebody who stands for election or holds a seat", "until": until}, 0.9)
    for match in together(post, words=announcing, beside=policies, unless=unless):
        yield Match(match.span, {"fault": "announces something new", "until": until}, 0.8)
