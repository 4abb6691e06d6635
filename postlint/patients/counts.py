"""Small numbers of people with a condition in a small place: so few can be told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import people
from ..expressions import expression
from ..model import Span
from ..sentences import grouped, sentences
from .told import Told
from .words import terms, words

_FEW = expression(
    r"(?<![\d,.])(?<!\bin )(?<![a-z]-)\b(?:[1-5]|one|two|three|four|five)\s(?:of\s)?(?:our\s|new\s|local\s|young\s)*\Z",
    re.IGNORECASE,
)
_REACH = 32
_SMALL_PLACE = expression(
    rf"\b(?:in|at|on|from|near)\s(?:the\s)?(?:[Ww]ard\s\w+|(?P<place>{people.NAME}))"
    r"|\b(?:our|this) (?:village|ward|school|home|practice)\b"
)


def few(text: str) -> Iterator[Told]:
    """Five people or fewer, of whom a sentence tells a condition and a small place."""
    counts = [few for noun in terms("counted").find(text) if (few := _count(text, noun))]
    for sentence, found in grouped(counts, sentences(text)) if counts else ():
        if _tells(text[sentence.start : sentence.end]):
            yield Told("a number so small that people can be told apart", found[0], confidence=0.85)


def _count(text: str, noun: Span) -> Span | None:
    """The small number before a noun, with the noun; None where there is none."""
    start = max(0, noun.start - _REACH)
    found = _FEW.search(text[start : noun.start])
    return Span(start + found.start(), noun.end) if found else None


def _tells(said: str) -> bool:
    """Whether a sentence gives people a condition and a small place, and doesn't only say that they met or learned."""
    has_condition = said in terms("conditions", "procedures", "rare")
    return has_condition and _in_a_small_place(said) and said not in terms("not_having")


def _in_a_small_place(said: str) -> bool:
    return any((place["place"] or "") not in words("large") for place in _SMALL_PLACE.finditer(said))
