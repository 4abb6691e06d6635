"""Who is said to have spoken a quotation: before it, after it, or between its halves."""

from __future__ import annotations

import re
from functools import cache

from ..model import Span
from .words import any_of

_HANDLE_INSIDE = re.compile(r"(?P<who>[@＠]\w+):")
_FULL_NAME = r"[A-Z][a-z][\w'’\-]*\s[A-Z][\w'’\-]+"

_REACH = 160
"""How many characters before and after a quotation its speaker is looked for in."""

_TITLED = r"(?:Dr|Prof|Mr|Mrs|Ms|Miss|Sr|St|Sir|Dame|Rev)\.?"
_NAME = rf"(?:{_TITLED}\s)?[A-Z][\w'’\-]*\.?(?:\s(?:(?:of|the|and|de|van|der|for)\s){{0,2}}[A-Z][\w'’\-]*\.?){{0,5}}"


@cache
def _who() -> str:
    """A name, a handle, a pronoun, or a role: Sister Rowe, @HarrowdaleUH, she, one patient, our chief nurse."""
    ends = rf"(?=\s*(?:[^\w\s'’\-]|\Z)|\s+(?i:{any_of('after_a_role')}|{any_of('verbs')})\b)"
    role = rf"(?:(?i:{any_of('determiners')}))\s(?:[\w'’\-]+\s){{0,3}}?[\w'’\-]+{ends}"
    aged = r"[A-Z][\w'’\-]+,\s\d{1,3}"
    return rf"(?P<who>[@＠][\w.]+|{aged}|{_NAME}|{role}|\b(?i:{any_of('pronouns')})\b)"


@cache
def _verb() -> str:
    whom = r"(?:us|me|them|staff|reporters|the\s\w+|@\w+)"
    return rf"(?:(?:has|have|had|was|who|also|then|later)\s)?(?i:{any_of('verbs')})\b(?:\s{whom})?"


@cache
def _after() -> tuple[re.Pattern[str], ...]:
    """What may follow the closing mark, most telling first."""
    lead = r"[\s,.;:!?]{0,4}"
    return (
        re.compile(rf"{lead}{_verb()},?\s{_who()}"),
        re.compile(rf"{lead}(?:as\s)?{_who()},?\s{_verb()}"),
        re.compile(rf"[\s,.;]{{0,6}}[-–—~]{{1,2}}\s?{_who()}"),
        re.compile(rf"{lead}\(?(?i:{any_of('openers')})\s(?:our\s)?{_who()}"),
        re.compile(rf"\s?\(\s?{_who()}"),
        re.compile(rf"[\s.]{{1,4}}(?P<who>{_TITLED}\s{_NAME}|{_FULL_NAME})\b"),
    )


@cache
def _before() -> tuple[re.Pattern[str], ...]:
    """What may stand right before the opening mark, most telling first."""
    gap = r"[\s,:]{0,4}\Z"
    more = r"(?:,[^,.!?\n]{1,60},?)?"
    return (
        re.compile(rf"{_who()}{more}\s{_verb()}(?:\s[\w'’]+){{0,4}}{gap}"),
        re.compile(rf"{_verb()}\s{_who()}{more}{gap}"),
        re.compile(rf"(?i:according\sto|in\sthe\swords\sof|as\stold\sby)\s{_who()}{more}{gap}"),
        re.compile(rf"{_who()}(?:\s?\([^()\n]{{1,40}}\)|,[^,.!?:\n]{{1,50}})?\s?:\s*\Z"),
        re.compile(rf"\A(?P<who>[@＠][\w.]+|{_NAME}):\s"),
    )


def speaker(text: str, quotation: Span, between: Span) -> Span | None:
    """Where the speaker of a quotation is named, or None.

    `between` reaches from the end of the quotation before to the start of the next: their words name nobody.
    """
    left = max(between.start, quotation.start - _REACH)
    right = min(between.end, quotation.end + _REACH)
    inside = _HANDLE_INSIDE.match(text, quotation.start + 1, quotation.end)
    if inside:
        return Span(*inside.span("who"))
    return _search_after(text, quotation.end, right) or _search_before(text, left, quotation.start)


def _search_after(text: str, start: int, end: int) -> Span | None:
    for pattern in _after():
        if found := pattern.match(text, start, end):
            return _name(text, found)
    return None


def _search_before(text: str, start: int, end: int) -> Span | None:
    """In the last line before the quotation: what stands above it speaks of something else."""
    line = text.rfind("\n", start, max(start, end - 2)) + 1
    for pattern in _before():
        if found := pattern.search(text[max(start, line) : end]):
            return _name(text, found, max(start, line))
    return None


def _name(text: str, found: re.Match[str], offset: int = 0) -> Span:
    """The name, without the full stop that ends its sentence."""
    start, end = found.start("who") + offset, found.end("who") + offset
    return Span(start, end - 1 if text[end - 1] == "." else end)
