"""Telephone numbers with a digit too many or too few."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase

from ..expressions import expression
from ..model import Match, Span
from ..post import Post
from ..spans import Covered
from ..terms import Terms

_BRITISH = expression(r"(?<![\w.,/+£$€:-])(?:\+44[\s-]?(?:\(0\)\s?)?|\(?0)[1-9][\d ()-]{5,17}\d(?![\w%/]|[.,:]\d|-\d)")
_AMERICAN = expression(r"(?<![\w.,/+£$€:-])(?:1-)?\(?[2-9]\d\d\)?[ -]\d{3}-\d+(?![\w%/]|[.,:]\d|-)")
_MAYBE = expression(r"\d[\d ()-]{5,}\d")
_GROUPED = expression(r"\(?0\d{2,5}\)?[ -]\d{3}")
_AMERICAN_DIGITS = 10
_REACH = 24
_MOST = 13


def check(post: Post, *, cues: Terms, short: frozenset[str], lengths: Mapping[str, Sequence[int]]) -> Iterator[Match]:
    """Yield each number that looks like a telephone's, or stands behind one of `cues`, and has not its `lengths`.

    `lengths` tell how many digits a British number has by how it starts; `short` ones are right as they are.
    """
    if not _MAYBE.search(post.text):
        return
    covered = Covered(entity.span for entity in post.entities if entity.kind != "emoji")
    for found in _BRITISH.finditer(post.text):
        wanted = _wanted(_digits(found[0]), lengths)
        if _is_wrong(_digits(found[0]), wanted, short) and (
            _GROUPED.match(found[0]) or _called(post.text, found, cues)
        ):
            yield from _told(found, wanted, covered)
    for found in _AMERICAN.finditer(post.text):
        digits = re.sub(r"\D", "", found[0].removeprefix("1-"))
        if len(digits) != _AMERICAN_DIGITS and _called(post.text, found, cues):
            yield from _told(found, [_AMERICAN_DIGITS], covered)


def _digits(number: str) -> str:
    """A number's digits, as it is dialled at home: with its 0."""
    return re.sub(r"\D", "", re.sub(r"\A\+44[\s-]?(?:\(0\))?", "0", number))


def _wanted(digits: str, lengths: Mapping[str, Sequence[int]]) -> Sequence[int]:
    starts = [start for start in lengths if fnmatchcase(digits, f"{start}*")]
    return lengths[max(starts, key=len)] if starts else ()


def _is_wrong(digits: str, wanted: Sequence[int], short: frozenset[str]) -> bool:
    return bool(wanted) and len(digits) not in wanted and len(digits) <= _MOST and digits not in short


def _called(text: str, found: re.Match[str], cues: Terms) -> bool:
    before = text[max(0, found.start() - _REACH) : found.start()]
    return before in cues or any(cue in before for cue in cues.words if not cue.isascii())


def _told(found: re.Match[str], wanted: Sequence[int], covered: Covered) -> Iterator[Match]:
    span = Span(*found.span())
    if not covered.touches(span):
        values = {"count": sum(char.isdigit() for char in found[0]), "wanted": " or ".join(map(str, wanted))}
        yield Match(span, values, 0.9)
