"""What must not go out yet: an embargo of the house, one that the text states, or results told before their day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from .. import own
from ..agreements import publication
from ..config import Config
from ..dates import dates
from ..model import Match
from ..post import Post
from ..sentences import around, grouped
from ..terms import Terms
from .house_terms import ready


def check(
    post: Post, *, settings: Config, now: dt.datetime, stated: Terms, ahead: Terms, results: Terms
) -> Iterator[Match]:
    """Yield what goes out, by `publish` or else by now, before it may.

    `stated` are words such as embargoed until; the date behind them, if any, decides. `ahead` are words such as
    preview of, told in one sentence with a number or one of `results`.
    """
    moment = publication(post.brief.publish, now)
    for embargo in settings.embargoes:
        if moment < embargo.lifts:
            until = f"may not go out before {embargo.lifts:%H:%M} on {embargo.lifts.day} {embargo.lifts:%B %Y}"
            yield from (Match(span, {"fault": until}) for span in ready(embargo.terms).find(post.text))
    yield from _stated(post, moment.date(), stated)
    yield from _ahead(post, ahead, results)


def _stated(post: Post, day: dt.date, stated: Terms) -> Iterator[Match]:
    """Words that state an embargo, unless the first date behind them has come; one without a year is this year's."""
    for span in own.find(post, stated):
        sentence = around(post.statements, span.start)
        found = next(dates(post.text[span.end : sentence.end]), None)
        lifts = (found.date or _this_year(found.day, found.month, day)) if found else None
        if lifts is None or day < lifts:
            yield Match(span, {"fault": "says that this may not go out yet"}, 0.9)


def _this_year(day: int, month: int, today: dt.date) -> dt.date | None:
    try:
        return dt.date(today.year, month, day)
    except ValueError:
        return None


def _ahead(post: Post, ahead: Terms, results: Terms) -> Iterator[Match]:
    found = list(own.find(post, ahead))
    for sentence, group in grouped(found, post.statements) if found else ():
        if post.text[sentence.start : sentence.end] in results:
            yield Match(group[0], {"fault": "tells a result before its day"}, 0.8)
