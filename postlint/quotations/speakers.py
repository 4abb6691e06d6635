"""Who is said to have spoken a quotation: before it, after it, or between its halves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..expressions import expression
from ..model import Span
from .words import any_of, verbs

_REACH = 160
"""How many characters before and after a quotation its speaker is looked for in."""

_HANDLE_INSIDE = expression(r"(?P<who>[@＠]\w+):")
_WORD = expression(r"[^\W\d_]+")
_GOES_ON = expression(r"[^.!?\n]{0,60}(?:[.,:;!?]\s*|[^\S\n]*)")
_TITLED = r"(?:Dr|Prof|Mr|Mrs|Ms|Miss|Sr|St|Sir|Dame|Rev)\.?"
_CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-Ž]"
_FULL_NAME = rf"{_CAPITAL}[^\WA-Z\d_][\w'’\-]*\s{_CAPITAL}[\w'’\-]+"
_AGED = rf"{_CAPITAL}[\w'’\-]+,\s\d{{1,3}}\b(?!['’\"])"
_NOBODY = expression(r"\s*(?:\Z|https?:|[#\[])")
_ENDS = frozenset(".!?")
_LEAD = r"[\s,.;:!?]{0,4}"
_GAP = r"[\s,:]{0,4}\Z"


def speaker(text: str, quotation: Span, between: Span) -> Span | None:
    """Where the speaker of a quotation is named, or None.

    `between` reaches from the end of the quotation before to the start of the next: their words name nobody.
    """
    if inside := _HANDLE_INSIDE.match(text, quotation.start + 1, quotation.end):
        return Span(*inside.span("who"))
    left = max(between.start, quotation.start - _REACH)
    right = min(between.end, quotation.end + _REACH)
    line = max(left, text.rfind("\n", left, max(left, quotation.start - 2)) + 1)
    found = _matches(text, Span(line, right), quotation)  # what stands on the lines above speaks of something else
    return next((_who_in(text, match, offset) for match, offset in found if match), None)


def _matches(text: str, reach: Span, quotation: Span) -> Iterator[tuple[re.Match[str] | None, int]]:
    """What each pattern finds, most telling first, and the offset to add. A quick look spares most of the searching."""
    before, after = text[reach.start : quotation.start], text[quotation.end : reach.end]
    ending = before.rstrip()[-1:]
    if ending not in _ENDS and _holds_verb(before):
        yield from ((_pattern(source).search(before), reach.start) for source in _spoken_before())
    if _holds_verb(after):
        yield from ((_pattern(source).match(text, quotation.end, reach.end), 0) for source in _spoken_after())
    if not _NOBODY.match(after):
        yield from ((_pattern(source).match(text, quotation.end, reach.end), 0) for source in _named_after())
    yield from ((_pattern(source).search(before), reach.start) for source in _named_before(ending))


def _holds_verb(text: str) -> bool:
    return not verbs().isdisjoint(_WORD.findall(text.lower()))


@cache
def _pattern(source: str) -> re.Pattern[str]:
    """Each is compiled when it is first come to: most posts need few, and together they take as long as a start."""
    return re.compile(source)


def _who_in(text: str, found: re.Match[str], offset: int) -> Span:
    """The name, without the full stop that ends its sentence."""
    start, end = found.start("who") + offset, found.end("who") + offset
    return Span(start, end - 1 if text[end - 1] == "." else end)


def goes_on_speaking(gap: str) -> bool:
    """Whether all that stands between a speaker and the next quotation is the end of the sentence that names them."""
    return _GOES_ON.fullmatch(gap) is not None


@cache
def _name() -> str:
    """Words with capitals, and none that only opens a sentence or heads a post: As, When, VIDEO."""
    no_name = rf"(?!(?i:{any_of('no_names')})\b)(?!\w+n['’]t\b)"
    word = rf"{_CAPITAL}[\w'’\-]*\.?"
    more = rf"(?:\s(?:(?:of|the|and|de|van|der|for)\s){{0,2}}{word}){{0,5}}"
    return rf"(?<![\w&'’])(?<!\w-){no_name}(?:{_TITLED}\s)?{word}{more}"


@cache
def _who() -> str:
    """A name, a handle, a pronoun, or a role: Sister Rowe, @HarrowdaleUH, she, one patient, our chief nurse."""
    ends = rf"(?=\s*(?:[^\w\s'’\-]|\Z)|\s+(?i:{any_of('after_a_role')}|{any_of('verbs')})\b)"
    role = (
        rf"\b(?i:{any_of('determiners')})\s(?:[\w'’\-]+\s){{0,3}}?(?!(?i:{any_of('no_roles')}|{any_of('after_a_role')})\b)[\w'’\-]+{ends}"
        rf"|\b(?i:{any_of('roles')})\b"
    )
    return rf"(?P<who>[@＠][\w.]+|{_AGED}|{_name()}|{role}|\b(?i:{any_of('pronouns')})\b)"


@cache
def _verb() -> str:
    whom = r"(?:us|me|them|staff|reporters|the\s\w+|@\w+)"
    return rf"(?:(?:has|have|had|was|who|also|then|later|\w+ly)\s)?(?i:{any_of('verbs')})\b(?:\s{whom})?"


@cache
def _more() -> str:
    """What may stand between a name and its verb: with diabetes; , chief nurse,."""
    return rf"(?:\s(?i:{any_of('after_a_role')})\s[^,.!?:\n]{{1,50}}|,[^,.!?\n]{{1,60}},?)?"


@cache
def _spoken_before() -> tuple[str, ...]:
    """Somebody speaks, and the mark opens."""
    return (
        rf"{_who()}{_more()}\s{_verb()}(?:\s[\w'’]+){{0,4}}{_GAP}",
        rf"{_verb()}\s{_who()}{_more()}{_GAP}",
    )


@cache
def _spoken_after() -> tuple[str, ...]:
    """The mark closes, and somebody has spoken."""
    return (
        rf"{_LEAD}{_verb()},?\s{_who()}",
        rf"{_LEAD}{_verb()}\s(?P<who>[\w'’\-]+)(?=\s*(?:[.,:;!?\n]|https?:|\Z))",
        rf"[\s,;:]{{0,4}}(?:as\s)?{_who()}(?:,[^,.!?\n]{{1,50}},)?\s{_verb()}",
    )


@cache
def _named_after() -> tuple[str, ...]:
    """The mark closes, and somebody is named."""
    dash = rf"[\s,.;]{{0,6}}[-–—―~]{{1,2}}\s?(?:(?i:{any_of('openers')})\s)?"
    opener = rf"(?i:{any_of('openers')}|{any_of('introductions')})"
    of_speech = rf"[^\w.!?][^.!?,()\n]{{0,30}}?(?i:{any_of('nouns')})\s(?:from|of|by)"
    return (
        rf"{dash}{_who()}",
        rf"{dash}(?P<who>(?:[\w'’\-]+\s){{1,3}}?(?i:{any_of('roles')}))\b",
        rf"(?:{_LEAD}\(?{opener}|{of_speech})\s(?:our\s)?{_who()}",
        rf"\s?\(\s?{_who()}",
        rf"(?:(?<=[.!?…,].)\s{{1,4}}|\s*[.\n]\s*)(?P<who>{_TITLED}\s{_name()}|{_FULL_NAME})\b",
        rf"\s*\n\s*(?P<who>{_name()})(?=\s*(?:[,(\n]|\Z))",
    )


@cache
def _named_before(ending: str) -> tuple[str, ...]:
    """Somebody is named, and the mark opens. What stands before it ends in a full stop, a colon, or neither."""
    person = rf"(?P<who>[@＠]\w+|{_TITLED}\s{_name()}|{_AGED}|{_FULL_NAME})"
    if not ending or ending == "?":
        return ()
    if ending in _ENDS:
        return (
            rf"\b(?i:{any_of('introductions')})\s(?:our\s)?{_who()}[^.!?\n]{{0,80}}[.!]\s*\Z",
            rf"(?:\A|[.!?]\s){person}\b[^.!?\n]{{0,120}}[.!][^\S\n]*\Z",
        )
    if ending == ":":
        return (
            rf"\b(?i:{any_of('openers')})\s(?:our\s)?{_who()}{_more()}{_GAP}",
            rf"(?P<who>{_name()})\son\s[^.!?:\n]{{1,60}}:\s*\Z",
            rf"{_who()}(?:\s?\([^()\n]{{1,40}}\)|(?:,[^,.!?:\n]{{1,50}}){{0,2}})\s?:\s*\Z",
        )
    return (
        rf"\b(?i:{any_of('openers')})\s(?:our\s)?{_who()}{_more()}{_GAP}",
        rf"\A(?P<who>[@＠][\w.]+|{_name()}):\s",
    )
