"""Details about one person that add up: alone each fits many, but three together may fit only one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from .. import people
from ..dates import dates
from ..expressions import expression
from ..model import Span
from ..sentences import grouped, sentences
from .consents import Agreed
from .told import Told
from .words import terms, words

ENOUGH = 3
"""How many independent details point to one person."""

_AGE = expression(
    r"\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)[ -](?:year|yr|month|week|day)s?[ -]old\b"
    r"|\baged? \d{1,3}\b|\b\d{1,3} ?(?:yo|y/o)\b|, \d{1,2},|\bin (?:his|her|their) (?:early |mid|late )?-?\d0s\b",
    re.IGNORECASE,
)
_DIGIT_OR_OLD = expression(r"\d|[ -][oO][lL][dD]\b")
_ONE = expression(r"\b(?:an?|our|my|the|this|one|one of our|little|young)\s(?:[\w'’-]+,?\s){0,3}\Z", re.IGNORECASE)
_PLACE = expression(rf"\b(?:from|in|near|outside|of)\s(?P<place>{people.NAME})")
_WARD = expression(r"\b(?:ward|bed|bay|room|theatre)\s(?:[A-Z]?\d{1,3}[A-Z]?|[A-Z])\b", re.IGNORECASE)
_NEXT = expression(rf"\s(?P<name>{people.NAME})")
_REACH = 32
_OUR_PATIENT = expression(r"\b(?:our|my|this)\s(?:\w+\s){0,2}(?:patient|resident|pt)\Z", re.IGNORECASE)


def one_person(text: str) -> Iterator[tuple[Span, str]]:
    """Where a text speaks of one person in care, and the words around it: its sentence, with those beside it.

    Our 19-year-old goalkeeper who went home, the lady in bed 4; not every patient, nor a nurse of 25.
    """
    parts = sentences(text)
    for sentence, cues in grouped((cue for cue in _cues(text) if _is_one(text, cue)), parts):
        at = bisect_left(parts, sentence)
        window = text[parts[max(0, at - 1)].start : parts[min(len(parts) - 1, at + 1)].end]
        said, cue = text[sentence.start : sentence.end], cues[0]
        if said not in terms("not_patients") and _cared_for(said, window, text[max(0, cue.start - _REACH) : cue.end]):
            yield cue, window


def _is_one(text: str, cue: Span) -> bool:
    """Whether a word stands for one person who is meant: behind our, a or the; or before a name, as in baby Alfie."""
    return _names_one(text, cue) or _ONE.search(text[max(0, cue.start - _REACH) : cue.start]) is not None


def _cues(text: str) -> list[Span]:
    """Words for one person, and ages, in order."""
    found = _AGE.finditer(text) if _may_tell_an_age(text) else ()
    ages = (Span(*age.span()) for age in found if age[0][0] != ",")
    nouns = (noun for noun in terms("persons", "jobs").find(text) if not _is_title(text, noun))
    return sorted([*nouns, *ages])


def _may_tell_an_age(text: str) -> bool:
    """Whether a text holds the letters of an age, and a digit or words such as ten years old: a quick look."""
    if not ("old" in text or "aged" in text or "yo" in text or "y/o" in text):
        return False
    return _DIGIT_OR_OLD.search(text) is not None


def _is_title(text: str, noun: Span) -> bool:
    """Whether a noun with a capital is part of a name, as in Patient Safety Week."""
    return text[noun.start].isupper() and _NEXT.match(text, noun.end) is not None and not _names_one(text, noun)


def _names_one(text: str, noun: Span) -> bool:
    name = _NEXT.match(text, noun.end)
    return name is not None and people.is_given(name["name"])


def _cared_for(said: str, window: str, cue: str) -> bool:
    in_care = said in terms("care") or window in terms("rare") or _WARD.search(said) is not None
    return in_care or _OUR_PATIENT.search(cue) is not None


def adding_up(text: str, beside: str, may: Agreed) -> Iterator[Told]:
    """The details about one person in `text`, with those of its pictures, where enough of them are not agreed."""
    for span, window in one_person(text):
        agreed = may(f"{window} {beside}")
        left = [what for what, kind, find in _DETAILS if kind not in agreed and (find(window) or find(beside))]
        if len(left) >= ENOUGH:
            yield Told(f"{', '.join(left[:-1])} and {left[-1]} of one person", span, confidence=0.85)
            return


def _some(*keys: str) -> Callable[[str], bool]:
    return lambda text: text in terms(*keys)


def _has_place(text: str) -> bool:
    return any(place["place"] not in words("large") for place in _PLACE.finditer(text))


def _has_name(text: str) -> bool:
    return any(people.given_names(text)) or any(people.titled(text))


_DETAILS: tuple[tuple[str, str, Callable[[str], object]], ...] = (
    ("an age", "age", _AGE.search),
    ("a job", "job", _some("jobs")),
    ("a place", "place", _has_place),
    ("a day", "day", lambda text: text in terms("days") or any(dates(text))),
    ("a rare condition", "condition", _some("rare")),
    ("an event", "event", _some("events")),
    ("a relative", "relation", _some("relations")),
    ("a ward", "ward", lambda text: _WARD.search(text) or text in terms("wards")),
    ("a name", "name", _has_name),
    ("who treated them", "name", lambda text: any(people.staff(text))),
)
"""Each detail in words, the kind of a consent's scope that covers it, and how it is found."""
