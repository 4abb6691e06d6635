"""Dates in a text, as the British write them and as the Americans do."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from .model import Span

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONG_MONTHS = ("uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember|t", "ober", "ember", "ember")
_MONTH = "|".join(f"{short}(?:{rest})?" for short, rest in zip(_MONTHS, _LONG_MONTHS, strict=True))
_WEEKDAY = rf"(?:(?P<weekday>{'|'.join(_DAYS)})(?:s|r|rs|day|sday|nesday|rsday|urday)?\b,?\s{{1,2}})?"
_DIGIT = re.compile(r"\d")
_NAMED_MONTH = re.compile(rf"\b(?:{_MONTH})\b")
_YEAR = r"(?:,?\s{1,2}(?P<year>(?:19|20)\d\d))?(?![\w/])"


class Written(Struct, frozen=True):
    """A date as it is written: its place, day, month, and the year and the day of the week (0 is Monday) if named.

    The day may be one that the month doesn't have.
    """

    span: Span
    day: int
    month: int
    year: int | None = None
    weekday: int | None = None

    @property
    def date(self) -> dt.date | None:
        """The date where its year is named and it exists."""
        if self.year is None or not 1 <= self.day <= calendar.monthrange(self.year, self.month)[1]:
            return None
        return dt.date(self.year, self.month, self.day)


def dates(text: str) -> Iterator[Written]:
    """Each date that names a day and a month."""
    for pattern in _patterns() if _may_hold_a_date(text) else ():
        for found in pattern.finditer(text):
            yield _written(found)


def _written(found: re.Match[str]) -> Written:
    year = found["year"] or found.groupdict().get("its_year")
    weekday = _DAYS.index(found["weekday"].lower()) if found["weekday"] else None
    month = _MONTHS.index(found["month"][:3].lower()) + 1
    return Written(Span(*found.span()), int(found["day"]), month, int(year) if year else None, weekday)


def _may_hold_a_date(text: str) -> bool:
    """Whether a text holds a digit and the name of a month: a quick look that spares most posts the patterns."""
    return _DIGIT.search(text) is not None and _NAMED_MONTH.search(text.lower()) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    british = (
        rf"(?<![\w/.,:£$€-]){_WEEKDAY}(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s"
        rf"(?:of\s)?(?P<month>{_MONTH})\b{_YEAR}"
    )
    american = (
        rf"(?<![\w/.,:-])(?i:{_WEEKDAY})(?=[A-Z])(?i:(?P<month>{_MONTH}))\s(?P<day>\d{{1,2}})"
        rf"(?:(?:st|nd|rd|th)\b{_YEAR}|,?\s(?P<its_year>(?:19|20)\d\d)\b|(?=\s*(?:[,.;!?)](?!\d)|\Z)))"
    )
    return re.compile(british, re.IGNORECASE), re.compile(american)
