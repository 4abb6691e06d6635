"""Dates that don't exist, days of the week that don't fit their date, and events that are over already."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from ..agreements import publication
from ..dates import Written, dates
from ..model import Match
from ..post import Post
from ..sentences import around
from ..terms import Terms

_LEAP_YEAR = 2024


def check(post: Post, *, now: dt.datetime, to_come: Terms | None = None) -> Iterator[Match]:
    """Yield each date that no calendar has, each that falls on another day of the week, and each that has passed.

    A date without a year is held against last year, this year and the next, as seen from `publish` or from now.
    Only a date with its year can have passed, in a sentence with one of the words of `to_come`, such as join us.
    """
    day = publication(post.brief.publish, now).date()
    for found in dates(post.text):
        if fault := _fault(found, day.year) or _passed(post, found, day, to_come):
            yield Match(found.span, {"fault": fault}, 0.95)


def _passed(post: Post, found: Written, day: dt.date, to_come: Terms | None) -> str:
    date = found.date
    if to_come is None or date is None or date >= day:
        return ""
    sentence = around(post.statements, found.span.start)
    invites = post.text[sentence.start : found.span.start] in to_come
    return f"is over by {day.day} {day:%B %Y}, when this goes out" if invites else ""


def _fault(found: Written, around_year: int) -> str:
    """What is wrong with a date, as the end of a sentence; empty where nothing is."""
    years = [found.year] if found.year else [around_year, around_year - 1, around_year + 1]
    last = max(_last_day(year, found.month) for year in (years if found.year else [_LEAP_YEAR]))
    if not 1 <= found.day <= last:
        return f"does not exist: {calendar.month_name[found.month]} has {last} days" if found.day else "does not exist"
    if found.weekday is None:
        return ""
    return _weekday_fault(found.weekday, [_weekday(year, found.month, found.day) for year in years], years)


def _last_day(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _weekday(year: int, month: int, day: int) -> int | None:
    return calendar.weekday(year, month, day) if day <= _last_day(year, month) else None


def _weekday_fault(named: int, falls: list[int | None], years: list[int]) -> str:
    """Whether the named day of the week is right in none of the years that may be meant."""
    if named in falls or falls[0] is None:
        return ""
    return f"falls on a {calendar.day_name[falls[0]]} in {years[0]}"
