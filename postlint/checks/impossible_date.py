"""Dates that don't exist, and days of the week that don't fit their date."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from ..model import Match, Span
from ..post import Post

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONG_MONTHS = ("uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember|t", "ober", "ember", "ember")
_MONTH = "|".join(f"{short}(?:{rest})?" for short, rest in zip(_MONTHS, _LONG_MONTHS, strict=True))
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(_DAYS)})(?:s|r|rs|day|sday|nesday|rsday|urday)?\b,?\s{{1,2}})?"
_LEAP_YEAR = 2024
_YEAR = r"(?:,?\s{1,2}(?P<year>(?:19|20)\d\d))?(?![\w/])"


def check(post: Post, *, now: dt.datetime) -> Iterator[Match]:
    """Yield each date that no calendar has, and each that falls on another day of the week than the one named.

    A date without a year is held against last year, this year and the next, as seen from `publish` or from now.
    """
    day = post.brief.publish or now
    for pattern in _dates() if _may_hold_a_date(post.text) else ():
        for found in pattern.finditer(post.text):
            if fault := _fault(found, day.year):
                yield Match(Span(*found.span()), {"fault": fault}, 0.95)


def _may_hold_a_date(text: str) -> bool:
    """Whether a text holds a digit and the letters of a month: a quick look that spares most posts the patterns."""
    lowered = text.lower()
    return any(month in lowered for month in _MONTHS) and any(char.isdigit() for char in text)


@cache
def _dates() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Dates as the British write them, and as the Americans do."""
    british = (
        rf"(?<![\w/.,:£$€-]){_WEEKDAY}(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s"
        rf"(?:of\s)?(?P<month>{_MONTH})\b{_YEAR}"
    )
    american = (
        rf"(?<![\w/.,:-])(?i:{_WEEKDAY})(?=[A-Z])(?i:(?P<month>{_MONTH}))\s(?P<day>\d{{1,2}})"
        rf"(?:(?:st|nd|rd|th)\b{_YEAR}|,?\s(?P<its_year>(?:19|20)\d\d)\b|(?=\s*(?:[,.;!?)](?!\d)|\Z)))"
    )
    return re.compile(british, re.IGNORECASE), re.compile(american)


def _fault(found: re.Match[str], around: int) -> str:
    """What is wrong with a date, as the end of a sentence; empty where nothing is."""
    month, day = _MONTHS.index(found["month"][:3].lower()) + 1, int(found["day"])
    named = found["year"] or found.groupdict().get("its_year")
    years = [int(named)] if named else [around, around - 1, around + 1]
    last = max(calendar.monthrange(year, month)[1] for year in (years if named else [_LEAP_YEAR]))
    if not 1 <= day <= last:
        return f"does not exist: {calendar.month_name[month]} has {last} days" if day > last else "does not exist"
    if not found["weekday"]:
        return ""
    return _weekday_fault(found["weekday"].lower(), [_weekday(year, month, day) for year in years], years)


def _weekday(year: int, month: int, day: int) -> int | None:
    return calendar.weekday(year, month, day) if day <= calendar.monthrange(year, month)[1] else None


def _weekday_fault(named: str, falls: list[int | None], years: list[int]) -> str:
    """Whether the named day of the week is right in none of the years that may be meant."""
    if _DAYS.index(named) in falls or falls[0] is None:
        return ""
    return f"falls on a {calendar.day_name[falls[0]]} in {years[0]}"
