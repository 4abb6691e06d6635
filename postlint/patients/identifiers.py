"""What names a patient outright: an NHS number, a date of birth, a hospital number, a home's postcode."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Span
from ..terms import Terms
from .told import Told
from .words import terms

_NUMBERS = re.compile(r"\d[\d \-/.]{4,}\d|\d\s?\d[A-Z]{2}\b")
_BIRTHS = ("birth", "born on", "dob", "d.o.b")
_TEN_DIGITS = r"(?<![\w.+/#@-])\d{3}([ \-]?)\d{3}\1\d{4}(?![\w/]|[.\-]\d)"
_BIRTH = (
    r"\b(?:d\.?o\.?b\b\.?|date\s+of\s+birth|born\s+on(?:\s+the)?)\s{0,3}[:=-]?\s{0,3}"
    r"(?:\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?\s+\w{3,9},?\s+\d{4}|\w{3,9}\s+\d{1,2},?\s+\d{4})"
)
_NUMBERED = (
    r"\b(?:mrn|hospital|hosp|patient|nhs|chi|h\s?&\s?c|unit)\s{0,2}(?:number|num|no|id|ref)?\b\.?\s{0,2}[:=#]?\s{0,2}"
    r"(?=[A-Z]{0,2}\d)(?P<number>[A-Z]{0,2}\d[\d \-]{4,13}\d)\b"
)
_POSTCODE = r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b"
_NAMES_A_NUMBER = re.compile(r"(?:mrn|number|num|no|id|ref)\b", re.IGNORECASE)
_COUNTRY = re.compile(r"\+\d{1,3}[ -]?\Z")
_REACH = 24
_SENTENCE = 60


def identifiers(text: str, others: Terms, toll_free: tuple[str, ...]) -> Iterator[Told]:
    """Each identifier once, in order: ten digits that are labelled already are not told again.

    Ten digits behind one of the words of `others` are a telephone's or a grant's. So are those that open with
    a `toll_free` code and are parted by hyphens, as North American ones are.
    """
    codes = tuple(f"{code}-" for code in toll_free)
    end = 0
    for span, what in sorted(_found(text, others, codes)):
        if span.start >= end:
            yield Told(what, span)
            end = span.end


def _may_hold_one(text: str) -> bool:
    """Whether a text holds a long number, a postcode or words of birth: a quick look that misses none."""
    if _NUMBERS.search(text):
        return True
    small = text.lower()
    return any(map(small.__contains__, _BIRTHS))


def _found(text: str, others: Terms, codes: tuple[str, ...]) -> Iterator[tuple[Span, str]]:
    if not _may_hold_one(text):
        return
    for found in re.finditer(_POSTCODE, text):
        if text[max(0, found.start() - _SENTENCE) : found.start()] in terms("at_home"):
            yield Span(*found.span()), "a postcode"
    for found in re.finditer(_BIRTH, text, re.IGNORECASE):
        yield Span(*found.span()), "a date of birth"
    for found in re.finditer(_NUMBERED, text, re.IGNORECASE):
        if _NAMES_A_NUMBER.search(text[found.start() : found.start("number")]):
            yield Span(*found.span()), "a patient's number"
    for found in re.finditer(_TEN_DIGITS, text):
        before = text[max(0, found.start() - _REACH) : found.start()]
        telephone = found[0].startswith(codes) or _COUNTRY.search(before) or before in others
        if not telephone and is_nhs_number(found[0]):
            yield Span(*found.span()), "what may be an NHS number"


def is_nhs_number(text: str) -> bool:
    """Whether ten digits, however they are parted, have the check digit of an NHS number."""
    digits = [int(char) for char in text if char.isdigit()]
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    rest = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return rest != 10 and rest % 11 == digits[9]
