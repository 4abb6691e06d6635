"""What a house has agreed about time and people: embargoes, the days before an election, and consents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from .table import Table

Scope: TypeAlias = Literal["name", "photo", "condition", "age", "job", "place", "day", "event", "relation", "ward"]
"""What a person may agree to have told."""


class Embargo(Table, frozen=True):
    """Words that must not go out before a moment. `until` has an offset, or `zone` names its time zone."""

    terms: tuple[str, ...]
    until: dt.datetime
    zone: str = ""

    @property
    def lifts(self) -> dt.datetime:
        """The moment with its zone: an hour told twice a year is the earlier one."""
        if self.until.tzinfo is not None or not self.zone:
            return self.until
        from zoneinfo import ZoneInfo

        return self.until.replace(tzinfo=ZoneInfo(self.zone))


class PreElection(Table, frozen=True):
    """The first and the last day of the time before an election."""

    start: dt.date
    end: dt.date

    def __contains__(self, day: dt.date) -> bool:
        return self.start <= day <= self.end


class Consent(Table, frozen=True):
    """What a person has agreed to have told about them, and the last day on which it holds."""

    person: str
    scope: tuple[Scope, ...]
    expires: dt.date


def faults(
    embargoes: Iterable[Embargo], pre_election: PreElection | None, consents: Iterable[Consent]
) -> Iterator[tuple[str, str]]:
    """What is wrong with the tables beyond their types: pairs of a key and a sentence that says the mend."""
    for number, embargo in enumerate(embargoes):
        if fault := _embargo_fault(embargo):
            yield f"embargoes[{number}].until", fault
    if pre_election is not None and pre_election.end < pre_election.start:
        yield "pre-election.end", '"pre-election": the end lies before the start; swap the two days'
    for number, consent in enumerate(consents):
        if not consent.person.strip() or not consent.scope:
            said = f'"consents[{number}]" covers nothing; say whose it is in person, and what it covers in scope'
            yield f"consents[{number}].scope", said


def _embargo_fault(embargo: Embargo) -> str:
    if not any(term.strip() for term in embargo.terms):
        return "an embargo without terms can never match; add the words that it is about"
    if embargo.until.tzinfo is not None:
        return ""
    if not embargo.zone:
        return '"until" needs an offset, such as 2026-06-18T00:01:00+01:00, or a zone, such as "Europe/London"'
    try:
        _ = embargo.lifts
    except (KeyError, ValueError, OSError):
        return f'there is no time zone "{embargo.zone}"; name one such as "Europe/London", or give "until" an offset'
    return ""


def publication(publish: dt.datetime | dt.date | None, now: dt.datetime) -> dt.datetime:
    """When a post goes out: the brief's moment, the start of the brief's day, or now.

    A moment that names no zone is taken to be in the zone of `now`.
    """
    if publish is None:
        return now
    if not isinstance(publish, dt.datetime):
        return dt.datetime(publish.year, publish.month, publish.day, tzinfo=now.tzinfo)
    return publish if publish.tzinfo else publish.replace(tzinfo=now.tzinfo)
